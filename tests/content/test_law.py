"""The law pages: whole, alike in the three countries, each date with its source."""

import re

import pytest

from kb.model.evidence import COUNTRIES
from kb.model.page import CITATION
from kb.model.text import plain
from tests.real import english, library, source_page, tables

SEVEN = (
    "joining",
    "employment-status",
    "platform-work",
    "self-employed",
    "bargaining",
    "inspection-and-courts",
    "changes",
)
FEWEST_FACTS = 8
UNCITED = {"law/open-questions"}
"""Pages that tell what is not known, and so rest on few facts."""
COMPARED = ("law/index", "law/remedies")
"""Pages that set the three countries side by side."""
NOT_ESTABLISHED = "Not established"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAY = re.compile(
    rf"(?:(?P<day>[1-9]|[12]\d|3[01]) )?(?P<month>{'|'.join(MONTHS)}) (?P<year>(?:19|20)\d\d)\b"
)
"""'1 July 2026' or 'July 2026'."""
YEAR = re.compile(r"^[ \t]*- \*\*(?P<year>(?:19|20)\d\d)\*\*")
"""A change of which only the year is known."""
DATED = re.compile(r"^[ \t]*- \*\*(?P<date>[^*]*\d{4}[^*]*)\*\*")
PAGES = [f"law/{country}/{name}" for country in COUNTRIES for name in SEVEN]


@pytest.mark.parametrize("path", PAGES)
def test_each_country_has_each_page(path: str) -> None:
    assert path.split("/")[1] in source_page(path).front.countries


@pytest.mark.parametrize("path", [path for path in english("law/") if path not in UNCITED])
def test_a_law_page_rests_on_facts(path: str) -> None:
    assert len(source_page(path).cited) >= FEWEST_FACTS


def comparison() -> list[tuple[str, str]]:
    return [
        (head, cell)
        for path in COMPARED
        for heads, *body in tables(source_page(path))
        for row in body
        for head, cell in zip(heads[1:], row[1:], strict=True)
        if cell
    ]


@pytest.mark.parametrize(("head", "cell"), comparison())
def test_a_cell_of_the_comparison_cites_or_says_that_nothing_is_known(head: str, cell: str) -> None:
    assert CITATION.search(cell) or NOT_ESTABLISHED in cell, head


def haystack(facts: list[str]) -> str:
    """Return all that the records of the facts and their instruments say."""
    parts: list[str] = []
    for name in facts:
        fact = library().facts[name]
        law = library().instruments[fact.instrument]
        days = (fact.as_of, law.adopted, law.in_force, law.amended)
        parts += [fact.statement, fact.note, fact.quote or "", fact.pinpoint or ""]
        parts += [*(str(day) for day in days), law.note, law.number or "", *law.title.values()]
    return " ".join(parts)


def is_told(day: str, month: str, year: str, record: str) -> bool:
    """Return whether a record names the day, in one of the ways in which records do."""
    number = MONTHS.index(month) + 1
    written = [f"{year}-{number:02}-{int(day):02}" if day else f"{year}-{number:02}"]
    if day:
        written += [f"{month} {day}, {year}", f"{int(day):02}.{number:02}.{year}"]
    spoken = f"{day} {month}".strip()
    # 'between 1 January and 1 July 2026' names the year once for both days
    apart = re.search(rf"(?<!\d){re.escape(spoken)}\b", record) and year in record
    return bool(apart) or any(form in record for form in written)


def changes() -> list[tuple[str, int, str]]:
    pages = [source_page(path) for path in english("law/") if path.endswith("/changes")]
    return [
        (page.path, number, line)
        for page in pages
        for number, line in enumerate(page.plain, page.front_lines + 1)
        if CITATION.search(line) or DATED.match(line)
    ]


@pytest.mark.parametrize(
    ("path", "number", "line"), changes(), ids=[f"{path}:{number}" for path, number, _ in changes()]
)
def test_a_date_of_a_change_stands_in_the_cited_record(path: str, number: int, line: str) -> None:
    """A wrong day costs a worker her claim."""
    cited = [match["id"] for match in CITATION.finditer(line)]
    record = haystack([fact for fact in cited if fact in library().facts])

    days = [match.groupdict(default="") for match in DAY.finditer(plain(line))]
    missing = [day for day in days if not is_told(**day, record=record)]
    years = [match["year"] for match in YEAR.finditer(line) if match["year"] not in record]
    assert cited, f"docs/en/{path}.md:{number} has a date and no fact"
    assert ([], []) == (missing, years), f"docs/en/{path}.md:{number}"


@pytest.mark.parametrize(
    ("day", "month", "year", "told"),
    [
        ("1", "July", "2026", True),
        ("8", "June", "2026", True),
        ("", "March", "2025", True),
        ("4", "May", "2020", True),
        ("2", "July", "2026", False),
        ("", "April", "2025", False),
        ("9", "June", "2026", False),
    ],
)
def test_is_told(*, day: str, month: str, year: str, told: bool) -> None:
    record = "From 2026-07-01, as on 8 June 2026, and May 4, 2020; signed on 2025-03-15."
    assert told == is_told(day, month, year, record)
