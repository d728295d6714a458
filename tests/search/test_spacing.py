"""A word is found where its parts are typed apart, and two words where they are typed together."""

import pytest

from kb.model.languages import LANGUAGES
from kb.search.documents import documents
from kb.search.engine import search
from kb.search.normalise import words
from kb.search.spacing import spaced
from tests.real import library
from tests.search.page import PageSearch
from tests.search.real_index import index, reader

MOST = 100
"""Words of a part that are looked at."""


@pytest.mark.parametrize(
    ("edition", "typed", "written"),
    [
        ("en", "work place", "workplace"),
        ("en", "free lancer", "freelancer"),
        ("ru", "проф союз", "профсоюз"),
        ("ru", "вступить в проф союз", "вступить в профсоюз"),
        ("ru", "само занятые", "самозанятые"),
        ("ru", "работо дателю", "работодателю"),
        ("uz", "prof soyuz", "profsoyuz"),
        ("uz-cyrl", "проф союз", "профсоюз"),
        ("kk", "кәсіп одақ", "кәсіподақ"),
        ("kk", "касип одак", "касиподак"),
        ("kk", "кәсіп одағына", "кәсіподағына"),
        ("kk", "еңбек ақы", "еңбекақы"),
        ("kk", "айып пұл", "айыппұл"),
        ("ky", "проф союз", "профсоюз"),
        # together
        ("uz", "kasabauyushma", "kasaba uyushma"),
        ("uz", "ishhaqi", "ish haqi"),
        ("uz-cyrl", "касабауюшма", "касаба уюшма"),
        ("uz-cyrl", "ишберувчи", "иш берувчи"),
        ("kk", "жұмысберуші", "жұмыс беруші"),
        ("ky", "кесиптикбирлик", "кесиптик бирлик"),
        ("ky", "эмгекакы", "эмгек акы"),
        ("ky", "ишберүүчү", "иш берүүчү"),
    ],
)
def test_what_is_typed_apart_or_together_finds_what_is_written(
    edition: str, typed: str, written: str
) -> None:
    page = PageSearch(index(edition).files)
    answer = search(reader(edition), typed)

    assert search(reader(edition), written) == answer
    assert page.search(written) == page.search(typed)
    assert [one[:2] for one in page.search(typed)["found"]] == [
        [one.document, one.part] for one in answer.results
    ]


@pytest.mark.parametrize(
    ("language", "query"),
    [
        # two words that the pages know as one too, and have side by side
        ("en", "home work"),
        ("en", "over time"),
        ("en", "pay slip"),
        ("ru", "без опасности"),
        # the second is but an ending of the first, or too short to tell
        ("kk", "адам мен"),
        ("kk", "шарт пен келісім"),
        ("ru", "о плате"),
        ("ru", "за работок"),
        # neither is
        ("en", "trade union"),
        ("ru", "не платят"),
        ("ru", "100 000 сум"),
        ("kk", "жұмыс беруші"),
        ("ky", "иш берүүчү"),
        # no wording of two words
        ("en", "unionising"),
        ("uz", "profsoyuz"),
    ],
)
def test_other_words_stay_as_they_were_typed(language: str, query: str) -> None:
    assert words(query) == spaced(reader(language), words(query))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_of_a_page_are_joined_or_parted(language: str) -> None:
    own = reader(language)
    texts = [part.text for one in documents(library(), language) for part in one.parts]
    told = [words(text)[:MOST] for text in texts[::9]]

    assert [] == [
        (ours, theirs)
        for asked in told
        for ours, theirs in [(asked, spaced(own, asked))]
        if ours != theirs
    ]


def test_a_query_of_words_typed_together_is_no_longer_than_others() -> None:
    answer = search(reader("ky"), " ".join(["ишберүүчү"] * 12))

    assert ("иш", "берүүчү") * 6 == answer.asked
