"""Papers made side by side, kept by what they are made from, written in one step each."""

import hashlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path

from kb.model.kept import Kept, key_of
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
        return key_of([self.maker, made_with(self.maker), self.html, str(self.day)])


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
        return f"{html_to_pdf.made_with()} {_code('html_to_pdf.py', 'markup.py')}"
    if maker == "epub":
        return _code("epub.py", "zips.py")
    own = "slides.py" if maker == "pptx" else f"{maker}.py"
    return f"{pandoc.made_with()} {_code('pandoc.py', 'pandoc.lua', own)}"


def _code(*files: str) -> str:
    texts = [Path(__file__).with_name(file).read_bytes() for file in files]
    return hashlib.sha256(b"".join(texts)).hexdigest()


def place(paper: Paper, site: Path, kept: Kept) -> bool:
    """Return whether the paper was kept, and so stands in *site* now."""
    raw = kept.get(paper.key)
    if raw is not None:
        write_bytes(site / paper.target, raw)
    return raw is not None


def make(paper: Paper, site: Path, kept: Kept) -> str:
    """Return the target of a paper, once it is kept and stands in *site*."""
    raw = MAKERS[paper.maker](paper)
    kept.put(paper.key, raw)
    write_bytes(site / paper.target, raw)
    return paper.target


def make_all(papers: Iterable[Paper], site: Path, kept: Kept) -> Iterator[str]:
    """Yield the target of each paper once it stands in *site*; the longest are begun first."""
    waiting = sorted(papers, key=lambda paper: len(paper.html), reverse=True)
    if not waiting:
        return
    # Not copies of this process: threads of Typst that run here would not come along.
    fresh = multiprocessing.get_context("forkserver")
    fresh.set_forkserver_preload(["__main__", __name__])
    workers = min(os.cpu_count() or 1, len(waiting))
    quiet = (signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's, which ends them
    with fresh.Pool(workers, signal.signal, quiet, maxtasksperchild=ENOUGH) as pool:
        yield from pool.imap_unordered(partial(make, site=site, kept=kept), waiting)
