"""The searches that are compared: ours, the theme's default, Pagefind."""

import asyncio
import shutil
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from lunr.builder import Builder
from lunr.pipeline import Pipeline
from lunr.query import Query as LunrQuery
from lunr.stop_word_filter import stop_word_filter
from pagefind.index import IndexConfig, PagefindIndex
from playwright.sync_api import sync_playwright

from kb.search.documents import Document
from kb.search.engine import search
from kb.search.reading import Reader

Ranking = Callable[[str], list[int]]


def our_ranking(reader: Reader, query: str) -> list[int]:
    """Return the documents that this site's search finds."""
    return [one.document for one in search(reader, query).results]


def theme_ranking(found: list[Document]) -> Ranking:
    """Return the theme's default search: lunr without stems, each word with a wildcard."""
    Pipeline.registered_functions.setdefault("stopWordFilter", stop_word_filter)
    builder = Builder()
    builder.ref("ref")
    builder.field("title", boost=1000)
    builder.field("text")
    builder.pipeline.add(stop_word_filter)
    for number, one in enumerate(found):
        builder.add({"ref": str(number), "title": one.title, "text": text_of(one)})
    index = builder.build()

    def ranking(text: str) -> list[int]:
        query = LunrQuery(index.fields)
        for word in text.lower().split():
            query.term(word, wildcard=LunrQuery.WILDCARD_TRAILING)
        return [int(one["ref"]) for one in index.query(query)]

    return ranking


def text_of(document: Document) -> str:
    """Return all that can be found in a document."""
    return " ".join(f"{part.headings} {part.text}" for part in document.parts)


class pagefind_ranking:  # noqa: N801 - used like a function in a with statement
    """Pagefind over the same documents, asked in a real browser."""

    def __init__(self, folder: Path, language: str, found: list[Document]) -> None:
        self.folder = folder
        asyncio.run(write_pagefind(folder, language, found))

    def __enter__(self) -> Ranking:
        """Return the ranking."""
        handler = partial(Quiet, directory=str(self.folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.playwright = sync_playwright().start()
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = self.playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        self.page = browser.new_page()
        self.page.goto(f"http://127.0.0.1:{self.server.server_port}/start.html")
        self.page.evaluate(
            "import('/pagefind.js').then(m => { window.finder = m; return m.init(); })"
        )
        return self._ranked

    def __exit__(self, *_: object) -> None:
        """Close browser and server."""
        self.playwright.stop()
        self.server.shutdown()
        self.server.server_close()

    def _ranked(self, text: str) -> list[int]:
        script = """async text => {
          const found = await window.finder.search(text);
          const pages = await Promise.all(found.results.slice(0, 10).map(one => one.data()));
          return pages.map(page => parseInt(page.url.replace(/[^0-9]/g, "")));
        }"""
        return list(self.page.evaluate(script, text))


async def write_pagefind(folder: Path, language: str, found: list[Document]) -> None:
    """Write Pagefind's index of the documents."""
    async with PagefindIndex(config=IndexConfig(output_path=str(folder))) as index:
        for number, one in enumerate(found):
            body = "".join(
                f"<h2>{escaped(part.heading)}</h2><p>{escaped(part.text)}</p>" for part in one.parts
            )
            await index.add_html_file(
                content=(
                    f'<html lang="{language}"><body><h1>{escaped(one.title)}</h1>'
                    f"{body}</body></html>"
                ),
                url=f"/{number}/",
            )
        await index.write_files()
    (folder / "start.html").write_text("<!doctype html><title>start</title>")


def escaped(text: str) -> str:
    """Return text for HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""
