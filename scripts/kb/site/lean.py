"""A page as it is sent: without what the theme writes for its own script, and without indents."""

import re

INDENT = re.compile(r"\n\s+")
"""A line break with what follows it; no page has an element in which spaces count."""
_BLOCKS = """
    article aside body br div footer form h1 h2 h3 head header hr html li link main meta nav ol p
    script section table tbody td th thead title tr ul
"""
_BLOCK = rf"</?(?:{'|'.join(_BLOCKS.split())})(?![\w-])"
"""The beginning of a tag that stands on lines of its own, or is not drawn at all."""
BEGINS = re.compile(_BLOCK)
ENDS = re.compile(rf"{_BLOCK}(?:[^<>\"]|\"[^\"]*\")*>\Z")
FOR_THE_SCRIPT = (
    re.compile(r"<input [^>]*id=\"__search\"[^>]*>"),
    re.compile(r"<div data-md-component=\"announce\">\s*</div>"),
    re.compile(r"<div class=\"md-dialog\"[^>]*>\s*<div class=\"[^\"]*\"></div>\s*</div>"),
    re.compile(r" data-md-(?!toggle=\"drawer\")[\w-]+(?:=\"[^\"]*\")?(?=[ >])"),
)
"""Elements and marks for the theme's script, which stays out; the style asks for one mark.

Each begins with plain text, for which a page is looked through many times faster.
"""


def lean(html: str) -> str:
    """Return the page with the same text in the same elements, in fewer bytes."""
    for pattern in FOR_THE_SCRIPT:
        html = pattern.sub("", html)
    first, *others = INDENT.sub("\n", html).split("\n")
    made, before = [first], first
    for line in others:
        if not (BEGINS.match(line) or _ends(before)):
            made.append("\n")
        made.append(line)
        before = line
    return "".join(made)


def _ends(line: str) -> bool:
    return line.endswith(">") and ENDS.match(line, line.rfind("<")) is not None
