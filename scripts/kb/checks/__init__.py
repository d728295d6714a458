"""Rules for pages and records, one family a file; each yields problems and changes nothing."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from kb.checks.boxes import box_problems
from kb.checks.citations import citation_problems, evidence_problems
from kb.checks.figures import figure_problems, tool_figure_problems
from kb.checks.front_matter import date_problems
from kb.checks.headings import heading_problems
from kb.checks.html import code_problems, html_problems
from kb.checks.interface import evidence_word_problems, word_problems
from kb.checks.language import language_problems
from kb.checks.links import (
    address_problems,
    answer_problems,
    ignored_problems,
    image_problems,
    link_problems,
)
from kb.checks.navigation import navigation_problems
from kb.checks.terms import concept_problems, term_problems
from kb.checks.tools import tool_page_problems, tool_problems
from kb.checks.translations import record_problems, structure_problems
from kb.checks.versions import version_problems
from kb.model.languages import LANGUAGES
from kb.model.library import Library
from kb.model.page import Page
from kb.model.problem import Problem
from kb.model.side_by_side import side_by_side

PAGE_CHECKS: tuple[Callable[[Library, Page], Iterator[Problem]], ...] = (
    date_problems,
    heading_problems,
    citation_problems,
    link_problems,
    image_problems,
    box_problems,
    html_problems,
    code_problems,
    language_problems,
    structure_problems,
    figure_problems,
    term_problems,
    concept_problems,
    tool_page_problems,
    version_problems,
)
LIBRARY_CHECKS: tuple[Callable[[Library], Iterator[Problem]], ...] = (
    evidence_problems,
    address_problems,
    answer_problems,
    navigation_problems,
    ignored_problems,
    record_problems,
    word_problems,
    evidence_word_problems,
    tool_problems,
    tool_figure_problems,
)
LIBRARY = ""
"""Stands among the paths of pages for what no page alone can show."""
AT_ONCE = 8
"""How many pages, each in all languages, a process takes at a time."""


def all_problems(library: Library) -> list[Problem]:
    """Return every problem of the library, sorted by path and line."""
    paths = dict.fromkeys(page.path for page in library.all_pages())
    work = partial(_problems, library)
    found = chain.from_iterable(side_by_side(work, [LIBRARY, *paths], at_once=AT_ONCE))
    return sorted({*library.problems, *found})


def _problems(library: Library, path: str) -> list[Problem]:
    """Return the problems of a page in all its languages, or those of the library."""
    if path == LIBRARY:
        return [problem for check in LIBRARY_CHECKS for problem in check(library)]
    pages = (library.page(language, path) for language in LANGUAGES)
    return [
        problem
        for page in pages
        if page
        for check in PAGE_CHECKS
        for problem in check(library, page)
    ]
