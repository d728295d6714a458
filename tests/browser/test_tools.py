"""The tools in a real browser: by keyboard alone, on a narrow screen, keeping nothing."""

import json
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kb.model.evidence import COUNTRIES
from kb.model.library import Library, load
from kb.model.tool_ways import Way, ways
from kb.model.tools import Walk
from tests.browser.conftest import asked_on_leaving, without_errors
from tests.browser.test_pages import AXE, RULES

ROOT = Path(__file__).parents[2]
TOOLS = (
    "can-join/kz",
    "can-join/kg",
    "can-join/uz",
    "work-status/kz",
    "work-status/kg",
    "work-status/uz",
    "members-needed",
    "dues-calculator",
    "plan-builder",
)
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 800}, accept_downloads=True)
    with without_errors(context) as page:
        yield page


def walk_of(library: Library, name: str) -> Walk:
    walk = library.tools[name]
    assert isinstance(walk, Walk)
    return walk


def choose(page: Page, walk: Walk, way: Way) -> None:
    """Give the answers of a way, each with one press of its button."""
    for step, answer in way.answers[1:]:  # the first was the country's page
        place = [name for name, _ in walk.step[step].ways].index(answer)
        page.locator(".kb-button--answer").nth(place).click()


def result(page: Page) -> list[str]:
    """Return the sentences of the result."""
    return page.locator(".kb-tool-room li").all_inner_texts()


def faults(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES
    )
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:160]}" for fault in found["violations"]]


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_way_through_can_join_shows_its_outcome(
    page: Page, address: str, library: Library, country: str
) -> None:
    """The browser and the library agree on every way: outcome, and each sentence that holds."""
    walk = walk_of(library, "can-join")
    page.goto(f"{address}en/tools/can-join/")
    page.locator(f"#list-{country} a").click()
    page.fill("#kb-day", "2026-11-21")
    for way in (one for one in ways(walk) if walk.outcome[one.outcome].country == country):
        choose(page, walk, way)
        outcome = walk.outcome[way.outcome]
        day = __import__("datetime").date(2026, 11, 21)
        wanted = [part.text["en"] for part in outcome.parts if part.holds(day, way.marks)]
        text = page.locator(".kb-tool-room").inner_text()
        assert [] == [sentence for sentence in wanted if sentence not in text], way
        assert f"kb-verdict--{outcome.verdict}" in (
            page.locator("#kb-ask").get_attribute("class") or ""
        )
        page.get_by_role("button", name="Start again").click()
        expect(page.locator(".kb-ways button")).to_have_count(0)


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("answer", [0, 1, 2])
def test_work_status_tells_the_signs_that_were_marked(
    page: Page, address: str, country: str, answer: int
) -> None:
    page.goto(f"{address}en/tools/work-status/{country}/")
    for _ in range(7):
        page.locator(".kb-button--answer").nth(answer).click()

    assert "kb-verdict--signs" in (page.locator("#kb-ask").get_attribute("class") or "")
    expect(page.locator(".kb-signs > li")).to_have_count(0 if answer == 1 else 7)
    titles = page.locator(".kb-tool-room h4").all_inner_texts()
    assert ("Signs that are present" in titles) is (answer == 0)
    assert ("Signs to find out about" in titles) is (answer == 2)


def test_the_answer_changes_on_the_day_of_the_ban(page: Page, address: str) -> None:
    page.goto(f"{address}en/tools/can-join/kz/")
    page.get_by_role("button", name="She works, on any paper or on none.").click()
    page.get_by_role("button", name="A citizen who lives in Kazakhstan.").click()
    page.get_by_role("button", name="A civil contract for services or works.").click()

    page.fill("#kb-day", "2026-06-07")
    page.locator("#kb-day").dispatch_event("change")
    before = "\n".join(result(page))
    page.fill("#kb-day", "2026-06-08")
    page.locator("#kb-day").dispatch_event("change")

    assert "since 8 June 2026 a civil contract" not in before
    assert "since 8 June 2026 a civil contract" in "\n".join(result(page))


