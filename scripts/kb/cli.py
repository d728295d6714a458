"""The command `kb`: the one place that prints."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, TimeElapsedColumn, track

from kb.arguments import Task, parser
from kb.checks import all_problems
from kb.checks.repairs import repaired
from kb.checks.spelling import NoDictionaryError, unknown_words
from kb.links.outside import Memory, ask_all, outside_addresses, report
from kb.model.addresses import new_short_id
from kb.model.languages import EDITIONS, LANGUAGES, SOURCE
from kb.model.library import load
from kb.model.versions import PRINTED, released
from kb.model.write import (
    accepted,
    all_targets,
    short_links_text,
    translations_text,
    versions_text,
    write_text,
)
from kb.paper.press import press
from kb.search.answers import found, stems
from kb.site.build import BuildError, build
from kb.site.packed import pack
from kb.site.reading import hardest
from kb.site.reports import dependants, reviews, status
from kb.site.serve import serve
from kb.site.servers import configurations

PROBLEMS = 1
WRONG_CALL = 2
STOPPED = 130
REDRAWN = 10
"""Papers after which the bar is drawn again."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one task; return 0, 1 with problems, 2 for a wrong call, 130 when it was stopped."""
    options = parser(TASKS).parse_args(arguments)
    if not (options.root / "docs").is_dir():
        return _wrong(f"there is no docs/ in '{options.root}'; name the right folder with --root")
    task: Task = options.task
    try:
        return task(options)
    except KeyboardInterrupt:
        print("kb: stopped; the same command goes on from here", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _check(options: argparse.Namespace) -> int:
    wanted = tuple(Path(path).as_posix() for path in options.paths)
    for path in wanted:
        if not (options.root / path).exists():
            return _wrong(f"there is no '{path}' in '{options.root}'")
    problems = all_problems(load(options.root))
    return _told(problem for problem in problems if not wanted or problem.path.startswith(wanted))


def _told(problems: Iterable[object]) -> int:
    count = 0
    for problem in problems:
        print(problem)
        count += 1
    return PROBLEMS if count else 0


def _wrong(text: str) -> int:
    print(f"kb: {text}", file=sys.stderr)
    return WRONG_CALL


def _fix(options: argparse.Namespace) -> int:
    for file, text in repaired(options.root):
        if write_text(file, text):
            print(file.relative_to(options.root).as_posix())
    return 0


def _depends(options: argparse.Namespace) -> int:
    try:
        lines = dependants(load(options.root), options.id)
    except KeyError:
        return _wrong(f"there is no fact or instrument '{options.id}' in docs/_data/evidence/")
    for line in lines:
        print(line)
    return 0


def _review(options: argparse.Namespace) -> int:
    for line in reviews(load(options.root), datetime.now(tz=UTC).date()):
        print(line)
    return 0


def _status(options: argparse.Namespace) -> int:
    library = load(options.root)
    for line in (*status(library), "", *hardest(library)):
        print(line)
    return 0


def _accept(options: argparse.Namespace) -> int:
    library = load(options.root)
    records = library.translations.setdefault(options.language, {})
    for wanted in options.pages:  # each call sees what the one before it recorded
        path, _, section = wanted.partition("#")
        try:
            records[path] = accepted(library, options.language, path, section or None)
        except KeyError as error:
            return _wrong(str(error.args[0]))
    file = options.root / "docs" / "_data" / "translations" / f"{options.language}.yml"
    write_text(file, translations_text(options.language, records))
    return 0


def _links(options: argparse.Namespace) -> int:
    library = load(options.root)
    file = options.root / "docs" / "_data" / "short-links.yml"
    if library.is_unread("docs/_data/short-links.yml"):
        return _wrong("docs/_data/short-links.yml cannot be read; run kb check and mend it first")
    links = dict(library.short_links)
    for target in options.targets if options.new == "new" else all_targets(library):
        path, _, section = target.partition("#")
        page = library.pages[SOURCE].get(path)
        if page is None or (section and section not in page.ids):
            return _wrong(f"there is no page or section '{target}'")
        if target not in links.values():
            links[new_short_id(target, set(links))] = target
    write_text(file, short_links_text(links, library.moved))
    for short, target in links.items():
        if target in options.targets:
            print(f"/s/{short}/  {target}")
    return 0


def _release(options: argparse.Namespace) -> int:
    library = load(options.root)
    if library.is_unread("docs/_data/versions.yml"):
        return _wrong("docs/_data/versions.yml cannot be read; run kb check and mend it first")
    day = options.day or datetime.now(tz=UTC).date()
    versions = dict(library.versions)
    for page in library.all_pages():
        if page.front.kind in PRINTED:
            fresh = released(page, versions.get(page.key), day)
            if fresh != versions.get(page.key):
                print(page.key)
            versions[page.key] = fresh
    write_text(options.root / "docs" / "_data" / "versions.yml", versions_text(versions))
    return 0


def _outside(options: argparse.Namespace) -> int:
    today = datetime.now(tz=UTC).date()
    places = outside_addresses(load(options.root), today)
    memory = Memory(options.root / ".cache" / "outside.json", today)
    answers = track(
        ask_all(places, memory),
        total=len(places),
        description="asking outside links",
        console=Console(stderr=True),
    )
    for line in report(answers, places):
        print(line)
    return 0


def _search(options: argparse.Namespace) -> int:
    for line in found(load(options.root), options.lang, " ".join(options.words)):
        print(line)
    return 0


def _stem(options: argparse.Namespace) -> int:
    for line in stems(load(options.root), options.lang, options.words):
        print(line)
    return 0


def _spell(options: argparse.Namespace) -> int:
    try:
        found = unknown_words(load(options.root), options.language)
    except NoDictionaryError as error:
        packages = "hunspell hunspell-ru hunspell-kk hunspell-uz"
        return _wrong(f"there is no dictionary ({error}); Debian, Ubuntu: apt install {packages}")
    for unknown in found:
        print(unknown)
    return 0


def _build(options: argparse.Namespace) -> int:
    languages = options.lang or LANGUAGES
    try:
        build(options.root, options.site, languages)
    except BuildError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    return 0 if options.no_papers or SOURCE not in languages else _papers(options)


def _papers(options: argparse.Namespace) -> int:
    if not (options.site / SOURCE / "index.html").is_file():
        return _wrong(f"there is no site in '{options.site}'; run kb build first")
    languages = getattr(options, "lang", None) or EDITIONS
    with Progress(
        *Progress.get_default_columns(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,  # by a thread, beside which no process can be copied safely
    ) as progress:
        bar = progress.add_task("papers")
        for step in press(load(options.root), options.site, languages):
            progress.update(bar, completed=step.number, total=step.total, description=step.name)
            if step.number % REDRAWN == 0:
                progress.refresh()
    pack(options.site, options.root)
    for folder in ("<language>/paper/", "packs/", "offline/"):
        print(f"{options.site}/{folder}")
    return 0


def _deploy(options: argparse.Namespace) -> int:
    for name, text in configurations().items():
        if write_text(options.root / "deploy" / name, text):
            print(f"deploy/{name}")
    return 0


def _serve(options: argparse.Namespace) -> int:
    languages = [options.lang] if options.lang else LANGUAGES
    try:
        served = serve(options.root, languages, options.port, partial(print, flush=True))
    except KeyboardInterrupt:
        return 0
    return 0 if served else PROBLEMS


TASKS: dict[str, Task] = {
    "accept": _accept,
    "build": _build,
    "check": _check,
    "depends": _depends,
    "deploy": _deploy,
    "fix": _fix,
    "links": _links,
    "outside": _outside,
    "papers": _papers,
    "release": _release,
    "review": _review,
    "search": _search,
    "serve": _serve,
    "spell": _spell,
    "status": _status,
    "stem": _stem,
}
"""By name, as `kb.arguments` lists them."""

if __name__ == "__main__":
    sys.exit(main())
