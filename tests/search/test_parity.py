"""The page and the command line must not drift apart: both are run here, on the same files."""

import json

import pytest

from kb.model.languages import LANGUAGES
from kb.search.documents import documents
from kb.search.engine import search
from kb.search.index import normalisers
from kb.search.normalise import own_rules, surface, tidy, words
from kb.search.quality import read_queries
from tests.real import library
from tests.search.page import PageSearch
from tests.search.real_index import HERE, index, reader

ODD = (
    "İstanbul ΣΑΣ x² ﬁn ① съезд объект милиция o''zbek togʻ 'quoted' a_b ﷺ 😀 за́мок и\u0306 \u00ad"
)
SHARE = 6
"""Every sixth query of the sets is asked of both; each word of the site is."""


def all_text() -> str:
    """Return everything that can be found, in all languages, and words that cannot."""
    texts = [ODD]
    for language in LANGUAGES:
        for document in documents(library(), language):
            texts += [f"{document.title} {part.headings} {part.text}" for part in document.parts]
    return "\n".join(texts)


def test_both_see_the_same_words() -> None:
    text = all_text()
    page = PageSearch({})

    assert words(tidy(text)) == page.call(f"birge.words(birge.tidy({json.dumps(text)}))")


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_cut_every_word_of_the_site_alike(language: str) -> None:
    known = sorted(set(words(tidy(all_text()))))
    own = normalisers(library())[language]
    page = PageSearch({})
    theirs = json.dumps(own_rules(library().search_rules, language, own.keep))
    page.call(f"globalThis.own = birge.normaliser({theirs}), 1")
    theirs = page.call(
        f"{json.dumps(known)}.map((word) =>"
        " [own.ladder(word), birge.surface(word), own.respelled(word)])"
    )
    ours = [[own.ladder(word), surface(word), own.respelled(word)] for word in known]

    assert [] == [
        (word, mine, other)
        for word, mine, other in zip(known, ours, theirs, strict=True)
        if mine != other
    ]


@pytest.mark.parametrize("name", ["en", "ru", "uz", "uz-cyrl", "kk", "ky"])
def test_both_give_the_same_answers(name: str) -> None:
    language = name.partition("-")[0]
    page = PageSearch(index(language).files)
    ours = reader(language)
    for query in read_queries(HERE / "queries" / f"{name}.tsv")[::SHARE]:
        ours.loaded.clear()
        answer = search(ours, query.text)
        theirs = page.search(query.text)

        assert [one[:2] for one in theirs["found"]] == [
            [one.document, one.part] for one in answer.results
        ], query.text
        assert [one[2] for one in theirs["found"]] == pytest.approx(
            [one.score for one in answer.results], abs=1e-4
        )
        assert (theirs["suggestion"], theirs["keys"]) == (answer.suggestion, sorted(answer.keys))
