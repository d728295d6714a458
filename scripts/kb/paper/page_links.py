"""Links to the papers of a page, with their sizes, written into the built page."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model.languages import CYRILLIC, LANGUAGES, NAMES, number
from kb.model.library import Library
from kb.model.output import LINKS, Output
from kb.paper.article import Article
from kb.paper.names import SLIDES, beside_ending, book_name, pack_name, stick_name

KILOBYTE = 1000
ENDINGS = (
    (".pdf", "paper-pdf"),
    (".docx", "paper-docx"),
    (SLIDES, "paper-slides"),
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
    yield Offer(pack_name(article.path, article.language), "paper-pack")


def language_offers(language: str, *, whole: bool) -> Iterator[Offer]:
    """Yield what exists once a language; its first page offers it, at last the *whole* too."""
    yield Offer(book_name(language), "paper-epub")
    if whole:
        yield Offer(stick_name(language), "paper-offline")


def linked(raw: bytes, links: str) -> bytes:
    """Return a built page with the *links* in place of those that stand in it."""
    block = f"<!-- kb:papers -->{links}<!-- /kb:papers -->".encode()
    return LINKS.sub(lambda _: block, raw, count=1)


def links_to_papers(
    library: Library, site: Output, article: Article, *, whole: bool = False
) -> str:
    """Return the list of what there is of a page on paper; empty where there is nothing."""
    offers = list(page_offers(article))
    if article.path == "index":
        offers += language_offers(article.language, whole=whole)
    up = "../" * article.address.count("/")
    shown = "".join(
        _link(library, article.language, up, offer, site.size(offer.target))
        for offer in offers
        if offer.target in site.names
    )
    return f'<ul class="kb-papers">{shown}</ul>' if shown else ""


def _link(library: Library, language: str, up: str, offer: Offer, count: int) -> str:
    name = f'<span lang="{offer.beside}">{NAMES[offer.beside]}</span>' if offer.beside else ""
    word = library.word(language, offer.word, name=name)
    told = "" if offer.target.endswith(".html") else f" ({size(count, language)})"
    return f'<li><a href="{up}{offer.target}">{word}</a>{told}</li>'


def size(count: int, language: str) -> str:
    """Return a number of bytes as the language writes it: '85 kB', '1.2 MB'."""
    cyrillic = language in ("ru", CYRILLIC, "kk", "ky")
    if count < KILOBYTE**2:
        return f"{max(1, round(count / KILOBYTE))} {'КБ' if cyrillic else 'kB'}"
    return f"{number(round(count / KILOBYTE**2, 1), language)} {'МБ' if cyrillic else 'MB'}"
