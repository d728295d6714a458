"""What can be written after `kb`: the tasks and their options."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kb.model.languages import EDITIONS, LANGUAGES, SOURCE

Adding = Callable[[str, str], argparse.ArgumentParser]


def parser() -> argparse.ArgumentParser:
    """Return what reads the command's arguments; `task` holds the name of the task."""
    text = "Check, build and ask the knowledge base."
    whole = argparse.ArgumentParser(prog="kb", description=text)
    tasks = whole.add_subparsers(required=True, metavar="TASK")

    def task(name: str, text: str) -> argparse.ArgumentParser:
        added = tasks.add_parser(name, help=text, description=text)
        added.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/")
        added.set_defaults(task=name)
        return added

    check = task("check", "name every problem in pages and data; write nothing")
    check.add_argument(
        "paths", nargs="*", help="only these files, and what stands in these folders"
    )
    task(
        "fix",
        "mend what has one right answer: line ends, byte order marks, spaces at line ends",
    )
    depends = task("depends", "name every line that rests on a fact or an instrument")
    depends.add_argument("id")
    task("review", "name what must be read again")
    task("status", "show languages, evidence in use, citations by page")
    accept = task("accept", "note that a translation follows today's English wording")
    accept.add_argument("language", choices=[code for code in LANGUAGES if code != SOURCE])
    accept.add_argument("pages", nargs="+", metavar="PAGE[#SECTION]")
    links = task("links", "add short links for pages and sections")
    links.add_argument("new", choices=["new", "all"], help="all: every page and section")
    links.add_argument("targets", nargs="*", metavar="PAGE[#SECTION]")
    task("outside", "ask each outside link whether it still answers; needs the network")
    spell = task("spell", "show words that no dictionary knows; needs hunspell")
    spell.add_argument("language", choices=[code for code in LANGUAGES if code != SOURCE])
    seek = task("search", "find pages, as the search of the site does")
    stem = task("stem", "show the stem under which each word is found")
    for asked in (seek, stem):
        asked.add_argument("--lang", choices=LANGUAGES, default=SOURCE)
        asked.add_argument("words", nargs="+", metavar="WORD")
    _tasks_that_make(task)
    return whole


def _tasks_that_make(task: Adding) -> None:
    make = task("build", "make site/")
    make.add_argument("--site", type=Path, default=Path("site"))
    make.add_argument("--lang", choices=LANGUAGES, action="append", help="one language alone")
    make.add_argument(
        "--no-papers", action="store_true", help="pages alone, without PDF, zips and packed copies"
    )
    papers = task(
        "papers",
        "make PDF, Word, slides, books and zips of the built site/, and packed copies",
    )
    papers.add_argument("--site", type=Path, default=Path("site"))
    papers.add_argument("--lang", choices=EDITIONS, action="append", help="one language alone")
    task("deploy", "write deploy/, the configurations of servers, anew")
    release = task("release", "note what changed in sheets and kits, for paper printed before")
    release.add_argument(
        "--day", type=date.fromisoformat, help="the day of the release, else today"
    )
    watch = task("serve", "serve the site, and show each change when it is saved")
    watch.add_argument("--lang", choices=LANGUAGES)
    watch.add_argument("--port", type=int, default=8000)
