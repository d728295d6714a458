"""Styles and scripts as they are published: joined by kind, each named by what it says.

A name with a hash may be kept for a year: what changes gets another name.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from urllib.parse import quote

from kb.model.kept import Kept, key_of, programs
from kb.model.languages import twin_file
from kb.site.cascade import settled
from kb.site.style import cut, lean

THEME = "stylesheets/main.*.min.css"
PAGE_SCRIPT = "js/birge.js"
"""What each language publishes with its own words before it: see `kb.site.page_script`."""
BUNDLES = {
    "css/birge.css": (THEME, "css/birge.css"),
    "css/tools.css": ("css/tools.css",),
    "css/chooser.css": ("css/chooser.css",),
    "css/slides.css": ("css/slides.css",),
    PAGE_SCRIPT: (
        "css/drawn.css",
        *("js/birge.js", "js/search.js", "js/paper.js", "js/beside.js", "js/offline.js"),
    ),
    "js/search.js": ("js/normalise.js", "js/engine.js", "js/results.js"),
    "js/tools.js": ("js/tools-sums.js", "js/tools.js"),
    "js/plan.js": ("js/tools-sums.js", "js/tools.js", "js/tools-docx.js", "js/tools-plan.js"),
    "js/chooser.js": ("js/chooser.js",),
    "js/short.js": ("js/short.js",),
    "js/slides.js": ("js/slides.js",),
}
"""What each published file is joined from, in this order: a page asks for one style, one script."""
KEPT = Path(".cache/assets")
ICON = "img/birge.svg"
HASH = 10
"""Hexadecimal digits of the hash in a name."""


@dataclass(frozen=True)
class Asset:
    """One published file."""

    address: str
    """Below the root of the site: 'assets/css/birge.0123456789.css'."""
    text: str


def assets(folders: Iterable[str], kept: Kept) -> dict[str, Asset]:
    """Return what is published, by its plain name; *folders* are the theme's, ours first.

    What was joined from the same parts before is taken from *kept*.
    Raises `FileNotFoundError` where a part of a bundle is in none of the folders.
    """
    roots = [Path(folder, "assets") for folder in folders]
    texts = {part: _read(roots, part) for parts in BUNDLES.values() for part in parts}
    key = key_of([programs(), *chain.from_iterable(texts.items())])
    if (found := kept.get(key)) is None:
        joined = {name: _joined(texts, parts) for name, parts in BUNDLES.items()}
        found = json.dumps(joined, ensure_ascii=False).encode()
        kept.put(key, found)
        kept.forget()
    return {name: named(f"assets/{name}", text) for name, text in json.loads(found).items()}


def icon(folders: Iterable[str]) -> str:
    """Return the site's sign as an address that holds the picture, so that nothing is asked for."""
    drawn = _read([Path(folder, "assets") for folder in folders], ICON)
    return "data:image/svg+xml," + quote(drawn.strip().replace('"', "'"), safe=" =:/'()")


def _joined(read: Mapping[str, str], parts: tuple[str, ...]) -> str:
    texts = {part: read[part] for part in parts}
    if THEME in texts:
        beside = "".join(text for part, text in texts.items() if part != THEME)
        texts[THEME] = cut(texts[THEME], beside)
    ours = {
        part: lean(text) if part.endswith(".css") and part != THEME else text
        for part, text in texts.items()
    }
    if THEME in texts:
        return settled("".join(ours.values()))
    is_script = any(part.endswith(".js") for part in parts)
    return "".join(
        f"globalThis.kbStyle={json.dumps(text)};\n" if is_script and part.endswith(".css") else text
        for part, text in ours.items()
    )


def _read(roots: list[Path], part: str) -> str:
    return _find(roots, part).read_text(encoding="utf-8")


def _find(roots: list[Path], part: str) -> Path:
    found: Iterator[Path] = (file for root in roots for file in sorted(root.glob(part)))
    if (file := next(found, None)) is None:
        raise FileNotFoundError(part)
    return file


def named_alike(address: str, texts: list[str]) -> Iterator[Asset]:
    """Yield what a language publishes at an address; where there are two texts, its twin too.

    A page and its twin in other letters ask for it by the same name, which tells of both.
    """
    name = named(address, "".join(texts)).address
    for place, text in zip((name, twin_file(name)), texts, strict=False):
        yield Asset(place, text)


def named(address: str, text: str) -> Asset:
    """Return what is published at an address, with its hash before the ending."""
    stem, _, ending = address.rpartition(".")
    digest = hashlib.sha256(text.encode()).hexdigest()[:HASH]
    return Asset(f"{stem}.{digest}.{ending}", text)
