"""A knowledge base of any size, for measuring growth: pages made of the site's own sentences.

Each page takes sections of real pages, the same in every language, and exchanges words in them
for other words of the language; now and then a word is new, because a site that grows keeps
meeting new names. Citations, tables, lists and boxes stay; links lead to other made pages.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from random import Random

from kb.model.figures import months
from kb.model.languages import LANGUAGES, SOURCE
from kb.model.library import Library
from kb.model.page import DIRECTIVE, TOP, Page, read_page
from kb.model.parted import LEDGER, SHELVES
from kb.model.source import Source
from kb.model.text import plain, relative_link
from kb.model.translations import TranslatedPage
from kb.model.write import short_links_text, translations_text, write_text

HOME = "index"
IN_A_PART = 20
"""Pages in one section of the navigation."""
SECTIONS = 8
"""Sections of one page, so that it is as long as the site's own."""
MOST_LINKS = 200
EXCHANGED = 0.15
"""The share of words that are exchanged, so that no two pages say the same."""
COINED = 0.004
"""The share of words that no other page holds."""
WORD_OR_KEPT = re.compile(
    r"(?P<kept>\[\^[^\]]*\]|\]\([^)\s]*\)|\{[^}]*\}|<[^>]*>|!!! \w+|https?://\S+|&\w+;)"
    r"|(?P<word>[^\W\d_]{4,})"
)
"""A word, or what is no word of the text: a citation, a link's target, attributes, a tag."""
TARGET = re.compile(r"\]\((?P<target>[^)\s]*)\)")
HEADING_ID = re.compile(r"\{ #(?P<id>[a-z0-9-]+) \}$")
LONGEST_ID = 36
MADE_ANEW = ("tools", "translations", "short-links.yml", "versions.yml")
"""What of docs/_data names pages, and so cannot come along."""
HOOK = Path("scripts", "kb", "search", "hook.py")
FRONT = """---
title: {title}
description: {description}
kind: {kind}
countries: [{countries}]
checked: 2026-11-02
check_by: 2027-05-02
---

# {heading} {{ #top }}

"""


@dataclass(frozen=True)
class Piece:
    """A section that stands in every language."""

    page: str
    section: str


class Corpus:
    """Pages made of what a library holds; the same library and number give the same text."""

    def __init__(self, library: Library, pages: int) -> None:
        self.library = library
        self.paths = [HOME, *(f"part-{n // IN_A_PART + 1}/page-{n + 1}" for n in range(pages - 1))]
        self.pieces = list(_pieces(library))
        self.words = {code: _words(library, code) for code in LANGUAGES}

    def page(self, path: str, language: str) -> str:
        """Return a page as its file holds it."""
        chosen = Random(path)  # noqa: S311 - no secret; the same in every language
        pieces = chosen.sample(self.pieces, SECTIONS)
        leads = iter(chosen.choices(self.paths, k=MOST_LINKS))
        chance = Random(f"{language}/{path}")  # noqa: S311 - no secret
        lines: list[str] = []
        for place, piece in enumerate(pieces, start=1):
            section = self.library.pages[language][piece.page].sections[piece.section]
            for line in section.lines:
                named = HEADING_ID.sub(partial(_numbered, place), line)
                linked = TARGET.sub(lambda one: _lead(one["target"], path, leads), named)
                is_text = not DIRECTIVE.match(line)
                lines.append(self._varied(linked, language, chance) if is_text else "")
            lines.append("")
        return self._head(pieces[0], plain(lines[0])) + "\n".join(lines)

    def _head(self, first: Piece, heading: str) -> str:
        front = self.library.source_page(first.page).front
        return FRONT.format(
            title=_quoted(heading),
            description=_quoted(heading),
            kind=front.kind,
            countries=", ".join(front.countries),
            heading=heading,
        )

    def _varied(self, line: str, language: str, chance: Random) -> str:
        words = self.words[language]
        return WORD_OR_KEPT.sub(
            lambda one: (
                _exchanged(one["word"], chance, words)
                if one["word"] and not _is_month(one["word"], language)
                else one[0]
            ),
            line,
        )


