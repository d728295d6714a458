"""LNG01, LNG02: letters of another alphabet inside a word, and wrong apostrophes."""

import re
from collections.abc import Iterator

from kb.model.library import Library
from kb.model.page import CITATION, INLINE_CODE, LINK, Page
from kb.model.problem import Problem
from kb.model.text import ATTRIBUTES, MARKED, TAG

MIXED = re.compile(r"\b(?=\w*[a-zA-Z])(?=\w*[а-яА-ЯёЁәғқңөұүһіӘҒҚҢӨҰҮҺІ])[\w]+\b")
"""A word with letters of both alphabets: a Latin o in a Kazakh word looks right, yet is another."""
LATIN_LETTER = re.compile(r"[a-zA-Z]")
CYRILLIC_LETTER = re.compile(r"[а-яёәғқңөұүһі]", re.IGNORECASE)
WRONG_APOSTROPHE = re.compile(r"(?<=[A-Za-z])['`‘’´](?=[A-Za-z])|(?<=[OoGg])['`‘’´]")
"""In Uzbek: oʻ and gʻ are written with U+02BB, the sign of separation is U+02BC."""
FOREIGN = {
    "ru": re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]"),
    "ky": re.compile(r"[әғқұһіӘҒҚҰҺІ]"),
    "uz": CYRILLIC_LETTER,
    "en": CYRILLIC_LETTER,
}
"""Letters that the alphabet of a language does not have, though a neighbour's does."""


def language_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each word that mixes alphabets or signs."""
    del library
    for number, (line, raw) in enumerate(zip(page.plain, page.lines, strict=True), 1):
        words = _words(raw if _is_no_code(raw) else line)
        yield from letter_problems(page.file, page.front_lines + number, page.language, words)


def letter_problems(path: str, line: int, language: str, words: str) -> Iterator[Problem]:
    """Yield a problem for each word of a language that mixes alphabets or signs."""
    both = LATIN_LETTER.search(words) and CYRILLIC_LETTER.search(words)
    for match in MIXED.finditer(words) if both else ():
        yield Problem(
            path,
            line,
            "LNG01",
            f"the word '{match[0]}' mixes Latin and Cyrillic letters",
            "type it again in one alphabet, or part a name from its ending with a hyphen: Glovo-да",
        )
    if language == "uz" and (sign := WRONG_APOSTROPHE.search(words)) is not None:
        yield Problem(
            path,
            line,
            "LNG02",
            f"'{sign[0]}' is not a letter of Uzbek",
            "write oʻ and gʻ with ʻ (U+02BB), and any other apostrophe as ʼ (U+02BC)",
        )
    if language in FOREIGN and (letter := FOREIGN[language].search(words)):
        yield Problem(
            path,
            line,
            "LNG03",
            f"'{letter[0]}' is not a letter of this language",
            "type the word again in the alphabet of the page's language",
        )


def _is_no_code(line: str) -> bool:
    """Return whether what looks like code begins inside a word, where none begins: 'O`zbek'."""
    found = INLINE_CODE.finditer(line) if "`" in line else ()
    return any(line[match.start() - 1 : match.start()].isalpha() for match in found)


def _words(line: str) -> str:
    """Return the line without what is not in the page's language: ids, addresses, marked words."""
    line = ATTRIBUTES.sub("", CITATION.sub("", MARKED.sub(" ", line)))
    return TAG.sub("", LINK.sub(lambda link: link["text"], line))
