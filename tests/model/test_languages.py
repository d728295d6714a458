"""How each language writes a day."""

from datetime import date

import pytest

from kb.model.languages import EDITIONS, long_date


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "2 November 2026"),
        ("ru", "2 ноября 2026 г."),
        ("uz", "2026-yil 2-noyabr"),
        ("uz-cyrl", "2026 йил 2 ноябр"),
        ("kk", "2026 жылғы 2 қараша"),
        ("ky", "2026-жылдын 2-ноябры"),
    ],
)
def test_a_day_is_written_as_in_laws_and_newspapers(language: str, expected: str) -> None:
    assert expected == long_date(date(2026, 11, 2), language).replace("\u202f", " ")


def test_kyrgyz_months_belong_to_their_year() -> None:
    months = [long_date(date(2026, month, 1), "ky").partition(" 1-")[2] for month in range(1, 13)]

    assert [
        "январы",
        "февралы",
        "марты",
        "апрели",
        "майы",
        "июну",
        "июлу",
        "августу",
        "сентябры",
        "октябры",
        "ноябры",
        "декабры",
    ] == months


def test_every_edition_writes_the_day_the_month_and_the_year() -> None:
    for language in EDITIONS:
        written = long_date(date(2026, 5, 3), language)

        assert "3" in written
        assert "2026" in written
