"""Addresses that were given out: short links on paper, pages that moved, outside links left out."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, model_validator

from kb.model.evidence import Address, Closed, Day, Slug, Text
from kb.model.page import TOP

CONSONANTS = "bdfghkmnprstvz"
VOWELS = "aeiu"
"""Letters that are read alike on paper and over the telephone; no o, no l."""
SYLLABLES = [consonant + vowel for consonant in CONSONANTS for vowel in VOWELS]


PATH = re.compile(r"^(?P<path>[a-z0-9-]+(?:/[a-z0-9-]+)*)\Z")


def _is_path(text: str) -> str:
    if not PATH.match(text):
        raise ValueError(f"'{text}' is no path of a page, such as law/kz/joining")
    return text


PagePath = Annotated[str, AfterValidator(_is_path)]
"""A page below its language's folder, without '.md'; nothing that could lead out of the site."""


class AddressesFile(Closed):
    """docs/_data/short-links.yml; entries are added, never changed."""

    links: dict[Slug, Text]
    """By short id: a page's path, with '#' and a section's id where it leads to a section."""
    moved: dict[PagePath, PagePath]
    """By old path: the path to which a page was moved."""


class IgnoredLink(Closed):
    """An outside link that the weekly test leaves out, until a day."""

    address: Address
    reason: Text
    since: Day
    check_by: Day

    @model_validator(mode="after")
    def _ends(self) -> "IgnoredLink":
        if self.check_by <= self.since:
            raise ValueError(f"check_by {self.check_by} is not after since {self.since}")
        return self


class IgnoredLinksFile(Closed):
    """docs/_data/ignored-links.yml."""

    ignored: tuple[IgnoredLink, ...]


def landing(target: str, moved: Mapping[str, str]) -> tuple[str, str]:
    """Return the page to which a target leads today, and the section, empty for the whole page."""
    path, _, section = target.partition("#")
    return moved.get(path, path), section


def shorts_by_page(links: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return, by page, the short ids of its sections; its own stands under 'top'."""
    found: dict[str, dict[str, str]] = {}
    for short, target in links.items():
        path, _, section = target.partition("#")
        found.setdefault(path, {})[section or TOP] = short
    return found


def new_short_id(target: str, taken: set[str]) -> str:
    """Return a pronounceable id of two or more syllables that is not taken.

    The same target gets the same id in every copy of the files, unless it is taken.
    """
    number = sum((place + 1) * ord(letter) for place, letter in enumerate(target))
    width = 2
    while True:
        for step in range(len(SYLLABLES) ** width):
            short = _spelled(number + step, width)
            if short not in taken:
                return short
        width += 1


def _spelled(number: int, width: int) -> str:
    syllables = []
    for _ in range(width):
        number, rest = divmod(number, len(SYLLABLES))
        syllables.append(SYLLABLES[rest])
    return "".join(syllables)
