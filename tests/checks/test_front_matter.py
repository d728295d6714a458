"""FM01-FM03: a page says what it is, for whom, and when it was read."""

import pytest

from tests.knowledge_base import PAGE, WAY, KnowledgeBase, problem, told

HEAD = "begin the page with its fields between two lines '---'; copy another page's"
QUOTE = "quote a value that has a colon; dates are written 2026-11-02"
FIELDS = "a page has exactly these fields: title, description, kind, countries, checked, check_by"
ORDER = "put them into this order: title, description, kind, countries, checked, check_by"
KIND = "kind: law\n"
KINDS = "'guide', 'law', 'case', 'seminar', 'kit', 'sheet', 'tool' or 'about'"
NO_DAY = "this is no day; write it like 2026-11-02, without quotes"
NO_DATE = "cannot be read as a value"

BROKEN = [
    pytest.param(
        "---\ntitle", "title", 1, "FM01 the page does not begin with '---'", HEAD, id="missing"
    ),
    pytest.param(
        "---\n\n#", "\n#", 1, "FM01 the front matter is not closed by '---'", HEAD, id="not closed"
    ),
    pytest.param(
        "title: Who may",
        "title: Law: who may",
        2,
        "FM01 this is not YAML: mapping values are not allowed in this context",
        QUOTE,
        id="unquoted colon",
    ),
    pytest.param(
        "kind: law\ncountries: [kg]",
        "kind: law\ncountries: [kg",
        6,
        "FM01 this is not YAML: did not find expected ',' or ']'",
        QUOTE,
        id="open bracket",
    ),
    pytest.param(
        KIND,
        "\tkind: law\n",
        4,
        "FM01 this is not YAML: found a tab character that violates indentation",
        "indent with spaces; there is a tab in this line",
        id="tab",
    ),
    pytest.param(
        "checked: 2026-11-02",
        "checked: 2026-11-31",
        6,
        f"FM01 '2026-11-31' {NO_DATE}",
        QUOTE,
        id="a day that does not exist",
    ),
    pytest.param(
        "checked: 2026-11-02",
        f"checked: {'9' * 5000}",
        6,
        f"FM01 '{'9' * 40}' {NO_DATE}",
        QUOTE,
        id="a number of 5000 digits",
    ),
    pytest.param(
        "title: Who",
        f"title: {'[' * 50_000}{']' * 50_000}\nx: Who",
        2,
        "FM01 values stand more than 12 deep inside one another",
        QUOTE,
        id="a nest that would exhaust the stack",
    ),
    pytest.param(
        "countries: [kg]",
        "countries: !!python/tuple [kg]",
        5,
        "FM01 the tag 'tag:yaml.org,2002:python/tuple' is used",
        QUOTE,
        id="a tag",
    ),
    pytest.param(KIND, "", 2, "FM02 'kind': the field is missing", FIELDS, id="a field missing"),
    pytest.param(
        KIND,
        "kind: law\nauthor: A\n",
        5,
        "FM02 'author': there is no such field",
        FIELDS,
        id="unknown",
    ),
    pytest.param(KIND, KIND + KIND, 5, "FM02 the field 'kind' stands twice", FIELDS, id="twice"),
    pytest.param(
        KIND,
        "kind: article\n",
        4,
        f"FM02 'kind': input should be {KINDS}",
        FIELDS,
        id="a wrong kind",
    ),
    pytest.param(
        "title: Who may join a union in Kyrgyzstan",
        "title: 123",
        2,
        "FM02 'title': this is not text; put it into quotes",
        FIELDS,
        id="a number as title",
    ),
    pytest.param(
        "title: Who may join a union in Kyrgyzstan",
        "title: yes",
        2,
        "FM02 'title': this is not text; put it into quotes",
        FIELDS,
        id="a yes as title",
    ),
    pytest.param(
        "title: Who may join a union in Kyrgyzstan",
        'title: " "',
        2,
        "FM02 'title': this is empty",
        FIELDS,
        id="an empty title",
    ),
    pytest.param(
        "checked: 2026-11-02",
        "checked: 0",
        6,
        f"FM02 'checked': {NO_DAY}",
        FIELDS,
        id="a number as day",
    ),
    pytest.param(
        "checked: 2026-11-02",
        'checked: "2026-11-02"',
        6,
        f"FM02 'checked': {NO_DAY}",
        FIELDS,
        id="a text as day",
    ),
    pytest.param(
        "countries: [kg]",
        "countries: [uz, kg]",
        5,
        "FM02 'countries': countries stand once each, in the order kz, kg, uz",
        FIELDS,
        id="countries out of order",
    ),
    pytest.param(
        "countries: [kg]",
        "countries: kg",
        5,
        "FM02 'countries': this is not a list",
        FIELDS,
        id="countries that are no list",
    ),
    pytest.param(
        "description: The answer",
        f"description: {'a ' * 80}The answer",
        3,
        "FM02 'description': string should have at most 160 characters",
        FIELDS,
        id="a long description",
    ),
    pytest.param(
        "kind: law\ncountries: [kg]\n",
        "countries: [kg]\nkind: law\n",
        2,
        "FM02 the fields do not stand in their order",
        ORDER,
        id="out of order",
    ),
    pytest.param(
        "title: Who may join a union in Kyrgyzstan",
        "title: &a Who may join a union in Kyrgyzstan",
        2,
        "FM02 an anchor (&, *) is used",
        FIELDS,
        id="an anchor",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "what", "fix"), BROKEN)
def test_front_matter_that_does_not_fit_is_told(
    base: KnowledgeBase, old: str, new: str, line: int, what: str, fix: str
) -> None:
    """The message names the line of the field, as an editor counts lines."""
    base.replace(PAGE, old, new)

    assert told(problem(PAGE, line, what, fix)) == base.check()


@pytest.mark.parametrize(
    ("front", "what", "fix"),
    [
        pytest.param("", "FM01 the front matter is empty", HEAD, id="nothing"),
        pytest.param("# later\n", "FM01 there are no values", QUOTE, id="a comment only"),
        pytest.param(
            "- law\n- guide\n",
            "FM02 'record': these are not fields, each with its value",
            FIELDS,
            id="a list",
        ),
        pytest.param(
            "law\n", "FM02 'record': these are not fields, each with its value", FIELDS, id="a word"
        ),
    ],
)
def test_front_matter_that_is_something_else_is_told(
    base: KnowledgeBase, front: str, what: str, fix: str
) -> None:
    body = base.read(PAGE).partition("\n---\n")[2]
    base.write(PAGE, f"---\n{front}---\n{body}")

    line = 1 if what.endswith("is empty") else 2
    assert told(problem(PAGE, line, what, fix)) == base.check()


class TestDates:
    def test_a_page_is_read_again_after_it_was_read(self, base: KnowledgeBase) -> None:
        base.replace(WAY, "check_by: 2027-05-02", "check_by: 2026-11-02")

        what = "FM03 check_by 2026-11-02 is not after checked 2026-11-02"
        fix = "set check_by to the day by which the page must be read again"
        assert told(problem(WAY, 2, what, fix)) == base.check()

    def test_a_translation_is_of_the_same_kind_and_countries(self, base: KnowledgeBase) -> None:
        """Else the same address would stand in two lists."""
        path = "docs/kk/law/kg/joining.md"
        base.replace(path, "countries: [kg]", "countries: [kz, kg]")

        what = "FM03 kind or countries differ from the English page"
        fix = "write kind: law and countries: [kg]"
        assert told(problem(path, 2, what, fix)) == base.check()
