"""Words typed apart that the pages write together, and typed together that they write apart.

Two words are one where the pages know it as one, and have not the two of them side by side; a word
that the pages do not know is two where a wording of two words is found so.

The same steps stand in overrides/assets/js/engine.js; tests/search/test_parity.py runs both.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from kb.search.candidates import Typed, nearest, typed
from kb.search.counting import Counted
from kb.search.normalise import Normaliser
from kb.search.reading import Reader
from kb.search.wordings import wordings

LEAST = 3
"""Letters of each part of a word typed apart; fewer are mostly a word of its own, or an ending."""
PART = 2
"""Letters of each part of two words typed together."""


def spaced(reader: Reader, asked: list[str]) -> list[str]:
    """Return the words of a query, parted as the pages part them."""
    return [part for word in _joined(reader, asked) for part in _parted(reader, word)]


def written_apart(content: Counted, normaliser: Normaliser) -> list[str]:
    """Return what stands side by side on pages though it would be known as one word."""
    entries = content.entries
    plain = {
        form: normaliser.fold(form.text) for one in entries.values() for form in one.seen.values()
    }
    rests = _rests(entries.keys(), set(plain.values()))
    firsts = {form for form, folded in plain.items() if folded in rests}
    pairs = {pair for text in content.texts for pair in pairwise(text) if pair[0] in firsts}
    found = set()
    for first, second in ((plain[one], plain.get(other, "")) for one, other in pairs):
        if len(second) >= LEAST and second.startswith(rests[first]):
            stem = normaliser.stem(first + second)
            if stem in entries and len(stem) >= len(first) + LEAST:
                found.add(f"{first} {stem}")
    return sorted(found)


def _rests(known: Iterable[str], forms: AbstractSet[str]) -> dict[str, tuple[str, ...]]:
    """Return how known words go on after a word with which they begin, but their last letter.

    That may be another in the stem than in the word.
    """
    found: dict[str, tuple[str, ...]] = {}
    for key in known:
        for size in range(LEAST, len(key) - LEAST + 1):
            if key[:size] in forms:
                found[key[:size]] = (*found.get(key[:size], ()), key[size:-1])
    return found


def _joined(reader: Reader, asked: list[str]) -> Iterator[str]:
    place = 0
    while place < len(asked):
        size = 2 if _is_one(reader, asked[place : place + 2]) else 1
        yield "".join(asked[place : place + size])
        place += size


def _is_one(reader: Reader, pair: list[str]) -> bool:
    folded = [reader.normaliser.fold(word) for word in pair]
    if len(pair) == 1 or min(map(len, folded)) < LEAST:
        return False
    both = typed(reader, "".join(pair), last=False)
    if not both.has_kin or len(both.stem) < len(folded[0]) + LEAST:
        return False
    return f"{folded[0]} {both.stem}" not in reader.apart and any(
        entry.key == both.stem
        for place in nearest(reader, both)
        for entry in reader.lexicon(place).entries
    )


def _parted(reader: Reader, asked: str) -> list[str]:
    """Return the parts of a word where the pages have it as a wording of two words alone."""
    word = typed(reader, asked, last=False)
    if not word.has_kin or _is_known(reader, word):
        return [asked]
    phrases = {
        entry.key
        for place in reader.shards(word.folded[:PART], word.folded)
        for entry in reader.lexicon(place).entries
        if " " in entry.key
    }
    stem = reader.normaliser.stem
    for size in range(PART, len(asked) - PART + 1):
        parts = [asked[:size], asked[size:]]
        if " ".join(map(stem, parts)) in phrases:
            return parts
    return [asked]


def _is_known(reader: Reader, word: Typed) -> bool:
    return any(wordings(reader, [word])) or any(
        entry.key in word.ladder
        for place in nearest(reader, word)
        for entry in reader.lexicon(place).entries
    )
