"""Everything that is written, read once; all else is made from it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from kb.model.addresses import AddressesFile, IgnoredLink, IgnoredLinksFile, shorts_by_page
from kb.model.cyrillic import Cyrillic, CyrillicFile
from kb.model.data import Data, Record, parse, read_data
from kb.model.everyday import Concept, EverydayFile
from kb.model.evidence import EVIDENCE, Country, EvidenceFile, Fact, Instrument, ungrounded
from kb.model.kept import Kept
from kb.model.known import reader
from kb.model.languages import CYRILLIC, LANGUAGES, SOURCE, written_in
from kb.model.page import Page
from kb.model.problem import Located, Problem
from kb.model.search_rules import NO_RULES, SearchRules
from kb.model.source import DATA_BYTES, PAGE_BYTES, Source, read_source, relative
from kb.model.terms import InterfaceFile, Term, TermsFile
from kb.model.tool_lines import Ground, Saying, read_tool
from kb.model.tools import Tool
from kb.model.translations import (
    NOTHING,
    SectionState,
    State,
    TranslatedPage,
    TranslationsFile,
    section_states,
)
from kb.model.tree import files, tree_problems
from kb.model.versions import Versions, VersionsFile


@dataclass(eq=False)  # each is itself, so that what is made of one can be kept by it
class Library:
    """All pages and records of one knowledge base."""

    root: Path
    pages: dict[str, dict[str, Page]] = field(default_factory=dict)
    """By language, then by path."""
    instruments: dict[str, Instrument] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    evidence_files: dict[str, EvidenceFile] = field(default_factory=dict)
    """By name without '.yml'."""
    terms: dict[str, Term] = field(default_factory=dict)
    everyday: dict[str, Concept] = field(default_factory=dict)
    """By id: what people call things; search alone asks for it."""
    search_rules: SearchRules = NO_RULES
    """How each language folds letters and cuts endings."""
    translations: dict[str, dict[str, TranslatedPage]] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    """The interface's words by language."""
    country_words: dict[str, dict[Country, tuple[str, ...]]] = field(default_factory=dict)
    """By language: how words begin that name a country."""
    evidence_words: dict[str, dict[str, str | None]] = field(default_factory=dict)
    """By language and English: pinpoints and both sides of conflicts; null stays as it is."""
    short_links: dict[str, str] = field(default_factory=dict)
    """By short id: the page, or page and section, that it opens."""
    moved: dict[str, str] = field(default_factory=dict)
    """By old path: where the page is now."""
    versions: dict[str, Versions] = field(default_factory=dict)
    """By language and path: what changed in a sheet or kit since it was first given out."""
    ignored_links: tuple[IgnoredLink, ...] = ()
    tools: dict[str, Tool] = field(default_factory=dict)
    """By id, which is the name of the tool's page below tools/."""
    grounds: tuple[Ground, ...] = ()
    """Where tools name facts."""
    sayings: tuple[Saying, ...] = ()
    """What tools say, in every language."""
    cyrillic: Cyrillic = field(default_factory=Cyrillic)
    """Turns Uzbek into Cyrillic letters."""
    places: dict[str, Located] = field(default_factory=dict)
    """Where each fact, instrument, term and word stands, by 'fact:id' and the like."""
    unread: set[str] = field(default_factory=set)
    """Files that are there but could not be read: what they hold is not missing, but unknown."""
    read: dict[str, Source | Problem] = field(default_factory=dict)
    """By path: every page and record that was looked into, those that could not be read too."""
    problems: list[Problem] = field(default_factory=list)
    """What kept files and records from being read."""
    made: dict[tuple[str, ...], str] = field(default_factory=dict, init=False, compare=False)
    """What was made of records, by maker and names: the same note stands on many pages."""

    def is_unread(self, path: str) -> bool:
        """Return whether the file, or any file of the folder, is there but could not be read."""
        return any(file == path or file.startswith(f"{path}/") for file in self.unread)

    def page(self, language: str, path: str) -> Page | None:
        """Return the page as written in a language, or None where nobody wrote it."""
        return self.pages.get(written_in(language), {}).get(path)

    def source_page(self, path: str) -> Page:
        """Return the English page."""
        return self.pages[SOURCE][path]

    def word(self, language: str, key: str, **values: str) -> str:
        """Return what the interface says in a language, else in English; values stay as given."""
        text = self.words.get(written_in(language), {}).get(key) or self.words[SOURCE][key]
        spelled = self.spelled(language, text)
        return spelled.format(**values) if values else spelled

    def spelled(self, edition: str, text: str) -> str:
        """Return text of an edition's language in the letters of the edition."""
        return self.cyrillic.text(text) if edition == CYRILLIC else text

    def record(self, language: str, path: str) -> TranslatedPage:
        """Return the translation record of a page; an empty one where there is none."""
        return self.translations.get(language, {}).get(path, NOTHING)

    def states(self, language: str, path: str) -> tuple[SectionState, ...]:
        """Return the state of each section of a page in a language, in the source's order."""
        source = self.source_page(path)
        if language == SOURCE:
            return tuple(SectionState(name, State.SOURCE) for name in source.sections)
        return section_states(source, self.page(language, path), self.record(language, path))

    def is_draft(self, language: str, path: str) -> bool:
        """Return whether no person who knows the language has read the page."""
        return language != SOURCE and self.record(language, path).read is None

    def is_written(self, language: str, path: str) -> bool:
        """Return whether any section of the page stands in the language."""
        return self.page(language, path) is not None

    @cached_property
    def citing(self) -> dict[str, list[tuple[Page, int]]]:
        """Return, by fact, each page and line that cites it, languages in their order."""
        found: dict[str, list[tuple[Page, int]]] = {}
        for page in self.all_pages():
            for citation in page.citations:
                found.setdefault(citation.fact, []).append((page, citation.line))
        return found

    @cached_property
    def in_use(self) -> frozenset[str]:
        """Return the facts that a page cites or a tool names."""
        return frozenset(self.citing) | {ground.fact for ground in self.grounds}

    @cached_property
    def shorts(self) -> dict[str, dict[str, str]]:
        """Return the short ids of each page's sections, its own under 'top'."""
        return shorts_by_page(self.short_links)

    def all_pages(self) -> Iterator[Page]:
        """Yield every page, languages in their order, then paths."""
        for language in LANGUAGES:
            yield from self.pages.get(language, {}).values()

    def read_day(self, fact: Fact) -> date:
        """Return the day on which the fact's source was read."""
        return fact.read or self._file_days[fact.id]

    @cached_property
    def _file_days(self) -> dict[str, date]:
        return {fact.id: file.read for file in self.evidence_files.values() for fact in file.facts}


