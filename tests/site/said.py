"""What a built page says in its own language: its text, and words for screen readers."""

from html.parser import HTMLParser
from pathlib import Path

from kb.site.cyrillic import VERBATIM, VOID

SPOKEN = ("alt", "title", "aria-label", "placeholder")
"""Attributes that a reader hears or sees."""


def said(file: Path, language: str) -> list[str]:
    """Return the texts of a page that are marked as of the language, as HTML names it.

    Code, scripts and what is marked as not to be translated are left out.
    """
    reader = _Said(language)
    reader.feed(file.read_text(encoding="utf-8"))
    return reader.said


class _Said(HTMLParser):
    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.open = [("", False)]
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        language, stays = self.open[-1]
        here = (
            values.get("lang") or language,
            stays or tag in VERBATIM or values.get("translate") == "no",
        )
        self._say(here, [values[name] or "" for name in SPOKEN if name in values])
        if tag not in VOID:
            self.open.append(here)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        del tag
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self._say(self.open[-1], [data])

    def _say(self, here: tuple[str, bool], texts: list[str]) -> None:
        if here == (self.language, False):
            self.said += texts
