"""The wordings that stand in a query: the glossary's, and those of every day.

The same steps stand in overrides/assets/js/engine.js; tests/search/test_parity.py runs both.
"""

from collections.abc import Iterator

from kb.search.aliases import ending_allowed
from kb.search.candidates import Candidate, Typed, nearest
from kb.search.files import SYNONYM
from kb.search.reading import Alias, Reader

ALIAS = 0.95
SAME = 0.5
"""The same of another word of the pages: enough for a page not to lack the typed one."""


def wordings(reader: Reader, typed_words: list[Typed]) -> Iterator[tuple[int, Candidate]]:
    """Yield, by the word's place, the entries for which other wordings stand.

    Others than the glossary's count only for words that no wording of the glossary covers.
    """
    fitting = list(_fitting(reader, typed_words))
    named = {place for alias, places, _ in fitting if not alias.sign for place in places}
    for alias, places, weight in fitting:
        if alias.sign and named.intersection(places):
            continue
        for place in places:
            for key, number in alias.targets:
                yield place, Candidate(weight, number, key)


def _fitting(reader: Reader, typed_words: list[Typed]) -> Iterator[tuple[Alias, range, float]]:
    """Yield each wording that stands in the query, where, and how surely."""
    for start, word in enumerate(typed_words):
        for shard in nearest(reader, word):
            for alias in reader.lexicon(shard).aliases:
                if alias.sign == SYNONYM and len(typed_words) == 1:
                    continue  # whoever types one word means that word
                rest = _alias_rest(alias, typed_words[start:])
                if rest is not None:
                    places = range(start, start + len(alias.words))
                    weight = SAME if alias.sign == SYNONYM else ALIAS - 0.02 * rest
                    yield alias, places, weight / len(alias.words)


def _alias_rest(alias: Alias, typed_words: list[Typed]) -> int | None:
    """Return the longest ending that the words have over the alias; None where they differ."""
    if len(alias.words) > len(typed_words):
        return None
    longest = 0
    if alias.sign == SYNONYM:
        stems = tuple(word.stem for word in typed_words[: len(alias.words)])
        return 0 if stems == alias.words else None
    for beginning, word in zip(alias.words, typed_words, strict=False):
        rest = len(word.folded) - len(beginning)
        if not word.folded.startswith(beginning) or rest > ending_allowed(len(beginning)):
            return None
        longest = max(longest, rest)
    return longest
