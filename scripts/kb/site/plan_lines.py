"""Sector pages as parts of a plan: for each country the lines that speak of it, and their links."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kb.model.countries import countries_in
from kb.model.evidence import COUNTRIES, Country
from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.page import CITATION, LINK, TOP, Page, headings
from kb.model.text import linked_page, plain

ROW = re.compile(r"^[ \t]*\|(?P<cells>.*)\|[ \t]*$")
RULE = re.compile(r"^[ \t]*\|[ \t:|-]+\|[ \t]*$")
LIST_SIGN = re.compile(r"^[ \t]*(?:[-*]|\d+[.)])[ \t]")
SENTENCE_END = re.compile(r"(?<=[.!?\]])[ \t]+(?=[«“„\"(\[]?[^\W\d_])")
"""Where a sentence of a cell may end: no figure follows, as after 'art.'."""


def in_cells(line: str) -> list[str]:
    """Return the words of a row's cells; a sentence beside the table is a row without a week."""
    return [plain(cell) for cell in _cells(line)] if ROW.match(line) else ["", plain(line), ""]


def in_words(line: str) -> str:
    """Return the words of a line; a row of a table becomes one sentence."""
    if not ROW.match(line):
        text = plain(line)
        return f"- {text}" if text and LIST_SIGN.match(line) else text
    first, *rest = (cell.rstrip(".") for cell in in_cells(line))
    return f"{first}: {'; '.join(rest)}"


def plan_lines(library: Library, page: Page, section: str) -> Iterator[dict[Country, str]]:
    """Yield each line of a section, as it is in the plan of each country, heads left out.

    A line speaks of the countries from which its facts are, and of those that it names; one that
    speaks of none stands in every plan.
    """
    lines = [line for line in page.sections[section].lines[1:] if line.strip()]
    below: set[str] = set()
    for line, after in pairwise([*lines, ""]):
        heading = next(headings((line,), 1), None)
        if heading and heading.country:
            below = {heading.country}
        elif not RULE.match(line) and not RULE.match(after):
            about = below or _named(library, page.language, line)
            told = {country: _told(library, line, about, country) for country in COUNTRIES}
            if found := {country: text for country, text in told.items() if text}:
                yield found


def _named(library: Library, language: str, line: str) -> set[str]:
    """Return the countries that a line names; a row is about the one that its first cell is."""
    if ROW.match(line):
        first = plain(_cells(line)[0])
        return {country for country in COUNTRIES if first == library.word(language, country)}
    return {*countries_in(library, language, line)}


def _told(library: Library, line: str, about: set[str], country: Country) -> str:
    """Return what a line says in the plan of a country; empty where it says nothing there."""
    if not ROW.match(line):
        about = about | _jurisdictions(library, line)
        return line if not about or country in about else ""
    if about:
        return line if country in about else ""
    cells = [without_others(library, cell, country) for cell in _cells(line)]
    return f"| {' | '.join(cells)} |" if cells[0] else ""


def without_others(library: Library, cell: str, country: Country) -> str:
    """Return the sentences of a cell but for those with facts of other countries."""
    return " ".join(
        sentence
        for sentence in _split(cell.strip())
        if _jurisdictions(library, sentence) <= {country}
    )


def _split(text: str) -> Iterator[str]:
    """Yield the sentences; small letters go on with the one before, as after 'т.б.'."""
    before = ""
    for piece in SENTENCE_END.split(text):
        first = next((sign for sign in piece if sign.isalpha()), "")
        if before and not first.islower():
            yield before
            before = ""
        before = f"{before} {piece}" if before else piece
    yield before


def _jurisdictions(library: Library, text: str) -> set[str]:
    facts = (library.facts.get(match["id"]) for match in CITATION.finditer(text))
    found = {library.instruments[fact.instrument].jurisdiction for fact in facts if fact}
    return found - {"int"}


def _cells(line: str) -> list[str]:
    match = ROW.match(line)
    return match["cells"].split("|") if match else [line]


def plan_pages(
    library: Library, page: Page, lines: Iterable[dict[Country, str]]
) -> list[dict[Country, dict[str, str]]]:
    """Return the page itself, then those to which lines lead: title and short id, by country."""
    named = [(page.path, country) for country in COUNTRIES]
    for line in lines:
        for country, told in line.items():
            targets = (link["target"].partition("#")[0] for link in LINK.finditer(told))
            named += [(linked_page(page.path, target) or "", country) for target in targets]
    found: dict[str, dict[Country, dict[str, str]]] = {}
    for path, country in named:
        there = library.page(page.language, path) or library.pages[SOURCE].get(path)
        if there and (short := library.shorts.get(path, {}).get(TOP)):
            found.setdefault(path, {})[country] = {"title": there.front.title, "short": short}
    return list(found.values())
