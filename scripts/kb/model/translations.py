"""Which wording of the English source each section of a translation was made from."""

import re
from dataclasses import dataclass
from enum import StrEnum

from pydantic import field_validator

from kb.model.evidence import Closed, Day
from kb.model.page import Page, Section, line_hash

WORDING = re.compile(r"^[0-9a-f]{6}(?: [0-9a-f]{6})*$")
"""Six hexadecimal signs for each line, parted by spaces; see `Section.wording`."""


class State(StrEnum):
    """The states of a section; a page shows each in its own way."""

    SOURCE = "source"
    """English, from which the others are made."""
    CURRENT = "current"
    """Made from today's wording of the source."""
    STALE = "stale"
    """The source has changed since; the reader is told so, in the reader's language."""
    MISSING = "missing"
    """Not translated; the source text stands in, marked with its own `lang`."""


class TranslatedPage(Closed):
    """The record of one page in one language."""

    read: Day | None
    """The day on which a person who knows the language read it; null for a draft."""
    reader: str | None = None
    """Who read it, as that person wishes to be named."""
    sections: dict[str, str]
    """By section id: the wording of the source from which it was made."""

    @field_validator("sections")
    @classmethod
    def _wordings(cls, sections: dict[str, str]) -> dict[str, str]:
        for name, wording in sections.items():
            if not WORDING.match(wording):
                raise ValueError(f"'{name}' holds no wording; write it with 'kb accept'")
        return sections


class TranslationsFile(Closed):
    """One file docs/_data/translations/<language>.yml."""

    pages: dict[str, TranslatedPage]


NOTHING = TranslatedPage(read=None, sections={})


@dataclass(frozen=True)
class SectionState:
    """What a section is in a language, and which source sentences changed since."""

    id: str
    state: State
    changed: tuple[str, ...] = ()
    """Lines of today's source that the translation was not made from."""


def section_states(
    source: Page, translation: Page | None, record: TranslatedPage
) -> tuple[SectionState, ...]:
    """Return the state of each section of *source*, in its order."""
    return tuple(_state(section, translation, record) for section in source.sections.values())


def _state(section: Section, translation: Page | None, record: TranslatedPage) -> SectionState:
    if translation is None or section.id not in translation.sections:
        return SectionState(section.id, State.MISSING)
    known = record.sections.get(section.id, "")
    if known == section.wording:
        return SectionState(section.id, State.CURRENT)
    return SectionState(section.id, State.STALE, tuple(_new_lines(section, known)))


def _new_lines(section: Section, known: str) -> list[str]:
    hashes = set(known.split())
    return [line for line in section.lines if line.strip() and line_hash(line) not in hashes]
