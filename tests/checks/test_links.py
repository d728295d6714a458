"""LNK01-LNK04, IMG01, IMG02: a link says what is behind it; all that is linked is there."""

import pytest

from tests.knowledge_base import (
    IGNORED,
    PAGE,
    SHORT_LINKS,
    WAY,
    KnowledgeBase,
    problem,
    told,
)

SAYS = "name the page or thing that the reader gets"
RELATIVE = "write a relative path that ends in .md"
WRITE = "correct the path, or write the page first"
IDS = "the sections are: top, law, law-kz, law-kg, law-uz"
WORDS = "write the address in round brackets after the words: [words](address)"
APART = "LNK02 an address stands apart from its link"

LINKS = [
    pytest.param(
        "[here](joining.md)",
        "LNK01 the link text 'here' does not say what is behind it",
        SAYS,
        id="here",
    ),
    pytest.param(
        "[**Read more**…](joining.md)",
        "LNK01 the link text '**Read more**…' does not say what is behind it",
        SAYS,
        id="read more in bold",
    ),
    pytest.param(
        "[ ](joining.md)",
        "LNK01 the link text ' ' does not say what is behind it",
        SAYS,
        id="no words",
    ),
    pytest.param(
        "[the law on strikes](strike.md)",
        "LNK02 the link target 'strike.md' does not exist",
        WRITE,
        id="no page",
    ),
    pytest.param(
        "[the way](../../start/organiser.md#money)",
        "LNK02 the link target '../../start/organiser.md#money' has no such section",
        IDS,
        id="no section",
    ),
    pytest.param(
        "[the dues](#due)",
        "LNK02 the link target '#due' has no such section",
        "the sections are: top, who-may-join, dues",
        id="no section of this page",
    ),
    pytest.param(
        "[the code](/law/kg/joining.md)",
        "LNK02 the link target '/law/kg/joining.md' is not a page of this language",
        RELATIVE,
        id="from the root",
    ),
    pytest.param(
        "[the code](joining.html)",
        "LNK02 the link target 'joining.html' is not a page of this language",
        RELATIVE,
        id="not a page",
    ),
    pytest.param(
        "[the code](../../../ru/law/kg/joining.md)",
        "LNK02 the link target '../../../ru/law/kg/joining.md' is not a page of this language",
        RELATIVE,
        id="another language",
    ),
    pytest.param(
        "[the secret](../../../../../../etc/passwd.md)",
        "LNK02 the link target '../../../../../../etc/passwd.md' is not a page of this language",
        RELATIVE,
        id="out of docs",
    ),
    pytest.param(
        "[the sheet](/s/none/)",
        "LNK02 the link target '/s/none/' is no short link",
        "take one from docs/_data/short-links.yml",
        id="no short link",
    ),
    pytest.param("[the sheet][1]\n\n[1]: strike.md", APART, WORDS, id="an address further down"),
    pytest.param(
        "![](../../../images/steps.svg)",
        "IMG01 the image '../../../images/steps.svg' has no text",
        "say in the square brackets what the image tells",
        id="an image without text",
    ),
    pytest.param(
        f"![{'a' * 121}](../../../images/steps.svg)",
        "IMG01 the text of the image '../../../images/steps.svg' has 121 signs",
        "say it in at most 120; tell the rest on the page",
        id="an image with a long text",
    ),
    pytest.param(
        "![Three steps](steps.svg)",
        "IMG02 the image 'steps.svg' is not a file beside the pages",
        "put the file under docs/ and write its relative path",
        id="no image",
    ),
    pytest.param(
        "![Three steps](https://example.org/steps.svg)",
        "IMG02 the image 'https://example.org/steps.svg' is not a file beside the pages",
        "put the file under docs/ and write its relative path",
        id="an image of another site",
    ),
    pytest.param(
        "![Three steps](../../../../pyproject.toml)",
        "IMG02 the image '../../../../pyproject.toml' is not a file beside the pages",
        "put the file under docs/ and write its relative path",
        id="an image out of docs",
    ),
    pytest.param(
        f"![Three steps]({'a' * 300}.svg)",
        f"IMG02 the image '{'a' * 300}.svg' is not a file beside the pages",
        "put the file under docs/ and write its relative path",
        id="a name that no disk takes",
    ),
]


@pytest.mark.parametrize(("markdown", "what", "fix"), LINKS)
def test_a_link_that_tells_nothing_or_leads_nowhere_is_told(
    base: KnowledgeBase, markdown: str, what: str, fix: str
) -> None:
    """On a page that has no translation, so that the problem stands alone."""
    (base.root / "pyproject.toml").write_text("x\n", encoding="utf-8")
    base.write("docs/en/law/kg/dues.md", base.read(PAGE) + f"\n{markdown}\n")

    line = 31 if what is APART else 29
    assert told(problem("docs/en/law/kg/dues.md", line, what, fix)) == base.check()


@pytest.mark.parametrize(
    "markdown",
    [
        "[the way](\njavascript:go())",
        "[the way](java\nscript:go())",
        "[the code](\nstrike.md)",
        "[the code]( \n strike.md)",
        "![Three steps](\n../../../images/none.svg)",
    ],
)
def test_an_address_that_goes_on_in_the_next_line_is_told(
    base: KnowledgeBase, markdown: str
) -> None:
    """Markdown joins the lines; what is behind such a link nobody has looked at."""
    base.write("docs/en/law/kg/dues.md", base.read(PAGE) + f"\n{markdown}\n")

    assert told(problem("docs/en/law/kg/dues.md", 29, APART, WORDS)) == base.check()


