"""The page that a server shows, in the language of the address, where there is none."""

from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from kb.model.library import Library
from kb.site.view import Around, PageView

PATH = "404"
FILE = f"{PATH}.html"


def missing_page(library: Library, language: str, env: Environment, config: MkDocsConfig) -> str:
    """Return the page as HTML; its links begin at the root, since it is shown at any address."""
    view = PageView(library, language, PATH, Around(config.site_url or "/"))
    base = urlsplit(config.site_url or "/").path
    return env.get_template("missing.html").render(config=config, kb=view, base=base)
