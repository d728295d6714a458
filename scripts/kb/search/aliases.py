"""The glossary's words of every language, each with the entries that stand for it in this one."""

from collections.abc import Iterator

from kb.model.library import Library
from kb.model.terms import TERM_LANGUAGES, Term
from kb.search.counting import own_phrases
from kb.search.normalise import Normaliser, shared_letters, words

LONGEST = 4
"""Longer wordings are titles of laws; nobody types them whole."""
SHORTEST = 3
"""What is left of a word, at least, when its ending is taken off."""


def aliases(
    library: Library, language: str, normalisers: dict[str, Normaliser]
) -> dict[str, list[str]]:
    """Return, by beginnings of words, the entries of this language that mean the same."""
    ours = normalisers[language]
    found: dict[str, list[str]] = {}
    for term in library.terms.values():
        targets = [_entry(phrase, ours) for phrase in own_phrases(term, language)]
        for key in _keys(term, ours, normalisers):
            known = found.setdefault(key, [])
            known.extend(target for target in targets if target not in known)
    return found


def lemmas(library: Library, language: str) -> list[str]:
    """Return the glossary's single words in a language; no ending may cut into them."""
    phrases = [phrase for term in library.terms.values() for phrase in own_phrases(term, language)]
    return [phrase for phrase in phrases if len(words(phrase)) == 1]


def _entry(phrase: str, ours: Normaliser) -> str:
    return " ".join(ours.stem(word) for word in words(phrase))


def _keys(term: Term, ours: Normaliser, normalisers: dict[str, Normaliser]) -> Iterator[str]:
    for code in TERM_LANGUAGES:
        theirs = normalisers[code.partition("-")[0]]
        word = term.words[code]
        for phrase in (word.term, *word.also, *word.avoid):
            parts = words(phrase)
            if 0 < len(parts) <= LONGEST:
                yield " ".join(_beginning(part, ours, theirs) for part in parts)


def _beginning(word: str, ours: Normaliser, theirs: Normaliser) -> str:
    """Return the word, in our letters, without what changes when it is inflected in theirs."""
    folded = theirs.fold(word)
    size = shared_letters(folded, theirs.stem(word))
    softened = theirs.own.keep_glossary and folded[size - 1] in theirs.own.soften.values()
    here = ours.fold(word)
    return here[: max(SHORTEST, len(here) - (len(folded) - size) - softened)]
