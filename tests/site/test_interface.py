"""The theme speaks every language: each word of its English file stands in ours."""

import re
from pathlib import Path

import material  # type: ignore[import-untyped]  # it ships no types
import pytest

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
