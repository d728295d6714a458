"""Every built page in a real browser: its language, its quiet, its width, its accessibility."""

import hashlib
from pathlib import Path

import axe_playwright_python  # type: ignore[import-untyped]  # it ships no types
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from kb.model.languages import EDITIONS, html_language
from tests.browser.conftest import SITE

LOOKS = ("360-light", "360-dark", "1280-light", "1280-dark")
COLOURS_ONCE = """
{
  const colour = axe.commons.color.Color.prototype;
  const { parseString } = colour;
  const known = new Map();
  colour.parseString = function (text) {
    if (known.has(text)) return Object.assign(this, known.get(text));
    const found = parseString.call(this, text);
    known.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
    return found;
  };
}
void 0;
"""
"""axe-core reads the same few colours thousands of times a page: a quarter of its work."""
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
AXE += COLOURS_ONCE
FAULTS = """rules => axe.run(
  document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']}
).then(found => found.violations.map(
  fault => [fault.id, fault.nodes.slice(0, 3).map(node => node.html.slice(0, 120))]
))"""
"""The faults alone: what passes is thrice as much to hand over as the page itself."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ADDRESSES = sorted(
    file.parent.relative_to(SITE).as_posix() + "/"
    for edition in EDITIONS
    for file in (SITE / edition).rglob("index.html")
)
PATHS = (
    "",
    "recruit/listen/",
    "law/kz/joining/",
    "law/",
    "recruit/cases/osh-taxi/",
    "sheets/listening-notes/",
    "training/first-conversation/",
    "seminars/2022-foresight-uzbekistan-kyrgyzstan/",
    "tools/dues-calculator/",
    "glossary/",
    "evidence/kz/",
    "search/",
    "about/contribute/",
)
"""A page of each kind; each is opened in every edition and every look."""
KINDS = ("", *(f"{edition}/{path}" for edition in EDITIONS for path in PATHS))


def look_of(address: str) -> str:
    """Return the look in which a page is opened: chosen by its address, the same in each run."""
    return LOOKS[hashlib.sha256(address.encode()).digest()[0] % len(LOOKS)]


BLOCKED = "Service Worker registration blocked by Playwright"
"""What these tests themselves cause: see `pages` in conftest.py."""


class Ear:
    """Hears what goes wrong while a page loads."""

    def __init__(self, page: Page, own: str) -> None:
        self.page = page
        self.own = own
        self.heard: list[str] = []

    def __enter__(self) -> list[str]:
        """Listen."""
        self.page.on("console", self._console)
        self.page.on("pageerror", self._error)
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        return self.heard

    def __exit__(self, *_: object) -> None:
        """Stop listening."""
        self.page.remove_listener("console", self._console)
        self.page.remove_listener("pageerror", self._error)
        self.page.remove_listener("request", self._request)
        self.page.remove_listener("requestfailed", self._failed)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and BLOCKED not in message.text:
            self.heard.append(f"console: {message.text}")

    def _error(self, error: object) -> None:
        self.heard.append(f"script: {error}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.own, "data:", "blob:")):
            self.heard.append(f"asks another host: {request.url}")

    def _failed(self, request: Request) -> None:
        self.heard.append(f"failed: {request.url}")


def axe_violations(page: Page) -> list[str]:
    """Return each fault that axe-core finds, with the elements that have it."""
    page.evaluate(AXE)
    return [f"{name}: {' | '.join(nodes)}" for name, nodes in page.evaluate(FAULTS, RULES)]


def check(page: Page, own: str, address: str) -> None:
    with Ear(page, own) as heard:
        response = page.goto(own + address)
        page.wait_for_load_state("load")
    assert response is not None
    assert 200 == response.status
    assert [] == heard
    expected = html_language(address.split("/", maxsplit=1)[0] or "en")
    assert expected == page.evaluate("document.documentElement.lang")
    assert page.viewport_size is not None
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert [] == axe_violations(page)


@pytest.mark.browser
def test_a_fault_is_found(browser: Browser) -> None:
    """In colours that axe-core has read before too."""
    context = browser.new_context()
    page = context.new_page()
    page.set_content(
        '<html lang="en"><title>Faults</title><style>p { color: #000; background: #fff }'
        "i { color: #999 }</style><p>Black on white.</p><p>Black again.</p><p><i>Grey</i></p>"
        "<p><i>Grey again</i></p><img src='a.png'></html>"
    )

    assert [
        "color-contrast: <i>Grey</i> | <i>Grey again</i>",
        'image-alt: <img src="a.png">',
    ] == axe_violations(page)
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("where", ADDRESSES)
def test_page_is_whole_quiet_and_open_to_everyone(
    pages: dict[str, Page], address: str, where: str
) -> None:
    """Each page of each language, once, in the look that its address chooses."""
    check(pages[look_of(where)], address, where)


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("where", KINDS)
def test_each_kind_of_page_in_every_look(
    pages: dict[str, Page], address: str, where: str, look: str
) -> None:
    check(pages[look], address, where)
