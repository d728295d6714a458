"""The real knowledge base, read once for each worker, and how tests find its pages and tables."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kb.checks import all_problems
from kb.model.library import Library, load
from kb.model.page import Page

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
ROW = re.compile(r"^[ \t]*\|(?P<cells>.*)\|[ \t]*$")
RULE = re.compile(r"^[ \t]*\|(?P<dashes>[\s:|-]+)\|[ \t]*$")


@cache
def library() -> Library:
    """Return the real knowledge base."""
    return load(ROOT)


@cache
def problems() -> dict[str, list[str]]:
    """Return what `kb check` says of it, by file."""
    found: dict[str, list[str]] = defaultdict(list)
    for problem in all_problems(library()):
        found[problem.path].append(str(problem))
    return found


def page_files() -> list[str]:
    """Return every page that stands in the tree, also one that cannot be read."""
    return sorted(file.relative_to(DOCS).as_posix() for file in DOCS.glob("??/**/*.md"))


def english(folder: str = "") -> list[str]:
    """Return the paths of the English pages below a folder."""
    return sorted(path for path in library().pages["en"] if path.startswith(folder))


def source_page(path: str) -> Page:
    """Return an English page, which a test needs to be there."""
    page = library().page("en", path)
    if page is None:
        raise LookupError(f"docs/en/{path}.md is not there, or cannot be read")
    return page


def tables(page: Page) -> Iterator[list[list[str]]]:
    """Yield each table of a page as rows of cells, the head first, without the rule."""
    rows: list[list[str]] = []
    for line in (*page.plain, ""):
        if (match := ROW.match(line)) is not None:
            if not RULE.match(line):
                rows.append([cell.strip() for cell in match["cells"].split("|")])
        elif rows:
            yield rows
            rows = []
