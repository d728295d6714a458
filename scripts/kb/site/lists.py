"""Lists that no one types: open questions of law, and questions from seminars."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.model.evidence import COUNTRIES, Confidence
from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.page import LINK, Page
from kb.model.text import literal, plain, relative_link
from kb.site.notes import in_language

COUNTRY_ID = re.compile(r"(?:^|-)(?P<country>kz|kg|uz)$")
"""The last part of a heading's id names the country that it is about."""
GENERAL = "international"
LIST_ITEM = re.compile(r"^(?:[-*]|\d+\.)[ \t]+(?P<text>.+)$")


@dataclass(frozen=True)
class Question:
    """One thing that is not known, and where a page says so."""

    country: str
    text: str
    page: Page
    section: str


def open_questions(library: Library, language: str, path: str) -> Iterator[str]:
    """Yield Markdown: by country, what sources disagree on and what is not established."""
    questions = list(unknowns(library, language))
    conflicts = dict(_conflicts(library))
    for country in (*COUNTRIES, GENERAL):
        ours = [question for question in questions if question.country == country]
        facts = [name for name, where in conflicts.items() if where == country]
        if not ours and not facts:
            continue
        yield from ["", f"## {library.word(language, country)} {{ #open-{country} }}", ""]
        if facts:
            heading = library.word(language, "conflict-open")
            yield from [f"### {heading} {{ #conflict-{country} }}", ""]
            yield from (_conflict(library, language, path, name) for name in facts)
            yield ""
        if ours:
            heading = library.word(language, "question-open")
            yield from [f"### {heading} {{ #not-established-{country} }}", ""]
            yield from (_item(question, language, path) for question in ours)
            yield ""


def unknowns(library: Library, language: str) -> Iterator[Question]:
    """Yield every line that begins with 'Not established:', in the reader's language if written."""
    for path in library.pages[SOURCE]:
        page = library.page(language, path) or library.source_page(path)
        mark = library.word(page.language, "not-established") + ":"
        for number, line in enumerate(page.plain, page.front_lines + 1):
            text = plain(line)
            if text.startswith(mark):
                rest = text.removeprefix(mark).strip()
                yield Question(country_of(page, number), rest, page, page.section_of(number))


def country_of(page: Page, line: int) -> str:
    """Return the country that a line is about: by its heading, else by its page."""
    ids = [heading.id for heading in page.headings if heading.line <= line]
    if ids and (match := COUNTRY_ID.search(ids[-1])):
        return match["country"]
    for part in page.path.split("/"):
        if part in COUNTRIES:
            return part
    return page.front.countries[0] if len(page.front.countries) == 1 else GENERAL


def _conflicts(library: Library) -> Iterator[tuple[str, str]]:
    for fact in library.facts.values():
        if fact.confidence is Confidence.CONFLICTING and fact.id in library.citing:
            where = library.instruments[fact.instrument].jurisdiction
            yield fact.id, where if where in COUNTRIES else GENERAL


def _conflict(library: Library, language: str, path: str, name: str) -> str:
    fact = library.facts[name]
    other = library.word(language, "other-side")
    page, line = library.citing[name][0]
    told = library.page(language, page.path) or page
    target = relative_link(path, page.path, page.section_of(line))
    return (
        f"- {in_language(fact.statement, SOURCE, language)} "
        f"{other}: {in_language(fact.note, SOURCE, language)} "
        f"[{literal(told.front.title)}]({target})"
    )


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
