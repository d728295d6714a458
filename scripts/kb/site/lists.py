"""Lists that no one types: open questions of law, and questions from seminars."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kb.model.countries import countries_in
from kb.model.evidence import COUNTRIES, Confidence
from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.page import LINK, Page
from kb.model.text import literal, plain, relative_link
from kb.site.notes import evidence_words, in_language

GENERAL = "international"
OPEN_QUESTIONS = "law/open-questions"
"""The page that counts what is open, and the folder of the pages that list it."""
OPEN_IN = (*COUNTRIES, GENERAL)
WHAT_ENDS = re.compile(r"[.;] ")
"""Behind what is not known stands whom to ask, who may be of another country."""
LIST_ITEM = re.compile(r"^(?:[-*]|\d+\.)[ \t]+(?P<text>.+)$")


@dataclass(frozen=True)
class Question:
    """One thing that is not known, and where a page says so."""

    country: str
    text: str
    page: Page
    section: str


@dataclass(frozen=True)
class OpenList:
    """Points that are open in a country for one reason."""

    id: str
    heading: str
    lines: tuple[str, ...]
    """Markdown, for the page that holds the list."""


def open_questions(library: Library, language: str, path: str) -> Iterator[str]:
    """Yield Markdown: by country, how much is open and where it stands, under lasting ids."""
    for country in OPEN_IN:
        target = f"{path}/{country}"
        if lists := open_lists(library, language, target, country):
            yield from ["", f"## {part_name(library, language, country)} {{ #open-{country} }}", ""]
        for one in lists:
            link = relative_link(path, target, one.id)
            yield from [f"- [{one.heading}]({link}): {len(one.lines)}", f"    {{ #{one.id} }}"]


def part_name(library: Library, language: str, part: str) -> str:
    """Return what one of the parts OPEN_IN is called."""
    return (
        library.word(language, "open-general") if part == GENERAL else library.word(language, part)
    )


def open_questions_in(library: Library, language: str, path: str) -> Iterator[str]:
    """Yield Markdown: what sources disagree on in a country and what is not established there."""
    parent, _, country = path.rpartition("/")
    above = (library.page(language, parent) or library.source_page(parent)).front
    yield from [f"[{literal(above.title)}]({relative_link(path, parent)})", ""]
    for one in open_lists(library, language, path, country):
        yield from [f"## {one.heading} {{ #{one.id} }}", "", *one.lines, ""]


def open_lists(library: Library, language: str, path: str, country: str) -> list[OpenList]:
    """Return what is open in a country, with links from the page *path*; no empty list."""
    conflicts = tuple(
        _conflict(library, language, path, name)
        for name, where in _conflicts(library)
        if where == country
    )
    unknown = tuple(
        _item(question, language, path)
        for question in unknowns(library, language)
        if question.country == country
    )
    lists = (
        OpenList(f"conflict-{country}", library.word(language, "conflict-open"), conflicts),
        OpenList(f"not-established-{country}", library.word(language, "question-open"), unknown),
    )
    return [one for one in lists if one.lines]


@lru_cache(maxsize=16)
def unknowns(library: Library, language: str) -> tuple[Question, ...]:
    """Return each line that begins with 'Not established:', in the reader's language if written."""
    return tuple(_unknowns(library, language))


def _unknowns(library: Library, language: str) -> Iterator[Question]:
    for path in library.pages[SOURCE]:
        twin = library.source_page(path)
        page = library.page(language, path) or twin
        found = _open_lines(library, page)
        twins = _open_lines(library, twin) if page is not twin else found
        if len(found) != len(twins):
            twin, twins = page, found  # an old translation says for itself of what it speaks
        for (number, text), (place, said) in zip(found, twins, strict=True):
            country = country_of(library, twin, place, said)
            yield Question(country, text, page, page.section_of(number))


def _open_lines(library: Library, page: Page) -> list[tuple[int, str]]:
    """Return what is not established on a page, each with the number of its line."""
    said = library.word(page.language, "not-established")
    lines = enumerate(page.plain, page.front_lines + 1)
    told = [(number, plain(line)) for number, line in lines if said in line]
    mark = f"{said}:"
    return [
        (number, text.removeprefix(mark).strip()) for number, text in told if text.startswith(mark)
    ]


def country_of(library: Library, page: Page, line: int, text: str) -> str:
    """Return the country of an open question: by its heading, its page, or what it names alone."""
    above = [heading for heading in page.headings if heading.line <= line]
    if above and above[-1].country:
        return above[-1].country
    for part in page.path.split("/"):
        if part in COUNTRIES:
            return part
    if len(page.front.countries) == 1:
        return page.front.countries[0]
    named = countries_in(library, page.language, WHAT_ENDS.split(text)[0])
    return named.pop() if len(named) == 1 else GENERAL


def _conflicts(library: Library) -> Iterator[tuple[str, str]]:
    for fact in library.facts.values():
        if fact.confidence is Confidence.CONFLICTING and fact.id in library.citing:
            where = library.instruments[fact.instrument].jurisdiction
            yield fact.id, where if where in COUNTRIES else GENERAL


def _conflict(library: Library, language: str, path: str, name: str) -> str:
    fact = library.facts[name]
    read, said = (
        in_language(*evidence_words(library, language, text), language)
        for text in (fact.statement, fact.note)
    )
    other = library.word(language, "other-side")
    page, line = library.citing[name][0]
    told = library.page(language, page.path) or page
    target = relative_link(path, page.path, page.section_of(line))
    return f"- {read} {other}: {said} [{literal(told.front.title)}]({target})"


def _item(question: Question, language: str, path: str) -> str:
    target = relative_link(path, question.page.path, question.section)
    text = in_language(question.text, question.page.language, language)
    return f"- {text} [{literal(question.page.front.title)}]({target})"


def seminar_questions(library: Library, language: str, path: str) -> Iterator[str]:
    """Yield Markdown: questions raised at seminars that no page answers yet."""
    found = False
    for seminar in sorted(name for name in library.pages[SOURCE] if name.startswith("seminars/")):
        page = library.page(language, seminar) or library.source_page(seminar)
        section = page.sections.get("questions")
        for line in section.lines if section else ():
            match = LIST_ITEM.match(line)
            if match and not LINK.search(line):
                target = relative_link(path, seminar, "questions")
                asked = library.word(language, "asked-at")
                yield f"- {literal(plain(line))} {asked}: [{literal(page.front.title)}]({target})"
                found = True
    if not found:
        yield library.word(language, "nothing-open")
