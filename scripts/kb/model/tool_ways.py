"""Every way through a tool that asks one question after the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model.tools import Mark, Shown, Walk


@dataclass(frozen=True)
class Way:
    """One way through a walk: the answers given, and the outcome."""

    answers: tuple[tuple[str, str], ...]
    outcome: str
    marks: frozenset[str]


def ways(walk: Walk) -> Iterator[Way]:
    """Yield every way from the first question to an outcome; the walk has no circle."""
    yield from _ways(walk, walk.start, ())


def _ways(walk: Walk, place: str, answers: tuple[tuple[str, str], ...]) -> Iterator[Way]:
    if place in walk.outcome:
        yield Way(answers, place, marks_of(walk, answers))
        return
    for answer, following in walk.step[place].ways:
        yield from _ways(walk, following, (*answers, (place, answer)))


def marks_of(walk: Walk, answers: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """Return the marks that the answers leave for the outcome."""
    given = {
        answer.mark
        for step, chosen in answers
        for answer in walk.step[step].answers
        if answer.id == chosen and answer.mark
    }
    signs = {chosen for step, chosen in answers if walk.step[step].sign}
    shown = {Shown.PRESENT.value} if Mark.YES in signs else set()
    shown |= {Shown.UNSURE.value} if Mark.UNSURE in signs else set()
    if signs == {Mark.NO.value}:
        shown = {Shown.NOTHING.value}
    return frozenset(given | shown)
