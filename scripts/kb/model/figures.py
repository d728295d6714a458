"""The figures in a text: numbers and months, however a language writes them.

English parts thousands with a comma and decimals with a point; the others part thousands with a
space, mostly one that does not break, and decimals with a comma. Endings of ordinals and cases
('24-го', '2026-жылдын', '5-moddada') are no part of a number.
"""

import re
from collections import Counter
from functools import cache

from kb.model.languages import SOURCE

ENGLISH_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\d)|\d+(?:\.\d+)?")
SPACED_NUMBER = re.compile(
    r"(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"
)
FULL_HOUR = re.compile(r"(?<=\d):00(?!\d)")
"""'14:00' and "14 o'clock" are one time."""
SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "январ феврал март апрел ма[йяею] июн июл август сентябр октябр ноябр декабр",
    "uz": r"yanvar fevral mart(?!a) aprel may(?=\b|da|ni|ga|gi) iyun iyul avgust"
    " sentabr oktabr noyabr dekabr",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым(?!дық) шілде тамыз"
    " қыркүйек қазан қараша желтоқсан",
    "ky": "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр",
}
"""Beginnings of the names of months, as patterns; a word like 'marta' is none."""
NEAR = re.compile(r"\d[^\w\n;]{0,3}(?:(?:yil|жыл|г)\w*[^\w\n;]{1,3})?$")
"""A number before the month, with at most the word for year: '2026-yil', '2026 жылғы'."""
REACH = 32
"""How many signs before a month hold such a number."""
NEXT = re.compile(r"\w*[^\w\n;]{1,3}\d")


def numbers(text: str, language: str) -> Counter[str]:
    """Return each number in the text in one writing, with how often it stands there."""
    pattern = ENGLISH_NUMBER if language == SOURCE else SPACED_NUMBER
    found = pattern.finditer(FULL_HOUR.sub("", text))
    return Counter(_plain(match[0], language) for match in found)


def _plain(number: str, language: str) -> str:
    """Return '1234567.5' for '1,234,567.5' and '1 234 567,5'."""
    if language == SOURCE:
        return number.replace(",", "")
    return SPACES.sub("", number).replace(",", ".")


def months(text: str, language: str) -> tuple[set[int], set[int]]:
    """Return the months named in the text, 1 to 12, and those that stand beside a day or a year.

    The others may be words that look like a month.
    """
    named, dated = set(), set()
    for match in _names(language).finditer(text):
        month = int(match.lastindex or 0)
        named.add(month)
        before = max(0, match.start() - REACH)
        if NEAR.search(text, before, match.start()) or NEXT.match(text, match.end()):
            dated.add(month)
    return named, dated


@cache
def _names(language: str) -> re.Pattern[str]:
    """Return a pattern whose groups are the months, 1 to 12."""
    names = "|".join(f"({name})" for name in MONTHS[language].split())
    return re.compile(rf"\b(?:{names})", 0 if language == SOURCE else re.IGNORECASE)
