"""Back, forward and a reload in the middle of a walk: no answer is lost or enters the address."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import without_errors

pytestmark = pytest.mark.browser
QUESTIONS = (
    "What does she do?",
    "Is she a citizen of Kazakhstan, and where does she live?",
    "On what paper does she work?",
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    with without_errors(context) as page:
        yield page


def begin(page: Page, address: str) -> None:
    """Come to the questions of a country as a reader does, from the page that asks for it."""
    page.goto(f"{address}en/tools/can-join/")
    page.locator("#list-kz a").click()
    asks(page, 0)


def asks(page: Page, number: int) -> None:
    expect(page.locator("#kb-ask")).to_have_text(QUESTIONS[number])


def answer(page: Page) -> None:
    page.locator(".kb-button--answer").first.click()


def test_back_goes_one_question_back_and_from_the_first_one_leaves(
    page: Page, address: str
) -> None:
    begin(page, address)
    answer(page)
    answer(page)
    asks(page, 2)
    page.go_back()
    asks(page, 1)
    expect(page.locator("#kb-ask")).to_be_focused()
    expect(page.locator("#kb-ask")).to_be_in_viewport()
    page.go_back()
    asks(page, 0)
    page.go_back()

    page.wait_for_url(f"{address}en/tools/can-join/")


def test_forward_gives_the_answers_again(page: Page, address: str) -> None:
    begin(page, address)
    answer(page)
    answer(page)
    page.go_back()
    page.go_back()
    asks(page, 0)
    page.go_forward()
    asks(page, 1)
    page.go_forward()

    asks(page, 2)


def test_another_answer_after_back_leads_another_way(page: Page, address: str) -> None:
    begin(page, address)
    answer(page)
    page.go_back()
    asks(page, 0)
    page.locator(".kb-button--answer").last.click()

    expect(page.locator("#kb-ask")).not_to_have_text(QUESTIONS[0])
    expect(page.locator("#kb-ask")).not_to_have_text(QUESTIONS[1])


def test_a_reload_keeps_the_place_and_the_day(page: Page, address: str) -> None:
    begin(page, address)
    answer(page)
    page.fill("#kb-day", "2026-01-02")
    answer(page)
    page.reload()
    asks(page, 2)
    expect(page.locator("#kb-day")).to_have_value("2026-01-02")
    page.go_back()

    asks(page, 1)


def test_a_page_that_was_left_at_its_outcome_comes_back_to_it(page: Page, address: str) -> None:
    begin(page, address)
    while page.locator(".kb-button--answer").count():
        answer(page)
    outcome = page.locator(".kb-tool-room").inner_text()
    page.goto(f"{address}en/")
    page.go_back()

    assert outcome == page.locator(".kb-tool-room").inner_text()


def test_a_note_that_is_read_in_between_is_one_step_back(page: Page, address: str) -> None:
    """And the buttons of the page still count in questions."""
    page.goto(f"{address}en/tools/work-status/kz/")
    first = page.locator("#kb-ask").inner_text()
    answer(page)
    second = page.locator("#kb-ask").inner_text()
    page.locator(".kb-tool-room .footnote-ref").first.click()
    page.wait_for_url("**/#fn:*")
    expect(page.locator("#kb-ask")).to_have_text(second)
    page.go_back()
    expect(page.locator("#kb-ask")).to_have_text(second)
    page.go_forward()
    page.wait_for_url("**/#fn:*")
    expect(page.locator("#kb-ask")).to_have_text(second)
    page.evaluate("addEventListener('popstate', () => { window.followed = true; })")
    page.locator(".kb-tool-room .footnote-ref").first.click()
    page.wait_for_function("window.followed")
    answer(page)
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.locator("#kb-ask")).to_have_text(second)
    page.get_by_role("button", name="Start again").click()

    expect(page.locator("#kb-ask")).to_have_text(first)


def test_the_address_says_nothing_of_the_answers(page: Page, address: str) -> None:
    begin(page, address)
    answer(page)
    answer(page)
    page.reload()

    assert f"{address}en/tools/can-join/kz/" == page.url


@pytest.mark.parametrize(
    "remembered",
    ["null", "7", "{walk: 7}", "{walk: {given: [{step: 'gone', answer: 'yes'}], at: 1}}"],
)
def test_what_is_not_remembered_of_this_page_begins_anew(
    page: Page, address: str, remembered: str
) -> None:
    begin(page, address)
    page.evaluate(f"history.replaceState({remembered}, '')")
    page.reload()

    asks(page, 0)
