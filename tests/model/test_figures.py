"""Numbers and months, as each language writes them."""

from collections import Counter

import pytest

from kb.model.figures import months, numbers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2024, 2,136,800 people; 86.3% by 11:30 to 14 o'clock, and 70,000, too."),
        ("ru", "В 2024 году 2\u00a0136\u00a0800 человек; 86,3 % с 11:30 до 14:00, и 70 000 тоже."),
        ("uz", "2024-yilda 2 136 800 kishi; 86,3% 11:30 dan 14:00 gacha, 70\u202f000 ham."),
        (
            "kk",
            "2024 жылы 2\u00a0136\u00a0800 адам; 86,3 пайызы 11:30-дан 14:00-ге, 70 000-ы.",
        ),
        ("ky", "2024-жылы 2 136 800 киши; 86,3% 11:30дан 14:00гө чейин, 70 000и да."),
    ],
)
def test_a_number_is_one_number_in_every_language(language: str, text: str) -> None:
    assert Counter(["2024", "2136800", "86.3", "11", "30", "14", "70000"]) == numbers(
        text, language
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Статьи 5, 6 и 7; версия 4.0; 1-го"),
        ("ky", "5-, 6-, 7-беренелер; 4.0; 1-чи"),
        ("uz", "5, 6, 7-moddalar; 4.0; 1-bob"),
    ],
)
def test_lists_ordinals_and_versions(language: str, text: str) -> None:
    assert Counter(["5", "6", "7", "4.0", "1"]) == numbers(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 12 May 2026"),
        ("ru", "в мае 2026 года"),
        ("uz", "2026-yil 12-mayda"),
        ("kk", "2026 жылғы мамырда"),
        ("ky", "2026-жылдын май айында"),
    ],
)
def test_a_month_beside_a_number_is_a_date(language: str, text: str) -> None:
    assert ({5}, {5}) == months(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "20 ; May they join?"),
        ("uz", "2023-yilda qurilish maydonlarida 3 marta"),
        ("kk", "36% және маусымдық сұраныс"),
        ("ru", "за 3 дня, маяк"),
    ],
)
def test_a_word_that_looks_like_a_month_is_none(language: str, text: str) -> None:
    _, dated = months(text, language)

    assert set() == dated


def test_a_month_without_a_number_is_a_month_too() -> None:
    assert ({6, 8}, set()) == months("с июня по август", "ru")
