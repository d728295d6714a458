"""What can be found: the pages written in a language, part by part, and the glossary's entries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from kb.model.library import Library
from kb.model.page import TOP, Page, Section
from kb.model.parted import glossary_page
from kb.model.sectors import sector_of
from kb.model.terms import Term
from kb.model.text import plain
from kb.search.normalise import tidy

TERM = "term"
"""The kind of a glossary entry."""
FEW = 2
"""A page that leads to more sector plans than these is about sectors, not about one."""
PARTED = "; "
"""Between the wordings that lead to a page."""
HEADING = re.compile(r"^#{1,6}[ \t]")
RULE = re.compile(r"^[\s|:-]*$")
"""An empty line, or the line under a table's head."""


@dataclass(frozen=True)
class Part:
    """A section that a result leads to."""

    id: str
    """The anchor; empty for the beginning of a page."""
    heading: str
    text: str
    headings: str
    """All headings in the section, its own too."""
    summary: str = ""
    """What the page says of itself; its text begins with it."""
    keywords: str = ""
    """Words that people type who want this page, though it may not say them."""


@dataclass(frozen=True)
class Document:
    """A page, or an entry of the glossary."""

    path: str
    title: str
    kind: str
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    parts: tuple[Part, ...]


def documents(library: Library, language: str) -> list[Document]:
    """Return what can be found in a language, pages by path, then the glossary."""
    pages = library.pages.get(language, {})
    wanted = _keywords(library, language)
    found = [_page(pages[path], wanted.get(path, "")) for path in sorted(pages)]
    return found + [_term(library, library.terms[name], language) for name in sorted(library.terms)]


def spelled(library: Library, found: list[Document], edition: str) -> list[Document]:
    """Return documents of an edition's language in the letters of the edition."""

    def told(text: str) -> str:
        return library.spelled(edition, text)

    return [
        replace(
            one,
            title=told(one.title),
            parts=tuple(
                replace(part, heading=told(part.heading), text=told(part.text))
                for part in one.parts
            ),
        )
        for one in found
    ]


def _keywords(library: Library, language: str) -> dict[str, str]:
    """Return, by page, the everyday words that it answers."""
    found: dict[str, list[str]] = {}
    for concept in library.everyday.values():
        for path in concept.pages:
            found.setdefault(path, []).extend(concept.words(language))
    return {path: tidy(PARTED.join(phrases)) for path, phrases in found.items()}


def _page(page: Page, keywords: str) -> Document:
    first, *others = (_part(page, section) for section in page.sections.values())
    parts = (replace(first, keywords=keywords), *others)
    front = page.front
    return Document(
        page.path, tidy(front.title), front.kind, front.countries, tuple(_sectors(page)), parts
    )


def _part(page: Page, section: Section) -> Part:
    lines = [line for line in _without_code(page, section) if not RULE.match(line)]
    told = [(plain(line), bool(HEADING.match(line))) for line in lines]
    if section.id == TOP:
        kept = [text for text, is_heading in told if not is_heading]
        title = tidy(page.front.title)
        return Part("", title, tidy(_joined(kept)), title, tidy(page.front.description))
    headings = [text for text, is_heading in told if is_heading]
    text = _joined([text for text, _ in told[1:]])
    return Part(section.id, tidy(headings[0]), tidy(text), tidy(" ".join(headings)))


def _without_code(page: Page, section: Section) -> Iterator[str]:
    """Yield the section's lines, without code; the description stands before the top."""
    start = section.first_line - page.front_lines - 1
    count = len(section.lines)
    if section.id == TOP:
        yield page.front.description
        count -= 2
    yield from page.plain[start : start + count]


def _joined(lines: list[str]) -> str:
    return " ".join(line for line in lines if line)


def _sectors(page: Page) -> list[str]:
    """Return the sectors that a page is about: its own, or those of the few plans it leads to."""
    if own := sector_of(page.path):
        return [own]
    plans = {
        PurePosixPath(link.target.partition("#")[0]).stem
        for link in page.links
        if "sectors/" in link.target and not link.target.startswith("http")
    } - {"index"}
    return sorted(plans) if len(plans) <= FEW else []


def _term(library: Library, term: Term, language: str) -> Document:
    words = [term.words[language]]
    if language == "uz":
        words.append(term.words["uz-cyrl"])
    others = [other for word in words for other in word.also]
    text = _joined([term.definition[language], *others])
    part = Part(term.id, tidy(words[0].term), tidy(text), tidy(words[0].term))
    path = glossary_page(term.id, library.terms)
    return Document(path, part.heading, TERM, term.countries, (), (part,))
