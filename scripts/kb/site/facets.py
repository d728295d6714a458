"""What the page of results can be narrowed to: country, kind of page, sector."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model.evidence import COUNTRIES
from kb.model.front_matter import Kind
from kb.model.library import Library
from kb.model.sectors import sector_of

GLOSSARY = "term"
KINDS = (*Kind, GLOSSARY)
"""The kinds of pages, and the entries of the glossary."""


@dataclass(frozen=True)
class Facet:
    """One question, and its answers: as written in the address, and as the reader calls them."""

    name: str
    values: tuple[tuple[str, str], ...]


def facets(library: Library, language: str) -> Iterator[Facet]:
    """Yield the three facets in the reader's language."""
    word = library.word
    yield Facet("country", tuple((code, word(language, code)) for code in COUNTRIES))
    kinds = ((str(kind), word(language, f"search-kind-{kind}")) for kind in KINDS)
    yield Facet("kind", tuple(kinds))
    yield Facet("sector", tuple(_sectors(library, language)))


def _sectors(library: Library, language: str) -> Iterator[tuple[str, str]]:
    for path, source in library.pages["en"].items():
        if name := sector_of(path):
            page = library.page(language, path) or source
            yield name, page.front.title
