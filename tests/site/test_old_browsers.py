"""Our scripts and styles say nothing that the oldest browser of a reader cannot read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.site.style import Block, read
from tests.old_browsers import METHODS, OLDEST, PROPERTIES, STYLE, SYNTAX, use_of
from tests.site.conftest import ROOT

OURS = ROOT / "overrides"
SCRIPTS = sorted(OURS.rglob("*.js"))
STYLES = sorted(OURS.rglob("*.css"))


def rules(style: Path) -> Iterator[Block]:
    """Yield the rules of a style, those in groups too."""
    waiting = read(style.read_text(encoding="utf-8"))
    while waiting:
        block = waiting.pop()
        waiting += block.blocks
        yield block


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.name)
def test_a_script_says_only_what_the_oldest_browser_knows(script: Path) -> None:
    lines = script.read_text(encoding="utf-8").splitlines()
    newer = {name: use_of(name) for name, since in METHODS.items() if since > OLDEST} | SYNTAX

    assert [] == [
        f"{script.name}:{number}: {name}"
        for number, line in enumerate(lines, start=1)
        for name, pattern in newer.items()
        if pattern.search(line)
    ]


@pytest.mark.parametrize("style", STYLES, ids=lambda file: file.name)
def test_no_rule_is_dropped_for_a_selector_that_stands_beside_its_own(style: Path) -> None:
    """One that is not known takes the others of its list with it."""
    lists = [block.selectors for block in rules(style)]

    assert [] == [
        selectors
        for selectors in lists
        if len({bool(STYLE.search(selector)) for selector in selectors}) > 1
    ]


@pytest.mark.parametrize("style", STYLES, ids=lambda file: file.name)
def test_what_can_be_said_in_older_words_is(style: Path) -> None:
    """A list is written out, and each side is named."""
    found = list(rules(style))

    assert [] == [block.head for block in found if ":is(" in block.head or ":where(" in block.head]
    assert [] == [
        f"{block.head} {one.name}"
        for block in found
        for one in block.declarations
        if PROPERTIES.fullmatch(one.name)
    ]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("given.at(-1)", "Array.prototype.at"),
        ("Object.hasOwn(one, other)", "Object.hasOwn"),
        ("structuredClone(plan)", "structuredClone"),
    ],
)
def test_the_use_of_a_method_is_seen(said: str, name: str) -> None:
    assert use_of(name).search(said)


@pytest.mark.parametrize(
    "said",
    ["a ??= 1;", "  a ||= 1;", "this.#kept", "static { }", "/(?<!a)b/", "/a/v.test(b)", "await a;"],
)
def test_newer_syntax_is_seen(said: str) -> None:
    assert [name for name, pattern in SYNTAX.items() if pattern.search(said)]
