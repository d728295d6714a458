"""One language of the site, ready to be rendered page by page in any order.

MkDocs and its plugins are asked as `mkdocs build` asks them, for settings, files and navigation;
only the order of the work is ours.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import is_markdown_file

from kb.model.languages import LANGUAGES
from kb.model.library import Library
from kb.model.output import Output, files_below
from kb.site.lean import lean
from kb.site.made import markdown
from kb.site.plugin import KnowledgeBase, first_page, page_path
from kb.site.quick import SetUp
from kb.site.view import PageView

NOT_FOUND = "404.html"
CHOOSER = "xx"
"""The language of mkdocs.yml that stands at `/`: the page that offers the others."""


class _Warnings(logging.Handler):
    """Keeps what is said from a warning up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.told.append(record.getMessage())


@contextmanager
def warnings() -> Iterator[list[str]]:
    """Collect what MkDocs warns of meanwhile."""
    heard = _Warnings()
    logging.getLogger("mkdocs").addHandler(heard)
    try:
        yield heard.told
    finally:
        logging.getLogger("mkdocs").removeHandler(heard)


@dataclass
class Edition:
    """One language, or the chooser."""

    language: str
    config: MkDocsConfig
    env: Environment
    files: Files
    nav: Navigation
    pages: dict[str, Page]
    """By path below the language's folder."""

    @property
    def plugin(self) -> KnowledgeBase:
        """Return our plugin as this language set it up."""
        return plugin(self.config)

    def validate_links(self) -> None:
        """Warn of each link to an anchor that is not there, as MkDocs does after a build."""
        for page in self.pages.values():
            page.validate_anchor_links(
                files=self.files, log_level=self.config.validation.links.anchors
            )

    def view(self, path: str) -> PageView | None:
        """Return what the template of a page shows; None for the chooser."""
        return self.plugin.view(self.config, path) if self.language in LANGUAGES else None

    def branch(self, path: str) -> list[object]:
        """Return all of the navigation that a page can show: the top, and its own branch."""
        page = self.pages[path]
        top = [page, *page.ancestors][-1]
        beside = [(one.title, one.url) for one in (page.previous_page, page.next_page) if one]
        return [_leaf(item) for item in self.nav.items] + [_branch(top), beside]

    def markdown(self, path: str) -> str:
        """Return what a page is rendered from."""
        if self.language in LANGUAGES:
            return markdown(self.plugin.library, self.language, path)
        return self.pages[path].file.content_string

    def render(self, path: str, text: str, view: PageView | None) -> str:
        """Return the page as HTML; afterwards it knows its anchors and where its links lead."""
        page = self.pages[path]
        page.markdown = text
        page.render(self.config, self.files)
        page.active = True
        context: Any = get_context(self.nav, [], self.config, page)
        if view is None:
            self.plugin.on_page_context(context, page=page, config=self.config, nav=self.nav)
        else:
            context["kb"] = view
        template = self.env.get_template(page.meta.get("template", "main.html"))
        try:
            return lean(template.render(context))
        finally:
            page.active = False

    def beside_pages(self) -> Iterator[File]:
        """Yield the files that stand as they are: pictures, styles, scripts, the tools' data."""
        for file in self.files:
            included = file.inclusion.is_included()  # type: ignore[no-untyped-call]  # MkDocs'
            if included and not file.is_documentation_page():
                yield file

    def templates(self) -> Iterator[tuple[str, str]]:
        """Yield name and text of what the theme makes beside pages: 404.html and sitemap.xml."""
        for name in sorted(self.config.theme.static_templates):
            base = urlsplit(self.config.site_url or "/").path if name == NOT_FOUND else "."
            context: Any = get_context(self.nav, [], self.config, base_url=base)
            self.plugin.on_template_context(context, template_name=name, config=self.config)
            yield name, self.env.get_template(name).render(context)


def edition(
    library: Library,
    language: str,
    output: Output,
    site_url: str = "",
    env: Environment | None = None,
) -> Edition:
    """Return a language of the library, to be written to *output*.

    *env* are the templates of another language, which are the same, compiled once.
    """
    config = load_config(str(library.root / "mkdocs.yml"), site_dir=str(output.site))
    config.site_url = site_url or config.site_url
    plugin(config).begin(config, library, language, output)
    config = config.plugins.on_config(config)
    env = env or config.theme.get_env()
    files = config.plugins.on_files(_files(config, env, language), config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    pages = {}
    for file in files.documentation_pages(inclusion=InclusionLevel.is_included):
        page = file.page or Page(None, file, config)
        path = page_path(page) if language in LANGUAGES else file.src_uri
        page.markdown, page.meta = "", plugin(config).meta(path)
        pages[path] = page
    env = config.plugins.on_env(env, config=config, files=files)
    # What MkDocs would set up or look for anew on each page:
    extensions = SetUp(config.markdown_extensions, config.mdx_configs)
    config.markdown_extensions = [extensions]  # type: ignore[list-item]  # as Python-Markdown takes it
    files.get_file_from_path = cache(files.get_file_from_path)  # type: ignore[method-assign]
    return Edition(language, config, env, files, nav, pages)


def plugin(config: MkDocsConfig) -> KnowledgeBase:
    """Return our plugin as mkdocs.yml sets it up."""
    found = config.plugins["kb"]
    if not isinstance(found, KnowledgeBase):
        raise TypeError("mkdocs.yml names another plugin 'kb'")
    return found


def _files(config: MkDocsConfig, env: Environment, language: str) -> Files:
    """Return what is no page of a language: pictures, the chooser, and, with it, the theme.

    The pages of a language come from the library.
    """
    if language in LANGUAGES:
        names = (name for name in files_below(Path(config.docs_dir)) if not is_markdown_file(name))
        place = (config.docs_dir, config.site_dir, config.use_directory_urls)
        return Files(File(name, *place) for name in sorted(names))
    files = get_files(config)
    for file in list(files):
        if file.is_documentation_page() and "/" in file.src_uri:
            files.remove(file)
    files.add_files_from_theme(env, config)
    return files


def _branch(item: StructureItem) -> object:
    children = getattr(item, "children", None) or ()
    return (item.title, getattr(item, "url", ""), [_branch(child) for child in children])


def _leaf(item: StructureItem) -> object:
    """Return an item with the first page in it, to which it leads while it is closed."""
    first = first_page(item)
    return (item.title, getattr(first, "url", ""), first is item)