def _numbered(place: int, match: re.Match[str]) -> str:
    """Return a heading's id for its place on the page, so that none stands twice."""
    return f"{{ #{match['id'][:LONGEST_ID]}-{place} }}"


def _lead(target: str, path: str, leads: Iterator[str]) -> str:
    return f"]({target})" if "://" in target else f"]({relative_link(path, next(leads))})"


def _pieces(library: Library) -> Iterator[Piece]:
    """Yield each section that every language has, the beginnings of pages left out."""
    for path, source in library.pages[SOURCE].items():
        shown = [library.page(code, path) for code in LANGUAGES]
        for name in source.sections:
            if name != TOP and all(page and name in page.sections for page in shown):
                yield Piece(path, name)


def _words(library: Library, language: str) -> list[str]:
    """Return the words of a language as often as they stand, so that a draw is a likely one."""
    return [
        match["word"]
        for page in library.pages[language].values()
        for line in page.lines
        for match in WORD_OR_KEPT.finditer(line)
        if match["word"] and not _is_month(match["word"], language)
    ]


@cache
def _is_month(word: str, language: str) -> bool:
    """Return whether a word stays: a translation must have the months of its source."""
    named, _ = months(word, language)
    return bool(named)


def _exchanged(word: str, chance: Random, words: list[str]) -> str:
    drawn = chance.random()
    if drawn > EXCHANGED:
        return word
    other = chance.choice(words)
    if drawn > COINED:
        return other
    half = len(other) // 2
    return (other[half:] + other[:half]).lower()


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "").replace('"', "'") + '"'


def write_project(root: Path, library: Library, pages: int) -> None:
    """Write a project of so many pages in each language, with the library's theme and data."""
    corpus = Corpus(library, pages)
    for name in ("overrides", "docs/_data"):
        shutil.copytree(library.root / name, root / name, ignore=shutil.ignore_patterns(*MADE_ANEW))
    for name in ("docs/index.md", str(HOOK)):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library.root / name, root / name)
    written = {}
    for language in LANGUAGES:
        for path in corpus.paths:
            text = corpus.page(path, language)
            write_text(root / "docs" / language / f"{path}.md", text)
            if language == SOURCE:
                written[path] = _read(text, path)
    _write_data(root, written)
    settings, _, _ = (library.root / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")
    navigation = "\n".join((*_navigation(corpus), *_sources()))
    write_text(root / "mkdocs.yml", f"{settings}\nnav:\n{navigation}\n")


def _read(text: str, path: str) -> Page:
    page = read_page(Source(f"docs/{SOURCE}/{path}.md", text), SOURCE, path)
    if isinstance(page, Page):
        return page
    raise RuntimeError("\n".join(map(str, page)))


def _write_data(root: Path, written: dict[str, Page]) -> None:
    """Write the translation records, all of them current, and a short address for each section."""
    data = root / "docs" / "_data"
    records = {
        path: TranslatedPage(
            read=None, sections={one.id: one.wording for one in page.sections.values()}
        )
        for path, page in written.items()
    }
    for language in LANGUAGES:
        if language != SOURCE:
            file = data / "translations" / f"{language}.yml"
            write_text(file, translations_text(language, records))
    targets = [
        path if name == TOP else f"{path}#{name}"
        for path, page in written.items()
        for name in page.sections
    ]
    links = {f"s{number}": target for number, target in enumerate(targets)}
    write_text(data / "short-links.yml", short_links_text(links, {}))


def _navigation(corpus: Corpus) -> Iterator[str]:
    yield f"  - Home: {HOME}.md"
    part = ""
    for path in corpus.paths[1:]:
        if (folder := path.partition("/")[0]) != part:
            part = folder
            yield f"  - {part.replace('-', ' ').capitalize()}:"
        yield f"      - {path}.md"


def _sources() -> Iterator[str]:
    """Yield the navigation of the pages that the build makes."""
    yield "  - Sources:"
    yield from (f"      - {LEDGER}/{name}.md" for name in ("index", *SHELVES))
    yield "      - glossary.md"
