"""All pages of a language, written and made, as Markdown for the renderer.

Templates draw the ledger and the glossary from the library; their Markdown is a title.
"""

from dataclasses import dataclass

from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.site.compose import page_markdown
from kb.site.ledger import shelf_title
from kb.site.notes import SHELVES


@dataclass(frozen=True)
class MadePage:
    """A page that no one writes."""

    title: str
    description: str
    template: str


def made_pages(library: Library, language: str) -> dict[str, MadePage]:
    """Return the pages that the build makes, by path."""

    def word(key: str, **values: str) -> str:
        return library.word(language, key, **values)

    line = word("ledger-line")
    pages = {
        "glossary": MadePage(word("glossary-title"), word("glossary-line"), "glossary.html"),
        "search": MadePage(word("search"), word("search-line"), "search.html"),
        "evidence/index": MadePage(word("ledger-title"), line, "ledger-index.html"),
    }
    for name in SHELVES:
        title = word("ledger-of", name=shelf_title(library, language, name))
        pages[f"evidence/{name}"] = MadePage(title, line, "ledger.html")
    return pages


def all_markdown(library: Library, language: str) -> dict[str, str]:
    """Return the Markdown of every page that a language shows, by path."""
    written = {path: page_markdown(library, language, path) for path in library.pages[SOURCE]}
    made = {
        path: f"# {page.title} {{ #top }}\n" for path, page in made_pages(library, language).items()
    }
    return written | made
