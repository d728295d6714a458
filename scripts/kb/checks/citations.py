"""CIT01, CIT02, CIT03, DAT04: every cited fact exists, stands on an instrument, and is told as it is."""

import difflib
import re
from collections.abc import Iterator

from kb.model.evidence import COUNTRIES, Confidence
from kb.model.library import Library
from kb.model.page import Page
from kb.model.problem import Problem

DEFINITION = re.compile(r"^[ \t]*\[\^[^\]]+\]:")
"""A note written by hand: notes are made by the build."""


def citation_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each citation of an unknown fact and each note written by hand."""
    for citation in page.citations:
        if citation.fact not in library.facts:
            yield Problem(
                page.file, citation.line, "CIT01",
                f"fact '{citation.fact}' is not in docs/_data/evidence/",
                _nearest(library, citation.fact),
            )
    for number, line in enumerate(page.plain, page.front_lines + 1):
        if DEFINITION.match(line):
            yield Problem(
                page.file, number, "CIT03", "a note is written by hand",
                "remove it; the build makes the note from the fact's record",
            )


def _nearest(library: Library, name: str) -> str:
    close = difflib.get_close_matches(name, library.facts, n=1, cutoff=0.8)
    if close:
        return f"did you mean '{close[0]}'? Correct the id, or add the fact with its source and pinpoint"
    return "correct the id, or add the fact with its source and pinpoint"


def evidence_problems(library: Library) -> Iterator[Problem]:
    """Yield problems of facts: a missing instrument, a conflict untold, law that was not read."""
    for fact in library.facts.values():
        place = library.places[f"fact:{fact.id}"]
        instrument = library.instruments.get(fact.instrument)
        if instrument is None:
            yield Problem(
                place.path, place.line, "DAT04",
                f"fact '{fact.id}' stands on instrument '{fact.instrument}', which is not recorded",
                "correct the instrument's id, or add the instrument",
            )
            continue
        if fact.confidence is Confidence.CONFLICTING and not fact.note:
            yield Problem(
                place.path, place.line, "CIT02",
                f"fact '{fact.id}' is conflicting, and its note does not tell the other side",
                "write into the note what the other source says, and where",
            )
        if fact.confidence is Confidence.UNVERIFIED and instrument.jurisdiction in COUNTRIES:
            yield Problem(
                place.path, place.line, "CIT04",
                f"fact '{fact.id}' is national law and 'unverified'",
                "read the text; only well-known international texts may be unverified",
            )
