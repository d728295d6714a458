"""Papers made side by side, kept by what they are made from, written in one step each."""

import gc
import hashlib
import json
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kb.model.write import write_bytes
from kb.paper import docx, epub, html_to_pdf, pandoc, slides
from kb.paper.html_to_pdf import NoPaperError


@dataclass(frozen=True)
class Paper:
    """One file to be made, with all that it is made from."""

    target: str
    """Below the root of the site: 'kk/paper/sheets-map.pdf'."""
    maker: str
    """A name of `MAKERS`."""
    html: str
    style: str
    day: date

    @property
    def key(self) -> str:
        """Return the name under which it is kept: another text, style or library, another name."""
        parts = [self.maker, made_with(self.maker), self.html, self.style, str(self.day)]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


MAKERS: dict[str, Callable[[Paper], bytes]] = {
    "pdf": lambda paper: html_to_pdf.pdf(paper.html, paper.style),
    "sheet": lambda paper: html_to_pdf.pdf(paper.html, paper.style, one_page=True),
    "docx": lambda paper: docx.docx(paper.html, paper.day),
    "pptx": lambda paper: slides.pptx(paper.html, paper.day),
    "epub": lambda paper: epub.epub(paper.html, paper.day),
}


@cache
def made_with(maker: str) -> str:
    """Return what a maker rests on: the version of its library, and our own code."""
    if maker in {"pdf", "sheet"}:
        return f"{html_to_pdf.made_with()} {_code('html_to_pdf')}"
    if maker == "epub":
        return _code("epub", "zips")
    return f"{pandoc.made_with()} {_code('pandoc', maker if maker != 'pptx' else 'slides')}"


def _code(*modules: str) -> str:
    texts = [Path(__file__).with_name(f"{module}.py").read_bytes() for module in modules]
    return hashlib.sha256(b"".join(texts)).hexdigest()


def make(paper: Paper, kept: Path) -> str:
    """Make one paper into the folder *kept*; return why it could not be made, or nothing."""
    gc.disable()  # pages are set an eighth faster
    try:
        write_bytes(kept / paper.key, MAKERS[paper.maker](paper))
    except NoPaperError as error:
        return str(error)
    finally:
        gc.enable()
    return ""


def make_all(papers: Iterable[Paper], site: Path, kept: Path) -> Iterator[tuple[Paper, str]]:
    """Yield each paper once it stands in *site*, with what kept it from being made."""
    missing = []
    for paper in papers:
        if (kept / paper.key).is_file():
            yield paper, _placed(paper, site, kept)
        else:
            missing.append(paper)
    if not missing:
        return
    fresh = multiprocessing.get_context("spawn")  # threads of the parent would not come along
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(missing)), fresh) as pool:
        jobs = {pool.submit(make, paper, kept): paper for paper in missing}
        for job in as_completed(jobs):
            paper = jobs[job]
            yield paper, job.result() or _placed(paper, site, kept)


def _placed(paper: Paper, site: Path, kept: Path) -> str:
    file = kept / paper.key
    os.utime(file)  # `forget` asks when it was last used
    write_bytes(site / paper.target, file.read_bytes())
    return ""


def forget(kept: Path, before: float) -> None:
    """Remove what no build has used since the time *before*."""
    for file in kept.glob("*"):
        if file.stat().st_mtime < before:
            file.unlink()
