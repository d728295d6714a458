"""Where MkDocs meets the search: the index of a language is written when its pages are."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from kb.model.kept import DAY, Kept, key_of, programs
from kb.model.languages import editions_of, written_in
from kb.model.library import Library
from kb.model.source import Source
from kb.search.index import Index, make_indexes

KEPT = Path(".cache/search")
RECORDS = (
    "docs/_data/search/everyday.yml",
    "docs/_data/search/rules.json",
    "docs/_data/terms.yml",
    "docs/_data/uzbek-cyrillic.yml",
)
"""What an index rests on besides the pages of its language."""


def on_post_build(config: MkDocsConfig) -> None:
    """Write search/<edition>/ into the site; mkdocs-static-i18n calls once a language."""
    plugins: dict[str, Any] = dict(config.plugins)
    language = str(plugins["i18n"].current_language)
    editions = editions_of(language)
    for index in _indexes(plugins["kb"].library, editions) if editions else ():
        for name, text in index.scripts():
            plugins["kb"].output.put(name, text)


def keep_indexes(library: Library, languages: Iterable[str]) -> None:
    """Make the index of each language that has changed, and keep it: whoever builds finds it."""
    kept = Kept(library.root / KEPT)
    for editions in map(editions_of, languages):
        if not kept.has(_key(library, editions)):
            _indexes(library, editions)


def _indexes(library: Library, editions: list[str]) -> list[Index]:
    """Return the indexes of a language, made anew where what can be found in it has changed."""
    kept = Kept(library.root / KEPT)
    key = _key(library, editions)
    if (found := kept.get(key)) is not None:
        return [Index(edition, files) for edition, files in json.loads(found).items()]
    indexes = list(make_indexes(library, editions))
    made = {index.language: index.files for index in indexes}
    kept.put(key, json.dumps(made, ensure_ascii=False).encode())
    kept.forget(DAY)  # it has megabytes, and each saved page makes another
    return indexes


def _key(library: Library, editions: list[str]) -> str:
    """Return the key of all that the indexes of a language are made from."""
    pages = library.pages.get(written_in(editions[0]), {}).values()
    files = (library.read.get(file) for file in (*RECORDS, *(page.file for page in pages)))
    digests = (file.digest for file in files if isinstance(file, Source))
    return key_of([programs(), *editions, *digests])
