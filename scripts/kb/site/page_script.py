"""The script of all pages of a language: what they say through it, then what it does.

Words that only a script can show stand here once, and not in each page: a reader pays for them on
the first visit alone, and the page is drawn before they come.
"""

import json
from collections.abc import Iterator
from datetime import date

from kb.model.languages import NAMES, editions_of, html_language, long_date, written_in
from kb.model.library import Library
from kb.site.assets import PAGE_SCRIPT, Asset, named_alike
from kb.site.facets import KINDS

_WORDS = """
    check-due checked-on print-page copy-message copied not-copied read-beside one-language
    report-text report-whom
    paper-current paper-amended paper-old search search-close search-label search-all search-line
    search-count search-none search-meant search-elsewhere search-empty search-broken search-old
"""
WORDS = (*_WORDS.split(), *(f"search-kind-{kind}" for kind in KINDS))
"""The words of the interface that scripts of pages say."""


def page_scripts(library: Library, language: str, assets: dict[str, Asset]) -> Iterator[Asset]:
    """Yield the script of a language; then that of Uzbek in Cyrillic letters, named alike."""
    said = [_said(library, edition, assets) for edition in editions_of(language)]
    texts = [text + assets[PAGE_SCRIPT].text for text in said]
    yield from named_alike(f"{language}/assets/birge.js", texts)


def _said(library: Library, edition: str, assets: dict[str, Asset]) -> str:
    words = {
        "engine": assets["js/search.js"].address,
        "days": days(library, edition),
        "names": {
            html_language(code): name
            for code, name in NAMES.items()
            if written_in(code) != written_in(edition)
        },
        **{key: library.word(edition, key) for key in WORDS},
    }
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.kbWords={text};\n"


def days(library: Library, edition: str) -> list[str]:
    """Return how a day of each month is written, with {d} and {y}; no browser knows all of ours."""
    language = written_in(edition)
    written = (long_date(date(1111, month, 22), language) for month in range(1, 13))
    spelled = (library.spelled(edition, day) for day in written)
    return [day.replace("1111", "{y}").replace("22", "{d}") for day in spelled]
