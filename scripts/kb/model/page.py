"""A page: its front matter, sections, citations and links, with the line of each.

The text is read line by line; code is blanked out first, so that an example of a citation
is not taken for one. Blocks of code there are none (HTM02). Lines and columns are counted from 1.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import NamedTuple

from kb.model.evidence import COUNTRIES
from kb.model.front_matter import FrontMatter, no_front_matter, read_front_matter
from kb.model.problem import Problem
from kb.model.source import Source

HEADING = re.compile(
    r"^(?P<marks>#{1,6})[ \t]*(?P<title>.*?)(?:[ \t]*\{(?P<attributes>[^{}]*)\})?[ \t]*$"
)
"""A heading with its attribute list: '## Who may join { #who-may-join }'."""
HEADING_ID = re.compile(r"(?:^|\s)#(?P<id>[^\s#.]+)")
CITATION = re.compile(r"\[\^(?P<id>[^\]\s]+)\]")
"""A citation of a fact: '[^kg-union-who-may-join]'."""
LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)"
    r"(?:[ \t]+\"[^\"]*\")?\)"
)
"""A Markdown link or image; the target may hold one pair of brackets."""
DIRECTIVE = re.compile(
    r"^<!-- kb:(?:(?P<made>cut|open-questions|seminar-questions)|tool (?P<tool>[a-z0-9-]+)) -->$"
)
"""A line that the build replaces by what it makes: a list, a line at which to cut, a tool."""
INLINE_CODE = re.compile(r"(?<!`)(?P<ticks>`++)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)")
SECTION_LEVEL = 2
"""The level of the headings that begin a section."""
TOP = "top"
"""The id of the H1, and of the section that begins the page."""


class Heading(NamedTuple):
    """A heading as it stands; `id` is empty where none is given."""

    line: int
    level: int
    title: str
    id: str

    @property
    def country(self) -> str:
        """Return the country with which the id ends; empty where it names none."""
        country = self.id.rpartition("-")[2]
        return country if country in COUNTRIES else ""


class Citation(NamedTuple):
    """A fact's id where a sentence rests on it."""

    line: int
    fact: str


class Link(NamedTuple):
    """A Markdown link or image."""

    line: int
    text: str
    target: str
    is_image: bool


@dataclass(frozen=True)
class Section:
    """An H2 with all below it, or, as `top`, what stands before the first H2."""

    id: str
    first_line: int
    lines: tuple[str, ...]
    """As they stand in the file, the heading first."""

    @cached_property
    def wording(self) -> str:
        """Return six hexadecimal signs per line of wording, parted by spaces.

        A translation's record holds this string: equal strings mean the same wording, and
        lines that are new in one of the two are the sentences that changed.
        """
        return " ".join(line_hash(line) for line in self.lines if line.strip())


def line_hash(line: str) -> str:
    """Return the first six hexadecimal signs of SHA-256 of the line without outer spaces."""
    return hashlib.sha256(line.strip().encode()).hexdigest()[:6]


@dataclass(frozen=True)
class Page:
    """One page in one language."""

    language: str
    path: str
    """Below the language's folder, without '.md': 'law/kz/joining'."""
    file: str
    """From the root of the repository."""
    front: FrontMatter
    front_lines: int
    """How many lines the front matter takes, both fences included."""
    lines: tuple[str, ...]
    """The text under the front matter."""

    @property
    def key(self) -> str:
        """Return language and path, as in addresses: 'kk/law/kz/joining'."""
        return f"{self.language}/{self.path}"

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """Return the lines with all code blanked out, at the same columns."""
        return tuple(without_code(self.lines))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Return all headings in order."""
        return tuple(headings(self.plain, self.front_lines + 1))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Return all citations in order, repeated ones too."""
        return tuple(
            Citation(number, match["id"])
            for number, line in enumerate(self.plain, self.front_lines + 1)
            if "[^" in line
            for match in CITATION.finditer(line)
        )

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """Return the ids of facts, each once, in the order of first citation."""
        return tuple(dict.fromkeys(citation.fact for citation in self.citations))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Return all links and images in order."""
        return tuple(
            Link(number, match["text"], match["target"], bool(match["image"]))
            for number, line in enumerate(self.plain, self.front_lines + 1)
            if "](" in line
            for match in LINK.finditer(line)
        )

    @cached_property
    def outline(self) -> tuple[str, ...]:
        """Return the headings by their ids alone, and the citations, in order, as lines of a page.

        That and the front matter are all that most other pages tell of this one.
        """
        ids = [(one.line, f"{'#' * one.level} {{ #{one.id} }}") for one in self.headings]
        cited = [(one.line, f"[^{one.fact}]") for one in self.citations]
        return tuple(text for _, text in sorted(ids + cited, key=itemgetter(0)))

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Return the sections by id: `top` first, then one for each H2."""
        return {section.id: section for section in self._sections()}

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all headings, in order."""
        return tuple(heading.id for heading in self.headings if heading.id)

    def section_of(self, line: int) -> str:
        """Return the id of the section in which a line of the file stands."""
        found = TOP
        for section in self.sections.values():
            if section.first_line <= line:
                found = section.id
        return found

    def _sections(self) -> Iterator[Section]:
        starts = [
            (heading.line, heading.id)
            for heading in self.headings
            if heading.level == SECTION_LEVEL
        ]
        end_of_page = len(self.lines) + self.front_lines + 1
        lead_end, *ends = [*(line for line, _ in starts), end_of_page]
        lead = (self.front.title, self.front.description)
        yield Section(
            TOP, self.front_lines + 1, (*lead, *self._between(self.front_lines + 1, lead_end))
        )
        for (start, name), end in zip(starts, ends, strict=True):
            yield Section(name, start, self._between(start, end))

    def _between(self, start: int, end: int) -> tuple[str, ...]:
        offset = self.front_lines + 1
        return self.lines[start - offset : end - offset]


def without_code(lines: tuple[str, ...]) -> Iterator[str]:
    """Yield each line with its code replaced by spaces."""
    for line in lines:
        yield INLINE_CODE.sub(lambda code: " " * len(code[0]), line) if "`" in line else line


def headings(lines: tuple[str, ...], first: int) -> Iterator[Heading]:
    """Yield the headings of lines without code, of which the first has the number *first*."""
    for number, line in enumerate(lines, first):
        if not line.startswith("#") or (match := HEADING.match(line)) is None:
            continue
        found = HEADING_ID.search(match["attributes"] or "")
        yield Heading(
            number, len(match["marks"]), match["title"].strip(), found["id"] if found else ""
        )


@lru_cache(maxsize=20_000)  # a page that has not changed is not read again while one writes
def read_page(source: Source, language: str, path: str) -> Page | list[Problem]:
    """Return the page, or what is wrong with its front matter."""
    lines = source.lines
    if lines[0] != "---":
        return [no_front_matter(source.path, "the page does not begin with '---'")]
    try:
        end = lines.index("---", 1)
    except ValueError:
        return [no_front_matter(source.path, "the front matter is not closed by '---'")]
    front = read_front_matter(source.path, "\n".join(lines[1:end]))
    if isinstance(front, list):
        return front
    return Page(language, path, source.path, front, end + 1, tuple(lines[end + 1 :]))
