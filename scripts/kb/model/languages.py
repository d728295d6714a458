"""The languages of this knowledge base, and how each writes dates and numbers."""

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

SOURCE = "en"
"""The language in which pages are written first."""
LANGUAGES = ("en", "ru", "uz", "kk", "ky")
"""The languages in which people write; each is a folder under docs/."""
NAMES = {"en": "English", "ru": "Русский", "uz": "Oʻzbekcha", "kk": "Қазақша", "ky": "Кыргызча"}
"""Each language's own name, as its readers write it."""
LOCALES = {"en": "en_GB", "ru": "ru", "uz": "uz", "kk": "kk", "ky": "ky"}
"""Whose way of writing dates and numbers a language takes (Unicode CLDR)."""


def long_date(day: date, language: str) -> str:
    """Return the day as the language writes it, for example '2 November 2026'."""
    return format_date(day, format="long", locale=LOCALES[language])


def number(value: float, language: str) -> str:
    """Return the number with the language's own signs for thousands and decimals."""
    return format_decimal(value, locale=LOCALES[language])


def html_language(code: str) -> str:
    """Return the code as HTML wants it: 'uz-Cyrl' for 'uz-cyrl'."""
    language, _, script = code.partition("-")
    return f"{language}-{script.title()}" if script else language
