"""BOX01, BOX02: four kinds of box, always titled, never folded."""

import re
from collections.abc import Iterator

from kb.model.library import Library
from kb.model.page import Page
from kb.model.problem import Problem

BOX = re.compile(
    r"^[ \t]*(?P<signs>!!!|\?\?\?\+?)[ \t]*(?P<kind>[\w-]*)[ \t]*(?P<title>\"[^\"]+\")?[ \t]*$"
)
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
        if (match := BOX.match(line)) is None:
            continue
        if match["signs"] != "!!!":
            yield Problem(
                page.file,
                number,
                "BOX02",
                "a folded box prints closed",
                'write it open: !!! note "Title"',
            )
        elif match["kind"] not in KINDS:
            kinds = "; ".join(f"{kind}: {use}" for kind, use in KINDS.items())
            yield Problem(
                page.file,
                number,
                "BOX01",
                f"there is no box '{match['kind']}'",
                f"take one of {kinds}",
            )
        elif not match["title"]:
            yield Problem(
                page.file,
                number,
                "BOX01",
                f"the box '{match['kind']}' has no title",
                f'write !!! {match["kind"]} "Title"',
            )
