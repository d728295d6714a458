"""All papers of a built site, one after the other: what the command `kb papers` runs."""

import time
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.model.languages import EDITIONS, SOURCE
from kb.model.library import Library
from kb.model.write import write_bytes, write_text
from kb.paper.article import Article
from kb.paper.offline import fingerprint, kept_list, parts, stick
from kb.paper.packs import kits, pack
from kb.paper.page_links import write_links
from kb.paper.plan import Shelf, shelves
from kb.paper.work import forget, make_all
from kb.paper.zips import zipped

MONTH = 30 * 24 * 3600
KEPT = Path(".cache/papers")


@dataclass(frozen=True)
class Step:
    """One thing done: how many of how many, and which."""

    number: int
    total: int
    name: str


def press(
    library: Library, site: Path, languages: Iterable[str] = EDITIONS
) -> Generator[Step, None, None]:
    """Make every paper, pack and list of the languages; the pages get links to them."""
    kept = library.root / KEPT
    wanted = shelves(library, site, languages)
    papers = [paper for shelf in wanted for paper in shelf.papers()]
    packs = [(shelf, kit) for shelf in wanted for kit in kits(shelf)]
    total = len(papers) + len(packs) + 2 * len(wanted)
    number = 0
    for number, paper in enumerate(make_all(papers, site, kept), start=1):
        yield Step(number, total, paper.target)
    english = Shelf(library, site, SOURCE)
    for shelf, kit in packs:
        number += 1
        yield Step(number, total, _write_pack(shelf, kit, english))
    for shelf in wanted:
        for name in _finish(shelf):
            number += 1
            yield Step(number, total, name)
    forget(kept, time.time() - MONTH)


def _write_pack(shelf: Shelf, kit: Article, english: Shelf) -> str:
    target = f"packs/{kit.path.rpartition('/')[2]}-{kit.language}.zip"
    write_bytes(shelf.site / target, zipped(pack(shelf, kit, english)))
    return target


def _finish(shelf: Shelf) -> Iterator[str]:
    """Write slides and links into the site, then what holds the whole language."""
    for target, page in shelf.slide_pages():
        write_text(shelf.site / target, page)
    for article in shelf.articles.values():
        write_links(shelf.library, shelf.site, article)
    name = f"birge-{shelf.language}"
    yield f"{shelf.language}/paper/"
    raw = parts(shelf.site, shelf.language)
    kept = shelf.library.root / KEPT / fingerprint(raw, shelf.site_url)
    if not kept.is_file():
        write_bytes(kept, zipped(stick(raw, shelf.language, shelf.site_url)))
    kept.touch()
    write_bytes(shelf.site / "offline" / f"{name}.zip", kept.read_bytes())
    if (front := shelf.articles.get("index")) is not None:  # the zip's size is known only now
        write_links(shelf.library, shelf.site, front, whole=True)
    write_text(shelf.site / "offline" / f"{name}.json", kept_list(shelf))
    yield f"offline/{name}.zip"
