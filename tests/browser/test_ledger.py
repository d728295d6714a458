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
