"""What the templates show around a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from urllib.parse import quote

from kb.model.front_matter import FrontMatter
from kb.model.languages import EDITIONS, NAMES, SOURCE, html_language, long_date, number
from kb.model.library import Library
from kb.model.page import TOP
from kb.model.parted import GLOSSARY, LEDGER
from kb.site.assets import Asset
from kb.site.facets import KINDS, Facet, facets
from kb.site.glossary import GlossaryEntry, Letter, glossary, glossary_part
from kb.site.ledger import Entry, ShelfEntry, ShelfLine, entries, shelf_entries, shelf_lines
from kb.site.lists import OPEN_QUESTIONS
from kb.site.made import made_pages
from kb.site.mark import Mark, page_mark
from kb.site.tool_data import tool_scripts
from kb.site.tools import FOLDER, tool_on

REPORT_PAGE = "about/contribute"
"""The page that says how to report a mistake, for a site without a tracker."""
REPORT_VALUE = re.compile(r"\{(?P<name>page|section|language|text)\}")


@dataclass(frozen=True)
class Alternate:
    """The same page in a language, for the switch in the page's head."""

    language: str
    """As HTML writes it."""
    name: str
    address: str
    """From the root of the site: 'kk/law/kz/joining/'."""


@dataclass(frozen=True)
class Around:
    """What all pages of an edition share."""

    site_url: str
    report_url: str = ""
    """Where a reader reports a mistake, to be filled in; empty where no such place is named."""
    script: str = ""
    """The address of their script, from the root of the site."""


class PageView:
    """One page as its template sees it.

    What a template reads is a public property here, or a word of the interface: `shown` holds
    them all, so that a page can be known to be still right.
    """

    def __init__(self, library: Library, language: str, path: str, around: Around) -> None:
        self._library = library
        self.language = language
        self.path = path
        self._around = around

    def shown(self) -> dict[str, object]:
        """Return every public property with its value, in alphabetical order."""
        return {name: getattr(self, name) for name in SHOWN}

    def word(self, key: str, **values: str) -> str:
        """Return what the interface says in the reader's language."""
        return self._library.word(self.language, key, **values)

    def number(self, value: float) -> str:
        """Return a number with the language's own signs for thousands and decimals."""
        return number(value, self.language)

    @cached_property
    def alternates(self) -> list[Alternate]:
        """Return the page in every edition, this one too."""
        return [
            Alternate(html_language(code), NAMES[code], address(code, self.path))
            for code in EDITIONS
        ]

    @cached_property
    def meta(self) -> dict[str, str]:
        """Return the fields of the page that the theme reads."""
        return page_meta(self._library, self.language, self.path)

    @cached_property
    def ledger(self) -> list[Entry]:
        """Return the instruments of this drawer of the ledger; none on other pages."""
        return list(entries(self._library, self.language, self._ledger_name))

    @property
    def shelf(self) -> list[ShelfEntry]:
        """Return what stands on this shelf of the ledger; nothing on other pages."""
        return list(shelf_entries(self._library, self.language, self._ledger_name))

    @property
    def _ledger_name(self) -> str:
        folder, _, name = self.path.partition("/")
        made = folder == LEDGER and self.path not in self._library.pages[SOURCE]
        return name if made else ""

    @cached_property
    def shelves(self) -> list[ShelfLine]:
        """Return what each page of the ledger holds, on its first page."""
        if self.path != f"{LEDGER}/index":
            return []
        return list(shelf_lines(self._library, self.language))

    @cached_property
    def glossary(self) -> list[Letter]:
        """Return the glossary in the reader's alphabet, on its page."""
        return list(glossary(self._library, self.language)) if self.path == GLOSSARY else []

    @cached_property
    def glossary_part(self) -> list[GlossaryEntry]:
        """Return the entries of this part of the glossary; none on other pages."""
        if not self.path.startswith(f"{GLOSSARY}/"):
            return []
        return list(glossary_part(self._library, self.language, self.path))

    @cached_property
    def facets(self) -> list[Facet]:
        """Return what the page of results can be narrowed to, on this page."""
        return list(facets(self._library, self.language)) if self.path == "search" else []

    @property
    def kinds(self) -> list[str]:
        """Return what kinds of results there are."""
        return [str(kind) for kind in KINDS]

    @property
    def script(self) -> str:
        """Return the address of the script of all pages of the language."""
        return self._around.script

    @cached_property
    def tool_data(self) -> Asset | None:
        """Return the script that holds what this page's tool works with; None without a tool."""
        tool = tool_on(self._library, self.path)
        return next(tool_scripts(self._library, self.language, tool)) if tool else None

    @property
    def tool_script(self) -> str:
        """Return the script of this page's tool; empty where there is none."""
        tool = tool_on(self._library, self.path)
        if tool is None:
            return ""
        return "js/plan.js" if tool.kind == "builder" else "js/tools.js"

    @property
    def is_draft(self) -> bool:
        """Return whether the page is a translation that no person has read, or a part of one."""
        is_open = self.path.startswith(f"{OPEN_QUESTIONS}/")
        written = OPEN_QUESTIONS if is_open else self._written
        return self._library.is_written(self.language, written) and self._library.is_draft(
            self.language, written
        )

    @property
    def is_written(self) -> bool:
        """Return whether the page stands in the reader's language at all."""
        return self._written_in(self.language)

    @property
    def checked(self) -> str:
        """Return the day on which the page was read against its sources; empty for made pages."""
        return long_date(self._front.checked, self.language) if self._front else ""

    @property
    def checked_iso(self) -> str:
        """Return the same day for a script that writes it."""
        return str(self._front.checked) if self._front else ""

    @property
    def check_by(self) -> str:
        """Return the day by which it must be read again, in the reader's writing."""
        return long_date(self._front.check_by, self.language) if self._front else ""

    @property
    def check_by_iso(self) -> str:
        """Return the same day for a script that compares it with today."""
        return str(self._front.check_by) if self._front else ""

    @property
    def kind(self) -> str:
        """Return the kind of the page; 'reference' for pages that the build makes."""
        return self._front.kind if self._front else "reference"

    @property
    def english(self) -> str:
        """Return the address of the English page."""
        return address(SOURCE, self.path)

    @property
    def has_tracker(self) -> bool:
        """Return whether mkdocs.yml names a place that takes a prefilled report."""
        return bool(self._around.report_url)

    def report(self, section: str = TOP, heading: str = "") -> str:
        """Return where to report a mistake in a section: a prefilled issue, else how."""
        if not self._around.report_url:
            return f"{address(self.language, REPORT_PAGE)}#report"
        page = f"{self.language}/{self.path}"
        title = unescape(heading) or page_meta(self._library, self.language, self.path)["title"]
        values = {
            "page": page,
            "section": section,
            "language": self.language,
            "text": self.word(
                "report-text",
                page=page,
                section=f"{title} (#{section})",
                name=f"{NAMES[self.language]} ({self.language})",
            ),
        }
        return REPORT_VALUE.sub(
            lambda match: quote(values[match["name"]], safe=""), self._around.report_url
        )

    @cached_property
    def mark(self) -> Mark:
        """Return what the page carries on paper."""
        words = (self.meta["title"], self.meta["description"])
        urls = (self._around.site_url, address(self.language, self.path))
        return page_mark(self._library, self.language, self.path, words, urls)

    @property
    def _front(self) -> FrontMatter | None:
        page = self._library.pages[SOURCE].get(self._written)
        return page.front if page else None

    @property
    def _written(self) -> str:
        """Return the path that says of what kind a page is and when it was read: its tool's."""
        tool = tool_on(self._library, self.path)
        return f"{FOLDER}{tool.id}" if tool else self.path

    def _written_in(self, language: str) -> bool:
        return is_written(self._library, language, self.path)


