"""Uzbek in Cyrillic letters as a reader walks through it: menu, search, tools, short addresses."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
CYRILLIC = "Ўзбекча"
PAGES = ("", "law/uz/joining/", "sheets/membership-form/", "tools/dues-calculator/", "glossary/")


class TestLetters:
    def test_the_menu_leads_from_latin_to_cyrillic_and_back(
        self, pages: dict[str, Page], address: str
    ) -> None:
        page = pages["360-light"]
        page.goto(f"{address}uz/law/uz/joining/#dues")

        page.get_by_role("link", name=CYRILLIC, exact=True).first.click()
        page.wait_for_url(f"{address}uz-cyrl/law/uz/joining/#dues")
        page.locator("[data-script] a").click()

        page.wait_for_url(f"{address}uz/law/uz/joining/#dues")

    def test_a_browser_in_cyrillic_uzbek_is_proposed_it(
        self, browser: Browser, address: str
    ) -> None:
        context = browser.new_context(locale="uz-Cyrl-UZ")
        page = context.new_page()

        page.goto(address)

        assert "uz-Cyrl" == page.locator("a.proposed").get_attribute("hreflang")
        context.close()

    def test_a_short_address_opens_in_the_letters_that_were_chosen(
        self, browser: Browser, address: str
    ) -> None:
        page = browser.new_context(locale="ru-RU").new_page()
        page.goto(f"{address}uz/law/kz/joining/")
        page.get_by_role("link", name=CYRILLIC, exact=True).first.click()
        page.wait_for_url(f"{address}uz-cyrl/law/kz/joining/")

        page.goto(f"{address}s/siki/")

        page.wait_for_url(f"{address}uz-cyrl/law/kz/joining/")
        page.context.close()

    @pytest.mark.parametrize("path", PAGES)
    def test_no_page_is_wider_than_a_phone(
        self, pages: dict[str, Page], address: str, path: str
    ) -> None:
        page = pages["360-light"]

        page.goto(f"{address}uz-cyrl/{path}")

        assert 360 >= page.evaluate("document.documentElement.scrollWidth")


class TestSearch:
    @pytest.mark.parametrize("query", ["аъзолик бадали", "aʼzolik badali"])
    def test_results_stay_in_cyrillic(
        self, pages: dict[str, Page], address: str, query: str
    ) -> None:
        page = pages["360-light"]

        page.goto(f"{address}uz-cyrl/search/?q={query}")

        results = page.locator("[data-search-results][data-search-state=done] li")
        expect(results.first).to_be_visible()
        links = results.locator("a").evaluate_all("found => found.map((link) => link.pathname)")
        assert [] == [link for link in links if not link.startswith("/uz-cyrl/")]
        assert "бадал" in " ".join(results.locator("mark").all_text_contents()).lower()

    def test_an_excerpt_is_in_cyrillic(self, pages: dict[str, Page], address: str) -> None:
        page = pages["360-light"]

        page.goto(f"{address}uz-cyrl/search/?q=курьер")

        expect(page.locator("[data-search-state=done] li").first).to_be_visible()
        excerpts = page.locator(".kb-results__text").all_text_contents()
        assert [] == [text for text in excerpts if " va " in text or " uchun " in text]


class TestTool:
    def test_a_tool_asks_in_cyrillic(self, pages: dict[str, Page], address: str) -> None:
        page = pages["360-light"]

        page.goto(f"{address}uz-cyrl/tools/work-status/uz/")

        expect(page.locator(".kb-tool-day label")).to_have_text("Қайси кун учун?")
