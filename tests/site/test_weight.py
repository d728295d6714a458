"""What a reader pays for a page: the bytes that a server sends, packed, on a first visit."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import brotli
import pytest

from kb.model.languages import EDITIONS
from kb.site.packed import quality
from tests.site.conftest import SITE, built

ASKED = re.compile(r"<(?:link rel=\"stylesheet\" href|script src|img src)=\"(?P<address>[^\"]+)\"")
FIRST_VISIT = 60_000
HTML = 20_000
RENDERED = 20_000
"""What a browser needs to draw a page: its HTML and the style, packed as the site is served."""
PAGES = sorted(file for edition in EDITIONS for file in (SITE / edition).rglob("index.html"))


@cache
def packed(file: Path) -> int:
    """Return the bytes of a file as a server sends them to a browser."""
    return len(brotli.compress(file.read_bytes(), quality=5))


def rendered(file: Path) -> int:
    """Return the bytes of a file as `make build` packs it."""
    return len(brotli.compress(file.read_bytes(), quality=quality(file)))


def asked(file: Path) -> Iterator[Path]:
    """Yield what a page asks for while it is read."""
    for match in ASKED.finditer(file.read_text(encoding="utf-8")):
        if not match["address"].startswith("data:"):
            yield (file.parent / match["address"]).resolve()


def test_a_first_visit_stays_light() -> None:
    weights = {
        file.relative_to(SITE).as_posix(): packed(file) + sum(map(packed, asked(file)))
        for file in PAGES
    }

    assert {} == {name: size for name, size in weights.items() if size > FIRST_VISIT}


def test_the_page_itself_stays_light() -> None:
    weights = {
        file.relative_to(SITE).as_posix(): len(gzip.compress(file.read_bytes(), 9))
        for file in PAGES
    }

    assert {} == {name: size for name, size in weights.items() if size > HTML}


def test_what_a_browser_needs_to_draw_a_page_stays_light() -> None:
    (style,) = (SITE / "assets" / "css").glob("birge.*.css")
    with_it = rendered(style)
    weights = {file.relative_to(SITE).as_posix(): rendered(file) + with_it for file in PAGES}

    assert {} == {name: size for name, size in weights.items() if size > RENDERED}


def test_a_reading_page_asks_for_a_style_and_a_script() -> None:
    """The page itself is the third; tools ask for their own style, script and data too."""
    more = {
        file.relative_to(SITE).as_posix(): [one.name for one in asked(file)]
        for file in PAGES
        if len(list(asked(file))) > (5 if "/tools/" in file.as_posix() else 2)
    }

    assert {} == more


@pytest.mark.parametrize("name", ["index.html", "404.html", "kk/404.html", "kk/index.html"])
def test_the_sign_of_the_site_is_not_asked_for(name: str) -> None:
    """It stands in the page; `/favicon.ico` is there for papers, which say nothing of a sign."""
    icons = [one for one in built(SITE / name).targets if one.startswith("data:image/svg+xml,")]

    assert icons
    assert (SITE / "favicon.ico").is_file()
