"""DAT01-DAT05: a record says what it says, in full, once."""

import pytest

from tests.knowledge_base import (
    EVIDENCE,
    IGNORED,
    SHORT_LINKS,
    TERMS,
    KnowledgeBase,
    problem,
    told,
)

QUOTE = "quote a value that has a colon, a # or a quote sign; indent with spaces"
DATE = "dates are written 2026-11-02 and must exist; put any other text into quotes"
SEE = "see docs/_data/evidence/SCHEMA.md and docs/en/about/contribute.md for the fields"
ALONE = "write the value alone; put text into quotes"
OUT = "write the value out where it is needed"
TAB = "indent with spaces; there is a tab in this line"
NO_DAY = "this is no day; write it like 2026-11-02, without quotes"
NO_ADDRESS = "this is no address of a page; write it as the browser shows it"
KINDS = "'primary', 'secondary', 'conflicting' or 'unverified'"
FIRST = "'instruments.0"
QUOTED = 'quote: "ар бир жаран"'

BROKEN = [
    pytest.param(
        "kind: law",
        "\tkind: law",
        6,
        "DAT01 this is not YAML: found a tab character that violates indentation",
        TAB,
        id="tab",
    ),
    pytest.param(
        'pinpoint: "art. 2"',
        "pinpoint: art. 2: citizens",
        23,
        "DAT01 this is not YAML: mapping values are not allowed in this context",
        QUOTE,
        id="colon",
    ),
    pytest.param(
        'statement: "Citizens',
        'statement: "Citizens" from',
        21,
        "DAT01 this is not YAML: did not find expected key",
        QUOTE,
        id="a quote inside a quote",
    ),
    pytest.param(
        "as_of: 2004-08-04",
        "as_of: 2004-02-30",
        27,
        "DAT01 '2004-02-30' cannot be read as a value",
        DATE,
        id="a day that does not exist",
    ),
    pytest.param(
        "as_of: 2004-08-04",
        "as_of: 2004-13-01",
        27,
        "DAT01 '2004-13-01' cannot be read as a value",
        DATE,
        id="a month that does not exist",
    ),
    pytest.param(
        "as_of: 2004-08-04",
        "as_of: !!timestamp soon",
        27,
        "DAT01 the tag 'tag:yaml.org,2002:timestamp' is used",
        ALONE,
        id="a tag",
    ),
    pytest.param(
        "as_of: 2004-08-04",
        "as_of: !!python/object/apply:os.system [ls]",
        27,
        "DAT01 the tag 'tag:yaml.org,2002:python/object/apply:os.system' is used",
        ALONE,
        id="a tag that would run a program",
    ),
    pytest.param(
        'note: ""\nfacts:',
        'note: ""\n---\nfacts:',
        18,
        "DAT01 this is not YAML: but found another document",
        QUOTE,
        id="two documents",
    ),
    pytest.param(
        "as_of: 2004-08-04",
        "? [a]\n    : b",
        27,
        "DAT01 a key is not a plain word",
        "write a plain word as key",
        id="a list as key",
    ),
    pytest.param(
        "kind: law",
        "kind: bylaw",
        6,
        f"DAT02 {FIRST}.kind': input should be "
        "'constitution', 'code', 'law', 'decree', 'convention', 'recommendation', 'directive',"
        " 'case', 'policy', 'report', 'study', 'guide' or 'news'",
        SEE,
        id="a wrong kind",
    ),
    pytest.param(
        "    kind: law\n",
        "",
        4,
        f"DAT02 {FIRST}.kind': the field is missing",
        SEE,
        id="a field missing",
    ),
    pytest.param(
        "kind: law\n",
        "kind: law\n    author: A\n",
        7,
        f"DAT02 {FIRST}.author': there is no such field",
        SEE,
        id="an unknown field",
    ),
    pytest.param(
        'url: "https://cbd.minjust.gov.kg/2-130"',
        'url: "https://[cbd.minjust.gov.kg/2-130"',
        15,
        f"DAT02 {FIRST}.url': {NO_ADDRESS}",
        SEE,
        id="an address with a bracket",
    ),
    pytest.param(
        'url: "https://cbd.minjust.gov.kg/2-130"',
        'url: "https://cbd.minjust.gov.kg:8o/2-130"',
        15,
        f"DAT02 {FIRST}.url': {NO_ADDRESS}",
        SEE,
        id="an address with a port that is no number",
    ),
    pytest.param(
        'url: "https://cbd.minjust.gov.kg/2-130"',
        'url: "https:///2-130"',
        15,
        f"DAT02 {FIRST}.url': {NO_ADDRESS}",
        SEE,
        id="an address without a host",
    ),
    pytest.param(
        "adopted: 1998-10-16",
        "adopted: 1998",
        11,
        f"DAT02 {FIRST}.adopted': {NO_DAY}",
        SEE,
        id="a year as day",
    ),
    pytest.param(
        "adopted: 1998-10-16",
        'adopted: "1998-10-16"',
        11,
        f"DAT02 {FIRST}.adopted': {NO_DAY}",
        SEE,
        id="a text as day",
    ),
    pytest.param(
        'number: "No. 130"',
        "number: 130",
        10,
        f"DAT02 {FIRST}.number': this is not text; put it into quotes",
        SEE,
        id="a number as text",
    ),
    pytest.param(
        'number: "No. 130"',
        'number: ""',
        10,
        f"DAT02 {FIRST}.number': this is empty",
        SEE,
        id="an empty text",
    ),
    pytest.param(
        "confidence: primary",
        "confidence: sure",
        26,
        f"DAT02 'facts.0.confidence': input should be {KINDS}",
        SEE,
        id="a wrong confidence",
    ),
    pytest.param(
        QUOTED,
        f'quote: "{"сөз " * 26}"',
        24,
        "DAT02 'facts.0.quote': a quote of 26 words; the most is 25",
        SEE,
        id="a long quote",
    ),
    pytest.param(
        '    note: ""\nfacts:',
        '    note: ""\n    note: ""\nfacts:',
        18,
        "DAT03 the field 'note' stands twice",
        "keep one of the two",
        id="a field twice",
    ),
    pytest.param(
        "read: 2026-11-02\n",
        "read: 2026-11-02\nread: 2026-11-03\n",
        2,
        "DAT03 the field 'read' stands twice",
        "keep one of the two",
        id="the day twice",
    ),
    pytest.param(
        QUOTED,
        "quote: &quote ар бир жаран",
        24,
        "DAT05 an anchor (&, *) is used",
        OUT,
        id="an anchor that nothing uses",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "what", "fix"), BROKEN)
