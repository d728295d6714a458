"""How well queries find what they ask for: recall among the first five, and mean reciprocal rank.

A line of tests/search/queries/*.tsv holds a kind, a query, and beginnings of the words that are
meant, alternatives parted by '|'. The pages and entries of the glossary that have all of them in
a title or heading are the right ones; where there are none, those that have them in their text.
No stem has a say in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.search.documents import Document
from kb.search.engine import search
from kb.search.normalise import surface, words
from kb.search.reading import Reader

FIRST = 5


@dataclass(frozen=True)
class Query:
    """One query of a set."""

    kind: str
    text: str
    meant: tuple[tuple[str, ...], ...]
    """Alternatives, each the beginnings of words."""


@dataclass(frozen=True)
class Measured:
    """What a set of queries of one kind came to."""

    count: int
    recall: float
    rank: float
    """The mean of one over the rank of the first right page."""
    missed: tuple[str, ...]


def read_queries(file: Path) -> list[Query]:
    """Return the queries of a file."""
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line)
    return [
        Query(kind, text, tuple(tuple(other.split(" ")) for other in meant.split("|")))
        for kind, text, meant in rows
    ]


class Shelf:
    """The words of each document, for telling which is right."""

    def __init__(self, found: list[Document]) -> None:
        self._heads = [_padded(part.headings for part in one.parts) for one in found]
        self._texts = [_padded(f"{p.headings} {p.text}" for p in one.parts) for one in found]

    def right(self, query: Query) -> set[int]:
        """Return the numbers of the documents that answer a query."""
        for texts in (self._heads, self._texts):
            if found := {number for number, text in enumerate(texts) if _has(text, query)}:
                return found
        return set()


def _padded(texts: Iterator[str]) -> str:
    return " " + " ".join(surface(word) for text in texts for word in words(text))


def _has(text: str, query: Query) -> bool:
    return any(all(f" {surface(word)}" in text for word in meant) for meant in query.meant)


def measure(reader: Reader, shelf: Shelf, queries: list[Query]) -> dict[str, Measured]:
    """Return what each kind of query came to; queries without a right page are left out."""
    ranks: dict[str, list[tuple[Query, int]]] = {}
    for query in queries:
        if right := shelf.right(query):
            found = [one.document for one in search(reader, query.text).results]
            rank = next((place for place, one in enumerate(found, 1) if one in right), 0)
            ranks.setdefault(query.kind, []).append((query, rank))
    return {kind: _measured(own) for kind, own in ranks.items()}


def _measured(own: list[tuple[Query, int]]) -> Measured:
    hits = [(query, rank) for query, rank in own if 0 < rank <= FIRST]
    return Measured(
        count=len(own),
        recall=len(hits) / len(own),
        rank=sum(1 / rank for _, rank in own if rank) / len(own),
        missed=tuple(query.text for query, rank in own if not 0 < rank <= FIRST),
    )
