"""Short ids that can be read out over the telephone."""

import re

from kb.model.addresses import SYLLABLES, new_short_id

SPOKEN = re.compile(r"^(?P<syllables>(?:[bdfghkmnprstvz][aeiu])+)$")


def test_the_same_target_gets_the_same_id() -> None:
    """So that two editors who add the same link agree."""
    assert new_short_id("law/kg/joining", set()) == new_short_id("law/kg/joining", set())


def test_an_id_that_is_taken_is_never_given_again() -> None:
    taken: set[str] = set()
    for _ in range(len(SYLLABLES) ** 2 + 1):
        taken.add(new_short_id("law/kg/joining", taken))

    assert len(SYLLABLES) ** 2 + 1 == len(taken)
    assert {4, 6} == {len(short) for short in taken}
    assert all(SPOKEN.match(short) for short in taken)
