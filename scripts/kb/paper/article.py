"""A built page without the site around it: what goes onto paper."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from kb.model.languages import html_language

TEXT = re.compile(
    r"(?P<text><div class=\"kb-page kb-page--[a-z]+\">.*)<section class=\"kb-hands\"", re.DOTALL
)
MARK = re.compile(r"<div class=\"kb-mark\">.*?</div>", re.DOTALL)
TITLE = re.compile(r"<title>(?P<title>.*?) · [^·<]*</title>", re.DOTALL)
DRAFT = re.compile(r"<aside class=\"kb-notice kb-notice--draft\".*?</aside>", re.DOTALL)
FOLD = re.compile(r"</?(?:details|summary)>")
"""What folds a notice on a screen; paper cannot be opened."""
BACK_LINK = re.compile(r"(?:&#160;)?<a class=\"footnote-backref\"[^>]*>.*?</a>", re.DOTALL)
JUMPS = re.compile(r"<p class=\"kb-jumps\">.*?</p>\s*", re.DOTALL)
"""Links to other places of the page; paper shows them all."""
BETWEEN = re.compile(r"</aside>\s*<aside[^>]*>")
"""Two notices, of the letters and of the draft, are one on paper."""
TARGET = re.compile(r"(?P<name>\s(?:href|src))=\"(?P<target>[^\"]*)\"")
ANCHOR = re.compile(r"(?P<name>\sid)=\"(?P<id>[^\"]*)\"")
CUT = re.compile(r"<p class=\"kb-cut\">.*?</p>", re.DOTALL)
"""Where a letter is cut off that is handed over; what stands below it is for its sender."""
SECTION_START = re.compile(r"<h2\b[^>]*\bid=\"(?P<id>[^\"]+)\"[^>]*>")
FOOT = re.compile(
    r"(?:<div class=\"footnote\">.*)?</div>\s*(?:<p class=\"kb-checked\"[^>]*>.*</p>)?\s*\Z",
    re.DOTALL,
)
"""What stands below the last section: the notes, the end of the text, the day of reading."""
OUTSIDE = re.compile(r"^[a-z]+:")


@dataclass(frozen=True)
class Article:
    """One page as it is printed."""

    language: str
    path: str
    """As in the library: 'law/kz/joining'."""
    kind: str
    title: str
    draft: str
    """The notice that no person has read the translation, or its letters; else empty."""
    text: str
    """Title, sections, notes and the day of reading, as HTML."""
    mark: str
    """The corner with the code and the short address."""

    @property
    def lang(self) -> str:
        """Return the language as HTML names it: 'uz-Cyrl'."""
        return html_language(self.language)

    @property
    def address(self) -> str:
        """Return the page's folder below the root of the site: 'kk/law/kz/joining/'."""
        return built_page(self.language, self.path).removesuffix("index.html")

    @property
    def name(self) -> str:
        """Return what its papers are called: 'law-kz-joining'."""
        return self.path.replace("/", "-")

    def linked(self, place: Callable[[str, str], str]) -> str:
        """Return the text with each inner link put where *place* says.

        It is asked with the address below the root of the site and the anchor, which may be empty.
        """

        def placed(match: re.Match[str]) -> str:
            target = unescape(match["target"])
            if OUTSIDE.match(target):
                return match[0]
            path, _, anchor = target.partition("#")
            if not path or path == "./":
                whole = self.address
            else:
                whole = posixpath.normpath(posixpath.join(self.address, path))
                whole += "/" if path.endswith("/") else ""
            return f'{match["name"]}="{place(whole, anchor)}"'

        return TARGET.sub(placed, self.text)


def built_page(language: str, path: str) -> str:
    """Return where the page stands in a site: 'kk/law/kz/joining/index.html'."""
    folder = path.removesuffix("index").strip("/")
    return f"{language}/{folder}/index.html" if folder else f"{language}/index.html"


def read_article(whole: str, language: str, path: str, kind: str) -> Article:
    """Return the page from its whole HTML; `ValueError` where the templates were changed."""
    title, text, mark = TITLE.search(whole), TEXT.search(whole), MARK.search(whole)
    if title is None or text is None or mark is None:
        raise ValueError(f"{language}/{path}: the built page has no text, title or mark")
    return Article(
        language=language,
        path=path,
        kind=kind,
        title=unescape(title["title"]).strip(),
        draft=BETWEEN.sub(" ", "".join(FOLD.sub("", notice) for notice in DRAFT.findall(whole))),
        text=JUMPS.sub("", BACK_LINK.sub("", text["text"])).strip(),
        mark=mark[0],
    )


def sections(text: str) -> dict[str, str]:
    """Return the HTML of each H2 section by its id, the heading with it; 'top' comes first."""
    text = FOOT.sub("", text)
    starts = list(SECTION_START.finditer(text))
    ends = [match.start() for match in starts[1:]] + [len(text)]
    found = {"top": text[: starts[0].start()] if starts else text}
    return found | {
        match["id"]: text[match.start() : end] for match, end in zip(starts, ends, strict=True)
    }
