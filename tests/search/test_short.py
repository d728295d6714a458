"""One word or two, as an organiser types them, lead to a page that she needs.

A line of tests/search/short/*.tsv holds a query and the pages of which one is wanted on the first
screen. They were written before the words in docs/_data/search/everyday.yml were chosen.
"""

import pytest

from kb.model.languages import EDITIONS
from kb.search.engine import search
from tests.search.page import PageSearch
from tests.search.real_index import HERE, index, reader

FIRST_SEEN = 3
"""Who reads on a phone sees so many results at first."""
FEWEST = 100
SHARE = 9
"""Every ninth query is asked of the page too."""
FOUND = 0.94
"""The share that is found so, at least. No page is about leave, and of two good pages the other may
come first.
"""


def queries(edition: str) -> list[tuple[str, set[str]]]:
    """Return each query, and the pages that answer."""
    text = (HERE / "short" / f"{edition}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return [(query, set(paths.split("|"))) for query, paths in rows]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_short_query_finds_a_page_on_the_first_screen(edition: str) -> None:
    own = reader(edition)
    missed = []
    for query, paths in queries(edition):
        first = search(own, query).results[:FIRST_SEEN]
        missed += [] if paths & {own.text(one.part).path for one in first} else [query]

    assert FEWEST < len(queries(edition))
    assert len(missed) <= (1 - FOUND) * len(queries(edition)), missed


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_short_query_finds_the_same_in_a_browser(edition: str) -> None:
    page = PageSearch(index(edition).files)
    for query, _ in queries(edition)[::SHARE]:
        answer = search(reader(edition), query)
        theirs = page.search(query)

        assert (answer.suggestion, [[one.document, one.part] for one in answer.results]) == (
            theirs["suggestion"],
            [one[:2] for one in theirs["found"]],
        )


@pytest.mark.parametrize(
    ("edition", "query", "path"),
    [
        ("uz", "pensiya", "law/uz/self-employed"),
        ("ky", "Яндекс", "law/kg/platform-work"),
        ("kk", "Қырғызстан инспекция", "law/kg/inspection-and-courts"),
        ("uz", "Qozogʻistonda ish tashlash", "law/kz/bargaining"),
    ],
)
def test_pages_on_other_countries_stand_back_unless_one_is_named(
    edition: str, query: str, path: str
) -> None:
    """Who reads Kazakh mostly asks about Kazakhstan."""
    own = reader(edition)
    laws = [own.text(one.part).path for one in search(own, query).results]

    assert path == next(one for one in laws if one.startswith("law/") and one.count("/") > 1)
