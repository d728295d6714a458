"""The command `kb`: the one place that prints."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kb.checks import all_problems
from kb.model.library import Library, load

USAGE_ERROR = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one task and return the exit code: 0, 1 with problems, 2 for a wrong call."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not (options.root / "docs").is_dir():
        print(f"kb: there is no docs/ in {options.root}; name the root with --root", file=sys.stderr)
        return USAGE_ERROR
    return int(options.task(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kb", description="Birge: check, build and ask the knowledge base.")
    parser.add_argument("--root", type=Path, default=Path(), help=argparse.SUPPRESS)
    tasks = parser.add_subparsers(required=True, metavar="TASK")
    check = _task(tasks, "check", _check, "check pages and data; writes nothing")
    check.add_argument("paths", nargs="*", help="tell only of files whose path begins so")
    return parser


def _task(tasks, name, function, text):
    parser = tasks.add_parser(name, help=text, description=text)
    parser.add_argument("--root", type=Path, default=Path(), help="the folder that holds docs/")
    parser.set_defaults(task=function)
    return parser


def _check(options: argparse.Namespace) -> int:
    problems = all_problems(load(options.root))
    wanted = tuple(options.paths)
    shown = [problem for problem in problems if not wanted or problem.path.startswith(wanted)]
    for problem in shown:
        print(problem)
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main())
