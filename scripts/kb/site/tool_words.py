"""How sentences of a tool are written: in one language, for one page, with notes and links."""

from collections.abc import Iterable, Iterator
from datetime import date

from kb.model.languages import SOURCE, long_date
from kb.model.library import Library
from kb.model.text import literal, relative_link
from kb.model.tools import Statement, Tool, Words, said
from kb.site.notes import mark_amended


def speaks(tool: Tool, language: str) -> bool:
    """Return whether every sentence of a tool stands in a language."""
    return all(language in words for words in _all_words(tool.model_dump()))


def _all_words(value: object) -> Iterator[dict[str, str]]:
    if isinstance(value, dict):
        if SOURCE in value:
            yield value
        else:
            for one in value.values():
                yield from _all_words(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _all_words(one)


def boxed(writer: "Writer", tool: Tool, lines: Iterable[str]) -> Iterator[str]:
    """Yield the list of a tool in the box in which its script works."""
    language = writer.language
    mark = f'data-tool="{tool.id}" lang="{language}"'
    yield from ["", f'<div class="kb-tool" {mark} markdown="1">', ""]
    if language != SOURCE and not speaks(tool, language):
        notice = writer.word("missing-section")
        yield from [f'<aside class="kb-notice kb-notice--missing">{notice}</aside>', ""]
    yield from lines
    yield from ["", "</div>", ""]


class Writer:
    """Writes sentences of a tool in one language for one page."""

    def __init__(self, library: Library, language: str, path: str) -> None:
        self.library = library
        self.language = language
        self.path = path

    def word(self, key: str, **values: str) -> str:
        """Return what the interface says."""
        return self.library.word(self.language, key, **values)

    def words(self, words: Words) -> str:
        """Return a sentence's words, marked where they are not in the reader's language."""
        text, language = said(words, self.language)
        if language == self.language:
            return literal(text)
        return f'<span lang="{language}">{literal(text)}</span>'

    def sentence(self, statement: Statement, lead: str = "") -> str:
        """Return one sentence with its days, notes and links."""
        parts = [lead, self._days(statement), self.words(statement.text)]
        text = " ".join(part for part in parts if part) + self.notes(statement.facts)
        links = ", ".join(filter(None, map(self.link, statement.see)))
        return f"{text} → {links}" if links else text

    def notes(self, facts: tuple[str, ...]) -> str:
        """Return the signs of the notes of facts, with the mark of an amended law."""
        line = "".join(f"[^{fact}]" for fact in facts)
        return mark_amended(self.library, self.language, line)

    def _days(self, statement: Statement) -> str:
        days = {"tool-since": statement.since, "tool-before": statement.before}
        told = [
            self.word(key, date=long_date(day, self.language)) for key, day in days.items() if day
        ]
        return f'<span class="kb-days">{", ".join(told)}:</span>' if told else ""

    def link(self, target: str) -> str:
        """Return a link with the page's title; nothing where there is no such page."""
        path, _, section = target.partition("#")
        page = self.library.page(self.language, path) or self.library.pages[SOURCE].get(path)
        if page is None:
            return ""
        title = literal(page.front.title)
        if page.language != self.language:
            title = f'<span lang="{page.language}">{title}</span>'
        return f"[{title}]({relative_link(self.path, path, section)})"


def item(text: str, **data: object) -> str:
    """Return an item of a list, with what its script reads."""
    marks = " ".join(
        f'data-{key}="{_plain(value)}"' for key, value in data.items() if value is not None
    )
    return f"- {text}\n    {{ {marks} }}" if marks else f"- {text}"


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def statement_line(writer: Writer, statement: Statement, lead: str = "", **data: object) -> str:
    """Return a sentence as an item of a list, with when it holds."""
    held = {"since": statement.since, "before": statement.before, "when": statement.when}
    return item(writer.sentence(statement, lead), **held, **data)


def title(head: str, words: str) -> list[str]:
    """Return the heading of a question or an outcome."""
    text = f'{head}: <span class="kb-tool-words">{words}</span>'
    return [text, '{ .kb-tool-title role="heading" aria-level="3" }', ""]


def box(kind: str, **data: object) -> str:
    """Return the beginning of a step or an outcome."""
    marks = " ".join(f'data-{key}="{value}"' for key, value in data.items())
    return f'<div class="kb-tool-{kind}" {marks} markdown="1">'
