"""All pages of a language, written and made, as Markdown for the renderer.

Templates draw the ledger and the glossary from the library; their Markdown is a title. What is
open in a country is a list in Markdown, and so is a tool in a country.
"""

from dataclasses import dataclass
from functools import lru_cache

from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.parted import GLOSSARY, LEDGER, SHELVES
from kb.site.compose import page_markdown
from kb.site.glossary import parts
from kb.site.ledger import shelf_title
from kb.site.lists import OPEN_IN, OPEN_QUESTIONS, open_lists, open_questions_in, part_name
from kb.site.shelves import drawers
from kb.site.tools import country_title, tool_on, walk_in, walk_pages


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
        GLOSSARY: MadePage(word("glossary-title"), word("glossary-line"), "glossary.html"),
        "search": MadePage(word("search"), word("search-line"), "search.html"),
        f"{LEDGER}/index": MadePage(word("ledger-title"), line, "ledger-index.html"),
    }
    for number in parts(library):
        title = f"{word('glossary-title')}, {number}"
        pages[f"{GLOSSARY}/{number}"] = MadePage(title, word("glossary-line"), "glossary-part.html")
    for country in _open_in(library):
        name = part_name(library, language, country)
        title, told = word("open-in", country=name), word("open-in-line", country=name)
        pages[f"{OPEN_QUESTIONS}/{country}"] = MadePage(title, told, "main.html")
    for path, country in walk_pages(library):
        front = (library.page(language, path) or library.source_page(path)).front
        title = country_title(library, language, path, country)
        pages[f"{path}/{country}"] = MadePage(title, front.description, "main.html")
    for name in (*SHELVES, *drawers(library)):
        title = word("ledger-of", name=shelf_title(library, language, name))
        template = "ledger-drawer.html" if "/" in name else "ledger-shelf.html"
        pages[f"{LEDGER}/{name}"] = MadePage(title, line, template)
    return pages


def _open_in(library: Library) -> list[str]:
    """Return for which countries something is open; none without the page that leads there."""
    if OPEN_QUESTIONS not in library.pages[SOURCE]:
        return []
    return [one for one in OPEN_IN if open_lists(library, SOURCE, OPEN_QUESTIONS, one)]


def paths(library: Library) -> list[str]:
    """Return the path of every page that each language shows, written or made."""
    return [*library.pages[SOURCE], *made_pages(library, SOURCE)]


def markdown(library: Library, language: str, path: str) -> str:
    """Return the Markdown of a page in a language."""
    if path in library.pages[SOURCE]:
        return page_markdown(library, language, path)
    title = f"# {made_pages(library, language)[path].title} {{ #top }}\n"
    if path.startswith(f"{OPEN_QUESTIONS}/"):
        return "\n".join([title, *open_questions_in(library, language, path), ""])
    if tool_on(library, path) is not None:
        return "\n".join([title, *walk_in(library, language, path), ""])
    return title
