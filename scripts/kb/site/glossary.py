"""The glossary: one entry a concept, its word in every language, from docs/_data/terms.yml.

The glossary's page has every word of the reader's language with what it means, under anchors that
never move. The same word in the other languages stands in the whole entry, on one of a few parts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kb.model.languages import alphabetical, html_language, letters, written_in
from kb.model.library import Library
from kb.model.terms import TERM_LANGUAGES, Term, Word
from kb.site.shelves import place, power_of_two

GLOSSARY = "glossary"
"""The page, and the folder of its parts."""
FULL = 40
"""How many entries a part holds on average before there are twice as many."""


@dataclass(frozen=True)
class Translated:
    """A concept's word in another language than the page's."""

    code: str
    language: str
    """As HTML writes it."""
    word: Word


@dataclass(frozen=True)
class GlossaryEntry:
    """One concept as the reader sees it."""

    id: str
    word: Word
    definition: str
    only_in: str
    """Empty where the word belongs to no country alone."""
    part: int
    """Where the whole entry stands."""
    others: tuple[Translated, ...]


@dataclass(frozen=True)
class Letter:
    """The concepts whose word begins with a letter."""

    letter: str
    entries: tuple[GlossaryEntry, ...]

    @property
    def id(self) -> str:
        """Return an anchor that is the same on every build: the letter's number in Unicode."""
        return f"letter-{'-'.join(f'{ord(sign):x}' for sign in self.letter.lower())}"


def parts(library: Library) -> range:
    """Return the numbers of the parts."""
    return range(1, power_of_two(len(library.terms) / FULL) + 1)


def glossary(library: Library, language: str) -> Iterator[Letter]:
    """Yield the letters of an edition's alphabet, each with its concepts in order."""

    def first(term: Term) -> str:
        return letters(term.words[language].term, language)[0].capitalize()

    for letter, group in groupby(_in_order(library, language), key=first):
        yield Letter(letter, tuple(_entry(library, language, term) for term in group))


def glossary_part(library: Library, language: str, number: int) -> Iterator[GlossaryEntry]:
    """Yield the entries of a part in the order of an edition's alphabet."""
    for term in _in_order(library, language):
        if _part(library, term) == number:
            yield _entry(library, language, term)


def _in_order(library: Library, language: str) -> list[Term]:
    return sorted(
        library.terms.values(), key=lambda term: alphabetical(term.words[language].term, language)
    )


def _part(library: Library, term: Term) -> int:
    return place(term.id, len(parts(library)))


def _entry(library: Library, language: str, term: Term) -> GlossaryEntry:
    countries = ", ".join(library.word(language, country) for country in term.countries)
    return GlossaryEntry(
        term.id,
        term.words[language],
        library.spelled(language, term.definition[written_in(language)]),
        library.word(language, "only-in", countries=countries) if countries else "",
        _part(library, term),
        tuple(
            Translated(code, html_language(code), term.words[code])
            for code in TERM_LANGUAGES
            if code != language
        ),
    )
