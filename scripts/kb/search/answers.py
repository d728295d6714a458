"""What `kb search` and `kb stem` print: the same answers as the page gives."""

from collections.abc import Iterable, Iterator

from kb.model.library import Library
from kb.search.engine import search
from kb.search.index import make_index, normalisers
from kb.search.normalise import tidy, words
from kb.search.reading import Reader


def reader(library: Library, language: str) -> Reader:
    """Return the index of a language, made of what is written now."""
    return Reader(make_index(library, language).files.get)


def found(library: Library, language: str, query: str) -> Iterator[str]:
    """Yield one result a line: rank, score, address, title."""
    index = reader(library, language)
    for rank, result in enumerate(search(index, query).results, 1):
        text = index.text(result.part)
        place = address(language, text.path, text.anchor)
        yield f"{rank}\t{result.score:.2f}\t{place}\t{text.title}"


def address(language: str, path: str, anchor: str = "") -> str:
    """Return the address of a part, from the root of the site."""
    folder = path.removesuffix("index").removesuffix("/")
    return f"/{language}/" + (f"{folder}/" if folder else "") + (f"#{anchor}" if anchor else "")


def stems(library: Library, language: str, asked: Iterable[str]) -> Iterator[str]:
    """Yield the stem of each word, in order."""
    normaliser = normalisers(library)[language]
    for text in asked:
        for word in words(tidy(text)):
            yield normaliser.stem(word)
