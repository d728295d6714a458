"""All papers of a built site: what the command `kb papers` runs."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from kb.model.kept import Kept
from kb.model.languages import EDITIONS, SOURCE
from kb.model.library import Library
from kb.model.side_by_side import side_by_side
from kb.model.write import write_bytes, write_text
from kb.paper.article import Article
from kb.paper.offline import fingerprint, kept_list, parts, stick
from kb.paper.packs import kits, pack
from kb.paper.page_links import write_links
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
    last: int
    """How many steps follow when all papers stand there."""


def press(
    library: Library, site: Path, languages: Iterable[str] = EDITIONS
) -> Generator[Step, None, None]:
    """Make every paper, pack and list of the languages; the pages get links to them."""
    work = _Work(library, site, {one.language: one for one in shelves(library, site, languages)})
    plans = list(side_by_side(work.plan, work.shelves))
    total = sum(len(plan.placed) + len(plan.missing) + plan.last for plan in plans)
    names = chain(
        (target for plan in plans for target in plan.placed),
        make_all((paper for plan in plans for paper in plan.missing), site, work.kept),
        chain.from_iterable(side_by_side(work.finish, work.shelves)),
    )
    for number, name in enumerate(names, start=1):
        yield Step(number, total, name)
    work.kept.forget()


@dataclass(frozen=True)
class _Work:
    """The pieces of a press, a language each; none needs another of its kind."""

    library: Library
    site: Path
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
        return Plan(placed, missing, last=len(list(kits(shelf))) + 2)

    def finish(self, language: str) -> list[str]:
        """Write packs, slides and links, then what holds the whole language."""
        shelf = self.shelves[language]
        english = Shelf(self.library, self.site, SOURCE)
        return [
            *(_write_pack(shelf, kit, english) for kit in kits(shelf)),
            _write_pages(shelf),
            self._write_whole(shelf),
        ]

    def _write_whole(self, shelf: Shelf) -> str:
        name = f"birge-{shelf.language}"
        raw = parts(self.site, shelf.language)
        key = fingerprint(raw, shelf.site_url)
        if (whole := self.kept.get(key)) is None:
            whole = zipped(stick(raw, shelf.language, shelf.site_url))
            self.kept.put(key, whole)
        write_bytes(self.site / "offline" / f"{name}.zip", whole)
        if (front := shelf.articles.get("index")) is not None:  # the zip's size is known only now
            write_links(self.library, self.site, front, whole=True)
        write_text(self.site / "offline" / f"{name}.json", kept_list(shelf))
        return f"offline/{name}.zip"


def _write_pack(shelf: Shelf, kit: Article, english: Shelf) -> str:
    target = f"packs/{kit.path.rpartition('/')[2]}-{kit.language}.zip"
    write_bytes(shelf.site / target, zipped(pack(shelf, kit, english)))
    return target


def _write_pages(shelf: Shelf) -> str:
    for target, page in shelf.slide_pages():
        write_text(shelf.site / target, page)
    for article in shelf.articles.values():
        write_links(shelf.library, shelf.site, article)
    return f"{shelf.language}/paper/"
