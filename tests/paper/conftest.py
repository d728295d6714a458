"""A small built page in each language, and what a reader's program sees of a PDF."""

import warnings
from dataclasses import dataclass
from datetime import date

import segno
import zxingcpp

from kb.paper.article import Article, read_article
from kb.paper.document import page_html
from kb.paper.html_to_pdf import pdf

with warnings.catch_warnings():
    warnings.simplefilter("ignore", EncodingWarning)  # it reads its own version so
    import pypdfium2

SITE = "https://birge.example.org/"
CODE = "https://birge.example.org/s/siki/?d=2026-11-02"
QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
DAY = date(2026, 11, 2)
SENTENCES = {
    "en": "Citizens from 14 who work or study, and pensioners, may join: “ask first”.",
    "ru": "Вступить могут граждане с 14 лет; объём взносов — 1 %, подъезд №\u00a03.",
    "uz": "Oʻzbekistonda aʼzo boʻlish uchun gʻoya kerak; ўзбек кирилл: ғ, қ, ҳ, ў.",
    "kk": "Әрбір қызметкер кәсіподаққа кіре алады: ғ, қ, ң, ө, ұ, ү, і, һ.",
    "ky": "Ар бир жаран мүчө боло алат: өкүл, үн, таң, көмөк.",
}


@dataclass(frozen=True)
class Seen:
    """What stands on the pages of a PDF."""

    texts: list[str]
    codes: list[list[str]]
    tagged: bool

    @property
    def words(self) -> set[str]:
        return set(" ".join(self.texts).split())


def seen(raw: bytes) -> Seen:
    """Return a PDF as a reader's program shows it."""
    document = pypdfium2.PdfDocument(raw)
    pages = [document[number] for number in range(len(document))]
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    pictures = [page.render(scale=2).to_pil().convert("L") for page in pages]
    codes = [[found.text for found in zxingcpp.read_barcodes(picture, QR)] for picture in pictures]
    return Seen(texts, codes, bool(pypdfium2.raw.FPDFCatalog_IsTagged(document.raw)))


def built_page(language: str, text: str, kind: str = "law") -> str:
    """Return a page as the site's templates build it, as far as paper asks."""
    code = segno.make(CODE, error="m", micro=False).svg_inline(border=2, omitsize=True)
    code = code.replace("<svg ", f'<svg role="img" aria-label="{CODE}" ', 1)
    return (
        f'<!doctype html><html lang="{language}"><head><title>Birge 1 · Birge</title>'
        f'<link rel="canonical" href="{SITE}{language}/law/kz/joining/"></head><body><article>'
        f'<div class="kb-page kb-page--{kind}"><h1 id="top">Birge 1</h1>{text}</div>'
        '<section class="kb-hands"><!-- kb:papers --><!-- /kb:papers --></section>'
        f'<div class="kb-mark">{code}<p><strong>Birge 1</strong><br>birge.example.org/s/siki</p>'
        "</div></article></body></html>"
    )


def page(language: str, text: str, kind: str = "law") -> Article:
    return read_article(built_page(language, text, kind), language, "law/kz/joining", kind)


def printed(article: Article) -> Seen:
    return seen(pdf(page_html(article, SITE), DAY))
