"""Instruments and facts: what was read, where, and how far it is to be trusted."""

import re
from collections.abc import Container, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
)

from kb.model.languages import language_of_letters
from kb.model.problem import Located, Problem

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60)]
EVIDENCE = "docs/_data/evidence"
"""The folder of all instruments and facts."""


def _can_be_asked(address: str) -> str:
    try:
        asked = urlsplit(address)
        has_host = bool(asked.hostname) and asked.port != 0
    except ValueError:  # a bracket that is not closed, a port that is no number
        has_host = False
    if not has_host:
        raise ValueError("this is no address of a page; write it as the browser shows it")
    return address


Address = Annotated[
    str, StringConstraints(pattern=r"^https?://[^\s]+$"), AfterValidator(_can_be_asked)
]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[a-z]{4})?$")]

Day = Annotated[date, Field(strict=True)]
"""A day as YAML reads it; a number or a text is none, though pydantic would take it for one."""
NUMBERED = re.compile(r"^(?P<unit>art|arts|para|paras|point)\.? (?P<n>[\dA-Z][\w()\-–,. /]*?)$")
"""A pinpoint that every language can write in its own way: 'art. 5(1)', 'paras 9-13'."""
WORDS_INSIDE = re.compile(r"[a-zA-Z]{3,}")
WORD_OF_NUMBER = re.compile(r"\b[A-Z]?[a-z]{2,}")
"""A word in the number of a law or case, unlike 'No.', 'UP' or 'XII'."""
QUOTE_WORDS = 25
"""The most words that are taken over from a source."""


class Closed(BaseModel):
    """A record that holds the fields it names, no others, and does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def __repr__(self) -> str:
        """Return all values; pydantic's own says the same and takes five times as long."""
        return f"{type(self).__name__}({self.__dict__!r})"


class InstrumentKind(StrEnum):
    """What sort of text an instrument is."""

    CONSTITUTION = "constitution"
    CODE = "code"
    LAW = "law"
    DECREE = "decree"
    CONVENTION = "convention"
    RECOMMENDATION = "recommendation"
    DIRECTIVE = "directive"
    CASE = "case"
    POLICY = "policy"
    REPORT = "report"
    STUDY = "study"
    GUIDE = "guide"
    NEWS = "news"


class InstrumentStatus(StrEnum):
    """Whether an instrument binds today, as far as was read."""

    IN_FORCE = "in_force"
    REPEALED = "repealed"
    ADOPTED_NOT_IN_FORCE = "adopted_not_in_force"
    DRAFT = "draft"
    SUPERSEDED = "superseded"
    PUBLISHED = "published"


class Confidence(StrEnum):
    """How far a fact is to be trusted; each note on a page says it."""

    PRIMARY = "primary"
    """Read in the text itself."""
    SECONDARY = "secondary"
    """Read in a reliable summary."""
    CONFLICTING = "conflicting"
    """Two sources disagree; the note tells the other side."""
    UNVERIFIED = "unverified"
    """A well-known international text that could not be opened; never national law."""


LAW = {
    InstrumentKind.CONSTITUTION,
    InstrumentKind.CODE,
    InstrumentKind.LAW,
    InstrumentKind.DECREE,
    InstrumentKind.CONVENTION,
    InstrumentKind.RECOMMENDATION,
    InstrumentKind.DIRECTIVE,
}
"""Kinds that an authority enacts; a case it decides, all others anyone may write."""
_AUTHORITIES = """
adilet.zan.kz constitution.kz egov.kz gov.kz primeminister.kz zan.kz
gov.kg socfond.kg stat.kg
adliya.uz advice.uz gov.uz lex.uz mehnat.uz napp.uz president.uz soliq.uz
ilo.ch ilo.int ilo.org oit.org europa.eu un.org
fwc.gov.au moleg.go.kr nationalarchives.gov.uk ombudsman.ge rechtspraak.nl supremecourt.uk
"""
"""Hosts of states, courts, the ILO and the European Union; their subdomains belong to them."""
AUTHORITIES = tuple(f".{host}" for host in _AUTHORITIES.split())


