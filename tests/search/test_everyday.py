"""A word of another language finds the pages of this one, and costs its own words nothing."""

import pytest

from kb.model.everyday import LONGEST
from kb.model.evidence import COUNTRIES
from kb.model.languages import LANGUAGES, SOURCE
from kb.search.counting import counted
from kb.search.documents import documents
from kb.search.engine import search
from kb.search.files import EVERYDAY
from kb.search.index import make_index, normalisers
from kb.search.normalise import words
from kb.search.reading import Alias, Reader
from tests.real import library
from tests.search.page import PageSearch
from tests.search.real_index import index, reader

FIRST = 5
FIRST_SEEN = 3
"""Who reads on a phone sees so many results at first."""
HOME = {"kk": ("kz",), "ky": ("kg",), "uz": ("uz",), "ru": COUNTRIES, "en": COUNTRIES}
"""The countries whose law the readers of a language ask about."""
LONGEST_ENDING = 8
SHARE = 6
"""Every sixth term is asked for."""


def first_pages(language: str, query: str) -> list[str]:
    """Return the paths of the pages that a query finds first, in order."""
    own = reader(language)
    return [own.text(one.part).path for one in search(own, query).results[:FIRST_SEEN]]


def leads(own: Reader) -> list[Alias]:
    """Return the everyday words of an index."""
    places = range(len(own.head["words"]))
    return [one for place in places for one in own.lexicon(place).aliases if one.sign == EVERYDAY]


def places_of(own: Reader, query: str) -> list[tuple[int, int]]:
    """Return the documents and parts that a query finds, in order."""
    return [(one.document, one.part) for one in search(own, query).results]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_concept_stands_on_the_pages_of_each_language(language: str) -> None:
    """Else its words lead nowhere."""
    normaliser = normalisers(library())[language]
    known = counted(library(), documents(library(), language), normaliser, language).entries
    nowhere = {
        name: concept.words(language)
        for name, concept in library().everyday.items()
        if not any(
            " ".join(map(normaliser.stem, words(phrase))) in known
            for phrase in concept.words(language)
        )
    }

    assert {} == nowhere


def test_each_page_that_a_concept_names_is_there() -> None:
    named = {path for concept in library().everyday.values() for path in concept.pages}

    assert set() == named - set(library().pages[SOURCE])


