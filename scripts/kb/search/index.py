"""The index of one language: which entries and documents go into which file."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from kb.model.evidence import COUNTRIES
from kb.model.languages import LANGUAGES, written_in
from kb.model.library import Library
from kb.search.aliases import Tongue, aliases, everyday, lemmas, synonyms, tongue_of
from kb.search.counting import Counted, Entry, counted, spelled_entries
from kb.search.documents import TERM, Document, Part, documents, spelled
from kb.search.files import (
    END,
    EVERYDAY,
    FORMAT,
    GROUP,
    SYNONYM,
    base36,
    digest,
    length_class,
    lexicon_text,
    postings_text,
    script,
    sign,
    texts_text,
)
from kb.search.normalise import Normaliser, own_rules, shared_letters
from kb.search.spacing import written_apart

LEXICON = 4_000
"""Characters in a shard of the lexicon: about 2 KB over the wire."""
POSTINGS = 2_500
"""Characters in a shard of postings, unless one word has more: about 1.5 KB over the wire."""
TEXT = 2_000
"""Characters in a file of texts, unless one part is longer."""
ENTRY = "index"
"""The one file whose name never changes; it names the others."""
Content = TypeVar("Content")


@dataclass
class Index:
    """The files by name, without '.js', as the texts they give."""

    language: str
    files: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, texts: list[str]) -> str:
        """Keep files under their kind, place and hash, and return the hashes of the groups."""
        hashes = ""
        for first in range(0, len(texts), GROUP):
            group = texts[first : first + GROUP]
            found = digest(END.join(group))
            for place, text in enumerate(group, first):
                self.files[f"{kind[0]}{place}-{found}"] = text + END
            hashes += found
        return hashes

    def scripts(self) -> Iterator[tuple[str, str]]:
        """Yield each file's place in the site and what it says."""
        for name, text in self.files.items():
            yield f"search/{self.language}/{name}.js", script(name, text)


@dataclass(frozen=True)
class Item:
    """What stands under a key of the lexicon."""

    key: str
    entry: Entry | None
    leads: str
    """Where this wording leads to; empty where it is but a word of the pages."""


def normalisers(library: Library) -> dict[str, Normaliser]:
    """Return the normaliser of each language, the glossary's words on its keep list."""
    rules = library.search_rules
    return {code: Normaliser(rules.of(code), lemmas(library, code)) for code in LANGUAGES}


def make_index(library: Library, edition: str) -> Index:
    """Return the index of an edition."""
    return next(make_indexes(library, [edition]))


def make_indexes(library: Library, editions: list[str]) -> Iterator[Index]:
    """Yield the index of each of a language's editions: of what is written, told in its letters.

    They differ in letters alone; the words are counted once.
    """
    language = written_in(editions[0])
    known, rules = normalisers(library), library.search_rules
    found = documents(library, language)
    content = counted(library, found, known[language], language)
    entries = [content.entries[key] for key in sorted(content.entries) if key.isprintable()]
    tongue = tongue_of(language, known, content.entries)
    leads = _leads(library, entries, tongue)
    shared = Index(language)
    own = {
        "rules": own_rules(rules, language, known[language].keep),
        "apart": written_apart(content, known[language]),
        **_postings(shared, entries),
    }
    for edition in editions:
        index = Index(edition, dict(shared.files))
        words = _lexicon(index, spelled_entries(library, entries, edition), leads)
        texts = _documents(index, spelled(library, found, edition), content)
        own |= {**words, **texts}
        head = {"format": FORMAT, "version": rules.version, "language": edition, **own}
        text = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
        index.files[ENTRY] = text + END
        yield index


def _lexicon(index: Index, entries: list[Entry], leads: dict[str, str]) -> dict[str, object]:
    """Return the hashes of the shards, and between which words they are parted."""
    items = _items(entries, leads)
    parted, texts, first, last = [], [], 0, ""
    for shard in _shards(items, _size, LEXICON):
        own = [item.entry for item in shard if item.entry]
        words = [(item.key, item.leads) for item in shard if item.leads]
        parted.append(shard[0].key[: shared_letters(last, shard[0].key) + 1])
        texts.append(lexicon_text(first, own, words))
        first, last = first + len(own), shard[-1].key
    return {"words": parted, "lexicon": index.add("lexicon", texts)}


def _leads(library: Library, entries: list[Entry], tongue: Tongue) -> dict[str, str]:
    """Return what each wording leads to, as it is written; the glossary's go first."""
    numbers = {entry.key: number for number, entry in enumerate(entries)}
    found: dict[str, str] = {}
    for mark, wordings in (
        (SYNONYM, synonyms(library, tongue)),
        (EVERYDAY, everyday(library, tongue)),
        ("", aliases(library, tongue)),
    ):
        for key, targets in wordings.items():
            known = [f"{one}#{base36(numbers[one])}" for one in targets if one in numbers]
            found |= {key: mark + "|".join(known)} if known else {}
    return found


def _items(entries: list[Entry], leads: dict[str, str]) -> list[Item]:
    known = {entry.key: entry for entry in entries}
    keys = sorted({*known, *leads})
    return [Item(key, known.get(key), leads.get(key, "")) for key in keys]


def _size(item: Item) -> int:
    forms = item.entry.forms if item.entry else ()
    return len(item.key) + sum(map(len, forms)) + len(item.leads)


def _postings(index: Index, entries: list[Entry]) -> dict[str, object]:
    """Return the hashes of the shards, and how many entries each holds."""
    shards = list(_shards(entries, lambda entry: 3 * len(entry.hits), POSTINGS))
    hashes = index.add("postings", [postings_text(shard) for shard in shards])
    return {"entries": [len(shard) for shard in shards], "postings": hashes}


def _shards(
    items: list[Content], size_of: Callable[[Content], int], most: int
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
    runs = list(_runs(found))
    return {
        "texts": index.add("texts", [texts_text(run) for run in runs]),
        "runs": "".join(sign(len(run)) for run in runs),
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


def _runs(found: list[Document]) -> Iterator[list[tuple[Document, Part]]]:
    """Yield the parts whose texts are loaded together: of one page, or of the glossary."""
    for _, group in groupby(found, lambda one: one.kind == TERM or one.path):
        parts = [(document, part) for document in group for part in document.parts]
        yield from _shards(parts, lambda item: len(item[1].text), TEXT)
