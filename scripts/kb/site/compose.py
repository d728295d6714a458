"""The Markdown that MkDocs renders for a page in a language: sections, notices, notes."""

from collections.abc import Callable, Iterable, Iterator

from kb.model.evidence import COUNTRIES
from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.page import DIRECTIVE, TOP, Page, Section, headings
from kb.model.text import literal, plain
from kb.model.translations import SectionState, State
from kb.site.lists import open_questions, seminar_questions
from kb.site.notes import mark_amended, notes
from kb.site.tools import facts_of_tool, tool_list

FAR = 12
"""So many lines before the last country are two screens of a phone; links lead past them."""


def cut_line(library: Library, language: str, _path: str) -> Iterator[str]:
    """Yield the line at which a letter is cut from what stands below for its sender alone."""
    yield from ["", library.word(language, "cut-here"), "{ .kb-cut }", ""]


MADE: dict[str, Callable[[Library, str, str], Iterable[str]]] = {
    "cut": cut_line,
    "open-questions": open_questions,
    "seminar-questions": seminar_questions,
}


def page_markdown(library: Library, language: str, path: str) -> str:
    """Return the page as Markdown for the renderer, whole in any language.

    A section that nobody translated is the English one, marked with `lang`; a stale one is
    preceded by a notice that names the changed sentences. Each cited fact gets its note.
    """
    body = list(_body(library, language, path))
    source = library.source_page(path)
    page = library.page(language, path) or source
    shown = "\n".join(body)
    named = facts_of_tool(library, path)
    cited = dict.fromkeys((*page.cited, *source.cited, *named))
    used = tuple(name for name in cited if f"[^{name}]" in shown)
    return "\n".join([*body, "", *notes(library, language, path, used), ""])


def _body(library: Library, language: str, path: str) -> Iterator[str]:
    source = library.source_page(path)
    page = library.page(language, path)
    if page is None:
        yield from _stand_in_page(library, language, source)
        return
    for state in library.states(language, path):
        yield from _section(library, page, source, state)


def _section(library: Library, page: Page, source: Page, state: SectionState) -> Iterator[str]:
    language = page.language
    if state.state is State.MISSING:
        notice = _notice("missing", library.word(language, "missing-section"))
        yield from _stand_in(library, language, source.sections[state.id], source.path, notice)
        return
    lines = list(_written(library, language, page.path, page.sections[state.id]))
    if state.state is State.STALE:
        lines[_after_heading(lines) : _after_heading(lines)] = [
            "",
            stale_notice(library, language, state),
            "",
        ]
    yield from lines


def _written(
    library: Library, language: str, path: str, section: Section, reader: str = ""
) -> Iterator[str]:
    for line in _text_of(section):
        match = DIRECTIVE.match(line)
        if match and match["made"]:
            yield from MADE[match["made"]](library, language, path)
        elif match:
            # A tool speaks every language, even where its page is not translated.
            yield from tool_list(library, reader or language, path, match["tool"])
        else:
            yield mark_amended(library, language, line)
            if line.startswith("## "):
                yield from _countries(section)


def _countries(section: Section) -> Iterator[str]:
    """Yield a line of links to the countries of a section that is long; else nothing."""
    found = [heading for heading in headings(section.lines, 1) if heading.country]
    if len(found) == len(COUNTRIES):
        before = section.lines[found[0].line - 1 : found[-1].line - 1]
        if len([line for line in before if line.strip()]) >= FAR:
            links = (f"[{heading.title}](#{heading.id})" for heading in found)
            yield from ["", " ".join(links), "{ .kb-jumps }"]


def _text_of(section: Section) -> tuple[str, ...]:
    # The first two lines of `top` are the title and the description of the front matter.
    return section.lines[2:] if section.id == TOP else section.lines


def _after_heading(lines: list[str]) -> int:
    return next((n for n, line in enumerate(lines, 1) if line.startswith("#")), 0)


def _stand_in_page(library: Library, language: str, source: Page) -> Iterator[str]:
    notice = _notice("missing", library.word(language, "missing-page"))
    for section in source.sections.values():
        yield from _stand_in(library, language, section, source.path, notice)
        notice = ""


def _stand_in(
    library: Library, language: str, section: Section, path: str, notice: str
) -> Iterator[str]:
    lines = list(_written(library, SOURCE, path, section, reader=language))
    start = _after_heading(lines)
    yield from ["", '<div lang="en" class="kb-stand-in" markdown="1">', ""]
    yield from lines[:start]
    if notice:
        yield from ["", notice.replace("<aside ", f'<aside lang="{language}" '), ""]
    yield from lines[start:]
    yield from ["", "</div>", ""]


def stale_notice(library: Library, language: str, state: SectionState) -> str:
    """Return the notice at a stale section: which English sentences are new."""
    sentences = [plain(line) for line in state.changed]
    news = "".join(f"<li>{literal(sentence)}</li>" for sentence in sentences if sentence)
    if not news:
        return _notice("stale", library.word(language, "stale-removed"))
    lead = library.word(language, "stale-section")
    return _notice("stale", f'{lead}: <ul lang="en">{news}</ul>')


def _notice(kind: str, text: str) -> str:
    return f'<aside class="kb-notice kb-notice--{kind}">{text}</aside>'
