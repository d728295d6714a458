"""A mistake is reported by hand where the site names nobody: the text to hand on is made here."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from kb.model.languages import EDITIONS, NAMES
from tests.browser.conftest import without_errors
from tests.real import library

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    with without_errors(context) as page:
        yield page


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_text_names_page_section_version_and_language(
    page: Page, address: str, edition: str
) -> None:
    page.goto(f"{address}{edition}/law/kz/joining/#forms")
    page.locator(".kb-hands a[href$='#report']").click()
    text = page.locator(".kb-reporting textarea").input_value()
    shorts = library().shorts["law/kz/joining"]
    message = page.locator("[data-message]").get_attribute("data-message") or ""
    there = message.splitlines()[-1].replace(f"/{shorts['top']}/", f"/{shorts['forms']}/")
    lines = [page.locator("h1").inner_text(), there, page.locator(".kb-checked").inner_text()]

    assert text == library().word(
        edition,
        "report-text",
        page="\n".join(lines),
        section=page.locator("#forms").inner_text(),
        name=NAMES[edition],
    )
    expect(page.locator(".kb-reporting p").first).to_have_text(
        library().word(edition, "report-whom")
    )
    assert 360 >= page.evaluate("document.documentElement.scrollWidth")


def test_what_was_added_by_hand_is_copied_too(page: Page, address: str) -> None:
    page.goto(f"{address}en/law/kz/joining/")
    page.locator(".kb-hands a[href$='#report']").click()
    expect(page.locator(".kb-reporting textarea")).to_be_focused()
    page.locator(".kb-reporting textarea").fill("Article 4 says 16.")
    page.locator(".kb-reporting button").click()
    expect(page.locator(".kb-reporting button")).to_have_text("Copied")

    assert "Article 4 says 16." == page.evaluate("navigator.clipboard.readText()")


def test_the_link_at_the_head_opens_it_there_and_closes_it(page: Page, address: str) -> None:
    """The notice of a draft stands there in each translation."""
    page.goto(f"{address}kk/law/kz/joining/")
    page.locator(".kb-notice--draft summary").click()
    link = page.locator(".kb-notice--draft a[href$='#report']")
    link.click()
    text = page.locator(".kb-notice--draft .kb-reporting textarea")
    expect(text).to_be_visible()
    expect(link).to_have_attribute("aria-expanded", "true")
    text.fill("4-бап")
    link.click()
    expect(text).to_be_hidden()
    expect(link).to_have_attribute("aria-expanded", "false")
    link.click()
    expect(text).to_have_value("4-бап")
    page.emulate_media(media="print")

    expect(text).to_be_hidden()


def test_without_a_script_the_page_that_says_how_is_opened(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/law/kz/joining/")
    page.locator(".kb-hands a[href$='#report']").click()

    assert f"{address}en/about/contribute/#report" == page.url
    context.close()
