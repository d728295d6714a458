"""TRM01, TRM02, WRD01, WRD02, LNG01-LNG03: one thing, one word, in one alphabet."""

import pytest

from tests.knowledge_base import (
    ONE_SIDE,
    OTHER_SIDE,
    SIDES,
    TERMS,
    KnowledgeBase,
    Outcome,
    problem,
    told,
)

ONE = "type it again in one alphabet, or part a name from its ending with a hyphen: Glovo-да"
OWN = "type the word again in the alphabet of the page's language"
SIGN = "write oʻ and gʻ with ʻ (U+02BB), and any other apostrophe as ʼ (U+02BC)"
LINES = {"en": 12, "ru": 12, "uz": 12, "kk": 12, "ky": 12}


def page(language: str) -> str:
    return f"docs/{language}/law/kg/joining.md"


WORDS = [
    pytest.param(
        "en",
        "A gig worker asks.",
        "TRM01 'gig worker' is not the word of this site",
        "write 'platform worker', as docs/_data/terms.yml has it",
        id="TRM01 in English",
    ),
    pytest.param(
        "ru",
        "Платформенный занятый спрашивает.",
        "TRM01 'Платформенный занятый' is not the word of this site",
        "write 'работник платформы', as docs/_data/terms.yml has it",
        id="TRM01 at the beginning of a sentence",
    ),
    pytest.param(
        "ru",
        "Каждый **платформенный занятый** вправе.",
        "TRM01 'платформенный занятый' is not the word of this site",
        "write 'работник платформы', as docs/_data/terms.yml has it",
        id="TRM01 in bold",
    ),
    pytest.param(
        "kk",
        "Кәсiподақ көмектеседі.",
        "LNG01 the word 'Кәсiподақ' mixes Latin and Cyrillic letters",
        ONE,
        id="a Latin i in a Kazakh word",
    ),
    pytest.param(
        "ky",
        "Кесиптик биpлик жардам берет.",
        "LNG01 the word 'биpлик' mixes Latin and Cyrillic letters",
        ONE,
        id="a Latin p in a Kyrgyz word",
    ),
    pytest.param(
        "uz",
        "O'zbekistonda kasaba uyushmasi bor.",
        "LNG02 ''' is not a letter of Uzbek",
        SIGN,
        id="a straight apostrophe in Uzbek",
    ),
    pytest.param(
        "uz",
        "O`zbek va G`arb kasaba uyushmalari bor.",
        "LNG02 '`' is not a letter of Uzbek",
        SIGN,
        id="two backticks in Uzbek words, which code does not begin in",
    ),
    pytest.param(
        "uz",
        "Yo‘lchi kasaba uyushmasiga kirdi.",
        "LNG02 '‘' is not a letter of Uzbek",
        SIGN,
        id="an opening quotation mark in Uzbek",
    ),
    pytest.param(
        "uz",
        "Ma’lumot bering.",
        "LNG02 '’' is not a letter of Uzbek",
        SIGN,
        id="a closing quotation mark in Uzbek",
    ),
    pytest.param(
        "uz",
        "Tog´ yoʻli.",
        "LNG02 '´' is not a letter of Uzbek",
        SIGN,
        id="an accent at the end of an Uzbek word",
    ),
    pytest.param(
        "uz",
        "Касаба уюшмаси ёрдам беради.",
        "LNG03 'К' is not a letter of this language",
        OWN,
        id="Uzbek in Cyrillic",
    ),
    pytest.param(
        "ru",
        "Профсоюз қызметкері спрашивает.",
        "LNG03 'қ' is not a letter of this language",
        OWN,
        id="Kazakh in Russian",
    ),
    pytest.param(
        "ky",
        "Кәсіподақ жардам берет.",
        "LNG03 'ә' is not a letter of this language",
        OWN,
        id="Kazakh in Kyrgyz",
    ),
    pytest.param(
        "en",
        "A профсоюз helps.",
        "LNG03 'п' is not a letter of this language",
        OWN,
        id="Russian in English",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "what", "fix"), WORDS)
