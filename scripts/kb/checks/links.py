"""LNK01-LNK04, IMG01, IMG02: a link says what is behind it; all that is linked is there."""

import re
from collections.abc import Iterator
from datetime import timedelta

from kb.model.addresses import landing
from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.page import Link, Page
from kb.model.parted import GLOSSARY, LEDGER, SHELVES
from kb.model.problem import Problem
from kb.model.text import linked_page, plain

OUTSIDE = re.compile(r"^(?:https?:|mailto:|tel:)")
EMPTY_WORDS = {
    "en": {"here", "click here", "link", "more", "read more", "this page"},
    "ru": {"здесь", "тут", "ссылка", "подробнее", "далее", "читать далее"},
    "uz": {"bu yerda", "shu yerda", "havola", "batafsil"},
    "kk": {"осында", "мұнда", "сілтеме", "толығырақ"},
    "ky": {"бул жерде", "ушул жерде", "шилтеме", "кененирээк"},
}
"""Link texts that tell nothing when a screen reader lists the links of a page."""
MADE_BY_THE_BUILD = {GLOSSARY, *(f"{LEDGER}/{name}" for name in ("index", *SHELVES))}
SHORT = re.compile(r"^/s/(?P<id>[^/]*)/$")
MOST_TEXT = 120
LONGEST_IGNORED = timedelta(days=366)
APART = re.compile(r"^ {0,3}\[(?!\^)(?P<name>[^\]]+)\]:|\]\(\s*(?P<angle><)|\]\([^)]*$")
"""An address apart from its link, in angle brackets or over two lines: no check would see it."""
SHORT_LINKS = "docs/_data/short-links.yml"


def link_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield problems of links: words that say nothing, targets that do not exist."""
    for number, line in enumerate(page.plain, page.front_lines + 1):
        if APART.search(line):
            fix = "write the address in round brackets after the words: [words](address)"
            yield Problem(page.file, number, "LNK02", "an address stands apart from its link", fix)
    for link in page.links:
        if not link.is_image:
            yield from _word_problems(page, link)
            yield from _target_problems(library, page, link)


def _word_problems(page: Page, link: Link) -> Iterator[Problem]:
    words = plain(link.text).strip(' .…!:»«"').lower()
    if not words or words in EMPTY_WORDS[page.language]:
        what = f"the link text '{link.text}' does not say what is behind it"
        fix = "name the page or thing that the reader gets"
        yield Problem(page.file, link.line, "LNK01", what, fix)


def _target_problems(library: Library, page: Page, link: Link) -> Iterator[Problem]:
    if (short := SHORT.match(link.target)) is not None:
        if short["id"] not in library.short_links and not library.is_unread(SHORT_LINKS):
            yield _broken(page, link, "is no short link", f"take one from {SHORT_LINKS}")
    elif not OUTSIDE.match(link.target):
        yield from _page_problems(library, page, link)


def _page_problems(library: Library, page: Page, link: Link) -> Iterator[Problem]:
    target, _, anchor = link.target.partition("#")
    path = page.path if not target else linked_page(page.path, target)
    if path is None:
        fix = "write a relative path that ends in .md"
        yield _broken(page, link, "is not a page of this language", fix)
        return
    if path in MADE_BY_THE_BUILD or _is_unread(library, page.language, path):
        return
    there = library.page(page.language, path) or library.page(SOURCE, path)
    if there is None:
        yield _broken(page, link, "does not exist", "correct the path, or write the page first")
    elif anchor and anchor not in there.ids and not _stands_in(library, path, anchor):
        yield _broken(
            page, link, "has no such section", f"the sections are: {', '.join(there.ids)}"
        )


def _is_unread(library: Library, language: str, path: str) -> bool:
    """Return whether the page is there but broken, which is a problem of its own."""
    return any(library.is_unread(f"docs/{code}/{path}.md") for code in (language, SOURCE))


def _stands_in(library: Library, path: str, anchor: str) -> bool:
    source = library.page(SOURCE, path)
    return source is not None and anchor in source.ids


def _broken(page: Page, link: Link, what: str, fix: str) -> Problem:
    return Problem(page.file, link.line, "LNK02", f"the link target '{link.target}' {what}", fix)


def image_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each image without words or without a file."""
    for link in page.links:
        if not link.is_image:
            continue
        image = f"the image '{link.target}'"
        if not link.text.strip():
            fix = "say in the square brackets what the image tells"
            yield Problem(page.file, link.line, "IMG01", f"{image} has no text", fix)
        elif len(link.text) > MOST_TEXT:
            what = f"the text of {image} has {len(link.text)} signs"
            fix = f"say it in at most {MOST_TEXT}; tell the rest on the page"
            yield Problem(page.file, link.line, "IMG01", what, fix)
        if not _is_file_of_docs(library, page, link.target):
            fix = "put the file under docs/ and write its relative path"
            yield Problem(
                page.file, link.line, "IMG02", f"{image} is not a file beside the pages", fix
            )


