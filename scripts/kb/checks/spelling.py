"""Words that no dictionary knows, for `kb spell`: a report, because names are unknown too.

Russian and Kazakh are asked of hunspell; Uzbek is asked in Cyrillic letters, which are those of its
list. These lists lack many forms, and for Kyrgyz there is none: in the three Turkic languages a
word is unknown when no known word and no other word of our text and glossary begins like it.
"""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.model.languages import CYRILLIC
from kb.model.library import Library
from kb.model.page import Page
from kb.model.text import ATTRIBUTES, MARKED, plain

DICTIONARIES = {"ru": "ru_RU", "kk": "kk_KZ", "uz": "uz_UZ"}
"""Debian's hunspell-ru, hunspell-kk and hunspell-uz."""
WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ][^\W\d_]+)*")
LATIN_LETTER = re.compile(r"[A-Za-z]")
SHARE = 0.5
"""How much of a word another must begin with, so that both are forms of one."""
LEAST = 3


class NoDictionaryError(RuntimeError):
    """hunspell or a dictionary is not on this machine."""


@dataclass(frozen=True)
class Unknown:
    """A word that no dictionary knows, and where it stands first."""

    word: str
    file: str
    line: int
    times: int

    def __str__(self) -> str:
        """Return a line of the report."""
        return f"{self.file}:{self.line}: {self.word} ({self.times})"


def unknown_words(library: Library, language: str) -> list[Unknown]:
    """Return the words of a language's pages that are not known, by place.

    Raises `NoDictionaryError` where hunspell or its dictionary is missing.
    """
    first: dict[str, tuple[str, int]] = {}
    times: Counter[str] = Counter()
    for page in library.pages.get(language, {}).values():
        for line, word in _page_words(page):
            first.setdefault(word, (page.file, line))
            times[word] += 1
    strange = _strange(library, language, times)
    return sorted(
        (Unknown(word, *first[word], times[word]) for word in strange),
        key=lambda found: (found.file, found.line, found.word),
    )


def _page_words(page: Page) -> Iterator[tuple[int, str]]:
    front = [(1, page.front.title), (1, page.front.description)]
    for number, line in [*front, *enumerate(page.plain, page.front_lines + 1)]:
        for word in WORD.findall(plain(ATTRIBUTES.sub("", MARKED.sub(" ", line)))):
            if page.language == "uz" or not LATIN_LETTER.search(word):
                yield number, word


def _strange(library: Library, language: str, times: Counter[str]) -> list[str]:
    """Return the words that the dictionary does not know, and that are no forms of others.

    The Russian dictionary has every form; of the others, words of our own are asked too.
    """
    if language == "ru":
        told = _not_in_dictionary(DICTIONARIES[language], times)
        return [word for word in told if len(word) > LEAST]
    letters = CYRILLIC if language == "uz" else language
    spelled = {word: library.spelled(letters, word) for word in times}
    unknown = set(times)
    if language in DICTIONARIES:
        missing = set(_not_in_dictionary(DICTIONARIES[language], spelled.values()))
        unknown = {word for word, asked in spelled.items() if asked in missing}
    known = set(_beginnings(set(times) - unknown))
    ours = Counter(_beginnings({*map(str.lower, times), *_glossary(library, language)}))
    return [
        word
        for word in times
        if word in unknown and len(word) > LEAST and not _is_form(word, known, ours)
    ]


def _is_form(word: str, known: set[str], ours: Counter[str]) -> bool:
    beginning = word.lower()[: max(LEAST, round(SHARE * len(word)))]
    return beginning in known or ours[beginning] > 1


def _beginnings(words: set[str]) -> Iterator[str]:
    for word in words:
        yield from (word.lower()[:size] for size in range(LEAST, len(word) + 1))


def _not_in_dictionary(dictionary: str, words: Iterable[str]) -> list[str]:
    program = shutil.which("hunspell")
    if program is None:
        raise NoDictionaryError("hunspell")
    done = subprocess.run(  # noqa: S603 - our own arguments
        [program, "-l", "-i", "utf-8", "-d", dictionary],
        input="\n".join(words),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise NoDictionaryError(done.stderr.strip() or dictionary)
    return list(dict.fromkeys(done.stdout.split()))


def _glossary(library: Library, language: str) -> Iterator[str]:
    for term in library.terms.values():
        word = term.words[language]
        for text in (term.definition[language], word.term, *word.also):
            yield from WORD.findall(text.lower())
