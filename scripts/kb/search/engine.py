"""From a query to results: the best part of each page, the best page first.

The same steps stand in overrides/assets/js/engine.js; tests/search/test_parity.py runs both.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import log

from kb.search.candidates import SURE, Candidate, Typed, candidates, typed
from kb.search.documents import TERM
from kb.search.normalise import tidy, words
from kb.search.reading import Reader
from kb.search.spacing import spaced
from kb.search.suggestions import is_known, mended, slips, unmixed
from kb.search.wordings import wordings

MOST_LETTERS = 200
MOST_WORDS = 12
BESIDE_KNOWN = 0.6
"""What the glossary's words for the same count where the typed word itself is known."""
FORM = 0.5
"""The share of a word's worth that goes to its typed form; the rarer the form, the more it says."""
TIMES = (1, 2, 4)
HEADING = 1.5
TITLE = 3.0
REST = 0.25
PHRASE = 0.5
GLOSSARY = 0.6
MORE_GLOSSARY = 0.2
"""What the glossary's entries count beside pages: the best one, and all others."""
ABROAD = 0.8
"""What a page counts that is about other countries alone than the one of most of its readers."""
TAIL = 0.1
"""Results that are worth less than this share of the best are left out."""
LONGEST_PHRASE = 4
FEW = 5
"""Fewer results than these may be those of a name that the query did not mean."""


@dataclass(frozen=True)
class Filters:
    """What results are narrowed to; empty means all."""

    country: str = ""
    kind: str = ""
    sector: str = ""


@dataclass(frozen=True)
class Result:
    """A page, and the part of it that answers best."""

    document: int
    part: int
    score: float


@dataclass
class Answer:
    """What was found."""

    results: list[Result]
    suggestion: str = ""
    """The query with slips mended; empty where there is none that is likely."""
    has_slips: bool = False
    """Whether some word is found as a slip of another alone."""
    keys: set[str] = field(default_factory=set)
    """Stems that are marked in the text."""
    sure: float = 1.0
    """Which share of the words is known; all where there are none."""
    asked: tuple[str, ...] = ()
    """The words that were looked for."""
    unknown: frozenset[str] = frozenset()
    """Those that the pages do not have."""


def search(reader: Reader, query: str, filters: Filters | None = None) -> Answer:
    """Return the results of a query, best first.

    Where words are not known, or little is found, it may have been typed in another way.
    """
    filters = filters or Filters()
    answer = _answer(reader, query, filters)
    if answer.sure == 1 and len(answer.results) >= FEW:
        return answer
    readings = [*_readings(reader, query, answer, filters), answer]
    return max(readings, key=lambda one: (one.sure, one is answer or not one.has_slips))


def _readings(reader: Reader, query: str, answer: Answer, filters: Filters) -> Iterator[Answer]:
    """Yield what is found if the query is read otherwise.

    Where no word is known, the keys may have been those of the other keyboard; words that the
    pages do not have, or have seldom, may be the language's own in Latin letters.
    """
    unknown = answer.unknown or {*answer.asked}
    respelled = reader.normaliser.respelled
    asked = [respelled(word) if word in unknown else word for word in answer.asked]
    if asked != [*answer.asked]:
        other = _answer(reader, " ".join(asked), filters)
        if (other.sure, len(other.results)) > (answer.sure, len(answer.results)):
            yield other
            if other.sure == 1 and not other.has_slips:
                return  # nothing can be surer, and no more of the lexicon need be asked
    if not answer.sure:
        swapped = query[:MOST_LETTERS].lower().translate(reader.keys)
        other = _answer(reader, swapped, filters)
        if other.sure == 1 and not other.has_slips:
            yield replace(other, suggestion=unmixed(swapped))


def _answer(reader: Reader, query: str, filters: Filters) -> Answer:
    asked = [word for word in words(tidy(query[:MOST_LETTERS])) if reader.normaliser.fold(word)]
    asked = spaced(reader, reader.normaliser.said(asked)[:MOST_WORDS])[:MOST_WORDS]
    typed_words = [
        typed(reader, word, last=place == len(asked)) for place, word in enumerate(asked, 1)
    ]
    glossary = list(wordings(reader, typed_words))
    named = {place for place, _ in glossary}
    meant = [
        candidates(reader, word, in_glossary=place in named)
        for place, word in enumerate(typed_words)
    ]
    sure = [
        place in named or any(one.weight >= SURE for one in found)
        for place, found in enumerate(meant)
    ]
    mistaken = slips(meant, named)
    suggestion = mended(reader, typed_words, asked, meant, mistaken)
    phrases = _phrases(reader, typed_words, meant)
    known = [is_known(found) for found in meant]
    for place, candidate in glossary:
        share = BESIDE_KNOWN if known[place] else 1.0
        meant[place].append(replace(candidate, weight=candidate.weight * share))
    results = _scores(reader, meant, phrases)
    keys = {key for found in (*meant, phrases) for one in found for key in _marked(one.key)}
    fitting = [one for one in results if _fits(reader, one.document, filters)]
    share = sum(sure) / len(sure) if sure else 1
    unknown = frozenset(word for word, one in zip(asked, known, strict=True) if not one)
    return Answer(fitting, suggestion, bool(mistaken), keys, share, tuple(asked), unknown)