def load(root: Path, kept: Kept | None = None) -> Library:
    """Return the library below *root*, with its problems; *kept* remembers what pages say."""
    library = Library(root)
    data = root / "docs" / "_data"
    for file in files(data / "evidence", "*.yml"):
        _read_evidence(library, file)
    if not library.is_unread(EVIDENCE):
        library.problems += ungrounded(library.facts, library.instruments, library.places)
    if (terms := _read_record(library, data / "terms.yml", TermsFile)) is not None:
        _add(library, terms[0], "term", terms[1].terms, library.terms)
    if (said := _read_record(library, data / "search" / "everyday.yml", EverydayFile)) is not None:
        library.everyday = said[1].concepts
        _place(library, said[0], "concepts", library.everyday, "everyday")
    if (rules := _read_record(library, data / "search" / "rules.json", SearchRules)) is not None:
        library.search_rules = rules[1]
    _read_addresses(library, data)
    if (read := _read_record(library, data / "versions.yml", VersionsFile)) is not None:
        library.versions = read[1].pages
    if (made := _read_record(library, data / "uzbek-cyrillic.yml", CyrillicFile)) is not None:
        library.cyrillic = Cyrillic(made[1].kept, made[1].words)
    for file in files(data / "tools", "*.yml"):
        _read_tool(library, file)
    for language in LANGUAGES:
        _read_interface(library, language, data / "interface" / f"{language}.yml")
        _read_translations(library, language, data / "translations" / f"{language}.yml")
        _read_pages(library, language, kept)
    library.problems += tree_problems(root, library.read)
    return library


def _read(library: Library, file: Path, most: int) -> Source | None:
    source = library.read[relative(library.root, file)] = read_source(library.root, file, most)
    if isinstance(source, Problem):
        library.problems.append(source)
        return None
    return source


