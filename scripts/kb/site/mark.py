"""What a page carries on paper: its short address, its date, and a QR code that holds both."""

from dataclasses import dataclass
from datetime import date as day_of
from functools import cached_property, lru_cache

import segno

from kb.model.languages import EDITIONS, NAMES, SOURCE, html_language, long_date, written_in
from kb.model.library import Library
from kb.model.page import TOP
from kb.model.versions import Version, wording

CORRECTION = "m"
"""A code that is smudged on a seventh of its face is still read."""
MASK = 3
"""Which pattern breaks up a code's even faces: any is allowed, and on our addresses this one comes
out best by the penalties of ISO/IEC 18004, 7.8.3. To try all eight takes five times as long.
"""
QUIET = 2
"""White modules around the code; the paper around it gives the rest."""


@dataclass(frozen=True)
class Mark:
    """The corner of a printed page, and what goes out as a message."""

    title: str
    description: str
    code_of_language: str
    day: day_of | None
    """The day that the paper carries; a page that the build makes has none."""
    versions: tuple[Version, ...]
    """What changed, and when."""
    is_released: bool
    """Whether the newest version has today's wording: else nobody can tell that paper has it."""
    beside: tuple[str, ...]
    """The editions of other languages in which the page is written, as HTML names them."""
    shorts: dict[str, str]
    """The short addresses of the page, under 'top', and of its sections."""
    whole_address: str
    site_url: str

    @property
    def short(self) -> str:
        """Return the page's short id; empty where it has none yet."""
        return self.shorts.get(TOP, "")

    @property
    def address(self) -> str:
        """Return the short address, or the whole one where there is no short one."""
        return f"{self.site_url}s/{self.short}/" if self.short else self.whole_address

    @property
    def plain(self) -> str:
        """Return the address as people write it: 'birge.example.org/s/siki'."""
        return self.address.partition("://")[2].rstrip("/")

    @property
    def language(self) -> str:
        """Return the language's own name."""
        return NAMES[self.code_of_language]

    @property
    def date(self) -> str:
        """Return the paper's day as the language writes it."""
        return long_date(self.day, self.code_of_language) if self.day else ""

    @property
    def message(self) -> str:
        """Return the page in three sentences for a messenger; the address comes last."""
        parts = (self.title, self.description, self.date, self.address)
        return "\n".join(part for part in parts if part)

    @cached_property
    def code(self) -> str:
        """Return the QR code as SVG, without a style of its own."""
        return drawn(f"{self.address}?d={self.day}" if self.day else self.address)


@lru_cache(maxsize=1024)  # a page has the same code in each of its languages
def drawn(address: str) -> str:
    """Return the QR code of an address as SVG."""
    code = segno.make(address, error=CORRECTION, micro=False, mask=MASK)
    svg: str = code.svg_inline(border=QUIET, omitsize=True, svgclass="kb-code", lineclass="")
    return svg.replace("<svg ", f'<svg role="img" aria-label="{address}" ', 1)


def page_mark(
    library: Library, language: str, path: str, words: tuple[str, str], urls: tuple[str, str]
) -> Mark:
    """Return the mark of a page with this title and description, at the site's and its address."""
    source = library.pages[SOURCE].get(path)
    site_url, page_address = urls
    page, known = library.page(language, path), library.versions.get(f"{language}/{path}")
    versions = known.versions if known else ()
    return Mark(
        *words,
        code_of_language=language,
        day=max([source.front.checked, *(one.day for one in versions)]) if source else None,
        versions=versions,
        is_released=bool(page and known and known.wording == wording(page)),
        beside=tuple(
            html_language(code)
            for code in EDITIONS
            if written_in(code) != language and library.is_written(code, path)
        ),
        shorts=library.shorts.get(path, {}),
        whole_address=site_url + page_address,
        site_url=site_url,
    )
