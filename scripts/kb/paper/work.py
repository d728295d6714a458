"""Papers made side by side, kept by what they are made from, written in one step each."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path

from kb.model import languages
from kb.model.kept import Kept, key_of
from kb.model.output import Output
from kb.paper import docx, epub, html_to_pdf, pandoc, slides


@dataclass(frozen=True)
class Paper:
    """One file to be made, with all that it is made from."""

    target: str
    """Below the root of the site: 'kk/paper/sheets-map.pdf'."""
    maker: str
    """A name of `MAKERS`."""
    text: partial[str]
    """Gives what the maker takes; that is work, done only where the paper is not kept."""
    day: date

    @cached_property
    def key(self) -> str:
        """Return the name under which it is kept; whatever changes the paper changes the name."""
        ground = repr((self.text.func.__name__, self.text.args))
        return key_of([self.maker, made_with(self.maker), ground, str(self.day)])


MAKERS: dict[str, Callable[[str, date], bytes]] = {
    "pdf": html_to_pdf.pdf,
    "docx": docx.docx,
    "pptx": slides.pptx,
    "epub": epub.epub,
}
CODE = {
    "pdf": ("html_to_pdf", "markup", "pandoc", "document", "tables", "article"),
    "docx": ("docx", "pandoc", "zips", "document", "tables", "article"),
    "pptx": ("slides", "pandoc", "article"),
    "epub": ("epub", "zips", "tables", "article"),
}
"""Our own modules that a maker and what draws its text stand on."""


@cache
def made_with(maker: str) -> str:
    """Return what a maker rests on: the version of its library, and our own code."""
    here = Path(__file__).parent
    files = [Path(languages.__file__), *(here / f"{name}.py" for name in CODE[maker])]
    own = key_of(file.read_bytes() for file in files)
    libraries = {"pdf": html_to_pdf.made_with, "epub": epub.made_with}.get(maker, pandoc.made_with)
    return f"{libraries()} {own}"


def place(paper: Paper, site: Output, kept: Kept) -> bool:
    """Return whether the paper was kept, and so was put into the site."""
    raw = kept.get(paper.key)
    if raw is not None:
        site.put(paper.target, raw)
    return raw is not None


def make(paper: Paper, kept: Kept) -> tuple[str, bytes]:
    """Return where a paper belongs, and the paper, once it is kept."""
    raw = MAKERS[paper.maker](paper.text(), paper.day)
    kept.put(paper.key, raw)
    return paper.target, raw


def make_all(papers: Iterable[Paper], site: Output, kept: Kept) -> Iterator[str]:
    """Yield the target of each paper once it was put; the longest are begun first."""
    waiting = sorted(papers, key=lambda paper: len(repr(paper.text.args)), reverse=True)
    if not waiting:
        return
    # Not copies of this process: threads of Typst that run here would not come along.
    fresh = multiprocessing.get_context("forkserver")
    fresh.set_forkserver_preload(["__main__", __name__])
    workers = min(os.cpu_count() or 1, len(waiting))
    quiet = (signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's, which ends them
    with fresh.Pool(workers, signal.signal, quiet) as pool:
        for target, raw in pool.imap_unordered(partial(make, kept=kept), waiting):
            site.put(target, raw)
            yield target
