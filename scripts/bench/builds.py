"""What building costs, from nothing and after a change, at today's size or at another."""

import os
import shutil
import signal
import sys
import time
from pathlib import Path
from subprocess import PIPE, Popen

from playwright.sync_api import sync_playwright

from bench.corpus import HOOK, write_project
from bench.sites import Bench, plain_project, seconds
from kb.model.languages import LANGUAGES
from kb.model.library import Library, load
from kb.site.view import address as address_of

EDITED = ("en", "kk")
"""In which languages one page is edited: the source, on which the others rest, and one other."""
PORT = 8765
TRIES = 5
PAUSE = 5
"""Seconds between two changes: the whole site follows behind a page that was saved."""
FOUND_OR_NOT = (0, 1)
"""How checks may end: words that were exchanged by chance now and then break a rule."""
Spent = tuple[float, float]
"""CPU and wall seconds."""


def builds(bench: Bench) -> None:
    """Print what building costs, here and in the plain stack; papers are left out.

    `make bench N=1000` takes a generated site of so many pages in each language.
    """
    project = bench.work / "builds"
    if count := int(os.environ.get("N") or 0):
        write_project(project, bench.library, count)
    else:
        copy_of(bench.library, project)
    library = load(project)
    plain_project(bench.work / "builds-plain", library)
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(bench.work / "plain-out")]
    pages = len(library.pages["en"]) * len(LANGUAGES)
    print(f"build of {pages} pages        CPU s   wall s   CPU ratio   wall ratio   wall ms a page")
    plain = seconds(mkdocs, bench.work / "builds-plain")
    _row("plain stack", plain, plain, pages)
    checks = [sys.executable, "-m", "kb.cli", "check"]
    check = seconds(checks, project, good=FOUND_OR_NOT)
    cold = kb_build(project)
    _row("this site, from nothing", cold, plain, pages)
    _row("  with its checks", (check[0] + cold[0], check[1] + cold[1]), plain, pages)
    print(f"{'after one page was edited':41}ratio to from nothing")
    for language in EDITED:
        _edit(library, language)
        _row(f"this site, {language}", kb_build(project), cold, pages)
    if not count:
        _print_serve(library)


def _row(name: str, spent: Spent, beside: Spent, pages: int) -> None:
    cpu, wall = spent
    print(
        f"  {name:25}{cpu:8.1f}{wall:9.1f}{cpu / beside[0]:12.2f}{wall / beside[1]:13.2f}"
        f"{1000 * wall / pages:17.1f}"
    )


def copy_of(library: Library, project: Path) -> None:
    """Write the project of a library, without what was made of it."""
    for name in ("docs", "overrides"):
        shutil.copytree(library.root / name, project / name)
    for name in ("mkdocs.yml", str(HOOK)):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library.root / name, project / name)


def kb_build(project: Path) -> Spent:
    """Return what building a project costs; papers are left out."""
    return seconds([sys.executable, "-m", "kb.cli", "build", "--no-papers"], project)


def _edit(library: Library, language: str, sentence: str = "One more sentence.") -> None:
    """Add a sentence to the end of the page in the middle."""
    page = library.pages[language][_middle(library, language)]
    with (library.root / page.file).open("a", encoding="utf-8") as file:
        file.write(f"\n{sentence}\n")


def _middle(library: Library, language: str) -> str:
    paths = [path for path in library.pages["en"] if library.is_written(language, path)]
    return paths[len(paths) // 2]


def _print_serve(library: Library) -> None:
    """Print the seconds from saving a page to a browser showing it, the median of five."""
    command = [sys.executable, "-m", "kb.cli", "serve", "--port", str(PORT)]
    with Popen(  # noqa: S603 - our own command; the build behind it ends with it
        command,
        cwd=library.root,
        stdout=PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    ) as served:
        address = served.stdout.readline().strip() if served.stdout else ""
        with sync_playwright() as playwright:
            path = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            page = browser.new_page()
            taken = []
            for number in range(TRIES):
                sentence = f"Sentence number {number} is new."
                page.goto(f"{address}{address_of('kk', _middle(library, 'kk'))}")
                start = time.perf_counter()
                _edit(library, "kk", sentence)
                page.wait_for_selector(f"text={sentence}", timeout=60_000)
                taken.append(time.perf_counter() - start)
                time.sleep(PAUSE)
        os.killpg(served.pid, signal.SIGTERM)
    print(f"from saving a page to seeing it, s{sorted(taken)[TRIES // 2]:10.2f}")
