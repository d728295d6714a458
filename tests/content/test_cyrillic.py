"""Every Uzbek word of this knowledge base in Cyrillic letters, and back."""

import re
from functools import cache
from string import Formatter

import pytest

from kb.model.cyrillic import ROMAN
from kb.model.languages import CYRILLIC, LATIN, NAMES
from kb.search.index import normalisers
from tests.real import library
from tests.uzbek import latin, words

NAMES_OF_OTHERS = re.compile(r"(?:Shveytsariya|Kabylan|Yntymaq|Ortalygy|YIM?)\w*")
OWN_WAY = re.compile(rf"{NAMES_OF_OTHERS.pattern}|(?:sentabr|oktabr)\w*")
"""Where Cyrillic has other letters than the rules give back: сентябрь, Швейцария, names, ЕИ."""
LETTER = re.compile(r"[a-z]", re.IGNORECASE)


@cache
def every() -> list[str]:
    return sorted(set(words(library())))


def turned(word: str) -> str:
    return library().cyrillic.word(word)


def test_each_word_comes_back_as_it_was() -> None:
    """Nothing is lost that a reader of the other letters would need."""
    wrong = {
        word: turned(word)
        for word in every()
        if not (LETTER.search(turned(word)) or OWN_WAY.fullmatch(word))
        and latin(turned(word)).lower() != word.lower()
    }

    assert {} == wrong


def test_only_named_words_stay_in_latin_letters() -> None:
    """A foreign name that nobody listed is seen here first."""
    known = library().cyrillic
    stay = [word for word in every() if LETTER.search(turned(word)) and len(word) > 1]
    stay = [word for word in stay if not ROMAN.fullmatch(word)]

    assert [] == [word for word in stay if not any(word.startswith(name) for name in known.kept)]


def test_each_listed_name_is_used() -> None:
    """The list holds what this site says, and no dictionary."""
    stay = [word for word in every() if LETTER.search(turned(word))]

    assert [] == [
        name
        for name in set(library().cyrillic.kept)
        - {NAMES["en"]}  # stands in the choice of languages
        if not any(word.startswith(name) for word in stay)
    ]


@pytest.mark.parametrize("id_", library().terms)
def test_a_term_is_what_official_texts_in_cyrillic_call_it(id_: str) -> None:
    """terms.yml holds the Cyrillic words as they were read; the rules arrive at the same."""
    latin_word, cyrillic_word = (library().terms[id_].words[code] for code in ("uz", "uz-cyrl"))
    made = {library().cyrillic.text(text) for text in (latin_word.term, *latin_word.also)}

    assert {cyrillic_word.term, *cyrillic_word.also} == made


def test_search_finds_a_word_in_either_letters() -> None:
    """The fold of the search sees one word: a result's words are marked in both, months too."""
    normaliser = normalisers(library())["uz"]
    differing = {
        word: turned(word)
        for word in every()
        if not (LETTER.search(turned(word)) or NAMES_OF_OTHERS.fullmatch(word))
        and normaliser.fold(word) != normaliser.fold(turned(word))
    }

    assert {} == differing


def said(key: str) -> str:
    return library().word(LATIN, key)


def places(text: str) -> set[str]:
    """Return the names of what is filled in later."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", [key for key in library().words[LATIN] if places(said(key))])
def test_what_is_filled_in_stays_as_it_is(key: str) -> None:
    """Markup that is put into a word is no Uzbek, and its text has its letters already."""
    values = {name: f'<b lang="{name}">{name}</b>' for name in places(said(key))}

    assert set(values) == places(library().word(CYRILLIC, key))
    found = library().word(CYRILLIC, key, **values)
    assert [] == [value for value in values.values() if value not in found]


def test_a_name_of_two_words_stands_in_one_script() -> None:
    """The town is Ўш, the firm Osh Taxi."""
    turned_text = library().cyrillic.text("Oʻshdagi Osh Taxi bilan, Osh Taxida")

    assert "Ўшдаги Osh Taxi билан, Osh Taxi-да" == turned_text


def test_a_key_of_the_keyboard_is_named_as_it_is_marked() -> None:
    assert "; N " in library().word(CYRILLIC, "slide-keys")
