"""The addresses of all pages, each with its other languages, for search engines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kb.model.languages import EDITIONS, SOURCE, html_language
from kb.model.library import Library
from kb.site.made import made_pages
from kb.site.view import address, is_written

SEARCH = "search"
"""The page of results, which has nothing of its own to find."""


@dataclass(frozen=True)
class Entry:
    """One page in one language."""

    address: str
    checked: date | None
    """The day on which it was last read against its sources."""
    alternates: tuple[tuple[str, str], ...]
    """Language as HTML writes it, and address; English once more as `x-default`."""


def sitemap(library: Library, site_url: str) -> Iterator[Entry]:
    """Yield every page in every language in which it is written; stand-ins are left out."""
    made = made_pages(library, SOURCE)
    for path in (*library.pages[SOURCE], *made):
        if path == SEARCH:
            continue
        written = [code for code in EDITIONS if is_written(library, code, path)]
        alternates = tuple(
            (html_language(code), site_url + address(code, path)) for code in written
        )
        default = ("x-default", site_url + address(SOURCE, path))
        checked = None if path in made else library.source_page(path).front.checked
        for _, place in alternates:
            yield Entry(place, checked, (*alternates, default))
