"""A tool without a script: a list that says all; and what the page hands to the script."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from kb.model.cyrillic import Cyrillic
from kb.model.languages import editions_of, long_date, number
from kb.model.library import Library
from kb.model.text import literal
from kb.model.tools import Sum, Walk
from kb.site.ledger import entries
from kb.site.made import markdown
from kb.site.shelves import drawer
from kb.site.tool_data import tool_scripts, writing
from kb.site.tools import tool_list, tool_on, walk_pages
from kb.site.view import Around, PageView

TOOLS = ("can-join", "work-status", "members-needed", "dues-calculator", "plan-builder")
LANGUAGES = ("en", "ru", "uz", "kk", "ky")


def listed(library: Library, language: str, name: str) -> str:
    return "\n".join(on_pages(library, language, name))


def pages_of(library: Library, name: str) -> Iterator[str]:
    """Yield the pages on which a tool works."""
    path = f"tools/{name}"
    pages = [f"{page}/{country}" for page, country in walk_pages(library) if page == path]
    yield from pages or [path]


def on_pages(library: Library, language: str, name: str) -> list[str]:
    """Return the Markdown of each page on which a tool works."""
    return [markdown(library, language, page) for page in pages_of(library, name)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TOOLS)
def test_each_fact_of_a_tool_is_cited_and_has_its_note(
    library: Library, name: str, language: str
) -> None:
    cited = set()
    for page in on_pages(library, language, name):
        notes = re.findall(r"^\[\^([^\]]+)\]: ", page, re.MULTILINE)
        assert sorted(set(re.findall(r"\[\^([^\]]+)\]", page))) == sorted(notes)
        cited.update(notes)

    assert set() == {one.fact for one in library.grounds if one.tool == name} - cited


@pytest.mark.parametrize("name", ["can-join", "work-status"])
def test_the_list_holds_every_question_answer_and_sentence(library: Library, name: str) -> None:
    walk = library.tools[name]
    assert isinstance(walk, Walk)
    text = listed(library, "en", name)

    steps = [step for step in walk.steps if step.country]
    assert [step.id for step in steps] == re.findall(r'data-step="([^"]+)"', text)
    assert [one.id for one in walk.outcomes] == re.findall(r'data-outcome="([^"]+)"', text)
    assert sum(len(step.ways) for step in steps) == text.count("data-answer=")
    for outcome in walk.outcomes:
        for part in outcome.parts:
            assert literal(part.text["en"]) in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["can-join", "work-status"])
def test_the_page_of_a_walk_leads_to_its_countries(
    library: Library, name: str, language: str
) -> None:
    """Under the anchors at which the list of each country stood before it had a page."""
    lines = list(tool_list(library, language, f"tools/{name}", name))

    words = [(one, library.word(language, one)) for one in ("kz", "kg", "uz")]
    assert [
        line
        for country, word in words
        for line in (f"- [{word}]({name}/{country}.md)", f"    {{ #list-{country} }}")
    ] == lines[3:-1]


def test_the_ledger_leads_to_the_country_in_which_a_tool_names_a_fact(library: Library) -> None:
    fact = library.facts["kz-union-foreigners-may-join"]
    name = drawer(library, library.instruments[fact.instrument])
    (resting,) = (
        told.resting
        for entry in entries(library, "en", name)
        for told in entry.facts
        if told.fact is fact
    )

    title = "Kazakhstan: Can this worker join a union?"
    assert (title, "../../../tools/can-join/kz/") in resting
    assert [] == [where for _, where in resting if where.endswith("tools/can-join/")]


def test_the_list_says_since_when_and_after_which_answer(library: Library) -> None:
    text = listed(library, "en", "can-join")

    assert '<span class="kb-days">since 8 June 2026:</span>' in text
    assert 'data-since="2026-06-08"' in text
    assert '<span class="kb-days">before 8 March 2020:</span>' in text
    assert 'If the answer is "A civil contract for services or works.":' in text


def test_a_sentence_that_no_one_translated_is_english_and_says_so(library: Library) -> None:
    """A missing translation never breaks a page and never passes for the reader's language."""
    tool = library.tools["members-needed"]
    assert isinstance(tool, Sum)
    fields = tuple(field.model_copy(update={"label": {"en": "Members"}}) for field in tool.fields)
    bare = replace(library, tools={tool.id: tool.model_copy(update={"fields": fields})})

    text = listed(bare, "kk", "members-needed")

    assert '<span lang="en">Members</span>' in text
    assert bare.word("kk", "missing-section") in text
    assert "kb-notice" not in listed(bare, "en", "members-needed")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TOOLS)
def test_the_data_of_a_tool_is_a_script_of_its_own(
    library: Library, name: str, language: str
) -> None:
    editions = editions_of(language)
    scripts = list(tool_scripts(library, language, library.tools[name]))

    assert len(editions) == len(scripts)
    for edition, data in zip(editions, scripts, strict=True):
        assert data.address.startswith(f"{edition}/assets/{name}.")
        text = data.text.removeprefix("globalThis.kbTool=").removesuffix(";\n")
        assert library.word(edition, "tool-print") == json.loads(text)["words"]["print"]


@pytest.mark.parametrize("name", TOOLS)
def test_another_spelling_has_another_address(library: Library, name: str) -> None:
    """A browser keeps the file for a year; a page and its twin ask for it by the same name."""
    tool = library.tools[name]
    other = replace(library, cyrillic=Cyrillic(words={"chop": "чоб"}))

    (latin, cyrillic), (same, corrected) = (
        tool_scripts(one, "uz", tool) for one in (library, other)
    )

    assert latin.address.removeprefix("uz/") == cyrillic.address.removeprefix("uz-cyrl/")
    assert latin.text == same.text
    assert cyrillic.text != corrected.text
    assert cyrillic.address != corrected.address
    assert same == PageView(other, "uz", next(pages_of(other, name)), Around("/")).tool_data


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("tools/can-join/kz", "can-join"),
        ("tools/can-join", None),
        ("tools/members-needed", "members-needed"),
        ("tools/members-needed/kz", None),
        ("tools/index", None),
        ("law/kz/joining", None),
    ],
)
def test_a_tool_works_on_its_pages_alone(library: Library, path: str, name: str | None) -> None:
    tool = tool_on(library, path)

    assert name == (tool.id if tool else None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", ["kz", "kg", "uz"])
def test_a_walk_in_a_country_says_what_it_is_and_when_it_was_read(
    library: Library, country: str, language: str
) -> None:
    """It is a translation as much as the page that leads there."""
    page = PageView(library, language, f"tools/can-join/{country}", Around("/"))
    parent = PageView(library, language, "tools/can-join", Around("/"))

    assert page.meta["title"] == f"{page.word(country)}: {parent.meta['title']}"
    assert (page.kind, page.checked, page.check_by, page.is_draft) == (
        parent.kind,
        parent.checked,
        parent.check_by,
        parent.is_draft,
    )
    assert "js/tools.js" == page.tool_script
    assert "" == parent.tool_script


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_and_numbers_are_written_as_the_language_writes_them(language: str) -> None:
    """Browsers do not know Uzbek, Kazakh and Kyrgyz everywhere; the build does."""
    found = writing(language)
    days = found["days"]

    assert isinstance(days, list)
    for month, day in enumerate(days, 1):
        assert day.replace("22", "8").replace("2001", "2026") == long_date(
            date(2026, month, 8), language
        )
    assert number(12345.6, language) == f"12{found['group']}345{found['decimal']}6"
