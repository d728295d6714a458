"""A PDF of one page: A4, PDF/UA for screen readers, with fonts inside; the same bytes each time.

Typst sets it by paper.typ and refuses what PDF/UA-1 does not allow; pikepdf then packs the tags,
which are most of a paper.
"""

import hashlib
import io
import re
from datetime import date
from functools import cache
from html import unescape
from importlib.metadata import version
from pathlib import Path
from typing import cast

import pikepdf
import typst

from kb.paper.markup import called, markup, quoted
from kb.paper.pandoc import seconds

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
HEAD = re.compile(
    r"<html lang=\"(?P<language>[^\"]*)\">.*?<title>(?P<title>.*?)</title>.*?"
    r"<body class=\"(?P<kind>[^\"]*)\">"
    r"(?P<mark><div class=\"kb-mark\">\s*(?P<code><svg.*?</svg>)\s*<p>(?P<lines>.*?)</p>\s*</div>)",
    re.DOTALL,
)
"""What stands before the text of a page, as `kb.paper.document` writes it."""


def pdf(html: str, day: date) -> bytes:
    """Return the document as PDF/UA-1, dated *day*; a sheet is set smaller until it fits."""
    raw = _compiler().compile(
        input=code(html).encode(),
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=seconds(day),
    )
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(cast("bytes", raw))) as paper:
        generate = pikepdf.ObjectStreamMode.generate
        paper.save(
            packed,
            object_stream_mode=generate,
            deterministic_id=True,
            fix_metadata_version=False,  # Typst wrote it right
        )
    return packed.getvalue()


def code(html: str) -> str:
    """Return the document as Typst code; `ValueError` where it has no mark."""
    head = HEAD.search(html)
    if head is None:
        raise ValueError("the document has no language, title or mark")
    drawn = head["code"].replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    settings = (
        f"lang: {quoted(head['language'].partition('-')[0])}",
        f"title: {quoted(unescape(head['title']))}",
        f"kind: {quoted(head['kind'])}",
        f"code: {quoted(drawn)}",
        f"mark: {markup(head['lines'])}",
    )
    text = html.replace(head["mark"], "")
    return f'#import "/paper.typ": *\n#show: {called("paper.with", *settings)}\n#{markup(text)}\n'


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    return typst.Compiler(root=HERE, font_paths=fonts)


@cache
def made_with() -> str:
    """Return what the look of a PDF rests on beside its text: style, fonts, versions."""
    files = [HERE / "paper.typ", *sorted(FONTS.glob("*.ttf"))]
    look = hashlib.sha256(b"".join(file.read_bytes() for file in files))
    return f"typst {version('typst')} pikepdf {version('pikepdf')} {look.hexdigest()}"
