"""A sheet or a training plan as a document that a union changes in Word or LibreOffice."""

import base64
import io
import re
import tempfile
from datetime import date
from functools import cache
from html import escape, unescape
from pathlib import Path

import segno

from kb.paper.article import CUT
from kb.paper.pandoc import converted, default_file
from kb.paper.zips import unzipped, zipped

TITLE = re.compile(r"<h1\b[^>]*>.*?</h1>", re.DOTALL)
CODE = re.compile(r"<svg[^>]*aria-label=\"(?P<address>[^\"]*)\".*?</svg>", re.DOTALL)
BOX = re.compile(r"<div class=\"admonition [a-z]+\">")
BOX_TITLE = re.compile(r"<p class=\"admonition-title\">(?P<title>.*?)</p>", re.DOTALL)
HEAD_CELL = re.compile(r"<th\b[^>]*>(?P<text>.+?)</th>", re.DOTALL)
A4 = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="737" w:right="851" w:bottom="737"'
    ' w:left="851" w:header="400" w:footer="400" w:gutter="0"/>'
)
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>' for side in SIDES)
BOX_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="{size}" w:space="4" w:color="000000"/>'
    for side, size in (("top", 4), ("left", 24), ("bottom", 4), ("right", 4))
)
BOX_STYLE = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Box"><w:name w:val="Box"/>'
    f'<w:basedOn w:val="BodyText"/><w:pPr><w:pBdr>{BOX_BORDERS}</w:pBdr>'
    '<w:ind w:left="120" w:right="120"/></w:pPr></w:style>'
)
"""A style of our own for boxes: paragraphs of one box share one frame."""
CUT_STYLE = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Cut"><w:name w:val="Cut"/>'
    '<w:basedOn w:val="BodyText"/><w:pPr><w:pBdr>'
    '<w:top w:val="dashed" w:sz="8" w:space="4" w:color="000000"/></w:pBdr>'
    '<w:spacing w:before="360"/></w:pPr><w:rPr><w:sz w:val="16"/></w:rPr></w:style>'
)
"""A style of our own for the line at which a letter is cut off."""
CHANGES = (
    ("</w:styles>", f"{BOX_STYLE}{CUT_STYLE}</w:styles>"),
    (
        '<w:sz w:val="24" />\n        <w:szCs w:val="24" />',
        '<w:sz w:val="20"/><w:szCs w:val="20"/>',
    ),
    ('<w:spacing w:after="200" />', '<w:spacing w:after="80"/>'),
    ('<w:spacing w:before="180" w:after="180" />', '<w:spacing w:before="60" w:after="60"/>'),
    ('<w:tblInd w:w="0" w:type="dxa" />', f"<w:tblBorders>{BORDERS}</w:tblBorders>"),
)
"""What of pandoc's own style does not fit a form: letters, spaces, tables without lines."""


def docx(html: str, day: date) -> bytes:
    """Return the page, as `html_to_pdf.page_html` gives it, as DOCX."""
    with tempfile.NamedTemporaryFile(suffix=".docx", prefix="kb-") as file:
        Path(file.name).write_bytes(style())
        return converted(for_word(html), "docx", day, reference_doc=file.name)


def for_word(html: str) -> str:
    """Return the page as Word shows it best: title once, mark last."""
    html = BOX.sub('<div custom-style="Box">', TITLE.sub("", html, count=1))
    html = CUT.sub(lambda line: f'<div custom-style="Cut">{line[0]}</div>', html)
    html = BOX_TITLE.sub(r"<p><strong>\g<title></strong></p>", html)
    html = HEAD_CELL.sub(r"<th><strong>\g<text></strong></th>", html)
    start = html.index('<div class="kb-mark">')
    end = html.index("</div>", start) + len("</div>")
    mark = CODE.sub(lambda code: picture(unescape(code["address"])), html[start:end])
    return f"{html[:start]}{html[end:]}".replace("</body>", f"<hr>{mark}</body>")


def picture(address: str) -> str:
    """Return a QR code as an image that stands in the document itself."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="png", scale=6, border=2)
    data = base64.b64encode(drawn.getvalue()).decode()
    image = f'<img src="data:image/png;base64,{data}" alt="{escape(address)}" width="70">'
    return f"<p>{image}</p>"


@cache
def style() -> bytes:
    """Return the document that pandoc takes page, letters and lines from."""
    files = unzipped(default_file("reference.docx"))
    styles = files["word/styles.xml"].decode()
    for old, new in CHANGES:
        if old not in styles:
            raise ValueError(f"pandoc's style has no {old!r} any more")
        styles = styles.replace(old, new)
    files["word/styles.xml"] = styles.encode()
    document = files["word/document.xml"].decode()
    files["word/document.xml"] = document.replace("<w:sectPr>", A4).encode()
    return zipped(files)