SHOWN = sorted(
    name
    for name, value in vars(PageView).items()
    if isinstance(value, property | cached_property) and not name.startswith("_")
)
"""The public properties of a view."""


def page_meta(library: Library, language: str, path: str) -> dict[str, str]:
    """Return the front matter that the theme reads: title, description, template."""
    if path not in library.pages[SOURCE]:
        made = made_pages(library, language)[path]
        return {"title": made.title, "description": made.description, "template": made.template}
    front = (library.page(language, path) or library.source_page(path)).front
    meta = {"title": front.title, "description": front.description}
    return meta | ({"template": "home.html"} if path == "index" else {})


def is_written(library: Library, language: str, path: str) -> bool:
    """Return whether a page stands in a language; what the build makes stands in all."""
    return path not in library.pages[SOURCE] or library.is_written(language, path)


def address(language: str, path: str) -> str:
    """Return the page's address below the root of the site."""
    folder = path.removesuffix("index").removesuffix("/")
    return f"{language}/{folder}/" if folder else f"{language}/"


@dataclass(frozen=True)
class Choice:
    """One edition on the page at `/`."""

    language: str
    """As HTML writes it."""
    address: str
    name: str
    line: str
    missing: str
    """What it says where there is no page."""


def chooser(library: Library) -> Iterator[Choice]:
    """Yield the editions, each with its own words."""
    for code in EDITIONS:
        line, missing = library.word(code, "site-line"), library.word(code, "no-page-at-all")
        yield Choice(html_language(code), address(code, "index"), NAMES[code], line, missing)
