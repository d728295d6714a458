"""Links that were printed stay: none vanishes, none changes its target."""

import hashlib
from itertools import islice

import pytest

from tests.real import library

SEALS = {
    2: "c8873b2f2abe05f7",
    1069: "5be77448158b41b8",
    1070: "de9471857906c0b1",
    1080: "5be475e881579f79",
    1085: "4930e4de20a61a8d",
}
"""How the first so many links stand, old ones first.

After `kb links new` or `kb links all` a line is added here, with the figures that
`test_the_newest_links_are_sealed` names. A line that stands here is never changed.
"""


def seal(count: int) -> str:
    links = islice(library().short_links.items(), count)
    text = "".join(f"{short} {target}\n" for short, target in links)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@pytest.mark.parametrize("count", SEALS)
def test_no_printed_link_vanishes_or_changes(count: int) -> None:
    """A page that moves is named under `moved`; its links stay as they are."""
    assert len(library().short_links) >= count
    assert SEALS[count] == seal(count)


def test_the_newest_links_are_sealed() -> None:
    count = len(library().short_links)

    assert (count, seal(count)) == list(SEALS.items())[-1]


@pytest.mark.parametrize("path", library().pages["en"])
def test_every_page_has_a_short_address(path: str) -> None:
    """Run `kb links all` when pages were added."""
    assert path in library().short_links.values()


def test_ids_are_read_alike_on_paper_and_aloud() -> None:
    assert set() == set("".join(library().short_links)) & set("lo01LO")
