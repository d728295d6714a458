"""The arithmetic of the tools, as the browser counts: one batch of examples a call."""

import json
from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

SUMS = Path(__file__).parents[2] / "overrides/assets/js/tools-sums.js"
DOCX = SUMS.with_name("tools-docx.js")
BATCH = 200
SCALES = ("flat", "percentage", "bands", "minimum")
pytestmark = pytest.mark.browser
slow = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def sums(browser: Browser) -> Iterator[Page]:
    """Return an empty page that knows the sums."""
    page = browser.new_page()
    page.add_script_tag(content=SUMS.read_text(encoding="utf-8"))
    page.add_script_tag(content=DOCX.read_text(encoding="utf-8"))
    yield page
    page.close()


def each(page: Page, code: str, batch: list[Any]) -> list[Any]:
    """Return the result of a JavaScript function for each example."""
    return list(page.evaluate(f"text => JSON.parse(text).map({code})", json.dumps(batch)))


people = st.fixed_dictionaries(
    {
        "members": st.integers(0, 10**8),
        "leave": st.integers(0, 1000),
        "growth": st.integers(0, 10000),
        "paying": st.integers(1, 1000),
    }
)
money = st.integers(0, 10**11)
percent = st.integers(0, 10000)
MONEY = (
    *(f"week-{n}" for n in range(1, 5)),
    "flat",
    "band-1",
    "dues-1",
    "dues-2",
    "dues-3",
    "minimum",
    "cost-fixed",
)
PERCENT = ("percent", "minimum-percent", "cost-percent")
scales = st.fixed_dictionaries(
    dict.fromkeys(MONEY, money)
    | dict.fromkeys(PERCENT, percent)
    | {"band-2": st.integers(10**11, 2 * 10**11)}
)


def up(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_CEILING))


@slow
@given(batch=st.lists(people, min_size=BATCH, max_size=BATCH))
def test_members_are_counted_exactly(sums: Page, batch: list[dict[str, int]]) -> None:
    """No member is lost or won by rounding, up to a hundred million."""
    for example, found in zip(batch, each(sums, "membersNeeded", batch), strict=True):
        members = Decimal(example["members"])
        assert found["lost"] == up(members * example["leave"] / 1000)
        assert found["wanted"] == up(members * (1000 + example["growth"]) / 1000)
        assert found["win"] == found["grow"] + found["replace"] >= 0
        assert found["recruit"] == up(Decimal(found["win"]) * 1000 / example["paying"])
        assert found["recruit"] >= found["win"]


@slow
@given(batch=st.lists(people, min_size=BATCH, max_size=BATCH))
def test_more_losses_never_need_fewer_recruits(sums: Page, batch: list[dict[str, int]]) -> None:
    worse = [{**example, "leave": min(1000, example["leave"] + 1)} for example in batch]
    now, then = each(sums, "membersNeeded", batch), each(sums, "membersNeeded", worse)

    assert all(a["recruit"] <= b["recruit"] for a, b in zip(now, then, strict=True))


