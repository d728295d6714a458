"""TRM01: one thing, one word; the words that a concept must not be called stand with the term."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kb.model.library import Library
from kb.model.page import Page
from kb.model.problem import Problem
from kb.model.text import plain


def term_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each word on the page that terms.yml tells to avoid."""
    avoided = _avoided(library, page.language)
    if not avoided:
        return
    pattern = _pattern(tuple(avoided))
    for number, line in enumerate(page.plain, page.front_lines + 1):
        for match in pattern.finditer(plain(line)):
            # One letter has many shapes for a pattern that ignores case, such as ſ for s.
            if (right := avoided.get(match[0].casefold())) is None:
                continue
            yield Problem(
                page.file,
                number,
                "TRM01",
                f"'{match[0]}' is not the word of this site",
                f"write '{right}', as docs/_data/terms.yml has it",
            )


def _avoided(library: Library, language: str) -> dict[str, str]:
    """Return the word to write instead, by each word to avoid."""
    return {
        wrong.casefold(): term.words[language].term
        for term in library.terms.values()
        for wrong in term.words[language].avoid
    }


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
