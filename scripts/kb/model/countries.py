"""Of which country a text speaks."""

import re
from functools import lru_cache

from kb.model.evidence import Country
from kb.model.library import Library


def countries_in(library: Library, language: str, text: str) -> set[Country]:
    """Return the countries that a text names, themselves or by a place or union in them."""
    words = library.country_words.get(language, {})
    return {country for country, begins in words.items() if _naming(begins).search(text)}


@lru_cache(maxsize=64)
def _naming(begins: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a word that begins so; of no words it finds none."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, begins))})" if begins else "(?!)")
