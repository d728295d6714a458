import pytest

from kb.search.quality import measure, read_queries
from tests.search.real_index import HERE, reader, shelf

SETS = ("en", "ru", "uz", "uz-cyrl", "kk", "ky")
KINDS = {"exact", "inflected", "typo", "two words", "other language"}
QUERIES = 60
RANK = 0.85
BARS = (0.95, 0.88)
"""Recall that is wanted of a set, and of each kind in it."""
FOLDERS = ("queries", "blind")
"""Queries made from the pages' words, by which the ranking was built; and those that
were written without sight of it."""


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("folder", FOLDERS)
def test_queries_find_their_pages(folder: str, name: str) -> None:
    """At least 60 queries of each kind; what is right is told by words alone, not by stems."""
    language = name.partition("-")[0]
    measured = measure(
        reader(language), shelf(language), read_queries(HERE / folder / f"{name}.tsv")
    )
    count = sum(one.count for one in measured.values())
    recall = sum(one.recall * one.count for one in measured.values()) / count
    rank = sum(one.rank * one.count for one in measured.values()) / count

    wanted, wanted_of_a_kind = BARS
    assert KINDS <= set(measured)
    assert {} == {kind: one.count for kind, one in measured.items() if one.count < QUERIES}
    assert {} == {
        kind: one.missed for kind, one in measured.items() if one.recall < wanted_of_a_kind
    }
    assert recall >= wanted
    assert rank >= RANK
