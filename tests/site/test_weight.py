"""What a reader pays for a page: the bytes that a server sends, packed, on a first visit."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import brotli
import pytest

from kb.model.languages import EDITIONS
from kb.site.packed import QUALITY
from tests.site.conftest import SITE, built

ASKED = re.compile(r"<(?:link rel=\"stylesheet\" href|script src|img src)=\"(?P<address>[^\"]+)\"")
FIRST_VISIT = 60_000
HTML = 20_000
RENDERED = 20_000
"""What a browser needs to draw a page: its HTML and the style, packed as the site is served."""
OWED = {
    "law": 20_600,
    "law/statutes": 22_000,
    "evidence/uz/2": 23_000,
}
"""Pages that are still heavier than `HTML`, and what they may weigh until they are not."""
RENDERED_OWED = {
    "evidence/uz/2": 25_000,
    "law/statutes": 24_800,
    "law": 24_300,
    "tools/can-join": 23_400,
    "glossary": 23_400,
    "tools/work-status": 22_600,
    "questions": 22_300,
    "recruit/sectors/transport": 22_200,
    "law/kg/changes": 22_100,
    "law/open-questions/international": 21_900,
    "evidence/kz/4": 21_500,
    "law/uz/changes": 21_200,
    "evidence/int-reports/7": 21_100,
    "recruit/sectors/construction": 20_900,
    "recruit/sectors/agriculture": 20_800,
    "evidence/kz-reports/6": 20_800,
    "law/kg/inspection-and-courts": 20_700,
    "law/kz/changes": 20_700,
    "law/international/europe": 20_600,
    "evidence/uz-reports/1": 20_600,
    "law/international/freedom-of-association": 20_600,
    "recruit/platform-workers": 20_300,
    "law/kg/joining": 20_300,
    "evidence/kz/1": 20_300,
    "evidence/uz-reports/4": 20_300,
    "law/lawmaking": 20_200,
    "recruit/agreements": 20_200,
    "training/foresight-day": 20_400,
    "law/kz/joining": 20_100,
    "law/kg/employment-status": 20_100,
    "recruit/sectors/entrepreneurship": 20_100,
}
"""Pages that are still heavier than `RENDERED` with the style, in the same way."""
PAGES = sorted(file for edition in EDITIONS for file in (SITE / edition).rglob("index.html"))


@cache
def packed(file: Path) -> int:
    """Return the bytes of a file as a server sends them to a browser."""
    return len(brotli.compress(file.read_bytes(), quality=5))


def rendered(file: Path) -> int:
    """Return the bytes of a file as `make build` packs it."""
    return len(brotli.compress(file.read_bytes(), quality=QUALITY))


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
    heavy = {}
    for file in PAGES:
        _, _, path = file.parent.relative_to(SITE).as_posix().partition("/")
        size = len(gzip.compress(file.read_bytes(), 9))
        if size > OWED.get(path, HTML):
            heavy[file.relative_to(SITE).as_posix()] = size

    assert {} == heavy


def test_what_a_browser_needs_to_draw_a_page_stays_light() -> None:
    (style,) = (SITE / "assets" / "css").glob("birge.*.css")
    with_it = rendered(style)
    heavy = {}
    for file in PAGES:
        _, _, path = file.parent.relative_to(SITE).as_posix().partition("/")
        size = rendered(file) + with_it
        if size > RENDERED_OWED.get(path, RENDERED):
            heavy[file.relative_to(SITE).as_posix()] = size

    assert {} == heavy


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