@pytest.mark.parametrize(
    "markdown",
    [
        "[the way of an organiser](../../start/organiser.md#law-kg)",
        "[who may join](#who-may-join)",
        "[the sheet](/s/beku/)",
        "[the law](https://cbd.minjust.gov.kg/2-130)",
        "[the list of terms](../../glossary.md)",
        "![Three steps](../../../images/steps.svg)",
        "`[here](nowhere.md)`",
    ],
)
def test_a_good_link_is_passed_over(base: KnowledgeBase, markdown: str) -> None:
    base.write("docs/en/law/kg/dues.md", base.read(PAGE) + f"\n{markdown}\n")

    assert base.check().code == 0


EMPTY = {
    "ru": "Подробнее",
    "uz": "bu yerda",
    "kk": "осында",
    "ky": "бул жерде",
}


@pytest.mark.parametrize("language", EMPTY)
def test_empty_words_are_known_in_every_language(base: KnowledgeBase, language: str) -> None:
    path = f"docs/{language}/law/kg/joining.md"
    text = base.read(path)
    link = next(line for line in text.splitlines() if "organiser.md" in line)
    words = link.partition("[")[2].partition("]")[0]
    base.replace(path, f"[{words}]", f"[{EMPTY[language]}]")

    what = f"LNK01 the link text '{EMPTY[language]}' does not say what is behind it"
    assert told(problem(path, 27, what, SAYS)) == base.check()


VANISHED = "an address on paper never vanishes: "
PAGE_BACK = f"{VANISHED}restore the page, or name its new path under 'moved'"
SECTION_BACK = f"{VANISHED}write {{ #who-joins }} at its heading in docs/en/law/kg/joining.md"
ADDRESSES = [
    pytest.param(
        "#who-may-join",
        "#who-joins",
        2,
        "the short link 'beku' leads to 'law/kg/joining#who-joins', which does not exist",
        SECTION_BACK,
        id="a section gone",
    ),
    pytest.param(
        "law/kg/joining#",
        "law/kg/join-us#",
        2,
        "the short link 'beku' leads to 'law/kg/join-us#who-may-join', which does not exist",
        PAGE_BACK,
        id="a page gone",
    ),
    pytest.param(
        "law/kg/joining#who-may-join",
        "law/kg/join#who-joins",
        2,
        "the short link 'beku' leads to 'law/kg/join#who-joins', which does not exist",
        SECTION_BACK,
        id="a section gone from a page that moved",
    ),
    pytest.param(
        "join: law/kg/joining",
        "join: law/kg/joined",
        4,
        "'law/kg/join' is said to have moved to 'law/kg/joined', which is not so",
        PAGE_BACK,
        id="moved to nowhere",
    ),
    pytest.param(
        "law/kg/join: law/kg/joining",
        "start/organiser: law/kg/joining",
        4,
        "'start/organiser' is said to have moved to 'law/kg/joining', which is not so",
        "remove the line: the page stands at its old path",
        id="moved and yet there",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "what", "fix"), ADDRESSES)
def test_an_address_that_was_given_out_leads_somewhere(
    base: KnowledgeBase, old: str, new: str, line: int, what: str, fix: str
) -> None:
    """It stands on paper, in people's pockets."""
    base.replace(SHORT_LINKS, old, new)

    assert told(problem(SHORT_LINKS, line, f"LNK03 {what}", fix)) == base.check()


def test_a_short_link_follows_a_page_that_moved(base: KnowledgeBase) -> None:
    base.replace(SHORT_LINKS, "beku: law/kg/joining#", "beku: law/kg/join#")

    assert base.check().code == 0


class TestLinksLeftOut:
    def test_an_address_that_no_record_names_is_told(self, base: KnowledgeBase) -> None:
        base.replace(IGNORED, "/c87", "/c98")

        what = "LNK04 no record links to 'https://normlex.ilo.org/c98'"
        assert told(problem(IGNORED, 2, what, "remove the entry")) == base.check()

    def test_an_address_left_out_for_more_than_a_year_is_told(self, base: KnowledgeBase) -> None:
        base.replace(IGNORED, "2027-02-02", "2027-11-04")

        what = "LNK04 'https://normlex.ilo.org/c87' is left out for more than a year"
        fix = "set check_by to a day within a year of since"
        assert told(problem(IGNORED, 2, what, fix)) == base.check()


@pytest.mark.parametrize("path", [PAGE, WAY])
def test_links_to_a_broken_page_are_not_told_as_missing(base: KnowledgeBase, path: str) -> None:
    """Its own problem is enough; 'write the page first' would mislead."""
    base.replace(path, "checked: 2026-11-02", "checked: today")

    what = "FM02 'checked': this is no day; write it like 2026-11-02, without quotes"
    fix = "a page has exactly these fields: title, description, kind, countries, checked, check_by"
    assert told(problem(path, 6, what, fix)) == base.check()


EVERYDAY = """concepts:
  debt:
    en: [debt]
    ru: [долг]
    uz: [qarz]
    kk: [қарыз]
    ky: [карыз]
    pages: [start/organiser]
"""


def test_everyday_words_lead_to_a_page_that_is_there(base: KnowledgeBase) -> None:
    """Search would pass such words over, and nobody would miss them."""
    file = "docs/_data/search/everyday.yml"
    base.write(file, EVERYDAY)

    assert base.check().code == 0
    base.replace(file, "start/organiser", "start/organizer")
    what = "LNK02 the words for 'debt' lead to the page 'start/organizer', which does not exist"
    assert told(problem(file, 2, what, "correct it among its 'pages'")) == base.check()
