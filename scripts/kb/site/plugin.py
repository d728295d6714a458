"""The one place where MkDocs meets the library; it holds no logic of its own.

With mkdocs-static-i18n one build runs once per language; the events here come again for each.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from kb.model.kept import Kept
from kb.model.languages import LANGUAGES, LATIN, SOURCE, editions_of, twin_file
from kb.model.library import Library, load
from kb.model.output import Output
from kb.site.assets import KEPT, PAGE_SCRIPT, Asset, assets, icon
from kb.site.cyrillic import twin
from kb.site.headers import policy
from kb.site.lean import lean
from kb.site.made import markdown as made_markdown
from kb.site.made import paths
from kb.site.missing import FILE as MISSING
from kb.site.missing import missing_page
from kb.site.page_script import page_scripts
from kb.site.short_links import address_pages
from kb.site.sitemap import sitemap
from kb.site.tool_data import tool_scripts
from kb.site.view import Around, PageView, chooser, page_meta


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves one method untyped
    """What mkdocs.yml may set for this plugin."""

    report_url = config_options.Optional(config_options.Type(str))
    """Where a reader reports a mistake, with {page}, {section}, {language} and {text} filled in."""
    policy = config_options.Type(bool, default=True)
    """Whether pages hold the content security policy, which forbids MkDocs to reload them."""


class KnowledgeBase(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # the same
    """Gives MkDocs the pages that the library makes."""

    library: Library
    assets: dict[str, Asset]
    script: str
    """The address of the script that the pages of a language ask for."""
    i18n: Any
    """The plugin mkdocs-static-i18n, which ships no types."""
    output: Output
    """Takes the files that MkDocs does not write itself; the search's hook gives it others."""

    @property
    def language(self) -> str:
        """Return the language that is being built."""
        return str(self.i18n.current_language)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the library, anew in each build, so that `mkdocs serve` shows what is written."""
        self.i18n = config.plugins["i18n"]
        if not self.i18n.building:  # the first of the builds, one a language
            self.library = load(Path(config.config_file_path).parent)
            if self.library.problems:
                raise PluginError("\n".join(str(problem) for problem in self.library.problems))
            self.output = Output(Path(config.site_dir))
        self.assets = assets(config.theme.dirs, Kept(self.library.root / KEPT))
        return config

    def begin(self, config: MkDocsConfig, library: Library, language: str, output: Output) -> None:
        """Build one language of a library that was read before."""
        self.library, self.output, self.i18n = library, output, config.plugins["i18n"]
        self.i18n.current_language = language
        self.i18n.building = True  # as in all but the first of its builds

    def meta(self, path: str) -> dict[str, str]:
        """Return the fields of a page that the theme reads."""
        if self.language not in LANGUAGES:
            return {"title": "Birge", "template": "chooser.html"}
        return page_meta(self.library, self.language, path)

    @event_priority(-200)  # after mkdocs-static-i18n, which would drop pages without a file
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages that no one wrote in this language, and those that the build makes.

        Of the theme's own files none is published as it is: see `kb.site.assets`.
        """
        for file in [file for file in files if file.src_uri.startswith("assets/")]:
            files.remove(file)
        for asset in self._published():
            files.append(File.generated(config, asset.address, content=asset.text))
        if self.language not in LANGUAGES:
            return files
        for path in paths(self.library):
            uri = f"{self.language}/{path}.md"
            if files.src_uris.get(uri) is None:
                files.append(File.generated(config, uri, content=""))
        return files

    def _published(self) -> Iterator[Asset]:
        """Yield styles and scripts: those of a language, or, once a build, those of all."""
        if self.language not in LANGUAGES:
            yield from (one for name, one in self.assets.items() if name != PAGE_SCRIPT)
            return
        scripts = list(page_scripts(self.library, self.language, self.assets))
        self.script = scripts[0].address
        yield from scripts
        for tool in self.library.tools.values():
            yield from tool_scripts(self.library, self.language, tool)

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Return the page as the library composes it."""
        path = page_path(page)
        page.meta = dict(self.meta(path))
        if self.language not in LANGUAGES:
            return markdown
        return made_markdown(self.library, self.language, path)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the templates what they show around a page."""
        if self.language in LANGUAGES:
            context["kb"] = self.view(config, page_path(page))  # type: ignore[typeddict-unknown-key]
        else:
            context["chooser"] = list(chooser(self.library))  # type: ignore[typeddict-unknown-key]
        return context

    def view(self, config: MkDocsConfig, path: str) -> PageView:
        """Return a page of the language that is being built, as its template sees it."""
        around = Around(config.site_url or "/", self.config.report_url or "", self.script)
        return PageView(self.library, self.language, path, around)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give sitemap.xml every address of every language, whichever is being built."""
        if template_name == "sitemap.xml":
            context["addresses"] = list(sitemap(self.library, config.site_url or "/"))  # type: ignore[typeddict-unknown-key]
        if template_name == "404.html":
            context["chooser"] = list(chooser(self.library))  # type: ignore[typeddict-unknown-key]
        return context

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Tell the templates what is published; keep them for the pages beside those of MkDocs."""
        env.trim_blocks = env.lstrip_blocks = True  # a page without the gaps of its templates
        env.globals["asset"] = lambda name: self.assets[name].address
        env.globals["icon"] = icon(config.theme.dirs)
        env.globals["first_page"] = first_page
        env.globals["policy"] = policy(in_page=True) if self.config.policy else ""
        self.env = env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Return a page as it is sent, and write an Uzbek one in Cyrillic letters too."""
        sent = lean(output)
        self._write_twin(sent, page.file.dest_uri, config)
        return sent

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write a page for what is not there; and, once a build, the short addresses."""
        for edition in editions_of(self.language):
            text = missing_page(self.library, edition, self.env, config)
            self.output.put(f"{edition}/{MISSING}", text)
        if not self.i18n.building and SOURCE in self.i18n.build_languages:
            for name, text in address_pages(self.library, self.env, config):
                self.output.put(name, text)

    def _write_twin(self, html: str, file: str, config: MkDocsConfig) -> None:
        if self.language == LATIN:
            made = twin(self.library, self.env, html, file, config.site_url or "/")
            self.output.put(twin_file(file), made)


def page_path(page: Page) -> str:
    """Return the path below the language's folder, without .md."""
    return page.file.src_uri.partition("/")[2].removesuffix(".md")


def first_page(item: StructureItem) -> StructureItem:
    """Return the first page in a branch of the navigation; what has no children is returned."""
    while children := getattr(item, "children", None):
        item = children[0]
    return item
