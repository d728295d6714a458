"""Paper: a sheet is one A4 page in every language, and nothing of the screen is printed."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kb.model.library import load

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
PAGE = re.compile(rb"/Type\s*/Page\b")
SHEETS = sorted(page.key for page in load(ROOT).all_pages() if page.path.startswith("sheets/"))


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_one_page_of_a4(pages: dict[str, Page], address: str, sheet: str) -> None:
    page = pages["1280-light"]
    page.goto(f"{address}{sheet}/")

    paper = page.pdf(prefer_css_page_size=True)

    assert 1 == len(PAGE.findall(paper))


def test_menus_stay_off_the_paper(pages: dict[str, Page], address: str) -> None:
    page = pages["1280-light"]
    page.goto(f"{address}en/law/kz/joining/")
    page.emulate_media(media="print")

    shown = [
        name
        for name in (".md-header", ".md-sidebar", ".kb-languages", ".kb-footer", ".md-path")
        if page.locator(name).first.is_visible()
    ]
    notes = page.locator(".footnote li").first.is_visible()
    page.emulate_media(media="screen")

    assert [] == shown
    assert notes
