"""Where MkDocs meets the search: the index of a language is written when its pages are."""

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from kb.model.kept import Kept, key_of, programs
from kb.model.languages import EDITIONS, written_in
from kb.model.library import Library
from kb.search.index import Index, make_index

KEPT = Path(".cache/search")


def on_post_build(config: MkDocsConfig) -> None:
    """Write search/<edition>/ into the site; mkdocs-static-i18n calls once a language."""
    plugins: dict[str, Any] = dict(config.plugins)
    language = str(plugins["i18n"].current_language)
    for edition in EDITIONS:
        if written_in(edition) == language:
            library: Library = plugins["kb"].library
            index = _index(library, edition)
            index.write(Path(config.site_dir, "search"))


def _index(library: Library, edition: str) -> Index:
    """Return the index of an edition, made anew where what can be found in it has changed."""
    kept = Kept(library.root / KEPT)
    pages = library.pages.get(written_in(edition), {}).values()
    texts = (part for page in pages for part in (page.path, repr(page.front), *page.lines))
    spelling = library.cyrillic.ground if edition != written_in(edition) else ""
    words = (repr(library.search_rules), repr(library.terms), repr(library.everyday))
    key = key_of([programs(), edition, spelling, *words, *texts])
    if (found := kept.get(key)) is not None:
        return Index(edition, json.loads(found))
    index = make_index(library, edition)
    kept.put(key, json.dumps(index.files).encode())
    return index
