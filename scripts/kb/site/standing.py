"""What the last build wrote into a site, and from what: that need not be made again.

A file stands while its size and the time of its last change are those that the build left.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from kb.model.kept import DAY, Kept, key_of
from kb.model.output import state_of

KEPT = Path(".cache/standing")
BESIDE, SEARCH = "", "?"
"""In place of a page's path: what stands beside the pages of a language, and what hooks add."""


@dataclass(frozen=True)
class Made:
    """A page as a build wrote it, or what stands beside the pages of a language."""

    language: str
    path: str
    key: str
    """Of all that it was made from."""
    files: tuple[str, ...]
    anchors: tuple[str, ...] = ()
    """The ids to which a link can lead."""
    links: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By the file to which links lead: each anchor that is meant, and the link as written."""


@dataclass
class Standing:
    """All that a build wrote, by language and path."""

    site: Path
    made: dict[str, dict[str, Made]] = field(default_factory=dict)
    states: dict[str, list[int] | None] = field(default_factory=dict)
    """By file: when it was changed, in nanoseconds, and its size."""

    @classmethod
    def last(cls, root: Path, site: Path) -> Self:
        """Return what the last build wrote into *site*; nothing where that is not known."""
        raw = Kept(root / KEPT).get(_key(root, site))
        if raw is None:
            return cls(site)
        written, states = json.loads(raw)
        found = cls(site, {}, states)
        found.add(
            Made(language, path, key, tuple(files), tuple(anchors), links)
            for language, path, key, files, anchors, links in written
        )
        return found

    def keep(self, root: Path) -> None:
        """Keep what was written, for the next build."""
        pages = [one for language in self.made for one in self.edition(language)]
        self.states = {name: self._state(name) for one in pages for name in one.files}
        written = [
            [one.language, one.path, one.key, one.files, one.anchors, one.links] for one in pages
        ]
        kept = Kept(root / KEPT)
        raw = json.dumps([written, self.states], ensure_ascii=False, separators=(",", ":"))
        kept.put(_key(root, self.site), raw.encode())
        kept.forget(DAY)  # a preview leaves one behind

    def add(self, made: Iterable[Made]) -> None:
        """Take what was written."""
        for one in made:
            self.made.setdefault(one.language, {})[one.path] = one

    def files(self) -> set[str]:
        """Return the place of every file that was written, below the root of the site."""
        return {
            name for language in self.made for one in self.edition(language) for name in one.files
        }

    def edition(self, language: str) -> list[Made]:
        """Return all that was written of a language."""
        return list(self.made.get(language, {}).values())

    def has_edition(self, language: str, key: str) -> bool:
        """Return whether all of a language was made from the same, and stands."""
        beside = self.made.get(language, {}).get(BESIDE)
        same = beside is not None and beside.key == key
        return same and all(self._stand(one.files) for one in self.edition(language))

    def page(self, language: str, path: str, key: str) -> Made | None:
        """Return a page that was made from the same and stands; None where it is to be made."""
        found = self.made.get(language, {}).get(path)
        return found if found and found.key == key and self._stand(found.files) else None

    def _stand(self, files: Iterable[str]) -> bool:
        known = self.states
        return all((state := self._state(name)) and state == known.get(name) for name in files)

    def _state(self, name: str) -> list[int] | None:
        state = state_of(f"{self.site}/{name}")
        return list(state) if state else None  # as JSON gives it back


def _key(root: Path, site: Path) -> str:
    return key_of([os.path.relpath(site.resolve(), root.resolve())])
