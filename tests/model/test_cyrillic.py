"""Uzbek in Cyrillic letters: the rules of the alphabet, loan words, names, dates."""

import pytest

from kb.model.cyrillic import Cyrillic
from tests.uzbek import latin

TURNER = Cyrillic(
    kept=("Glovo", "IT", "Yandex", "Go", "QR"),
    words={
        "sentabr": "сентябрь",
        "inspeksiya": "инспекция",
        "kuryer": "курьер",
        "obyekt": "объект",
        "rol": "роль",
        "YI": "ЕИ",
        "YaTT": "ЯТТ",
    },
)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("elektron yer ekan", "электрон ер экан"),
        ("poema, aeroport, meʼmor", "поэма, аэропорт, меъмор"),
        ("Yevropa, Oʻzbekiston, Gʻijduvon", "Европа, Ўзбекистон, Ғиждувон"),
        ("yoʻl, yoʻq, yosh, dunyo", "йўл, йўқ, ёш, дунё"),
        ("yuzta yangi oyna", "юзта янги ойна"),
        ("aʼzo, sanʼat, maʼno", "аъзо, санъат, маъно"),
        ("asʼhob Isʼhoq bilan", "асҳоб Исҳоқ билан"),
        ("shahar, chorshanba, tong", "шаҳар, чоршанба, тонг"),
        ("Ratifikatsiya, aytsin, ketsa", "Ратификация, айтсин, кетса"),
        ("to‘g‘risida, o'quv, a’zo", "тўғрисида, ўқув, аъзо"),
        ("ISH, CHEK, AQSh, Shu", "ИШ, ЧЕК, АҚШ, Шу"),
    ],
)
def test_the_rules_of_the_alphabet(written: str, wanted: str) -> None:
    assert wanted == TURNER.text(written)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Inspeksiyadan, INSPEKSIYA", "Инспекциядан, ИНСПЕКЦИЯ"),
        ("kuryerlarga", "курьерларга"),
        ("rol, roli, rollar", "роль, роли, роллар"),
        ("YIning, yigʻim", "ЕИнинг, йиғим"),
        ("YaTT", "ЯТТ"),
    ],
)
def test_loan_words_and_abbreviations_stand_in_the_list(written: str, wanted: str) -> None:
    assert wanted == TURNER.text(written)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Glovo va Yandex Goda", "Glovo ва Yandex Go-да"),
        ("Glovoning kuryeri", "Glovo-нинг курьери"),
        ("Goʻda, Italiya", "Гўда, Италия"),
        ("QR-kodni IT sohasida", "QR-кодни IT соҳасида"),
        ("Wolt, StreetNet", "Wolt, StreetNet"),
        ("VIII asr, I bob", "VIII аср, I боб"),
    ],
)
def test_names_and_roman_figures_stay(written: str, wanted: str) -> None:
    assert wanted == TURNER.text(written)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("https://lex.uz/docs/1 sahifasi", "https://lex.uz/docs/1 саҳифаси"),
        ("adilet.zan.kz saytida", "adilet.zan.kz сайтида"),
        ("a.b@ilo.org ga yozing", "a.b@ilo.org га ёзинг"),
        ("Topildi: {n}", "Топилди: {n}"),
        ("127.0.0.1:8000/s/siki", "127.0.0.1:8000/s/siki"),
    ],
)
def test_addresses_and_what_is_filled_in_stay(written: str, wanted: str) -> None:
    assert wanted == TURNER.text(written)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2026-yil 2-sentabrda", "2026 йил 2 сентябрда"),
        ("2026-yilgi, 60-yillar, 87-sonli", "2026 йилги, 60-йиллар, 87-сонли"),
        ("{d}-sentabr, {y}", "{d} сентябрь, {y}"),
    ],
)
def test_cyrillic_writes_dates_without_a_hyphen(written: str, wanted: str) -> None:
    """So lex.uz writes them: '2022 йил 28 апрель', but '5-модда'."""
    assert wanted == TURNER.text(written)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("конституция", "konstitutsiya"),
        ("инспекция", "inspeksiya"),
        ("Европа поэма объект курьер", "Yevropa poema obyekt kuryer"),
        ("Исҳоқ йўл шеър", "Isʼhoq yoʻl sheʼr"),
    ],
)
def test_the_way_back_has_rules_of_its_own(written: str, wanted: str) -> None:
    assert wanted == latin(written)