def test_a_record_that_cannot_be_taken_is_told_at_its_line(
    base: KnowledgeBase, old: str, new: str, line: int, what: str, fix: str
) -> None:
    """And nothing else: that pages now cite facts of a broken file is no news."""
    base.replace(EVIDENCE, old, new)

    assert told(problem(EVIDENCE, line, what, fix)) == base.check()


def test_a_quote_of_twenty_five_words_is_short(base: KnowledgeBase) -> None:
    base.replace(EVIDENCE, QUOTED, f'quote: "{"сөз " * 25}"')

    assert base.check().code == 0


def test_anchors_that_would_explode_are_told_line_by_line(base: KnowledgeBase) -> None:
    """Nine lines of ten would be a thousand million values."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    base.write(EVIDENCE, "\n".join(lines) + "\n")

    what = "DAT05 an anchor (&, *) is used"
    assert told(*(problem(EVIDENCE, n, what, OUT) for n in range(1, 11))) == base.check()


@pytest.mark.parametrize(
    "nest",
    [
        pytest.param("a: " + "[" * 90_000 + "]" * 90_000, id="brackets"),
        pytest.param("- " * 90_000 + "x", id="lists"),
        pytest.param("[" * 90_000, id="brackets that never close"),
        pytest.param("{a: " * 13 + "x" + "}" * 13, id="one deeper than allowed"),
    ],
)
def test_a_nest_without_a_floor_is_told(base: KnowledgeBase, nest: str) -> None:
    """PyYAML's composer goes down into it until the stack ends, and takes Python with it."""
    base.write(EVIDENCE, f"# a nest\n{nest}\n")

    what = "DAT01 values stand more than 12 deep inside one another"
    assert (
        told(problem(EVIDENCE, 2, what, "see SCHEMA.md for the form of a record")) == base.check()
    )


