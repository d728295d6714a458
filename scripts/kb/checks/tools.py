"""TOL01 to TOL07: a tool stands on facts, each way through it ends, and its days are the facts'."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kb.checks.citations import nearest
from kb.checks.language import letter_problems
from kb.model.evidence import COUNTRIES, EVIDENCE, Country
from kb.model.languages import SOURCE, long_date
from kb.model.library import Library
from kb.model.page import DIRECTIVE, Page
from kb.model.problem import Problem
from kb.model.tools import Builder, Outcome, PartKind, Shown, Statement, Step, Walk, statements_of

FOLDER = "tools"
LAW = {PartKind.LAW, PartKind.FORM}
"""Parts of an outcome that always state law; other kinds may be advice."""


def tool_problems(library: Library) -> Iterator[Problem]:
    """Yield every problem of the tools' data."""
    for ground in library.grounds:
        if ground.fact not in library.facts and not library.is_unread(EVIDENCE):
            what = f"fact '{ground.fact}' is not in docs/_data/evidence/"
            fix = nearest(library, ground.fact)
            yield Problem(ground.path, ground.line, "TOL01", what, fix)
    for name, tool in library.tools.items():
        page = f"{FOLDER}/{name}"
        file = f"docs/{SOURCE}/{page}.md"
        if library.page(SOURCE, page) is None and not library.is_unread(file):
            what = f"there is no page {file}"
            yield _Where(library, name, "").problem("TOL06", what, "write it")
        if isinstance(tool, Walk):
            yield from _way_problems(library, tool)
            yield from _statement_problems(library, tool)
        elif isinstance(tool, Builder):
            yield from _plan_problems(library, tool)
    yield from _letters(library)


def tool_page_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each line that asks for a tool which is not there."""
    for number, line in enumerate(page.plain, page.front_lines + 1):
        match = DIRECTIVE.match(line)
        if match and match["tool"] and not _is_tool(library, match["tool"]):
            fix = "name a file of docs/_data/tools/ without its ending"
            yield Problem(page.file, number, "TOL06", f"there is no tool '{match['tool']}'", fix)


def _is_tool(library: Library, name: str) -> bool:
    return name in library.tools or library.is_unread(f"docs/_data/tools/{name}.yml")


@dataclass(frozen=True)
class _Where:
    """A record of a tool, for a problem's first line."""

    library: Library
    tool: str
    record: str

    def problem(self, code: str, what: str, fix: str) -> Problem:
        known = self.library.places
        place = known.get(f"tool:{self.tool}:{self.record}") or known[f"tool:{self.tool}"]
        return Problem(place.path, place.line, code, what, fix)


def _way_problems(library: Library, walk: Walk) -> Iterator[Problem]:
    """Yield ways that lead nowhere, circles, and records that no way reaches."""
    if walk.start not in walk.step:
        what = f"the tool starts at '{walk.start}', which is no question"
        yield _Where(library, walk.id, "").problem("TOL02", what, "name the first step")
        return
    known: dict[str, Step | Outcome] = {**walk.step, **walk.outcome}
    for step in walk.steps:
        where = _Where(library, walk.id, step.id)
        for answer, following in step.ways:
            what = f"the answer '{answer}' leads to '{following}', which is not"
            if following not in known:
                yield where.problem("TOL02", f"{what} there", "name a step or an outcome")
            elif (there := known[following].country) is None or step.country not in {None, there}:
                fix = "lead it to a step or an outcome of the same country"
                about = step.country or "one country"
                yield where.problem("TOL02", f"{what} about {about}", fix)
    reached, circle = _reached(walk)
    if circle:
        what = f"the questions go round in a circle at '{circle}'"
        yield _Where(library, walk.id, circle).problem("TOL02", what, "let answers lead onward")
    for name in sorted(known.keys() - reached):
        what = f"no way leads to '{name}'"
        yield _Where(library, walk.id, name).problem("TOL02", what, "lead an answer to it")


def _reached(walk: Walk) -> tuple[set[str], str]:
    """Return what ways from the start reach, and a step that a way meets twice."""
    reached: set[str] = set()
    circle = ""

    def visit(place: str, before: tuple[str, ...]) -> None:
        nonlocal circle
        if place in before:
            circle = circle or place
        elif place not in reached:
            reached.add(place)
            for _, following in walk.step[place].ways if place in walk.step else ():
                visit(following, (*before, place))

    visit(walk.start, ())
    return reached, circle


