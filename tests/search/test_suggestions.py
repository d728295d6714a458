"""What was meant is offered where it helps: not beside what was found as it was typed."""

import re

import pytest

from kb.model.languages import EDITIONS
from kb.search.engine import search
from kb.search.quality import read_queries
from kb.search.suggestions import unmixed
from tests.search.page import PageSearch
from tests.search.real_index import HERE, index, reader

LATIN = re.compile(r"[a-z]", re.IGNORECASE)
CYRILLIC = re.compile(r"[а-яёәғқңөұүһіўҳ]", re.IGNORECASE)
SHARE = 3
"""Every third query of a set is asked."""


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_word_of_another_language_that_finds_is_no_slip(edition: str) -> None:
    own = reader(edition)
    queries = read_queries(HERE / "blind" / f"{edition}.tsv")
    others = [query.text for query in queries if query.kind == "other language"][::SHARE]
    offered = {query: search(own, query).suggestion for query in others}

    assert dict.fromkeys(others, "") == offered


@pytest.mark.parametrize(
    ("edition", "query", "meant"),
    [
        ("uz", "договор", ""),
        ("uz-cyrl", "договор", ""),
        ("uz-cyrl", "коллективные переговоры", ""),
        ("uz", "international labour conference", ""),
        ("kk", "устав", ""),
        ("ky", "кәсіподақ", ""),
        ("ru", "мүчөлүк төгүм", ""),
        ("kk", "glovo курьре", ""),
        ("kk", "курьре", "курьер"),
        ("uz", "kuryre", "kuryer"),
        ("uz", "курер буюртма", "kuryer buyurtma"),
        ("uz-cyrl", "kuryre", "курьер"),
    ],
)
def test_what_was_meant_is_offered_only_where_it_is_nearer(
    edition: str, query: str, meant: str
) -> None:
    theirs = PageSearch(index(edition).files).search(query)

    assert meant == search(reader(edition), query).suggestion
    assert meant == theirs["suggestion"]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("beside", ["glovo", "Яндекс", "ҳуқуқ", "xyz"])
def test_no_suggestion_has_letters_of_two_scripts(edition: str, beside: str) -> None:
    queries = read_queries(HERE / "blind" / f"{edition}.tsv")
    slips = [query.text for query in queries if query.kind == "typo"][:: 4 * SHARE]
    offered = [search(reader(edition), f"{slip} {beside}").suggestion for slip in slips]

    assert [] == [text for text in offered if LATIN.search(text) and CYRILLIC.search(text)]


@pytest.mark.parametrize(
    ("text", "offered"),
    [("kuryer", "kuryer"), ("курьер", "курьер"), ("курьер 5", "курьер 5"), ("курьер sms", "")],
)
def test_letters_of_two_scripts_are_not_offered(text: str, offered: str) -> None:
    assert offered == unmixed(text)
