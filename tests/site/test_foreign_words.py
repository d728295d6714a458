"""No English word stands on a page of another language, unless it is marked as English.

What is no word of English, and stands there in Latin letters, is named here or in the list of names
that stay in Latin letters in Uzbek Cyrillic too (docs/_data/uzbek-cyrillic.yml).
"""

import re
from pathlib import Path

import pytest

from kb.model.languages import NAMES
from kb.model.library import Library
from tests.site.conftest import SITE
from tests.site.said import said
from tests.uzbek import TOP_LEVEL

CYRILLIC = ("ru", "kk", "ky")
FIRMS = """
Osh Bringo Delivery Club Urban Forum Kazakhstan Ghana Kazinform saqshy info Otinish ver di
Moldova Xalq Birligi Yntymaq Umit Tatulasu Ortalygy
"""
SIGNS = "AA id kz kg uz PP UP ZRU"
"""Levels of WCAG, a word of HTML, codes of countries, numbers of Uzbek laws."""
NAMED = {*FIRMS.split(), *SIGNS.split()}
TITLES = re.compile(r"Trade Unions in the Balance|The Times of Central Asia")
"""Titles of books that a page names in their own words."""
WORD = re.compile(r"[A-Za-zʻ]{2,}")
ROMAN = re.compile(r"[IVXLCDM]+")
ADDRESS = re.compile(rf"https?://\S+|\S+@\S+|\S+\.(?:{TOP_LEVEL}|example)\b\S*|\S+:\d+/\S*")
ENGLISH = """
the of and in is are for with from by that this which who was were not or at it as their they you
your what how when where union work worker report court
"""
COMMON = set(ENGLISH.split())
"""English words that are none of Uzbek; both have the same letters, so that more cannot be told."""


def latin_words(file: Path, language: str) -> set[str]:
    text = TITLES.sub(" ", ADDRESS.sub(" ", "\n".join(said(file, language))))
    return {word for word in WORD.findall(text) if not ROMAN.fullmatch(word)}


def files(*languages: str) -> list[str]:
    return [
        file.relative_to(SITE).as_posix()
        for language in languages
        for file in sorted((SITE / language).rglob("index.html"))
    ]


@pytest.mark.parametrize("file", files(*CYRILLIC))
def test_every_word_in_latin_letters_is_a_named_one(library: Library, file: str) -> None:
    known = {*NAMED, *library.cyrillic.kept, *NAMES.values()}

    assert [] == sorted(latin_words(SITE / file, file.partition("/")[0]) - known)


@pytest.mark.parametrize("file", files("uz"))
def test_no_english_word_stands_in_uzbek(file: str) -> None:
    words = latin_words(SITE / file, "uz")

    assert [] == sorted(w for w in words if w.lower() in COMMON and not w.isupper())
