"""What an organiser with a phone came for: on the first screen, and not cut off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from kb.model.front_matter import Kind
from kb.model.languages import EDITIONS
from tests.browser.conftest import without_errors
from tests.real import library

pytestmark = pytest.mark.browser
KITS = sorted(page.path for page in library().all_pages() if page.front.kind is Kind.KIT)
SCREEN: ViewportSize = {"width": 360, "height": 740}
LINE = 24
"""Pixels that a line of text takes."""
LONG_PATH = "recruit/sectors/transport/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=SCREEN, service_workers="block")
    with without_errors(context) as page:
        yield page


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_questions_begin_on_the_first_screen(page: Page, address: str, edition: str) -> None:
    page.goto(f"{address}{edition}/")
    first = page.locator("#ten-questions ~ ol li").first.bounding_box()

    assert first is not None
    assert first["y"] + LINE <= SCREEN["height"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_way_to_a_page_is_not_cut_off(page: Page, address: str, edition: str) -> None:
    page.goto(f"{address}{edition}/{LONG_PATH}")
    wide, shown = page.evaluate(
        "(({scrollWidth, clientWidth}) => [scrollWidth, clientWidth])"
        "(document.querySelector('.md-path'))"
    )

    assert wide == shown


@pytest.mark.parametrize("path", sorted(set(KITS)))
def test_a_kit_leads_to_its_papers_from_its_head(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}kk/{path}/")
    link = page.locator(".kb-hands a[href='#kb-papers']")
    expect(link).to_be_in_viewport()
    link.click()

    expect(page.locator(".kb-hands .kb-papers")).to_be_in_viewport()


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_word_of_the_sums_is_broken(page: Page, address: str, edition: str) -> None:
    """A table of five columns is read as cards: what each number is stands before it, whole."""
    page.goto(f"{address}{edition}/tools/dues-calculator/")
    cells = page.locator(".kb-result tbody td")
    labels = [cell.get_attribute("data-label") for cell in cells.all()]
    keys = ("income", "pays", "costs", "keeps")

    assert [library().word(edition, f"tool-{key}") for key in keys] * 5 == labels
    expect(page.locator(".kb-result tbody th").first).to_have_css("display", "block")
    assert page.evaluate(
        "[...document.querySelectorAll('.kb-result tbody td')].every("
        "(cell) => cell.scrollWidth <= cell.clientWidth && cell.clientHeight < 60)"
    )
