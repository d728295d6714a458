"""What the policy forbids, no page of ours does; and what others would do, the browser refuses."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import SITE

pytestmark = pytest.mark.browser
LISTEN = """
window.broken = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.broken.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
NEXT_FRAME = "() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))"
"""What was refused meanwhile has been told by then."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    fresh = browser.new_context(locale="kk-KZ", accept_downloads=True)
    fresh.add_init_script(LISTEN)
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("кәсіподақ")
    expect(page.locator("[data-search-dialog] [data-search-list] li").first).to_be_visible()


def filled_plan(page: Page) -> None:
    page.locator(".kb-tool select, .kb-tool input").first.wait_for()
    page.locator(".kb-tool button").first.click()


def answered(page: Page) -> None:
    page.locator(".kb-button--answer").first.click()


def turned(page: Page) -> None:
    page.keyboard.press("ArrowRight")
    page.keyboard.press("n")


def nothing(page: Page) -> None:
    page.emulate_media(media="print")


KINDS: dict[str, Callable[[Page], None]] = {
    "": nothing,
    "kk/": nothing,
    "kk/law/kz/joining/?d=2026-01-01": search,
    "kk/law/kz/joining/?with=ru": nothing,
    "kk/search/?q=шарт": nothing,
    "kk/sheets/map/": nothing,
    "kk/evidence/kz/": nothing,
    "kk/glossary/": nothing,
    "kk/tools/can-join/kz/": answered,
    "kk/tools/plan-builder/": filled_plan,
    "kk/training/first-conversation/": nothing,
    "kk/paper/training-first-conversation-slides.html": turned,
    "kk/404.html": nothing,
}
"""A page of each kind, and what a reader does there."""


@pytest.mark.parametrize("where", KINDS)
def test_no_page_breaks_the_policy(page: Page, address: str, where: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address + where)
    page.wait_for_load_state("networkidle")
    KINDS[where](page)
    page.evaluate(NEXT_FRAME)

    assert [] == page.evaluate("window.broken")
    assert [] == [text for text in said if "Content Security Policy" in text]


def test_a_language_is_kept_under_the_policy(page: Page, address: str) -> None:
    page.goto(f"{address}kk/")
    page.evaluate("navigator.serviceWorker.ready")
    page.locator("[data-keep] button").click()
    expect(page.locator("[data-keep] output")).to_have_text(
        "Сақталды. Интернетсіз ашылады.", timeout=120_000
    )

    assert [] == page.evaluate("window.broken")


@pytest.mark.parametrize(
    ("attack", "directive"),
    [
        ("document.body.append(Object.assign(document.createElement('script'), {text: 'ran = 1'}))",
         "script-src-elem"),
        ("document.body.setAttribute('onclick', 'ran = 1'); document.body.click()",
         "script-src-attr"),
        ("fetch('http://127.0.0.2:9/').catch(() => {})", "connect-src"),
        ("new Image().src = 'http://127.0.0.2:9/x.png'", "img-src"),
        ("document.body.setAttribute('style', 'color: red')", "style-src-attr"),
    ],
)  # fmt: skip
def test_what_stands_inside_a_page_or_comes_from_elsewhere_is_refused(
    page: Page, address: str, attack: str, directive: str
) -> None:
    page.goto(f"{address}kk/")
    page.evaluate(attack)
    page.wait_for_function("window.broken.length")

    assert page.evaluate("window.broken[0]").startswith(f"{directive} ")
    assert not page.evaluate("window.ran")


def test_every_page_that_mkdocs_makes_holds_the_policy() -> None:
    """Slides, and pages that only lead on, have it from the server alone."""
    without = [
        file.relative_to(SITE).as_posix()
        for file in SITE.rglob("*.html")
        if 'http-equiv="Content-Security-Policy"' not in file.read_text(encoding="utf-8")
    ]

    assert [] == [name for name in without if not name.endswith("-slides.html")]