def _statement_problems(library: Library, walk: Walk) -> Iterator[Problem]:
    records: tuple[Step | Outcome, ...] = (*walk.steps, *walk.outcomes)
    for record in records:
        where = _Where(library, walk.id, record.id)
        for statement in statements_of(record):
            kind = getattr(statement, "kind", None)
            if kind in LAW and not statement.facts and not _is_ours(statement):
                what = f"'{statement.text[SOURCE]}' states law without a fact"
                fix = "name the fact, or say in the sentence that it is our advice or view"
                yield where.problem("TOL04", what, fix)
            yield from _day_problems(where, statement)
            yield from _mark_problems(where, walk, record.country, statement)
            yield from _place_problems(where, record.country, statement)
            yield from _see_problems(where, statement)


def _is_ours(statement: Statement) -> bool:
    text = statement.text[SOURCE]
    return "our advice" in text or "our view" in text or "our suggestion" in text


def _mark_problems(
    where: _Where, walk: Walk, country: Country | None, statement: Statement
) -> Iterator[Problem]:
    steps = [step for step in walk.steps if step.country == country]
    marks = {answer.mark for step in steps for answer in step.answers}
    marks |= set(Shown) if any(step.sign for step in steps) else set()
    if statement.when and statement.when not in marks:
        text = f"'{statement.text[SOURCE]}' waits for '{statement.when}'"
        what = f"{text}, which no answer in {country or 'all countries'} leaves"
        fix = "name the mark of an answer; present, unsure and nothing are marks of signs"
        yield where.problem("TOL07", what, fix)


def _plan_problems(library: Library, plan: Builder) -> Iterator[Problem]:
    """Yield the parts of a plan that no sector page fills."""
    if library.is_unread(f"docs/{SOURCE}/{plan.folder}"):
        return
    pages = library.pages.get(SOURCE, {})
    filled = {
        section
        for path, page in pages.items()
        if path.startswith(f"{plan.folder}/")
        for section in page.sections
    }
    for part in plan.parts:
        if part.section and part.section not in filled:
            what = f"the part '{part.id}' waits for '{part.section}'"
            what = f"{what}, a section that no page of {plan.folder} has"
            fix = "name a section of these pages, or write null"
            yield _Where(library, plan.id, part.id).problem("TOL07", what, fix)


def _day_problems(where: _Where, statement: Statement) -> Iterator[Problem]:
    if where.library.is_unread(EVIDENCE):
        return
    for day in (statement.since, statement.before):
        if day and not any(_names(where.library, fact, day) for fact in statement.facts):
            what = f"no fact of '{statement.text[SOURCE]}' names the day {day}"
            fix = "take the day from the fact or its law, or name the fact that says it"
            yield where.problem("TOL03", what, fix)


def _names(library: Library, name: str, day: date) -> bool:
    """Return whether a fact, its note or the dates of its instrument name a day."""
    fact = library.facts.get(name)
    instrument = library.instruments.get(fact.instrument) if fact else None
    if fact is None or instrument is None:
        return False
    words = (fact.statement, fact.note, instrument.note)
    dates = (fact.as_of, instrument.adopted, instrument.in_force, instrument.amended)
    return day in dates or any(long_date(day, SOURCE) in text for text in words)


def _place_problems(
    where: _Where, country: Country | None, statement: Statement
) -> Iterator[Problem]:
    for name in statement.facts:
        fact = where.library.facts.get(name)
        instrument = where.library.instruments.get(fact.instrument) if fact else None
        place = instrument.jurisdiction if instrument else country
        if place in COUNTRIES and place != country:
            what = f"a sentence about {country or 'all countries'} rests on '{name}' of {place}"
            fix = "name a fact of that country, or move the sentence"
            yield where.problem("TOL05", what, fix)


def _see_problems(where: _Where, statement: Statement) -> Iterator[Problem]:
    for target in statement.see:
        path, _, section = target.partition("#")
        page = where.library.page(SOURCE, path)
        if where.library.is_unread(f"docs/{SOURCE}/{path}.md"):
            continue
        if page is None or (section and section not in page.ids):
            what = f"the reader is sent to '{target}', which is not there"
            yield where.problem("TOL05", what, "name a page, and a section that it has")


def _letters(library: Library) -> Iterator[Problem]:
    """Yield letters of another alphabet in what tools say."""
    for saying in library.sayings:
        yield from letter_problems(saying.path, saying.line, saying.language, saying.text)
