"""The theme's style, cut to what our pages use: a third of it reaches the reader.

What is cut is told by classes, attributes and elements. They are few and known, since no page
holds HTML of its own (`HTM01`).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import tinycss2
from tinycss2 import ast

_CLASSES = """
    admonition admonition-title footnote footnote-backref footnote-ref
    md-container md-content md-content__inner md-ellipsis
    md-footer md-footer-meta md-footer-meta__inner md-grid
    md-header md-header__button md-header__inner md-header__title md-icon md-logo
    md-main md-main__inner md-nav md-nav--primary md-nav--secondary md-nav__button
    md-nav__container md-nav__icon md-nav__item md-nav__item--active md-nav__item--nested
    md-nav__link md-nav__link--active md-nav__list md-nav__title md-nav__toggle
    md-overlay md-path md-path__item md-path__link md-path__list
    md-sidebar md-sidebar--primary md-sidebar--secondary md-sidebar__inner md-sidebar__scrollwrap
    md-skip md-toggle md-typeset md-typeset__scrollwrap no-js
"""
CLASSES = frozenset(_CLASSES.split())
"""The classes of the theme that stand on our pages; `tests/site/test_style.py` holds the list."""
OURS = frozenset(["danger", "note", "tip", "warning"])
"""Classes that stand there too, of which our own style says all there is to say."""
_ABSENT = """
    [dir=rtl] [role=dialog] [role=tooltip] [data-md-toggle=search] [for=__search]
    [data-md-color-scheme=default] [data-preview] [data-linenos] [data-md-visible]
    [data-md-copying] [data-md-annotation-id] [data-md-scrolllock] [align=left] [align=right]
    [id=__comments]
"""
ABSENT = frozenset(_ABSENT.split())
"""What no page has, as selectors name it; the same test holds this list."""
_ABSENT_ELEMENTS = """
    kbd audio video canvas figure figcaption iframe object embed ins dl dt dd pre
    h4 h5 h6 abbr small mark
"""
ABSENT_ELEMENTS = frozenset(_ABSENT_ELEMENTS.split())
"""Elements that the theme knows and no page has; the same test holds this list too."""
_UNDRAWN = """
    .admonition-title:before summary:before .footnote-backref:before th[role=columnheader]
    .md-sidebar__scrollwrap::-webkit-scrollbar .md-sidebar__scrollwrap:focus-within
    .md-sidebar__scrollwrap:hover .admonition:focus-within details:focus-within
    :not(.focus-visible)
"""
UNDRAWN = tuple(_UNDRAWN.split())
"""What the theme draws and our pages do without: signs before titles, arrows to sort a table by.

And no outline of what has the focus, where none of the theme's scripts has marked it: browsers that
do not know `:focus-visible` (Chrome before 86) would show the focus nowhere.
"""
_UNSEEN = """
    .md-logo svg
    .md-nav__link svg
    .md-nav__link code
    .md-nav__link .md-typeset
    .md-ellipsis code
    .md-nav__link--active code
    .md-nav__link[for]:hover code
    .md-nav__link[for]:focus code
    .md-nav__link[href]:hover code
    .md-nav__link[href]:focus code
    .md-nav--secondary .md-nav .md-nav .md-nav__link
    .md-header[hidden]
    .md-footer-meta.md-typeset a
    .admonition-title code
    summary code
    .admonition .admonition
    .admonition details
    details .admonition
    details details
    ol ol ol
    ul ol ol
    ol[type]
    ul[type]
    img[align]
"""
UNSEEN = tuple(line.strip() for line in _UNSEEN.strip().splitlines())
"""What stands on no page together, as the theme's selectors name it; the same test holds this."""
NEEDLESS = {
    "-moz-osx-font-smoothing",
    "-webkit-font-smoothing",
    "-webkit-tap-highlight-color",
    "font-feature-settings",
}
"""What the theme says for one system alone, or what browsers do by themselves: kerning, the shade
of what a finger touches.
"""
Wanted = Callable[[Iterable[ast.Node]], Iterable[str]]
"""Which selectors of a rule are wanted."""
COLOUR = re.compile(r"(?:background-)?color\b|box-shadow\b")
COMMA = re.compile(r",(?![^(]*\))")
"""What parts selectors: no selector has brackets in brackets."""
VARIABLE = re.compile(r"var\(\s*(?P<name>--[\w-]+)")


@dataclass(frozen=True)
class Block:
    """A rule, or a group of rules such as `@media`, with what stands between its braces."""

    head: str
    declarations: list[ast.Declaration] = field(default_factory=list)
    blocks: list["Block"] = field(default_factory=list)

    @property
    def selectors(self) -> list[str]:
        """Return the selectors of the head; what stands in brackets is none of them."""
        return COMMA.split(self.head)

    def all_declarations(self) -> Iterator[ast.Declaration]:
        """Yield the declarations of the block and of all blocks inside."""
        yield from self.declarations
        for block in self.blocks:
            yield from block.all_declarations()


