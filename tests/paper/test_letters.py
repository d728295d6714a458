"""A letter is cut from its sheet: what its sender keeps stands below the line, on every paper."""

import re
from dataclasses import replace

import pytest
from lxml import html as lxml_html

from kb.model.languages import CYRILLIC, EDITIONS
from kb.paper.document import beside_html, page_html
from kb.paper.docx import docx
from kb.paper.html_to_pdf import pdf
from kb.paper.zips import unzipped
from tests.paper.conftest import DAY, SITE, page, seen
from tests.real import ROOT, library

BUILT = ROOT / "site"
LETTERS = [
    page.path
    for page in library().all_pages()
    if page.language == "en" and "<!-- kb:cut -->" in page.lines
]
EVERY = [f"{edition}/{path}" for edition in EDITIONS for path in LETTERS]
DRAFT = '<aside class="kb-notice kb-notice--draft">Не прочитано никем.</aside>'
LETTER = """<p>Прошу заплатить.</p><p class="kb-cut">Отрежьте здесь.</p>
<h2 id="grounds">Оставьте себе</h2><p>Закон.</p>"""


def letter(language: str = "ru") -> str:
    """Return the letter as the paper of one language, with its notice."""
    return page_html(replace(page(language, LETTER, "sheet"), draft=DRAFT), SITE)


def words_of(html: str) -> str:
    return " ".join(lxml_html.document_fromstring(html).text_content().split())


def cut_word(edition: str) -> str:
    """Return how the line begins: 'Cut here'."""
    return library().word(edition, "cut-here").partition(".")[0]


def test_there_are_three_letters() -> None:
    names = ("blocked-account-request", "inspectorate-complaint", "unpaid-work-demand")

    assert [f"sheets/{name}" for name in names] == sorted(LETTERS)


def test_the_notice_of_a_draft_is_kept_by_the_sender() -> None:
    order = ("Прошу", "Отрежьте", "Не прочитано", "Оставьте")

    assert sorted(order, key=words_of(letter()).index) == list(order)


def test_the_notice_of_a_draft_stands_above_other_papers() -> None:
    article = replace(page("ru", "<p>Прошу заплатить.</p>", "sheet"), draft=DRAFT)
    told = words_of(page_html(article, SITE))

    assert told.index("Не прочитано") < told.index("Прошу")


def test_a_pdf_has_the_line_and_all_on_one_page() -> None:
    (text,) = seen(pdf(letter(), DAY)).texts

    assert text.index("Прошу") < text.index("Отрежьте здесь.") < text.index("Не прочитано")


def test_word_has_the_line() -> None:
    files = unzipped(docx(letter(), DAY))
    body, style = (files[f"word/{name}.xml"].decode() for name in ("document", "styles"))

    assert ["Отрежьте здесь."] == re.findall(
        r'<w:pStyle w:val="Cut" */>.*?<w:t[^>]*>([^<]+)</w:t>', body
    )
    assert re.search(r'w:styleId="Cut".*?<w:pBdr><w:top [^>]*w:val="dashed"', style)
    assert body.index("Отрежьте") < body.index("Не прочитано")


def test_in_two_languages_the_lines_stand_at_one_height() -> None:
    html = beside_html(page("ru", LETTER, "sheet"), page("kk", LETTER, "sheet"), SITE)

    rows = re.findall(r'<div class="kb-row">(.*?)</div></div>', html, re.DOTALL)
    assert [2] == [row.count("kb-cut") for row in rows if "kb-cut" in row]


@pytest.mark.parametrize("key", EVERY)
def test_what_is_handed_over_has_no_notes_and_no_notices(key: str) -> None:
    edition, _, path = key.partition("/")
    file = BUILT / edition / "paper" / f"{path.replace('/', '-')}.pdf"
    (text,) = seen(file.read_bytes()).texts
    above, line, below = " ".join(text.split()).partition(cut_word(edition))

    assert line
    assert [] == re.findall(r"\[\d+\]", above)
    assert re.findall(r"\[\d+\]", below)
    if edition != "en":
        made = ["draft", "script-made"] if edition == CYRILLIC else ["draft"]
        notices = [library().word(edition, key) for key in made]
        assert [] == [notice for notice in notices if notice in above]
        assert notices == [notice for notice in notices if notice in below]