def test_a_way_by_keyboard_alone(page: Page, address: str) -> None:
    """Focus goes to each new question; Tab and Enter reach the answers, Back goes back."""
    page.goto(f"{address}en/tools/can-join/kz/")
    page.locator("#kb-day").focus()
    while "kb-button--answer" not in page.evaluate("document.activeElement.className"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    citizen = "Is she a citizen of Kazakhstan, and where does she live?"
    assert citizen == page.evaluate("document.activeElement.textContent")
    while page.evaluate("document.activeElement.textContent") != "Back":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")

    expect(page.locator("#kb-ask")).to_have_text("What does she do?")
    expect(page.locator("#kb-ask")).to_be_focused()


def test_nothing_is_stored_or_sent_and_the_address_stays(page: Page, address: str) -> None:
    asked: list[str] = []
    page.goto(f"{address}en/tools/work-status/kg/")
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url))
    for place in (0, 2, 1, 0, 0, 0, 0):
        page.locator(".kb-button--answer").nth(place).click()

    assert f"{address}en/tools/work-status/kg/" == page.url
    assert [0, 0, ""] == page.evaluate(
        "[localStorage.length, sessionStorage.length, document.cookie]"
    )
    assert [] == asked


@pytest.mark.parametrize("language", ["en", "ru", "uz", "kk", "ky"])
@pytest.mark.parametrize("name", TOOLS)
def test_each_tool_is_open_to_everyone(page: Page, address: str, name: str, language: str) -> None:
    """At 360 px, at the first question and at the result, without a sideways scroll."""
    response = page.goto(f"{address}{language}/tools/{name}/")
    assert response is not None
    assert 200 == response.status
    assert [] == faults(page)
    while page.locator(".kb-button--answer").count():
        page.locator(".kb-button--answer").first.click()
    if name == "plan-builder":
        page.locator(".kb-ways button").first.click()
    assert [] == faults(page)
    assert 360 >= page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("name", ["can-join", "work-status", *TOOLS[-3:]])
def test_without_a_script_the_list_stands_open(
    browser: Browser, address: str, name: str, library: Library
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/tools/{name}/")
    text = page.locator("main").inner_text()
    ways_in = page.locator("[id^=list-] a")
    for one in [place.get_attribute("href") for place in ways_in.all()]:
        page.goto(f"{address}en/tools/{name}/{one}")
        text += page.locator(f'[data-tool="{name}"]').inner_text()
    context.close()

    said = [s.text for s in library.sayings if s.language == "en" and f"/{name}." in s.path]
    assert [] == [sentence for sentence in said if sentence not in text]


def test_a_wrong_number_is_told_and_counts_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}en/tools/members-needed/")
    for wrong in ("-1", "", "100000001"):
        page.fill("#kb-field-members", wrong)
        assert "true" == page.locator("#kb-field-members").get_attribute("aria-invalid")
        assert 0 == page.locator(".kb-number").count()
    page.fill("#kb-field-members", "100000000")

    assert "People to recruit in a year: 132,352,942" == page.locator(".kb-number").inner_text()
    expect(page.locator("svg.kb-chart[role=img]")).to_have_count(1)
    expect(page.locator(".kb-result tbody tr")).to_have_count(4)


def fill_plan(page: Page, address: str, weeks: str = "26") -> None:
    page.goto(f"{address}en/tools/plan-builder/")
    page.select_option("#kb-sector", "transport")
    page.select_option("#kb-country", "kg")
    page.fill("#kb-team", "Two organisers, 8 hours")
    page.fill("#kb-weeks", weeks)
    page.get_by_role("button", name="Fill the plan").click()


def test_a_plan_is_filled_saved_and_opened_again(page: Page, address: str, tmp_path: Path) -> None:
    fill_plan(page, address)
    page.get_by_label("What we want").fill("Ten drivers & <one> desk")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save to go on later").click()
    file = tmp_path / "plan.json"
    waiting.value.save_as(file)
    plan = json.loads(file.read_text(encoding="utf-8"))

    assert "Two organisers, 8 hours" == plan["texts"]["people"]
    assert "Kyrgyzstan" in plan["title"]
    assert "26" == plan["rows"][-1][0]
    page.reload()
    page.set_input_files("#kb-open", file)
    expect(page.get_by_label("What we want")).to_have_value("Ten drivers & <one> desk")
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "birge-plan-1", "rows": 7}', encoding="utf-8")
    page.set_input_files("#kb-open", broken)
    expect(page.get_by_role("status")).to_have_text("This file is not a plan of this page.")


