"""What a translator should look at again: sections that call a concept by another word.

It is a report, not a check: a good sentence may go around a word. Only concepts of several English
words are looked for; 'market' or 'member' alone is often no term.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kb.checks.figures import words_of
from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.page import Page
from kb.model.terms import Term
from kb.model.translations import State

WORD = re.compile(r"\d+|[^\W\d_]+(?:[ʻʼ’'-][^\W\d_]+)*")
SHARE = 0.6
"""How much of a word's beginning every form of it shares: 'munosabat-lari', 'договор-ом'."""
LEAST = 3


@dataclass(frozen=True)
class OtherWord:
    """A section in which a concept of the English one is not called by its words."""

    file: str
    line: int
    section: str
    term: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        """Return a line of the report."""
        words = ", ".join(f"'{word}'" for word in self.words)
        return (
            f"{self.file}:{self.line}: '{self.section}' says '{self.term}' in English; no {words}"
        )


def other_words(library: Library, language: str) -> Iterator[OtherWord]:
    """Yield each current section that may call a concept by a word that terms.yml does not have."""
    terms = [term for term in library.terms.values() if len(_words(_english(term))) > 1]
    for page in library.pages.get(language, {}).values():
        source = library.page(SOURCE, page.path)
        for state in library.states(language, page.path) if source else ():
            if source and state.state is State.CURRENT:
                yield from _in_section(source, page, state.id, terms)


def _in_section(source: Page, page: Page, name: str, terms: list[Term]) -> Iterator[OtherWord]:
    theirs = words_of(source, name).lower()
    ours = _words(words_of(page, name))
    beginnings = {word[:size] for word in ours for size in range(1, len(word) + 1)}
    for term in terms:
        word = term.words[page.language]
        wordings = (word.term, *word.also)
        if _pattern(_english(term)).search(theirs) and not any(
            all(_beginning(one) in beginnings for one in _words(wording)) for wording in wordings
        ):
            line = page.sections[name].first_line
            yield OtherWord(page.file, line, name, _english(term), wordings)


def _english(term: Term) -> str:
    return term.words[SOURCE].term


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _beginning(word: str) -> str:
    return word[: max(LEAST, round(SHARE * len(word)))]


@cache
def _pattern(english: str) -> re.Pattern[str]:
    return re.compile(rf"\b{'[ -]'.join(map(re.escape, _words(english)))}(?:e?s)?\b")
