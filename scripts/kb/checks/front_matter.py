"""FM03: a page says when it was last read against the law, and when it must be read again."""

from collections.abc import Iterator

from kb.model.library import Library
from kb.model.page import Page
from kb.model.problem import Problem


def date_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem where `check_by` is not after `checked`, or differs from the source's."""
    front = page.front
    if front.check_by <= front.checked:
        yield Problem(
            page.file,
            2,
            "FM03",
            f"check_by {front.check_by} is not after checked {front.checked}",
            "set check_by to the day by which the page must be read again",
        )
    source = library.pages["en"].get(page.path)
    if source is not None and (front.kind, front.countries) != (
        source.front.kind,
        source.front.countries,
    ):
        yield Problem(
            page.file,
            2,
            "FM03",
            "kind or countries differ from the English page",
            f"write kind: {source.front.kind} and countries: [{', '.join(source.front.countries)}]",
        )
