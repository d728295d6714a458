"""Paper: a sheet is one A4 page in every language, and nothing of the screen is printed."""

import re
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from kb.model.front_matter import Kind
from kb.model.languages import EDITIONS, long_date, written_in
from tests.browser.conftest import without_errors
from tests.paper.conftest import seen
from tests.real import library

pytestmark = pytest.mark.browser
PAGE = re.compile(rb"/Type\s*/Page\b")
LETTERS = sorted(page.key for page in library().all_pages() if "<!-- kb:cut -->" in page.lines)
CHOSEN = ("sector", "country")
HEAR_NAME = "addEventListener('beforeprint', () => { globalThis.named = document.title; })"
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
    page.emulate_media(media="null")

    assert [] == [top for top in tops[1:] if top <= tops[0]]


@pytest.mark.parametrize(("edition", "other"), [("en", "ru"), ("ru", "kk"), ("uz-cyrl", "ky")])
@pytest.mark.parametrize("sheet", [key for key in SHEETS if key.startswith("en/")])
def test_a_sheet_in_two_languages_is_one_page(
    pages: dict[str, Page], address: str, sheet: str, edition: str, other: str
) -> None:
    """As its PDF is."""
    path = sheet.partition("/")[2]
    page = pages["360-light"]
    page.goto(f"{address}{edition}/{path}/?with={other}")
    page.wait_for_selector(".kb-row")

    paper = page.pdf(prefer_css_page_size=True)

    assert 1 == len(PAGE.findall(paper))


def test_two_languages_are_printed_side_by_side(pages: dict[str, Page], address: str) -> None:
    """Any page is a bilingual handout: its sections stand at one height, left and right."""
    page = pages["360-light"]
    page.goto(f"{address}kk/law/kz/joining/?with=ru")
    page.wait_for_selector(".kb-row")

    paper = seen(page.pdf(prefer_css_page_size=True))
    page.emulate_media(media="print")
    columns = page.locator(".kb-row:has(h2)").first.locator("> div")
    left, right = columns.nth(0).bounding_box(), columns.nth(1).bounding_box()
    page.emulate_media(media="null")

    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    kazakh, russian = (
        library().pages[language]["law/kz/joining"].front.title.split() for language in ("kk", "ru")
    )
    assert set() == {*kazakh, *russian} - paper.words


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_plan_is_printed_alone(browser: Browser, address: str, edition: str) -> None:
    """Nothing of the page on which it was made; no heading with nothing below it."""
    with without_errors(browser.new_context()) as page:
        page.clock.set_fixed_time("2026-11-22T12:00:00Z")
        page.goto(f"{address}{edition}/tools/plan-builder/")
        title, of_the_page = page.title(), page.locator("h1, h2").all_inner_texts()
        page.select_option("#kb-sector", "transport")
        page.select_option("#kb-country", "kg")
        page.locator(".kb-ways button").first.click()
        page.fill("#kb-plan-name", "1 → 2027")
        page.get_by_label(label(page, "people"), exact=True).fill(" ")
        page.evaluate(HEAR_NAME)
        paper = seen(page.pdf(prefer_css_page_size=True))
        named = page.evaluate("named")
        sector, country = (page.locator(f"#kb-{one} :checked").inner_text() for one in CHOSEN)
        labels = [label(page, part) for part in ("people", "money", "pages")]

        assert title == page.title()
    text = " ".join(" ".join(paper.texts).split())
    day = library().spelled(edition, long_date(date(2026, 11, 22), written_in(edition)))
    said = {"uz-cyrl": "script-made"}.get(edition, "draft" if edition != "en" else "")
    assert text.startswith(f"1 → 2027 {country} · {sector} · {' '.join(day.split())} ")
    assert "1 → 2027" == named
    assert [] == [one for one in of_the_page if one in text]
    assert labels[2:] == [one for one in labels if one in text]
    assert ".." not in text
    assert [[]] * len(paper.codes) == paper.codes
    assert not said or library().word(edition, said) in text[-300:]


def label(page: Page, part: str) -> str:
    """Return what a part of the plan is called."""
    return str(page.evaluate("id => kbTool.parts.find((part) => part.id === id).label", part))


def test_menus_stay_off_the_paper(pages: dict[str, Page], address: str) -> None:
    page = pages["1280-light"]
    page.goto(f"{address}en/law/kz/joining/")
    page.emulate_media(media="print")

    for name in (".md-header", ".md-sidebar", ".kb-languages", ".kb-footer", ".md-path"):
        expect(page.locator(name).first).to_be_hidden()
    expect(page.locator(".footnote li").first).to_be_visible()
    page.emulate_media(media="null")
