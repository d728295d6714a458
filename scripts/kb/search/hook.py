"""Where MkDocs meets the search: the index of a language is written when its pages are."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from kb.model.languages import LANGUAGES
from kb.search.index import make_index
from kb.search.rules import read_rules


def on_post_build(config: MkDocsConfig) -> None:
    """Write search/<language>/ into the site; with mkdocs-static-i18n it is called once a language."""
    language = str(config.plugins["i18n"].current_language)
    if language in LANGUAGES:
        library = config.plugins["kb"].library
        make_index(library, read_rules(library.root), language).write(Path(config.site_dir) / "search")