@pytest.mark.parametrize(
    ("language", "query", "path"),
    [
        ("ru", "не платят зарплату", "recruit/unpaid-work"),
        ("uz", "oylik bermayapti", "recruit/unpaid-work"),
        ("uz", "haq to'lamadi", "recruit/unpaid-work"),
        ("ky", "айлык бербейт", "recruit/unpaid-work"),
        ("kk", "жалақы бермейді", "recruit/unpaid-work"),
        ("ky", "блоктоду", "recruit/blocked-account"),
        ("uz", "akkaunt bloklandi", "recruit/blocked-account"),
        ("kk", "аккаунт бұғатталды", "recruit/blocked-account"),
        ("en", "account suspended", "recruit/blocked-account"),
        ("ru", "хозяин не платит", "recruit/unpaid-work"),
        ("ru", "начальник не отдает деньги", "recruit/unpaid-work"),
        ("ru", "отключили от приложения", "recruit/blocked-account"),
        ("ru", "упал с мопеда", "recruit/accident"),
        ("uz", "oylik berilmadi", "recruit/unpaid-work"),
        ("uz", "mehnat haqi", "recruit/unpaid-work"),
        ("uz", "aʼzo boʻlmoqchiman", "tools/can-join"),
        ("uz", "uyushmaga qoʻshilish", "tools/can-join"),
        ("uz", "bloklab qo'yishdi", "recruit/blocked-account"),
        ("kk", "ақшамды бермей жатыр", "recruit/unpaid-work"),
        ("kk", "мүше болғым келеді", "tools/can-join"),
        ("kk", "бұғаттап тастады", "recruit/blocked-account"),
        ("ky", "айлыгымды бербей атат", "recruit/unpaid-work"),
        ("ky", "кожоюн акча бербейт", "recruit/unpaid-work"),
        ("ky", "мүчө болгум келет", "tools/can-join"),
        ("ky", "кошулгум келет", "tools/can-join"),
        ("en", "reclassification", "tools/work-status"),
        ("en", "draft agreement delivery platform", "sheets/platform-agreement-headings"),
        ("ru", "дтп", "recruit/accident"),
        ("ru", "дтп курьер", "recruit/accident"),
        ("ru", "попал в аварию", "recruit/accident"),
        ("ru", "авария", "recruit/accident"),
        ("en", "road accident", "recruit/accident"),
        ("uz", "avtohalokat", "recruit/accident"),
        ("uz", "автоҳалокат", "recruit/accident"),
        ("uz", "avariya", "recruit/accident"),
        ("uz", "yiqilib tushdi", "recruit/accident"),
        ("uz", "yiqildi", "recruit/accident"),
        ("kk", "дтп", "recruit/accident"),
        ("kk", "авария", "recruit/accident"),
        ("kk", "жол апаты", "recruit/accident"),
        ("kk", "жол апатына ұшырадым", "recruit/accident"),
        ("kk", "құлап қалды", "recruit/accident"),
        ("kk", "жығылып қалды", "recruit/accident"),
        ("ky", "дтп", "recruit/accident"),
        ("ky", "авария", "recruit/accident"),
        ("ky", "жол кырсыгы", "recruit/accident"),
        ("ky", "жыгылып калды", "recruit/accident"),
        ("ky", "жыгылды", "recruit/accident"),
        ("ky", "жумуш берүүчү төлөбөдү", "recruit/unpaid-work"),
        ("ky", "төлөбөдү", "recruit/unpaid-work"),
        ("uz", "ish beruvchi to'lamadi", "recruit/unpaid-work"),
        ("ru", "профвзносы", "recruit/dues"),
        ("ru", "профвзнос", "recruit/dues"),
        ("en", "contract", "law/kz/employment-status"),
        ("ru", "договор", "law/kz/employment-status"),
        ("uz", "shartnoma", "law/uz/employment-status"),
        ("uz", "шартнома", "law/uz/employment-status"),
        ("kk", "шарт", "law/kz/employment-status"),
        ("kk", "еңбек шарты", "law/kz/employment-status"),
        ("ky", "келишим", "law/kg/employment-status"),
        ("ky", "эмгек келишими", "law/kg/employment-status"),
        ("ru", "коллективный договор", "law/kz/bargaining"),
        ("kk", "ұжымдық шарт", "law/kz/bargaining"),
        ("ky", "жамааттык келишим", "law/kg/bargaining"),
        ("ru", "суд", "law/remedies"),
        ("uz", "komissiya", "platforms/algorithms"),
        ("en", "nurse on a civil contract", "recruit/sectors/index"),
        ("en", "doctor on a civil contract", "recruit/sectors/index"),
        ("ru", "медсестра по договору ГПХ", "recruit/sectors/index"),
        ("ru", "врач гпх", "recruit/sectors/index"),
        ("uz", "hamshira shartnoma", "recruit/sectors/index"),
        ("kk", "медбике шарт", "recruit/sectors/index"),
        ("ky", "медайым келишим", "recruit/sectors/index"),
    ],
)
def test_what_people_ask_first_leads_to_the_page_that_answers(
    language: str, query: str, path: str
) -> None:
    found = search(reader(language), query).results[0]

    assert path == reader(language).text(found.part).path


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("kk", "профсоюзга калай киремин"),
        ("kk", "кәсіподаққа қалай кіремін"),
        ("kk", "кәсіподаққа қалай кіруге болады"),
        ("uz", "profsoyuzga qanday kiraman"),
        ("uz", "kasaba uyushmasiga qanday kiraman"),
        ("uz", "профсоюзга қандай кираман"),
        ("uz", "касаба уюшмасига қандай кираман"),
        ("ky", "профсоюзга кантип кирем"),
        ("ky", "кесиптик бирликке кантип кирем"),
        ("ky", "профсоюзга кантип кирсе болот"),
        ("ru", "как вступить в профсоюз"),
        ("ru", "хочу в профсоюз"),
        ("ru", "как стать членом профсоюза"),
        ("en", "how do I join a union"),
        ("en", "how do I become a member"),
    ],
)
def test_who_asks_how_to_join_is_led_to_a_page_on_joining(language: str, query: str) -> None:
    joining = {"tools/can-join", *(f"law/{country}/joining" for country in HOME[language])}

    assert joining & {*first_pages(language, query)}


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("ky", "иштен айдады"),
        ("ky", "иштен айдап салды"),
        ("ky", "жумуштан чыгарды"),
        ("ru", "уволили"),
        ("ru", "меня уволили"),
        ("uz", "ishdan haydadi"),
        ("uz", "ишдан ҳайдади"),
        ("uz", "ishdan haydashdi"),
        ("kk", "жұмыстан шығарды"),
        ("kk", "жұмыстан қуып жіберді"),
        ("en", "I was fired"),
    ],
)
def test_who_was_dismissed_is_told_whom_to_turn_to(language: str, query: str) -> None:
    own = {f"law/{country}/inspection-and-courts" for country in HOME[language]}

    assert {"law/remedies", *own} & {*first_pages(language, query)}


