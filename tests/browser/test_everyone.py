"""Small screens, large letters, few movements, a keyboard alone: the reader's own way to read."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from kb.model.front_matter import Kind
from kb.model.languages import EDITIONS
from tests.browser.test_pages import PATHS
from tests.real import library

pytestmark = pytest.mark.browser
SCREENS = {
    "320 pixels": (320, 568, 2.0),
    "zoom 200%": (640, 400, 2.0),
    "zoom 400%": (320, 200, 4.0),
}
"""A small phone; a desk of 1280 by 800 at two and four times (WCAG 1.4.4 and 1.4.10)."""
LARGER_TEXT = "document.documentElement.style.fontSize = '200%'"
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
MOVING = """() => [...document.querySelectorAll('*')].filter(one => {
  const style = getComputedStyle(one);
  const times = `${style.transitionDuration},${style.animationDuration}`.split(',');
  return times.some(time => parseFloat(time) > 0.01) || style.scrollBehavior === 'smooth';
}).map(one => one.outerHTML.slice(0, 100))"""
SMALL = """() => [...document.querySelectorAll('button, summary, input, select, nav a, .kb-button')]
  .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && box.right > 0 && box.left < innerWidth)
  .filter(([, box]) => Math.min(box.width, box.height) < 24)
  .map(([one, box]) => `${box.width}x${box.height} ${one.outerHTML}`.slice(0, 120))"""
SHEETS = sorted(
    path.removeprefix("sheets/")
    for path, page in library().pages["en"].items()
    if page.front.kind is Kind.SHEET
)
IN_SIGHT = "one => one.getBoundingClientRect().right > 0 && one.checkVisibility()"
BROKEN = """() => {
  const text = document.createTreeWalker(document.querySelector('.kb-page'), NodeFilter.SHOW_TEXT);
  const broken = [];
  while (text.nextNode())
    for (const blank of text.currentNode.data.matchAll(/_{3,}/g)) {
      const range = document.createRange();
      range.setStart(text.currentNode, blank.index);
      range.setEnd(text.currentNode, blank.index + blank[0].length);
      if (range.getClientRects().length > 1) broken.push(text.currentNode.parentNode.outerHTML);
    }
  return broken;
}"""
OUTLINE = "one => { const s = getComputedStyle(one); return s.outlineStyle + ' ' + s.outlineWidth }"


@pytest.fixture(scope="module", params=list(SCREENS))
def small(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, height, scale = SCREENS[request.param]
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=scale
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def calm(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, reduced_motion="reduce", service_workers="block"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_read_sideways(small: Page, address: str, path: str) -> None:
    for language in EDITIONS:
        small.goto(f"{address}{language}/{path}")
        assert (language, 0) == (language, small.evaluate(SIDEWAYS))


@pytest.mark.parametrize("path", PATHS)
def test_letters_twice_as_large_flow_anew(calm: Page, address: str, path: str) -> None:
    for language in EDITIONS:
        calm.goto(f"{address}{language}/{path}")
        calm.evaluate(LARGER_TEXT)
        assert (language, 0) == (language, calm.evaluate(SIDEWAYS))


@pytest.mark.parametrize("name", SHEETS)
def test_a_line_to_write_on_is_one_line(calm: Page, address: str, name: str) -> None:
    """Beside the longest words of all languages."""
    for language in ("ru", "uz", "kk"):
        calm.goto(f"{address}{language}/sheets/{name}/")
        assert (language, []) == (language, calm.evaluate(BROKEN))
        assert (language, 0) == (language, calm.evaluate(SIDEWAYS))


@pytest.mark.parametrize("path", PATHS)
def test_nothing_moves_for_those_who_want_it_still(calm: Page, address: str, path: str) -> None:
    calm.goto(f"{address}uz/{path}")

    assert [] == calm.evaluate(MOVING)


@pytest.mark.parametrize("path", PATHS)
def test_what_is_pressed_is_large_enough(calm: Page, address: str, path: str) -> None:
    """WCAG 2.5.8: 24 pixels each way; links inside sentences are free of it."""
    for language in EDITIONS:
        calm.goto(f"{address}{language}/{path}")
        assert (language, []) == (language, calm.evaluate(SMALL))


def test_home_page_search_and_tool_by_keyboard_alone(calm: Page, address: str) -> None:
    calm.goto(f"{address}uz/")
    calm.keyboard.press("Tab")
    first = calm.locator(":focus")
    expect(first).to_have_attribute("href", "#top")
    assert "none" not in str(first.evaluate(OUTLINE))
    calm.keyboard.press("Enter")
    calm.wait_for_url("**/uz/#top")

    tab_to(calm, "main a[href*='recruit/unpaid-work/']")
    calm.keyboard.press("Enter")
    calm.wait_for_url("**/uz/recruit/unpaid-work/**")

    calm.keyboard.press("/")
    calm.keyboard.insert_text("badal")  # letter by letter the list would be drawn again
    expect(calm.locator("dialog li a").first).to_be_visible()
    calm.keyboard.press("ArrowDown")
    calm.keyboard.press("Enter")
    calm.wait_for_function("!location.pathname.endsWith('/unpaid-work/')")

    calm.goto(f"{address}uz/tools/can-join/uz/")
    expect(calm.locator(".kb-button--answer").first).to_be_visible()
    tab_to(calm, ".kb-button--answer")
    calm.keyboard.press("Enter")
    expect(calm.locator(":focus")).to_have_count(1)
    assert urlsplit(calm.url).path == "/uz/tools/can-join/uz/"


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the element has the focus; each stop on the way can be seen."""
    for _ in range(200):
        page.keyboard.press("Tab")
        here = page.evaluate_handle("document.activeElement").as_element()
        assert here is not None
        assert here.evaluate(IN_SIGHT), here.evaluate("one => one.outerHTML")
        if here.evaluate("one => one.type !== 'date'"):  # its picker draws a ring of its own
            assert "none" not in str(here.evaluate(OUTLINE)), here.evaluate("one => one.outerHTML")
        if here.evaluate("(one, wanted) => one.matches(wanted)", wanted):
            return
    raise AssertionError(f"no Tab leads to {wanted}")
