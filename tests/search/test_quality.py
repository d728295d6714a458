import pytest

from kb.search.quality import measure, read_queries
from tests.search.real_index import HERE, reader, shelf

SETS = ("en", "ru", "uz", "uz-cyrl", "kk", "ky")
KINDS = {"exact", "inflected", "typo", "two words", "other language"}
QUERIES = 60
RANK = 0.85
RECALL = 0.95
OF_A_KIND = 0.88


@pytest.mark.parametrize("name", SETS)
def test_queries_find_their_pages(name: str) -> None:
    """At least 60 queries of each kind; what is right is told by words alone, not by stems."""
    language = name.partition("-")[0]
    measured = measure(
        reader(language), shelf(language), read_queries(HERE / "queries" / f"{name}.tsv")
    )
    count = sum(one.count for one in measured.values())
    recall = sum(one.recall * one.count for one in measured.values()) / count
    rank = sum(one.rank * one.count for one in measured.values()) / count

    assert KINDS <= set(measured)
    assert {} == {kind: one.count for kind, one in measured.items() if one.count < QUERIES}
    assert {} == {kind: one.missed for kind, one in measured.items() if one.recall < OF_A_KIND}
    assert recall >= RECALL
    assert rank >= RANK
