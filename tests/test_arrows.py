"""The packages stand on one another in one direction, so that each can be replaced."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

KB = Path(__file__).resolve().parent.parent / "scripts" / "kb"
ALLOWED = {
    "model": {"model"},
    "checks": {"checks", "model"},
    "site": {"site", "model"},
    "search": {"search", "model"},
    "paper": {"paper", "model"},
    "links": {"links", "model"},
    "arguments": {"model"},
    "tasks": {"tasks", "model", "checks", "site", "search", "paper", "links"},
    "cli": {"arguments", "tasks"},
    "__init__": set(),
}
"""What each package may import of kb."""
MODULES = sorted(KB.rglob("*.py"))


def part(module: Path) -> str:
    """Return the package of a module, or its own name where it stands alone."""
    return module.relative_to(KB).parts[0].removesuffix(".py")


def imported(module: Path, text: str) -> Iterator[str]:
    """Yield the package of kb behind each import, relative ones and those in functions too."""
    here = ("kb", *module.relative_to(KB).parts[:-1])
    for node in ast.walk(ast.parse(text)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(here[: len(here) - node.level + 1]) if node.level else ""
            base = ".".join(filter(None, [above, node.module]))
            names = [f"{base}.{alias.name}" if base == "kb" else base for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("kb."))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(KB).as_posix())
def test_a_module_imports_only_what_it_stands_on(module: Path) -> None:
    found = set(imported(module, module.read_text(encoding="utf-8")))

    assert set() == found - ALLOWED[part(module)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from kb.site import build", ["site"]),
        ("from kb import site", ["site"]),
        ("import kb.site.build", ["site"]),
        ("from ..site import build", ["site"]),
        ("from .boxes import BOX", ["checks"]),
        ("def f():\n    import kb.site", ["site"]),
        ("import re", []),
    ],
)
def test_imports_are_seen_however_they_are_written(text: str, found: list[str]) -> None:
    assert found == list(imported(KB / "checks" / "links.py", text))
