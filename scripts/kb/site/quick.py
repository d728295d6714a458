"""A Markdown extension: what is finished is not looked through again.

Notes are HTML already when a page is put together, and most pieces of text hold no mark at all.
Python-Markdown would try each of its marks on both; leaving that out takes two thirds off a page.
"""

import re
from functools import cached_property, lru_cache
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import AtomicString

NOTE = re.compile(r"^(?P<head>\[\^[^\]]+\]: )(?P<html>.+)$")
"""One note, as kb.site.notes writes it."""
STRANGE = "\t\r\x02\x03"
BLANK = re.compile("\n +\n")
"""What Python-Markdown's `normalize_whitespace`, priority 30, takes out or replaces."""
NORMALIZE = 30
FENCES = ("```", "~~~")
FENCED = 25
"""The place of Python-Markdown's `fenced_code_block`."""
BEFORE_HTML = 25
"""Notes are put aside before Python-Markdown's `html_block`, priority 20, reads every tag."""
MARK = re.compile(r"[`\\\[!<&*_~]|  \n")
"""The signs without which no inline mark of Python-Markdown or of mkdocs.yml can stand."""
SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "delimiter": "~",
}
"""What stands in each of them; one that is not named here is always looked for."""
PLAIN = re.compile(r"(?:[^\W\d_].*(?:\n(?=.)|\Z))+")
"""Lines that begin with letters: no list, heading, table, box, note or code is among them."""
FIRST = 200
"""Before every block of Python-Markdown and of mkdocs.yml."""
INLINE = 20
LAST = 0
"""The places of Python-Markdown's own `inline` and `unescape`."""


class Normalized(NormalizeWhitespace):
    """Leaves lines alone that are as Python-Markdown wants them."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with two empty ones behind them."""
        text = "\n".join([*lines, ""])
        if any(sign in text for sign in STRANGE) or BLANK.search(text):
            return super().run(lines)
        return [*lines, "", ""]


class Fenced(Preprocessor):
    """Looks for fenced code where a fence stands at all."""

    def __init__(self, md: Markdown, fenced: Preprocessor) -> None:
        super().__init__(md)
        self.fenced = fenced

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines without the code that stood between fences."""
        if any(line.startswith(FENCES) for line in lines):
            return self.fenced.run(lines)
        return lines


class FinishedNotes(Preprocessor):
    """Puts the HTML of notes aside; Python-Markdown brings it back at the end."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.placeholders: set[str] = set()

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a placeholder for each note."""
        self.placeholders.clear()
        return [self._placed(line) for line in lines]

    def _placed(self, line: str) -> str:
        if (match := NOTE.match(line)) is None:
            return line
        placeholder = self.md.htmlStash.store(match["html"])
        self.placeholders.add(placeholder)
        return match["head"] + placeholder


class MarkedInline(InlineProcessor):
    """Looks for inline marks only where their signs stand."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - as it is called there
        if MARK.search(data) is None or isinstance(data, AtomicString):
            return data
        start = 0
        while patternIndex < len(self._patterns):
            sign, pattern = self._patterns[patternIndex]
            matched = False
            if sign in data:
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    pattern, data, patternIndex, start
                )
            if not matched:
                patternIndex, start = patternIndex + 1, 0  # noqa: N806 - the parameter's name
        return data

    @cached_property
    def _patterns(self) -> list[tuple[str, Any]]:
        """Return the patterns in their order, each with the sign that it needs, or ''."""
        known = self.md.inlinePatterns
        signs = {known.get_index_for_name(name): SIGNS[name] for name in SIGNS if name in known}
        return [(signs.get(place, ""), pattern) for place, pattern in enumerate(known)]


class PlainParagraph(BlockProcessor):
    """Takes a block of lines that begin with letters for a paragraph; no other block looks so.

    A note that was put aside is one too.
    """

    def __init__(self, md: Markdown, notes: FinishedNotes) -> None:
        super().__init__(md.parser)
        self.notes = notes

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - as it is called there
        """Return whether the block is such a paragraph, outside a list without empty lines."""
        plain = block in self.notes.placeholders or PLAIN.fullmatch(block) is not None
        return plain and not self.parser.state.isstate("list")

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Add the paragraph."""
        SubElement(parent, "p").text = blocks.pop(0)


class Unescape(UnescapeTreeprocessor):
    """Brings back what a backslash stood before, where there was one at all."""

    def run(self, root: Element) -> None:
        """Look through the page."""
        lines: list[str] = self.md.lines  # type: ignore[attr-defined]  # set by Markdown.convert
        if any("\\" in line for line in lines):
            super().run(root)


def _no_list(tokens: object) -> Element:  # noqa: ARG001 - as it is called there
    """Return no list of the sections: the theme draws its own, from what `toc` has found."""
    return Element("div")


class SetUp(Extension):
    """Python-Markdown with all extensions, set up once; MkDocs sets it up for each page.

    `extensions` and `settings` are what mkdocs.yml names.
    """

    def __init__(self, extensions: list[str], settings: dict[str, Any]) -> None:
        super().__init__()
        self.parser = Markdown(extensions=extensions, extension_configs=settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Make a parser share all that the one which is set up has; it is reset then."""
        md.__dict__ = self.parser.__dict__


class QuickExtension(Extension):
    """Registers what is above, and leaves out the line breaks that kb.site.lean takes out."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Add the steps to the parser."""
        notes = FinishedNotes(md)
        md.preprocessors.register(Normalized(md), "normalize_whitespace", NORMALIZE)
        fenced = Fenced(md, md.preprocessors["fenced_code_block"])
        md.preprocessors.register(fenced, "fenced_code_block", FENCED)
        md.preprocessors.register(notes, "kb-finished-notes", BEFORE_HTML)
        md.treeprocessors.register(MarkedInline(md), "inline", INLINE)
        md.treeprocessors.register(Unescape(md), "unescape", LAST)
        md.treeprocessors.deregister("prettify")
        md.treeprocessors["toc"].build_toc_div = _no_list  # type: ignore[attr-defined]  # TocTreeprocessor's
        md.parser.blockprocessors.register(PlainParagraph(md, notes), "kb-plain", FIRST)
        md.is_block_level = lru_cache(maxsize=None)(md.is_block_level)  # type: ignore[method-assign]


def makeExtension(**options: Any) -> QuickExtension:  # noqa: ANN401, N802 - as Python-Markdown calls it
    """Return the extension, as Python-Markdown asks for it by the module's name."""
    return QuickExtension(**options)
