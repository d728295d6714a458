"""The tools of the real knowledge base: every way ends, every ground is there, days decide."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from kb.model.library import Library, load
from kb.model.tool_ways import Way, marks_of, ways
from kb.model.tools import Input, Outcome, Statement, Step, Walk, statements_of

ROOT = Path(__file__).parents[2]
DAY = date(2026, 6, 8)
BAN = "kz-status-gph-ban"
WALKS = ("can-join", "work-status")


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)


def walk_of(library: Library, name: str) -> Walk:
    walk = library.tools[name]
    assert isinstance(walk, Walk)
    return walk


def shown(outcome: Outcome, way: Way, day: date) -> list[str]:
    """Return what a reader of a result sees."""
    return [part.text["en"] for part in outcome.parts if part.holds(day, way.marks)]


@pytest.mark.parametrize("name", WALKS)
def test_every_way_reaches_an_outcome_that_says_something(library: Library, name: str) -> None:
    """Exhaustive: each answer to each question, on the first and on today's day of the law."""
    walk = walk_of(library, name)
    reached = set()
    for way in ways(walk):
        outcome = walk.outcome[way.outcome]
        reached.add(outcome.id)
        for day in (date(2000, 1, 1), date(2026, 11, 21), date(2030, 1, 1)):
            kinds = {part.kind for part in outcome.parts if part.holds(day, way.marks)}
            assert "answer" in kinds, (way, day)
        country = {walk.step[step].country for step, _ in way.answers} - {None}
        assert {outcome.country} == country

    assert set(walk.outcome) == reached


@pytest.mark.parametrize("name", WALKS)
def test_every_step_and_outcome_stands_on_facts_that_exist(library: Library, name: str) -> None:
    walk = walk_of(library, name)
    records: tuple[Step | Outcome, ...] = (*walk.steps, *walk.outcomes)
    for record in records:
        named = {fact for statement in statements_of(record) for fact in statement.facts}
        grounded = record.country is None or named or record.id == "kg-under-14"

        assert grounded, record.id
        assert named <= library.facts.keys()


@pytest.mark.parametrize("country", ["kz", "kg", "uz"])
def test_not_established_is_an_outcome_in_every_country(library: Library, country: str) -> None:
    outcomes = walk_of(library, "can-join").outcomes

    assert "unknown" in {outcome.verdict for outcome in outcomes if outcome.country == country}


def test_an_outcome_changes_on_the_day_that_its_fact_says(library: Library) -> None:
    """The ban on disguised civil contracts in Kazakhstan begins on 8 June 2026."""
    walk = walk_of(library, "can-join")
    outcome = walk.outcome["kz-no-employer"]
    way = next(w for w in ways(walk) if w.outcome == outcome.id and "civil" in w.marks)
    news = [part.text["en"] for part in outcome.parts if BAN in part.facts]

    assert "8 June 2026" in library.facts[BAN].statement
    assert set(news).isdisjoint(shown(outcome, way, DAY - timedelta(days=1)))
    assert set(news) <= set(shown(outcome, way, DAY))


def test_a_union_law_that_is_not_in_force_yet_gives_no_answer(library: Library) -> None:
    """Before 8 March 2020 the law of 1992 applied in Uzbekistan."""
    walk = walk_of(library, "can-join")
    outcome = walk.outcome["uz-no-employer"]
    way = next(w for w in ways(walk) if w.outcome == outcome.id)
    before = shown(outcome, way, date(2020, 3, 7))

    assert any("law of 1992" in text for text in before)
    assert not any("law of 1992" in text for text in shown(outcome, way, date(2020, 3, 8)))
    assert not any(text.startswith("Yes") for text in before)


def test_signs_are_told_and_not_weighed(library: Library) -> None:
    """Two signs and six say the same: only the presence of some, of doubt, of none is marked."""
    marks = {way.marks for way in ways(walk_of(library, "work-status"))}

    assert {
        frozenset(some) for some in ({"present"}, {"unsure"}, {"nothing"}, {"present", "unsure"})
    } == marks


def test_each_work_status_outcome_says_where_to_go_and_by_when(library: Library) -> None:
    for outcome in walk_of(library, "work-status").outcomes:
        texts = [part.text["en"] for part in outcome.parts if part.kind == "go"]

        assert any(text.startswith("By when") for text in texts), outcome.id


@pytest.mark.parametrize("name", ["can-join", "work-status", "members-needed", "plan-builder"])
def test_a_tool_speaks_five_languages(library: Library, name: str) -> None:
    lacking = {
        f"{saying.path}:{saying.line}"
        for saying in library.sayings
        if saying.language == "en" and saying.path.endswith(f"{name}.yml")
    }
    for language in ("ru", "uz", "kk", "ky"):
        found = [s for s in library.sayings if s.language == language and f"/{name}." in s.path]
        assert len(lacking) == len(found), language


def test_a_statement_holds_from_its_first_day_to_the_day_before_its_last() -> None:
    statement = Statement(text={"en": "x"}, since=DAY, before=DAY + timedelta(days=2), when="app")

    assert [False, True, True, False] == [
        statement.holds(DAY + timedelta(days=shift), frozenset({"app"})) for shift in (-1, 0, 1, 2)
    ]
    assert not statement.holds(DAY, frozenset())


@pytest.mark.parametrize(
    "record",
    [
        {"question": {"en": "?"}},
        {"question": {"en": "?"}, "answers": [], "sign": {"rests": [], "keep": []}},
        {"question": {"ru": "?"}, "answers": [{"id": "a", "text": {"en": "a"}, "next": "b"}]},
        {"question": {"ru": "?", "en": "?"}, "answers": [{"id": "a", "text": {"en": "a"}}]},
    ],
)
def test_a_broken_step_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Step.model_validate({"id": "one", "country": "kz", **record})


def test_a_field_begins_inside_its_bounds() -> None:
    field = {"id": "members", "label": {"en": "Members"}, "unit": "people", "step": 1}

    with pytest.raises(ValidationError, match="is not between"):
        Input.model_validate({**field, "value": 5, "least": 6, "most": 9})


def test_marks_of_no_answers_are_none(library: Library) -> None:
    assert frozenset() == marks_of(walk_of(library, "can-join"), ())
