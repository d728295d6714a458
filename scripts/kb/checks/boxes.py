"""BOX01, BOX02: four kinds of box, always titled, never folded."""

import re
from collections.abc import Iterator

from kb.model.library import Library
from kb.model.page import Page
from kb.model.problem import Problem

BOX = re.compile(r"^[ \t]*(?P<signs>!!!|\?\?\?\+?)[ \t]*(?P<kind>[\w-]*)(?P<rest>.*)$")
TITLE = re.compile(r"^[ \t]+\"(?P<title>[^\"]+)\"[ \t]*$")
KINDS = {
    "note": "ground in law",
    "tip": "what to say",
    "warning": "what not to promise",
    "danger": "risk to the worker",
}


def box_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each box of another kind, without a title, or folded."""
    del library
    for number, line in enumerate(page.plain, page.front_lines + 1):
        if (box := BOX.match(line)) is not None and (found := _problem(box)) is not None:
            code, what, fix = found
            yield Problem(page.file, number, code, what, fix)


def _problem(box: re.Match[str]) -> tuple[str, str, str] | None:
    kind = box["kind"]
    if box["signs"] != "!!!":
        return "BOX02", "a folded box prints closed", 'write it open: !!! note "Title"'
    if kind not in KINDS:
        kinds = "; ".join(f"{kind}: {use}" for kind, use in KINDS.items())
        return "BOX01", f"there is no box '{kind}'", f"take one of {kinds}"
    if not TITLE.match(box["rest"]):
        return "BOX01", f"the box '{kind}' has no title", f'write !!! {kind} "Title"'
    return None
