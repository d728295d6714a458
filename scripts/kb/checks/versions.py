"""VER01: paper that is given out has its wording in the record, so that it knows when it is old."""

from collections.abc import Iterator

from kb.model.library import Library
from kb.model.page import Page
from kb.model.problem import Problem
from kb.model.versions import PRINTED, wording

RECORD = "docs/_data/versions.yml"
FIX = "run 'kb release', with --day where the paper does not go out today"


def version_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem where the record of a sheet or kit has not the wording of today."""
    if page.front.kind not in PRINTED or library.is_unread(RECORD):
        return
    known, today = library.versions.get(page.key), wording(page)
    if known is None:
        yield Problem(
            page.file, 1, "VER01", f"{RECORD} has no version of the {page.front.kind}", FIX
        )
    elif known.wording != today:
        names = [
            name for name in today | known.wording if today.get(name) != known.wording.get(name)
        ]
        what = f"since it was last released, the {page.front.kind} has changed: {', '.join(names)}"
        yield Problem(page.file, 1, "VER01", what, FIX)
