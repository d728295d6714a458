"""Which entries of the lexicon a typed word may mean, and how surely.

The same steps stand in overrides/assets/js/engine.js; tests/search/test_parity.py runs both.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from kb.search.aliases import SHORTEST
from kb.search.counting import FORMS
from kb.search.files import SIGNS
from kb.search.normalise import is_latin, surface
from kb.search.reading import Known, Lexicon, Reader

UNSEEN_FORM = 0.92
"""The stem is known, the form is not: an inflection, or a slip that happens to be cut well."""
STEP = 0.9
"""A beginning that an earlier cut leaves is known."""
PREFIX = 0.9
DERIVED = 0.8
BEGINNING = 0.68
LONG_ENOUGH = 4
"""Letters of a beginning that say something."""
KIN = 0.4
"""Words derived from one that is known: they are found too, after it."""
KNOWN = 0.9
"""From here on the word itself is known, in some form."""
MOST_KIN = 4
DERIVING = 4
"""The most letters that make a word of kin from a stem."""
ALIKE = 0.84
"""The word differs by letters of another keyboard alone: 'хаки' is 'ҳақи'."""
SLIP = 0.86
SURE = 0.7
"""Below this the rest of the lexicon is asked too."""
KEPT_SHARE = 0.75
SHARPNESS = 12
"""How steeply less likely entries fall behind the likeliest."""
MOST = 8
FIRST = 2.0
"""Slips that another first letter counts as: it is seldom mistyped, and makes another word."""
ENDING = 8
"""The most letters that may follow a stem with a slip."""


@dataclass(frozen=True)
class Candidate:
    """An entry that a word may mean."""

    weight: float
    number: int
    key: str
    forms: str = ""
    """Signs of the forms that were typed; empty where it is none of the entry's own."""
    slip: tuple[str, ...] = ()
    """The forms of which one was probably meant, where letters differ."""
    spelled: str = ""
    """The typed word as the pages write it, where it was typed in the other script."""


@dataclass(frozen=True)
class Typed:
    """A word of the query."""

    form: str
    ladder: tuple[str, ...]
    again: tuple[str, ...]
    """What is left of the stem when it is cut as a word: 'пахта' of 'пахтадан' looks inflected."""
    last: bool

    @property
    def folded(self) -> str:
        """Return the word in plain letters."""
        return self.ladder[0]

    @property
    def stem(self) -> str:
        """Return what is left of it when all endings are cut."""
        return self.ladder[-1]

    @property
    def has_kin(self) -> bool:
        """Return whether its stem says enough for words derived from it."""
        return len(self.stem) >= LONG_ENOUGH and not any(map(str.isdecimal, self.stem))


def typed(reader: Reader, word: str, *, last: bool) -> Typed:
    """Return the word as the lexicon knows words."""
    ladder = reader.normaliser.ladder(word)
    again = [rung for rung in reader.normaliser.ladder(ladder[-1]) if rung not in ladder]
    return Typed(surface(word), tuple(ladder), tuple(again), last)


def candidates(reader: Reader, word: Typed, *, in_glossary: bool) -> list[Candidate]:
    """Return what the word may mean, best first, then words derived from it."""
    found = _meant(reader, word, in_glossary=in_glossary)
    if not found or found[0].weight < KNOWN or found[0].slip or not word.has_kin:
        return found
    return [*found, *_kin(reader, word.stem, {one.number for one in found})]


def _kin(reader: Reader, stem: str, known: AbstractSet[int]) -> Iterator[Candidate]:
    entries = [
        (len(entry.key), entry.number, entry.key)
        for place in reader.shards(stem)
        for entry in reader.lexicon(place).entries
        if entry.key.startswith(stem)
        and len(entry.key) <= len(stem) + DERIVING
        and entry.number not in known
        and " " not in entry.key
    ]
    for _, number, key in sorted(entries)[:MOST_KIN]:
        yield Candidate(KIN, number, key)


