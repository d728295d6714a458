"""The page that a server shows, in the edition of the address, where there is none."""

from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from kb.model.languages import html_language
from kb.model.library import Library
from kb.site.view import Around, PageView

PATH = "404"
FILE = f"{PATH}.html"


def missing_page(library: Library, edition: str, env: Environment, config: MkDocsConfig) -> str:
    """Return the page as HTML; its links begin at the root, since it is shown at any address."""
    view = PageView(library, edition, PATH, Around(config.site_url or "/"))
    base = urlsplit(config.site_url or "/").path
    values = {"config": config, "kb": view, "base": base, "language": html_language(edition)}
    return env.get_template("missing.html").render(values)
