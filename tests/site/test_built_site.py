"""The built site as files: every link leads somewhere, every note stands on the ledger."""

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from kb.model.languages import EDITIONS, LANGUAGES, html_language
from kb.model.library import Library
from kb.site.made import made_pages
from kb.site.shelves import drawers
from kb.site.tools import facts_of_tool
from tests.site.conftest import SITE, built

FILES = sorted(SITE.rglob("*.html"))
OUTSIDE = ("https://", "http://", "mailto:", "tel:", "data:")


def name(file: Path) -> str:
    return file.relative_to(SITE).as_posix()


def test_the_site_is_there() -> None:
    assert len(FILES) > len(LANGUAGES), "there is no site/: run make build first"


@pytest.mark.parametrize("file", FILES, ids=name)
def test_every_link_and_anchor_leads_somewhere(file: Path) -> None:
    dead = [target for target in built(file).targets if not leads_somewhere(file, target)]

    assert [] == dead


def leads_somewhere(file: Path, target: str) -> bool:
    if target.startswith(OUTSIDE):
        return True
    parts = urlsplit(target)
    there = file
    if parts.path:
        here = "/" + file.relative_to(SITE).as_posix()
        path = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(parts.path)))
        there = SITE / path.lstrip("/")
        if parts.path.endswith("/") or there.is_dir():
            there = there / "index.html"
    if not there.is_file():
        return False
    return not parts.fragment or unquote(parts.fragment) in built(there).ids


@pytest.mark.parametrize("file", FILES, ids=name)
def test_no_id_stands_twice(file: Path) -> None:
    ids = built(file).ids

    assert [] == sorted({found for found in ids if ids.count(found) > 1})


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_says_its_language(edition: str) -> None:
    wrong = [
        name(file)
        for file in (SITE / edition).rglob("index.html")
        if built(file).language != html_language(edition)
    ]

    assert [] == wrong


class TestNotes:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_there_are_as_many_notes_as_different_facts_cited(
        self, library: Library, language: str
    ) -> None:
        """One note a fact and page, numbered in the order of first citation."""
        differing = []
        for path in library.pages["en"]:
            page = library.page(language, path) or library.source_page(path)
            file = SITE / language / path.removesuffix("index") / "index.html"
            wanted = {*page.cited, *facts_of_tool(library, path)}
            if set(built(file).notes) != wanted or len(built(file).notes) != len(wanted):
                differing.append(f"{path}: {set(built(file).notes) ^ wanted}")

        assert [] == differing

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_ledger_has_every_fact_that_a_page_names(
        self, library: Library, language: str
    ) -> None:
        ledger = {
            found
            for shelf in drawers(library)
            for found in built(SITE / language / "evidence" / shelf / "index.html").ids
        }
        named = {
            fact for file in (SITE / language).rglob("index.html") for fact in built(file).notes
        }

        assert set() == named - ledger
        assert set(library.citing) == {found for found in ledger if found in library.facts}


def test_the_sitemap_names_written_pages_only(library: Library) -> None:
    text = (SITE / "sitemap.xml").read_text(encoding="utf-8")
    written = sum(
        library.is_written(edition, path) for edition in EDITIONS for path in library.pages["en"]
    )
    # The page of results stands in no sitemap.
    made = (len(made_pages(library, "en")) - 1) * len(EDITIONS)

    assert written + made == text.count("<loc>")
