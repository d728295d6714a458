"""The one place where MkDocs meets the library; it holds no logic of its own.

With mkdocs-static-i18n one build runs once per language; the events here come again for each.
"""

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from kb.model.languages import LANGUAGES, SOURCE
from kb.model.library import Library, load
from kb.model.write import write_text
from kb.site.made import all_markdown
from kb.site.short_links import moved_pages, short_links
from kb.site.sitemap import sitemap
from kb.site.view import PageView, chooser, page_meta


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves one method untyped
    """What mkdocs.yml may set for this plugin."""

    report_url = config_options.Optional(config_options.Type(str))
    """Where a reader reports a mistake, with {page}, {section}, {language} and {text} filled in."""


class KnowledgeBase(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # the same
    """Gives MkDocs the pages that the library makes."""

    library: Library
    i18n: Any
    """The plugin mkdocs-static-i18n, which ships no types."""

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
        return config

    @event_priority(-200)  # after mkdocs-static-i18n, which would drop pages without a file
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages that no one wrote in this language, and those that the build makes."""
        if self.language not in LANGUAGES:
            return files
        self.markdown = all_markdown(self.library, self.language)
        for path, text in self.markdown.items():
            uri = f"{self.language}/{path}.md"
            if files.src_uris.get(uri) is None:
                files.append(File.generated(config, uri, content=text))
        return files

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Return the page as the library composes it."""
        if self.language not in LANGUAGES:
            page.meta = {"title": "Birge", "template": "chooser.html"}
            return markdown
        path = _path(page)
        page.meta = dict(page_meta(self.library, self.language, path))
        return self.markdown[path]

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the templates what they show around a page."""
        if self.language in LANGUAGES:
            context["kb"] = PageView(  # type: ignore[typeddict-unknown-key]
                self.library, self.language, _path(page), self.config.report_url or ""
            )
        else:
            context["chooser"] = list(chooser(self.library))  # type: ignore[typeddict-unknown-key]
        return context

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
        """Keep the templates for the pages that stand beside those of MkDocs."""
        self.env = env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the short addresses, once a build: they hold all languages."""
        if self.i18n.building or SOURCE not in self.i18n.build_languages:
            return
        for link in short_links(self.library):
            self._write(config, f"s/{link.id}", "short.html", link=link)
        for folder, target in moved_pages(self.library):
            self._write(config, folder, "moved.html", target=target)

    def _write(self, config: MkDocsConfig, folder: str, template: str, **values: object) -> None:
        text = self.env.get_template(template).render(config=config, **values)
        write_text(Path(config.site_dir, folder, "index.html"), text)


def _path(page: Page) -> str:
    return page.file.src_uri.split("/", 1)[1].removesuffix(".md")
