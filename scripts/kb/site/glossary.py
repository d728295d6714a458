"""The glossary: one entry a concept, its word in every language, from docs/_data/terms.yml.

The glossary's page names every word of the reader's language, under anchors that never move. What
it means and what it is in the other languages stands in the whole entry, on one of a few parts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from kb.model.languages import alphabetical, html_language, letters, written_in
from kb.model.library import Library
from kb.model.parted import GLOSSARY, glossary_page, glossary_parts
from kb.model.terms import TERM_LANGUAGES, Term, Word


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
    address: str
    """Of the part with the whole entry, from the glossary's page."""
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
    return range(1, glossary_parts(library.terms) + 1)


def glossary(library: Library, language: str) -> Iterator[Letter]:
    """Yield the letters of an edition's alphabet, each with its concepts in order."""

    def first(term: Term) -> str:
        return letters(term.words[language].term, language)[0].capitalize()

    for letter, group in groupby(_in_order(library, language), key=first):
        yield Letter(letter, tuple(_entry(library, language, term) for term in group))


def glossary_part(library: Library, language: str, path: str) -> Iterator[GlossaryEntry]:
    """Yield the entries of a part in the order of an edition's alphabet."""
    for term in _in_order(library, language):
        if glossary_page(term.id, library.terms) == path:
            yield _entry(library, language, term)


@lru_cache(maxsize=16)
def _in_order(library: Library, language: str) -> tuple[Term, ...]:
    """Return the concepts in the order of an edition's alphabet, once for all parts."""

    def place(term: Term) -> tuple[int, ...]:
        return alphabetical(term.words[language].term, language)

    return tuple(sorted(library.terms.values(), key=place))


def _entry(library: Library, language: str, term: Term) -> GlossaryEntry:
    countries = ", ".join(library.word(language, country) for country in term.countries)
    return GlossaryEntry(
        term.id,
        term.words[language],
        library.spelled(language, term.definition[written_in(language)]),
        library.word(language, "only-in", countries=countries) if countries else "",
        f"{glossary_page(term.id, library.terms).removeprefix(f'{GLOSSARY}/')}/",
        tuple(
            Translated(code, html_language(code), term.words[code])
            for code in TERM_LANGUAGES
            if code != language
        ),
    )
