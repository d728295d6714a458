"""Word, slides and books: what was written stands in them; the same text, the same bytes."""

import re

import pytest

from kb.paper.article import read_article
from kb.paper.document import page_html
from kb.paper.docx import docx
from kb.paper.epub import book, epub, strict
from kb.paper.slides import outline, pptx, slides, trainer_notes
from kb.paper.tables import ROOM, for_phone, widths, with_columns
from kb.paper.zips import unzipped, zipped
from tests.paper.conftest import CODE, DAY, SENTENCES, SITE, built_page, page

KIT = """<h2 id="trainer-notes">Не білу керек?</h2><p>Бақылаушы маңызды.<sup id="fnref:a"><a
class="footnote-ref" href="#fn:a">1</a></sup></p><h2 id="slides">Қандай слайдтар?</h2>
<h3 id="slide-1">Кім шақырды?</h3><ul><li>Бір адамды <a href="../x/">ойлаңыз</a></li></ul>
<h3 id="slide-2">Неге тыңдаймыз?</h3><ul><li>Ол өз ісін біледі</li></ul>
<h2 id="sheets">Парақтар</h2><p>Жоқ.</p>"""


def text(raw: bytes, pattern: str) -> str:
    """Return the words of the parts of an office file."""
    parts = [part.decode() for name, part in unzipped(raw).items() if re.search(pattern, name)]
    return re.sub(r"<[^>]+>", "", " ".join(parts))


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sheet_in_word_says_what_was_written(language: str) -> None:
    form = f"<p>{SENTENCES[language]}</p><table><tr><td>1</td><td>____</td></tr></table>"
    html = page_html(page(language, form, "sheet"), SITE)

    raw = docx(html, DAY)
    body = unzipped(raw)["word/document.xml"].decode()
    assert SENTENCES[language] in text(raw, r"document\.xml$")
    assert 'w:w="11906"' in body
    assert [CODE] == re.findall(r'descr="(https[^"]+)"', body)
    assert raw == docx(html, DAY)


def test_paper_has_no_links_to_its_own_countries() -> None:
    links = '<p class="kb-jumps"><a href="#whom-kz">Қазақстан</a></p>\n<h3>Қазақстан</h3>'

    assert page("kk", links).text.endswith('<h1 id="top">Birge 1</h1><h3>Қазақстан</h3></div>')


def test_a_box_is_framed_in_word_and_its_title_is_bold() -> None:
    box = '<div class="admonition tip"><p class="admonition-title">Не айту керек</p><p>Сұра.</p>'

    files = unzipped(docx(page_html(page("kk", f"{box}</div>", "guide"), SITE), DAY))
    body = files["word/document.xml"].decode()
    style = files["word/styles.xml"].decode()
    assert ["Не айту керек", "Сұра."] == re.findall(
        r'<w:pStyle w:val="Box" */>.*?<w:t[^>]*>([^<]+)</w:t>', body
    )
    assert re.search(r"<w:b */>.*?Не айту керек", body)
    assert re.search(r'w:styleId="Box".*?<w:pBdr><w:top [^>]*w:val="single"', style)


class TestSlides:
    def test_each_heading_is_a_slide_without_links_and_notes(self) -> None:
        found = slides(page("kk", KIT, "kit"))

        assert ["slide-1", "slide-2"] == [slide.id for slide in found]
        assert "<ul><li>Бір адамды ойлаңыз</li></ul>" == found[0].text

    def test_a_slide_keeps_its_box_and_what_stands_below_it(self) -> None:
        box = '<div class="admonition tip"><p>Күтіңіз.</p></div>'
        kit = KIT.replace("<li>Ол өз ісін біледі</li></ul>", f"<li>Ол</li></ul>{box}<p>Енді.</p>")

        found = slides(page("kk", kit, "kit"))
        assert f"<ul><li>Ол</li></ul>{box}<p>Енді.</p>" == found[1].text

    def test_the_notes_keep_a_box_that_ends_them(self) -> None:
        box = '<div class="admonition tip"><p>Күтіңіз.</p></div>'
        kit = KIT.replace("</p><h2", f"</p>{box}<h2", 1)

        assert f"<p>Бақылаушы маңызды.</p>{box}" == trainer_notes(page("kk", kit, "kit"))

    @pytest.mark.parametrize(
        "foot",
        [
            pytest.param("", id="nothing below"),
            pytest.param('<div class="footnote"><hr><ol><li>1</li></ol></div>', id="notes below"),
        ],
    )
    def test_the_last_slide_of_a_page_ends_where_its_text_ends(self, foot: str) -> None:
        """Notes and the day of reading stand below every page, and belong to none of its parts."""
        last = '<h2 id="slides">Слайд</h2><h3 id="slide-1">Кім?</h3><div>Бір</div>'
        kit = built_page("kk", f"{last}{foot}", "kit").replace(
            "</div><section",
            '</div><p class="kb-checked" data-check-by="2027-05-21">Күні.</p><section',
        )

        article = read_article(kit, "kk", "training/x", "kit")
        assert ["<div>Бір</div>"] == [slide.text for slide in slides(article)]

    def test_the_trainer_sees_her_notes(self) -> None:
        kit = page("kk", KIT, "kit")

        assert "<p>Бақылаушы маңызды.</p>" == trainer_notes(kit)
        raw = pptx(outline(kit), DAY)
        assert "Бақылаушы маңызды." in text(raw, r"notesSlide\d+\.xml$")
        assert "Неге тыңдаймыз?" in text(raw, r"slides/slide3\.xml$")
        assert raw == pptx(outline(kit), DAY)


