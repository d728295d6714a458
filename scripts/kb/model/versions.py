"""What changed in each sheet and kit, so that paper knows when it is old.

`kb release` adds to it; a history of the repository is not needed, and a shallow copy has none.
"""

from collections.abc import Iterator
from datetime import date

from kb.model.evidence import Closed, Day, Text
from kb.model.front_matter import Kind
from kb.model.page import TOP, Page, line_hash
from kb.model.text import plain

PRINTED = (Kind.SHEET, Kind.KIT)
"""Kinds of pages that go out as paper again and again."""
MOST = 3
"""The most changes that are told of one section on one day."""
LEAD = 2
"""The first lines of `top`, title and description, stand in lists and not on paper."""


class Change(Closed):
    """A new sentence in a section; empty where sentences were only taken out."""

    section: Text
    text: str


class Version(Closed):
    """A day on which a page came out changed."""

    day: Day
    changes: tuple[Change, ...]


class Versions(Closed):
    """The versions of one page in one language, the newest last."""

    wording: dict[str, str]
    """By section: how its lines stand in the newest version."""
    versions: tuple[Version, ...]


class VersionsFile(Closed):
    """docs/_data/versions.yml."""

    pages: dict[str, Versions]
    """By language and path: 'kk/sheets/map'."""


def wording(page: Page) -> dict[str, str]:
    """Return how the lines of each section of a page stand."""
    return {section.id: section.wording for section in page.sections.values()}


def released(page: Page, known: Versions | None, day: date) -> Versions:
    """Return the versions with today's, where the page has changed since the last."""
    today = wording(page)
    if known is None:
        return Versions(wording=today, versions=(Version(day=day, changes=()),))
    if today == known.wording:
        return known
    fresh = Version(day=day, changes=tuple(_changes(page, known.wording)))
    if not fresh.changes:
        return Versions(wording=today, versions=known.versions)
    earlier = known.versions
    if earlier and earlier[-1].day == day:  # two releases on one day are one for the reader
        fresh = Version(day=day, changes=(*earlier[-1].changes, *fresh.changes))
        earlier = earlier[:-1]
    return Versions(wording=today, versions=(*earlier, fresh))


def _changes(page: Page, before: dict[str, str]) -> Iterator[Change]:
    for section in page.sections.values():
        lead = LEAD if section.id == TOP else 0
        known = before.get(section.id, "").split()
        lines = section.lines[lead:]
        fresh = [line for line in lines if line.strip() and line_hash(line) not in known]
        texts = [text for text in map(plain, fresh) if text.strip("-_ :")][:MOST]
        if texts:
            yield from (Change(section=section.id, text=text) for text in texts)
        elif section.wording.split()[lead:] != known[lead:]:
            yield Change(section=section.id, text="")
    if before.keys() - page.sections.keys():  # of a section that is gone, the page tells
        yield Change(section=TOP, text="")
