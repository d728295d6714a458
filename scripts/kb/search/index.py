"""The index of one language: which entries and documents go into which file."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from kb.model.evidence import COUNTRIES
from kb.model.languages import LANGUAGES, written_in
from kb.model.library import Library
from kb.search.aliases import aliases, lemmas
from kb.search.counting import Counted, Entry, counted
from kb.search.documents import Document, Part, documents, spelled
from kb.search.files import (
    END,
    FORMAT,
    base36,
    digest,
    length_class,
    lexicon_text,
    postings_text,
    script,
    sign,
    texts_text,
)
from kb.search.normalise import Normaliser
from kb.search.rules import Rules, rules_text

SHARD = 6_000
"""Characters in a shard: about 3 KB over the wire."""
TEXT = 2_000
"""Characters in a file of texts, unless one part is longer."""
TEXT_HASH = 4
"""Signs of the hash in the names of texts; there are many of them in the first file."""
ENTRY = "index"
"""The one file whose name never changes; it names the others."""
Item = tuple[str, Entry | str]
"""A key, and its entry or, for a word of the glossary, what it leads to."""
Content = TypeVar("Content")


@dataclass
class Index:
    """The files by name, without '.js', as the texts they give."""

    language: str
    files: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, text: str, size: int = 6) -> str:
        """Keep a file under its name and hash, and return the hash."""
        found = digest(text, size)
        self.files[f"{name}-{found}"] = text + END
        return found

    def write(self, folder: Path) -> None:
        """Write all files below *folder*."""
        for name, text in self.files.items():
            file = folder / self.language / f"{name}.js"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(script(name, text), encoding="utf-8", newline="\n")


def normalisers(library: Library, rules: Rules) -> dict[str, Normaliser]:
    """Return the normaliser of each language, the glossary's words on its keep list."""
    return {code: Normaliser(rules, code, lemmas(library, code)) for code in LANGUAGES}


def make_index(library: Library, rules: Rules, edition: str) -> Index:
    """Return the index of an edition: of what is written in its language, told in its letters."""
    language = written_in(edition)
    known = normalisers(library, rules)
    found = documents(library, language)
    content = counted(library, found, known[language], language)
    entries = [content.entries[key] for key in sorted(content.entries) if key.isprintable()]
    index = Index(edition)
    head = {
        "format": FORMAT,
        "version": rules.version,
        "language": edition,
        "rules": index.add("rules", rules_text(rules, language, known[language].keep)),
        "lexicon": list(_lexicon(index, entries, aliases(library, language, known))),
        "postings": list(_postings(index, entries)),
        **_documents(index, spelled(library, found, edition), content),
    }
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    index.files[ENTRY] = text + END
    return index


def _lexicon(
    index: Index, entries: list[Entry], glossary: dict[str, list[str]]
) -> Iterator[tuple[str, int, str]]:
    """Yield of each shard its first key, the number of its first entry, and its hash."""
    numbers = {entry.key: number for number, entry in enumerate(entries)}
    items: list[Item] = [(entry.key, entry) for entry in entries]
    for key, targets in glossary.items():
        leads = [f"{target}#{base36(numbers[target])}" for target in targets if target in numbers]
        if leads:
            items.append((key, "|".join(leads)))
    items.sort(key=lambda item: (item[0], isinstance(item[1], str)))
    first = 0
    for place, shard in enumerate(_shards(items, _size)):
        own = [content for _, content in shard if isinstance(content, Entry)]
        words = [(key, content) for key, content in shard if isinstance(content, str)]
        yield shard[0][0], first, index.add(f"l{place}", lexicon_text(own, words))
        first += len(own)


def _size(item: Item) -> int:
    key, content = item
    rest = sum(map(len, content.forms)) if isinstance(content, Entry) else len(content)
    return len(key) + rest


def _postings(index: Index, entries: list[Entry]) -> Iterator[tuple[int, str]]:
    """Yield of each shard the number of its first entry, and its hash."""
    first = 0
    for place, shard in enumerate(_shards(entries, lambda entry: 3 * len(entry.hits))):
        yield first, index.add(f"p{place}", postings_text(shard))
        first += len(shard)


def _shards(
    items: list[Content], size_of: Callable[[Content], int], most: int = SHARD
) -> Iterator[list[Content]]:
    shard: list[Content] = []
    size = 0
    for item in items:
        if shard and size + size_of(item) > most:
            yield shard
            shard, size = [], 0
        shard.append(item)
        size += size_of(item)
    if shard:
        yield shard


def _documents(index: Index, found: list[Document], content: Counted) -> dict[str, object]:
    """Return what ranking and facets need of the documents; one sign each where it can be."""
    kinds = sorted({one.kind for one in found})
    sectors = sorted({" ".join(one.sectors) for one in found})
    texts = list(_texts(index, found))
    return {
        "texts": "".join(name for name, _ in texts),
        "runs": "".join(sign(count) for _, count in texts),
        "kinds": kinds,
        "sectors": sectors,
        "kind": "".join(sign(kinds.index(one.kind)) for one in found),
        "country": "".join(sign(_countries(one)) for one in found),
        "sector": "".join(sign(sectors.index(" ".join(one.sectors))) for one in found),
        "parts": "".join(sign(len(one.parts)) for one in found),
        "lengths": "".join(sign(length_class(length)) for length in content.lengths),
    }


def _countries(document: Document) -> int:
    return sum(1 << place for place, name in enumerate(COUNTRIES) if name in document.countries)


def _texts(index: Index, found: list[Document]) -> Iterator[tuple[str, int]]:
    """Yield the hash of each file of texts, and how many parts it holds."""
    for place, run in enumerate(_runs(found)):
        yield index.add(f"t{place}", texts_text(run), TEXT_HASH), len(run)


def _runs(found: list[Document]) -> Iterator[list[tuple[Document, Part]]]:
    """Yield the parts whose texts are loaded together: of one page, or of the glossary."""
    for _, group in groupby(found, lambda one: one.path):
        parts = [(document, part) for document in group for part in document.parts]
        yield from _shards(parts, lambda item: len(item[1].text), TEXT)
