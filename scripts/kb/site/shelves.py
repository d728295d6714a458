"""Where the ledger keeps an instrument: a shelf for each jurisdiction, and drawers in each shelf.

The shelf's page names all that it holds, under anchors that never move. A drawer's page holds the
entries whole. Which drawer that is follows from the id alone, until a shelf needs more of them.
"""

from collections import Counter
from functools import lru_cache

from kb.model.evidence import LAW, Instrument
from kb.model.library import Library
from kb.model.parted import JURISDICTIONS, SHELVES, place, power_of_two

FULL = 32
"""How many facts a drawer holds on average before there are twice as many: the page stays light."""
FULLEST = 2 * FULL
"""How many the fullest may hold; one instrument alone is never parted."""


def shelf(instrument: Instrument) -> str:
    """Return the shelf on which an instrument stands."""
    where = instrument.jurisdiction if instrument.jurisdiction in JURISDICTIONS else "other"
    return where if instrument.kind in LAW else f"{where}-reports"


def drawer(library: Library, instrument: Instrument) -> str:
    """Return shelf and drawer of an instrument: 'kz/2'."""
    name = shelf(instrument)
    return f"{name}/{place(instrument.id, _count(library, name))}"


@lru_cache(maxsize=2)
def drawers(library: Library) -> tuple[str, ...]:
    """Return every drawer that holds something in use, shelf by shelf."""
    used = {library.facts[name].instrument for name in library.in_use if name in library.facts}
    found = {drawer(library, library.instruments[name]) for name in used}
    return tuple(sorted(found, key=lambda one: (SHELVES.index(one.partition("/")[0]), one)))


def _count(library: Library, name: str) -> int:
    key = ("drawers", name)
    if key not in library.made:
        facts: dict[str, Counter[str]] = {one: Counter() for one in SHELVES}
        for fact in library.facts.values():
            if fact.id in library.in_use:
                facts[shelf(library.instruments[fact.instrument])][fact.instrument] += 1
        for one in SHELVES:
            library.made["drawers", one] = str(needed(facts[one]))
    return int(library.made[key])


def needed(facts: Counter[str]) -> int:
    """Return how many drawers a shelf needs, from the number of facts of each instrument."""
    drawers = power_of_two(facts.total() / FULL)
    while any(_is_too_full(held) for held in _spread(facts, drawers)):
        drawers *= 2
    return drawers


def _spread(facts: Counter[str], drawers: int) -> list[list[int]]:
    held: list[list[int]] = [[] for _ in range(drawers)]
    for name, number in facts.items():
        held[place(name, drawers) - 1].append(number)
    return held


def _is_too_full(held: list[int]) -> bool:
    return len(held) > 1 and sum(held) > FULLEST
