"""All pages of a language, written and made, as Markdown for the renderer.

Templates draw the ledger and the glossary from the library; their Markdown is a title.
"""

from dataclasses import dataclass
from functools import lru_cache

from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.site.compose import page_markdown
from kb.site.ledger import shelf_title
from kb.site.shelves import SHELVES, drawers

LEDGER = "evidence"
"""The folder of the ledger's pages."""


@dataclass(frozen=True)
class MadePage:
    """A page that no one writes."""

    title: str
    description: str
    template: str


@lru_cache(maxsize=16)
def made_pages(library: Library, language: str) -> dict[str, MadePage]:
    """Return the pages that the build makes, by path."""

    def word(key: str, **values: str) -> str:
        return library.word(language, key, **values)

    line = word("ledger-line")
    pages = {
        "glossary": MadePage(word("glossary-title"), word("glossary-line"), "glossary.html"),
        "search": MadePage(word("search"), word("search-line"), "search.html"),
        f"{LEDGER}/index": MadePage(word("ledger-title"), line, "ledger-index.html"),
    }
    for name in (*SHELVES, *drawers(library)):
        title = word("ledger-of", name=shelf_title(library, language, name))
        template = "ledger-drawer.html" if "/" in name else "ledger-shelf.html"
        pages[f"{LEDGER}/{name}"] = MadePage(title, line, template)
    return pages


def paths(library: Library) -> list[str]:
    """Return the path of every page that each language shows, written or made."""
    return [*library.pages[SOURCE], *made_pages(library, SOURCE)]


def markdown(library: Library, language: str, path: str) -> str:
    """Return the Markdown of a page in a language."""
    if path in library.pages[SOURCE]:
        return page_markdown(library, language, path)
    return f"# {made_pages(library, language)[path].title} {{ #top }}\n"