def _meant(reader: Reader, word: Typed, *, in_glossary: bool) -> list[Candidate]:
    """Return what the word may mean; more of the lexicon is asked only where needed."""
    found = _ranked(reader, word, nearest(reader, word))
    if found and found[0].forms:
        return found
    found = _ranked(reader, word, near(reader, word))
    is_ours = reader.normaliser.respelled(word.form) == word.form  # else it is asked for anew
    if in_glossary or not is_ours or (found and found[0].weight >= SURE):
        return found
    return _ranked(reader, word, range(len(reader.head["words"])))


def nearest(reader: Reader, word: Typed) -> list[int]:
    """Return the shards in which the word itself can stand, its beginnings, and its kin."""
    rungs = (*word.ladder, *word.again)
    derived = word.stem if word.has_kin and max(rungs).startswith(word.stem) else max(rungs)
    return reader.shards(min(word.folded[:SHORTEST], *rungs), derived)


def near(reader: Reader, word: Typed) -> list[int]:
    """Return the shards with the word's first letter, and with the one that it may stand for."""
    first = word.folded[0]
    firsts = {first, reader.normaliser.own.look_alike.get(first, first)}
    return sorted({place for letter in firsts for place in reader.shards(letter)})


def _ranked(reader: Reader, word: Typed, places: Iterable[int]) -> list[Candidate]:
    shards = [reader.lexicon(place) for place in places]
    best: dict[int, Candidate] = {}
    for candidate in _all(reader, word, shards):
        known = best.get(candidate.number)
        if known is None or candidate.weight > known.weight:
            best[candidate.number] = candidate
    ranked = sorted(best.values(), key=lambda one: (-one.weight, one.number))
    return [
        replace(one, weight=one.weight * (one.weight / ranked[0].weight) ** SHARPNESS)
        for one in ranked[:MOST]
        if one.weight >= KEPT_SHARE * ranked[0].weight
    ]


def _all(reader: Reader, word: Typed, shards: list[Lexicon]) -> Iterator[Candidate]:
    entries = [entry for shard in shards for entry in shard.entries]
    sure = False
    rungs = {rung: place for place, rung in enumerate(reversed(word.ladder))}
    for entry in entries:
        if (place := rungs.get(entry.key)) is not None:
            exact = _exact(reader, word, entry, place)
            sure = sure or exact.weight == 1
            yield exact
        elif entry.key in word.again and word.stem in map(reader.normaliser.fold, entry.forms):
            yield Candidate(UNSEEN_FORM, entry.number, entry.key)
    if not sure and len(word.folded) > 1:
        yield from _guesses(reader, word, entries)


def _exact(reader: Reader, word: Typed, entry: Known, place: int) -> Candidate:
    forms = _signs(known.startswith(word.form) for known in entry.forms)
    fold = reader.normaliser.fold
    commonest = next((known for known in entry.forms if fold(known) == word.folded), "")
    spelled = commonest if is_latin(commonest) != is_latin(word.form) else ""
    if not forms:  # typed in the other script, or on a keyboard without the letters
        forms = _signs(fold(known).startswith(word.folded) for known in entry.forms)
    weight = 1.0 if forms else UNSEEN_FORM if place == 0 else STEP
    if not forms and len(entry.forms) == FORMS:
        forms = SIGNS[FORMS]  # it may be one of those that are not told apart
    return Candidate(weight, entry.number, entry.key, forms, spelled=spelled)


def _signs(is_typed: Iterable[bool]) -> str:
    return "".join(sign for sign, known in zip(SIGNS, is_typed, strict=False) if known)


