"""Paper: a sheet is one A4 page in every language, and nothing of the screen is printed."""

import re

import pytest
from playwright.sync_api import Page, expect

from kb.model.front_matter import Kind
from tests.paper.conftest import seen
from tests.real import library

pytestmark = pytest.mark.browser
PAGE = re.compile(rb"/Type\s*/Page\b")
LETTERS = sorted(page.key for page in library().all_pages() if "<!-- kb:cut -->" in page.lines)
SHEETS = sorted(page.key for page in library().all_pages() if page.front.kind is Kind.SHEET)


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_one_page_of_a4(pages: dict[str, Page], address: str, sheet: str) -> None:
    page = pages["1280-light"]
    page.goto(f"{address}{sheet}/")

    paper = page.pdf(prefer_css_page_size=True)

    assert 1 == len(PAGE.findall(paper))


@pytest.mark.parametrize("sheet", LETTERS)
def test_a_letter_is_printed_with_nothing_of_ours_above_its_line(
    pages: dict[str, Page], address: str, sheet: str
) -> None:
    page = pages["1280-light"]
    page.goto(f"{address}{sheet}/")
    page.emulate_media(media="print")
    tops = page.evaluate(
        """() => [".kb-cut", ".kb-notice--draft, #grounds", ".kb-mark", ".footnote-ref"].map(
            (name) => document.querySelector(name).getBoundingClientRect().top)"""
    )
    page.emulate_media(media="screen")

    assert [] == [top for top in tops[1:] if top <= tops[0]]


def test_two_languages_are_printed_side_by_side(pages: dict[str, Page], address: str) -> None:
    """Any page is a bilingual handout: its sections stand at one height, left and right."""
    page = pages["360-light"]
    page.goto(f"{address}kk/law/kz/joining/?with=ru")
    page.wait_for_selector(".kb-row")

    paper = seen(page.pdf(prefer_css_page_size=True))
    page.emulate_media(media="print")
    columns = page.locator(".kb-row:has(h2)").first.locator("> div")
    left, right = columns.nth(0).bounding_box(), columns.nth(1).bounding_box()
    page.emulate_media(media="screen")

    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    kazakh, russian = (
        library().pages[language]["law/kz/joining"].front.title.split() for language in ("kk", "ru")
    )
    assert set() == {*kazakh, *russian} - paper.words


def test_menus_stay_off_the_paper(pages: dict[str, Page], address: str) -> None:
    page = pages["1280-light"]
    page.goto(f"{address}en/law/kz/joining/")
    page.emulate_media(media="print")

    for name in (".md-header", ".md-sidebar", ".kb-languages", ".kb-footer", ".md-path"):
        expect(page.locator(name).first).to_be_hidden()
    expect(page.locator(".footnote li").first).to_be_visible()
    page.emulate_media(media="screen")
