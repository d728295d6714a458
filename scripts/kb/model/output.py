"""The files of a site: only what has changed is written, and what is gone is taken away."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG
from typing import Self

from kb.model.write import write_bytes

LINKS = re.compile(rb"<!-- kb:papers -->.*?<!-- /kb:papers -->", re.DOTALL)
"""The place in a page for the links to its papers, which are known when those are made."""
NO_LINKS = b"<!-- kb:papers --><!-- /kb:papers -->"


class Output:
    """A site that is being written."""

    def __init__(
        self,
        site: Path,
        fresh: Path | None = None,
        names: Iterable[str] = (),
        *,
        links_follow: bool = False,
    ) -> None:
        """Keep what is new in *fresh* until it is published; without it, write at once.

        *names* are the files that belong to the site already. Where *links_follow*, a page that
        stands but for its links is not written: whoever makes its papers puts it once more.
        """
        self.site = site
        self.names = set(names)
        """The place of each file that belongs to the site, below its root."""
        self._fresh = fresh or site
        self._is_new = not site.exists()
        self._links_follow = links_follow

    @classmethod
    def standing(cls, site: Path) -> Self:
        """Return a site that stands already, to be added to."""
        return cls(site, names=files_below(site))

    def put(self, name: str, made: str | bytes) -> None:
        """Give the site a file; *name* is its place below the root of the site."""
        raw = made.encode() if isinstance(made, str) else made
        self.names.add(name)
        if not self._stands(name, raw):
            self._write(self._fresh / name, raw)
        elif self._fresh != self.site:
            (self._fresh / name).unlink(missing_ok=True)  # was put before, with other words

    def read(self, name: str) -> bytes:
        """Return a file as it will stand, which need not be published yet."""
        try:
            return (self._fresh / name).read_bytes()
        except FileNotFoundError:
            return (self.site / name).read_bytes()

    def size(self, name: str) -> int:
        """Return how many bytes a file will have."""
        fresh = self._fresh / name
        return (fresh if fresh.is_file() else self.site / name).stat().st_size

    def below(self, folder: str) -> list[str]:
        """Return the names of all files in a folder and in those below it, sorted."""
        return sorted(name for name in self.names if name.startswith(f"{folder}/"))

    def taken(self) -> set[str]:
        """Return the names that were put since this was last asked, changed or not."""
        names, self.names = self.names, set()
        return names

    def publish(self) -> bool:
        """Put what is new in its place and remove all but the names; return whether any changed.

        Each file is replaced in one step. What an interrupt leaves half done, the next build ends.
        """
        if not self.site.exists() and self._fresh.exists():
            self._fresh.rename(self.site)
            return True
        news = [] if self._fresh == self.site else list(files_below(self._fresh))
        for name in news:
            place = self.site / name
            place.parent.mkdir(parents=True, exist_ok=True)
            (self._fresh / name).replace(place)
        gone = [name for name in files_below(self.site) if name not in self.names]
        for name in gone:
            (self.site / name).unlink()
            _remove_empty((self.site / name).parent)
        return bool(news or gone)

    def _write(self, place: Path, raw: bytes) -> None:
        if self._fresh == self.site:
            write_bytes(place, raw)
            return
        try:  # nobody reads it yet: it need not come in one step
            place.write_bytes(raw)
        except FileNotFoundError:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(raw)

    def _stands(self, name: str, raw: bytes) -> bool:
        if self._is_new and self._fresh != self.site:
            return False
        try:
            old = (self.site / name).read_bytes()
        except OSError:
            return False
        return old == raw or (self._links_follow and LINKS.sub(NO_LINKS, old, count=1) == raw)


def files_below(folder: Path) -> Iterator[str]:
    """Yield the place of every file below a folder: 'en/law/index.html'."""
    for place, _, names in os.walk(folder):
        below = place[len(str(folder)) + 1 :].replace(os.sep, "/")
        for name in names:
            yield f"{below}/{name}" if below else name


def state_of(file: str | Path) -> tuple[int, int] | None:
    """Return when a file was changed, in nanoseconds, and its size; None where there is none.

    It may be gone between being found and being asked: an editor's own files often are.
    """
    try:
        state = os.stat(file)  # noqa: PTH116 - of a site there are too many for a Path each
    except OSError:
        return None
    return (state.st_mtime_ns, state.st_size) if S_ISREG(state.st_mode) else None


def mirror(source: Path, output: Output) -> bool:
    """Make a site what another folder is; return whether anything had to change."""
    for name in files_below(source):
        output.put(name, (source / name).read_bytes())
    return output.publish()


def _remove_empty(folder: Path) -> None:
    while not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
