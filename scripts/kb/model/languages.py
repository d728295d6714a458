"""The languages of this knowledge base, and how each writes dates and numbers."""

import re
from datetime import date
from functools import cache

from babel.dates import format_date
from babel.numbers import format_decimal

SOURCE = "en"
"""The language in which pages are written first."""
LANGUAGES = ("en", "ru", "uz", "kk", "ky")
"""The languages in which people write; each is a folder under docs/."""
CYRILLIC, LATIN = "uz-cyrl", "uz"
"""Uzbek in Cyrillic letters, and what the build makes it from."""
EDITIONS = ("en", "ru", LATIN, CYRILLIC, "kk", "ky")
"""In what the site can be read, each with an address of its own: the languages, and CYRILLIC."""
NAMES = {
    "en": "English",
    "ru": "Русский",
    LATIN: "Oʻzbekcha",
    CYRILLIC: "Ўзбекча",
    "kk": "Қазақша",
    "ky": "Кыргызча",
}
"""Each language's own name, as its readers write it."""
LOCALES = {"en": "en_GB", "ru": "ru", "uz": "uz", CYRILLIC: "uz_Cyrl", "kk": "kk", "ky": "ky"}
"""Whose way of writing dates and numbers a language takes (Unicode CLDR)."""
LONG_DATES = {
    LATIN: "y-'yil' d-MMMM",
    CYRILLIC: "y 'йил' d MMMM",
    "kk": "y 'жылғы' d MMMM",
    "ky": "y-'жылдын' d-MMMM",
}
"""As laws and newspapers write a day; CLDR has the forms of calendars: '2-noyabr, 2026'."""


@cache  # the same few days stand on every page
def long_date(day: date, language: str) -> str:
    """Return the day as the language writes it, for example '2 November 2026'."""
    written = format_date(day, LONG_DATES.get(language, "long"), locale=LOCALES[language])
    return _month_of_year(written) if language == "ky" else written


def _month_of_year(day: str) -> str:
    """Return a Kyrgyz day with its month as the year's: '2026-жылдын 2-ноябры', '2-июлу'."""
    stem = day.removesuffix("ь")
    rounded = stem.endswith(("июн", "июл", "август"))
    return stem + ("у" if rounded else "и" if stem.endswith("апрел") else "ы")


def number(value: float, language: str) -> str:
    """Return the number with the language's own signs for thousands and decimals."""
    return format_decimal(value, locale=LOCALES[language])


def written_in(edition: str) -> str:
    """Return the language in which people write what an edition shows: 'uz' for 'uz-cyrl'."""
    return LATIN if edition == CYRILLIC else edition


def editions_of(language: str) -> list[str]:
    """Return in what a language is shown, its own letters first: 'uz' and 'uz-cyrl' for 'uz'."""
    return [edition for edition in EDITIONS if written_in(edition) == language]


def html_language(code: str) -> str:
    """Return the code as HTML wants it: 'uz-Cyrl' for 'uz-cyrl'."""
    language, _, script = code.partition("-")
    return f"{language}-{script.title()}" if script else language


def twin_file(file: str) -> str:
    """Return where an Uzbek file of the site has its twin: 'uz-cyrl/law/index.html'."""
    return f"{CYRILLIC}/{file.removeprefix(f'{LATIN}/')}"


ALPHABETS = {
    "en": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "ru": "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
    "uz": "a b d e f g h i j k l m n o p q r s t u v x y z oʻ gʻ sh ch ng",
    CYRILLIC: "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш ъ ь э ю я ў қ ғ ҳ",
    "kk": "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
    "ky": "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
}
"""The letters of each language in the order of its schoolbook alphabet."""
LETTERS = {
    language: {letter: place for place, letter in enumerate(alphabet.split(), start=1)}
    for language, alphabet in ALPHABETS.items()
}


def alphabetical(word: str, language: str) -> tuple[int, ...]:
    """Return a key that sorts words as a dictionary of the language does."""
    places = LETTERS[language]
    return tuple(places.get(letter, 0) for letter in letters(word, language))


def letters(word: str, language: str) -> list[str]:
    """Return the letters of a word in lower case; 'sh' and 'oʻ' are one letter in Uzbek."""
    lowered, places = word.lower(), LETTERS[language]
    found: list[str] = []
    position = 0
    while position < len(lowered):
        width = 2 if lowered[position : position + 2] in places else 1
        found.append(lowered[position : position + width])
        position += width
    return found


OWN_LETTERS = {
    CYRILLIC: re.compile(r"[ўҳ]|^(?=.*[қғ])(?!.*[әңөұүһі])", re.IGNORECASE),
    "kk": re.compile(r"[әғқұһі]", re.IGNORECASE),
    "ky": re.compile(r"[ңөү]", re.IGNORECASE),
    "ru": re.compile(r"[а-яё]", re.IGNORECASE),
}
"""Letters that tell a language, asked in this order."""


def language_of_letters(text: str) -> str:
    """Return the language that the letters of a sentence tell; English for Latin ones."""
    return next((code for code, letters in OWN_LETTERS.items() if letters.search(text)), SOURCE)