def _marked(key: str) -> list[str]:
    """Return the stems of an entry that are marked; of a phrase not its shortest words."""
    parts = key.split()
    return parts if len(parts) == 1 else [part for part in parts if len(part) > len("the")]


def _phrases(
    reader: Reader, typed_words: list[Typed], meant: list[list[Candidate]]
) -> list[Candidate]:
    """Return the glossary's phrases that stand in the query."""
    keys = [
        found[0].key if found else word.stem for word, found in zip(typed_words, meant, strict=True)
    ]
    wanted = {
        " ".join(keys[start : start + size])
        for start in range(len(keys))
        for size in range(2, LONGEST_PHRASE + 1)
        if start + size <= len(keys)
    }
    if len(typed_words) == 1:
        wanted = {f"{typed_words[0].folded} "}  # a wording of one word, typed whole
    places = sorted({place for key in wanted for place in reader.shards(key)})
    return [
        Candidate(PHRASE, entry.number, entry.key)
        for place in places
        for entry in reader.lexicon(place).entries
        if entry.key in wanted
    ]


def _scores(reader: Reader, meant: list[list[Candidate]], phrases: list[Candidate]) -> list[Result]:
    by_word = [_parts(reader, found) for found in meant]
    worth = [weight for _, weight in by_word]
    parts: dict[int, float] = {}
    matched: dict[int, set[int]] = {}
    for place, (values, _) in enumerate(by_word):
        for part, value in values.items():
            parts[part] = parts.get(part, 0.0) + value
            matched.setdefault(reader.document_of[part], set()).add(place)
    for phrase in phrases:
        for part, value in _parts(reader, [phrase])[0].items():
            if part in parts:
                parts[part] += value
    return _ordered(reader, _pages(reader, parts, matched, worth))


def _parts(reader: Reader, found: list[Candidate]) -> tuple[dict[int, float], float]:
    """Return what a word is worth in each part, and at most."""
    hits = [(one, hit) for one in found for hit in reader.postings(one.number)]
    rarity = _rarity(reader, len({hit.part for _, hit in hits}))
    worth = {one: _worth(reader, one, rarity) for one in found}
    values: dict[int, float] = {}
    for one, hit in hits:
        typed_form, other_form = worth[one]
        value = one.weight * (typed_form if {*hit.forms} & {*one.forms} else other_form)
        length = reader.lengths[hit.part] / reader.average
        times = TIMES[hit.weight % 3]
        base = 2.2 * times / (times + 1.2 * (0.25 + 0.75 * length))
        base += HEADING * (hit.weight // 3 % 2) + TITLE * (hit.weight // 6)
        values[hit.part] = max(values.get(hit.part, 0.0), value * base)
    return values, rarity if hits else 0.0


def _rarity(reader: Reader, count: int) -> float:
    """Return how much a word tells that stands in so many parts: the idf of BM25."""
    return log(1 + (len(reader.lengths) - count + 0.5) / (count + 0.5))


def _worth(reader: Reader, one: Candidate, rarity: float) -> tuple[float, float]:
    """Return what an entry is worth in a part that has its typed form, and in any other."""
    if not one.forms:
        return rarity, rarity
    count = sum(1 for hit in reader.postings(one.number) if {*hit.forms} & {*one.forms})
    other = (1 - FORM) * rarity
    return other + FORM * _rarity(reader, count), other


def _pages(
    reader: Reader, parts: dict[int, float], matched: dict[int, set[int]], worth: list[float]
) -> Iterator[Result]:
    best: dict[int, tuple[float, int]] = {}
    total: dict[int, float] = {}
    for part in sorted(parts):
        document = reader.document_of[part]
        total[document] = total.get(document, 0.0) + parts[part]
        if document not in best or parts[part] > best[document][0]:
            best[document] = (parts[part], part)
    every, count = sum(worth) or 1, sum(value > 0 for value in worth) or 1
    for document, (value, part) in best.items():
        places = sorted(matched[document])
        share = (sum(worth[place] for place in places) / every + len(places) / count) / 2
        yield Result(
            document, part, (value + REST * min(total[document] - value, 2 * value)) * share**2
        )


def _ordered(reader: Reader, pages: Iterator[Result]) -> list[Result]:
    """Return the results, best first; of the glossary only the best stands among the pages."""
    ranked = sorted((_at_home(reader, one) for one in pages), key=_rank)
    share = GLOSSARY
    found: list[Result] = []
    for one in ranked:
        if reader.facet("kind", one.document) == TERM:
            found.append(replace(one, score=one.score * share))
            share = MORE_GLOSSARY
        else:
            found.append(one)
    found.sort(key=_rank)
    return [one for one in found if one.score >= TAIL * found[0].score]


def _at_home(reader: Reader, one: Result) -> Result:
    home = reader.normaliser.own.home
    is_abroad = home and not reader.is_about(one.document, home)
    return replace(one, score=one.score * ABROAD) if is_abroad else one


def _rank(one: Result) -> tuple[float, int]:
    return -round(one.score * 1e6), one.document


def _fits(reader: Reader, document: int, filters: Filters) -> bool:
    return (
        (not filters.country or reader.is_about(document, filters.country))
        and (not filters.kind or reader.facet("kind", document) == filters.kind)
        and (not filters.sector or filters.sector in reader.facet("sector", document).split())
    )
