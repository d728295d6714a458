"""What the command `kb` does: each task is a function of its name in one of these modules."""

import argparse
import sys
from collections.abc import Callable
from importlib import import_module

Task = Callable[[argparse.Namespace], int]
"""Does one task and returns the exit code."""
PROBLEMS = 1
WRONG_CALL = 2
MODULES = {
    "accept": "records",
    "build": "building",
    "check": "checking",
    "depends": "reading",
    "deploy": "building",
    "fix": "checking",
    "links": "records",
    "outside": "outside",
    "papers": "papers",
    "release": "records",
    "review": "reading",
    "search": "words",
    "serve": "building",
    "spell": "words",
    "status": "reading",
    "stem": "words",
}
"""By name, as `kb.arguments` lists them."""


def task(name: str) -> Task:
    """Return a task; what the others stand on is not read, which would take a second."""
    found: Task = getattr(import_module(f"{__name__}.{MODULES[name]}"), name)
    return found


def wrong(text: str) -> int:
    """Tell what is wrong with the call, and return its exit code."""
    print(f"kb: {text}", file=sys.stderr)
    return WRONG_CALL