def _read_yaml(library: Library, file: Path) -> Data | None:
    if (source := _read(library, file, DATA_BYTES)) is None:
        return None
    data = read_data(source)
    library.problems.extend(data.problems)
    return None if data.problems else data


def _read_evidence(library: Library, file: Path) -> None:
    if (read := _read_record(library, file, EvidenceFile)) is not None:
        data, found = read
        library.evidence_files[file.stem] = found
        _add(library, data, "instrument", found.instruments, library.instruments)
        _add(library, data, "fact", found.facts, library.facts)


Named = TypeVar("Named", Instrument, Fact, Term)


def _add(
    library: Library, data: Data, what: str, records: Iterable[Named], known: dict[str, Named]
) -> None:
    for number, record in enumerate(records):
        place = Located(data.path, data.line_of((f"{what}s", number)))
        if (earlier := library.places.get(f"{what}:{record.id}")) is not None:
            twice = f"{what} '{record.id}' stands already in {earlier.path}:{earlier.line}"
            fix = "give one of the two another id, or remove it"
            library.problems.append(Problem(place.path, place.line, "DAT03", twice, fix))
            continue
        library.places[f"{what}:{record.id}"] = place
        known[record.id] = record


def _read_record(library: Library, file: Path, model: type[Record]) -> tuple[Data, Record] | None:
    """Return a file's values and its record; None, with problems noted, where it has none."""
    if not (file.exists() or file.is_symlink()):
        return None
    data = _read_yaml(library, file)
    found = parse(data, model, data.value) if data is not None else []
    if data is not None and not isinstance(found, list):
        return data, found
    library.problems.extend(found if isinstance(found, list) else [])
    library.unread.add(relative(library.root, file))
    return None


def _place(library: Library, data: Data, group: str, keys: Iterable[str], kind: str) -> None:
    for key in keys:
        library.places[f"{kind}:{key}"] = Located(data.path, data.line_of((group, key)))


def _read_addresses(library: Library, folder: Path) -> None:
    if (read := _read_record(library, folder / "short-links.yml", AddressesFile)) is not None:
        data, library.short_links, library.moved = read[0], read[1].links, read[1].moved
        _place(library, data, "moved", library.moved, "address")
        _place(library, data, "links", library.short_links, "address")
    if (left := _read_record(library, folder / "ignored-links.yml", IgnoredLinksFile)) is not None:
        data, library.ignored_links = left[0], left[1].ignored
        for number, link in enumerate(library.ignored_links):
            place = Located(data.path, data.line_of(("ignored", number)))
            library.places[f"ignored:{link.address}"] = place


def _read_tool(library: Library, file: Path) -> None:
    data = _read_yaml(library, file)
    read = read_tool(data) if data is not None else []
    if isinstance(read, list):
        library.problems.extend(read)
        library.unread.add(relative(library.root, file))
        return
    library.tools[read.tool.id] = read.tool
    library.grounds += read.grounds
    library.sayings += read.sayings
    library.places |= read.places


def _read_interface(library: Library, language: str, file: Path) -> None:
    if (read := _read_record(library, file, InterfaceFile)) is not None:
        data, found = read
        library.words[language], library.evidence_words[language] = found.words, found.evidence
        library.country_words[language] = found.countries
        _place(library, data, "words", found.words, f"word:{language}")
        _place(library, data, "evidence", found.evidence, f"evidence:{language}")


def _read_translations(library: Library, language: str, file: Path) -> None:
    if (read := _read_record(library, file, TranslationsFile)) is not None:
        library.translations[language] = read[1].pages
        _place(library, read[0], "pages", read[1].pages, f"translation:{language}")


def _read_pages(library: Library, language: str, kept: Kept | None) -> None:
    folder = library.root / "docs" / language
    pages = library.pages.setdefault(language, {})
    with reader(kept, language) as read_page:
        for file in files(folder, "**/*.md"):
            source = _read(library, file, PAGE_BYTES)
            page = read_page(source, relative(folder, file).removesuffix(".md")) if source else []
            if isinstance(page, list):
                library.unread.add(relative(library.root, file))
                library.problems.extend(page)
            else:
                pages[page.path] = page
