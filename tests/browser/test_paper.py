"""What a reader does with paper on the screen: code, message, two languages, its age, slides."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from kb.model.languages import NAMES
from tests.browser.conftest import SITE

pytestmark = pytest.mark.browser
SHEET = "kk/sheets/listening-notes/"
KIT = "en/paper/training-first-conversation"
LATER = '<li data-day="2027-01-05" data-section="said">{}</li>'


def test_the_code_stands_on_paper_only(pages: dict[str, Page], address: str) -> None:
    page = pages["360-light"]
    page.goto(f"{address}{SHEET}")
    mark = page.locator(".kb-mark svg")

    expect(mark).to_be_hidden()
    page.emulate_media(media="print")
    expect(mark).to_be_visible()
    expect(page.locator(".kb-hands")).to_be_hidden()
    page.emulate_media(media="null")


def test_a_page_names_its_papers_with_their_sizes(pages: dict[str, Page], address: str) -> None:
    page = pages["360-dark"]
    page.goto(f"{address}{SHEET}")

    papers = page.locator(".kb-papers li").all_inner_texts()
    both = [f"Екі тілде PDF: + {NAMES[language]}" for language in ("en", "ru", "uz", "ky")]
    assert ["PDF", "Word", *both] == [paper.partition(" (")[0] for paper in papers]
    assert all(re.search(r"\(\d+ КБ\)$", paper) for paper in papers)


def test_a_page_goes_out_as_a_message(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}kk/law/kz/joining/#dues")

    page.get_by_role("button", name="Хабарлама етіп көшіру").click()
    expect(page.get_by_role("button", name="Көшірілді")).to_be_visible()

    message = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert message[0].startswith("Қазақстан: кәсіподаққа кім кіре алады")
    assert message[-1].endswith("/s/ruzu/")
    page.get_by_role("button", name="Көшірілді").click()  # once more, before the word is back
    expect(page.get_by_role("button", name="Хабарлама етіп көшіру")).to_be_visible(timeout=15_000)
    context.close()


class TestTwoLanguages:
    def test_on_a_stick_it_is_not_offered(self, browser: Browser) -> None:
        """No file may read another, and a stick holds one language."""
        page = browser.new_page()
        page.goto((SITE / SHEET / "index.html").as_uri())

        expect(page.locator("[data-beside]")).to_be_hidden()
        page.close()

    def test_each_section_stands_beside_the_same_in_the_other_language(
        self, pages: dict[str, Page], address: str
    ) -> None:
        page = pages["1280-light"]
        page.goto(f"{address}{SHEET}?with=ru")
        page.wait_for_selector(".kb-row")

        rows = page.locator(".kb-row")
        titles = [
            rows.nth(number).locator("h1, h2").all_inner_texts() for number in range(rows.count())
        ]
        assert ["Тыңдау жазбалары", "Записи после разговора"] == titles[0]
        assert all(len(pair) in {0, 2} for pair in titles)
        assert "ru" == rows.first.locator("> div").nth(1).get_attribute("lang")
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
        assert len(ids) == len(set(ids))

    def test_links_of_the_other_language_stay_in_it(
        self, pages: dict[str, Page], address: str
    ) -> None:
        page = pages["1280-dark"]
        page.goto(f"{address}kk/law/kz/joining/?with=ru")
        page.wait_for_selector(".kb-row")

        links = page.locator(".kb-row > div:nth-child(2) a").evaluate_all(
            "(links, start) => links.map((link) => link.href).filter((to) => to.startsWith(start))",
            address,
        )
        assert links
        assert {f"{address}ru/"} == {link[: len(address) + 3] for link in links}


class TestAge:
    @pytest.mark.parametrize(
        ("day", "state"), [("2099-01-01", "current"), ("2026-01-01", "read-again")]
    )
    def test_the_page_says_how_old_the_paper_is(
        self, pages: dict[str, Page], address: str, day: str, state: str
    ) -> None:
        page = pages["360-light"]
        page.goto(f"{address}{SHEET}?d={day}")

        assert state == page.locator("[data-paper]").get_attribute("data-paper")

    def test_changes_since_the_paper_are_told_in_two_lines_each(
        self, browser: Browser, address: str
    ) -> None:
        """A later release of the sheet, as the build would show it; each is told once."""
        context = browser.new_context(service_workers="block")  # the route below answers
        page = context.new_page()

        def later(route: Route) -> None:
            text = route.fetch().text()
            text = re.sub(r'data-news data-day="[^"]+"', 'data-news data-day="2027-01-05"', text)
            heading = re.findall(r'<h2 id="said">(.+?)</h2>', text)
            news = map(LATER.format, ["Кірер ме едіңіз?", "Кірер ме едіңіз?", *heading])
            start, end = text.split("data-news", 1)
            route.fulfill(
                body=start + "data-news" + end.replace("</ul>", f"{''.join(news)}</ul>", 1)
            )

        page.route(f"**/{SHEET}?d=*", later)
        page.goto(f"{address}{SHEET}?d=2026-12-01")
        notice = page.locator("[data-paper=old]")

        expect(notice).to_contain_text("2026 жылғы 1 желтоқсан")
        heading = page.locator("#said").inner_text()
        told = [line.strip() for line in notice.locator("li").all_inner_texts()]
        assert [f"{heading}\nКірер ме едіңіз?", heading] == told
        context.close()

    @pytest.mark.parametrize("day", ["", "<b>", "2026-99-99"])
    def test_a_date_that_is_none_says_nothing(
        self, pages: dict[str, Page], address: str, day: str
    ) -> None:
        page = pages["360-light"]
        page.goto(f"{address}{SHEET}?d={day}")

        assert 0 == page.locator("[data-paper]").count()


def test_slides_turn_with_keys_and_show_the_notes(pages: dict[str, Page], address: str) -> None:
    page = pages["1280-light"]
    page.goto(f"{address}{KIT}-slides.html")
    notes = page.locator(".notes")

    expect(notes).to_be_hidden()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#slide-2")).to_be_visible()
    expect(page.locator("#slide-1")).to_be_hidden()
    page.keyboard.press("n")
    expect(notes).to_be_visible()
    notes.focus()
    page.keyboard.press("ArrowDown")  # moves the notes
    expect(page.locator("#slide-2")).to_be_visible()
    page.locator("#slide-2").focus()
    page.keyboard.press("Shift+Space")
    expect(page.locator("#slide-1")).to_be_visible()
    page.keyboard.press("Home")
    expect(page.locator("#start .kb-mark svg")).to_be_visible()


def test_slides_turn_and_show_the_notes_on_a_phone(pages: dict[str, Page], address: str) -> None:
    """A phone has no arrow keys and no N."""
    page = pages["360-light"]
    page.goto(f"{address}{KIT}-slides.html")
    button = page.get_by_role("button", name="Trainer's notes")

    page.mouse.click(300, 300)
    expect(page.locator("#slide-1")).to_be_visible()
    expect(button).to_be_in_viewport(ratio=1)
    button.click()
    expect(page.locator(".notes")).to_be_visible()
    button.click()
    expect(page.locator(".notes")).to_be_hidden()
    expect(page.locator("#slide-1")).to_be_visible()
    page.mouse.click(20, 300)
    expect(page.locator("#start")).to_be_visible()


def test_without_a_script_all_slides_stand_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{KIT}-slides.html")

    expect(page.locator("#slide-1")).to_be_visible()
    expect(page.locator(".notes")).to_be_visible()
    context.close()
