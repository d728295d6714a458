"""Languages whose papers were made apart, put together: what a build of all of them makes.

`python -m kb.site.merge SITE PART…`, where each part is a folder with its language's name that
`make part` made: all pages, since a sheet in two languages rests on both, and its own papers.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kb.model.languages import LANGUAGES
from kb.model.write import write_bytes

OWN = re.compile(
    r"^(?:(?P<folder>[a-z]{2})(?:-cyrl)?/|search/(?P<search>[a-z]{2})(?:-cyrl)?/"
    r"|(?:packs|offline)/.*-(?P<file>[a-z]{2})(?:-cyrl)?\.)"
)
"""A file that belongs to one language: 'kk/…', 'search/kk/…', 'packs/school-kk.zip'."""


class MergeError(RuntimeError):
    """The parts do not fit together; the text says why."""


def language_of(name: str) -> str:
    """Return the language that a file of the site belongs to; empty where all share it."""
    match = OWN.match(name)
    found = next(filter(None, match.groups()), "") if match else ""
    return found if found in LANGUAGES else ""


def merge(parts: dict[str, Path], site: Path) -> None:
    """Write *site*, an empty folder, from one built part for each language.

    Raises `MergeError` where two parts hold different versions of a file that they share: they
    were built from different commits or with different settings.
    """
    shared: dict[str, str] = {}
    for language, part in parts.items():
        for name, raw in _files(part):
            owner = language_of(name)
            if owner not in {"", language}:
                continue  # its own part has it with its papers
            if name in shared and (site / name).read_bytes() != raw:
                raise MergeError(f"'{name}' differs between {shared[name]} and {language}")
            if not owner:
                shared.setdefault(name, language)
            write_bytes(site / name, raw)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def main(arguments: list[str]) -> None:
    """Merge the parts, or end with what keeps them from it."""
    site, *parts = map(Path, arguments)
    if missing := set(LANGUAGES) - {part.name for part in parts}:
        sys.exit(f"kb: no part for {', '.join(sorted(missing))}; make part L=... makes each")
    if site.exists():
        sys.exit(f"kb: '{site}' is there already; name another folder, or remove it")
    with tempfile.TemporaryDirectory(dir=site.resolve().parent, prefix=".merged-") as folder:
        whole = Path(folder, "site")
        try:
            merge({part.name: part for part in parts}, whole)
        except MergeError as error:
            sys.exit(f"kb: {error}")
        whole.rename(site)


if __name__ == "__main__":
    main(sys.argv[1:])
