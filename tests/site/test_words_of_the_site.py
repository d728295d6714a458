"""What code, templates and scripts say stands in the interface, with the same places to fill."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

import pytest
import yaml

from kb.model.evidence import COUNTRIES, Confidence, InstrumentKind, InstrumentStatus
from kb.model.languages import LANGUAGES, SOURCE
from kb.model.tools import Mark, PartKind, Shown, Verdict
from kb.paper.page_links import ENDINGS
from kb.site.ledger import PLACE_WORDS
from kb.site.notes import UNITS
from kb.site.page_script import WORDS
from tests.real import ROOT, library

IN_TEMPLATES = re.compile(r"kb\.word\(['\"](?P<key>[^'\"]+)['\"](?P<values>(?:,[^)]*)?)\)")
IN_TOOLS = re.compile(r"\bsay\(\"(?P<key>[^\"]+)\"(?:, \{(?P<values>[^}]*)\})?")
FILLED_IN_PAGES = re.compile(r"kbWords\[\"(?P<key>[\w-]+)\"\]\.replace\(\"\{(?P<name>\w+)\}\"")
NAME = re.compile(r"(?P<name>\w+)\s*[=:]")
PLACE = re.compile(r"\{(?P<name>\w+)\}")
UNESCAPED = re.compile(r"=\"[^\"]*\{\{ kb\.word\([^|}]*\}\}")
"""A word in an attribute, which a quotation mark in the word would end."""
BY_RECORDS: dict[str, Iterable[str]] = {
    "": (*COUNTRIES, *PLACE_WORDS.values(), *UNITS.values(), *(word for _, word in ENDINGS)),
    "kind-": InstrumentKind,
    "read-": Confidence,
    "status-": InstrumentStatus,
    "tool-": Mark,
    "tool-part-": PartKind,
    "tool-verdict-": Verdict,
    "tool-when-": Shown,
}
"""Words that are asked for by what stands in a record."""
_BY_NAME = """
    adopted amended in-force not-kept official-page paper-beside paper-epub paper-offline
    paper-pack published-page search-country search-kind search-sector shelf-law shelf-reports
    to-kept tool-add-row tool-again tool-back tool-before tool-costs tool-country tool-do
    tool-docx tool-fill tool-grow tool-hold tool-in-doubt tool-income tool-lost tool-open
    tool-plan-name tool-present tool-print tool-replace tool-save tool-scale-bands
    tool-scale-flat tool-scale-minimum tool-scale-percentage tool-sector tool-since tool-team
    tool-to-outcome tool-to-question tool-wanted tool-weeks tool-who tool-win
"""
BY_NAME = _BY_NAME.split()
"""Words whose name comes to the place that says them in a variable."""
FILLED_BY_NAME = {
    "paper-beside": {"name"},
    "search-count": {"n"},
    "tool-before": {"date"},
    "tool-since": {"date"},
    "tool-to-outcome": {"n"},
    "tool-to-question": {"n"},
}


def said_in_code() -> Iterator[tuple[str, set[str]]]:
    for file in (ROOT / "scripts/kb").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "word":
                values = {str(one.arg) for one in node.keywords}
                for one in node.args[:2]:
                    if isinstance(one, ast.Constant):
                        yield str(one.value), values


def said_in_templates() -> Iterator[tuple[str, set[str]]]:
    for file in (ROOT / "overrides").rglob("*.html"):
        for match in IN_TEMPLATES.finditer(file.read_text(encoding="utf-8")):
            yield match["key"], set(NAME.findall(match["values"]))


def said_in_tools() -> Iterator[tuple[str, set[str]]]:
    for file in (ROOT / "overrides/assets/js").glob("tools*.js"):
        for match in IN_TOOLS.finditer(file.read_text(encoding="utf-8")):
            yield f"tool-{match['key']}", set(NAME.findall(match["values"] or ""))


def said_in_pages() -> Iterator[tuple[str, set[str]]]:
    for file in (ROOT / "overrides/assets/js").glob("*.js"):
        for match in FILLED_IN_PAGES.finditer(file.read_text(encoding="utf-8")):
            yield match["key"], {match["name"]}


@cache
def asked() -> dict[str, set[str]]:
    """Return each word that is asked for, and what every place that asks for it can fill in."""
    found: dict[str, set[str]] = {}
    every = (said_in_code(), said_in_templates(), said_in_tools(), said_in_pages())
    for key, values in chain.from_iterable(every):
        found[key] = found.get(key, values) & values
    named = [f"{head}{name}" for head, names in BY_RECORDS.items() for name in names]
    places = {**{unit: {"n"} for unit in UNITS.values()}, **FILLED_BY_NAME}
    return {key: places.get(key, set()) for key in (*named, *BY_NAME, *WORDS)} | found


def test_every_way_to_ask_is_seen() -> None:
    """The patterns of this test would else find nothing, and be content."""
    assert ("version-of", {"date"}) in list(said_in_code())
    assert ("checked-on", {"date"}) in list(said_in_templates())
    assert ("tool-bad-number", {"least", "most"}) in list(said_in_tools())
    assert ("paper-current", {"date"}) in list(said_in_pages())


def test_every_word_that_is_asked_for_is_there() -> None:
    """A key that vanishes from all five files alike would end the build in a traceback."""
    assert [] == sorted(asked().keys() - library().words[SOURCE].keys())


def test_no_word_is_there_for_nobody() -> None:
    assert [] == sorted(library().words[SOURCE].keys() - asked().keys())


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_to_fill_in(language: str) -> None:
    """A {…} that nobody fills in stands on the page, or ends the build."""
    words = library().words[language]

    assert [] == [
        f"{key}: {{{name}}}"
        for key, values in asked().items()
        for name in PLACE.findall(words.get(key, ""))
        if name not in values
    ]


def test_a_word_in_an_attribute_is_escaped() -> None:
    templates = (ROOT / "overrides").rglob("*.html")

    assert [] == [
        match[0]
        for file in templates
        for match in UNESCAPED.finditer(file.read_text(encoding="utf-8"))
    ]


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags only MkDocs knows."""


_Loader.add_multi_constructor("", lambda *_: None)


def sections(nav: list[object]) -> Iterator[str]:
    for entry in nav:
        if isinstance(entry, dict):
            for title, below in entry.items():
                yield title
                yield from sections(below if isinstance(below, list) else [])


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != SOURCE])
def test_the_navigation_is_said_in_every_language(language: str) -> None:
    """A section without a translation stands in English on every page, and nobody is told."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader
    plugins = {name: held for one in settings["plugins"] for name, held in one.items()}
    said = {one["locale"]: one for one in plugins["i18n"]["languages"]}

    assert sorted(set(sections(settings["nav"]))) == sorted(said[language]["nav_translations"])
