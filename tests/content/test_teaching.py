"""Seminar plans that add up, kits with their sheets, sector plans and questions that are whole."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from kb.model.front_matter import Kind
from kb.model.page import SECTION_LEVEL
from tests.real import english, library, source_page, tables

MINUTES = "Minutes"
NUMBER = re.compile(r"^(?P<minutes>\d+)$")
TOTAL = re.compile(r"^\*\*(?P<total>\d+)\*\*$")


class Plan(NamedTuple):
    """The column of minutes of one table."""

    path: str
    number: int
    cells: list[str]


def plans(folder: str = "") -> Iterator[Plan]:
    for path in english(folder):
        for number, (head, *body) in enumerate(tables(source_page(path)), start=1):
            if MINUTES in head:
                column = head.index(MINUTES)
                yield Plan(path, number, [row[column] for row in body])


WITH_TOTAL = [plan for plan in plans() if TOTAL.match(plan.cells[-1])]


@pytest.mark.parametrize("plan", WITH_TOTAL, ids=lambda plan: f"{plan.path}-table-{plan.number}")
def test_minutes_add_up(plan: Plan) -> None:
    """A plan that is ten minutes short loses its last exercise."""
    *steps, last = plan.cells
    total = TOTAL.match(last)

    assert [] == [cell for cell in steps if not NUMBER.match(cell)]
    assert total is not None
    assert int(total["total"]) == sum(int(cell) for cell in steps)


@pytest.mark.parametrize(
    "plan", list(plans("training/")), ids=lambda plan: f"{plan.path}-{plan.number}"
)
def test_a_plan_of_a_training_ends_in_its_total(plan: Plan) -> None:
    assert TOTAL.match(plan.cells[-1])


KITS = [path for path in english() if source_page(path).front.kind is Kind.KIT]


@pytest.mark.parametrize("path", KITS)
def test_the_sheets_of_a_kit_are_there(path: str) -> None:
    """A trainer prints them the evening before."""
    targets = [link.target.partition("#")[0] for link in source_page(path).links]
    files = {target.rpartition("sheets/")[2] for target in targets if "sheets/" in target}
    sheets = sorted(file.removesuffix(".md") for file in files)

    assert sheets
    assert [] == [sheet for sheet in sheets if library().page("en", f"sheets/{sheet}") is None]


PARTS = [
    "answer",
    "who-works-there",
    "what-hurts",
    "already-organised",
    "whom-first",
    "offer",
    "objections",
    "first-90-days",
    "measures",
    "law-that-matters",
    "risks",
    "unknown",
]
SECTORS = [
    "transport",
    "construction",
    "business-services",
    "culture-sport",
    "tourism",
    "agriculture",
    "information-technology",
    "entrepreneurship",
    "markets",
    "home-and-domestic-work",
]


@pytest.mark.parametrize("sector", SECTORS)
def test_a_sector_plan_has_all_its_parts(sector: str) -> None:
    """Whoever knows one plan finds her way in the others."""
    headings = source_page(f"recruit/sectors/{sector}").headings

    assert PARTS == [heading.id for heading in headings if heading.level == SECTION_LEVEL]


QUESTIONS = [
    ("q-charter-employees", "law/statutes"),
    ("q-driver-no-employer", "law/kg/joining"),
    ("q-sellers-committee", "law/statutes"),
    ("q-map-week", "recruit/map"),
    ("q-first-talk", "recruit/conversation"),
    ("q-unpaid", "recruit/unpaid-work"),
    ("q-gph-ban", "law/kz/platform-work"),
    ("q-demands-safe", "recruit/cases/kazakhstan-couriers"),
    ("q-osh", "recruit/cases/osh-taxi"),
    ("q-first-draft", "recruit/agreements"),
    ("q-blocked", "recruit/blocked-account"),
    ("q-accept-terms", "law/uz/employment-status"),
    ("q-dues-wallet", "recruit/dues"),
    ("q-unpaid-dues", "recruit/dues"),
    ("q-how-many-pay", "recruit/dues"),
    ("q-one-per-cent", "recruit/dues"),
    ("q-taxi-licence", "law/kg/platform-work"),
    ("q-pension-years", "law/uz/self-employed"),
    ("q-pickers", "recruit/sectors/agriculture"),
    ("q-home-sewer", "recruit/sectors/home-and-domestic-work"),
    ("q-guides-artists", "recruit/sectors/culture-sport"),
    ("q-foresight-day", "training/foresight-day"),
    ("q-taliga", "seminars/2021-kazakhstan-study"),
    ("q-school", "training/organising-school"),
]
"""The questions that organisers brought, each with the page that answers it at length."""


@pytest.mark.parametrize(("question", "behind"), QUESTIONS)
def test_a_question_that_was_asked_has_its_entry_and_its_page(question: str, behind: str) -> None:
    page = source_page("questions")
    lines = {heading.id: heading.line for heading in page.headings}
    start = lines[question]
    end = min([line for line in lines.values() if line > start], default=10**6)

    targets = {link.target.partition("#")[0] for link in page.links if start < link.line < end}
    assert f"{behind}.md" in targets
    assert library().page("en", behind) is not None
