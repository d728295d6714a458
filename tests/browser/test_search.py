"""The search as a reader uses it: dialog and page of results, in a real Chromium."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import quote, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Route, expect

from kb.search.files import FORMAT
from tests.browser.conftest import SITE

pytestmark = pytest.mark.browser
LANGUAGES = ("en", "ru", "uz", "kk", "ky")
RESULTS = "[data-search-results] a"
STATUS = "dialog [role=status]"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page of its own, on a small screen, without what the service worker keeps."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    yield context.new_page()
    context.close()


def done(page: Page) -> None:
    page.wait_for_selector("[data-search-state=done]", state="attached")


def has_focus(page: Page, wanted: str) -> None:
    """Wait until the first such element has the focus, even if the window itself has none."""
    page.wait_for_function(
        "wanted => document.activeElement === document.querySelector(wanted)", arg=wanted
    )


class TestDialog:
    def test_nothing_is_fetched_before_it_opens(self, page: Page, address: str) -> None:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}en/recruit/dues/")
        before = [url for url in asked if "/search/" in url or "engine" in url]
        page.keyboard.press("/")
        expect(page.locator("dialog input")).to_be_focused()

        assert [] == before
        assert all(url.startswith(address) for url in asked)

    @pytest.mark.parametrize("keys", ["/", "Control+k"])
    def test_keys_open_it_and_escape_gives_focus_back(
        self, page: Page, address: str, keys: str
    ) -> None:
        page.goto(f"{address}en/recruit/dues/")
        page.focus("[data-search-open]")
        page.keyboard.press(keys)
        has_focus(page, "dialog input")
        page.keyboard.press("Escape")

        expect(page.locator("dialog")).to_be_hidden()
        has_focus(page, "[data-search-open]")

    def test_pasted_text_finds_and_marks_other_forms(self, page: Page, address: str) -> None:
        """Pasted and dictated text comes without any key."""
        page.goto(f"{address}en/")
        page.click("[data-search-open]")
        page.keyboard.insert_text("courier")
        page.wait_for_selector("dialog li mark")

        marks = page.locator("dialog mark").all_text_contents()
        assert any(mark.lower() == "couriers" for mark in marks)
        assert "{n}" not in (page.text_content(STATUS) or "")

    def test_arrows_walk_and_enter_opens(self, page: Page, address: str) -> None:
        page.goto(f"{address}en/")
        page.keyboard.press("/")
        page.keyboard.insert_text("dues")  # letter by letter the list would be drawn again
        page.wait_for_selector("dialog li a")
        page.keyboard.press("ArrowDown")
        has_focus(page, "dialog li a")
        page.keyboard.press("ArrowUp")
        has_focus(page, "dialog input")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")

        page.wait_for_url(f"{address}en/recruit/dues/**")

    def test_what_was_asked_stands_there_when_it_opens_again(
        self, page: Page, address: str
    ) -> None:
        page.goto(f"{address}en/")
        page.keyboard.press("/")
        page.keyboard.type("dues")
        page.wait_for_selector("dialog li a")
        page.keyboard.press("Escape")
        page.keyboard.press("/")

        expect(page.locator("dialog input")).to_have_value("dues")
        expect(page.locator("dialog li a").first).to_be_visible()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_it_breaks_no_rule_of_accessibility(
        self, browser: Browser, address: str, scheme: Literal["light", "dark"]
    ) -> None:
        context = browser.new_context(color_scheme=scheme, viewport={"width": 360, "height": 740})
        page = context.new_page()
        page.goto(f"{address}en/")
        page.keyboard.press("/")
        page.keyboard.insert_text("dues")
        page.wait_for_selector("dialog li a")
        found = Axe().run(page, context="dialog")
        context.close()

        assert [] == [violation["id"] for violation in found.response["violations"]]


class TestPageOfResults:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_an_address_gives_results(self, page: Page, address: str, language: str) -> None:
        page.goto(f"{address}{language}/search/?q={quote('курьер')}")
        done(page)

        links = page.locator(RESULTS).evaluate_all("links => links.map((link) => link.href)")
        assert links
        assert all(link.startswith(f"{address}{language}/") for link in links)

    def test_facets_stay_in_the_address(self, page: Page, address: str) -> None:
        page.goto(f"{address}en/search/?q=joining&country=kg")
        done(page)
        expect(page.locator("select[name=country]")).to_have_value("kg")
        page.select_option("select[name=kind]", "law")

        page.wait_for_url(f"{address}en/search/#q=joining&country=kg&kind=law")
        done(page)
        links = page.locator(RESULTS).evaluate_all("links => links.map((link) => link.href)")
        assert f"{address}en/law/kg/joining/" in [link.partition("#")[0] for link in links]

    def test_a_slip_is_offered_mended(self, page: Page, address: str) -> None:
        page.goto(f"{address}en/search/?q=inspektion")
        done(page)
        offer = page.locator("[data-search-page] [data-search-offer] a")
        expect(offer).to_have_text("inspection")
        offer.click()

        expect(page.locator("#kb-page-words")).to_have_value("inspection")
        done(page)
        expect(page.locator(RESULTS).first).to_be_visible()

    def test_no_word_reaches_a_server(self, page: Page, address: str) -> None:
        """The page promises it, and a server writes down each address that it is asked for."""
        said: list[str] = []
        page.on("request", lambda request: said.append(unquote(request.url)))
        page.goto(f"{address}en/law/")
        page.keyboard.press("/")
        page.keyboard.insert_text("inspektion")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}en/search/#q=inspektion")
        done(page)
        page.fill("#kb-page-words", "inspektion unpaid")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}en/search/#q=inspektion+unpaid")
        page.reload()
        done(page)

        assert [] == [url for url in said if "inspektion" in url.partition("#")[0]]
        expect(page.locator("#kb-page-words")).to_have_value("inspektion unpaid")

    def test_other_languages_are_named_where_this_one_has_nothing(
        self, page: Page, address: str
    ) -> None:
        page.goto(f"{address}en/search/?q={quote('скажите')}")
        done(page)

        expect(page.locator("[data-search-elsewhere] a[hreflang=ru]")).to_be_visible()

    def test_markup_in_a_query_is_text(self, page: Page, address: str) -> None:
        said: list[str] = []
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(f"{address}en/search/?q={quote('<img src=x onerror=alert(1)> dues')}")
        done(page)

        assert [] == said
        assert 0 == page.locator("[data-search-page] img").count()

    @pytest.mark.parametrize(
        ("query", "said"),
        [
            ("x" * 10_000, "Nothing was found"),
            ("!?… —", "Type a word"),
            ("😀🎉", "Type a word"),
            ("عربي مرحبا", "Nothing was found"),
            ("\u202edues\u202c", "Pages found"),
        ],
        ids=["long", "marks", "emoji", "right to left", "turned round"],
    )
    def test_odd_words_get_a_sentence(
        self, page: Page, address: str, query: str, said: str
    ) -> None:
        page.goto(f"{address}en/search/")
        page.fill("#kb-page-words", query)
        done(page)

        expect(page.locator("[data-search-page] [role=status]")).to_contain_text(said)

    @pytest.mark.parametrize("kind", ["index", "l", "p", "t"])
    @pytest.mark.parametrize("share", [0, 2], ids=["missing", "cut"])
    def test_a_missing_or_cut_file_is_told(
        self, page: Page, address: str, kind: str, share: int
    ) -> None:
        def answer(route: Route) -> None:
            if not share:
                route.abort()
                return
            file = SITE / "search" / "en" / Path(urlsplit(route.request.url).path).name
            text = file.read_text(encoding="utf-8")
            route.fulfill(body=text[: len(text) // share], content_type="text/javascript")

        page.route(re.compile(rf"/search/en/{kind}[^/]*\.js"), answer)
        page.goto(f"{address}en/search/?q=dues")
        done(page)

        status = page.locator("[data-search-page] [role=status]")
        expect(status).to_contain_text("could not be loaded")

    def test_results_stand_on_the_first_screen_of_a_phone(self, page: Page, address: str) -> None:
        page.goto(f"{address}kk/search/?q={quote('жұмыскер')}")
        done(page)
        box = page.locator(RESULTS).first.bounding_box()

        assert box
        assert box["y"] < 560

    def test_an_old_browser_file_is_told(self, page: Page, address: str) -> None:
        head = (SITE / "search" / "en" / "index.js").read_text(encoding="utf-8")
        newer = head.replace(f'"format":{FORMAT}', '"format":99')
        page.route("**/search/en/index.js*", lambda route: route.fulfill(body=newer))
        page.goto(f"{address}en/search/?q=dues")
        done(page)

        status = page.locator("[data-search-page] [role=status]")
        expect(status).to_contain_text("Load the page again")

    def test_it_works_from_a_folder(self, page: Page) -> None:
        """A stick has no server."""
        page.goto(f"file://{SITE}/en/search/index.html?q=dues")
        done(page)

        first = page.locator(RESULTS).first.get_attribute("href") or ""
        assert first.partition("#")[0].endswith("/index.html")

    def test_without_javascript_it_leads_on(self, browser: Browser, address: str) -> None:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{address}en/search/")
        expect(page.locator("noscript p")).to_contain_text("Search needs JavaScript")
        page.click("article a[href$='glossary/']")

        page.wait_for_url(f"{address}en/glossary/")
        context.close()
