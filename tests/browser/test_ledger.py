"""An address in the ledger that was given out leads to its entry, wherever that stands by now."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_an_entry_that_moved_to_another_drawer_is_found_on_its_shelf(
    pages: dict[str, Page], address: str
) -> None:
    """The constitution stood in the second drawer while there were eight."""
    page = pages["360-light"]
    page.goto(f"{address}kk/evidence/uz/2/#uz-const-39")
    page.wait_for_url(f"{address}kk/evidence/uz/#uz-const-39")
    page.locator("#uz-const-39").click()

    page.wait_for_url(f"{address}kk/evidence/uz/10/#uz-const-39")
    expect(page.locator("#uz-const-39")).to_be_in_viewport()


def test_an_entry_that_stands_there_is_shown_there(pages: dict[str, Page], address: str) -> None:
    page = pages["360-light"]
    page.goto(f"{address}kk/evidence/uz/10/#uz-const-39")

    expect(page.locator("#uz-const-39")).to_be_in_viewport()
    assert f"{address}kk/evidence/uz/10/#uz-const-39" == page.url


def test_a_word_that_moved_to_another_part_of_the_glossary_is_found_on_its_shelf(
    pages: dict[str, Page], address: str
) -> None:
    page = pages["360-light"]
    page.goto(f"{address}en/glossary/")
    last = page.locator(".kb-shelf li").last
    word, entry = last.get_attribute("id"), last.locator("a").get_attribute("href")
    page.goto(f"{address}en/glossary/1/#{word}")
    page.wait_for_url(f"{address}en/glossary/#{word}")
    page.locator(f"#{word} a").click()

    page.wait_for_url(f"{address}en/glossary/{entry}")
    expect(page.locator(f"#{word}")).to_be_in_viewport()


@pytest.mark.parametrize("name", ["en/glossary/1/", "kk/evidence/uz/10/", "kk/law/kz/joining/"])
@pytest.mark.parametrize("broken", ["#%", "#%e0%a4%a"])
def test_an_anchor_that_is_no_text_leaves_the_page_whole(
    pages: dict[str, Page], address: str, name: str, broken: str
) -> None:
    page = pages["360-light"]
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    page.goto(f"{address}{name}{broken}")
    page.locator("[data-search-open]").click()

    expect(page.locator("[data-search-dialog] input")).to_be_focused()
    assert f"{address}{name}{broken}" == page.url
    assert [] == errors
