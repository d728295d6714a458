"""Each fact, instrument, term and short link, by name."""

import re

import pytest

from kb.model.evidence import QUOTE_WORDS, Confidence
from kb.model.terms import DEFINED_IN, TERM_LANGUAGES
from tests.real import DOCS, library

RECORD = re.compile(r"^ *- id: *\"?(?P<id>[^\s\"#]+)", re.MULTILINE)
SHORT = re.compile(r"^ {2}(?P<id>[^\s:#]+): (?P<target>\S+)$", re.MULTILINE)


def written(pattern: str, section: str) -> list[str]:
    """Return the ids that stand in the files, so that a record that is not read is missed."""
    found = []
    for file in sorted((DOCS / "_data").glob(pattern)):
        text = file.read_text(encoding="utf-8").partition(f"\n{section}:")[2]
        text = re.split(r"\n(?=[a-z])", text, maxsplit=1)[0]
        found += [match["id"] for match in RECORD.finditer(text)]
    return found


@pytest.mark.parametrize("id_", written("evidence/*.yml", "facts"))
def test_a_fact_can_be_checked_by_a_reader(id_: str) -> None:
    """It stands on a source that is recorded, and tells the other side of a conflict."""
    fact = library().facts[id_]

    assert fact.instrument in library().instruments
    assert fact.confidence is not Confidence.CONFLICTING or fact.note.strip()
    assert len((fact.quote or "").split()) <= QUOTE_WORDS
    assert library().read_day(fact) >= (fact.as_of or library().read_day(fact)) or fact.note.strip()


@pytest.mark.parametrize("id_", written("evidence/*.yml", "instruments"))
def test_an_instrument_has_a_title_and_a_place(id_: str) -> None:
    instrument = library().instruments[id_]

    assert instrument.title
    assert instrument.url or instrument.read_at or instrument.note.strip()


@pytest.mark.parametrize("id_", written("terms.yml", "terms"))
def test_a_term_has_its_word_in_every_language(id_: str) -> None:
    term = library().terms[id_]

    assert (DEFINED_IN, TERM_LANGUAGES) == (tuple(term.definition), tuple(term.words))


def short_links() -> list[str]:
    text = (DOCS / "_data/short-links.yml").read_text(encoding="utf-8")
    links = text.partition("links:")[2].partition("moved:")[0]
    return [match["id"] for match in SHORT.finditer(links)]


@pytest.mark.parametrize("short", short_links())
def test_a_short_link_opens_a_page_or_section(short: str) -> None:
    """It stands on paper."""
    path, _, section = library().short_links[short].partition("#")
    page = library().source_page(library().moved.get(path, path))

    assert not section or section in page.ids


USED = {"kz": 0.7, "kg": 0.7, "uz": 0.7, "int": 0.7, "practice": 0.6}
"""The least part of each file's facts that pages cite."""


@pytest.mark.parametrize("name", USED)
def test_what_was_read_is_told(name: str) -> None:
    """A fact that no page cites was read for nobody."""
    facts = [fact.id for fact in library().evidence_files[name].facts]
    unused = [fact for fact in facts if fact not in library().citing]

    part = 1 - len(unused) / len(facts)
    assert part >= USED[name], f"{part:.0%} cited; not yet: {', '.join(unused)}"
