import pytest

from kb.model.library import Library
from kb.model.page import Page, read_page
from kb.model.source import Source
from kb.search.candidates import slip_cost
from kb.search.engine import search
from kb.search.index import make_index
from kb.search.reading import Reader
from tests.real import ROOT, library
from tests.search.page import PageSearch
from tests.search.real_index import index, reader


@pytest.mark.parametrize(
    ("language", "query", "path"),
    [
        ("en", "dues", "recruit/dues"),
        ("en", "who may join kyrgyzstan", "law/kg/joining"),
        ("en", "курьеров", "recruit/cases/kazakhstan-couriers"),
        ("en", "kuryerlar", "recruit/platform-workers"),
        ("en", "foresigth", "foresight/index"),
        ("en", "вгуы", "recruit/dues"),
        ("ru", "ghjacj.p", "law/kg/joining"),
        ("uz", "Ўзбекистонда касаба уюшмасига аъзо", "law/uz/joining"),
        ("ky", "бирликке кантип кирем", "law/kg/joining"),
    ],
)
def test_a_query_finds_its_page_among_the_first_five(language: str, query: str, path: str) -> None:
    own = reader(language)

    assert path in [own.text(one.part).path for one in search(own, query).results[:5]]


@pytest.mark.parametrize(
    ("query", "meant"),
    [("stike", "strike"), ("inspektion", "inspection"), ("вгуы", "dues"), ("dues", "")],
)
def test_a_slip_is_named(query: str, meant: str) -> None:
    assert meant == search(reader("en"), query).suggestion


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("касаба уюшмси", "касаба уюшмаси"),
        ("мехнат шартномси", "меҳнат шартномаси"),
        ("меҳнат инспекцяси", "меҳнат инспекцияси"),
        ("ёлланма курерлар", "ёлланма курьерлар"),
        ("kasaba uyushmsi", "касаба уюшмаси"),
    ],
)
def test_a_slip_is_named_in_the_letters_of_the_edition(query: str, meant: str) -> None:
    """Uzbek is written in Latin letters; who reads Cyrillic is offered no others."""
    own = index("uz-cyrl")

    assert meant == search(reader("uz-cyrl"), query).suggestion
    assert meant == PageSearch(own.files).search(query)["suggestion"]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("касаба уюшмасига хайдовчи", "kasaba uyushmasiga haydovchi"),
        ("курер мехнат шартномоси", "kuryer mehnat shartnomosi"),
        ("иш хакки туламади", "ish haqqi to'lamadi"),
        ("интпекция шикояти", "inspeksiya shikoyati"),
        ("inspeksya shikoyati", "inspeksiya shikoyati"),
    ],
)
def test_a_slip_is_named_in_latin_letters_among_latin_letters(query: str, meant: str) -> None:
    """The words beside it were typed right, some as the glossary writes them in Cyrillic."""
    assert meant == search(reader("uz"), query).suggestion
    assert meant == PageSearch(index("uz").files).search(query)["suggestion"]


@pytest.mark.parametrize(("language", "country"), [("ru", "kz"), ("kk", "kz"), ("ky", "kg")])
def test_a_name_in_other_letters_is_no_slip_of_another_word(language: str, country: str) -> None:
    """'Яндекс' is not 'индекс': another first letter makes another word."""
    answer = search(reader(language), "Яндекс")
    paths = [reader(language).text(one.part).path for one in answer.results]

    assert ("", f"law/{country}/platform-work") == (answer.suggestion, paths[0])
    theirs = PageSearch(index(language).files).search("Яндекс")
    assert ["", len(paths)] == [theirs["suggestion"], len(theirs["found"])]


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "!?… —",
        "😀🎉",
        "عربي مرحبا",
        "עברית",
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "\0",
    ],
)
def test_odd_queries_break_nothing(query: str) -> None:
    answer = search(reader("en"), query)
    theirs = PageSearch(index("en").files).search(query)

    assert len(answer.results) == len(theirs["found"])


def test_a_query_of_ten_thousand_letters_is_cut() -> None:
    answer = search(reader("kk"), "ж" * 10_000)

    assert [] == answer.results
    assert {"found": [], "suggestion": "", "keys": []} == PageSearch(index("kk").files).search(
        "ж" * 10_000
    )


