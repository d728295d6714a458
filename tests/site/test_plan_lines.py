"""A plan for one country speaks of that country, and says where the pages are that it names."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kb.model.evidence import COUNTRIES, Country
from kb.model.languages import LANGUAGES
from kb.model.library import Library
from kb.model.tools import Builder
from kb.site.plan_lines import in_cells, in_words, plan_lines, without_others
from kb.site.tool_data import sector_data, tool_scripts
from kb.site.tools import sectors
from tests.real import library as real

ROOT = Path(__file__).parents[2]
SECTORS = sectors(real(), real().tools["plan-builder"])  # type: ignore[arg-type]
ALL = {
    "en": re.compile(r"(?i)\b(?:two|three|both|other) countries|\ball three\b|\bthe same[;,]"),
    "ru": re.compile(r"(?i)(?:двух|тр[её]х|обеих|других) стран\b|все три\b|\bте же(?:;| и )"),
    "uz": re.compile(r"(?i)\b(?:ikki|uch|boshqa) (?:mamlakat|davlat)|uchala|oʻshalar(?:;| va )"),
    "kk": re.compile(r"(?i)\b(?:екі|үш|басқа) ел(?:де|ді|$)|үшеуі|солар(?:;| және )"),
    "ky": re.compile(r"(?i)\b(?:эки|үч|башка) өлкө|үчөө|ошолор эле"),
}
"""What speaks of several countries, or of the row above, which a plan for one leaves out."""
FOREIGN = re.compile(r"Belgi|Georgia\b|Ghana|Britain|British|Spanish|Spain|Zimbabwe|FairCrowd")
OF = {
    "kz": re.compile(r"Kazakh|Казах|Қазақ|Казакст|Qozogʻ|Almat|Алмат|Astana|Астан|Ostona"),
    "kg": re.compile(r"Kyrgyz|Кыргыз|Қырғыз|Qirgʻiz|Bishkek|Б[иі]шкек|\bOsh\b|\bОш(?:е|т\w+)?\b"),
    "uz": re.compile(r"Uzbek|Узбек|Өзбек|Oʻzbek|Tashkent|Ташкент|Toshkent|Indorama"),
}


def builder(library: Library) -> Builder:
    tool = library.tools["plan-builder"]
    assert isinstance(tool, Builder)
    return tool


def plan(library: Library, language: str, path: str, country: Country) -> dict[str, list[Any]]:
    """Return the parts of a plan, and its pages, as the script of the page finds them."""
    data: Any = sector_data(library, language, path, builder(library))

    def here(lines: list[Any]) -> list[Any]:
        by_country = [
            line.get(country) if isinstance(line, dict) and "short" not in line else line
            for line in lines
        ]
        return [line for line in by_country if line]

    parts = {part: here(lines) for part, lines in data["parts"].items()}
    return parts | {"pages": here(data["pages"])}


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("path", SECTORS)
def test_each_sector_fills_the_plan_for_each_country(
    library: Library, path: str, country: Country
) -> None:
    tool = builder(library)
    found = plan(library, "en", path, country)

    assert [*(part.id for part in tool.parts if part.section), "pages"] == list(found)
    assert [] == [part for part, lines in found.items() if not lines and part != "unknown"]
    assert {3} == {len(row) for row in found["weeks"]}
    assert "[^" not in str(found)
    assert "](" not in str(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("path", SECTORS)
def test_a_plan_for_one_country_speaks_of_that_country(
    library: Library, path: str, country: Country, language: str
) -> None:
    strange = [names for code, names in OF.items() if code != country]
    strange += [ALL[language], FOREIGN]
    found = plan(library, language, path, country)

    told = [str(line) for lines in found.values() for line in lines]
    assert [] == [line for line in told if any(words.search(line) for words in strange)]


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
@pytest.mark.parametrize("path", SECTORS)
def test_a_plan_has_the_same_lines_in_every_language(
    library: Library, path: str, language: str
) -> None:
    for country in COUNTRIES:
        english, found = (plan(library, code, path, country) for code in ("en", language))

        assert {part: len(lines) for part, lines in english.items()} == {
            part: len(lines) for part, lines in found.items()
        }


def test_a_sentence_of_another_country_leaves_what_we_offer(library: Library) -> None:
    path = "recruit/sectors/construction"
    book = {
        country: [line for line in plan(library, "en", path, country)["offer"] if "hours," in line]
        for country in COUNTRIES
    }

    assert ["A brigade book: hours, photos, names of bosses: Printing"] == book["kz"] == book["uz"]
    assert book["kg"][0].startswith("A brigade book: hours, photos, names of bosses. In Talas 21 ")


def test_a_page_that_the_plan_names_has_its_short_address(library: Library) -> None:
    found = plan(library, "en", "recruit/sectors/transport", "kg")

    assert "A plan for transport" == found["pages"][0]["title"]
    assert "See joining and platform work." in found["law"]
    assert {"title": library.source_page("law/kg/joining").front.title, "short": "saka"} in found[
        "pages"
    ]
    assert [] == [page for page in found["pages"] if page["short"] not in library.short_links]


def test_a_short_address_stays_as_it_is_in_cyrillic_letters(library: Library) -> None:
    """It is an address; its page has its name in Cyrillic letters."""
    _, cyrillic = tool_scripts(library, "uz", builder(library))

    assert '"short":"saka"' in cyrillic.text
    assert '"title":"Kim' not in cyrillic.text


@pytest.mark.parametrize(
    ("language", "path", "word", "country"),
    [
        ("ru", "transport", "в Казахстане", "kz"),
        ("uz", "culture-sport", "Qirgʻizistonda", "kg"),
        ("kk", "culture-sport", "Өзбекстанда", "uz"),
        ("ky", "culture-sport", "Казакстанда", "kz"),
    ],
)
def test_a_translation_is_told_by_its_own_words(
    library: Library, language: str, path: str, word: str, country: Country
) -> None:
    """Also an old one, whose lines are not those of the English page."""
    page = library.page(language, f"recruit/sectors/{path}")
    assert page is not None
    kept = [line for line in page.sections["unknown"].lines if word in line]
    gone = set(page.sections["unknown"].lines[1:]) - set(kept) - {""}
    shorter = replace(page, lines=tuple(line for line in page.lines if line not in gone))
    told = list(plan_lines(library, shorter, "unknown"))

    assert [{country: line} for line in kept] == told
    assert kept


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("Жалпы ереже. «Яндекс» жауап берді.[^uz-se-13-percent]", "Жалпы ереже."),
        ("Жалпы ереже. [Парақ](a.md) бар.[^uz-se-13-percent]", "Жалпы ереже."),
        ("Бригада т.б. қатысты.[^uz-se-13-percent]", ""),
        ("Ст. 21 для всех.[^uz-se-13-percent]", ""),
        ("Всегда. Узбекистан.[^uz-se-13-percent] И снова.", "Всегда. И снова."),
    ],
)
def test_a_cell_without_what_is_said_of_others(library: Library, cell: str, said: str) -> None:
    assert said == without_others(library, cell, "kz")


def test_a_row_becomes_a_line() -> None:
    assert "Station: Tuesday" == in_words("| [Station](a.md) | Tuesday[^x] |")
    assert "- Go on." == in_words("- Go **on**.")


def test_a_sentence_beside_the_weeks_is_a_row_without_a_week() -> None:
    assert ["", "Begin in March.", ""] == in_cells("Begin in March.")