def test_a_wrong_word_or_letter_is_told(
    base: KnowledgeBase, language: str, sentence: str, what: str, fix: str
) -> None:
    """Such a word looks right on the screen, and no search finds it."""
    text = base.read(page(language))
    base.write(page(language), text.replace("{ #top }\n\n", f"{{ #top }}\n\n{sentence}\n", 1))

    assert told(problem(page(language), 12, what, fix)) == base.check()


def test_code_before_an_ending_is_code(base: KnowledgeBase) -> None:
    text = base.read(page("uz"))
    sentence = "(`kb check`ni yoki `go`ga) ishga tushiring."
    base.write(page("uz"), text.replace("{ #top }\n\n", f"{{ #top }}\n\n{sentence}\n", 1))

    assert Outcome(0, "") == base.check()


def test_a_backtick_at_the_end_of_an_uzbek_word_might_be_code_too(base: KnowledgeBase) -> None:
    text = base.read(page("uz"))
    base.write(page("uz"), text.replace("{ #top }\n\n", "{ #top }\n\nTog` yoʻli.\n", 1))

    alone = "HTM02 a backtick has no partner on its line"
    code = "write code between two backticks on one line: `make check`"
    assert (
        told(
            problem(page("uz"), 12, alone, code),
            problem(page("uz"), 12, "LNG02 '`' is not a letter of Uzbek", SIGN),
        )
        == base.check()
    )


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("uz", "Oʻzbekistonda maʼlumot bering."),
        ("uz", 'Qonun <q lang="ru">каждый гражданин</q> deydi.'),
        ("ru", 'Закон говорит <q lang="ky">ар бир жаран, өз үнү</q>.'),
        ("ky", "Мүчөлүк акы жөнүндө өзү чечет, ң."),
        ("kk", "Ұйым һәм қоғам өкілі ғана іс-әрекет жасайды."),
        ("en", "The workers’ union isn't a gig-workerless platform."),
        ("ru", "Приложение GIS и закон № VIII."),
    ],
)
def test_letters_of_the_language_are_passed_over(
    base: KnowledgeBase, language: str, sentence: str
) -> None:
    text = base.read(page(language))
    base.write(page(language), text.replace("{ #top }\n\n", f"{{ #top }}\n\n{sentence}\n", 1))

    assert base.check().code == 0


def test_a_letter_in_another_shape_brings_no_traceback(base: KnowledgeBase) -> None:
    """A pattern that ignores case takes ſ for s; the list of words knows only s."""
    base.replace(TERMS, "avoid: [gig worker]", "avoid: [boss, Kilo]")
    text = base.read(page("en"))
    base.write(
        page("en"), text.replace("{ #top }\n\n", "{ #top }\n\nThe boſs and a \u212ailo.\n", 1)
    )

    expected = [
        problem(
            page("en"),
            12,
            f"TRM01 '{word}' is not the word of this site",
            "write 'platform worker', as docs/_data/terms.yml has it",
        )
        for word in ("boſs", "\u212ailo")
    ]
    assert told(*expected) == base.check()


def test_a_word_to_avoid_is_found_in_every_form(base: KnowledgeBase) -> None:
    base.replace(TERMS, "avoid: [платформенный занятый]", "avoid: [платформенн* занят*]")
    text = base.read(page("ru"))
    sentence = "Платформенных занятых спрашивают о занятых."
    base.write(page("ru"), text.replace("{ #top }\n\n", f"{{ #top }}\n\n{sentence}\n", 1))

    what = "TRM01 'Платформенных занятых' is not the word of this site"
    fix = "write 'работник платформы', as docs/_data/terms.yml has it"
    assert told(problem(page("ru"), 12, what, fix)) == base.check()


def write_of_platform_workers(base: KnowledgeBase, kazakh: str) -> None:
    """Let the section on dues speak of platform workers, in Kazakh so."""
    said = {
        "en": "All platform workers pay.",
        "ru": "Платят все работники платформ.",
        "uz": "Barcha platforma ishchilari toʻlaydi.",
        "kk": kazakh,
        "ky": "Бардык платформа кызматкерлери төлөйт.",
    }
    for language, sentence in said.items():
        base.write(page(language), base.read(page(language)) + f"- {sentence}\n")
    for language in ("ru", "uz", "kk", "ky"):
        base.accept(language, "law/kg/joining")


