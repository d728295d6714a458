"""LNK01-LNK04, IMG01, IMG02: a link says what is behind it and leads somewhere; an image has words."""

import posixpath
import re
from collections.abc import Iterator

from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.page import Link, Page
from kb.model.problem import Problem

OUTSIDE = re.compile(r"^(?:https?:|mailto:|tel:)")
EMPTY_WORDS = {
    "en": {"here", "click here", "link", "more", "read more", "this page"},
    "ru": {"здесь", "тут", "ссылка", "подробнее", "далее", "читать далее"},
    "uz": {"bu yerda", "shu yerda", "havola", "batafsil"},
    "kk": {"осында", "мұнда", "сілтеме", "толығырақ"},
    "ky": {"бул жерде", "ушул жерде", "шилтеме", "кененирээк"},
}
"""Link texts that tell nothing when a screen reader lists the links of a page."""
MADE_BY_THE_BUILD = re.compile(r"^(?:glossary|evidence/(?:index|(?:kz|kg|uz|int|other)(?:-reports)?))$")
SHORT = re.compile(r"^/s/(?P<id>[^/]*)/$")
MOST_TEXT = 120


def link_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield problems of links: words that say nothing, targets that do not exist."""
    for link in page.links:
        if link.is_image:
            continue
        if not link.text.strip() or link.text.strip().lower() in EMPTY_WORDS[page.language]:
            yield Problem(
                page.file, link.line, "LNK01", f"the link text '{link.text}' does not say what is behind it",
                "name the page or thing that the reader gets",
            )
        if (short := SHORT.match(link.target)) is not None:
            if short["id"] not in library.short_links:
                yield _broken(
                    page, link, "is no short link", "take one from docs/_data/short-links.yml"
                )
        elif not OUTSIDE.match(link.target):
            yield from _target_problems(library, page, link)


def _target_problems(library: Library, page: Page, link: Link) -> Iterator[Problem]:
    target, _, anchor = link.target.partition("#")
    path = page.path if not target else _resolved(page.path, target)
    if path is None:
        yield _broken(page, link, "is not a page of this language", "write a relative path that ends in .md")
        return
    if MADE_BY_THE_BUILD.match(path):
        return
    there = library.page(page.language, path) or library.pages[SOURCE].get(path)
    if there is None:
        yield _broken(page, link, "does not exist", "correct the path, or write the page first")
    elif anchor and anchor not in there.ids and not _stands_in(library, path, anchor):
        yield _broken(page, link, "has no such section", f"the sections are: {', '.join(there.ids)}")


def _resolved(here: str, target: str) -> str | None:
    if not target.endswith(".md") or target.startswith("/"):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), target))
    return None if path.startswith("..") else path.removesuffix(".md")


def _stands_in(library: Library, path: str, anchor: str) -> bool:
    source = library.pages[SOURCE].get(path)
    return source is not None and anchor in source.ids


def _broken(page: Page, link: Link, what: str, fix: str) -> Problem:
    return Problem(page.file, link.line, "LNK02", f"the link target '{link.target}' {what}", fix)


def image_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each image without words or without a file."""
    for link in page.links:
        if not link.is_image:
            continue
        if not link.text.strip():
            yield Problem(
                page.file, link.line, "IMG01", f"the image '{link.target}' has no text",
                "say in the square brackets what the image tells",
            )
        elif len(link.text) > MOST_TEXT:
            yield Problem(
                page.file, link.line, "IMG01", f"the text of the image '{link.target}' has {len(link.text)} signs",
                f"say it in at most {MOST_TEXT}; tell the rest on the page",
            )
        folder = (library.root / page.file).parent
        if OUTSIDE.match(link.target) or not (folder / link.target).is_file():
            yield Problem(
                page.file, link.line, "IMG02", f"the image '{link.target}' is not a file beside the pages",
                "put the file under docs/ and write its relative path",
            )


def address_problems(library: Library) -> Iterator[Problem]:
    """Yield a problem for each address given out that leads nowhere, and each link left out in vain."""
    for short, target in library.short_links.items():
        path, _, anchor = target.partition("#")
        path = library.moved.get(path, path)
        source = library.pages[SOURCE].get(path)
        known = MADE_BY_THE_BUILD.match(path) is not None
        if not known and (source is None or (anchor and anchor not in source.ids)):
            yield _vanished(
                library, short, f"the short link '{short}' leads to '{target}', which does not exist"
            )
    for old, new in library.moved.items():
        if old in library.pages[SOURCE] or new not in library.pages[SOURCE]:
            yield _vanished(library, old, f"'{old}' is said to have moved to '{new}', which is not so")
    used = {instrument.url for instrument in library.instruments.values()}
    used |= {fact.source_url for fact in library.facts.values()}
    for ignored in library.ignored_links:
        if ignored.address not in used:
            place = library.places[f"ignored:{ignored.address}"]
            yield Problem(
                place.path, place.line, "LNK04", f"no record links to '{ignored.address}'",
                "remove the entry",
            )


def _vanished(library: Library, name: str, what: str) -> Problem:
    place = library.places[f"address:{name}"]
    return Problem(
        place.path, place.line, "LNK03", what,
        "an address on paper never vanishes: restore the page or section, or name its new path under 'moved'",
    )
