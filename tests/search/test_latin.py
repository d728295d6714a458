"""What people type in Latin letters, or in those of messages, finds what Cyrillic finds."""

import pytest

from kb.search.engine import search
from tests.search.page import PageSearch
from tests.search.real_index import index, reader

QUERIES = {
    "ru": [
        ("kurer", "курер"),
        ("nalog", "налог"),
        ("ne platyat", "не платят"),
        ("uvolili", "уволили"),
    ],
    "uz": [("6artnoma", "shartnoma"), ("iwchi", "ishchi"), ("pencia", "pensiya")],
    "kk": [
        ("zhumys", "жұмыс"),
        ("jumys", "жұмыс"),
        ("kasipodak", "кәсіподақ"),
        ("kəsіpodaq", "кәсіподақ"),
        ("zhalaqy", "жалақы"),
        ("ailyk", "айлық"),
        ("enbek sharty", "еңбек шарты"),
        ("qurylysshy", "құрылысшы"),
        ("mushelik zharna", "мүшелік жарна"),
        ("kasipodaqqa qalai kiremin", "кәсіподаққа қалай кіремін"),
    ],
    "ky": [
        ("jumush", "жумуш"),
        ("zhumush", "жумуш"),
        ("kesiptik birimdik", "кесиптик биримдик"),
        ("ailyk", "айлык"),
        ("ayliq bербейт", "айлык бербейт"),
        ("emgek akysy", "эмгек акысы"),
        ("jalaa", "жалаа"),
        ("kuruuchu", "куруучу"),
        ("mucholuk tolom", "мүчөлүк төлөм"),
        ("profsoyuzga kantip kirem", "профсоюзга кантип кирем"),
    ],
}


@pytest.mark.parametrize(
    ("language", "latin", "own"),
    [(language, *both) for language, queries in QUERIES.items() for both in queries],
)
def test_latin_letters_find_what_the_language_finds(language: str, latin: str, own: str) -> None:
    ours = reader(language)
    answer, wanted = search(ours, latin), search(ours, own)
    theirs = PageSearch(index(language).files).search(latin)

    assert wanted.results[0].document == answer.results[0].document
    assert [one[:2] for one in theirs["found"]] == [
        [one.document, one.part] for one in answer.results
    ]
    assert (theirs["suggestion"], theirs["keys"]) == (answer.suggestion, sorted(answer.keys))


@pytest.mark.parametrize(
    ("language", "typed", "own"),
    [
        ("kk", "Qurylysshy", "курылысшы"),
        ("kk", "kəsіpodaq", "кәсіподак"),
        ("kk", "muğalım", "муғалым"),
        ("kk", "ауыл", "ауыл"),
        ("ky", "emgek", "эмгек"),
        ("ky", "ölkö", "өлкө"),
        ("ru", "zhaloba", "жалоба"),
        ("uz", "6artnoma", "shartnoma"),
        ("uz", "shikoyat", "shikoyat"),
    ],
)
def test_words_in_latin_letters_are_respelled(language: str, typed: str, own: str) -> None:
    assert own == reader(language).normaliser.respelled(typed)


@pytest.mark.parametrize(
    ("language", "query", "path"),
    [
        ("kk", "glovo", "law/kz/platform-work"),
        ("kk", "collective agreement", "recruit/agreements"),
        ("kk", "kasaba uyushmasi", "law/kz/joining"),
        ("ru", "glovo", "law/kz/platform-work"),
        ("ru", "collective agreement", "law/kg/bargaining"),
        ("uz", "wolt", "recruit/cases/georgia-couriers-and-markets"),
        ("kk", "зейнет ақы", "law/kz/self-employed"),
        ("kk", "келісім шарт", "tools/work-status"),
        ("ky", "емгек", "sheets/inspectorate-complaint"),
        ("en", "tradeunion", "law/kz/joining"),
        ("en", "selfemployed", "law/kz/self-employed"),
        ("uz", "kurier", "recruit/platform-workers"),
        ("ky", "trade union", "seminars/2022-bishkek-organising"),
        ("ky", "ghjacj.p", "tools/can-join"),
    ],
)
def test_names_other_languages_and_other_keys_are_found_as_before(
    language: str, query: str, path: str
) -> None:
    own = reader(language)

    assert path in [own.text(one.part).path for one in search(own, query).results[:5]]


@pytest.mark.parametrize(("language", "latin"), [("kk", "zhumys"), ("ky", "zhumush")])
def test_a_word_in_latin_letters_does_not_ask_the_whole_lexicon(language: str, latin: str) -> None:
    """It would be five times as much to load."""
    own = reader(language)
    search(own, latin)
    asked = [name for name in own.loaded if name.startswith("l")]

    assert len(asked) < len(own.head["words"]) / 4
