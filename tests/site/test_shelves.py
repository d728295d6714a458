"""How many drawers a shelf of the ledger needs."""

from collections import Counter

from kb.model.parted import place
from kb.site.shelves import FULL, FULLEST, needed


def test_a_shelf_has_a_drawer_for_every_so_many_facts() -> None:
    facts = Counter({f"kz-law-{number}": 1 for number in range(FULL + 1)})

    assert 1 == needed(facts - Counter(["kz-law-0"]))
    assert 2 == needed(facts)


def test_a_drawer_that_is_too_full_is_parted() -> None:
    """Two laws that would fill a drawer go different ways, as their ids say."""
    first, second = "uz-trade-union-law", "uz-labour-code"
    facts = Counter({first: FULLEST - 10, second: 20})

    assert place(first, 8) == place(second, 8)
    assert 16 == needed(facts)
    assert place(first, 16) != place(second, 16)


def test_one_instrument_is_never_parted() -> None:
    """More drawers than its facts ask for would not make its own lighter."""
    assert 4 == needed(Counter({"kz-law": FULLEST + FULL + 1}))


def test_an_empty_shelf_has_one_drawer() -> None:
    assert 1 == needed(Counter())