def test_a_plan_of_a_quarter_is_not_stretched_over_a_year(page: Page, address: str) -> None:
    fill_plan(page, address, weeks="52")
    last = page.locator(".kb-plan-row").last.locator("legend textarea")

    expect(last).to_have_value("26")


def test_a_plan_speaks_of_its_country_and_says_where_its_pages_are(
    page: Page, address: str
) -> None:
    fill_plan(page, address)
    told = page.locator(".kb-plan textarea").evaluate_all("all => all.map((one) => one.value)")
    pages = page.get_by_label("Pages named in the plan").input_value().splitlines()

    assert any("Kyrgyzstan" in text for text in told)
    assert [] == [text for text in told if "Kazakh" in text or "Uzbek" in text]
    assert "See joining and platform work." in "\n".join(told)
    assert [] == [line for line in pages if "/s/" not in line.rpartition(": ")[2]]
    assert 12 == len(pages)


def test_a_line_of_the_plan_has_its_week_once(page: Page, address: str) -> None:
    """And it can be changed."""
    fill_plan(page, address)
    line = page.get_by_role("group").filter(has=page.get_by_label("Who, 2", exact=True))
    week = line.get_by_label("Week, 2", exact=True)

    expect(line.locator("legend")).to_contain_text("Week")
    expect(line.get_by_role("textbox")).to_have_count(4)
    assert 1 == line.inner_text().count("Week")
    week.fill("7")
    page.get_by_role("button", name="Add a line").click()
    expect(week).to_have_value("7")


def test_a_plan_is_saved_as_a_whole_docx(page: Page, address: str, tmp_path: Path) -> None:
    """Every part of the package is whole and well-formed; the text stands in it."""
    fill_plan(page, address)
    page.get_by_label("What we want").fill("Ten drivers & <one> desk, ўқиш")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as DOCX").click()
    file = tmp_path / "plan.docx"
    waiting.value.save_as(file)

    with zipfile.ZipFile(file) as package:
        assert package.testzip() is None
        for name in package.namelist():
            ET.fromstring(package.read(name))  # noqa: S314 - we made it
        document = package.read("word/document.xml").decode()
    assert "Ten drivers &amp; &lt;one&gt; desk, ўқиш" in document
    assert 14 == document.count("<w:tr>")


@pytest.mark.parametrize(
    ("saved_by", "asks"),
    [("", ["beforeunload"]), ("Save as DOCX", ["beforeunload"]), ("Save to go on later", [])],
)
def test_leaving_a_plan_that_cannot_be_opened_again_asks_first(
    page: Page, address: str, saved_by: str, asks: list[str]
) -> None:
    fill_plan(page, address)
    if saved_by:
        with page.expect_download():
            page.get_by_role("button", name=saved_by, exact=True).click()

    assert asks == asked_on_leaving(page, f"{address}en/")


def test_a_day_can_be_typed(page: Page, address: str) -> None:
    """Each digit changes what is shown below, and none takes the place from the one who types."""
    page.goto(f"{address}kk/tools/work-status/kz/")
    page.locator("#kb-day").focus()
    page.keyboard.type("07152025")

    expect(page.locator("#kb-day")).to_have_value("2025-07-15")


def test_a_comma_is_a_decimal_sign(page: Page, address: str) -> None:
    page.goto(f"{address}kk/tools/members-needed/")
    page.fill("#kb-field-leave", "12.5")
    point = page.locator(".kb-number").inner_text()
    page.fill("#kb-field-leave", "12,5")

    assert point == page.locator(".kb-number").inner_text()
    page.fill("#kb-field-leave", "12,500")
    expect(page.locator("#kb-field-leave-error")).not_to_be_empty()
