"""A telephone of 2020: every method that came later is taken away, and all still works."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import asked_on_leaving, without_errors
from tests.old_browsers import METHODS

pytestmark = pytest.mark.browser
TAKE_AWAY = f"""
for (const place of {json.dumps(list(METHODS))}) {{
  const parts = place.split(".");
  const name = parts.pop();
  const owner = parts.reduce((one, part) => (one ? one[part] : one), globalThis);
  if (owner) delete owner[name];
}}"""
THERE = f"""() => {json.dumps(list(METHODS))}.filter((place) =>
  place.split(".").reduce((one, part) => (one ? one[part] : one), globalThis))"""

STEPS = 12
"""No walk asks more questions."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, accept_downloads=True, service_workers="block"
    )
    context.add_init_script(TAKE_AWAY)
    with without_errors(context) as page:
        yield page


def test_the_methods_are_gone(page: Page, address: str) -> None:
    page.goto(f"{address}kk/")

    assert [] == page.evaluate(THERE)


@pytest.mark.parametrize("tool", ["can-join/kz", "work-status/kg"])
def test_a_walk_leads_to_its_outcome(page: Page, address: str, tool: str) -> None:
    page.goto(f"{address}kk/tools/{tool}/")
    for _ in range(STEPS):
        if page.locator(".kb-button--answer").count():
            page.locator(".kb-button--answer").first.click()

    expect(page.locator("#kb-ask.kb-verdict")).to_be_focused()


@pytest.mark.parametrize(
    ("tool", "field"), [("members-needed", "members"), ("dues-calculator", "week-1")]
)
def test_a_sum_is_counted_anew(page: Page, address: str, tool: str, field: str) -> None:
    """In English, where a comma parts thousands."""
    page.goto(f"{address}en/tools/{tool}/")
    before = page.locator(".kb-number").inner_text()
    page.fill(f"#kb-field-{field}", "1,200,000")

    expect(page.locator(".kb-number")).not_to_have_text(before)
    expect(page.locator(f"#kb-field-{field}")).to_have_attribute("aria-invalid", "false")


def test_a_plan_is_filled_printed_and_saved(page: Page, address: str) -> None:
    page.goto(f"{address}kk/tools/plan-builder/")
    page.locator(".kb-ways button").first.click()
    expect(page.locator("#kb-plan-name")).to_be_focused()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    expect(page.locator(".kb-plan-print table")).to_have_count(1)
    with page.expect_download():
        page.locator(".kb-plan .kb-ways button").nth(1).click()


def test_the_dialog_finds(page: Page, address: str) -> None:
    page.goto(f"{address}kk/law/kz/joining/")
    page.keyboard.press("/")
    page.keyboard.type("кәсіподақ")
    expect(page.locator("[data-search-dialog] [data-search-list] li")).to_have_count(5)
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")

    expect(page.locator("[data-search-dialog] [data-search-list] li")).to_have_count(0)


def test_the_page_of_results_finds_or_says_where_else(page: Page, address: str) -> None:
    page.goto(f"{address}kk/search/#q=шарт")
    expect(page.locator("[data-search-results] [data-search-list] a").first).to_be_visible()
    page.fill("[data-search-page] input[name=q]", "зщяюх")

    expect(page.locator("[data-search-page] [data-search-list] a")).to_have_count(0)


def test_a_page_opens_beside_its_twin_and_tells_its_age(page: Page, address: str) -> None:
    page.goto(f"{address}kk/law/kz/joining/?with=ru&d=2026-01-01")

    expect(page.locator(".kb-row").first).to_be_visible()
    expect(page.locator(".kb-notice--paper")).to_be_visible()


def test_slides_turn(page: Page, address: str) -> None:
    page.goto(f"{address}kk/paper/training-first-conversation-slides.html")
    page.keyboard.press("ArrowRight")

    expect(page.locator("main section.shown")).to_have_count(1)


def test_leaving_an_unsaved_plan_asks_first(page: Page, address: str) -> None:
    """Before Chrome 119 a handler had to give a value; to prevent the default was not enough."""
    page.add_init_script("BeforeUnloadEvent.prototype.preventDefault = () => {};")
    page.goto(f"{address}kk/tools/plan-builder/")
    page.locator(".kb-ways button").first.click()

    assert ["beforeunload"] == asked_on_leaving(page, f"{address}kk/")
