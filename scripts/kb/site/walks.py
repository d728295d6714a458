"""A tool that asks one question after the other, as a plain list for each country."""

from collections.abc import Iterator

from kb.model.evidence import Country
from kb.model.text import relative_link
from kb.model.tools import Mark, Outcome, Part, PartKind, Shown, Step, Walk
from kb.site.tool_words import Writer, box, item, statement_line, title


def ways_in(writer: Writer, walk: Walk) -> Iterator[str]:
    """Yield the first question; each answer leads to the page of its country."""
    start = walk.step[walk.start]
    yield from ["", f"**{writer.words(start.question)}**", ""]
    for answer in start.answers:
        country = (walk.step | walk.outcome)[answer.next].country
        target = relative_link(writer.path, f"{writer.path}/{country}")
        yield from [f"- [{writer.words(answer.text)}]({target})", f"    {{ #list-{country} }}"]
    yield ""


def walk_lines(writer: Writer, walk: Walk, country: str) -> Iterator[str]:
    """Yield the questions and the outcomes of a country, each kind numbered from 1."""
    steps = [step for step in walk.steps if step.country == country]
    outcomes = [outcome for outcome in walk.outcomes if outcome.country == country]
    numbers = {step.id: number for number, step in enumerate(steps, 1)}
    numbers |= {outcome.id: number for number, outcome in enumerate(outcomes, 1)}
    for step in steps:
        yield from _step(writer, walk, step, numbers)
    for outcome in outcomes:
        yield from _outcome(writer, walk, outcome, numbers[outcome.id])


def _step(writer: Writer, walk: Walk, step: Step, numbers: dict[str, int]) -> Iterator[str]:
    yield from ["", box("step", step=step.id), ""]
    head = writer.word("tool-question", n=str(numbers[step.id]))
    yield from title(head, writer.words(step.question))
    if step.why:
        yield from (statement_line(writer, statement, why="") for statement in step.why)
        yield ""
    if step.sign:
        yield from [f"{writer.word('tool-rests')}:", ""]
        yield from (statement_line(writer, statement, rests="") for statement in step.sign.rests)
        yield from ["", f"{writer.word('tool-keep')}:", ""]
        yield from (statement_line(writer, statement, keep="") for statement in step.sign.keep)
        yield ""
    yield from [f"{writer.word('tool-answers')}:", ""]
    yield from _answers(writer, walk, step, numbers)
    yield from ["", "</div>", ""]


def _answers(writer: Writer, walk: Walk, step: Step, numbers: dict[str, int]) -> Iterator[str]:
    texts = {answer.id: writer.words(answer.text) for answer in step.answers}
    texts |= {mark.value: writer.word(f"tool-{mark}") for mark in Mark if step.sign}
    marks = {answer.id: answer.mark for answer in step.answers}
    for answer, following in step.ways:
        key = "tool-to-outcome" if following in walk.outcome else "tool-to-question"
        to = writer.word(key, n=str(numbers.get(following, "?")))
        text = f'<span class="kb-tool-answer">{texts[answer]}</span>'
        text += f' <span class="kb-small">→ {to}</span>'
        yield item(text, answer=answer, next=following, mark=marks.get(answer))


def _outcome(writer: Writer, walk: Walk, outcome: Outcome, number: int) -> Iterator[str]:
    yield from ["", box("outcome", outcome=outcome.id, verdict=outcome.verdict), ""]
    head = writer.word("tool-outcome", n=str(number))
    yield from title(head, writer.word(f"tool-verdict-{outcome.verdict}"))
    for kind in PartKind:
        parts = [part for part in outcome.parts if part.kind is kind]
        if parts:
            yield from [f"{writer.word(f'tool-part-{kind}')}:", f'{{ data-part="{kind}" }}', ""]
            for part in parts:
                yield statement_line(
                    writer, part, _when(writer, walk, outcome.country, part), part=kind
                )
            yield ""
    yield from ["</div>", ""]


def _when(writer: Writer, walk: Walk, country: Country, part: Part) -> str:
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