@cache
def cut(style: str, beside: str = "") -> str:
    """Return *style* without rules that reach nothing, and without variables that nothing reads.

    *beside* is the style that stands on the same pages and may read variables too.
    """
    blocks = list(_blocks(_rules(style), selectors_that_reach))
    read = _variables_read(blocks, beside) - _set_anew(beside)
    moving = " ".join(
        one.serialize()
        for block in blocks
        for one in block.all_declarations()
        if one.lower_name.startswith("animation")
    )
    return "".join(
        _written(block, read)
        for block in blocks
        if not block.head.startswith("@keyframes") or block.head.split()[1] in moving
    )


@cache
def lean(style: str) -> str:
    """Return *style* without comments and needless spaces."""
    return written(read(style))


def read(style: str) -> list[Block]:
    """Return the rules and groups of *style*."""
    return list(_blocks(_rules(style), _all_selectors))


def written(blocks: Iterable[Block]) -> str:
    """Return rules and groups as a style; what sets nothing is left out."""
    every = list(blocks)
    names = {one.name for block in every for one in block.all_declarations()}
    return "".join(_written(block, names) for block in every)


def _rules(content: str | list[ast.Node]) -> list[ast.Node]:
    return list(tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True))


def _blocks(rules: Iterable[ast.Node], wanted: Wanted) -> Iterator[Block]:
    for rule in rules:
        if isinstance(rule, ast.QualifiedRule):
            if selectors := ",".join(wanted(rule.prelude)):
                yield Block(selectors, _declarations(rule))
        elif isinstance(rule, ast.AtRule) and rule.content is not None:  # @charset has none
            asked = tinycss2.serialize(rule.prelude).replace(": ", ":")
            head = f"@{rule.at_keyword}{asked}".rstrip()
            if rule.lower_at_keyword in {"media", "supports", "keyframes"}:
                yield Block(head, blocks=list(_blocks(_rules(rule.content), wanted)))
            else:
                yield Block(head, _declarations(rule))


def _is_slow_colour(one: ast.Declaration) -> bool:
    """Return whether all that a declaration does is to let colours change slowly."""
    parts = value(one).split(",")
    return one.name == "transition" and all(COLOUR.match(part.strip()) for part in parts)


def _declarations(rule: ast.QualifiedRule | ast.AtRule) -> list[ast.Declaration]:
    nodes = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return [node for node in nodes if isinstance(node, ast.Declaration)]


def _all_selectors(prelude: Iterable[ast.Node]) -> Iterator[str]:
    yield from (part.strip() for part in tinycss2.serialize(prelude).split(","))


def selectors_that_reach(prelude: Iterable[ast.Node]) -> Iterator[str]:
    """Yield each selector of a rule that may match something on our pages.

    What stands inside `:not()` and the like is not asked: such a selector is kept.
    """
    selector = ""
    reaches, before = True, None
    for node in (*prelude, None):
        if node is None or node == ",":
            if reaches and not any(part in selector for part in (*UNDRAWN, *UNSEEN)):
                yield selector.strip()
            selector, reaches = "", True
            continue
        selector += node.serialize()
        if isinstance(node, ast.IdentToken):
            is_class, is_state = before == ".", before == ":"
            known = node.value in CLASSES if is_class else node.value not in ABSENT_ELEMENTS
            reaches = reaches and (is_state or known)
        elif node.serialize() in ABSENT:
            reaches = False
        before = node


def _variables_read(blocks: list[Block], beside: str) -> set[str]:
    """Return the variables that a property reads, straight or through other variables."""
    values: dict[str, str] = {}
    waiting = VARIABLE.findall(beside)
    for block in blocks:
        for one in block.all_declarations():
            if one.name.startswith("--"):
                values[one.name] = values.get(one.name, "") + one.serialize()
            else:
                waiting += VARIABLE.findall(one.serialize())
    read: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in read:
            read.add(name)
            waiting += VARIABLE.findall(values.get(name, ""))
    return read


def _set_anew(beside: str) -> set[str]:
    """Return the variables to which the style beside gives another value for the whole page."""
    return {
        one.name for block in read(beside) if block.head == ":root" for one in block.declarations
    }


def _written(block: Block, read: set[str]) -> str:
    names = {one.name for one in block.declarations}
    kept = [
        f"{one.name}:{value(one)}"
        for one in block.declarations
        if (not one.name.startswith("--") or one.name in read)
        and one.name not in NEEDLESS
        and not _is_slow_colour(one)
        and not (one.name.startswith("mask") and f"-webkit-{one.name}" in names)
    ]
    inside = ";".join(kept) + "".join(_written(inner, read) for inner in block.blocks)
    return f"{block.head}{{{inside}}}" if inside else ""


def value(one: ast.Declaration) -> str:
    """Return the value of a declaration with one space where there are any."""
    nodes = (
        " " if isinstance(node, ast.WhitespaceToken) else node.serialize() for node in one.value
    )
    return "".join(nodes).strip() + ("!important" if one.important else "")
