"""A tool as a plain list: questions, outcomes, grounds. The script makes its form from it."""

from collections.abc import Iterator
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
from kb.site.notes import mark_amended

FOLDER = "tools/"


def facts_of_tool(library: Library, path: str) -> tuple[str, ...]:
    """Return the facts that the tool of a page names, in the order of its file."""
    named = (ground.fact for ground in library.grounds if f"{FOLDER}{ground.tool}" == path)
    return tuple(dict.fromkeys(named))


def tool_list(library: Library, language: str, path: str, name: str) -> Iterator[str]:
    """Yield a tool as Markdown; an unknown name yields nothing, and TOL06 tells it."""
    tool = library.tools.get(name)
    if tool is None:
        return
    writer = _Writer(library, language, path)
    yield from ["", f'<div class="kb-tool" data-tool="{name}" lang="{language}" markdown="1">', ""]
    if language != SOURCE and not speaks(tool, language):
        notice = library.word(language, "missing-section")
        yield from [f'<aside class="kb-notice kb-notice--missing">{notice}</aside>', ""]
    match tool:
        case Walk():
            yield from _walk(writer, tool)
        case Sum():
            yield from _sum(writer, tool)
        case Builder():
            yield from _builder(writer, tool)
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


def _title(level: int, head: str, words: str) -> list[str]:
    text = f'{head}: <span class="kb-tool-words">{words}</span>'
    return [text, f'{{ .kb-tool-title role="heading" aria-level="{level}" }}', ""]


def _box(kind: str, **data: object) -> str:
    marks = " ".join(f'data-{key}="{value}"' for key, value in data.items())
    return f'<div class="kb-tool-{kind}" {marks} markdown="1">'


def _walk(writer: _Writer, walk: Walk) -> Iterator[str]:
    numbers = {step.id: number for number, step in enumerate(walk.steps, 1)}
    numbers |= {outcome.id: number for number, outcome in enumerate(walk.outcomes, 1)}
    for country in (None, *COUNTRIES):
        steps = [step for step in walk.steps if step.country == country]
        outcomes = [outcome for outcome in walk.outcomes if outcome.country == country]
        if country and (steps or outcomes):
            yield from [f"### {writer.word(country)} {{ #list-{country} }}", ""]
        for step in steps:
            yield from _step(writer, walk, step, numbers)
        for outcome in outcomes:
            yield from _outcome(writer, walk, outcome, numbers[outcome.id])


def _step(writer: _Writer, walk: Walk, step: Step, numbers: dict[str, int]) -> Iterator[str]:
    yield from ["", _box("step", step=step.id), ""]
    head = writer.word("tool-question", n=str(numbers[step.id]))
    yield from _title(4 if step.country else 3, head, writer.words(step.question))
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
    yield from _title(4, head, writer.word(f"tool-verdict-{outcome.verdict}"))
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
