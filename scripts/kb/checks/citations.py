"""CIT01-CIT04: every cited fact exists and is told as it is."""

import difflib
import re
from collections.abc import Iterator

from kb.model.evidence import COUNTRIES, EVIDENCE, Confidence, Fact
from kb.model.library import Library
from kb.model.page import Page
from kb.model.problem import Problem

FIX = "correct the id, or add the fact with its source and pinpoint"
DEFINITION = re.compile(r"^[ \t]*\[\^[^\]]+\]:")
"""A note written by hand: notes are made by the build."""


def citation_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each citation of an unknown fact and each note written by hand."""
    for citation in page.citations:
        if citation.fact not in library.facts and not library.is_unread(EVIDENCE):
            yield Problem(
                page.file,
                citation.line,
                "CIT01",
                f"fact '{citation.fact}' is not in docs/_data/evidence/",
                nearest(library, citation.fact),
            )
    for number, line in enumerate(page.plain, page.front_lines + 1):
        if DEFINITION.match(line):
            yield Problem(
                page.file,
                number,
                "CIT03",
                "a note is written by hand",
                "remove it; the build makes the note from the fact's record",
            )


def nearest(library: Library, name: str) -> str:
    """Return the fix for a fact that is not recorded: the one with the nearest name."""
    close = difflib.get_close_matches(name, library.facts, n=1, cutoff=0.8)
    return f"did you mean '{close[0]}'? {FIX.capitalize()}" if close else FIX


def evidence_problems(library: Library) -> Iterator[Problem]:
    """Yield problems of facts: a conflict untold, law that was not read."""
    for fact in library.facts.values():
        for code, what, fix in _fact_problems(library, fact):
            place = library.places[f"fact:{fact.id}"]
            yield Problem(place.path, place.line, code, f"fact '{fact.id}' {what}", fix)


def _fact_problems(library: Library, fact: Fact) -> Iterator[tuple[str, str, str]]:
    instrument = library.instruments.get(fact.instrument)
    if fact.confidence is Confidence.CONFLICTING and not fact.note.strip():
        what = "is conflicting, and its note does not tell the other side"
        yield "CIT02", what, "write into the note what the other source says, and where"
    national = instrument is not None and instrument.jurisdiction in COUNTRIES
    if fact.confidence is Confidence.UNVERIFIED and national:
        fix = "read the text; only well-known international texts may be unverified"
        yield "CIT04", "is national law and 'unverified'", fix
