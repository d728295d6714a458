"""Tasks that look for problems in pages and data."""

import argparse
from collections.abc import Iterable

from kb.checks import all_problems
from kb.checks.repairs import repaired
from kb.model.library import load
from kb.model.write import write_text
from kb.tasks import PROBLEMS, wrong


def check(options: argparse.Namespace) -> int:
    """Name every problem; return 1 where there is one."""
    root = options.root.resolve()
    wanted = [(root / path).resolve() for path in options.paths] or [root]
    for path, place in zip(options.paths, wanted, strict=False):
        if not (place.exists() and place.is_relative_to(root)):
            return wrong(f"there is no '{path}' in '{options.root}'")
    return _told(
        problem
        for problem in all_problems(load(options.root))
        if any((root / problem.path).is_relative_to(place) for place in wanted)
    )


def _told(problems: Iterable[object]) -> int:
    count = 0
    for problem in problems:
        print(problem)
        count += 1
    return PROBLEMS if count else 0


def fix(options: argparse.Namespace) -> int:
    """Mend what has one right answer, and name the files."""
    for file, text in repaired(options.root):
        if write_text(file, text):
            print(file.relative_to(options.root).as_posix())
    return 0
