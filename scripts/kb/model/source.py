"""Files as they come: read whole, or refused with a reason."""

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from kb.model.problem import Problem

PAGE_BYTES = 200_000
"""The most a page may weigh; a page of 900 words weighs about 10,000 bytes."""
DATA_BYTES = 3_000_000
"""The most a data file may weigh."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UNSEEN = re.compile(
    "(?P<sign>[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff])"
)
"""Signs that no editor shows: some end a line for one program and not for the next."""
MERGE = re.compile(r"^(?P<sign>[<|=>])(?P=sign){6}(?: |$)", re.MULTILINE)
"""What git writes around two wordings of which an editor must keep one."""
MERGE_SIGNS = tuple(7 * sign for sign in "<|=>")
BROKEN_LETTER = "\ufffd"
"""What programs put where a letter was lost."""


@dataclass(frozen=True)
class Source:
    """The text of one file and where it stands."""

    path: str
    """From the root of the repository, with forward slashes."""
    text: str

    @cached_property
    def digest(self) -> str:
        """Return the hash of place and text, in hexadecimal signs."""
        return hashlib.sha256(f"{self.path}\0{self.text}".encode()).hexdigest()

    @property
    def lines(self) -> list[str]:
        """Return the lines as an editor counts them: only a line feed ends one."""
        return self.text.removesuffix("\n").split("\n")


def read_source(root: Path, file: Path, most_bytes: int) -> Source | Problem:
    """Return the file's text, or the one problem that keeps it from being read.

    The text is UTF-8 without a byte order mark, with line feeds, without signs that no editor
    shows, and not empty. Nothing is repaired here: an editor sees what stands in the file.
    """
    path = relative(root, file)
    if (problem := _unsafe_place(root, file, path)) is not None:
        return problem
    try:
        size = file.stat().st_size
        raw = file.read_bytes() if size <= most_bytes else b""
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        return Problem(path, 1, "FIL01", what, "make it a file that everybody may read")
    if size > most_bytes:
        what = f"the file has {size:,} bytes; the most is {most_bytes:,}"
        fix = "split it, or remove what was pasted in by mistake"
        return Problem(path, 1, "FIL04", what, fix)
    return next(_byte_problems(path, raw), None) or _decoded(path, raw)


@lru_cache(maxsize=20_000)  # the same files are asked for again and again while one writes
def relative(root: Path, file: Path) -> str:
    """Return the file's place below *root*, with forward slashes, without following links."""
    return Path(os.path.normpath(file)).relative_to(os.path.normpath(root)).as_posix()


def _unsafe_place(root: Path, file: Path, path: str) -> Problem | None:
    try:
        target = os.path.realpath(file, strict=True)
    except OSError:
        what, fix = (
            "the file is a link that leads nowhere",
            "remove it, or put the file itself here",
        )
        return Problem(path, 1, "FIL06", what, fix)
    if target.startswith(f"{_real_docs(root)}{os.sep}"):
        return None
    what = "the file is a link to a place outside docs/"
    return Problem(path, 1, "FIL06", what, "put the file itself into docs/")


@lru_cache(maxsize=16)  # asked for each file
def _real_docs(root: Path) -> str:
    return os.path.realpath(root / "docs")


def _byte_problems(path: str, raw: bytes) -> Iterator[Problem]:
    """Yield what can be seen before the bytes are letters, the gravest first."""

    def found(sign: bytes, code: str, what: str, fix: str) -> Iterator[Problem]:
        if sign in raw:
            yield Problem(path, raw[: raw.index(sign)].count(b"\n") + 1, code, what, fix)

    if not raw.strip():
        yield Problem(path, 1, "FIL05", "the file is empty", "write it, or remove it")
    if raw.startswith(BYTE_ORDER_MARK):
        what, fix = "the file begins with a byte order mark", "save it as UTF-8 without BOM"
        yield Problem(path, 1, "FIL02", what, fix)
    fix = "remove it, or save the file as UTF-8"
    yield from found(b"\x00", "FIL01", "the file holds a null byte", fix)
    fix = "save the file with LF line ends"
    yield from found(b"\r\n", "FIL02", "the line ends in CR LF", fix)
    yield from found(b"\r", "FIL02", "the line ends in CR", fix)


def _decoded(path: str, raw: bytes) -> Source | Problem:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        what = f"byte {raw[error.start]:#04x} is not UTF-8"
        return Problem(path, line, "FIL01", what, "save the file as UTF-8")
    if (match := UNSEEN.search(text)) is not None:
        line = text.count("\n", 0, match.start()) + 1
        what = f"the file holds the sign U+{ord(match['sign']):04X}, which no editor shows"
        return Problem(path, line, "FIL01", what, "remove it; it may have come with pasted text")
    if BROKEN_LETTER in text:
        line = text.count("\n", 0, text.index(BROKEN_LETTER)) + 1
        what = "the file holds the sign U+FFFD, which stands for a lost letter"
        return Problem(path, line, "FIL01", what, "type the word again")
    if any(signs in text for signs in MERGE_SIGNS) and (match := MERGE.search(text)) is not None:
        line = text.count("\n", 0, match.start()) + 1
        what = f"the mark '{match['sign'] * 7}' of a merge stands in the file"
        fix = "keep one of the two wordings; remove the lines '<<<<<<<', '=======' and '>>>>>>>'"
        return Problem(path, line, "FIL07", what, fix)
    return Source(path, text)