@pytest.mark.parametrize(
    ("text", "line", "what", "fix"),
    [
        pytest.param("# later\n", 1, "DAT01 there are no values", "write them", id="a comment"),
        pytest.param(
            "- a\n",
            1,
            "DAT02 'record': these are not fields, each with its value",
            SEE,
            id="a list",
        ),
        pytest.param(
            "закон\n",
            1,
            "DAT02 'record': these are not fields, each with its value",
            SEE,
            id="a word",
        ),
        pytest.param(
            "null\n",
            1,
            "DAT02 'record': these are not fields, each with its value",
            SEE,
            id="nothing",
        ),
        pytest.param(
            "read: 0x" + "f" * 5000 + "\ninstruments: []\nfacts: []\n",
            1,
            f"DAT02 'read': {NO_DAY}",
            SEE,
            id="a number of 5000 signs",
        ),
    ],
)
def test_a_file_that_holds_something_else_is_told(
    base: KnowledgeBase, text: str, line: int, what: str, fix: str
) -> None:
    base.write(EVIDENCE, text)

    assert told(problem(EVIDENCE, line, what, fix)) == base.check()


ORDER_OF_WORDS = "the word is needed in en, ru, uz, uz-cyrl, kk, ky, in this order"
OTHERS = [
    pytest.param(
        TERMS,
        "      kk: {term",
        "      kz: {term",
        2,
        f"DAT02 'terms.0': {ORDER_OF_WORDS}",
        id="a language under another name",
    ),
    pytest.param(
        SHORT_LINKS,
        "  beku:",
        "  ../beku:",
        2,
        "DAT02 'links.../beku.[key]': string should match pattern '^[a-z0-9]+(?:-[a-z0-9]+)*$'",
        id="a short link out of the site",
    ),
    pytest.param(
        SHORT_LINKS,
        "  law/kg/join:",
        "  ../../join:",
        4,
        "DAT02 'moved.../../join.[key]': '../../join' is no path of a page, such as law/kz/joining",
        id="a page moved out",
    ),
    pytest.param(
        SHORT_LINKS,
        "join: law/kg/joining",
        "join: law/kg/joining#dues",
        4,
        "DAT02 'moved.law/kg/join':"
        " 'law/kg/joining#dues' is no path of a page, such as law/kz/joining",
        id="a section moved",
    ),
    pytest.param(
        SHORT_LINKS,
        "moved:",
        "  beku: law/kg/joining\nmoved:",
        3,
        "DAT03 the field 'beku' stands twice",
        id="a short link twice",
    ),
    pytest.param(
        IGNORED,
        "    reason: The server refuses programs.\n",
        "",
        2,
        "DAT02 'ignored.0.reason': the field is missing",
        id="left out without a reason",
    ),
    pytest.param(
        IGNORED,
        "check_by: 2027-02-02",
        "check_by: 2026-11-02",
        2,
        "DAT02 'ignored.0': check_by 2026-11-02 is not after since 2026-11-02",
        id="left out until before",
    ),
    pytest.param(
        "docs/_data/interface/kk.yml",
        "words:",
        "word:",
        1,
        "DAT02 'words': the field is missing",
        id="words under another name",
    ),
    pytest.param(
        "docs/_data/translations/kk.yml",
        "dues:",
        "dues: x #",
        7,
        "DAT02 'pages.law/kg/joining.sections': 'dues' holds no wording; write it with 'kb accept'",
        id="a record without a wording",
    ),
]


@pytest.mark.parametrize(("path", "old", "new", "line", "what"), OTHERS)
def test_other_records_are_closed_too(
    base: KnowledgeBase, path: str, old: str, new: str, line: int, what: str
) -> None:
    base.replace(path, old, new)

    code = base.check()
    assert 1 == code.code
    assert f"{path}:{line}: {what}\n" in code.said