class TestBook:
    def test_links_between_pages_stay_inside_the_book(self) -> None:
        link = '<a href="../../../law/kz/joining/#fn:a">1</a><a href="../../../map/">2</a>'
        whole = book([page("kk", f'<h2 id="fn:a">Жарна</h2>{link}')], "kk", SITE, "Birge")

        chapter = unzipped(epub(whole, DAY))["EPUB/p-law-kz-joining.xhtml"].decode()
        assert '<h2 id="fn-a">Жарна</h2>' in chapter
        assert 'href="p-law-kz-joining.xhtml#fn-a"' in chapter
        assert f'href="{SITE}kk/map/"' in chapter

    def test_the_book_says_first_what_it_is(self) -> None:
        """Reading programs look at the first bytes, before they unpack anything."""
        raw = epub(book([page("kk", "<p>Жарна</p>")], "kk", SITE, "Birge"), DAY)

        assert b"mimetypeapplication/epub+zip" == raw[30:58]
        assert raw == epub(book([page("kk", "<p>Жарна</p>")], "kk", SITE, "Birge"), DAY)

    def test_pages_are_written_as_xml(self) -> None:
        html = '<p lang="ky">a&nbsp;&lt; b<br>c <img src="x.svg" alt="&quot;"></p>'

        expected = (
            '<p lang="ky" xml:lang="ky">a\u00a0&lt; b<br/>c <img src="x.svg" alt="&quot;"/></p>'
        )
        assert expected == strict(html)


class TestTables:
    def test_columns_share_the_page_by_what_stands_in_them(self) -> None:
        rows = [["Minutes", "What", "How"], ["10", "Open", "Who asked you to join, and how?"]]

        assert [14, 11, 75] == widths(rows)

    def test_the_longest_word_of_a_narrow_column_fits(self) -> None:
        """No word is broken, and none runs into the next column."""
        rows = [["Кәсіподақ", "а" * 60], ["ұйымдастырушысына", "б " * 300]]

        share, _ = widths(rows)
        assert share >= 100 * len("ұйымдастырушысына") / ROOM

    def test_a_column_to_write_in_has_room(self) -> None:
        assert [11, 89] == widths([["Күні", "____"], ["Орны", ""]])

    def test_a_narrow_table_is_a_table_on_a_telephone_too(self) -> None:
        table = (
            "<table><tr><th>Күні</th><th>Орны</th></tr><tr><td>1</td><td>Алматы</td></tr></table>"
        )

        columns = '<colgroup><col style="width: 47%"><col style="width: 53%"></colgroup>'
        assert table.replace("<table>", f"<table>{columns}") == for_phone(table)

    def test_a_wide_table_is_a_list_a_row_on_a_telephone(self) -> None:
        """Its words would be broken, or its last column cut."""
        rows = [["", "Не", "Ұйымдастырушысына"], ["10", "", "<b>Кәсіподақ</b>"], ["", "", ""]]
        heads, *others = (
            "".join(f"<{tag}>{cell}</{tag}>" for cell in row)
            for tag, row in zip(["th", "td", "td"], rows, strict=True)
        )
        more = f"<tr><td>{'а' * 20}</td></tr>"
        text = "".join(f"<tr>{row}</tr>" for row in (heads, *others))

        assert (
            '<dl class="kb-row"><dt>10</dt><dt>Ұйымдастырушысына</dt><dd><b>Кәсіподақ</b></dd></dl>'
            '<dl class="kb-row"><dt></dt><dt>Не</dt><dd></dd>'
            "<dt>Ұйымдастырушысына</dt><dd></dd></dl>"
            f'<dl class="kb-row"><dt>{"а" * 20}</dt><dd></dd></dl>'
        ) == for_phone(f"<table>{text}{more}</table>")

    def test_an_empty_head_is_left_out(self) -> None:
        table = "<table><thead><tr><th></th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>"

        assert "<thead>" not in with_columns(table)


def test_a_zip_knows_no_time_and_no_order() -> None:
    files = {"b/ә.html": b"1", "a.pdf": b"2"}

    assert zipped(files) == zipped(dict(reversed(files.items())))
    assert files == unzipped(zipped(files))
