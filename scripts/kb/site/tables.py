"""A Markdown extension: tables of three or more columns that a phone can show as cards.

Each cell carries the head of its column, so that the style sheet can put one cell under another
on a narrow screen; the roles keep it a table for a screen reader.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

WIDE = 3
"""From how many columns on a table does not fit on 360 pixels."""
AFTER_INLINE = 5
"""Heads are read when their words are words: after Python-Markdown's `inline`, priority 20."""
ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}


class CardTables(Treeprocessor):
    """Labels the cells of wide tables."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for table in root.iter("table"):
            heads = [_words(head) for head in table.iter("th")]
            if len(heads) >= WIDE and any(heads):
                _label(table, heads)


def _label(table: Element, heads: list[str]) -> None:
    table.set("data-columns", str(len(heads)))
    table.set("role", "table")
    for element in table.iter():
        if element.tag in ROLES:
            element.set("role", ROLES[element.tag])
    for row in table.iter("tr"):
        for cell, head in zip(row.findall("td"), heads, strict=False):
            cell.set("data-label", head)


def _words(element: Element) -> str:
    """Return the words of a head, without the numbers of notes."""
    text = (element.text or "") + "".join(
        ("" if child.tag == "sup" else _words(child)) + (child.tail or "") for child in element
    )
    while STX in text:  # a piece of HTML that Python-Markdown has put aside
        before, _, rest = text.partition(STX)
        text = before + rest.partition(ETX)[2]
    return " ".join(text.split())


class CardTablesExtension(Extension):
    """Registers `CardTables`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Add the step to the parser."""
        md.treeprocessors.register(CardTables(md), "kb-card-tables", AFTER_INLINE)


def makeExtension(**options: Any) -> CardTablesExtension:  # noqa: ANN401, N802 - as Python-Markdown calls it
    """Return the extension, as Python-Markdown asks for it by the module's name."""
    return CardTablesExtension(**options)