class Instrument(Closed):
    """A law, convention, report or news item that was read."""

    id: Slug
    jurisdiction: Annotated[str, StringConstraints(pattern=r"^(?:[a-z]{2}|int)$")]
    kind: InstrumentKind
    title: Annotated[dict[Language, Text], Field(min_length=1)]
    number: Text | None
    adopted: Day | None
    in_force: Day | None
    amended: Day | None
    status: InstrumentStatus
    url: Address | None
    read_at: tuple[Text, ...]
    note: str

    @property
    def has_official_page(self) -> bool:
        """Return whether the text binds or guides by law, and an authority publishes it there."""
        host = (urlsplit(self.url).hostname or "").rstrip(".") if self.url else ""
        binds = self.kind in LAW or self.kind is InstrumentKind.CASE
        return binds and f".{host}".endswith(AUTHORITIES)

    @property
    def number_in_words(self) -> tuple[str, ...]:
        """Return the number if it says a word, as 'Case No. 2198' does; none or one."""
        return (self.number,) if self.number and WORD_OF_NUMBER.search(self.number) else ()

    def title_for(self, language: str) -> tuple[str, str]:
        """Return the title and its language: the reader's, else Russian, else English."""
        for candidate in (language, "ru", "en", *self.title):
            if candidate in self.title:
                return self.title[candidate], candidate
        raise KeyError(self.id)


class Fact(Closed):
    """One checkable statement, pinned to an instrument."""

    id: Slug
    topic: Slug
    statement: Text
    instrument: Slug
    pinpoint: Text | None
    quote: Text | None
    quote_in: Language | None = None
    """The quote's language, where it is in Latin letters and not in English."""
    source_url: Address | None
    confidence: Confidence
    as_of: Day | None
    note: str
    read: Day | None = None
    """The day on which the source was read; the file's day where it is left out."""

    @property
    def quote_language(self) -> str:
        """Return the language of the quote; Cyrillic letters tell which it is."""
        return self.quote_in or language_of_letters(self.quote or "")

    @property
    def place_in_words(self) -> tuple[str, ...]:
        """Return where it stands, if that is more than a number; none or one."""
        return (self.pinpoint,) if self.pinpoint and numbered(self.pinpoint) is None else ()

    @property
    def sides(self) -> tuple[str, ...]:
        """Return what is told of a conflict: what was read, what another source says."""
        if self.confidence is not Confidence.CONFLICTING:
            return ()
        return (self.statement, self.note) if self.note.strip() else (self.statement,)

    @field_validator("quote")
    @classmethod
    def _quote_is_short(cls, quote: str | None) -> str | None:
        if quote is not None and (count := len(quote.split())) > QUOTE_WORDS:
            raise ValueError(f"a quote of {count} words; the most is {QUOTE_WORDS}")
        return quote


def numbered(pinpoint: str) -> tuple[str, str] | None:
    """Return the unit ('art', 'arts', 'para', 'paras', 'point') and the number of a pinpoint.

    None where it says more than a number, or something else: 'art. 16 as cited', 'Preamble'.
    """
    match = NUMBERED.match(pinpoint)
    if match is None or WORDS_INSIDE.search(match["n"]):
        return None
    return match["unit"], match["n"]


class EvidenceFile(Closed):
    """One file of docs/_data/evidence/."""

    read: Day
    """The day on which its sources were read, where a fact names no other."""
    instruments: tuple[Instrument, ...]
    facts: tuple[Fact, ...]


def ungrounded(
    facts: Mapping[str, Fact], instruments: Container[str], places: Mapping[str, Located]
) -> Iterator[Problem]:
    """Yield a problem for each fact of an instrument that is not there: nothing is made of it."""
    for fact in facts.values():
        if fact.instrument not in instruments:
            place = places[f"fact:{fact.id}"]
            what = f"fact '{fact.id}' stands on instrument '{fact.instrument}'"
            fix = "correct the instrument's id, or add the instrument"
            yield Problem(place.path, place.line, "DAT04", f"{what}, which is not recorded", fix)


Country = Literal["kz", "kg", "uz"]
COUNTRIES: tuple[Country, ...] = ("kz", "kg", "uz")
