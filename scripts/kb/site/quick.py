"""A Markdown extension: what is finished is not looked through again.

Notes are HTML already when a page is put together, and most pieces of text hold no mark at all.
Python-Markdown would try each of its marks on both; leaving that out takes two thirds off a page.
"""

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor

NOTE = re.compile(r"^(?P<head>\[\^[^\]]+\]: )(?P<html>.+)$")
"""One note, as kb.site.notes writes it."""
BEFORE_HTML = 25
"""Notes are put aside before Python-Markdown's `html_block`, priority 20, reads every tag."""
MARK = re.compile(r"[`\\\[!<&*_~]|  \n")
"""The signs without which no inline mark of Python-Markdown or of mkdocs.yml can stand."""
INLINE = 20
"""The place of Python-Markdown's own `inline`."""


class FinishedNotes(Preprocessor):
    """Puts the HTML of notes aside; Python-Markdown brings it back at the end."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a placeholder for each note."""
        return [self._placed(line) for line in lines]

    def _placed(self, line: str) -> str:
        match = NOTE.match(line)
        return match["head"] + self.md.htmlStash.store(match["html"]) if match else line


class MarkedInline(InlineProcessor):
    """Looks for inline marks only where one of their signs stands."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - as it is called there
        if MARK.search(data) is None:
            return data
        handled: str = super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc]
        return handled


class QuickExtension(Extension):
    """Registers `FinishedNotes` and `MarkedInline`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Add the steps to the parser."""
        md.preprocessors.register(FinishedNotes(md), "kb-finished-notes", BEFORE_HTML)
        md.treeprocessors.register(MarkedInline(md), "inline", INLINE)


def makeExtension(**options: Any) -> QuickExtension:  # noqa: ANN401, N802 - as Python-Markdown calls it
    """Return the extension, as Python-Markdown asks for it by the module's name."""
    return QuickExtension(**options)
