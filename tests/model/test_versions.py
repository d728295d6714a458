"""What changed in a sheet: told by section and sentence, from its own record alone."""

from datetime import date

from kb.model.page import Page, read_page
from kb.model.source import Source
from kb.model.versions import Change, Version, released

SHEET = """---
title: Тыңдау жазбалары
description: Бір жұмыскерге бір парақ.
kind: sheet
countries: [kz, kg, uz]
checked: 2026-11-02
check_by: 2027-05-02
---

# Тыңдау жазбалары { #top }

Есім жазылмайды.

## Ол не айтты? { #said }

Соңғы жұмыс күніңіз қалай өтті?
Кірер ме еді?
"""
FIRST, LATER, LAST = date(2026, 11, 2), date(2026, 12, 1), date(2027, 1, 5)


def sheet(text: str = SHEET) -> Page:
    page = read_page(Source("docs/kk/sheets/notes.md", text), "kk", "sheets/notes")
    assert isinstance(page, Page)
    return page


def test_the_first_version_has_no_changes() -> None:
    assert (Version(day=FIRST, changes=()),) == released(sheet(), None, FIRST).versions


def test_a_page_that_did_not_change_gets_no_version() -> None:
    first = released(sheet(), None, FIRST)

    assert first == released(sheet(), first, LATER)


def test_a_new_sentence_is_told_with_its_section() -> None:
    first = released(sheet(), None, FIRST)
    changed = sheet(SHEET.replace("Кірер ме еді?", "**Кірер** ме едіңіз?"))

    second = released(changed, first, LATER)
    expected = Version(day=LATER, changes=(Change(section="said", text="Кірер ме едіңіз?"),))
    assert expected == second.versions[-1]
    assert [FIRST, LATER] == [version.day for version in second.versions]


def test_a_sentence_that_was_taken_out_is_a_change_of_its_section() -> None:
    first = released(sheet(), None, FIRST)
    second = released(sheet(SHEET.replace("Кірер ме еді?\n", "")), first, LATER)

    assert (Change(section="said", text=""),) == second.versions[-1].changes


def test_a_section_that_was_taken_out_is_a_change_of_the_page() -> None:
    """Paper that still has it must not be told to be current."""
    first = released(sheet(), None, FIRST)
    second = released(sheet(SHEET.partition("## ")[0]), first, LATER)

    assert (
        Version(day=FIRST, changes=()),
        Version(day=LATER, changes=(Change(section="top", text=""),)),
    ) == second.versions


def test_a_title_that_paper_does_not_show_is_no_change() -> None:
    """Who holds the sheet would look for it in vain."""
    first = released(sheet(), None, FIRST)
    renamed = sheet(SHEET.replace("title: Тыңдау жазбалары", "title: Тыңдау"))

    second = released(renamed, first, LATER)
    assert first.versions == second.versions
    assert second == released(renamed, second, LATER)


def test_two_releases_on_one_day_are_one_for_the_reader() -> None:
    first = released(sheet(), None, FIRST)
    second = released(sheet(SHEET.replace("Есім", "Аты-жөні")), first, LAST)
    third = released(sheet(SHEET.replace("Есім", "Телефон")), second, LAST)

    assert [FIRST, LAST] == [version.day for version in third.versions]
    assert ["Аты-жөні жазылмайды.", "Телефон жазылмайды."] == [
        change.text for change in third.versions[-1].changes
    ]
