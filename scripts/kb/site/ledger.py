"""The ledger: every instrument and fact in use, named on its shelf, told whole in its drawer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kb.model.evidence import Fact, Instrument
from kb.model.languages import SOURCE, html_language, long_date
from kb.model.library import Library
from kb.model.parted import SHELVES
from kb.model.text import relative_address
from kb.site.notes import (
    act_number,
    amended_mark,
    amended_since,
    page_word,
    pinpoint,
    version,
)
from kb.site.shelves import drawer, shelf
from kb.site.tools import FOLDER, country_title, page_of

PLACE_WORDS = {
    "kz": "kz",
    "kg": "kg",
    "uz": "uz",
    "int": "international",
    "other": "other-countries",
}
"""Which word of the interface names each jurisdiction of the ledger."""


def shelf_title(library: Library, language: str, name: str) -> str:
    """Return what a page of the ledger is called: a shelf, or a drawer such as 'kz/2'."""
    name, _, number = name.partition("/")
    place, _, part = name.partition("-")
    kind = library.word(language, "shelf-reports" if part else "shelf-law")
    title = f"{library.word(language, PLACE_WORDS[place])}: {kind}"
    return f"{title}, {number}" if number else title


@dataclass(frozen=True)
class Words:
    """Some words and the language they are in, as HTML writes it."""

    text: str
    language: str


@dataclass(frozen=True)
class FactEntry:
    """One fact as the ledger shows it; empty texts are left out."""

    fact: Fact
    place: Words | None
    how: str
    day: str
    version: str
    amended: str
    quote_language: str
    """As HTML writes it."""
    resting: tuple[tuple[str, str], ...]
    """Title and address of each section that rests on the fact."""


@dataclass(frozen=True)
class Entry:
    """One instrument with its facts in use."""

    instrument: Instrument
    titles: tuple[Words, ...]
    """The reader's language first, else Russian, else English; then the others."""
    particulars: tuple[Words, ...]
    page_word: str
    """What the link to its page says."""
    facts: tuple[FactEntry, ...]


@dataclass(frozen=True)
class ShelfLine:
    """One line of the ledger's first page."""

    name: str
    address: str
    instruments: int
    facts: int


@dataclass(frozen=True)
class ShelfEntry:
    """One instrument as its shelf names it, with the way into its drawer."""

    id: str
    title: Words
    particulars: tuple[Words, ...]
    drawer: str
    """The address of the drawer's page."""
    facts: tuple[tuple[str, Words], ...]
    """The id of each fact in use, and what it is called here: its place, or its number."""


@lru_cache(maxsize=2)
def used_facts(library: Library) -> dict[str, list[Fact]]:
    """Return the facts in use, by instrument, in the order of the evidence files."""
    found: dict[str, list[Fact]] = {}
    for fact in library.facts.values():
        if fact.id in library.in_use:
            found.setdefault(fact.instrument, []).append(fact)
    return found


@lru_cache(maxsize=2)
def _placed(library: Library) -> dict[str, list[Instrument]]:
    """Return the instruments in use by their shelf and by their drawer, in the same order."""
    found: dict[str, list[Instrument]] = {}
    for name in used_facts(library):
        instrument = library.instruments[name]
        for place in (shelf(instrument), drawer(library, instrument)):
            found.setdefault(place, []).append(instrument)
    return found


def shelf_lines(library: Library, language: str) -> Iterator[ShelfLine]:
    """Yield what each page of the ledger holds."""
    used = used_facts(library)
    for name in SHELVES:
        counts = [len(used[one.id]) for one in _placed(library).get(name, ())]
        title = shelf_title(library, language, name)
        address = relative_address("evidence/index", f"evidence/{name}")
        yield ShelfLine(title, address, len(counts), sum(counts))


def shelf_entries(library: Library, language: str, name: str) -> Iterator[ShelfEntry]:
    """Yield what stands on one shelf."""
    for instrument in _placed(library).get(name, ()):
        target = f"evidence/{drawer(library, instrument)}"
        yield ShelfEntry(
            instrument.id,
            next(_titles(instrument, language)),
            tuple(_particulars(library, language, instrument)),
            relative_address(f"evidence/{name}", target),
            tuple(
                (fact.id, _place(library, language, fact) or Words(str(number), language))
                for number, fact in enumerate(used_facts(library)[instrument.id], start=1)
            ),
        )


def entries(library: Library, language: str, name: str) -> Iterator[Entry]:
    """Yield the instruments of one drawer of the ledger, such as 'kz/2'."""
    for instrument in _placed(library).get(name, ()):
        facts = used_facts(library)[instrument.id]
        yield Entry(
            instrument,
            tuple(_titles(instrument, language)),
            tuple(_particulars(library, language, instrument)),
            page_word(library, language, instrument),
            tuple(_fact(library, language, f"evidence/{name}", fact) for fact in facts),
        )


def _titles(instrument: Instrument, language: str) -> Iterator[Words]:
    first, first_language = instrument.title_for(language)
    yield Words(first, html_language(first_language))
    for code, text in instrument.title.items():
        if code != first_language:
            yield Words(text, html_language(code))


def _particulars(library: Library, language: str, instrument: Instrument) -> Iterator[Words]:
    yield Words(library.word(language, f"kind-{instrument.kind}"), language)
    if instrument.number:
        yield Words(*act_number(library, language, instrument.number))
    yield Words(library.word(language, f"status-{instrument.status}"), language)
    days: dict[str, date | None] = {
        "adopted": instrument.adopted,
        "in-force": instrument.in_force,
        "amended": instrument.amended,
    }
    for key, day in days.items():
        if day is not None:
            yield Words(f"{library.word(language, key)}: {long_date(day, language)}", language)


def _place(library: Library, language: str, fact: Fact) -> Words | None:
    return Words(*pinpoint(library, language, fact.pinpoint)) if fact.pinpoint else None


def _fact(library: Library, language: str, path: str, fact: Fact) -> FactEntry:
    word = library.word
    return FactEntry(
        fact,
        _place(library, language, fact),
        word(language, f"read-{fact.confidence}"),
        word(language, "read-on", date=long_date(library.read_day(fact), language)),
        version(library, language, fact),
        amended_mark(library, language, fact) if amended_since(library, fact) else "",
        html_language(fact.quote_language),
        tuple(_resting(library, language, path, fact)),
    )


def _resting(library: Library, language: str, path: str, fact: Fact) -> Iterator[tuple[str, str]]:
    for source, section in _sections(library).get(fact.id, ()):
        if source in library.pages[SOURCE]:
            title = (library.page(language, source) or library.source_page(source)).front.title
        else:
            tool, _, country = source.rpartition("/")
            title = country_title(library, language, tool, country)
        yield title, relative_address(path, source, section)


@lru_cache(maxsize=2)
def _sections(library: Library) -> dict[str, dict[tuple[str, str], None]]:
    """Return, by fact, the English sections that cite it, each once, then the tools' pages."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for fact, citing in library.citing.items():
        own = (
            (page.path, page.section_of(line)) for page, line in citing if page.language == SOURCE
        )
        found[fact] = dict.fromkeys(own)
    for ground in library.grounds:
        if f"{FOLDER}{ground.tool}" in library.pages[SOURCE]:
            found.setdefault(ground.fact, {})[page_of(ground), ""] = None
    return found
