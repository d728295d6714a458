"""Rules for pages and records, one family a file; each yields problems and changes nothing."""

from collections.abc import Callable, Iterator

from kb.checks.boxes import box_problems
from kb.checks.citations import citation_problems, evidence_problems
from kb.checks.figures import figure_problems
from kb.checks.front_matter import date_problems
from kb.checks.headings import heading_problems
from kb.checks.html import html_problems
from kb.checks.language import language_problems
from kb.checks.links import address_problems, ignored_problems, image_problems, link_problems
from kb.checks.terms import concept_problems, term_problems
from kb.checks.tools import tool_page_problems, tool_problems
from kb.checks.translations import record_problems, structure_problems, word_problems
from kb.model.library import Library
from kb.model.page import Page
from kb.model.problem import Problem

PAGE_CHECKS: tuple[Callable[[Library, Page], Iterator[Problem]], ...] = (
    date_problems,
    heading_problems,
    citation_problems,
    link_problems,
    image_problems,
    box_problems,
    html_problems,
    language_problems,
    structure_problems,
    figure_problems,
    term_problems,
    tool_page_problems,
)
LIBRARY_CHECKS: tuple[Callable[[Library], Iterator[Problem]], ...] = (
    evidence_problems,
    address_problems,
    ignored_problems,
    record_problems,
    word_problems,
    tool_problems,
    concept_problems,
)


def all_problems(library: Library) -> list[Problem]:
    """Return every problem of the library, sorted by path and line."""
    found = list(library.problems)
    for check in LIBRARY_CHECKS:
        found.extend(check(library))
    for page in library.all_pages():
        for page_check in PAGE_CHECKS:
            found.extend(page_check(library, page))
    return sorted(set(found))
