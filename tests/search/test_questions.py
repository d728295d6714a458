"""People ask whole questions; they find what the rest of the question is about.

A line of tests/search/questions/*.tsv holds a question, the same without the words that only ask,
and the pages of which one is wanted. They were written before the words were chosen.
"""

from functools import cache

import pytest

from kb.model.languages import EDITIONS, LANGUAGES
from kb.search.engine import search
from kb.search.normalise import words
from tests.real import library
from tests.search.page import PageSearch
from tests.search.real_index import HERE, index, reader

FIRST_SEEN = 3
"""Who reads on a phone sees so many results at first."""
EACH = 8
MISSED = {
    "en": ["can I join a union if I am self-employed"],
}
"""Questions whose page stands further down; the rest of them finds it there too."""


def questions(edition: str) -> list[tuple[str, str, set[str]]]:
    """Return each question, what is left of it, and the pages that answer."""
    text = (HERE / "questions" / f"{edition}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return [(question, rest, set(paths.split("|"))) for question, rest, paths in rows]


@cache
def page(edition: str) -> PageSearch:
    return PageSearch(index(edition).files)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_question_finds_its_page_on_the_first_screen(edition: str) -> None:
    own = reader(edition)
    missed = []
    for question, _, paths in questions(edition):
        first = search(own, question).results[:FIRST_SEEN]
        missed += [] if paths & {own.text(one.part).path for one in first} else [question]

    assert EACH == len(questions(edition))
    assert MISSED.get(edition, []) == missed


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_question_finds_what_the_rest_of_it_finds(edition: str) -> None:
    own = reader(edition)

    for question, rest, _ in questions(edition):
        answer, theirs = search(own, question), page(edition).search(question)
        assert search(own, rest) == answer
        assert [(one.document, one.part) for one in answer.results] == [
            tuple(one[:2]) for one in theirs["found"]
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_only_asks_is_looked_for_where_it_is_the_whole_query(language: str) -> None:
    for phrase in library().search_rules.of(language).asking:
        asked = words(phrase)
        theirs = page(language).search(phrase)

        assert asked == reader(language).normaliser.said(asked)
        assert len(search(reader(language), phrase).results) == len(theirs["found"])


def test_how_finds_pages_that_say_how() -> None:
    own = reader("en")
    found = search(own, "how").results

    assert "how" in own.text(found[0].part).heading.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_everyday_wording_asks(language: str) -> None:
    """What only asks is taken from a query, and would be missed there."""
    said = reader(language).normaliser.said
    wordings = [phrase for one in library().everyday.values() for phrase in one.words(language)]

    assert [] == [phrase for phrase in wordings if said(words(phrase)) != words(phrase)]


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [
        ("en", "how do I join", "join"),
        ("ru", "что мне делать если уволили", "уволили"),
        ("ru", "что писать и что делать", "писать и"),
        ("ru", "делать взносы", "делать взносы"),
        ("uz", "Nima qilish kerak, oylik yoʻq?", "oylik yoʻq"),
        ("uz", "ойликни қандай олиш мумкин", "ойликни олиш"),
        ("uz", "shikoyat qilish", "shikoyat qilish"),
        ("kk", "ҚАЛАЙ мүше болуға болады", "мүше болуға"),
        ("kk", "калай муше бола ма", "муше"),
        ("ky", "кантип мүчө болсо болот", "мүчө болсо"),
    ],
)
def test_words_that_only_ask_are_left_out(language: str, asked: str, said: str) -> None:
    """Also in other letters, and as phrases whose words count elsewhere."""
    assert said.split() == reader(language).normaliser.said(words(asked))
