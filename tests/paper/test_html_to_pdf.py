"""A PDF: the words that were written, a code on each page, tags, fonts inside, the same bytes."""

import multiprocessing
import re
from concurrent.futures import ProcessPoolExecutor

import pytest
from fontTools.ttLib import TTFont

from kb.model.languages import ALPHABETS
from kb.paper.document import beside_html, page_html
from kb.paper.html_to_pdf import FONTS, code, pdf
from tests.paper.conftest import CODE, DAY, SENTENCES, SITE, page, printed, seen
from tests.real import library

UZBEK_CYRILLIC = "абвгдеёжзийклмнопрстуўфхцчшъэюяқғҳ"


@pytest.mark.parametrize("language", SENTENCES)
def test_text_copied_out_is_the_text_that_was_written(language: str) -> None:
    paper = printed(page(language, f"<p>{SENTENCES[language]}</p>"))

    assert set() == set(SENTENCES[language].split()) - paper.words


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_the_fonts_hold_every_letter(face: str) -> None:
    known = set(TTFont(FONTS / f"NotoSans-{face}.ttf").getBestCmap())
    letters = "".join(ALPHABETS.values()) + UZBEK_CYRILLIC + "ʻʼ’«»“”„—–№₸§…°€"

    assert set() == {sign for sign in letters + letters.upper() if ord(sign) not in known}


def test_the_fonts_hold_every_sign_of_our_pages() -> None:
    known = {code for file in FONTS.glob("*.ttf") for code in TTFont(file).getBestCmap()}
    written = {
        sign for page in library().all_pages() for line in page.lines for sign in line if sign > " "
    }

    assert set() == {sign for sign in written if ord(sign) not in known}


def test_every_page_of_paper_carries_the_code_and_its_number() -> None:
    """Sheets fall apart; each leads back to its page."""
    paper = printed(page("kk", f"<p>{SENTENCES['kk']}</p>" * 90))

    assert len(paper.texts) > 1
    assert [[CODE]] * len(paper.texts) == paper.codes
    assert f"1 / {len(paper.texts)}" in paper.texts[0]


def test_paper_is_tagged_for_screen_readers() -> None:
    assert printed(page("ru", "<h2 id='a'>Что?</h2><p>Так.</p>")).tagged


def test_a_sheet_is_set_smaller_until_it_fits() -> None:
    text = f"<p>{SENTENCES['uz']}</p>" * 48

    assert 2 == len(printed(page("uz", text)).texts)
    assert 1 == len(printed(page("uz", text, "sheet")).texts)


def test_the_same_page_gives_the_same_bytes() -> None:
    html = page_html(page("ky", f"<p>{SENTENCES['ky']}</p>"), SITE)

    first = pdf(html, DAY)
    assert first == pdf(html, DAY)
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, fresh) as pool:
        assert first == pool.submit(pdf, html, DAY).result()


def test_links_on_paper_lead_to_the_site() -> None:
    text = '<a href="../../../sheets/map/#groups">1</a><a href="#top">2</a><a href="./">3</a>'
    html = page_html(page("kk", text), SITE)

    assert f'href="{SITE}kk/sheets/map/#groups"' in html
    assert 'href="#top"' in html
    assert f'href="{SITE}kk/law/kz/joining/"' in html


class TestTwoLanguages:
    KAZAKH = (
        '<h2 id="dues">Жарна</h2><p>Бір пайыз.<sup id="fnref:a"><a class="footnote-ref"'
        ' href="#fn:a">1</a></sup></p><div class="footnote"><ol><li id="fn:a"><p>Заң</p></li></ol>'
    )
    RUSSIAN = KAZAKH.replace("Жарна", "Взносы").replace("Бір пайыз", "Один процент")

    def test_each_section_stands_beside_the_same(self) -> None:
        html = beside_html(page("kk", f"{self.KAZAKH}</div>"), page("ru", self.RUSSIAN), SITE)

        _, *rows = code(html).split("row(")
        words = [re.findall(r"[А-ЯҒҚа-яғқіүөұәң]{3,}", row) for row in rows]
        assert [[], ["Жарна", "Бір", "пайыз", "Взносы", "Один", "процент"]] == words[:2]
        assert ["Заң", "Заң"] == words[2]

    def test_a_note_leads_to_the_note_of_its_own_language(self) -> None:
        html = beside_html(page("kk", f"{self.KAZAKH}</div>"), page("ru", self.RUSSIAN), SITE)

        assert re.findall(r'to\("(#[^"]*)"', code(html)) == ["#fn:a", "#ru:fn:a"]
        assert re.findall(r'anchor\("([^"]*)"', code(html)) == ["fn:a", "ru:fn:a"]
        assert 1 == len(seen(pdf(html, DAY)).texts)
