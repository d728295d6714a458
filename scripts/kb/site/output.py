"""The files of a site: only what has changed is written, and what is gone is taken away."""

import os
from collections.abc import Iterator
from pathlib import Path

from kb.model.write import write_bytes


class Output:
    """A site that is being written."""

    def __init__(self, site: Path, fresh: Path | None = None) -> None:
        """Keep what is new in *fresh* until it is published; without it, write at once."""
        self.site = site
        self._fresh = fresh or site
        self._names: set[str] = set()

    def put(self, name: str, made: str | bytes) -> None:
        """Give the site a file; *name* is its place below the root of the site."""
        raw = made.encode() if isinstance(made, str) else made
        self._names.add(name)
        if not _holds(self.site / name, raw):
            write_bytes(self._fresh / name, raw)

    def taken(self) -> set[str]:
        """Return the names that were put since this was last asked, changed or not."""
        names, self._names = self._names, set()
        return names

    def publish(self, names: set[str]) -> bool:
        """Put what is new in its place and remove all but *names*; return whether any changed.

        Each file is replaced in one step. What an interrupt leaves half done, the next build ends.
        """
        if not self.site.exists() and self._fresh.exists():
            self._fresh.rename(self.site)
            return True
        news = list(files_below(self._fresh))
        for name in news:
            place = self.site / name
            place.parent.mkdir(parents=True, exist_ok=True)
            (self._fresh / name).replace(place)
        gone = [name for name in files_below(self.site) if name not in names]
        for name in gone:
            (self.site / name).unlink()
            _remove_empty((self.site / name).parent)
        return bool(news or gone)


def files_below(folder: Path) -> Iterator[str]:
    """Yield the place of every file below a folder: 'en/law/index.html'."""
    for place, _, names in os.walk(folder):
        below = Path(place).relative_to(folder).as_posix()
        for name in names:
            yield name if below == "." else f"{below}/{name}"


def mirror(source: Path, output: Output) -> bool:
    """Make a site what another folder is; return whether anything had to change."""
    for name in files_below(source):
        output.put(name, (source / name).read_bytes())
    return output.publish(output.taken())


def _holds(file: Path, raw: bytes) -> bool:
    try:
        return file.read_bytes() == raw
    except OSError:
        return False


def _remove_empty(folder: Path) -> None:
    while not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