def test_a_word_that_nobody_wrote_finds_nothing() -> None:
    assert [] == search(reader("en"), "xyzzyqqvw").results


def written(language: str, **texts: str) -> Reader:
    """Return the index of pages that hold one sentence each, by path."""
    made = Library(ROOT, {language: {}}, search_rules=library().search_rules)
    for path, text in texts.items():
        front = "title: A\ndescription: B\nkind: guide\ncountries: []\n"
        days = "checked: 2026-11-02\ncheck_by: 2027-05-02\n"
        whole = f"---\n{front}{days}---\n\n# A {{ #top }}\n\n## C {{ #c }}\n\n{text}\n"
        page = read_page(Source(f"docs/{language}/{path}.md", whole), language, path)
        assert isinstance(page, Page)
        made.pages[language][path] = page
    return Reader(make_index(made, language).files.get)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "organiser", "organisers"),
        ("uz", "oʻt", "ot"),
        ("kk", "қол", "кол"),
        ("ru", "договор", "договоров"),
        ("ky", "бирикме", "бирикменин"),
    ],
)
def test_of_two_pages_the_one_with_the_typed_form_stands_first(
    language: str, one: str, other: str
) -> None:
    """The stem is the same, or the letters fold to the same; both are found."""
    own = written(language, one=one, other=other)
    paths = {
        query: [own.text(found.part).path for found in search(own, query).results]
        for query in (one, other)
    }

    assert {one: ["one", "other"], other: ["other", "one"]} == paths


def test_a_slip_is_mended_into_the_form_that_was_meant() -> None:
    own = written("ru", one="Пришли инспектора.", other="Инспекторам сказали. Инспекторам.")

    assert "инспектора" == search(own, "инспиктора").suggestion


@pytest.mark.parametrize(
    ("typed", "meant"), [("хаки", "ҳақи"), ("retying", "reyting"), ("кул", "қўл")]
)
def test_letters_of_another_keyboard_and_softened_ends_are_found(typed: str, meant: str) -> None:
    text = "Унинг ҳақи, reyting, қўл."
    own = written("uz", one=text, other="Халқ, ҳар ким.", same=text)

    assert meant == search(own, typed).suggestion
    assert "other" != own.text(search(own, typed).results[0].part).path


def test_markup_in_a_page_stays_text() -> None:
    own = written("en", one="The worker <b>wrote</b> &lt;script&gt;alert(1)&lt;/script&gt; there.")
    found = own.text(search(own, "worker wrote").results[0].part)

    assert "The worker wrote <script>alert(1)</script> there." == found.text


def test_the_glossary_has_one_entry_among_pages() -> None:
    own = reader("en")
    kinds = [own.facet("kind", one.document) for one in search(own, "trade union").results[:5]]

    assert kinds.count("term") <= 1


@pytest.mark.parametrize(
    ("key", "word", "cost"),
    [
        ("strik", "strik", 0.0),
        ("strik", "stik", 0.12),
        ("strik", "strki", 0.12),
        ("strik", "strikes", 0.06),
        ("hudud", "xudud", 0.06),
        ("strik", "wagon", None),
    ],
)
def test_a_slip_costs_by_what_was_changed(key: str, word: str, cost: float | None) -> None:
    assert cost == pytest.approx(slip_cost(key, word, 1.0, frozenset({"hx", "xh"})))


def test_a_word_whose_bare_form_looks_inflected_is_found_by_its_forms() -> None:
    """'пахта' is counted under 'пах', as if 'та' were an ending; 'пахтадан' leads there."""
    own = written("ky", cotton="Пахта теримчилер", other="Башка иш")

    assert ["cotton"] == [own.text(one.part).path for one in search(own, "пахтадан").results]


@pytest.mark.parametrize(
    ("language", "word", "derived"),
    [
        ("en", "employ", "employable"),
        ("ru", "вступить", "вступление"),
        ("uz", "savdo", "savdogar"),
        ("kk", "сауда", "саудагер"),
        ("ky", "соода", "соодагер"),
    ],
)
def test_words_derived_from_a_known_one_are_found_after_it(
    language: str, word: str, derived: str
) -> None:
    own = written(language, aaa=derived, zzz=word)

    assert ["zzz", "aaa"] == [own.text(one.part).path for one in search(own, word).results]
