"""Tools: tables of questions, fields of sums and parts of a plan, each with its grounds."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from kb.model.evidence import Closed, Country, Slug, Text
from kb.model.languages import LANGUAGES, SOURCE


def _in_order(words: dict[str, str]) -> dict[str, str]:
    if SOURCE not in words:
        raise ValueError("the English words are missing")
    if list(words) != [language for language in LANGUAGES if language in words]:
        raise ValueError(f"languages stand in the order {', '.join(LANGUAGES)}")
    return words


Words = Annotated[dict[str, Text], AfterValidator(_in_order)]
"""A sentence in each language; English may stand alone, and then stands in for the others."""


def said(words: dict[str, str], language: str) -> tuple[str, str]:
    """Return the words for a reader, and the language they are in."""
    return (words[language], language) if language in words else (words[SOURCE], SOURCE)


class Statement(Closed):
    """A sentence with its grounds, the days on which it holds, and the answers it waits for."""

    text: Words
    facts: tuple[Slug, ...] = ()
    see: tuple[Text, ...] = ()
    """Pages that say more: 'law/kz/joining#forms'."""
    since: date | None = None
    """The first day on which it holds."""
    before: date | None = None
    """The first day on which it holds no more."""
    when: Slug | None = None
    """The mark without which it is not shown: of an answer, or one of `Shown`."""

    def holds(self, day: date, marks: frozenset[str]) -> bool:
        """Return whether the sentence belongs to a result of that day and those answers."""
        begun = self.since is None or self.since <= day
        ended = self.before is not None and self.before <= day
        return begun and not ended and (self.when is None or self.when in marks)


class PartKind(StrEnum):
    """What a sentence of an outcome is for; a result shows them in this order."""

    ANSWER = "answer"
    LAW = "law"
    FORM = "form"
    CHARTER = "charter"
    BRING = "bring"
    GO = "go"
    """Where to go, by when."""
    NEXT = "next"
    PROMISE = "promise"
    """What not to promise."""
    UNKNOWN = "unknown"


class Part(Statement):
    """One sentence of an outcome."""

    kind: PartKind


class Verdict(StrEnum):
    """The few words above an outcome."""

    YES = "yes"
    CHARTER = "charter"
    """She may, if the charter admits her."""
    NO = "no"
    UNKNOWN = "unknown"
    """Not established."""
    SIGNS = "signs"
    """The signs that were marked; nothing is weighed."""


class Mark(StrEnum):
    """What is said of a sign."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Shown(StrEnum):
    """Marks that signs leave for the outcome."""

    PRESENT = "present"
    UNSURE = "unsure"
    NOTHING = "nothing"
    """No sign is present, and none is in doubt."""


class Answer(Closed):
    """One of the answers to a question, and where it leads."""

    id: Slug
    text: Words
    next: Slug
    mark: Slug | None = None


class Sign(Closed):
    """A sign of employment: what it rests on, and which proof to keep."""

    rests: Annotated[tuple[Statement, ...], Field(min_length=1)]
    keep: tuple[Statement, ...]


class Step(Closed):
    """One question: with its own answers, or a sign that is present, absent or in doubt."""

    id: Slug
    country: Country | None
    question: Words
    why: tuple[Statement, ...] = ()
    answers: tuple[Answer, ...] = ()
    sign: Sign | None = None
    next: Slug | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> "Step":
        if bool(self.answers) == bool(self.sign) or (self.sign is None) != (self.next is None):
            raise ValueError("a step has answers, or a sign and what comes next")
        return self

    @property
    def ways(self) -> tuple[tuple[str, str], ...]:
        """Return each answer's id and where it leads."""
        if self.next is not None:
            return tuple((mark.value, self.next) for mark in Mark)
        return tuple((answer.id, answer.next) for answer in self.answers)


class Outcome(Closed):
    """Where a way ends."""

    id: Slug
    country: Country
    verdict: Verdict
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]


class Walk(Closed):
    """A tool that asks one question after the other."""

    id: Slug
    kind: Literal["walk"]
    start: Slug
    steps: tuple[Step, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def step(self) -> dict[str, Step]:
        """Return the steps by id."""
        return {step.id: step for step in self.steps}

    @property
    def outcome(self) -> dict[str, Outcome]:
        """Return the outcomes by id."""
        return {outcome.id: outcome for outcome in self.outcomes}


class Input(Closed):
    """One field of a sum: what stands in it first, and its bounds."""

    id: Slug
    label: Words
    value: float
    least: float
    most: float
    step: float
    unit: Literal["people", "percent", "money"]
    scale: Slug | None = None
    """The kind of scale that alone needs the field."""
    facts: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _in_bounds(self) -> "Input":
        if not self.least <= self.value <= self.most:
            raise ValueError(f"{self.value} is not between {self.least} and {self.most}")
        return self


class Sum(Closed):
    """A tool that counts."""

    id: Slug
    kind: Literal["sum"]
    fields: Annotated[tuple[Input, ...], Field(min_length=1)]


class PlanPart(Closed):
    """A part of the plan, and the section of the sector page that fills it."""

    id: Slug
    label: Words
    section: Slug | None
    """None for a part that the organiser writes alone."""


class Builder(Closed):
    """A tool that fills a plan from a sector page."""

    id: Slug
    kind: Literal["builder"]
    folder: Text
    """Where the sector pages stand: 'recruit/sectors'."""
    parts: Annotated[tuple[PlanPart, ...], Field(min_length=1)]


Tool = Walk | Sum | Builder
KINDS: dict[str, type[Walk] | type[Sum] | type[Builder]] = {
    "walk": Walk,
    "sum": Sum,
    "builder": Builder,
}


def statements_of(record: Step | Outcome) -> tuple[Statement, ...]:
    """Return every sentence of a step or an outcome."""
    if isinstance(record, Outcome):
        return record.parts
    return record.why + (record.sign.rests + record.sign.keep if record.sign else ())