@slow
@given(
    batch=st.lists(scales, min_size=BATCH // 4, max_size=BATCH // 4), scale=st.sampled_from(SCALES)
)
def test_dues_add_up(sums: Page, batch: list[dict[str, int]], scale: str) -> None:
    """What she pays is what collecting costs and what the union keeps, week by week and in all."""
    for f, found in zip(batch, each(sums, f"f => dues('{scale}', f)", batch), strict=True):
        for number, week in enumerate(found["weeks"], 1):
            assert week["pays"] >= 0
            assert week["pays"] == week["costs"] + week["keeps"]
            assert week["pays"] == expected(scale, f[f"week-{number}"], f)
            if week["pays"] == 0:
                assert 0 == week["costs"]
        for key in ("income", "pays", "costs", "keeps"):
            assert found["total"][key] == sum(week[key] for week in found["weeks"])
        assert (found["share"] is None) is (found["total"]["income"] == 0)


def expected(scale: str, income: int, f: dict[str, int]) -> int:
    """Return the dues by a second way of counting, in exact whole numbers."""
    if scale == "flat":
        return f["flat"]
    if scale == "percentage":
        return (2 * income * f["percent"] + 10000) // 20000
    if scale == "bands":
        return f[
            "dues-1" if income <= f["band-1"] else "dues-2" if income <= f["band-2"] else "dues-3"
        ]
    return max(f["minimum"], (2 * income * f["minimum-percent"] + 10000) // 20000)


numbers = st.one_of(
    st.integers(-(10**20), 10**20).map(str),
    st.floats(allow_nan=True, allow_infinity=True).map(str),
    st.text(max_size=8),
    st.decimals(0, 100, places=1).map(str),
)


@slow
@given(batch=st.lists(numbers, min_size=BATCH, max_size=BATCH))
def test_a_field_gives_a_whole_number_inside_its_bounds_or_nothing(
    sums: Page, batch: list[str]
) -> None:
    """Zero, huge, negative and senseless input never reaches a sum."""
    code = "text => readField(text, {least: 0.1, most: 100, step: 0.1})"
    for found in each(sums, code, batch):
        assert found is None or (isinstance(found, int) and 1 <= found <= 1000)


def test_a_field_takes_what_it_is_made_for(sums: Page) -> None:
    code = "text => readField(text, {least: 0, most: 1000, step: 0.01})"
    texts = ["0", "12.5", "1000", "0.005", " 7 ", "1000.01", "-0.01", "", "12,5", "1e2"]
    taken = [0, 1250, 100000, None, 700, None, None, None, 1250, None]

    assert taken == each(sums, code, texts)


@pytest.mark.parametrize(
    ("group", "taken"),
    [
        (",", [120000, None, 120050, 120000, 120050]),
        ("\u00a0", [None, None, 120050, 120000, 120050]),
    ],
    ids=["English", "the others"],
)
def test_a_sign_that_may_part_thousands_is_never_guessed(
    sums: Page, group: str, taken: list[int | None]
) -> None:
    """1,200 is no 1.2 in any language, and where it is no thousand it is told as an error."""
    code = f"text => readField(text, {{least: 0, most: 1e6, step: 0.01}}, {json.dumps(group)})"

    texts = ["1,200", "1.200", "1200.50", "1\u202f200", "1\u00a0200,50"]
    assert taken == each(sums, code, texts)


def test_people_are_whole(sums: Page) -> None:
    code = "text => readField(text, {least: 0, most: 1000, step: 1})"

    assert [12, None, None, None] == each(sums, code, ["12", "12.5", "12,5", "12.0"])


@slow
@given(weeks=st.lists(st.integers(1, 104), min_size=20, max_size=20))
def test_a_stretched_plan_ends_in_the_wanted_week(sums: Page, weeks: list[int]) -> None:
    code = "n => [stretchWeeks('1', 13, n), stretchWeeks('13', 13, n), stretchWeeks('5–8', 13, n)]"
    for wanted, (first, last, middle) in zip(weeks, each(sums, code, weeks), strict=True):
        assert 1 <= int(first) <= int(middle.split("–")[0]) <= int(middle.split("–")[-1])
        assert wanted == int(last)


def test_a_week_without_a_number_stays(sums: Page) -> None:
    assert ["later"] == each(sums, "text => stretchWeeks(text, 13, 26)", ["later"])


@slow
@given(texts=st.lists(st.text(max_size=60), min_size=20, max_size=20))
def test_the_checksum_is_that_of_zip(sums: Page, texts: list[str]) -> None:
    import zlib  # noqa: PLC0415 - used here alone

    code = "text => crc32(new TextEncoder().encode(text))"
    assert [zlib.crc32(text.encode("utf-8", "replace")) for text in texts] == each(
        sums, code, [text.encode("utf-8", "replace").decode() for text in texts]
    )