@pytest.mark.parametrize(
    ("language", "query", "path"),
    [
        ("en", "больница", "sheets/accident-first-hour"),
        ("en", "дәрігер", "sheets/accident-first-hour"),
        ("ru", "haydovchi", "recruit/cases/osh-taxi"),
        ("ru", "sotuvchi", "recruit/sectors/markets"),
        ("ru", "hospital", "recruit/accident"),
        ("ru", "scooter", "recruit/sectors/transport"),
        ("uz", "шофёр", "recruit/cases/osh-taxi"),
        ("uz", "қарыз", "recruit/unpaid-work"),
        ("kk", "милиция", "sheets/accident-first-hour"),
        ("kk", "dehqon", "recruit/sectors/agriculture"),
        ("kk", "скутер", "recruit/sectors/transport"),
        ("ky", "doʻkon", "recruit/sectors/markets"),
        ("ky", "haydovchi", "recruit/cases/osh-taxi"),
        ("ky", "ҳайдовчи", "recruit/cases/osh-taxi"),
    ],
)
def test_a_word_of_another_language_finds_the_page(language: str, query: str, path: str) -> None:
    own = reader(language)
    answer = search(own, query)
    theirs = PageSearch(index(language).files).search(query)

    assert path in [own.text(one.part).path for one in answer.results[:FIRST]]
    assert [one[:2] for one in theirs["found"]] == [
        [one.document, one.part] for one in answer.results
    ]
    assert (theirs["suggestion"], theirs["keys"]) == (answer.suggestion, sorted(answer.keys))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_pages_is_taken_for_another(language: str) -> None:
    own = reader(language)
    aliases = {one.words[0] for one in leads(own) if len(one.words) == 1}
    places = range(len(own.head["words"]))
    entries = [entry for place in places for entry in own.lexicon(place).entries]
    forms = {own.normaliser.fold(form) for entry in entries for form in entry.forms}
    taken = {
        (form, form[:size])
        for form in forms
        for size in range(1, len(form) + 1)
        if form[:size] in aliases and len(form) - size <= min(LONGEST_ENDING, size + 1)
    }

    assert set() == taken
    assert len(aliases) > len(library().everyday)


@pytest.mark.parametrize(("language", "asked"), [("kk", "en"), ("uz", "ru")])
def test_a_word_of_the_glossary_leads_where_it_led(
    monkeypatch: pytest.MonkeyPatch, language: str, asked: str
) -> None:
    terms = [term.words[asked].term for term in library().terms.values()]
    queries = [term for term in terms if len(words(term)) <= LONGEST][::SHARE]
    led = {  # what a concept's page is found by is another matter
        name: concept.model_copy(update={"pages": ()})
        for name, concept in library().everyday.items()
    }
    monkeypatch.setattr(library(), "everyday", led)
    own = Reader(make_index(library(), language).files.get)
    found = {query: places_of(own, query) for query in queries}
    monkeypatch.setattr(library(), "everyday", {})
    before = Reader(make_index(library(), language).files.get)

    assert {query: places_of(before, query) for query in queries} == found
    assert [] == leads(before)
