"""A Markdown extension: footnotes whose anchors are their numbers, 'fn:3', on every page.

The name of a fact stands in its note once, in the link to the ledger. Written into four more
addresses of each note it took three bytes of every hundred on the pages of law.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown.extensions.footnotes import FootnoteExtension


class NumberedFootnotes(FootnoteExtension):
    """Names a note by its place among the notes of the page."""

    def reset(self) -> None:
        """Forget the notes of the page before."""
        super().reset()
        self._numbers: dict[str, str] = {}

    def makeFootnoteId(self, id: str) -> str:  # noqa: A002, N802 - as Python-Markdown calls it
        """Return the anchor of a note."""
        return super().makeFootnoteId(self._number(id))

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: A002, FBT001, FBT002, N802 - the same
        """Return the anchor of a place in the text that leads to a note."""
        return super().makeFootnoteRefId(self._number(id), found)

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802 - the same
        """Return the notes; the sign of a way back says all that a title of it could."""
        notes = super().makeFootnotesDiv(root)
        for link in notes.iter("a") if notes is not None else ():
            link.attrib.pop("title", None)
        return notes

    def _number(self, name: str) -> str:
        if name not in self._numbers:
            self._numbers = {one: str(place) for place, one in enumerate(self.footnotes, 1)}
        return self._numbers[name]


def makeExtension(**options: Any) -> NumberedFootnotes:  # noqa: ANN401, N802 - as Python-Markdown calls it
    """Return the extension, as Python-Markdown asks for it by the module's name."""
    return NumberedFootnotes(**options)
