"""TRN04: a translated section, or text of a tool, has the numbers and months of its source."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kb.checks.translations import current_sections, told
from kb.model.figures import MONTHS, months, numbers
from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.page import TOP, Page
from kb.model.problem import Problem
from kb.model.text import ATTRIBUTES, plain

ITEM = re.compile(r"^[ \t]*\d+[.)][ \t]")
"""The number of a list's item, which each language counts by itself."""
FIX = "write the figures of the English, as the language writes them"
RECENT = 1024
"""How many sections are remembered: those of a page in every language, which are read together."""


def figure_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each current section with other numbers or months than the English."""
    for source, name in current_sections(library, page):
        theirs, ours = _figures_of(source, name), _figures_of(page, name)
        for what in _differences(theirs, ours, name):
            yield Problem(page.file, page.sections[name].first_line, "TRN04", what, FIX)


def tool_figure_problems(library: Library) -> Iterator[Problem]:
    """Yield a problem for each text of a tool with other numbers or months than its English."""
    english, theirs = "", _figures("", SOURCE)
    for saying in library.sayings:
        ours = _figures(saying.text, saying.language)
        if saying.language == SOURCE:
            english, theirs = saying.text, ours
        for what in _differences(theirs, ours, english):
            yield Problem(saying.path, saying.line, "TRN04", what, FIX)


def _differences(theirs: "_Figures", ours: "_Figures", name: str) -> Iterator[str]:
    if theirs.numbers != ours.numbers:
        lists = [*theirs.numbers.elements()], [*ours.numbers.elements()]
        yield f"the numbers of '{name}' {told(*lists)}"
    # A month counts where it stands beside a number; elsewhere its name may be another word.
    missing, extra = theirs.dated - ours.months, ours.dated - theirs.months
    if missing or extra:
        yield f"the months of '{name}' {told(_named(missing), _named(extra))}"


@dataclass(frozen=True)
class _Figures:
    """What a section says in figures."""

    numbers: Counter[str]
    months: set[int]
    dated: set[int]


@lru_cache(maxsize=RECENT)
def _figures_of(page: Page, name: str) -> _Figures:
    return _figures(words_of(page, name), page.language)


def _figures(text: str, language: str) -> _Figures:
    return _Figures(numbers(text, language), *months(text, language))


def _named(found: set[int]) -> list[str]:
    names = MONTHS[SOURCE].split()
    return [names[month - 1] for month in sorted(found)]


@lru_cache(maxsize=RECENT)
def words_of(page: Page, name: str) -> str:
    """Return the words of a section, a line a line; those of the top with the front matter's."""
    section = page.sections[name]
    start = section.first_line - page.front_lines - 1
    front = [page.front.title, page.front.description] if name == TOP else []
    lines = page.plain[start : start + len(section.lines) - len(front)]
    cells = (ITEM.sub("", ATTRIBUTES.sub("", line)).replace("|", " ; ") for line in lines)
    return "\n".join([*front, *map(plain, cells)])
