"""Packs: all for one training, and a whole language, as zips that open from a memory stick."""

import re
from collections.abc import Iterator
from html import escape
from string import Template

from kb.model.front_matter import Kind
from kb.model.languages import NAMES, SOURCE
from kb.paper.article import BACK_LINK, Article, sections
from kb.paper.names import SLIDES, beside_ending
from kb.paper.page_links import ENDINGS
from kb.paper.plan import Shelf
from kb.paper.slides import slides, slides_html

SHEET_LINK = re.compile(r"href=\"[./a-z-]*?sheets/(?P<name>[a-z0-9-]+)/")
NOTES = re.compile(r"<div class=\"footnote\">.*?</div>", re.DOTALL)
COMMON = "ru"
"""The language that stands beside the kit's own on sheets: most rooms here share it."""
ASSETS = ("css/slides.css", "js/slides.js")
FIRST_PAGE = Template(
    """<!doctype html>
<html lang="$language">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>$title · Birge</title>
    <link rel="stylesheet" href="assets/css/slides.css">
  </head>
  <body class="list">
    <main>
      <h1>$title</h1>
      <p>$line</p>
      <ul>$files</ul>
      <h2>$sources_word</h2>
      $sources
      <h2>$licence_word</h2>
      <p>$licence <a href="LICENCE.txt">LICENCE.txt</a></p>
      <p><a href="$address">$address</a></p>
    </main>
  </body>
</html>
"""
)


def kits(shelf: Shelf) -> Iterator[Article]:
    """Yield the kits that are written in the language."""
    yield from (article for article in shelf.articles.values() if article.kind == Kind.KIT)


def pack(shelf: Shelf, kit: Article) -> dict[str, bytes]:
    """Return the files of a kit's pack: plan, slides, sheets, sources, licence, first page."""
    files: dict[str, bytes] = {}
    titles: dict[str, str] = {}
    for article in [kit, *sheets(shelf, kit)]:
        for ending, word in (*ENDINGS, (beside_ending(COMMON), "paper-beside")):
            name = f"{article.name}{ending}"
            file = f"{article.language}/paper/{name}"
            if ending != SLIDES and file in shelf.site.names:
                files[name] = shelf.site.read(file)
                told = shelf.library.word(kit.language, word, name=NAMES[COMMON])
                titles[name] = f"{article.title}: {told}"
    if slides(kit):
        files["slides.html"] = slides_html(
            shelf.library, kit, *(f"assets/{name}" for name in ASSETS)
        ).encode()
        word = shelf.library.word(kit.language, "paper-slides")
        titles = {"slides.html": f"{kit.title}: {word}"} | titles
    for name in ASSETS:
        files[f"assets/{name}"] = shelf.site.read(shelf.asset(name))
    files["LICENCE.txt"] = (shelf.library.root / "LICENSE-CONTENT").read_bytes()
    files["index.html"] = _first_page(shelf, kit, titles).encode()
    return files


def sheets(shelf: Shelf, kit: Article) -> list[Article]:
    """Return the sheets that a kit names, each in the kit's language where it is written."""
    names = dict.fromkeys(SHEET_LINK.findall(sections(kit.text).get("sheets", "")))
    found = (
        shelf.articles.get(f"sheets/{name}") or shelf.article(f"sheets/{name}", SOURCE)
        for name in names
    )
    return [sheet for sheet in found if sheet is not None]


def _first_page(shelf: Shelf, kit: Article, titles: dict[str, str]) -> str:
    def word(key: str) -> str:
        return escape(shelf.library.word(kit.language, key))

    notes = NOTES.search(
        kit.linked(lambda address, anchor: f"{shelf.site_url}{address}#{anchor}".rstrip("#"))
    )
    return FIRST_PAGE.substitute(
        language=kit.language,
        title=escape(kit.title),
        line=word("pack-line"),
        files="".join(
            f'<li><a href="{name}">{escape(title)}</a></li>' for name, title in titles.items()
        ),
        sources_word=word("source-heading"),
        sources=BACK_LINK.sub("", notes[0]) if notes else "",
        licence_word=word("licence"),
        licence=word("foot-licence"),
        address=f"{shelf.site_url}{kit.address}",
    )
