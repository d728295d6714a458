"""What searching costs a reader: bytes of the first query, and how long answers take.

The dialog of this site's page is asked, with the index of today's pages and of a made knowledge
base; `make bench PAGES=300 ONLY=answers` takes another size than 1,000 pages a language.
"""

import os
import shutil
from statistics import median, quantiles

from playwright.sync_api import Browser, Request

from bench.corpus import write_project
from bench.searches import QUERIES
from bench.serving import SLOW_4G, chromium, phone, served
from bench.sites import ROOT, Bench
from kb.model.languages import LANGUAGES
from kb.model.library import Library, load
from kb.model.output import Output
from kb.search.index import make_index
from kb.search.quality import read_queries

PAGES = int(os.environ.get("PAGES") or 1000)
SCRIPTS = ROOT / "overrides" / "assets" / "js"
ASKED = {
    "en": "couriers",
    "ru": "курьеров",
    "uz": "kuryerlar",
    "kk": "курьерлер",
    "ky": "курьерлердин",
}
HEAD = "  pages a language       KB gzip   first answer, Slow 4G, s   following, p95, ms"
TIMES = 3
"""How often the first answer is timed; the median counts."""
FOLLOWING = 60
FIRST_ANSWER = """asked => new Promise((done) => {
  const start = performance.now();
  const list = document.querySelector("dialog [data-search-list]");
  new MutationObserver(() => {
    if (list.querySelector("a")) done(performance.now() - start);
  }).observe(list, { childList: true });
  document.querySelector("[data-search-open]").click();
  const input = document.querySelector("dialog input");
  input.value = asked;
  input.dispatchEvent(new Event("input", { bubbles: true }));
})"""
"""The search is opened and a word pasted at once: nothing has been loaded while typing."""
OPEN = """async files => {
  globalThis.reader = await birge.open(async (name) => files[name]);
}"""
ANSWER = """async asked => {
  const start = performance.now();
  const { results } = await birge.search(reader, asked);
  await Promise.all(results.slice(0, 5).map(({ part }) => reader.text(part)));
  return performance.now() - start;
}"""
"""What an answer costs the phone, files read and parsed where no query needed them before."""


def answers(bench: Bench) -> None:
    """Print bytes and times, at today's size and at that of a made knowledge base."""
    print("search: first query of a reader, and those that follow, on a phone four times slower")
    print(HEAD)
    made = bench.work / "made"
    write_project(made, bench.library, PAGES)
    with chromium() as browser:
        for library in (bench.library, load(made)):
            _print(bench, library, browser)


def _print(bench: Bench, library: Library, browser: Browser) -> None:
    site = bench.work / "answering"
    shutil.copytree(bench.ours.site, site, ignore=shutil.ignore_patterns("*.pdf", "*.zip"))
    shutil.rmtree(site / "search")
    indexes = [make_index(library, language) for language in LANGUAGES]
    output = Output(site)
    for index in indexes:
        for name, text in index.scripts():
            output.put(name, text)
    with served(site) as address:
        for index in indexes:
            page = f"{address}{index.language}/recruit/dues/"
            pages = len(library.pages[index.language])
            print_answers(browser, page, index.language, pages, index.files)
    shutil.rmtree(site)


def print_answers(
    browser: Browser, address: str, language: str, pages: int, files: dict[str, str]
) -> None:
    """Print the row of a language: its pages, bytes and seconds of the first query, those after.

    *files* are those of the language's index, by name.
    """
    first = [_first(browser, address, language) for _ in range(TIMES)]
    size, seconds = first[0][0] / 1000, median(time for _, time in first)
    later = _following(browser, language, files)
    print(f"  {language} {pages:5}{size:24.1f}{seconds:20.2f}{later:22.0f}", flush=True)


def _first(browser: Browser, address: str, language: str) -> tuple[int, float]:
    """Return the bytes that the first query on a page asks for, and the seconds to its answer."""
    with phone(browser, SLOW_4G) as page:
        page.goto(address, wait_until="networkidle")
        asked: list[Request] = []

        def heard(one: Request) -> None:
            asked.append(one)

        page.on("request", heard)
        seconds = float(page.evaluate(FIRST_ANSWER, ASKED[language])) / 1000
        return sum(_size(one) for one in tuple(asked)), seconds


def _size(request: Request) -> int:
    """Return the bytes of an answer, when they are there."""
    if (response := request.response()) is not None:
        response.finished()
    return request.sizes()["responseBodySize"]


def _following(browser: Browser, language: str, files: dict[str, str]) -> float:
    """Return how many milliseconds all but the slowest twentieth of answers take, one by one."""
    queries = read_queries(QUERIES / f"{language}.tsv")
    with phone(browser) as page:
        for name in ("normalise", "engine"):
            page.add_script_tag(path=SCRIPTS / f"{name}.js")
        page.evaluate(OPEN, files)
        step = max(1, len(queries) // FOLLOWING)
        times = [float(page.evaluate(ANSWER, one.text)) for one in queries[::step]]
    return quantiles(times, n=20)[-1]
