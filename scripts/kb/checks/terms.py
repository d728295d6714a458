"""TRM01, TRM02: one thing, one word; all words of a concept stand with its term in terms.yml."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kb.checks.figures import RECENT, words_of
from kb.checks.translations import current_sections
from kb.model.languages import LANGUAGES, SOURCE
from kb.model.library import Library
from kb.model.page import Page
from kb.model.problem import Problem
from kb.model.terms import Term
from kb.model.text import plain

WORD = re.compile(r"\d+|[^\W\d_]+(?:[ʻʼ’'-][^\W\d_]+)*")
BETWEEN = "[ʻʼ’']?[ -]"
"""What may stand between two words of a term: 'workers’ representatives'."""
SHARE = 0.6
"""How much of a word's beginning every form of it shares: 'munosabat-lari', 'договор-ом'."""
LEAST = 3
ANY_ENDING = "*"
"""Stands at the end of a word to avoid, for all its forms."""


def term_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each word on the page that terms.yml tells to avoid."""
    avoided = _avoided(library, page.language)
    if not avoided:
        return
    pattern = _pattern(tuple(avoided))
    for number, line in enumerate(page.plain, page.front_lines + 1):
        for match in pattern.finditer(plain(line)):
            wrong = next(word for word in avoided if _pattern((word,)).fullmatch(match[0]))
            yield Problem(
                page.file,
                number,
                "TRM01",
                f"'{match[0]}' is not the word of this site",
                f"write '{avoided[wrong]}', as docs/_data/terms.yml has it",
            )


@lru_cache(maxsize=len(LANGUAGES))
def _avoided(library: Library, language: str) -> dict[str, str]:
    """Return the word to write instead, by each word to avoid."""
    return {
        wrong: term.words[language].term
        for term in library.terms.values()
        for wrong in term.words[language].avoid
    }


@lru_cache(maxsize=1024)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    forms = (re.escape(word).replace(re.escape(ANY_ENDING), r"\w*") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def concept_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each concept of the English that a section calls by no word of its own.

    Any form of a word will do. Only concepts of several English words are looked for: 'market' or
    'member' alone is often no term.
    """
    for source, name in current_sections(library, page):
        if named := _named_in(library, source, name):
            yield from _unnamed(_concepts(library), page, name, named)


@lru_cache(maxsize=RECENT)
def _named_in(library: Library, source: Page, name: str) -> list[str]:
    return _concepts(library).named_in(words_of(source, name))


def _unnamed(concepts: "_Concepts", page: Page, name: str, english: list[str]) -> Iterator[Problem]:
    said = _said(words_of(page, name).lower())
    for concept in english:
        words = concepts.words(concept, page.language)
        if not any(_is_said(word, said) for word in words):
            yield Problem(
                page.file,
                page.sections[name].first_line,
                "TRM02",
                f"'{name}' has no word for '{concept}'",
                f"write {' or '.join(words)}; a word that is missing goes under 'also' in "
                "docs/_data/terms.yml",
            )


@dataclass(frozen=True)
class _Concepts:
    """The concepts whose English word is more than one."""

    terms: tuple[Term, ...]

    @cached_property
    def by_english(self) -> dict[str, list[Term]]:
        found: dict[str, list[Term]] = {}
        for term in self.terms:
            if len(WORD.findall(english := term.words[SOURCE].term.lower())) > 1:
                found.setdefault(english, []).append(term)
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.by_english, key=len, reverse=True)
        told = (BETWEEN.join(map(re.escape, WORD.findall(english))) for english in longest_first)
        return re.compile(rf"\b(?:{'|'.join(told)})(?=(?:e?s)?\b)")

    @cached_property
    def _written(self) -> dict[str, str]:
        return {_bare(english): english for english in self.by_english}

    def named_in(self, english: str) -> list[str]:
        """Return the English words of the concepts that a text names, each once."""
        found = self._pattern.finditer(english.lower()) if self.by_english else ()
        return list(dict.fromkeys(self._written[_bare(match[0])] for match in found))

    def words(self, english: str, language: str) -> list[str]:
        """Return all words of a language for the concepts that are called so in English."""
        own = (term.words[language] for term in self.by_english[english])
        return list(dict.fromkeys(word for one in own for word in (one.term, *one.also)))


@lru_cache(maxsize=1)
def _concepts(library: Library) -> _Concepts:
    return _Concepts(tuple(library.terms.values()))


def _bare(words: str) -> str:
    return " ".join(WORD.findall(words.replace("-", " ")))


def _said(text: str) -> list[str]:
    """Return the words of a text, and the parts of those with a hyphen, in alphabetical order."""
    whole = set(WORD.findall(text))
    return sorted(whole.union(*(word.split("-") for word in whole if "-" in word)))


def _is_said(word: str, said: list[str]) -> bool:
    return all(_begins(_beginning(part), said) for part in WORD.findall(word.lower()))


def _begins(beginning: str, said: list[str]) -> bool:
    place = bisect_left(said, beginning)
    return place < len(said) and said[place].startswith(beginning)


def _beginning(word: str) -> str:
    return word[: max(LEAST, round(SHARE * len(word)))]
