"""Made things in a folder, each under a key of all that it was made from.

Processes may share the folder: a file is written beside its place and then put there in one step,
and one that was cut or changed is not taken for what it was.
"""

import hashlib
import importlib.metadata
import os
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import kb

DAY = 24 * 3600
MONTH = 30 * DAY
"""For how many seconds a thing is kept; what is still asked for is made again then."""
SEAL = hashlib.sha256().digest_size
"""How many bytes at the beginning of a file hold the hash of the rest."""


def key_of(parts: Iterable[str | bytes]) -> str:
    """Return the key of something made from *parts*; their order and their ends count."""
    found = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        found.update(len(raw).to_bytes(8, "big") + raw)
    return found.hexdigest()


@cache
def programs() -> str:
    """Return our code, Python and every installed package, as one hash."""
    packages = sorted(f"{one.name} {one.version}" for one in importlib.metadata.distributions())
    return key_of([sys.version, *packages, *contents(Path(kb.__file__).parent, "*.py")])


def contents(folder: Path, pattern: str = "*") -> Iterator[str | bytes]:
    """Yield name and content of each file below a folder."""
    for file in sorted(folder.rglob(pattern)):
        if file.is_file():
            yield file.relative_to(folder).as_posix()
            yield file.read_bytes()


@dataclass(frozen=True)
class Kept:
    """A folder of made things."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """Return what was made from the same, or None where it is to be made."""
        file = self._file(key)
        try:
            raw = file.read_bytes()
        except OSError:
            return None
        if hashlib.sha256(raw[SEAL:]).digest() != raw[:SEAL]:
            return None
        return raw[SEAL:]

    def has(self, key: str) -> bool:
        """Return whether something is kept, though it may turn out to be broken."""
        return self._file(key).exists()

    def put(self, key: str, made: bytes) -> None:
        """Keep what was made."""
        file = self._file(key)
        fresh = file.with_name(f".{os.getpid()}-{threading.get_ident()}")
        whole = hashlib.sha256(made).digest() + made
        try:
            fresh.write_bytes(whole)
        except FileNotFoundError:
            file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(whole)
        fresh.replace(file)

    def forget(self, age: float = MONTH) -> None:
        """Remove what was made so many seconds ago."""
        for file in self.folder.glob("*/*"):
            with suppress(FileNotFoundError):  # another process puts its own in place, or forgets
                if file.stat().st_mtime < time.time() - age:
                    file.unlink()

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]
