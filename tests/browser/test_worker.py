"""What the service worker keeps, and what it lets go: a small site that is published anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ROOT, Host, wait_until

pytestmark = pytest.mark.browser
PAGE = """<!doctype html><link rel="stylesheet" href="/assets/css/birge.{build}.css">
<script src="/en/assets/birge.{build}.js"></script><h1>{title}</h1>
<script>navigator.serviceWorker.register("/sw.js")</script>"""
FIRST, SECOND, THIRD = "0000000001", "0000000002", "0000000003"
KEPT = """async (name) => (await (await caches.open(name)).keys())
  .map(({ url }) => new URL(url).pathname)"""
IS_KEPT = f"""async ([path, wanted]) =>
  (await ({KEPT})("birge-visited")).includes(path) === wanted"""
COLOUR = "getComputedStyle(document.querySelector('h1')).color"
VISITED = "birge-visited"


class Published(Host):
    """A small site that can be published anew."""

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def publish(self, build: str, *pages: str) -> None:
        """Publish a build: its pages, its style and script; those of before are gone."""
        for old in self.folder.glob("**/birge.*"):
            old.unlink()
        for page in pages:
            self.write(f"en/{page}/index.html", PAGE.format(build=build, title=page))
        self.write(f"assets/css/birge.{build}.css", f"h1 {{ color: rgb(0, 0, {int(build)}); }}")
        self.write(f"en/assets/birge.{build}.js", f"globalThis.build = '{build}';")


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Published]:
    served = Published(tmp_path)
    served.write("sw.js", (ROOT / "overrides/sw.js").read_text(encoding="utf-8"))
    served.publish(FIRST, "dues", "strike")
    yield served
    served.kill()


@pytest.fixture
def page(browser: Browser, host: Published) -> Iterator[Page]:
    """Return a page that the worker serves already."""
    context = browser.new_context()
    fresh = context.new_page()
    fresh.goto(f"{host.address}en/dues/")
    fresh.wait_for_function("navigator.serviceWorker.controller")
    visit(fresh, host, "dues", FIRST)
    yield fresh
    context.close()


def visit(page: Page, host: Published, name: str, build: str) -> None:
    """Open a page, and wait until it is kept with its style and script."""
    page.goto(f"{host.address}en/{name}/")
    for path in (
        f"/en/{name}/",
        f"/assets/css/birge.{build}.css",
        f"/en/assets/birge.{build}.js",
    ):
        wait_until(page, IS_KEPT, [path, True])


def test_of_a_style_and_a_script_the_newest_build_is_kept(page: Page, host: Published) -> None:
    """Each build would leave its own on the phone for good."""
    for build in (SECOND, THIRD):
        host.publish(build, "dues", "strike")
        visit(page, host, "dues", build)
        before = f"{int(build) - 1:010}"
        for path in (f"/assets/css/birge.{before}.css", f"/en/assets/birge.{before}.js"):
            wait_until(page, IS_KEPT, [path, False])

    assert [
        f"/assets/css/birge.{THIRD}.css",
        f"/en/assets/birge.{THIRD}.js",
        "/en/dues/",
    ] == sorted(page.evaluate(KEPT, VISITED))


def test_an_older_page_is_shown_with_the_newest_style(page: Page, host: Published) -> None:
    """The one of its own build is gone; without any it could hardly be read."""
    visit(page, host, "strike", FIRST)
    host.publish(SECOND, "dues", "strike")
    visit(page, host, "dues", SECOND)
    wait_until(page, IS_KEPT, [f"/assets/css/birge.{FIRST}.css", False])
    host.kill()

    page.goto(f"{host.address}en/strike/")
    assert "rgb(0, 0, 2)" == page.evaluate(COLOUR)
    assert SECOND == page.evaluate("globalThis.build")


def test_a_kept_language_keeps_the_style_of_its_own_build(page: Page, host: Published) -> None:
    """It was kept whole: what the site publishes since does not take it apart."""
    style = f"/assets/css/birge.{FIRST}.css"
    page.evaluate("async (path) => (await caches.open('birge-en')).add(path)", style)
    host.publish(SECOND, "dues")
    visit(page, host, "dues", SECOND)

    page.evaluate("(path) => fetch(path).then((answer) => answer.text())", style)
    assert [style] == page.evaluate(KEPT, "birge-en")


@pytest.mark.parametrize("store", [VISITED, "birge-en"])
def test_a_page_that_the_site_took_back_is_not_kept(
    page: Page, host: Published, store: str
) -> None:
    """Law that was withdrawn would live on where the network is slow or away."""
    visit(page, host, "strike", FIRST)
    page.evaluate("async (store) => (await caches.open(store)).add('/en/strike/')", store)
    (host.folder / "en/strike/index.html").unlink()
    (host.folder / "en/strike").rmdir()

    answer = page.goto(f"{host.address}en/strike/?d=2026-11-22")
    assert answer is not None
    assert 404 == answer.status
    page.goto(f"{host.address}en/dues/")
    wait_until(page, f"async (store) => !(await ({KEPT})(store)).includes('/en/strike/')", store)


def test_of_many_visited_pages_the_oldest_go(page: Page, host: Published) -> None:
    page.evaluate(
        """async () => {
          const visited = await caches.open("birge-visited");
          for (let number = 0; number < 300; number += 1) {
            await visited.put(`/en/page-${number}/`, new Response("-"));
          }
        }"""
    )
    visit(page, host, "strike", FIRST)
    wait_until(page, IS_KEPT, ["/en/page-0/", False])

    names = page.evaluate(KEPT, VISITED)
    pages = [name for name in names if "assets" not in name]
    assert [f"/en/page-{number}/" for number in range(1, 300)] == [
        name for name in pages if "page-" in name
    ]
    assert {f"/assets/css/birge.{FIRST}.css", "/en/strike/"} <= set(names)


def test_the_host_is_not_asked_again_for_a_part_of_the_search(page: Page, host: Published) -> None:
    """It would learn what is looked for; a part of this name always says the same."""
    part, newer = "/search/en/l7-a26jzc.js", "/search/en/l7-b37kad.js"
    ask = "(path) => fetch(path, { cache: 'reload' }).then((answer) => answer.text())"
    host.write(part[1:], "kbFile('l7','strike')")
    for _ in range(2):
        assert "kbFile('l7','strike')" == page.evaluate(ask, part)
        wait_until(page, IS_KEPT, [part, True])
    assert 1 == host.asked.count(part)

    host.write(newer[1:], "kbFile('l7','strikes')")
    page.evaluate(ask, newer)
    wait_until(page, IS_KEPT, [part, False])
    assert newer in page.evaluate(KEPT, VISITED)
