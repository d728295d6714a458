"""Words around the pages: each of the theme's stands in every language; ours take a day."""

import re
from datetime import date
from pathlib import Path

import material  # type: ignore[import-untyped]  # it ships no types
import pytest

from kb.model.languages import EDITIONS, long_date, written_in
from tests.real import library as real

KEY = re.compile(r'^\s*"(?P<key>[a-z._]+)":', re.MULTILINE)
OURS = Path(__file__).parents[2] / "overrides" / "partials" / "languages"
THEIRS = Path(material.__file__).parent / "templates" / "partials" / "languages"


def keys(file: Path) -> set[str]:
    return set(KEY.findall(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", ["kk", "ky", "uz"])
def test_every_word_of_the_theme_is_there(language: str) -> None:
    assert keys(THEIRS / "en.html") == keys(OURS / f"{language}.html")


@pytest.mark.parametrize(("language", "letters"), [("kk", "әғқңөұүі"), ("ky", "ңөү")])
def test_the_words_are_in_the_language(language: str, letters: str) -> None:
    text = (OURS / f"{language}.html").read_text(encoding="utf-8")

    assert [] == [letter for letter in letters if letter not in text.lower()]


def test_uzbek_has_its_own_apostrophes() -> None:
    text = (OURS / "uz.html").read_text(encoding="utf-8")

    assert [] == re.findall(r": \"[^\"]*\w['`‘’]\w[^\"]*\"", text)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_sentence_that_ends_in_a_day_has_one_full_stop(edition: str) -> None:
    """A Russian day ends in one of its own: '22 ноября 2026 г.'."""
    day = long_date(date(2026, 11, 22), written_in(edition))
    said = {key: real().word(edition, key).replace("{date}", day) for key in real().words["en"]}

    assert {} == {key: text for key, text in said.items() if ".." in text}
