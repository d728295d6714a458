"""The words of every language, each with the entries that mean the same in this one.

They are the glossary's, and those that people use every day. An everyday word leads only where the
pages of the language do not have it: 'bola' is a child in Uzbek, but in Kazakh 'бола' is 'being',
and whoever types it gets what was typed. Where a wording of the glossary fits too, it goes first.
The everyday words that the pages do have are synonyms: each leads to the others in a query of
several words, so that a page need not say all of them as the query does.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile

from kb.model.everyday import LONGEST, Concept
from kb.model.languages import CYRILLIC
from kb.model.library import Library
from kb.model.terms import TERM_LANGUAGES, Term
from kb.search.counting import Entry, own_phrases
from kb.search.normalise import Normaliser, shared_letters, words

SHORTEST = 3
"""What is left of a word, at least, when its ending is taken off."""


@dataclass(frozen=True)
class Tongue:
    """The language of an index: how it cuts words, and which it has."""

    language: str
    normalisers: Mapping[str, Normaliser]
    entries: Mapping[str, Entry]
    forms: list[str]
    """All forms of its words in plain letters, in order."""

    @property
    def own(self) -> Normaliser:
        """Return the normaliser of the language."""
        return self.normalisers[self.language]

    def entry(self, phrase: str) -> str:
        """Return the key under which a phrase of the language is counted."""
        return " ".join(self.own.stem(word) for word in words(phrase))

    def has(self, key: str) -> bool:
        """Return whether a word of the pages would be taken for an alias."""
        if " " in key:
            return self.entry(key) in self.entries
        most = len(key) + ending_allowed(len(key))
        start = bisect_left(self.forms, key)
        same = takewhile(lambda form: form.startswith(key), islice(self.forms, start, None))
        return any(len(form) <= most for form in same)


def tongue_of(
    language: str, normalisers: Mapping[str, Normaliser], entries: Mapping[str, Entry]
) -> Tongue:
    """Return what leads to the entries of a language are made from."""
    own = normalisers[language]
    forms = {own.fold(form) for one in entries.values() for form in one.seen}
    return Tongue(language, normalisers, entries, sorted(forms))


def aliases(library: Library, tongue: Tongue) -> dict[str, list[str]]:
    """Return, by beginnings of words, the entries of this language that mean the same."""
    return _joined(_glossary(library, tongue))


def everyday(library: Library, tongue: Tongue) -> dict[str, list[str]]:
    """Return the same for what people say every day, where the pages do not say it."""
    return _joined(_everyday(library, tongue))


def synonyms(library: Library, tongue: Tongue) -> dict[str, list[str]]:
    """Return, by each everyday word of the language that the pages have, the others they have."""
    return _joined(_synonyms(library, tongue))


def lemmas(library: Library, language: str) -> list[str]:
    """Return the glossary's single words in a language; no ending may cut into them."""
    phrases = [phrase for term in library.terms.values() for phrase in own_phrases(term, language)]
    return [phrase for phrase in phrases if len(words(phrase)) == 1]


def ending_allowed(length: int) -> int:
    """Return how many letters may follow an alias of that length in a typed word."""
    return length + 1 if length < 5 else 8  # noqa: PLR2004 - a short word may begin another


def _joined(leads: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, targets in leads:
        known = found.setdefault(key, [])
        known.extend(target for target in targets if target not in known)
    return found


def _glossary(library: Library, tongue: Tongue) -> Iterator[tuple[str, list[str]]]:
    for term in library.terms.values():
        targets = [tongue.entry(phrase) for phrase in own_phrases(term, tongue.language)]
        yield from ((key, targets) for key in _keys(_wordings(term), tongue))


def _everyday(library: Library, tongue: Tongue) -> Iterator[tuple[str, list[str]]]:
    for concept in library.everyday.values():
        targets = [tongue.entry(phrase) for phrase in concept.words(tongue.language)]
        keys = _keys(_spoken(library, concept), tongue)
        yield from ((key, targets) for key in keys if not tongue.has(key))


def _synonyms(library: Library, tongue: Tongue) -> Iterator[tuple[str, list[str]]]:
    for concept in library.everyday.values():
        keys = [tongue.entry(phrase) for phrase in concept.words(tongue.language)]
        known = [key for key in dict.fromkeys(keys) if key in tongue.entries]
        yield from ((key, [other for other in known if other != key]) for key in known)


def _wordings(term: Term) -> Iterator[tuple[str, str]]:
    """Yield each word of a term, also those that the site avoids, with its language."""
    for code in TERM_LANGUAGES:
        word = term.words[code]
        yield from ((code, phrase) for phrase in (word.term, *word.also, *word.avoid))


def _spoken(library: Library, concept: Concept) -> Iterator[tuple[str, str]]:
    """Yield each word of a concept with its language; those of Uzbek in both scripts."""
    for code in TERM_LANGUAGES:
        for phrase in concept.words(code.partition("-")[0]):
            yield code, library.cyrillic.text(phrase) if code == CYRILLIC else phrase


def _keys(wordings: Iterable[tuple[str, str]], tongue: Tongue) -> Iterator[str]:
    for code, phrase in wordings:
        theirs = tongue.normalisers[code.partition("-")[0]]
        parts = words(phrase)
        if 0 < len(parts) <= LONGEST:
            yield " ".join(_beginning(part, tongue.own, theirs) for part in parts)


def _beginning(word: str, ours: Normaliser, theirs: Normaliser) -> str:
    """Return the word, in our letters, without what changes when it is inflected in theirs."""
    folded = theirs.fold(word)
    size = shared_letters(folded, theirs.stem(word))
    softened = theirs.own.keep_glossary and folded[size - 1] in theirs.own.soften.values()
    here = ours.fold(word)
    return here[: max(SHORTEST, len(here) - (len(folded) - size) - softened)]