def unnamed(base: KnowledgeBase, concept: str) -> Outcome:
    """Return what is told where the Kazakh section on dues has no word for a concept."""
    line = 1 + base.read(page("kk")).splitlines().index("## Қандай жарна төленеді { #dues }")
    what = f"TRM02 'dues' has no word for '{concept}'"
    fix = (
        "write платформа қызметкері; a word that is missing goes under 'also' in "
        "docs/_data/terms.yml"
    )
    return told(problem(page("kk"), line, what, fix))


def test_a_section_that_calls_a_concept_by_no_word_of_it_is_told(base: KnowledgeBase) -> None:
    write_of_platform_workers(base, "Барлығы төлейді.")

    assert unnamed(base, "platform worker") == base.check()


@pytest.mark.parametrize("sign", ["’", "'", ""])
def test_a_concept_with_an_apostrophe_is_named_with_any_and_with_none(
    base: KnowledgeBase, sign: str
) -> None:
    base.replace(TERMS, "en: {term: platform worker,", "en: {term: platforms’ worker,")
    write_of_platform_workers(base, "Барлығы төлейді.")
    base.replace(page("en"), "All platform workers pay.", f"All platforms{sign} workers pay.")
    for language in ("ru", "uz", "kk", "ky"):
        base.accept(language, "law/kg/joining")

    assert unnamed(base, "platforms’ worker") == base.check()


def test_any_form_of_a_word_will_do(base: KnowledgeBase) -> None:
    write_of_platform_workers(base, "Онлайн-платформалардың қызметкерлері төлейді.")

    assert base.check().code == 0


def test_another_word_that_the_terms_have_will_do(base: KnowledgeBase) -> None:
    base.replace(TERMS, "kk: {term: платформа қызметкері, also: []", "kk: {term: а, also: [курьер]")
    write_of_platform_workers(base, "Курьерлер төлейді.")

    assert base.check().code == 0


def test_a_stale_section_is_not_asked_for_its_words(base: KnowledgeBase) -> None:
    """It is told as stale, and its English may speak of another thing by now."""
    base.write(page("en"), base.read(page("en")) + "\nAll platform workers pay.\n")

    assert base.check().code == 0


KK = "docs/_data/interface/kk.yml"
SAME = "give it the words of en.yml, in the same order"
INTERFACE = [
    pytest.param("  draft: Жоба аударма\n", "", 1, "the interface lacks draft", SAME, id="lacks"),
    pytest.param(
        "  draft:",
        "  more: Тағы\n  draft:",
        1,
        "the interface has more too many",
        SAME,
        id="too many",
    ),
    pytest.param(
        "  draft:",
        "  drafts:",
        1,
        "the interface lacks draft and has drafts too many",
        SAME,
        id="both",
    ),
    pytest.param(
        "words:\n  draft: Жоба аударма\n",
        "words:\n",
        1,
        "the interface lacks draft",
        SAME,
        id="lacks the first",
    ),
    pytest.param(
        "{date}",
        "{day}",
        3,
        "'checked-on' has other {…} than most languages",
        "keep {date}",
        id="another place for the day",
    ),
    pytest.param(
        "Жоба аударма",
        "Жоба {n} аударма",
        2,
        "'draft' has other {…} than most languages",
        "keep it without any",
        id="a place too many",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "what", "fix"), INTERFACE)
def test_the_interface_says_the_same_in_every_language(
    base: KnowledgeBase, old: str, new: str, line: int, what: str, fix: str
) -> None:
    base.replace(KK, old, new)

    assert told(problem(KK, line, f"WRD01 {what}", fix)) == base.check()


def test_the_interface_has_its_words_in_the_order_of_english(base: KnowledgeBase) -> None:
    first, second, third, *others = base.read(KK).splitlines()
    base.write(KK, "\n".join([first, third, second, *others, ""]))

    what = "WRD01 the interface has its words in another order"
    assert told(problem(KK, 1, what, SAME)) == base.check()


