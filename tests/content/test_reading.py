"""English pages are read by people whose first language it is not."""

from functools import cache

import pytest
import textstat

from kb.model.page import Page
from kb.model.text import plain
from tests.real import english, source_page

EASY = 50.0
"""The least Flesch reading ease of a page; below it a text is 'difficult'."""
NOT_PROSE = ("|", "#", "<!--", "!!!", "![")
ENDS = (".", "?", "!", ":", ";")


def prose(page: Page) -> str:
    """Return the sentences of a page, each on its line: no tables, headings or boxes' titles."""
    lines = [plain(line) for line in page.plain if not line.lstrip().startswith(NOT_PROSE)]
    return "\n".join(line if line.endswith(ENDS) else f"{line}." for line in lines if line)


@cache
def reading_ease(path: str) -> float:
    """Return the Flesch reading ease of a page's prose."""
    return float(textstat.flesch_reading_ease(prose(source_page(path))))


@cache
def worst() -> str:
    """Return the ten pages that are hardest to read."""
    pages = sorted(english(), key=reading_ease)[:10]
    return "\n".join(f"{reading_ease(path):5.1f} docs/en/{path}.md" for path in pages)


@pytest.mark.parametrize("path", english())
def test_a_page_can_be_read_by_a_beginner(path: str) -> None:
    assert reading_ease(path) >= EASY, f"{reading_ease(path):.1f}; the hardest are:\n{worst()}"


def test_prose_is_what_a_reader_reads() -> None:
    page = source_page("law/kz/joining")

    assert "|" not in prose(page)
    assert "[^" not in prose(page)
    assert page.front.title not in prose(page).splitlines()
