"""English pages are read by people whose first language it is not."""

from functools import cache

import pytest

from kb.site.reading import prose, reading_ease
from tests.real import english, source_page

EASY = 50.0
"""The least Flesch reading ease of a page; below it a text is 'difficult'."""


@cache
def ease(path: str) -> float:
    """Return the Flesch reading ease of a page's prose."""
    return reading_ease(source_page(path))


@cache
def worst() -> str:
    """Return the ten pages that are hardest to read."""
    pages = sorted(english(), key=ease)[:10]
    return "\n".join(f"{ease(path):5.1f} docs/en/{path}.md" for path in pages)


@pytest.mark.parametrize("path", english())
def test_a_page_can_be_read_by_a_beginner(path: str) -> None:
    assert ease(path) >= EASY, f"{ease(path):.1f}; the hardest are:\n{worst()}"


def test_prose_is_what_a_reader_reads() -> None:
    page = source_page("law/kz/joining")

    assert "|" not in prose(page)
    assert "[^" not in prose(page)
    assert page.front.title not in prose(page).splitlines()
