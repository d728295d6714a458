"""A function is read at one glance, a module in one sitting."""

import ast
import statistics
from pathlib import Path

import pytest

KB = Path(__file__).resolve().parent.parent / "scripts" / "kb"
MODULES = sorted(KB.rglob("*.py"))
LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
HALF = 12


def lengths(module: Path) -> dict[str, int]:
    """Return the lines of each function, its head and docstring included, by its name and line."""
    found = {}
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            name = f"{module.relative_to(KB)}:{node.lineno} {node.name}"
            found[name] = (node.end_lineno or 0) - node.lineno + 1
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(KB).as_posix())
def test_no_function_and_no_module_is_too_long(module: Path) -> None:
    found = {name: lines for name, lines in lengths(module).items() if lines > LONGEST_FUNCTION}

    assert {} == found
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_half_of_all_functions_fit_in_twelve_lines() -> None:
    every = [lines for module in MODULES for lines in lengths(module).values()]

    assert statistics.median(every) <= HALF
