"""A tool without a script: a list that says all; and what the page hands to the script."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from kb.model.languages import long_date, number
from kb.model.library import Library
from kb.model.text import literal
from kb.model.tools import Builder, Sum, Walk
from kb.site.compose import page_markdown
from kb.site.tool_data import lines, sector_data, tool_data, writing
from kb.site.tools import sectors, tool_list

TOOLS = ("can-join", "work-status", "members-needed", "dues-calculator", "plan-builder")
LANGUAGES = ("en", "ru", "uz", "kk", "ky")


def listed(library: Library, language: str, name: str) -> str:
    return "\n".join(tool_list(library, language, f"tools/{name}", name))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TOOLS)
def test_each_fact_of_a_tool_is_cited_and_has_its_note(
    library: Library, name: str, language: str
) -> None:
    page = page_markdown(library, language, f"tools/{name}")
    for fact in {ground.fact for ground in library.grounds if ground.tool == name}:
        assert f"[^{fact}]" in page
        assert 1 == page.count(f"\n[^{fact}]: ")


@pytest.mark.parametrize("name", ["can-join", "work-status"])
def test_the_list_holds_every_question_answer_and_sentence(library: Library, name: str) -> None:
    walk = library.tools[name]
    assert isinstance(walk, Walk)
    text = listed(library, "en", name)

    assert [s.id for s in walk.steps] == re.findall(r'data-step="([^"]+)"', text)
    assert [o.id for o in walk.outcomes] == re.findall(r'data-outcome="([^"]+)"', text)
    assert sum(len(step.ways) for step in walk.steps) == text.count("data-answer=")
    for outcome in walk.outcomes:
        for part in outcome.parts:
            assert literal(part.text["en"]) in text


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
    data = tool_data(library, language, f"tools/{name}")

    assert data is not None
    assert data.address.startswith(f"{language}/assets/{name}.")
    text = data.text.removeprefix("globalThis.kbTool=").removesuffix(";\n")
    assert "print" in json.loads(text)["words"]


def test_a_page_that_is_no_tool_has_no_data(library: Library) -> None:
    assert tool_data(library, "en", "law/kz/joining") is None


def test_each_sector_fills_the_plan_for_each_country(library: Library) -> None:
    tool = library.tools["plan-builder"]
    assert isinstance(tool, Builder)
    found = sectors(library, tool)

    assert 10 <= len(found)
    for path in found:
        parts = sector_data(library, "en", path, tool)["parts"]
        assert isinstance(parts, dict)
        assert [part.id for part in tool.parts if part.section] == list(parts), path
        assert all(parts[part.id] for part in tool.parts if part.section), path
        assert all(3 <= len(row) for row in parts["weeks"]), path
        for part in ("law", "whom"):
            assert {"kz", "kg", "uz"} == parts[part].keys()
            assert all(parts[part].values()), (path, part)
        assert "[^" not in str(parts)


def test_a_plan_for_one_country_holds_no_row_of_another(library: Library) -> None:
    tool = library.tools["plan-builder"]
    assert isinstance(tool, Builder)
    whom = sector_data(library, "en", "recruit/sectors/transport", tool)["parts"]

    assert isinstance(whom, dict)
    assert any(line.startswith("Kyrgyzstan:") for line in whom["whom"]["kg"])
    assert not any(line.startswith("Uzbekistan:") for line in whom["whom"]["kg"])


def test_a_table_becomes_lines_without_its_head() -> None:
    table = ("| Hub | When |", "| --- | --- |", "| [Station](a.md) | Tuesday[^x] |", "", "Then go.")

    assert ["Station: Tuesday", "Then go."] == list(lines(table))


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
