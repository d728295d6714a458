from itertools import pairwise

import pytest

from kb.model.languages import LANGUAGES
from kb.search.aliases import lemmas
from kb.search.index import normalisers
from kb.search.normalise import Normaliser, surface, tidy, words
from tests.real import library
from tests.search.real_index import HERE

REACHED = 0.985
MERGED = 0.02
PAIRS = 200


def normaliser(language: str) -> Normaliser:
    return normalisers(library())[language]


def paradigms(language: str) -> dict[str, list[str]]:
    """Return the forms of each lemma, from a generator that knows nothing of our rules."""
    text = (HERE / "paradigms" / f"{language}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {lemma: forms.split() for lemma, forms in rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_reach_the_stem_of_their_lemma(language: str) -> None:
    stem = normaliser(language).stem
    reached = [
        stem(form) == stem(lemma) for lemma, forms in paradigms(language).items() for form in forms
    ]

    assert sum(reached) / len(reached) >= REACHED


@pytest.mark.parametrize("language", LANGUAGES)
def test_different_words_keep_different_stems(language: str) -> None:
    """Neighbours in the dictionary are the words that a rule would confuse first."""
    known = sorted((HERE / "different" / f"{language}.txt").read_text(encoding="utf-8").split())
    pairs = [*pairwise(known), *zip(known, known[2:], strict=False)]
    stem = normaliser(language).stem
    merged = [(one, other) for one, other in pairs if stem(one) == stem(other)]

    assert len(pairs) >= PAIRS
    assert len(merged) / len(pairs) <= MERGED, merged


@pytest.mark.parametrize("language", ["kk", "ky", "uz"])
def test_the_words_of_the_glossary_are_kept_whole(language: str) -> None:
    own = normaliser(language)

    assert set() == {own.fold(word) for word in lemmas(library(), language)} - {*own.keep}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("kk", "кәсіподағымыздың", "касиподак"),
        ("kk", "жұмысы", "жұмыс"),
        ("ky", "мүчөлүктөн", "мучолук"),
        ("uz", "toʻlovlarning", "to'lov"),
        ("uz", "oʻqituvchi", "ўқитувчи"),
        ("uz", "aʼzolarga", "аъзо"),
        ("uz", "taʼtil", "tatil"),
        ("ru", "учёт", "учета"),
        ("ru", "самозанятый", "самозанятого"),
        ("en", "organise", "organizing"),
        ("en", "worker’s", "workers"),
    ],
)
def test_what_people_type_comes_to_one_stem(language: str, one: str, other: str) -> None:
    stem = normaliser(language).stem

    assert stem(one) == stem(other)


def test_words_are_letters_of_any_script_with_apostrophes_inside() -> None:
    text = tidy("«Oʻzbekiston» — қала, don't; 87-бап, (ILO) за́мок и\u0306")

    assert ["Oʻzbekiston", "қала", "don't", "87", "бап", "ILO", "замок", "й"] == words(text)


def test_the_exact_form_has_one_sort_of_apostrophe() -> None:
    assert ["o'zbek"] * 4 == [surface(word) for word in ("Oʻzbek", "O‘zbek", "o'zbek", "O`zbek")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", ["", "і", "ҚАЗАҚ", "İstanbul", "a" * 10_000, "ﷺ", "x²", "😀"])
def test_any_word_has_a_stem(language: str, word: str) -> None:
    own = normaliser(language)

    assert own.ladder(word)[0] == own.fold(word)


def test_the_rules_file_names_each_language_once() -> None:
    assert sorted(LANGUAGES) == sorted(library().search_rules.languages)
