"""Where MkDocs meets the search: the index of a language is written when its pages are."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from kb.model.languages import EDITIONS, written_in
from kb.model.library import Library
from kb.search.index import make_index
from kb.search.rules import read_rules


def on_post_build(config: MkDocsConfig) -> None:
    """Write search/<edition>/ into the site; mkdocs-static-i18n calls once a language."""
    plugins: dict[str, Any] = dict(config.plugins)
    language = str(plugins["i18n"].current_language)
    for edition in EDITIONS:
        if written_in(edition) == language:
            library: Library = plugins["kb"].library
            make_index(library, read_rules(library.root), edition).write(
                Path(config.site_dir) / "search"
            )
