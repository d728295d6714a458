"""A tool as a plain list: questions, outcomes, grounds. The script makes its form from it.

A walk has a page for each country; its own asks for the country, and its answers lead there.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from kb.model.evidence import COUNTRIES, Country
from kb.model.languages import SOURCE, long_date, number
from kb.model.library import Library
from kb.model.text import literal, relative_link
from kb.model.tools import (
    Builder,
    Input,
    Mark,
    Outcome,
    Part,
    PartKind,
    Shown,
    Statement,
    Step,
    Sum,
    Tool,
    Walk,
    Words,
    said,
)
from kb.site.notes import mark_amended, notes

FOLDER = "tools/"


def tool_on(library: Library, path: str) -> Tool | None:
    """Return the tool that works on a page: a walk on those of its countries only."""
    if not path.startswith(FOLDER):
        return None
    name, _, country = path.removeprefix(FOLDER).partition("/")
    tool = library.tools.get(name)
    return tool if isinstance(tool, Walk) == bool(country) else None


def walk_pages(library: Library) -> list[tuple[str, Country]]:
    """Return the written page of each walk with each country that the walk asks about."""
    return [
        (f"{FOLDER}{tool.id}", country)
        for tool in library.tools.values()
        if isinstance(tool, Walk) and f"{FOLDER}{tool.id}" in library.pages[SOURCE]
        for country in COUNTRIES
        if any(one.country == country for one in tool.outcomes)
    ]


def facts_of_tool(library: Library, path: str) -> tuple[str, ...]:
    """Return the facts that the tool of a page names, in the order of its file."""
    tool = tool_on(library, path)
    named = (one.fact for one in library.grounds if tool is not None and one.tool == tool.id)
    return tuple(dict.fromkeys(named))


def tool_list(library: Library, language: str, path: str, name: str) -> Iterator[str]:
    """Yield a tool as Markdown; an unknown name yields nothing, and TOL06 tells it."""
    writer = _Writer(library, language, path)
    match library.tools.get(name):
        case Walk() as tool:
            yield from _ways_in(writer, tool)
        case Sum() as tool:
            yield from _tool(writer, tool, _sum(writer, tool))
        case Builder() as tool:
            yield from _tool(writer, tool, _builder(writer, tool))


def walk_in(library: Library, language: str, path: str) -> Iterator[str]:
    """Yield Markdown: a walk in the country of a page such as 'tools/can-join/kz'."""
    parent, _, country = path.rpartition("/")
    writer = _Writer(library, language, path)
    yield from [writer.link(parent), ""]
    yield from [f"## {writer.word('tool-questions')} {{ #questions }}", ""]
    tool = tool_on(library, path)
    if isinstance(tool, Walk):
        lines = [*_tool(writer, tool, _walk(writer, tool, country))]
        text = "\n".join(lines)
        used = (name for name in facts_of_tool(library, path) if f"[^{name}]" in text)
        yield from [*lines, "", *notes(library, language, path, tuple(used)), ""]


def _tool(writer: "_Writer", tool: Tool, lines: Iterable[str]) -> Iterator[str]:
    """Yield the list of a tool in the box in which its script works."""
    language = writer.language
    mark = f'data-tool="{tool.id}" lang="{language}"'
    yield from ["", f'<div class="kb-tool" {mark} markdown="1">', ""]
    if language != SOURCE and not speaks(tool, language):
        notice = writer.word("missing-section")
        yield from [f'<aside class="kb-notice kb-notice--missing">{notice}</aside>', ""]
    yield from lines
    yield from ["", "</div>", ""]


def speaks(tool: Tool, language: str) -> bool:
    """Return whether every sentence of a tool stands in a language."""
    return all(language in words for words in _all_words(tool.model_dump()))


def _all_words(value: object) -> Iterator[dict[str, str]]:
    if isinstance(value, dict):
        if SOURCE in value:
            yield value
        else:
            for item in value.values():
                yield from _all_words(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _all_words(item)


class _Writer:
    """Writes sentences of a tool in one language for one page."""

    def __init__(self, library: Library, language: str, path: str) -> None:
        self.library = library
        self.language = language
        self.path = path

    def word(self, key: str, **values: str) -> str:
        return self.library.word(self.language, key, **values)

    def words(self, words: Words) -> str:
        text, language = said(words, self.language)
        if language == self.language:
            return literal(text)
        return f'<span lang="{language}">{literal(text)}</span>'

    def sentence(self, statement: Statement, lead: str = "") -> str:
        """Return one sentence with its days, notes and links."""
        parts = [lead, self._days(statement), self.words(statement.text)]
        text = " ".join(part for part in parts if part) + self.notes(statement.facts)
        links = ", ".join(filter(None, map(self.link, statement.see)))
        return f"{text} → {links}" if links else text

    def notes(self, facts: tuple[str, ...]) -> str:
        line = "".join(f"[^{fact}]" for fact in facts)
        return mark_amended(self.library, self.language, line)

    def _days(self, statement: Statement) -> str:
        days = {"tool-since": statement.since, "tool-before": statement.before}
        told = [
            self.word(key, date=long_date(day, self.language)) for key, day in days.items() if day
        ]
        return f'<span class="kb-days">{", ".join(told)}:</span>' if told else ""

    def link(self, target: str) -> str:
        path, _, section = target.partition("#")
        page = self.library.page(self.language, path) or self.library.pages[SOURCE].get(path)
        if page is None:
            return ""
        title = literal(page.front.title)
        if page.language != self.language:
            title = f'<span lang="{page.language}">{title}</span>'
        return f"[{title}]({relative_link(self.path, path, section)})"


def _item(text: str, **data: object) -> str:
    marks = " ".join(
        f'data-{key}="{_plain(value)}"' for key, value in data.items() if value is not None
    )
    return f"- {text}\n    {{ {marks} }}" if marks else f"- {text}"


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _statement(writer: _Writer, statement: Statement, lead: str = "", **data: object) -> str:
    held = {"since": statement.since, "before": statement.before, "when": statement.when}
    return _item(writer.sentence(statement, lead), **held, **data)


def _title(head: str, words: str) -> list[str]:
    text = f'{head}: <span class="kb-tool-words">{words}</span>'
    return [text, '{ .kb-tool-title role="heading" aria-level="3" }', ""]


def _box(kind: str, **data: object) -> str:
    marks = " ".join(f'data-{key}="{value}"' for key, value in data.items())
    return f'<div class="kb-tool-{kind}" {marks} markdown="1">'


def _ways_in(writer: _Writer, walk: Walk) -> Iterator[str]:
    """Yield the first question; each answer leads to the page of its country."""
    start = walk.step[walk.start]
    yield from ["", f"**{writer.words(start.question)}**", ""]
    for answer in start.answers:
        country = (walk.step | walk.outcome)[answer.next].country
        target = relative_link(writer.path, f"{writer.path}/{country}")
        yield from [f"- [{writer.words(answer.text)}]({target})", f"    {{ #list-{country} }}"]
    yield ""


def _walk(writer: _Writer, walk: Walk, country: str) -> Iterator[str]:
    steps = [step for step in walk.steps if step.country == country]
    outcomes = [outcome for outcome in walk.outcomes if outcome.country == country]
    numbers = {step.id: number for number, step in enumerate(steps, 1)}
    numbers |= {outcome.id: number for number, outcome in enumerate(outcomes, 1)}
    for step in steps:
        yield from _step(writer, walk, step, numbers)
    for outcome in outcomes:
        yield from _outcome(writer, walk, outcome, numbers[outcome.id])


def _step(writer: _Writer, walk: Walk, step: Step, numbers: dict[str, int]) -> Iterator[str]:
    yield from ["", _box("step", step=step.id), ""]
    head = writer.word("tool-question", n=str(numbers[step.id]))
    yield from _title(head, writer.words(step.question))
    if step.why:
        yield from (_statement(writer, statement, why="") for statement in step.why)
        yield ""
    if step.sign:
        yield from [f"{writer.word('tool-rests')}:", ""]
        yield from (_statement(writer, statement, rests="") for statement in step.sign.rests)
        yield from ["", f"{writer.word('tool-keep')}:", ""]
        yield from (_statement(writer, statement, keep="") for statement in step.sign.keep)
        yield ""
    yield from [f"{writer.word('tool-answers')}:", ""]
    yield from _answers(writer, walk, step, numbers)
    yield from ["", "</div>", ""]


def _answers(writer: _Writer, walk: Walk, step: Step, numbers: dict[str, int]) -> Iterator[str]:
    texts = {answer.id: writer.words(answer.text) for answer in step.answers}
    texts |= {mark.value: writer.word(f"tool-{mark}") for mark in Mark if step.sign}
    marks = {answer.id: answer.mark for answer in step.answers}
    for answer, following in step.ways:
        key = "tool-to-outcome" if following in walk.outcome else "tool-to-question"
        to = writer.word(key, n=str(numbers.get(following, "?")))
        text = f'<span class="kb-tool-answer">{texts[answer]}</span>'
        text += f' <span class="kb-small">→ {to}</span>'
        yield _item(text, answer=answer, next=following, mark=marks.get(answer))


def _outcome(writer: _Writer, walk: Walk, outcome: Outcome, number: int) -> Iterator[str]:
    yield from ["", _box("outcome", outcome=outcome.id, verdict=outcome.verdict), ""]
    head = writer.word("tool-outcome", n=str(number))
    yield from _title(head, writer.word(f"tool-verdict-{outcome.verdict}"))
    for kind in PartKind:
        parts = [part for part in outcome.parts if part.kind is kind]
        if parts:
            yield from [f"{writer.word(f'tool-part-{kind}')}:", f'{{ data-part="{kind}" }}', ""]
            for part in parts:
                yield _statement(
                    writer, part, _when(writer, walk, outcome.country, part), part=kind
                )
            yield ""
    yield from ["</div>", ""]


def _when(writer: _Writer, walk: Walk, country: Country, part: Part) -> str:
    """Return the answer that a part waits for, as the plain list tells it."""
    if part.when is None:
        return ""
    if part.when in set(Shown):
        text = writer.word(f"tool-when-{part.when}")
    else:
        answers = (
            answer
            for step in walk.steps
            if step.country == country
            for answer in step.answers
            if answer.mark == part.when
        )
        text = writer.word("tool-when", answer=writer.words(next(answers).text))
    return f'<span class="kb-when">{text}</span>'


def _sum(writer: _Writer, tool: Sum) -> Iterator[str]:
    yield from [f"{writer.word('tool-fields')}:", ""]
    for field in tool.fields:
        yield _field(writer, field)
    yield ""


def _field(writer: _Writer, field: Input) -> str:
    bounds = {
        key: number(value, writer.language)
        for key, value in (("value", field.value), ("least", field.least), ("most", field.most))
    }
    label = f'<span class="kb-tool-label">{writer.words(field.label)}</span>'
    text = f'{label}<span class="kb-small">: {writer.word("tool-field", **bounds)}</span>'
    return _item(
        text + writer.notes(field.facts),
        field=field.id,
        value=field.value,
        least=field.least,
        most=field.most,
        by=field.step,
        unit=field.unit,
        scale=field.scale,
    )


def _builder(writer: _Writer, tool: Builder) -> Iterator[str]:
    yield from [f"{writer.word('tool-parts')}:", ""]
    yield from (f"- {writer.words(part.label)}" for part in tool.parts)
    yield from ["", f"{writer.word('tool-sectors')}:", ""]
    for sector in sectors(writer.library, tool):
        yield f"- {writer.link(sector)}"
    yield ""


def sectors(library: Library, tool: Builder) -> list[str]:
    """Return the paths of the sector pages, without their index."""
    head = f"{tool.folder}/"
    return [
        path for path in library.pages[SOURCE] if path.startswith(head) and path != f"{head}index"
    ]
