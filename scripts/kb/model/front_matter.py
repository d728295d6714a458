"""The fields at the head of a page: what it is, for whom, and when it was read."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints, field_validator

from kb.model.data import parse, read_data
from kb.model.evidence import COUNTRIES, Closed, Country, Day, Text
from kb.model.problem import Problem
from kb.model.source import Source


class Kind(StrEnum):
    """The one job that a page does."""

    GUIDE = "guide"
    LAW = "law"
    CASE = "case"
    SEMINAR = "seminar"
    KIT = "kit"
    SHEET = "sheet"
    TOOL = "tool"
    ABOUT = "about"


class FrontMatter(Closed):
    """Every field a page may carry; the order here is the order on the page."""

    title: Text
    description: Annotated[Text, StringConstraints(max_length=160)]
    kind: Kind
    countries: tuple[Country, ...]
    checked: Day
    """The day on which the page was last read against its sources."""
    check_by: Day

    @field_validator("countries")
    @classmethod
    def _in_order(cls, countries: tuple[Country, ...]) -> tuple[Country, ...]:
        if list(countries) != [country for country in COUNTRIES if country in countries]:
            raise ValueError("countries stand once each, in the order kz, kg, uz")
        return countries


def no_front_matter(path: str, what: str) -> Problem:
    """Return the problem of a page that has no fields at its head."""
    return Problem(
        path,
        1,
        "FM01",
        what,
        "begin the page with its fields between two lines '---'; copy another page's",
    )


def read_front_matter(path: str, text: str) -> FrontMatter | list[Problem]:
    """Return the fields that stand between the two fences, or what is wrong with them."""
    if not text.strip():
        return [no_front_matter(path, "the front matter is empty")]
    data = read_data(Source(path, text), first_line=2)
    if data.problems:
        return [_as_front_matter(problem) for problem in data.problems]
    front = parse(data, FrontMatter, data.value)
    if isinstance(front, list):
        return [_as_front_matter(problem) for problem in front]
    if (problem := _order_problem(path, list(data.value))) is not None:
        return [problem]
    return front


def _as_front_matter(problem: Problem) -> Problem:
    if problem.code != "DAT01":
        fix = f"a page has exactly these fields: {', '.join(FrontMatter.model_fields)}"
        return Problem(problem.path, problem.line, "FM02", problem.what, fix)
    fix = "quote a value that has a colon; dates are written 2026-11-02"
    if "there is a tab" in problem.fix:
        fix = problem.fix
    return Problem(problem.path, problem.line, "FM01", problem.what, fix)


def _order_problem(path: str, fields: list[str]) -> Problem | None:
    wanted = list(FrontMatter.model_fields)
    if fields == wanted:
        return None
    return Problem(
        path,
        2,
        "FM02",
        "the fields do not stand in their order",
        f"put them into this order: {', '.join(wanted)}",
    )
