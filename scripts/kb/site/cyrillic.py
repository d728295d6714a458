"""The pages in Uzbek once more, in Cyrillic letters: made from the built pages in Latin letters.

What a reader sees or hears is turned: text, titles, labels, the words that scripts say. What is
marked with another language or with `translate="no"`, code and addresses stay. Ids and links stay
too, so that a page leads to its neighbours in the same letters.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import escape, unescape
from typing import NamedTuple

from jinja2 import Environment

from kb.model.languages import CYRILLIC, LATIN, html_language
from kb.model.library import Library
from kb.site.view import Around, PageView

HTML_LANGUAGE = html_language(CYRILLIC)
MARK = "<!-- kb:script -->"
"""Where a page says that it was turned; partials/page-head.html holds it."""
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
VERBATIM = {"script", "style", "code", "pre", "kbd", "samp"}
SPOKEN = {"alt", "aria-label", "placeholder", "title"}
SPOKEN_BY_SCRIPTS = re.compile(r"data-(?:label|message|done|failed|newer|busy|size)")
"""Attributes whose text a script or the style sheet shows."""
MARKUP = re.compile(
    r"<(?P<begins>[a-z][a-z0-9]*)(?P<attributes>(?:[^\"<>]|\"[^\"]*\")*?)(?P<closed>/?)>"
    r"|</(?P<ends>[a-z][a-z0-9]*)>|<!(?:--.*?--|[^->][^>]*)>",
    re.DOTALL | re.IGNORECASE,
)
"""What stands between the words of a page that templates and Python-Markdown have written."""
ATTRIBUTE = re.compile(r"\s(?P<name>[^\s=\"]+)(?:=\"(?P<value>[^\"]*)\")?")
TURNED = re.compile(r"lang=|translate=|alt=|aria-|placeholder=|title=|data-|canonical|description")
"""What stands in each tag of which something can change."""
Attributes = list[tuple[str, str | None]]


GLOSSARY = re.compile(r"(?<=<!-- kb:glossary -->).*(?=<!-- /kb:glossary -->)", re.DOTALL)


def twin(library: Library, env: Environment, html: str, file: str, site_url: str) -> str:
    """Return a built Uzbek page in Cyrillic letters; *file* is its own below the site.

    The glossary is drawn anew: its words stand in the order of the other alphabet.
    """
    path = file.removeprefix(f"{LATIN}/")
    made = page(library, html, path, site_url)
    if not path.startswith("glossary/"):
        return made
    view = PageView(library, CYRILLIC, path.removesuffix("/index.html"), Around(site_url))
    words = env.get_template("partials/glossary.html").render(kb=view)
    return GLOSSARY.sub(lambda _: words, made)


def page(library: Library, html: str, path: str, site_url: str) -> str:
    """Return a built page in Cyrillic letters; *path* is its file's below uz/."""
    turner = _Turner(library.cyrillic.text, path.removesuffix("index.html"), site_url)
    turner.turn(html)
    if len(turner.open) > 1:
        raise ValueError(f"uz/{turner.folder}: <{turner.open[-1].tag}> is not closed")
    said = library.word(CYRILLIC, "script-made")
    link = (
        f'<a href="{turner.address(LATIN)}" hreflang="{LATIN}" data-keeps-section>'
        f"{library.word(CYRILLIC, 'script-other')}</a>"
    )
    notice = f'<aside class="kb-notice kb-notice--draft" data-script>{said} {link}</aside>'
    return "".join(turner.made).replace(MARK, notice, 1)


class _Open(NamedTuple):
    """An element that is not closed yet."""

    tag: str
    language: str
    stays: bool


class _Read(NamedTuple):
    """What a tag says that begins an element."""

    tag: str
    attributes: Attributes
    """Empty where none of them can change."""
    language: str
    stays: bool
    opens: bool
    """Whether another tag ends the element."""


@lru_cache(maxsize=20_000)  # most tags stand on every page
def _read(raw: str) -> _Read:
    mark = MARKUP.fullmatch(raw)
    if mark is None:
        raise ValueError(f"{raw!r} begins no element")
    attrs: Attributes = []
    if "=" in raw and TURNED.search(raw):
        attrs = [
            (one["name"], one["value"] and unescape(one["value"]))
            for one in ATTRIBUTE.finditer(mark["attributes"])
        ]
    tag, values = mark["begins"], dict(attrs)
    stays = tag in VERBATIM or values.get("translate") == "no"
    opens = tag not in VOID and not mark["closed"]  # a shape of an SVG is closed at once
    return _Read(tag, attrs, values.get("lang") or "", stays, opens)


class _Turner:
    """Writes a page again, mark by mark."""

    def __init__(self, turned: Callable[[str], str], folder: str, site_url: str) -> None:
        self.turned = turned
        self.folder = folder
        self.site_url = site_url
        self.made: list[str] = []
        self.open = [_Open("", "", stays=False)]

    def address(self, edition: str) -> str:
        """Return the address of the same page in an edition, from this page."""
        return f"{'../' * (self.folder.count('/') + 1)}{edition}/{self.folder}"

    def turn(self, html: str) -> None:
        """Read the page."""
        end = 0
        for mark in MARKUP.finditer(html):
            if end < mark.start():
                self.made.append(self._said(html[end : mark.start()]))
            end = mark.end()
            self.made.append(self._begins(mark[0]) if mark["begins"] else mark[0])
            if mark["ends"]:
                self.open.pop()
        self.made.append(html[end:])

    def _said(self, text: str) -> str:
        here = self.open[-1]
        if text.isspace() or here.tag in ("script", "style"):
            return text
        return escape(self._text(unescape(text), here), quote=False)

    def _begins(self, raw: str) -> str:
        above, read = self.open[-1], _read(raw)
        here = _Open(read.tag, read.language or above.language, above.stays or read.stays)
        if read.opens:
            self.open.append(here)
        if not read.attributes:
            return raw
        changed = list(self._attributes(read.tag, read.attributes, here))
        return raw if changed == read.attributes else _tag(read.tag, changed)

    def _text(self, text: str, here: _Open) -> str:
        if here.stays or here.language != LATIN:
            return text
        return self.turned(text).replace(f"{self.site_url}{LATIN}/", f"{self.site_url}{CYRILLIC}/")

    def _attributes(
        self, tag: str, attrs: Attributes, here: _Open
    ) -> Iterator[tuple[str, str | None]]:
        values = dict(attrs)
        is_description = tag == "meta" and values.get("name") == "description"
        own = values.get("hreflang") in (LATIN, HTML_LANGUAGE) and "data-keeps-section" in values
        for name, value in attrs:
            if own and name == "aria-current":
                continue
            if value is None:
                yield name, value
            elif name == "lang" and value == LATIN and not here.stays:
                yield name, HTML_LANGUAGE
            elif own and name == "href":
                yield name, self.address(str(values["hreflang"]).lower())
            elif name == "href" and values.get("rel") == "canonical":
                yield name, f"{self.site_url}{CYRILLIC}/{self.folder}"
            elif name in SPOKEN or SPOKEN_BY_SCRIPTS.fullmatch(name):
                yield name, self._text(value, here)
            else:
                yield name, self.turned(value) if is_description and name == "content" else value
        if own and values["hreflang"] == HTML_LANGUAGE:
            yield "aria-current", "true"


def _tag(tag: str, attrs: Attributes) -> str:
    told = (name if value is None else f'{name}="{escape(value)}"' for name, value in attrs)
    return f"<{' '.join([tag, *told])}>"
