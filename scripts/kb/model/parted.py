"""Where something stands in a list that is parted: its id alone says it, until the list doubles."""

import hashlib
from collections.abc import Sized

from kb.model.evidence import COUNTRIES

GLOSSARY = "glossary"
"""The page of the glossary, and the folder of its parts."""
LEDGER = "evidence"
"""The folder of the ledger, whose first page names the shelves."""
JURISDICTIONS = (*COUNTRIES, "int", "other")
"""Whose texts the ledger parts; what is neither ours nor international is `other`."""
SHELVES = tuple(f"{place}{part}" for place in JURISDICTIONS for part in ("", "-reports"))
"""The shelves: for each jurisdiction one of law, one of reports, studies and news."""
FULL = 40
"""How many entries a part of the glossary holds on average before there are twice as many."""


def place(name: str, places: int) -> int:
    """Return where something stands, from 1 up: as its id says, whatever else there is."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % places + 1


def power_of_two(least: float) -> int:
    """Return the first of 1, 2, 4, … that is no less: half of all things move when it grows."""
    number = 1
    while number < least:
        number *= 2
    return number


def glossary_parts(terms: Sized) -> int:
    """Return how many parts the glossary has."""
    return power_of_two(len(terms) / FULL)


def glossary_page(term: str, terms: Sized) -> str:
    """Return the path of the part that holds a concept whole: 'glossary/5'."""
    return f"{GLOSSARY}/{place(term, glossary_parts(terms))}"
