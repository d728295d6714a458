"""The index of the real knowledge base, made once for each worker and language."""

from functools import cache

from kb.search.documents import documents
from kb.search.index import Index, make_index
from kb.search.quality import Shelf
from kb.search.reading import Reader
from tests.real import ROOT, library

HERE = ROOT / "tests" / "search"
SCRIPTS = ROOT / "overrides" / "assets" / "js"


@cache
def index(language: str) -> Index:
    """Return the files of a language."""
    return make_index(library(), language)


def reader(language: str) -> Reader:
    """Return a reader that has loaded nothing yet."""
    return Reader(index(language).files.get)


@cache
def shelf(language: str) -> Shelf:
    """Return the documents of a language, for telling which is right."""
    return Shelf(documents(library(), language))
