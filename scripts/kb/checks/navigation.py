"""NAV01: the navigation in mkdocs.yml has every page, and no page that is not there."""

import re
from collections.abc import Iterator

from kb.checks.links import MADE_BY_THE_BUILD
from kb.model.data import Data, Place, read_data
from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.problem import Problem
from kb.model.source import Source

FILE = "mkdocs.yml"
NAVIGATION = re.compile(r"^nav:.*(?:\n(?![a-z]).*)*", re.MULTILINE)
"""The field 'nav' with the lines below it, to the next field."""


def navigation_problems(library: Library) -> Iterator[Problem]:
    """Yield a problem for each page that is not in the navigation, and for each there in vain."""
    file = library.root / FILE
    text = file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""
    # The navigation alone: the rest of the file has tags, which no data may have.
    if (found := NAVIGATION.search(text)) is None:
        return
    first_line = text.count("\n", 0, found.start()) + 1
    data = read_data(Source(FILE, found[0]), first_line=first_line)
    yield from data.problems
    if not data.problems:
        yield from _differences(library, dict(_entries(data, data.value, ())))


def _entries(data: Data, value: object, place: Place) -> Iterator[tuple[str, int]]:
    """Yield each page of the navigation with its line."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _entries(data, item, (*place, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _entries(data, item, (*place, number))
    elif isinstance(value, str) and value.endswith(".md"):
        yield value.removesuffix(".md"), data.line_of(place)


def _differences(library: Library, entries: dict[str, int]) -> Iterator[Problem]:
    pages = library.pages.get(SOURCE, {})
    for path, page in pages.items():
        if path not in entries:
            fix = f"write {path}.md below 'nav' in {FILE}, where readers should find it"
            yield Problem(page.file, 1, "NAV01", "the page is not in the navigation", fix)
    for path, line in entries.items():
        is_there = path in pages or library.is_unread(f"docs/{SOURCE}/{path}.md")
        if not (is_there or path in MADE_BY_THE_BUILD):
            what = f"the navigation names '{path}.md', which does not exist"
            yield Problem(FILE, line, "NAV01", what, "correct the path, or remove the line")
