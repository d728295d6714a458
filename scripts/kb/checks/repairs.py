"""What `kb fix` mends: only what has one right answer."""

import re
from collections.abc import Iterator
from pathlib import Path

from kb.model.tree import files

SPACE_AT_END = re.compile(r"(?<=\S)[ \t]$", re.MULTILINE)
"""One space; two or more are a line break in Markdown and are left to the editor."""
PATTERNS = ("**/*.md", "**/*.yml", "**/*.json")


def repaired(root: Path) -> Iterator[tuple[Path, str]]:
    """Yield each page and data file with its text mended; what is not UTF-8 is left alone."""
    for pattern in PATTERNS:
        for file in files(root / "docs", pattern):
            if file.is_symlink():
                continue
            try:
                text = file.read_bytes().decode("utf-8-sig")
            except UnicodeDecodeError:
                continue
            yield file, mended(text)


def mended(text: str) -> str:
    """Return the text with LF line ends, one at the end, and no single space before any."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return SPACE_AT_END.sub("", lines).rstrip("\n") + "\n" if text.strip() else text
