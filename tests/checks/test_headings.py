"""ID01–ID03: headings have ids that last, no country is left out, a page has one name."""

import pytest

from tests.knowledge_base import PAGE, WAY, KnowledgeBase, problem, told

END = "end it in { #a-latin-id }; it never changes once published"
SHORT = "write for example { #who-may-join }, at most 40 signs"
FIRST = "write '# Title { #top }' once, as the first heading"
DOWN = "go down one level at a time; a page has H1, H2 and H3 only"
NO_H1 = "ID01 the page does not begin with one H1 with the id 'top'"
NOT_SHORT = "is not short lower-case Latin with hyphens"
LAST = "Read [the way of an organiser](../../start/organiser.md#top) first.\n"
"""The last words of the page, on its line 27."""
TITLE = "Joining a union in Kyrgyzstan"

ADDED = [
    pytest.param("\n## Who pays?\n", 28, "ID01 the heading 'Who pays?' has no id", END, id="no id"),
    pytest.param(
        "\n##Who pays?\n", 28, "ID01 the heading 'Who pays?' has no id", END, id="no space"
    ),
    pytest.param(
        "\nWho pays?\n---\n",
        29,
        "ID01 the underline makes a heading without id",
        "write '## Title { #id }'",
        id="underlined",
    ),
    pytest.param(
        "\n## Who pays? { #dues }\n",
        28,
        "ID01 the id 'dues' stands already on line 24",
        "give each heading of the page its own id",
        id="twice",
    ),
    pytest.param(
        "\n## Who pays? { #Who_Pays }\n",
        28,
        f"ID01 the id 'Who_Pays' {NOT_SHORT}",
        SHORT,
        id="form",
    ),
    pytest.param(
        "\n## Who pays? { #взносы }\n",
        28,
        f"ID01 the id 'взносы' {NOT_SHORT}",
        SHORT,
        id="Cyrillic",
    ),
    pytest.param(
        f"\n## Who pays? {{ #{'a' * 41} }}\n",
        28,
        f"ID01 the id '{'a' * 41}' {NOT_SHORT}",
        SHORT,
        id="long",
    ),
    pytest.param("\n# Second title { #second }\n", 28, NO_H1, FIRST, id="two H1"),
    pytest.param(
        "\n#### Small print { #small }\n",
        28,
        "ID01 a heading of level 4 follows one of level 2",
        DOWN,
        id="a level left out",
    ),
]


@pytest.mark.parametrize(("added", "line", "what", "fix"), ADDED)
def test_a_heading_that_cannot_be_linked_is_told(
    base: KnowledgeBase, added: str, line: int, what: str, fix: str
) -> None:
    """Links on paper, translations and search all rest on ids."""
    base.replace(PAGE, f"- {LAST}", f"- {LAST}{added}".replace("\n\n", "\n", 1))

    assert told(problem(PAGE, line, what, fix)) == base.check()


def test_an_id_of_forty_signs_is_short(base: KnowledgeBase) -> None:
    base.replace(PAGE, LAST, f"{LAST}\n## Who pays? {{ #{'a' * 40} }}\n")

    assert base.check().code == 0


def test_the_first_heading_is_top(base: KnowledgeBase) -> None:
    base.replace(WAY, "{ #top }", "{ #organiser }")
    base.replace(PAGE, "organiser.md#top", "organiser.md")
    for language in ("ru", "uz", "kk", "ky"):
        base.replace(PAGE.replace("/en/", f"/{language}/"), "organiser.md#top", "organiser.md")
        base.accept(language, "law/kg/joining")

    assert told(problem(WAY, 10, NO_H1, FIRST)) == base.check()


def test_a_page_of_front_matter_alone_has_no_heading(base: KnowledgeBase) -> None:
    """Nothing to count on must not end in a traceback."""
    base.write("docs/en/empty.md", base.read(WAY).partition("\n# ")[0])

    assert told(problem("docs/en/empty.md", 9, NO_H1, FIRST)) == base.check()


COUNTRIES = "give each country its H3 in the order kz, kg, uz; 'Not established' is an answer"


class TestCountries:
    def test_a_country_that_is_left_out_is_told(self, base: KnowledgeBase) -> None:
        """An absent country reads as 'nothing there'; 'not established' is honest."""
        base.replace(WAY, "### Uzbekistan { #law-uz }\n\nNot established.\n", "")

        what = "ID02 under 'law' stand the countries kz, kg and not kz, kg, uz"
        assert told(problem(WAY, 14, what, COUNTRIES)) == base.check()

    def test_countries_in_another_order_are_told(self, base: KnowledgeBase) -> None:
        text = base.read(WAY)
        text = text.replace("#law-kz", "#law-x").replace("#law-kg", "#law-kz")
        base.write(WAY, text.replace("#law-x", "#law-kg"))

        what = "ID02 under 'law' stand the countries kg, kz, uz and not kz, kg, uz"
        assert told(problem(WAY, 14, what, COUNTRIES)) == base.check()


def test_a_page_that_names_itself_in_another_way_than_its_title_is_told(
    base: KnowledgeBase,
) -> None:
    """Who taps a result of the search must know that she has come to its page."""
    base.replace(PAGE, "title: Who may join a union", "title: Joining a union")
    for language in ("ru", "uz", "kk", "ky"):
        base.accept(language, "law/kg/joining")

    heading = "Who may join a union in Kyrgyzstan?"
    what = f"ID03 the heading '{heading}' does not begin with the title '{TITLE}'"
    fix = "write the heading as the title, or the heading's first words as the title"
    assert told(problem(PAGE, 10, what, fix)) == base.check()


def test_the_first_words_of_a_heading_are_a_title(base: KnowledgeBase) -> None:
    """A list has less room than a page."""
    base.replace(PAGE, " in Kyrgyzstan\ndescription", "\ndescription")
    for language in ("ru", "uz", "kk", "ky"):
        base.accept(language, "law/kg/joining")

    assert base.check().code == 0
