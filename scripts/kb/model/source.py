"""Files as they come: read whole, or refused with a reason."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from kb.model.problem import Problem

PAGE_BYTES = 200_000
"""The most a page may weigh; a page of 900 words weighs about 10,000 bytes."""
DATA_BYTES = 3_000_000
"""The most a data file may weigh."""
FILE_NAME = re.compile(r"^_?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)?$")
"""Latin letters, digits and hyphens, lower case: a name that every server and shell takes."""
CASED_NAMES = {"SCHEMA.md"}
"""Names that are read by editors only and never become an address."""


@dataclass(frozen=True)
class Source:
    """The text of one file and where it stands."""

    path: str
    """From the root of the repository, with forward slashes."""
    text: str


def read_source(root: Path, file: Path, most_bytes: int) -> Source | Problem:
    """Return the file's text, or the one problem that keeps it from being read.

    The text is UTF-8 without a byte order mark, with line feeds, without null bytes and
    not empty. Nothing is repaired here: an editor sees what stands in the file.
    """
    path = relative(root, file)
    if (problem := _unsafe_place(root, file, path)) is not None:
        return problem
    size = file.stat().st_size
    if size > most_bytes:
        return Problem(
            path, 1, "FIL04", f"the file has {size:,} bytes; the most is {most_bytes:,}",
            "split it, or remove what was pasted in by mistake",
        )
    return _decoded(path, file.read_bytes())


def relative(root: Path, file: Path) -> str:
    """Return the file's place below *root*, with forward slashes, without following links."""
    return Path(os.path.normpath(file)).relative_to(os.path.normpath(root)).as_posix()


def name_problem(path: str) -> Problem | None:
    """Return a problem where a folder or file is not named in lower-case Latin with hyphens."""
    for part in path.split("/"):
        if part not in CASED_NAMES and not FILE_NAME.match(part):
            return Problem(
                path, 1, "FIL03", f"the name {part!r} is not lower-case Latin with hyphens",
                "rename it, for example to 'who-may-join.md'",
            )
    return None


def _unsafe_place(root: Path, file: Path, path: str) -> Problem | None:
    if file.resolve().is_relative_to((root / "docs").resolve()):
        return None
    return Problem(
        path, 1, "FIL06", "the file is a link to a place outside docs/",
        "put the file itself into docs/",
    )


def _decoded(path: str, raw: bytes) -> Source | Problem:
    if not raw.strip():
        return Problem(path, 1, "FIL05", "the file is empty", "write it, or remove it")
    if raw.startswith(b"\xef\xbb\xbf"):
        return Problem(
            path, 1, "FIL02", "the file begins with a byte order mark",
            "save it as UTF-8 without BOM",
        )
    if b"\x00" in raw:
        line = raw[: raw.index(b"\x00")].count(b"\n") + 1
        return Problem(
            path, line, "FIL01", "the file holds a null byte", "remove it, or save the file as UTF-8"
        )
    if b"\r" in raw:
        line = raw[: raw.index(b"\r")].count(b"\n") + 1
        return Problem(
            path, line, "FIL02", "the line ends in CR LF", "save the file with LF line ends"
        )
    try:
        return Source(path, raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Problem(
            path, line, "FIL01", f"byte {raw[error.start]:#04x} is not UTF-8",
            "save the file as UTF-8",
        )
