"""A PDF of one page: A4, tagged for screen readers, with fonts inside; the same bytes each time."""

import hashlib
import warnings
from functools import cache
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kb.paper.article import Article
from kb.paper.tables import with_columns

FONTS = Path(__file__).parent / "fonts"
SIZES = ("", "kb-smaller", "kb-smallest")
"""How a sheet is set until it fits onto one page; see paper.css."""
FACES = (
    ("Birge", "NotoSans-Regular.ttf", "normal", "normal"),
    ("Birge", "NotoSans-Bold.ttf", "bold", "normal"),
    ("Birge", "NotoSans-Italic.ttf", "normal", "italic"),
    ("Birge", "NotoSans-BoldItalic.ttf", "bold", "italic"),
    ("Birge Signs", "Signs.ttf", "normal", "normal"),
)
"""Name, file, weight and style of each font; they stand beside this module."""


class NoPaperError(RuntimeError):
    """The libraries that set paper are not on this machine."""


def page_html(article: Article, site_url: str) -> str:
    """Return the page as a document of its own; links lead to the site in the open."""

    def on_the_site(address: str, anchor: str) -> str:
        if address == article.address and anchor:
            return f"#{anchor}"
        return escape(f"{site_url}{address}{f'#{anchor}' if anchor else ''}")

    return (
        f'<!doctype html><html lang="{article.language}"><head><meta charset="utf-8">'
        f"<title>{escape(article.title)}</title></head>"
        f'<body class="kb-{article.kind}">{article.mark}{article.draft}'
        f"{with_columns(article.linked(on_the_site))}</body></html>"
    )


def pdf(html: str, style: str, *, one_page: bool = False) -> bytes:
    """Return the document as PDF/UA; a sheet is set smaller until it fits onto one page."""
    document = None
    for size in SIZES if one_page else SIZES[:1]:
        document = _rendered(html.replace('<body class="', f'<body class="{size} ', 1), style)
        if len(document.pages) == 1:
            break
    identifier = hashlib.sha256(html.encode()).digest()[:16]
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)  # type: ignore[union-attr]
    return made


def _rendered(html: str, style: str) -> Any:  # noqa: ANN401 - WeasyPrint ships no types
    weasyprint, fonts = _tools()
    return weasyprint.HTML(string=html).render(stylesheets=[_sheet(style)], font_config=fonts)


@cache
def _sheet(style: str) -> Any:  # noqa: ANN401 - the same
    weasyprint, fonts = _tools()
    return weasyprint.CSS(string=faces() + style, font_config=fonts)


@cache
def _tools() -> tuple[Any, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", EncodingWarning)  # theirs, not ours
        try:
            import weasyprint  # noqa: PLC0415 - it needs Pango; the site is built without it too
            from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
        except OSError as error:  # a library of the system is missing
            raise NoPaperError(str(error).partition("\n")[0]) from error
    return weasyprint, FontConfiguration()


def faces() -> str:
    """Return the rules that name the fonts."""
    return "\n".join(
        f'@font-face {{ font-family: "{name}"; src: url("{(FONTS / file).as_uri()}");'
        f" font-weight: {weight}; font-style: {slant}; }}"
        for name, file, weight, slant in FACES
    )


@cache
def made_with() -> str:
    """Return what the look of a PDF rests on beside its text: fonts and the library's version."""
    fonts = hashlib.sha256(b"".join((FONTS / face[1]).read_bytes() for face in FACES))
    return f"weasyprint {version('weasyprint')} {fonts.hexdigest()}"
