"""The chooser at `/`, and the switch that keeps the section."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from kb.model.languages import NAMES

pytestmark = pytest.mark.browser


class TestChooser:
    @pytest.mark.parametrize(
        ("locale", "expected"),
        [("kk-KZ", "kk"), ("ky", "ky"), ("uz-UZ", "uz"), ("ru-KG", "ru"), ("en-GB", "en")],
    )
    def test_it_proposes_the_language_of_the_browser(
        self, browser: Browser, address: str, locale: str, expected: str
    ) -> None:
        context = browser.new_context(locale=locale)
        page = context.new_page()

        page.goto(address)

        assert expected == page.locator("a.proposed").get_attribute("hreflang")
        assert address == page.url
        context.close()

    def test_it_offers_every_language_without_javascript(
        self, browser: Browser, address: str
    ) -> None:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()

        page.goto(address)

        assert list(NAMES.values()) == page.locator("li strong").all_text_contents()
        page.get_by_text("Кыргызча").click()
        page.wait_for_url(f"{address}ky/")
        context.close()


class TestSwitch:
    def test_it_keeps_the_section(self, pages: dict[str, Page], address: str) -> None:
        """In a seminar two people look at the same section, each in her language."""
        page = pages["360-light"]
        page.goto(f"{address}en/law/kz/joining/#dues")

        page.get_by_role("link", name="Қазақша", exact=True).first.click()
        page.wait_for_url(f"{address}kk/law/kz/joining/#dues")

        assert "dues" == page.locator(":target").get_attribute("id")

    def test_it_follows_when_the_reader_moves_to_another_section(
        self, pages: dict[str, Page], address: str
    ) -> None:
        page = pages["360-light"]
        page.goto(f"{address}ru/law/kz/joining/#dues")
        page.evaluate("location.hash = 'unknown'")
        switch = page.get_by_role("link", name="English", exact=True).first
        expect(switch).to_have_attribute("href", re.compile("#unknown$"))

        switch.click()
        page.wait_for_url(f"{address}en/law/kz/joining/#unknown")

        assert "unknown" == page.locator(":target").get_attribute("id")

    def test_a_draft_says_so_in_the_language_of_the_reader(
        self, pages: dict[str, Page], address: str
    ) -> None:
        page = pages["360-light"]
        page.goto(f"{address}kk/law/kz/joining/")

        notice = page.locator("[data-state=draft]")
        assert "Аударманың алғашқы нұсқасы." == notice.inner_text().strip()
        notice.locator("summary").click()
        expect(notice.get_by_role("link").first).to_be_visible()

        assert notice.inner_text().startswith(
            "Аударманың алғашқы нұсқасы.\nБұл бетті тіл білетін адам"
        )
        assert f"{address}en/law/kz/joining/" == notice.get_by_role("link").first.evaluate(
            "link => link.href"
        )


class TestWithoutScript:
    def test_the_menu_opens_and_the_page_reads(self, browser: Browser, address: str) -> None:
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": 360, "height": 740}
        )
        page = context.new_page()
        page.goto(f"{address}en/law/kz/joining/")

        page.locator("header label[for=__drawer]").click()

        expect(page.locator("nav.md-nav--primary")).to_be_visible()
        context.close()


class TestKeyboard:
    def test_the_menu_opens_with_enter(self, pages: dict[str, Page], address: str) -> None:
        page = pages["360-light"]
        page.goto(f"{address}en/")
        page.locator("header label[for=__drawer]").focus()

        page.keyboard.press("Enter")

        expect(page.locator("#__drawer")).to_be_checked()

    def test_a_branch_of_the_menu_closes_and_opens_with_keys(
        self, pages: dict[str, Page], address: str
    ) -> None:
        page = pages["1280-light"]
        page.goto(f"{address}en/law/kz/joining/")
        branch = page.locator("nav.md-nav--primary [role=button]").first
        toggle = page.locator(f"#{branch.get_attribute('for')}")

        expect(branch).to_have_accessible_name("Law")
        branch.press("Enter")
        expect(toggle).not_to_be_checked()
        branch.press(" ")
        expect(toggle).to_be_checked()
