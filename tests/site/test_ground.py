"""A page stands while its key is the same; so it may be made of nothing but what its key is of."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from kb.model.languages import LANGUAGES, SOURCE
from kb.model.library import Library
from kb.site.ground import is_made_of_others
from kb.site.made import markdown, paths
from kb.site.short_links import short_links
from kb.site.sitemap import sitemap
from kb.site.tool_data import tool_scripts
from kb.site.view import Around, PageView, chooser
from tests.real import library

AROUND = Around("https://birge.example.org/")


def outlined(languages: Iterable[str]) -> Library:
    """Return the knowledge base with nothing but the outlines of pages in some languages."""
    pages = {
        code: {path: replace(page, lines=page.outline) for path, page in own.items()}
        if code in languages
        else dict(own)
        for code, own in library().pages.items()
    }
    return replace(library(), pages=pages)


def made(base: Library, language: str, path: str) -> tuple[str, dict[str, object]]:
    """Return all that a page is rendered from."""
    return markdown(base, language, path), PageView(base, language, path, AROUND).shown()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_made_of_its_own_text_and_the_outlines_of_others(language: str) -> None:
    bare = outlined(LANGUAGES)
    found, looked_at = [], 0
    for path in paths(library()):
        if is_made_of_others(library(), path):
            continue
        own = [(code, library().pages[code].get(path)) for code in (SOURCE, language)]
        outlines = {code: bare.pages[code].get(path) for code, _ in own}
        bare.pages |= {
            code: bare.pages[code] | {path: page} for code, page in own if page is not None
        }
        if made(bare, language, path) != made(library(), language, path):
            found.append(path)
        for code, outline in outlines.items():
            if outline is not None:
                bare.pages[code][path] = outline
        looked_at += 1

    assert [] == found
    assert looked_at > len(library().pages[SOURCE])


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_and_tools_are_made_of_no_third_language(language: str) -> None:
    bare = outlined({*LANGUAGES} - {SOURCE, language})
    tools = library().tools.values()

    assert [] == [
        path
        for path in paths(library())
        if is_made_of_others(library(), path)
        and made(bare, language, path) != made(library(), language, path)
    ]
    assert [list(tool_scripts(library(), language, tool)) for tool in tools] == [
        list(tool_scripts(bare, language, tool)) for tool in tools
    ]


def test_what_all_languages_share_is_made_of_outlines() -> None:
    bare = outlined(LANGUAGES)

    assert list(chooser(library())) == list(chooser(bare))
    assert list(sitemap(library(), "/")) == list(sitemap(bare, "/"))
    assert list(short_links(library())) == list(short_links(bare))


def test_few_pages_are_made_of_the_text_of_others() -> None:
    found = [path for path in paths(library()) if is_made_of_others(library(), path)]

    assert "law/open-questions/kz" in found
    assert "tools/plan-builder" in found
    assert {"index", "law/kz/joining", "glossary", "evidence/kz", "search"}.isdisjoint(found)
    assert len(found) < len(library().pages[SOURCE]) / 3
