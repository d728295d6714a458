"""All pages of a language as one book: EPUB 3, a file a page."""

import hashlib
import json
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from html import escape
from importlib.metadata import version
from string import Template

from lxml import etree, html

from kb.model.languages import NAMES
from kb.paper.article import ANCHOR, Article
from kb.paper.tables import for_phone
from kb.paper.zips import zipped

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
HIDDEN = re.compile(r"<!--.*?-->", re.DOTALL)
MIMETYPE = {"mimetype": b"application/epub+zip"}
CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n<container version="1.0"'
    ' xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)
STYLE = (
    "body { line-height: 1.4; }"
    " table { border-collapse: collapse; width: 100%;"
    " table-layout: fixed; overflow-wrap: anywhere; }"
    " .kb-row { border-top: 1px solid; margin: 0; padding: .4em 0; }"
    " .kb-row dt { font-size: .85em; font-weight: bold; } .kb-row dd { margin: 0 0 .3em; }"
    " td, th { border: 1px solid; padding: .2em .4em; text-align: left; vertical-align: top; }"
    " .footnote-ref::before { content: '['; } .footnote-ref::after { content: ']'; }"
    " .admonition { border: 1px solid; border-left-width: .3em; padding: 0 .6em; margin: 1em 0; }"
    " .admonition-title, cite { font-weight: bold; font-style: normal; }"
    " .footnote, .kb-checked, .kb-notice { font-size: .85em; }\n"
)
PAGE = Template(
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
    ' lang="$language" xml:lang="$language"><head><title>$title</title>'
    '<link rel="stylesheet" type="text/css" href="style.css"/></head><body>$body</body></html>\n'
)
PACKAGE = Template(
    '<?xml version="1.0" encoding="utf-8"?>\n<package xmlns="http://www.idpf.org/2007/opf"'
    ' version="3.0" unique-identifier="id" xml:lang="$language">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:identifier id="id">$identifier</dc:identifier><dc:title>$title</dc:title>'
    "<dc:language>$language</dc:language><dc:date>$day</dc:date><dc:rights>CC BY 4.0</dc:rights>"
    '<meta property="dcterms:modified">${day}T12:00:00Z</meta></metadata>'
    '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml"'
    ' properties="nav"/><item id="style" href="style.css" media-type="text/css"/>$items</manifest>'
    '<spine><itemref idref="nav"/>$spine</spine></package>\n'
)


def book(articles: Sequence[Article], language: str, site_url: str, title: str) -> str:
    """Return all pages as one text, ready for `epub`; links between them stay inside the book."""
    names = {article.address: f"p-{article.name}.xhtml" for article in articles}
    chapters = [
        {
            "name": names[article.address],
            "title": article.title,
            "body": _chapter(article, names, site_url),
        }
        for article in articles
    ]
    whole = {"language": language, "title": f"{title} · {NAMES[language]}", "chapters": chapters}
    return json.dumps(whole, ensure_ascii=False)


def _chapter(article: Article, names: dict[str, str], site_url: str) -> str:
    def place(address: str, anchor: str) -> str:
        if address not in names:
            return escape(f"{site_url}{address}{f'#{anchor}' if anchor else ''}")
        return f"{names[address]}{f'#{_plain(anchor)}' if anchor else ''}"

    text = for_phone(HIDDEN.sub("", article.linked(place)))
    return ANCHOR.sub(lambda match: f'{match["name"]}="{_plain(match["id"])}"', text)


def _plain(anchor: str) -> str:
    # A colon in an id is no mistake in HTML, and one in a book.
    return anchor.replace(":", "-")


@cache
def made_with() -> str:
    """Return the version of the library that writes the XML."""
    return f"lxml {version('lxml')}"


def strict(text: str) -> str:
    """Return the HTML as XML, which is what books are written in."""
    whole = html.fragment_fromstring(text, create_parent="div")
    for element in whole.iter():
        if (language := element.get("lang")) is not None:
            element.set(XML_LANGUAGE, language)
        if element.tag not in VOID:
            element.text = element.text or ""  # <p></p>, as programs that read HTML want it
    written: str = etree.tostring(whole, encoding="unicode", method="xml")
    return written.removeprefix("<div>").removesuffix("</div>")


def epub(whole: str, day: date) -> bytes:
    """Return the text of `book` as EPUB 3."""
    read = json.loads(whole)
    language, title = read["language"], escape(read["title"])
    chapters = {chapter["name"]: chapter for chapter in read["chapters"]}
    files = {
        f"EPUB/{name}": PAGE.substitute(
            language=language, title=escape(chapter["title"]), body=strict(chapter["body"])
        )
        for name, chapter in chapters.items()
    }
    links = "".join(
        f'<li><a href="{name}">{escape(chapter["title"])}</a></li>'
        for name, chapter in chapters.items()
    )
    contents = f'<nav epub:type="toc"><h1>{title}</h1><ol>{links}</ol></nav>'
    files["EPUB/nav.xhtml"] = PAGE.substitute(language=language, title=title, body=contents)
    files["EPUB/style.css"] = STYLE
    files["EPUB/package.opf"] = PACKAGE.substitute(
        language=language,
        title=title,
        day=day,
        identifier=f"urn:sha256:{hashlib.sha256(whole.encode()).hexdigest()[:32]}",
        items="".join(
            f'<item id="{name[:-6]}" href="{name}" media-type="application/xhtml+xml"/>'
            for name in chapters
        ),
        spine="".join(f'<itemref idref="{name[:-6]}"/>' for name in chapters),
    )
    files["META-INF/container.xml"] = CONTAINER
    return zipped({name: text.encode() for name, text in files.items()}, first=MIMETYPE)
