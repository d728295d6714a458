"""Papers made side by side, kept by what they are made from, written in one step each."""

import hashlib
import json
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path

from kb.model.write import write_bytes
from kb.paper import docx, epub, html_to_pdf, pandoc, slides


@dataclass(frozen=True)
class Paper:
    """One file to be made, with all that it is made from."""

    target: str
    """Below the root of the site: 'kk/paper/sheets-map.pdf'."""
    maker: str
    """A name of `MAKERS`."""
    html: str
    day: date

    @cached_property
    def key(self) -> str:
        """Return the name under which it is kept; whatever changes the paper changes the name."""
        parts = [self.maker, made_with(self.maker), self.html, str(self.day)]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


MAKERS: dict[str, Callable[[Paper], bytes]] = {
    "pdf": lambda paper: html_to_pdf.pdf(paper.html, paper.day),
    "docx": lambda paper: docx.docx(paper.html, paper.day),
    "pptx": lambda paper: slides.pptx(paper.html, paper.day),
    "epub": lambda paper: epub.epub(paper.html, paper.day),
}


ENOUGH = 200
"""Papers after which a worker starts anew: Typst keeps what it has set, 4 MB a paper."""


@cache
def made_with(maker: str) -> str:
    """Return what a maker rests on: the version of its library, and our own code."""
    if maker == "pdf":
        return f"{html_to_pdf.made_with()} {_code('html_to_pdf', 'markup')}"
    if maker == "epub":
        return _code("epub", "zips")
    return f"{pandoc.made_with()} {_code('pandoc', maker if maker != 'pptx' else 'slides')}"


def _code(*modules: str) -> str:
    texts = [Path(__file__).with_name(f"{module}.py").read_bytes() for module in modules]
    return hashlib.sha256(b"".join(texts)).hexdigest()


def make(kept: Path, paper: Paper) -> str:
    """Return the key of a paper, once it stands in the folder *kept*."""
    write_bytes(kept / paper.key, MAKERS[paper.maker](paper))
    return paper.key


def make_all(papers: Iterable[Paper], site: Path, kept: Path) -> Iterator[Paper]:
    """Yield each paper once it stands in *site*."""
    missing = {}
    for paper in papers:
        if (kept / paper.key).is_file():
            yield _placed(paper, site, kept)
        else:
            missing[paper.key] = paper
    if not missing:
        return
    fresh = multiprocessing.get_context("spawn")  # threads of the parent would not come along
    workers = min(os.cpu_count() or 1, len(missing))
    quiet = (signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's, which ends them
    with fresh.Pool(workers, signal.signal, quiet, maxtasksperchild=ENOUGH) as pool:
        for key in pool.imap_unordered(partial(make, kept), missing.values()):
            yield _placed(missing[key], site, kept)


def _placed(paper: Paper, site: Path, kept: Path) -> Paper:
    file = kept / paper.key
    os.utime(file)  # `forget` asks when it was last used
    write_bytes(site / paper.target, file.read_bytes())
    return paper


def forget(kept: Path, before: float) -> None:
    """Remove what no build has used since the time *before*."""
    for file in kept.glob("*"):
        if file.stat().st_mtime < before:
            file.unlink()
