"""ID01–ID03: headings have ids that last, no country is left out, a page has one name."""

import re
from collections.abc import Iterator, Sequence

from kb.model.library import Library
from kb.model.page import TOP, Heading, Page
from kb.model.problem import Problem

ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
UNDERLINE = re.compile(r"^(?P<line>=+|-+)[ \t]*$")
"""Signs under a line of text, which make that line a heading."""
DEEPEST = 3
LONGEST = 40
HOME = "index"
"""Its title names the site, its heading says what the site is for."""


def heading_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield problems of ids, of levels, of missing countries, and of two names for a page."""
    del library
    yield from _id_problems(page)
    yield from _underline_problems(page)
    yield from _level_problems(page)
    yield from _country_problems(page)
    yield from _name_problems(page)


def _id_problems(page: Page) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for heading in page.headings:
        if not heading.id:
            yield _id01(
                page,
                heading,
                f"the heading '{heading.title}' has no id",
                "end it in { #a-latin-id }; it never changes once published",
            )
        elif not ID.match(heading.id) or len(heading.id) > LONGEST:
            yield _id01(
                page,
                heading,
                f"the id '{heading.id}' is not short lower-case Latin with hyphens",
                "write for example { #who-may-join }, at most 40 signs",
            )
        elif heading.id in seen:
            yield _id01(
                page,
                heading,
                f"the id '{heading.id}' stands already on line {seen[heading.id]}",
                "give each heading of the page its own id",
            )
        seen.setdefault(heading.id, heading.line)


def _underline_problems(page: Page) -> Iterator[Problem]:
    before = ""
    for number, line in enumerate(page.plain, page.front_lines + 1):
        if before.strip() and UNDERLINE.match(line):
            what, fix = "the underline makes a heading without id", "write '## Title { #id }'"
            yield Problem(page.file, number, "ID01", what, fix)
        before = line


def _level_problems(page: Page) -> Iterator[Problem]:
    firsts = [heading for heading in page.headings if heading.level == 1]
    if len(firsts) != 1 or firsts[0].id != TOP or page.headings[0].level != 1:
        line = firsts[-1].line if firsts else page.front_lines + 1
        yield Problem(
            page.file,
            line,
            "ID01",
            "the page does not begin with one H1 with the id 'top'",
            "write '# Title { #top }' once, as the first heading",
        )
    before = 1
    for heading in page.headings:
        if heading.level > DEEPEST or heading.level > before + 1:
            yield _id01(
                page,
                heading,
                f"a heading of level {heading.level} follows one of level {before}",
                "go down one level at a time; a page has H1, H2 and H3 only",
            )
        before = heading.level


def _id01(page: Page, heading: Heading, what: str, fix: str) -> Problem:
    return Problem(page.file, heading.line, "ID01", what, fix)


def _country_problems(page: Page) -> Iterator[Problem]:
    """Where an H2 has H3s of countries, they are all the page's countries in order."""
    wanted = list(page.front.countries)
    parent: Heading | None = None
    found: list[str] = []
    for heading in (*page.headings, None):
        if heading is None or heading.level < DEEPEST:
            yield from _missing(page, parent, found, wanted)
            parent, found = heading, []
        elif heading.country:
            found.append(heading.country)


def _missing(
    page: Page, parent: Heading | None, found: list[str], wanted: Sequence[str]
) -> Iterator[Problem]:
    if parent is None or not found or found == list(wanted):
        return
    yield Problem(
        page.file,
        parent.line,
        "ID02",
        f"under '{parent.id}' stand the countries {', '.join(found)} and not {', '.join(wanted)}",
        "give each country its H3 in the order kz, kg, uz; 'Not established' is an answer",
    )


def _name_problems(page: Page) -> Iterator[Problem]:
    """Yield a problem where lists, search and tabs name a page otherwise than it names itself."""
    title = page.front.title
    first = next((heading for heading in page.headings if heading.level == 1), None)
    if page.path == HOME or first is None or first.title.startswith(title):
        return
    yield Problem(
        page.file,
        first.line,
        "ID03",
        f"the heading '{first.title}' does not begin with the title '{title}'",
        "write the heading as the title, or the heading's first words as the title",
    )