def _is_file_of_docs(library: Library, page: Page, target: str) -> bool:
    docs = (library.root / "docs").resolve()
    try:
        file = ((library.root / page.file).parent / target).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):  # not there, a circle of links, a name too long
        return False
    return file.is_file() and file.is_relative_to(docs)


def address_problems(library: Library) -> Iterator[Problem]:
    """Yield a problem for each address given out that leads nowhere."""
    for short, target in library.short_links.items():
        if not _leads_somewhere(library, target):
            what = f"the short link '{short}' leads to '{target}', which does not exist"
            yield _vanished(library, short, what, _way_back(library, target))
    for old, new in library.moved.items():
        what = f"'{old}' is said to have moved to '{new}', which is not so"
        if library.page(SOURCE, old) is not None:
            fix = "remove the line: the page stands at its old path"
            yield _vanished(library, old, what, fix)
        elif not _leads_somewhere(library, new):
            yield _vanished(library, old, what, _way_back(library, new))


def answer_problems(library: Library) -> Iterator[Problem]:
    """Yield a problem for each page that answers everyday words and does not exist."""
    known = library.pages[SOURCE]
    for name, concept in library.everyday.items():
        for path in concept.pages:
            if path not in known and not _is_unread(library, SOURCE, path):
                place = library.places[f"everyday:{name}"]
                what = f"the words for '{name}' lead to the page '{path}', which does not exist"
                yield Problem(place.path, place.line, "LNK02", what, "correct it among its 'pages'")


def _leads_somewhere(library: Library, target: str) -> bool:
    path, anchor = landing(target, library.moved)
    if path in MADE_BY_THE_BUILD or _is_unread(library, SOURCE, path):
        return True
    source = library.page(SOURCE, path)
    return source is not None and (not anchor or anchor in source.ids)


def _way_back(library: Library, target: str) -> str:
    path, anchor = landing(target, library.moved)
    if (page := library.page(SOURCE, path)) is None:
        fix = "restore the page, or name its new path under 'moved'"
    else:
        fix = f"write {{ #{anchor} }} at its heading in {page.file}"
    return f"an address on paper never vanishes: {fix}"


def _vanished(library: Library, name: str, what: str, fix: str) -> Problem:
    place = library.places[f"address:{name}"]
    return Problem(place.path, place.line, "LNK03", what, fix)


def ignored_problems(library: Library) -> Iterator[Problem]:
    """Yield a problem for each outside link that is left out in vain, or for too long."""
    used = {instrument.url for instrument in library.instruments.values()}
    used |= {fact.source_url for fact in library.facts.values()}
    for link in library.ignored_links:
        place = library.places[f"ignored:{link.address}"]
        if link.address not in used and not library.is_unread("docs/_data/evidence"):
            what = f"no record links to '{link.address}'"
            yield Problem(place.path, place.line, "LNK04", what, "remove the entry")
        if link.check_by - link.since > LONGEST_IGNORED:
            what = f"'{link.address}' is left out for more than a year"
            fix = "set check_by to a day within a year of since"
            yield Problem(place.path, place.line, "LNK04", what, fix)
