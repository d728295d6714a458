"""An index as a reader of its files sees it: loaded piece by piece, as a browser does."""

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from kb.model.evidence import COUNTRIES
from kb.search.files import DIGITS, END, EVERYDAY, FORMAT, GROUP, HASH, SIGNS, SYNONYM, WEIGHTS
from kb.search.normalise import normaliser_of

POSTING = re.compile(r"(?P<step>[0-9a-z]+)(?P<weight>[A-L])(?P<forms>[^0-9a-zA-L]*)")


class BrokenIndexError(RuntimeError):
    """A file that is missing, cut, or of another format."""


@dataclass(frozen=True)
class Known:
    """An entry of the lexicon."""

    number: int
    key: str
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Alias:
    """A wording, the glossary's or an everyday one: beginnings of words, entries that mean it."""

    words: tuple[str, ...]
    targets: tuple[tuple[str, int], ...]
    sign: str
    """EVERYDAY, SYNONYM, or empty for the glossary's."""


@dataclass(frozen=True)
class Lexicon:
    """A shard of the lexicon."""

    entries: tuple[Known, ...]
    aliases: tuple[Alias, ...]


@dataclass(frozen=True)
class Posting:
    """A part in which an entry stands: its number, how weighty, and in which forms."""

    part: int
    weight: int
    forms: str
    """A sign of SIGNS for each."""


@dataclass(frozen=True)
class Text:
    """What is shown of a part."""

    path: str
    title: str
    anchor: str
    heading: str
    text: str


def checked(name: str, text: str | None) -> str:
    """Return the text of a file without its last line."""
    if text is None or not text.endswith(END):
        raise BrokenIndexError(name)
    return text.removesuffix(END)


def unfronted(line: str, before: str) -> str:
    """Return the key that a front-coded line stands for."""
    return before[: DIGITS.index(line[0])] + line[1:]


def read_lexicon(text: str) -> Lexicon:
    """Return a shard's entries and the glossary's words in it."""
    own, _, glossary = text.partition("\n\n")
    number, *lines = own.split("\n")
    first = int(number, 36)
    entries: list[Known] = []
    for line in lines:
        head, _, forms = line.partition("\t")
        key = unfronted(head, entries[-1].key if entries else "")
        known = tuple(unfronted(form, key) for form in forms.split(" ")) if forms else (key,)
        entries.append(Known(first + len(entries), key, known))
    return Lexicon(tuple(entries), tuple(_aliases(glossary)))


def _aliases(text: str) -> list[Alias]:
    found: list[Alias] = []
    before = ""
    for line in filter(None, text.split("\n")):
        head, _, leads = line.partition("\t")
        before = unfronted(head, before)
        sign = leads[0] if leads[0] in EVERYDAY + SYNONYM else ""
        targets = [lead.rpartition("#") for lead in leads.removeprefix(sign).split("|")]
        found.append(
            Alias(
                tuple(before.split(" ")),
                tuple((key, int(number, 36)) for key, _, number in targets),
                sign,
            )
        )
    return found


def read_postings(line: str) -> list[Posting]:
    """Return the parts in which an entry stands."""
    found: list[Posting] = []
    part = 0
    for match in POSTING.finditer(line):
        part += int(match["step"], 36)
        weight = WEIGHTS.index(match["weight"])
        found.append(Posting(part, weight, match["forms"] or SIGNS[0]))
    return found


class Reader:
    """The index of one language, read from its files as they are needed."""

    def __init__(self, read: Callable[[str], str | None]) -> None:
        self._read = read
        self.loaded: dict[str, Any] = {}
        head = json.loads(checked("index", read("index")))
        if head["format"] != FORMAT:
            raise BrokenIndexError("index")
        self.language: str = head["language"]
        self.head: dict[str, Any] = head
        own = head["rules"]
        here, there = own["layouts"]
        self.keys = str.maketrans(here + there, there + here)
        self.pairs = _pairs(own["confusable"])
        self.normaliser = normaliser_of(own)
        self.apart = frozenset(head["apart"])
        self.alike = str.maketrans(self.normaliser.own.look_alike)
        counts = [ord(sign) - ord("0") for sign in head["parts"]]
        self.document_of = [place for place, count in enumerate(counts) for _ in range(count)]
        self.lengths = [2 ** ((ord(sign) - ord("0")) / 2) for sign in head["lengths"]]
        self.average = sum(self.lengths) / max(1, len(self.lengths))
        self._entry_ends = list(accumulate(head["entries"]))
        self._run_ends = list(accumulate(ord(sign) - ord("0") for sign in head["runs"]))

    def _name(self, kind: str, place: int) -> str:
        """Return the name of a file: first letter of its kind, place, hash of its group."""
        start = HASH * (place // GROUP)
        return f"{kind[0]}{place}-{self.head[kind][start : start + HASH]}"

    def _file(self, name: str, parse: Callable[[str], Any]) -> Any:  # noqa: ANN401 - as parsed
        if name not in self.loaded:
            self.loaded[name] = parse(checked(name, self._read(name)))
        return self.loaded[name]

    def shards(self, beginning: str, end: str = "") -> list[int]:
        """Return the shards of the lexicon with words that begin so, or stand before *end*."""
        firsts = self.head["words"]
        start = max(0, bisect_right(firsts, beginning) - 1)
        stop = bisect_right(firsts, (end or beginning) + "\uffff")
        return list(range(start, max(stop, start + 1))) if firsts else []

    def lexicon(self, place: int) -> Lexicon:
        """Return a shard of the lexicon."""
        lexicon: Lexicon = self._file(self._name("lexicon", place), read_lexicon)
        return lexicon

    def postings(self, number: int) -> list[Posting]:
        """Return the parts in which an entry stands."""
        place = bisect_right(self._entry_ends, number)
        lines = self._file(self._name("postings", place), lambda text: text.split("\n"))
        return read_postings(lines[number - (self._entry_ends[place - 1] if place else 0)])

    def facet(self, name: str, document: int) -> str:
        """Return the kind or the sectors of a document."""
        values: list[str] = self.head[f"{name}s"]
        return values[ord(self.head[name][document]) - ord("0")]

    def is_about(self, document: int, country: str) -> bool:
        """Return whether a document is about a country; one about none is about all."""
        bits = ord(self.head["country"][document]) - ord("0")
        return not bits or (country in COUNTRIES and bool(bits & 1 << COUNTRIES.index(country)))

    def text(self, part: int) -> Text:
        """Return what is shown of a part."""
        place = bisect_right(self._run_ends, part)
        texts: list[Text] = self._file(self._name("texts", place), _texts)
        return texts[part - (self._run_ends[place - 1] if place else 0)]


def _texts(text: str) -> list[Text]:
    return [Text(path, title, *part) for path, title, parts in json.loads(text) for part in parts]


def _pairs(confusable: str) -> frozenset[str]:
    return frozenset(pair for both in confusable.split() for pair in (both, both[::-1]))
