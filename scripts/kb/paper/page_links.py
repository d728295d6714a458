"""Links to the papers of a page, with their sizes, written into the built page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.model.languages import CYRILLIC, LANGUAGES, NAMES, number
from kb.model.library import Library
from kb.model.write import write_text
from kb.paper.article import Article, built_file

PLACE = re.compile(r"<!-- kb:papers -->.*?<!-- /kb:papers -->", re.DOTALL)
KILOBYTE = 1000
ENDINGS = (
    (".pdf", "paper-pdf"),
    (".docx", "paper-docx"),
    ("-slides.html", "paper-slides"),
    (".pptx", "paper-pptx"),
)
"""How the papers of a page end, and the word of the interface for each."""


@dataclass(frozen=True)
class Offer:
    """One link: where it leads from the root of the site, and what it is called."""

    target: str
    word: str
    beside: str = ""
    """The second language of a paper in two."""


def page_offers(article: Article) -> Iterator[Offer]:
    """Yield what may exist of a page; the caller shows what does."""
    for ending, word in ENDINGS:
        yield Offer(f"{article.language}/paper/{article.name}{ending}", word)
    for other in LANGUAGES:
        ending = beside_ending(other)
        yield Offer(f"{article.language}/paper/{article.name}{ending}", "paper-beside", other)
    kit = article.path.rpartition("/")[2]
    yield Offer(f"packs/{kit}-{article.language}.zip", "paper-pack")


def language_offers(language: str, *, whole: bool) -> Iterator[Offer]:
    """Yield what exists once a language; its first page offers it, at last the *whole* too."""
    yield Offer(f"{language}/birge-{language}.epub", "paper-epub")
    if whole:
        yield Offer(f"offline/birge-{language}.zip", "paper-offline")


def beside_ending(language: str) -> str:
    """Return how a sheet's PDF ends on which the same sheet in another language stands beside."""
    return f"-with-{language}.pdf"


def write_links(library: Library, site: Path, article: Article, *, whole: bool = False) -> None:
    """Write the links into the built page, in place of those that stand there."""
    file = built_file(site, article.language, article.path)
    text = file.read_text(encoding="utf-8")
    offers = list(page_offers(article))
    if article.path == "index":
        offers += language_offers(article.language, whole=whole)
    up = "../" * article.address.count("/")
    shown = "".join(_link(library, site, article.language, up, offer) for offer in offers)
    block = f'<ul class="kb-papers">{shown}</ul>' if shown else ""
    block = f"<!-- kb:papers -->{block}<!-- /kb:papers -->"
    write_text(file, PLACE.sub(lambda _: block, text, count=1))


def _link(library: Library, site: Path, language: str, up: str, offer: Offer) -> str:
    file = site / offer.target
    if not file.is_file():
        return ""
    name = f'<span lang="{offer.beside}">{NAMES[offer.beside]}</span>' if offer.beside else ""
    word = library.word(language, offer.word, name=name)
    told = "" if file.suffix == ".html" else f" ({size(file.stat().st_size, language)})"
    return f'<li><a href="{up}{offer.target}">{word}</a>{told}</li>'


def size(count: int, language: str) -> str:
    """Return a number of bytes as the language writes it: '85 kB', '1.2 MB'."""
    cyrillic = language in ("ru", CYRILLIC, "kk", "ky")
    if count < KILOBYTE**2:
        return f"{max(1, round(count / KILOBYTE))} {'КБ' if cyrillic else 'kB'}"
    return f"{number(round(count / KILOBYTE**2, 1), language)} {'МБ' if cyrillic else 'MB'}"
