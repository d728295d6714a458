"""What the pages of a language say through their script."""

import json

import pytest

from kb.model.languages import EDITIONS
from kb.model.library import Library
from kb.site.assets import PAGE_SCRIPT, Asset
from kb.site.page_script import WORDS, days, page_scripts
from tests.site.conftest import SITE, built

ASSETS = {
    PAGE_SCRIPT: Asset("", "const a = 1;\n"),
    "js/search.js": Asset("assets/js/search.0123456789.js", ""),
}


def said(library: Library, language: str) -> list[dict[str, object]]:
    """Return what the scripts of a language begin with."""
    heads = [one.text.partition("\n")[0] for one in page_scripts(library, language, ASSETS)]
    return [json.loads(head.removeprefix("globalThis.kbWords=").rstrip(";")) for head in heads]


def test_words_stand_before_the_script_in_the_language_of_its_pages(library: Library) -> None:
    (found,) = said(library, "kk")

    assert ["engine", "days", "names", *WORDS] == list(found)
    assert "assets/js/search.0123456789.js" == found["engine"]
    assert {
        "en": "English",
        "ru": "Русский",
        "uz": "Oʻzbekcha",
        "uz-Cyrl": "Ўзбекча",
        "ky": "Кыргызча",
    } == found["names"]
    assert library.word("kk", "search-broken") == found["search-broken"]
    (script,) = page_scripts(library, "kk", ASSETS)
    assert script.text.endswith(";\nconst a = 1;\n")


def test_uzbek_speaks_in_both_letters_under_one_name(library: Library) -> None:
    """A page and its twin in Cyrillic letters ask for the same file beside them."""
    latin, cyrillic = page_scripts(library, "uz", ASSETS)
    words = said(library, "uz")

    assert latin.address.removeprefix("uz/") == cyrillic.address.removeprefix("uz-cyrl/")
    assert ["Qidiruv", "Қидирув"] == [one["search"] for one in words]
    assert words[0]["names"] == words[1]["names"]


def test_each_month_is_written_as_the_language_writes_it(library: Library) -> None:
    assert 12 == len(days(library, "kk"))
    assert "{y} жылғы {d} қараша" == days(library, "kk")[10]
    assert "{y} йил {d} ноябрь" == days(library, "uz-cyrl")[10]


@pytest.mark.parametrize("edition", EDITIONS)
def test_pages_ask_for_the_script_of_their_language(edition: str) -> None:
    (script,) = (SITE / edition / "assets").glob("birge.*.js")

    assert f"../assets/{script.name}" in built(SITE / edition / "glossary" / "index.html").targets
