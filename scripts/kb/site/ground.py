"""What the pages of the site are made from, as keys: under the same key stands the same page.

These keys are made of the files as they are, before anything is made of them. A page hangs on its
own text, here and in English, and on what all share: programs, templates, settings, records, and
the outline of every page, its front matter, headings and citations. Only lists and tools hang on
the text of others too.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from kb.model.kept import contents, key_of, programs
from kb.model.languages import LANGUAGES, SOURCE
from kb.model.library import Library
from kb.model.output import files_below
from kb.model.page import Page
from kb.model.parted import GLOSSARY, LEDGER
from kb.model.source import Source
from kb.model.tree import HIDDEN

VARIABLE = re.compile(r"!ENV \[?(?P<name>[A-Z_]+)")
WHICH = "KB_BUILD_"
"""Variables that say which languages are built, not how they look."""
OWN = {GLOSSARY, LEDGER, "search"}
"""Pages that no one writes, and that hold nothing of the text of others; with all below them."""
DIRECTIVE = "<!-- kb:"
"""In a page that holds what is made of others."""


def look(root: Path) -> str:
    """Return the key of what gives all pages their look: programs, templates and settings."""
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    variables = sorted({match["name"] for match in VARIABLE.finditer(settings)})
    values = [(name, os.environ.get(name)) for name in variables if not name.startswith(WHICH)]
    return key_of([programs(), *contents(root / "overrides"), settings, repr(values)])


class Ground:
    """The keys of one state of all files."""

    def __init__(self, library: Library, *options: str) -> None:
        """Take the library; *options* say what else all of the site hangs on."""
        self._library = library
        self._texts = {page.file: _source(library, page).digest for page in library.all_pages()}
        outlines = (part for page in library.all_pages() for part in _outline(library, page))
        self._shared = key_of([look(library.root), *options, *self._others(), *outlines])
        self._of_all = {code: self._all(SOURCE, code) for code in LANGUAGES}

    def edition(self, language: str) -> str:
        """Return the key of all pages of a language, or of those that stand beside languages."""
        return key_of([self._shared, language, self._of_all.get(language, "")])

    def search(self, language: str) -> str:
        """Return the key of what can be found in a language, which English has no part in."""
        return key_of([self._shared, language, self._all(language)])

    def page(self, language: str, path: str) -> str:
        """Return the key of a page of a language."""
        own = [self._texts.get(f"docs/{code}/{path}.md", "") for code in (SOURCE, language)]
        if is_made_of_others(self._library, path):
            own.append(self._of_all.get(language, ""))
        return key_of([self._shared, language, path, *own])

    def _all(self, *languages: str) -> str:
        pages = (self._library.pages.get(code, {}) for code in languages)
        return key_of(self._texts[page.file] for some in pages for page in some.values())

    def _others(self) -> Iterator[str | bytes]:
        """Yield name and content of every file below docs/ but the pages of languages."""
        root = self._library.root
        for name in sorted(files_below(root / "docs")):
            file = f"docs/{name}"
            hidden = any(part.startswith(HIDDEN) for part in name.split("/"))
            if file not in self._texts and not hidden and (root / file).is_file():
                read = self._library.read.get(file)
                yield file
                yield read.text if isinstance(read, Source) else (root / file).read_bytes()


def is_made_of_others(library: Library, path: str) -> bool:
    """Return whether a page is made of the text of others too."""
    if path not in library.pages[SOURCE]:
        return path.partition("/")[0] not in OWN
    written = (library.page(code, path) for code in LANGUAGES)
    return any(DIRECTIVE in _source(library, page).text for page in written if page)


def _outline(library: Library, page: Page) -> Iterator[str]:
    text = _source(library, page).text
    yield page.file
    yield "\n".join(text.split("\n", page.front_lines)[: page.front_lines])
    yield from page.outline


def _source(library: Library, page: Page) -> Source:
    """Return the file of a page, which could be read, or there would be no page."""
    source = library.read[page.file]
    return source if isinstance(source, Source) else Source(page.file, "")
