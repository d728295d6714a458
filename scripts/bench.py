"""The measured table of `make bench`: this site beside the plain stack, in one run.

Times are CPU seconds of whole processes, so that they compare on a busy machine; ratios are what
to quote. The plain stack is mkdocs, mkdocs-material and mkdocs-static-i18n with the built-in
search over the same pages, without any code of ours.
"""

import asyncio
import gzip
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
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

from kb.model.languages import LANGUAGES
from kb.model.library import Library, load
from kb.search.documents import Document, documents
from kb.search.engine import search
from kb.search.index import make_index
from kb.search.quality import FIRST, Query, Shelf, read_queries
from kb.search.reading import Reader
from kb.search.rules import read_rules

ROOT = Path(__file__).parents[1]
QUERIES = ROOT / "tests" / "search" / "queries"
PAGES = ("en/law/kz/joining", "kk/law/kz/joining", "uz/recruit/listen", "ky")
ASSET = re.compile(r'(?:href|src)="(?P<path>[^"]+\.(?:css|js))"')
PLAIN = """site_name: plain
site_url: http://127.0.0.1/
docs_dir: docs
theme: {{name: material, custom_dir: theme, font: false}}
markdown_extensions: [admonition, attr_list, md_in_html, tables, footnotes, toc]
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
{languages}
"""
Ranking = Callable[[str], list[int]]


def main() -> None:
    """Print the table."""
    library = load(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        builds(work, library)
        weights(work)
        qualities(work, library)


def builds(work: Path, library: Library) -> None:
    """Print what building costs, here and in the plain stack."""
    plain_project(work / "plain", library)
    ours = cpu([sys.executable, "-m", "kb.cli", "build", "--site", str(work / "ours")], ROOT)
    plain = cpu(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(work / "plain-site")],
        work / "plain",
    )
    pages = len(library.pages["en"]) * len(LANGUAGES)
    print(f"build of {pages} pages{'':10}  CPU s   wall s   ratio of CPU")
    print(f"  plain stack            {plain[0]:9.1f}{plain[1]:9.1f}      1.00")
    print(f"  this site              {ours[0]:9.1f}{ours[1]:9.1f}{ours[0] / plain[0]:10.2f}")


def cpu(command: list[str], where: Path) -> tuple[float, float]:
    """Return CPU and wall seconds of a command with all its children."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=where, check=True, env=environment)  # noqa: S603 - our own commands
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, time.perf_counter() - start


def plain_project(project: Path, library: Library) -> None:
    """Write the same pages as a project of the plain stack; English stands in where needed."""
    for language in LANGUAGES:
        for path, source in library.pages["en"].items():
            page = library.page(language, path) or source
            file = project / "docs" / language / f"{path}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"---\ntitle: {page.front.title!r}\n---\n" + "\n".join(page.lines))
    partials = project / "theme" / "partials" / "languages"
    shutil.copytree(ROOT / "overrides" / "partials" / "languages", partials)
    rows = (
        f"        - {{locale: {code}, name: {code}, default: {str(code == 'en').lower()}}}"
        for code in LANGUAGES
    )
    (project / "mkdocs.yml").write_text(PLAIN.format(languages="\n".join(rows)))


def weights(work: Path) -> None:
    """Print what a first visit costs: the page with all styles and scripts that it names."""
    print("\nfirst visit, KB gzip          plain stack   this site   of it HTML")
    index = packed(work / "plain-site" / "search" / "search_index.json")
    worker = sum(packed(file) for file in (work / "plain-site").glob("assets/**/search.*.js"))
    for page in PAGES:
        plain = page.removeprefix("en/") if page.startswith("en/") else page
        theirs = visit(work / "plain-site", plain) + index + worker
        html = packed(work / "ours" / page / "index.html")
        ours = visit(work / "ours", page)
        print(f"  {page:26}{theirs / 1000:13.1f}{ours / 1000:12.1f}{html / 1000:13.1f}")


def visit(site: Path, page: str) -> int:
    """Return the bytes of a page and of what it asks for, packed."""
    file = site / page / "index.html"
    named = {match["path"] for match in ASSET.finditer(file.read_text(encoding="utf-8"))}
    return packed(file) + sum(packed((file.parent / path).resolve()) for path in named)


def packed(file: Path) -> int:
    """Return the bytes of a file as a server sends it with gzip."""
    return len(gzip.compress(file.read_bytes(), 6))


def qualities(work: Path, library: Library) -> None:
    """Print recall among the first five and mean reciprocal rank, per engine and query set."""
    print(f"\nsearch: recall@{FIRST} / MRR     this site      theme's default     Pagefind")
    rules = read_rules(ROOT)
    for file in sorted(QUERIES.glob("*.tsv")):
        language = file.stem.partition("-")[0]
        found = documents(library, language)
        shelf, queries = Shelf(found), read_queries(file)
        reader = Reader(make_index(library, rules, language).files.get)
        engines: list[Ranking] = [partial(our_ranking, reader), theme_ranking(found)]
        cells = [score(shelf, queries, engine) for engine in engines]
        with pagefind_ranking(work / f"pagefind-{file.stem}", language, found) as ranking:
            cells.append(score(shelf, queries, ranking))
        shown = "".join(f"{recall:12.3f} /{rank:5.3f}" for recall, rank in cells)
        print(f"  {file.stem:10} ({len(queries)}){shown}")


def score(shelf: Shelf, queries: list[Query], ranking: Ranking) -> tuple[float, float]:
    """Return recall among the first five and mean reciprocal rank."""
    places = []
    for query in queries:
        if right := shelf.right(query):
            ranked = ranking(query.text)
            places.append(next((n for n, one in enumerate(ranked, 1) if one in right), 0))
    hits = sum(1 for place in places if 0 < place <= FIRST)
    return hits / len(places), sum(1 / place for place in places if place) / len(places)


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


if __name__ == "__main__":
    main()
