"""The theme's style, cut to what our pages use: a third of it reaches the reader.

What is cut is told by classes and attributes. Elements are never cut, since text may use any; the
classes are few and known, since no page holds HTML of its own (`HTM01`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import tinycss2
from tinycss2 import ast

_CLASSES = """
    admonition admonition-title danger footnote footnote-backref footnote-ref
    md-container md-content md-content__inner md-dialog md-dialog__inner md-ellipsis
    md-footer md-footer-meta md-footer-meta__inner md-grid
    md-header md-header__button md-header__inner md-header__title md-icon md-logo
    md-main md-main__inner md-nav md-nav--primary md-nav--secondary md-nav__button
    md-nav__container md-nav__icon md-nav__item md-nav__item--active md-nav__item--nested
    md-nav__link md-nav__link--active md-nav__list md-nav__title md-nav__toggle
    md-overlay md-path md-path__item md-path__link md-path__list
    md-sidebar md-sidebar--primary md-sidebar--secondary md-sidebar__inner md-sidebar__scrollwrap
    md-skip md-toggle md-typeset md-typeset__scrollwrap no-js note tip warning
"""
CLASSES = frozenset(_CLASSES.split())
"""The classes of the theme that stand on our pages; `tests/site/test_style.py` holds the list."""
_ABSENT = """
    [dir=rtl] [role=dialog] [role=tooltip] [data-md-toggle=search] [for=__search]
    [data-md-color-scheme=default] [data-preview] [data-linenos] [data-md-visible]
"""
ABSENT = frozenset(_ABSENT.split())
"""What no page has, as selectors name it; the same test holds this list."""
VARIABLE = re.compile(r"var\(\s*(?P<name>--[\w-]+)")


@dataclass(frozen=True)
class Block:
    """A rule, or a group of rules such as `@media`, with what stands between its braces."""

    head: str
    declarations: list[ast.Declaration] = field(default_factory=list)
    blocks: list["Block"] = field(default_factory=list)

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
    blocks = list(_reaching(_rules(style)))
    read = _variables_read(blocks, beside)
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


def _rules(content: str | list[ast.Node]) -> list[ast.Node]:
    return list(tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True))


def _reaching(rules: Iterable[ast.Node]) -> Iterator[Block]:
    for rule in rules:
        if isinstance(rule, ast.QualifiedRule):
            if selectors := ",".join(selectors_that_reach(rule.prelude)):
                yield Block(selectors, _declarations(rule))
        elif isinstance(rule, ast.AtRule) and rule.content is not None:  # @charset has none
            head = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
            if rule.lower_at_keyword in {"media", "supports", "keyframes"}:
                yield Block(head, blocks=list(_reaching(_rules(rule.content))))
            else:
                yield Block(head, _declarations(rule))


def _declarations(rule: ast.QualifiedRule | ast.AtRule) -> list[ast.Declaration]:
    nodes = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return [node for node in nodes if isinstance(node, ast.Declaration)]


def selectors_that_reach(prelude: Iterable[ast.Node]) -> Iterator[str]:
    """Yield each selector of a rule that may match something on our pages.

    What stands inside `:not()` and the like is not asked: such a selector is kept.
    """
    selector = ""
    reaches, before = True, None
    for node in (*prelude, None):
        if node is None or node == ",":
            if reaches:
                yield selector.strip()
            selector, reaches = "", True
            continue
        selector += node.serialize()
        is_class = before == "." and isinstance(node, ast.IdentToken)
        if (is_class and node.value not in CLASSES) or node.serialize() in ABSENT:
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


def _written(block: Block, read: set[str]) -> str:
    kept = [
        one.serialize()
        for one in block.declarations
        if not one.name.startswith("--") or one.name in read
    ]
    inside = ";".join(kept) + "".join(_written(inner, read) for inner in block.blocks)
    return f"{block.head}{{{inside}}}" if inside else ""
