"""All papers of a site: what `kb build` adds to its pages, and `kb papers` makes again."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from kb.model.kept import Kept
from kb.model.languages import EDITIONS
from kb.model.library import Library
from kb.model.output import Output
from kb.model.side_by_side import side_by_side
from kb.paper.article import built_page
from kb.paper.names import edition_of, list_name, pack_name, stick_name
from kb.paper.offline import fingerprint, kept_list, parts, stick
from kb.paper.packs import kits, pack
from kb.paper.page_links import linked, links_to_papers
from kb.paper.plan import Shelf, shelves
from kb.paper.work import Paper, make_all, place
from kb.paper.zips import zipped

KEPT = Path(".cache/papers")


@dataclass(frozen=True)
class Step:
    """One thing done: how many of how many, and which."""

    number: int
    total: int
    name: str


@dataclass(frozen=True)
class Plan:
    """What a language still needs."""

    placed: list[str]
    """Papers that were kept, and stand in the site already."""
    missing: list[Paper]
    last: list[str]
    """What is made when all papers stand there."""


def press(
    library: Library, site: Output, languages: Iterable[str] = EDITIONS
) -> Generator[Step, None, None]:
    """Put every paper, pack and list of the languages, and links to them into the pages.

    Their papers of before belong to the site no more, unless they are put again.
    """
    languages = list(languages)
    site.names = {name for name in site.names if edition_of(name) not in languages}
    work = _Work(library, site, {one.language: one for one in shelves(library, site, languages)})
    plans = list(side_by_side(work.plan, work.shelves))
    papers = [paper for plan in plans for paper in plan.missing]
    placed = [target for plan in plans for target in plan.placed]
    last = [target for plan in plans for target in plan.last]
    targets = [*placed, *(paper.target for paper in papers), *last]
    site.names.update(targets)
    names = chain(
        placed,
        make_all(papers, site, work.kept),
        chain.from_iterable(side_by_side(work.finish, work.shelves)),
    )
    for number, name in enumerate(names, start=1):
        yield Step(number, len(targets), name)
    work.kept.forget()


@dataclass(frozen=True)
class _Work:
    """The pieces of a press, a language each; none needs another of its kind."""

    library: Library
    site: Output
    shelves: dict[str, Shelf]

    @cached_property
    def kept(self) -> Kept:
        return Kept(self.library.root / KEPT)

    def plan(self, language: str) -> Plan:
        """Put into the site what was kept, and return the rest."""
        shelf = self.shelves[language]
        placed: list[str] = []
        missing: list[Paper] = []
        for paper in shelf.papers():
            if place(paper, self.site, self.kept):
                placed.append(paper.target)
            else:
                missing.append(paper)
        return Plan(placed, missing, last=_last(shelf))

    def finish(self, language: str) -> list[str]:
        """Put packs and slides, then links, then what holds the whole language."""
        shelf = self.shelves[language]
        for kit in kits(shelf):
            self.site.put(pack_name(kit.path, language), zipped(pack(shelf, kit)))
        for target, page in shelf.slide_pages():
            self.site.put(target, page)
        front = built_page(language, "index")
        for name in self.site.below(language):
            if name.endswith("/index.html") and name != front:
                self.site.put(name, self._linked(shelf, name))
        self._finish_whole(shelf, front)
        return _last(shelf)

    def _finish_whole(self, shelf: Shelf, front: str) -> None:
        """Put the language as a zip, whose size the front page tells outside of it."""
        raw = parts(self.site, shelf.language)
        if front in raw:
            raw[front] = self._linked(shelf, front)
        key = fingerprint(raw, shelf.site_url)
        if (whole := self.kept.get(key)) is None:
            whole = zipped(stick(raw, shelf.language, shelf.site_url))
            self.kept.put(key, whole)
        self.site.put(stick_name(shelf.language), whole)
        if front in raw:
            self.site.put(front, self._linked(shelf, front, whole=True))
        self.site.put(list_name(shelf.language), kept_list(shelf))

    def _linked(self, shelf: Shelf, name: str, *, whole: bool = False) -> bytes:
        """Return a page with links to what there is of it on paper, and to nothing else."""
        article = shelf.at(name)
        links = links_to_papers(self.library, self.site, article, whole=whole) if article else ""
        return linked(self.site.read(name), links)


def _last(shelf: Shelf) -> list[str]:
    """Return what is made when all papers of a language stand in the site."""
    return [
        *(pack_name(kit.path, kit.language) for kit in kits(shelf)),
        *(target for target, _ in shelf.slide_pages()),
        stick_name(shelf.language),
        list_name(shelf.language),
    ]
