"""The whole library, and the built site as parsed pages."""

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kb.model.library import Library, load

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"


@dataclass
class BuiltPage:
    """What a test asks of a built page."""

    language: str = ""
    ids: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    """Every href and src, as written."""
    notes: list[str] = field(default_factory=list)
    """The fact ids of its notes, in order."""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = BuiltPage()
        self.in_note = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "lang" and tag == "html":
                self.page.language = value or ""
            elif name == "id" and value:
                self.page.ids.append(value)
                self.in_note = value.startswith("fn:") or (self.in_note and tag != "li")
            elif name in ("href", "src") and value is not None:
                self.page.targets.append(value)
                if self.in_note and "evidence/" in value:
                    self.page.notes.append(value.partition("#")[2])


@cache
def built(file: Path) -> BuiltPage:
    """Return a built page, parsed once."""
    parser = _Parser()
    parser.feed(file.read_text(encoding="utf-8"))
    return parser.page


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the library of this repository."""
    return load(ROOT)
