"""A site many times as large as today's: it is built, searched and served, beside today's."""

import os
from pathlib import Path

from playwright.sync_api import Browser

from bench.answers import HEAD, print_answers
from bench.builds import copy_of, kb_build
from bench.corpus import write_project
from bench.load import print_load
from bench.served import nginx
from bench.serving import chromium, served
from bench.sites import Bench
from kb.model.languages import LANGUAGES
from kb.model.output import files_below
from kb.search.files import unscripted

PAGES = 2000
"""In each language, where N does not say another number."""


def growth(bench: Bench) -> None:
    """Print what today's site costs, and one of `N=2000` pages in each language."""
    count = int(os.environ.get("N") or PAGES)
    today, grown = bench.work / "today", bench.work / "grown"
    copy_of(bench.library, today)
    write_project(grown, bench.library, count)
    print("growth                     pages   CPU s   wall s   wall ms a page   files")
    for name, project in (("today", today), (f"{count} a language", grown)):
        cpu, wall = kb_build(project)
        pages = sum(
            1 for language in LANGUAGES for _ in (project / "docs" / language).rglob("*.md")
        )
        files = sum(1 for _ in files_below(project / "site"))
        print(f"  {name:22}{pages:8}{cpu:8.1f}{wall:9.1f}{1000 * wall / pages:17.1f}{files:8}")
    print(HEAD)
    with chromium() as browser:
        for project in (today, grown):
            _print_answers(project, browser)
    for name, project in (("today", today), (f"{count} a language", grown)):
        work = project / "nginx"
        work.mkdir()
        with nginx(work, project / "site", secure=False) as server:
            print_load(name, server, project / "site", work)


def _print_answers(project: Path, browser: Browser) -> None:
    site = project / "site"
    with served(site) as address:
        for language in LANGUAGES:
            pages = sum(1 for _ in (project / "docs" / language).rglob("*.md"))
            scripts = (site / "search" / language).glob("*.js")
            files = {one.stem: unscripted(one.read_text(encoding="utf-8")) for one in scripts}
            print_answers(browser, f"{address}{language}/", language, pages, files)
