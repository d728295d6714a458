"""What was meant is offered where it helps: not beside what was found as it was typed."""

import re
from functools import cache

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
PREFIXES = {"un", "in", "non", "dis", "не", "без", "бес"}
LONG = 6
FEW = 20
SLIPS = {"en": 70, "ru": 58, "uz": 54, "uz-cyrl": 55, "kk": 57, "ky": 49}
"""How many of the slips of the blind set are named, at least."""


@cache
def page(edition: str) -> PageSearch:
    return PageSearch(index(edition).files)


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
        ("en", "inspecton", "inspection"),
        ("en", "courrier", "courier"),
        ("en", "formalisatikon", "formalisation"),
        ("en", "driver licnece", "driver licence"),
        ("ru", "рынрк", "рынок"),
        ("ru", "договр с курьером", "договор с курьером"),
        ("uz", "farosh", "farrosh"),
        ("uz", "хукук", "huquq"),
        ("uz-cyrl", "сухбта", "суҳбат"),
        ("uz-cyrl", "накд беради", "нақд беради"),
        ("uz-cyrl", "шикоят килиш", "шикоят қилиш"),
        ("uz-cyrl", "иш хаки", "иш ҳақи"),
        ("uz-cyrl", "уч хафта ойлик йук", "уч ҳафта ойлик йук"),
        ("uz-cyrl", "булим", "бўлим"),
        ("uz", "choychaqqa", "choychaqa"),
        ("kk", "бриагда", "бригада"),
        ("ky", "курер", "курьер"),
    ],
)
def test_what_was_meant_is_offered_only_where_it_is_nearer(
    edition: str, query: str, meant: str
) -> None:
    theirs = page(edition).search(query)

    assert meant == search(reader(edition), query).suggestion
    assert meant == theirs["suggestion"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_slips_are_still_named(edition: str) -> None:
    queries = read_queries(HERE / "blind" / f"{edition}.tsv")
    typos = [query.text for query in queries if query.kind == "typo"]
    named = [query for query in typos if search(reader(edition), query).suggestion]

    assert len(named) >= SLIPS[edition]


@pytest.mark.parametrize(
    ("edition", "query"),
    [
        # regular forms, and common words, that no page has
        ("en", "boss wont pay"),
        ("en", "they film us with cameras"),
        ("ru", "начальник пристает к девочкам"),
        ("ru", "клиент наврал про заказ"),
        ("ru", "договор с Глово"),
        ("uz", "ilova kop komissiya olyapti"),
        ("uz", "akkauntimni yopib qo'ydi"),
        ("uz", "pensiya tegadimi"),
        ("uz-cyrl", "пенсия тегадими"),
        ("kk", "көлік сынды кім төлейді"),
        ("kk", "жүргізушілер одағын құрғымыз келеді"),
        ("ky", "айлыгымды бербей атат"),
        ("ky", "үйдө тигем келишим жок"),
        ("ky", "профсоюзун түзгүбүз келет"),
        # on a keyboard without the letters
        ("uz-cyrl", "тугриси"),
        ("uz-cyrl", "кувватлаш"),
        ("uz", "tugrisi"),
        # whole words are other words
        ("ru", "соцстрах"),
        ("ru", "игла проткнула палец"),
        ("uz", "tegajoqlik"),
        ("ky", "каска бербеди"),
        # neither other keys nor a slip, but both
        ("uz-cyrl", "ндфл"),
    ],
)
def test_a_form_that_no_page_has_is_no_slip(edition: str, query: str) -> None:
    theirs = page(edition).search(query)

    assert ["", ""] == [search(reader(edition), query).suggestion, theirs["suggestion"]]


@pytest.mark.parametrize(
    ("language", "negations"),
    [
        ("en", ("un", "in", "non", "dis")),
        ("ru", ("не", "без", "бес")),
        ("uz", ("ma", "mas", "siz")),
        ("kk", ("ма", "ме", "ба", "бе", "па", "пе", "сыз", "сіз")),
        ("ky", ("ба", "бе", "бо", "бө", "па", "пе", "сыз", "сиз")),
    ],
)
def test_no_word_is_mended_into_its_opposite(language: str, negations: tuple[str, ...]) -> None:
    """A word of the pages with a negation, and one without it, are not slips of each other."""
    own = reader(language)
    places = range(len(own.head["words"]))
    forms = [form for at in places for one in own.lexicon(at).entries for form in one.forms]
    asked: dict[str, str] = {}
    for negation in negations:
        having = [form for form in forms if negation in form[:-1] and len(form) > LONG]
        lacking = [form for form in forms if len(form) > LONG]
        asked |= {form.replace(negation, "", 1): form for form in having[:: len(having) // 9 or 1]}
        asked |= {_negated(form, negation): form for form in lacking[:: len(lacking) // 9]}
    offered = {query: search(own, query).suggestion for query in asked.keys() - {*forms}}

    assert {} == {query: asked[query] for query in offered if offered[query] == asked[query]}
    assert len(offered) > FEW


def _negated(form: str, negation: str) -> str:
    """Return the word with a negation where its language puts it."""
    at = 0 if negation in PREFIXES else len(form) - 2
    return form[:at] + negation + form[at:]


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
