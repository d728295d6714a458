"""A short address opens in the reader's language, and without a script offers all five."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kb.model.library import load

pytestmark = pytest.mark.browser
LINKS = load(Path(__file__).parents[2]).short_links
SHORT = next(short for short, target in LINKS.items() if target == "law/kz/joining#dues")


@pytest.mark.parametrize(
    ("locale", "query", "expected"),
    [
        ("kk-KZ", "", "kk/law/kz/joining/#dues"),
        ("ky", "", "ky/law/kz/joining/#dues"),
        ("kk-KZ", "?l=uz", "uz/law/kz/joining/#dues"),
        ("kk-KZ", "?l=ru&d=2026-11-21", "ru/law/kz/joining/?d=2026-11-21#dues"),
        ("kk-KZ", "?l=de", "kk/law/kz/joining/#dues"),
        ("uz-Cyrl-UZ", "", "uz-cyrl/law/kz/joining/#dues"),
        ("uz-Latn-UZ", "", "uz/law/kz/joining/#dues"),
        ("fr", "?l=", "s/{short}/?l="),
    ],
)
def test_it_opens_in_the_language(
    browser: Browser, address: str, locale: str, query: str, expected: str
) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()

    page.goto(f"{address}s/{SHORT}/{query}")
    page.wait_for_url(f"{address}{expected.format(short=SHORT)}")

    context.close()


def test_the_last_choice_of_the_reader_comes_before_the_browser(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(locale="kk-KZ")
    page = context.new_page()
    page.goto(f"{address}kk/law/kz/joining/")
    page.locator(".kb-languages").get_by_role("link", name="Кыргызча").click()
    page.wait_for_url(f"{address}ky/law/kz/joining/")

    page.goto(f"{address}s/{SHORT}/")
    page.wait_for_url(f"{address}ky/law/kz/joining/#dues")

    context.close()


def test_without_a_script_it_offers_the_five_languages(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}s/{SHORT}/")

    page.get_by_text("Oʻzbekcha").click()

    page.wait_for_url(f"{address}uz/law/kz/joining/#dues")
    context.close()
