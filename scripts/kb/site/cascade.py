"""The published style, without what the cascade settles beforehand.

The theme says a thing, our style says it anew: what loses wherever the page stands is left out, and
a variable of the theme that has one value for good is written as that value.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from tinycss2 import ast

from kb.site.style import VARIABLE, Block, read, value, written

SHORTHANDS = frozenset(["background", "border", "margin", "outline", "padding", "transition"])
"""Properties that set all that begin with their name, but for those of `BESIDE`."""
BESIDE = re.compile(r"border-(?:collapse|spacing|.*radius)|outline-offset")
THEIRS = "--md-"
"""How a variable of the theme begins; those of ours are read by other styles too."""
Said = defaultdict[tuple[str, str], dict[str, bool]]
"""By group and selector: each property that is set further down, and whether as important."""


@cache
def settled(style: str) -> str:
    """Return *style* with the same effect on every element, in fewer bytes."""
    blocks = list(_unsaid(read(style)))
    values = _constants(blocks)
    text = written(_without(blocks, set(values)))
    while found := [name for name in values if f"var({name})" in text]:
        for name in found:
            text = text.replace(f"var({name})", values[name])
    return text


def _unsaid(blocks: Iterable[Block]) -> list[Block]:
    """Return the rules without declarations that a later one of the same selectors overrides."""
    said: Said = defaultdict(dict)
    kept = []
    for block in reversed(list(blocks)):
        if block.head.startswith("@media"):
            inside = [_rest(one, block.head, said) for one in reversed(block.blocks)]
            kept.append(replace(block, blocks=inside[::-1]))
        elif block.head.startswith("@"):
            kept.append(block)
        else:
            kept.append(_rest(block, "", said))
    return kept[::-1]


def _rest(block: Block, group: str, said: Said) -> Block:
    """Return what is left of a rule; what it sets is noted in *said*."""
    kept = []
    for one in reversed(block.declarations):
        places = [(group, selector) for selector in block.selectors]
        if not all(_is_said(one, place, said) for place in places):
            kept.append(one)
        for place in places:
            said[place][one.name] = one.important or said[place].get(one.name, False)
    return replace(block, declarations=kept[::-1])


def _is_said(one: ast.Declaration, place: tuple[str, str], said: Said) -> bool:
    group, selector = place
    return any(
        _sets(name, one.name) and (important or not one.important)
        for where in {"", group}
        for name, important in said[where, selector].items()
    )


def _sets(name: str, other: str) -> bool:
    """Return whether one property gives another its value."""
    if name == other:
        return True
    return name in SHORTHANDS and other.startswith(f"{name}-") and not BESIDE.fullmatch(other)


def _constants(blocks: list[Block]) -> dict[str, str]:
    """Return the theme's variables that are to be written as their values, or that no one reads.

    They are set once, for the whole page, and read once or are no longer than their name.
    """
    every = list(_every(blocks))
    sets = Counter(one.name for one in every)
    reads = Counter(name for one in every for name in VARIABLE.findall(one.serialize()))
    found = {}
    for block in blocks:
        for one in block.declarations if block.head == ":root" else ():
            is_theirs = one.name.startswith(THEIRS) and sets[one.name] == 1
            text = value(one)
            if is_theirs and (reads[one.name] < 2 or len(text) <= len(f"var({one.name})")):  # noqa: PLR2004 - once
                found[one.name] = text
    return found


def _every(blocks: Iterable[Block]) -> Iterator[ast.Declaration]:
    for block in blocks:
        yield from block.all_declarations()


def _without(blocks: Iterable[Block], names: set[str]) -> Iterator[Block]:
    for block in blocks:
        kept = [one for one in block.declarations if one.name not in names]
        yield replace(block, declarations=kept)