def _guesses(reader: Reader, word: Typed, entries: list[Known]) -> Iterator[Candidate]:
    folded = word.folded
    most = 0.0 if any(map(str.isdecimal, folded)) else slips_allowed(len(folded))
    stem = word.stem
    ends = _ends(reader, word)
    same = {word.translate(reader.alike) for word in (folded, stem)}
    beginning = Candidate(0, 0, "")
    for entry in entries:
        key = entry.key
        if " " in key:
            continue
        if word.last and key.startswith(folded):
            weight = PREFIX - 0.02 * min(len(key) - len(folded), 10)
            yield Candidate(weight, entry.number, key)
        elif len(stem) >= LONG_ENOUGH and key.startswith(stem):
            yield Candidate(DERIVED - 0.02 * min(len(key) - len(stem), 10), entry.number, key)
        elif folded.startswith(key):
            if len(key) >= max(LONG_ENOUGH, len(stem) / 2) and len(key) > len(beginning.key):
                weight = BEGINNING - 0.02 * (len(folded) - len(key))
                beginning = Candidate(weight, entry.number, key)
        elif key.translate(reader.alike) in same:
            yield Candidate(ALIKE, entry.number, key, slip=entry.forms)
        elif most and len(stem) / 2 <= len(key) <= len(folded) + most:
            yield from _slip(reader, entry, ends, min(most, slips_allowed(len(key))))
    if beginning.key:
        yield beginning


def _slip(
    reader: Reader, entry: Known, ends: list[tuple[str, set[int]]], limit: float
) -> Iterator[Candidate]:
    costs = [slip_cost(entry.key, end, limit, reader.pairs, cuts) for end, cuts in ends]
    if known := [cost for cost in costs if cost is not None]:
        yield Candidate(SLIP - min(known), entry.number, entry.key, slip=entry.forms)


def _ends(reader: Reader, word: Typed) -> list[tuple[str, set[int]]]:
    """Return what a key may begin, in other letters, and where an ending of it may be cut."""
    folded, stem, soften = word.folded, word.stem, reader.normaliser.own.soften
    cuts = {len(rung) for rung in word.ladder if folded.startswith(rung)}
    ends = [(folded, cuts)]
    if not folded.startswith(stem):
        ends.append((stem, {len(stem)}))
    if folded[-1] in soften:  # keys end as stems do: 'reytink' is 'reyting'
        ends.append((folded[:-1] + soften[folded[-1]], cuts))
    return ends


def slips_allowed(length: int) -> float:
    """Return how many letters may differ in a word of that length."""
    if length < 4:  # noqa: PLR2004 - three letters are too few to guess from
        return 0.0
    return 1.0 if length < 6 else 1.5 if length < 8 else 2.0  # noqa: PLR2004 - measured on queries


def edits(key: str, word: str, pairs: frozenset[str]) -> float:
    """Return how many letters of two whole words differ; a confusable one counts half."""
    return _table(key, word, pairs, len(key) + len(word))[-1][-1]


def slip_cost(
    key: str, word: str, limit: float, pairs: frozenset[str], cuts: AbstractSet[int] = frozenset()
) -> float | None:
    """Return the cost of taking *key* for a beginning of *word*; None beyond the limit.

    A changed, lost, added or swapped letter costs 0.12, a confusable one half of it, a changed
    first one twice that. What is left over costs nothing after one of *cuts*, the places where an
    ending may be cut; else 0.03 a letter.
    """
    rows = _table(key, word, pairs, limit)
    if len(rows) <= len(key):
        return None
    rests = [0 if place in cuts else len(word) - place for place in range(len(word) + 1)]
    costs = [
        0.12 * slips + 0.03 * rest
        for slips, rest in zip(rows[-1], rests, strict=True)
        if slips <= limit and rest <= ENDING
    ]
    return min(costs, default=None)


def _table(key: str, word: str, pairs: frozenset[str], limit: float) -> list[list[float]]:
    """Return the slips from each beginning of *key* to each of *word*, while within the limit."""
    rows = [[float(place) for place in range(len(word) + 1)]]
    while len(rows) <= len(key) and min(rows[-1]) <= limit:
        rows.append(_row(rows, len(rows), key, word, pairs))
    return rows


def _row(
    rows: list[list[float]], at: int, key: str, word: str, pairs: frozenset[str]
) -> list[float]:
    before, letter = rows[at - 1], key[at - 1]
    row = [float(at)]
    for place, other in enumerate(word, 1):
        change = 0.0 if letter == other else 0.5 if letter + other in pairs else 1.0
        if at == place == change == 1:
            change = FIRST
        best = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + change)
        if at > 1 and place > 1 and letter == word[place - 2] and key[at - 2] == other:
            best = min(best, rows[at - 2][place - 2] + 1)
        row.append(best)
    return row
