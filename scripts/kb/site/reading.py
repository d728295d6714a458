"""How easy the English pages read: the Flesch reading ease of their prose, by textstat.

textstat comes with what `make test` installs; without it `hardest` says so.
"""

import importlib
from collections.abc import Iterator

from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.page import Page
from kb.model.text import plain

WORST = 10
"""How many pages `kb status` names."""
NOT_PROSE = ("|", "#", "<!--", "!!!", "![")
ENDS = (".", "?", "!", ":", ";")


def prose(page: Page) -> str:
    """Return the sentences of a page, each on its line: no tables, headings or boxes' titles."""
    lines = [plain(line) for line in page.plain if not line.lstrip().startswith(NOT_PROSE)]
    return "\n".join(line if line.endswith(ENDS) else f"{line}." for line in lines if line)


def reading_ease(page: Page) -> float:
    """Return the Flesch reading ease, about 0 to 100; below 50 a text is 'difficult'.

    Raises `ImportError` where textstat is not installed.
    """
    return float(importlib.import_module("textstat").flesch_reading_ease(prose(page)))


def hardest(library: Library) -> Iterator[str]:
    """Yield the ten English pages that are hardest to read, for `kb status`."""
    yield "reading ease of English pages, the ten lowest"
    try:
        found = sorted((reading_ease(page), page.file) for page in library.pages[SOURCE].values())
    except ImportError:
        yield "  not measured: run make test once, it installs textstat"
        return
    yield from (f"{ease:6.1f}  {file}" for ease, file in found[:WORST])
