"""What a visit weighs."""

import gzip
import re
from pathlib import Path

from bench.sites import Bench

PAGES = ("en/law/kz/joining", "kk/law/kz/joining", "uz/recruit/listen", "ky")
ASSET = re.compile(r'(?:href|src)="(?P<path>[^"]+\.(?:css|js))"')


def weights(bench: Bench) -> None:
    """Print what a first visit costs: the page with all styles and scripts that it names."""
    print("first visit, KB gzip          plain stack   this site   of it HTML")
    ours, plain = bench.ours.site, bench.plain.site
    index = packed(plain / "search" / "search_index.json")
    worker = sum(packed(file) for file in plain.glob("assets/**/search.*.js"))
    for page in PAGES:
        theirs = visit(plain, page.removeprefix("en/")) + index + worker
        html = packed(ours / page / "index.html")
        here = visit(ours, page)
        print(f"  {page:26}{theirs / 1000:13.1f}{here / 1000:12.1f}{html / 1000:13.1f}")


def visit(site: Path, page: str) -> int:
    """Return the bytes of a page and of what it asks for, packed."""
    file = site / page / "index.html"
    named = {match["path"] for match in ASSET.finditer(file.read_text(encoding="utf-8"))}
    return packed(file) + sum(packed((file.parent / path).resolve()) for path in named)


def packed(file: Path) -> int:
    """Return the bytes of a file as a server sends it with gzip."""
    return len(gzip.compress(file.read_bytes(), 6))