def test_the_one_language_that_differs_is_told_be_it_english(base: KnowledgeBase) -> None:
    """Four others would else be told to repeat a mistake."""
    file = "docs/_data/interface/en.yml"
    base.replace(file, "{date}", "{day}")

    what = "WRD01 'checked-on' has other {…} than most languages"
    assert told(problem(file, 3, what, "keep {date}")) == base.check()


def test_a_word_that_a_page_would_take_for_html_is_told(base: KnowledgeBase) -> None:
    base.replace(KK, "Жоба аударма", "Жоба <аударма")

    what = "WRD01 'draft' holds '<', which a page would take for HTML"
    assert told(problem(KK, 2, what, "say it in words")) == base.check()


@pytest.mark.parametrize("language", ["en", "kk"])
def test_a_language_without_its_words_is_told(base: KnowledgeBase, language: str) -> None:
    """English would stand in its pages without a word, or the build would end."""
    file = f"docs/_data/interface/{language}.yml"
    (base.root / file).unlink()

    what, fix = "WRD01 there is no such file", "write the words of the interface there"
    assert told(problem(file, 1, what, fix)) == base.check()


KG_EVIDENCE = "docs/_data/evidence/kg.yml"
IN_OTHERS = tuple(f"docs/_data/interface/{code}.yml" for code in ("kk", "ky", "ru", "uz"))
WORDS_OR_NULL = "write its words, or null where it is a heading that readers look for"


def test_where_in_a_source_it_stands_is_said_in_every_language(base: KnowledgeBase) -> None:
    base.replace(KG_EVIDENCE, 'pinpoint: "art. 2"', "pinpoint: press summary")

    lacking = [
        problem(file, 1, "WRD02 the words of the evidence lack 'press summary'", WORDS_OR_NULL)
        for file in IN_OTHERS
    ]
    assert told(*lacking) == base.check()


def test_words_or_null_for_a_pinpoint_will_do(base: KnowledgeBase) -> None:
    base.replace(KG_EVIDENCE, 'pinpoint: "art. 2"', "pinpoint: press summary")
    for file, words in zip(IN_OTHERS, ("баспасөз", "null", "null", "null"), strict=True):
        base.write(file, base.read(file) + f"  press summary: {words}\n")

    assert base.check().code == 0


def test_a_number_that_says_a_word_has_words_in_every_language(base: KnowledgeBase) -> None:
    base.replace(KG_EVIDENCE, 'number: "No. 130"', "number: Case No. 87")

    lacking = [
        problem(file, 1, "WRD02 the words of the evidence lack 'Case No. 87'", WORDS_OR_NULL)
        for file in IN_OTHERS
    ]
    assert told(*lacking) == base.check()


@pytest.mark.parametrize("side", [ONE_SIDE, OTHER_SIDE])
@pytest.mark.parametrize("words", ["", "null"])
def test_both_sides_of_a_conflict_are_told_in_every_language(
    base: KnowledgeBase, side: str, words: str
) -> None:
    """A sentence is no heading: null would leave it in English."""
    for file, both in zip(IN_OTHERS, ("kk", "ky", "ru", "uz"), strict=True):
        said = f'  "{side}": {SIDES[both][side == OTHER_SIDE]}\n'
        base.replace(file, said, f'  "{side}": {words}\n' if words else "")

    what = f"WRD02 the words of the evidence lack '{side}'"
    lacking = [problem(file, 1, what, "write its words") for file in IN_OTHERS]
    assert told(*lacking) == base.check()


def test_a_pinpoint_that_no_fact_has_is_told(base: KnowledgeBase) -> None:
    base.write(KK, base.read(KK) + "  Preamble: кіріспе сөз\n")

    line = len(base.read(KK).splitlines())
    what = "WRD02 the evidence says nowhere 'Preamble'"
    assert told(problem(KK, line, what, "remove it, or correct it")) == base.check()


def test_a_broken_english_interface_is_told_once(base: KnowledgeBase) -> None:
    """The other languages cannot be compared with it, and are not to blame."""
    base.replace("docs/_data/interface/en.yml", "words:", "words: a")

    what = "DAT01 this is not YAML: mapping values are not allowed in this context"
    fix = "quote a value that has a colon, a # or a quote sign; indent with spaces"
    assert told(problem("docs/_data/interface/en.yml", 2, what, fix)) == base.check()
