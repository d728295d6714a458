"""The files under docs/: which are read, how they are named, and where links lead."""

import os
import re
from collections.abc import Container, Iterator
from pathlib import Path

from kb.model.problem import Problem
from kb.model.source import relative

FOLDER_NAME = re.compile(r"^_?(?P<words>[a-z0-9]+(?:-[a-z0-9]+)*)$")
FILE_NAME = re.compile(r"^_?(?P<words>[a-z0-9]+(?:-[a-z0-9]+)*)(?P<ending>\.[a-z0-9]+)?$")
"""Latin letters, digits and hyphens, lower case: a name that every server and shell takes."""
CASED_NAMES = {"SCHEMA.md"}
"""Names that are read by editors only and never become an address."""
CHOOSER = "docs/index.md"
"""The page at which readers choose a language."""
RECORDS = "docs/_data/"
HIDDEN = "."
"""What a name begins with that programs keep for themselves; the build leaves it out too."""


def files(folder: Path, pattern: str) -> list[Path]:
    """Return the files and links to files below *folder*, sorted, without hidden ones.

    What stands in a hidden folder is hidden too.
    """
    return sorted(
        file
        for file in folder.glob(pattern)
        if not any(part.startswith(HIDDEN) for part in file.relative_to(folder).parts)
        and (file.is_file() or _is_dead_link(file))
    )


def _is_dead_link(file: Path) -> bool:
    return file.is_symlink() and not file.is_dir()


def tree_problems(root: Path, read: Container[str]) -> Iterator[Problem]:
    """Yield a problem for each name that makes no good address, and each folder that is a link.

    And for each page and record that is not among those *read*: a slip in its name hides it.
    """
    for here, folders, names in os.walk(root / "docs"):
        folders[:] = sorted(name for name in folders if not name.startswith(HIDDEN))
        for name in folders:
            yield from _folder_problems(root, Path(here, name))
        for name in sorted(names):
            if not (name.startswith(HIDDEN) or name in CASED_NAMES):
                yield from _file_problems(root, Path(here, name), read)


def _file_problems(root: Path, file: Path, read: Container[str]) -> Iterator[Problem]:
    path = relative(root, file)
    is_record = path.startswith(RECORDS)
    if not FILE_NAME.match(file.name):
        yield _name_problem(root, file, "who-may-join.md")
    elif (is_record or file.suffix == ".md") and path not in read and path != CHOOSER:
        where = "the name that the record has" if is_record else "a place below docs/<language>/"
        yield Problem(path, 1, "FIL08", "nothing reads this file", f"give it {where}, or remove it")


def _folder_problems(root: Path, folder: Path) -> Iterator[Problem]:
    if folder.is_symlink():
        what, fix = "the folder is a link", "put the folder itself into docs/"
        yield Problem(relative(root, folder), 1, "FIL06", what, fix)
    if not FOLDER_NAME.match(folder.name):
        yield _name_problem(root, folder, "who-may-join")


def _name_problem(root: Path, file: Path, example: str) -> Problem:
    what = f"the name {file.name!r} is not lower-case Latin with hyphens"
    return Problem(relative(root, file), 1, "FIL03", what, f"rename it, for example to '{example}'")
