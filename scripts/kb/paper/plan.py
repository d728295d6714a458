"""Which papers there are: what is made of which page, in each language in which it is written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from kb.model.front_matter import Kind
from kb.model.languages import LANGUAGES, SOURCE, written_in
from kb.model.library import Library
from kb.model.output import Output
from kb.model.parted import GLOSSARY, LEDGER
from kb.paper.article import Article, built_page, read_article
from kb.paper.document import beside_html, page_html
from kb.paper.epub import book
from kb.paper.names import SLIDES, beside_ending, book_name
from kb.paper.slides import outline, slides, slides_html
from kb.paper.work import Paper

CANONICAL = re.compile(r"<link rel=\"canonical\" href=\"(?P<address>[^\"]+)\"")
NAV_PAGE = re.compile(r"^\s*- (?:[^:#\n]+: )?(?P<path>[a-z0-9/-]+)\.md$", re.MULTILINE)
WORDS = re.compile(r"<ul class=\"kb-shelf\">.*?</ul>", re.DOTALL)
"""The words of a letter on the glossary's page."""
WORD = re.compile(r"<li id=\"(?P<id>[^\"]+)\">")
ENTRY = re.compile(r"<div class=\"kb-term\" id=\"(?P<id>[^\"]+)\">.*?</div>", re.DOTALL)
"""A word with what it means, on a part of the glossary."""
EDITABLE = (Kind.SHEET, Kind.KIT, Kind.GUIDE)
"""Kinds of pages that exist as DOCX too."""
MADE = "reference"
"""The kind of a page that the build makes."""


@dataclass(frozen=True)
class Shelf:
    """All pages of one language as they stand in the built site."""

    library: Library
    site: Output
    language: str

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Return each page that is written or made, by its path, in the order of the navigation."""
        found = ((path, self.article(path)) for path in self.in_order)
        return {path: article for path, article in found if article is not None}

    def at(self, name: str) -> Article | None:
        """Return the page that stands at a place in the site, where it goes onto paper."""
        return self._by_name.get(name)

    @cached_property
    def _by_name(self) -> dict[str, Article]:
        articles = self.articles.items()
        return {built_page(self.language, path): article for path, article in articles}

    def article(self, path: str, language: str = "") -> Article | None:
        """Return one page, in another *language* perhaps; None where it is not written in it."""
        language = language or self.language
        source = self.library.pages[SOURCE].get(path)
        if source and path not in self.library.pages[written_in(language)]:
            return None
        file = built_page(language, path)
        if file not in self.site.names:
            return None
        kind = source.front.kind if source else MADE
        return read_article(self.site.read(file).decode(), language, path, kind)

    @cached_property
    def in_order(self) -> list[str]:
        """Return the paths of all pages as mkdocs.yml names them, then those that it leaves out."""
        config = self.library.root / "mkdocs.yml"
        text = config.read_text(encoding="utf-8") if config.is_file() else ""
        named = [match["path"] for match in NAV_PAGE.finditer(text)]
        paths = dict.fromkeys([*named, *self.library.pages[SOURCE]])
        return [one for path in paths for one in (path, *self._parts.get(path, ()))]

    @cached_property
    def _parts(self) -> dict[str, list[str]]:
        """Return, by page, the pages below it that no one wrote: they hold its lists."""
        found: dict[str, list[str]] = {}
        written = self.library.pages[SOURCE]
        for name in self.site.below(self.language):
            path = name.removeprefix(f"{self.language}/").removesuffix("/index.html")
            is_page = name.endswith("/index.html") and not {path, f"{path}/index"} & written.keys()
            if is_page and not path.startswith(f"{LEDGER}/"):  # its drawers are for looking up
                found.setdefault(path.rpartition("/")[0], []).append(path)
        return found

    @cached_property
    def site_url(self) -> str:
        """Return where the site will stand, as the built pages say it."""
        for path, article in self.articles.items():
            text = self.site.read(built_page(self.language, path)).decode()
            if (match := CANONICAL.search(text)) is not None:
                return match["address"].removesuffix(article.address)
        return "/"

    def papers(self) -> Iterator[Paper]:
        """Yield every paper of the language but the packs, which hold the others."""
        for article in self.articles.values():
            yield from self._papers_of(article)
        if self.articles:
            title = self.library.word(self.language, "site-name")
            every = tuple(self.articles.values())
            whole = partial(book, every, self.language, self.site_url, title)
            yield Paper(book_name(self.language), "epub", whole, self.newest)

    @cached_property
    def newest(self) -> date:
        """Return the last day on which a page was read against its sources."""
        return max(page.front.checked for page in self.library.pages[SOURCE].values())

    def _papers_of(self, article: Article) -> Iterator[Paper]:
        source = self.library.pages[SOURCE].get(article.path)
        day = source.front.checked if source else self.newest
        start = f"{self.language}/paper/{article.name}"
        html = partial(page_html, self._whole(article), self.site_url)
        yield Paper(f"{start}.pdf", "pdf", html, day)
        if article.kind in EDITABLE:
            yield Paper(f"{start}.docx", "docx", html, day)
        if article.kind == Kind.KIT and slides(article):
            yield Paper(f"{start}.pptx", "pptx", partial(outline, article), day)
        if article.kind == Kind.SHEET:
            for other in self._others(article):
                both = partial(beside_html, article, other, self.site_url)
                yield Paper(f"{start}{beside_ending(other.language)}", "pdf", both, day)

    def _whole(self, article: Article) -> Article:
        """Return the glossary with each entry at the place of its word, any other page as it is."""
        if article.path != GLOSSARY:
            return article
        parts = (self.articles[path].text for path in self._parts[GLOSSARY])
        entries = {match["id"]: match[0] for part in parts for match in ENTRY.finditer(part)}

        def told(words: re.Match[str]) -> str:
            return "".join(entries[match["id"]] for match in WORD.finditer(words[0]))

        return replace(article, text=WORDS.sub(told, article.text))

    def _others(self, article: Article) -> Iterator[Article]:
        for language in LANGUAGES:
            if language != written_in(article.language):
                other = self.article(article.path, language)
                if other is not None:
                    yield other

    def slide_pages(self) -> Iterator[tuple[str, str]]:
        """Yield the slides of each kit that run in a browser: where they stand, and the page."""
        for article in self.articles.values():
            if article.kind == Kind.KIT and slides(article):
                target = f"{self.language}/paper/{article.name}{SLIDES}"
                assets = (
                    f"../../{self.asset(name)}" for name in ("css/slides.css", "js/slides.js")
                )
                yield target, slides_html(self.library, article, *assets)

    @cached_property
    def _assets(self) -> list[str]:
        return self.site.below("assets")

    def asset(self, name: str) -> str:
        """Return where a file such as 'css/slides.css' stands, whose own name has a hash.

        Raises `FileNotFoundError` where the site has none.
        """
        stem, _, ending = name.rpartition(".")
        for found in self._assets:
            if found.startswith(f"assets/{stem}.") and found.endswith(f".{ending}"):
                return found
        raise FileNotFoundError(name)


def shelves(library: Library, site: Output, languages: Iterable[str]) -> list[Shelf]:
    """Return a shelf for each language that the site holds."""
    held = {name.partition("/")[0] for name in site.names}
    return [Shelf(library, site, language) for language in languages if language in held]
