"""Without the network: visited pages, a kept language, and the zip that opens from a stick."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import SITE, Host, wait_until

pytestmark = pytest.mark.browser
KEPT_ANEW = """async () => {
  const copy = await caches.match(location.href, { ignoreSearch: true });
  return Boolean(copy) && (await copy.text()).includes("<h1 data-new");
}"""
KEPT = "async () => Boolean(await caches.match(location.href, { ignoreSearch: true }))"
PARTS = ("kk", "assets", "offline", "search")


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    for part in PARTS:
        if (SITE / part).is_dir():
            shutil.copytree(
                SITE / part, tmp_path / part, ignore=shutil.ignore_patterns("*.zip", "*.pdf")
            )
    shutil.copy(SITE / "sw.js", tmp_path / "sw.js")
    served = Host(tmp_path)
    yield served
    served.kill()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    fresh = browser.new_context(locale="kk-KZ")
    yield fresh
    fresh.close()


def kept_pages(host: Host) -> list[str]:
    """Return the pages of the list that the build made for the language."""
    text = (host.folder / "offline/birge-kk.json").read_text(encoding="utf-8")
    names: list[str] = json.loads(text)["files"]
    return [name for name in names if name.endswith("/")]


def keep_kazakh(context: BrowserContext, host: Host, *, kill: bool = True) -> Page:
    """Return a page of the language that was kept whole, the server gone."""
    page = context.new_page()
    page.goto(f"{host.address}kk/")
    page.evaluate("navigator.serviceWorker.ready")
    page.locator("[data-keep] button").click()
    expect(page.locator("[data-keep] output")).to_have_text(
        "Сақталды. Интернетсіз ашылады.", timeout=120_000
    )
    if kill:
        host.kill()
    return page


def test_a_kept_language_is_read_without_the_server(context: BrowserContext, host: Host) -> None:
    page = keep_kazakh(context, host)

    wanted = kept_pages(host)
    for name in [*wanted[:: len(wanted) // 12], "kk/law/kz/joining/?d=2026-11-21"]:
        page.goto(f"{host.address}{name}")
        expect(page.locator("h1")).to_be_visible()
        assert "rgb" in page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length)")


def test_slides_of_a_kept_language_run_without_the_server(
    context: BrowserContext, host: Host
) -> None:
    page = keep_kazakh(context, host)

    page.goto(f"{host.address}kk/paper/training-organising-school-slides.html")
    page.keyboard.press("End")
    expect(page.locator("h2:visible")).to_have_count(1)
    assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length)")


def test_the_code_on_a_paper_opens_without_the_server(context: BrowserContext, host: Host) -> None:
    page = keep_kazakh(context, host)

    page.goto(f"{host.address}s/hefe/?d=2026-11-21")
    page.wait_for_url("**/kk/**")
    expect(page.locator("h1")).to_be_visible()
    assert page.url.partition("#")[0].endswith("/?d=2026-11-21")

    page.goto(host.address)
    page.wait_for_url(f"{host.address}kk/")
    expect(page.locator("h1")).to_be_visible()


def test_what_was_not_kept_is_told_and_leads_to_what_was(
    context: BrowserContext, host: Host
) -> None:
    page = keep_kazakh(context, host)

    page.goto(f"{host.address}ru/")
    expect(page.locator("p").first).to_have_text(
        "Бұл бет құрылғыда сақталмаған, ал интернет қазір жоқ."
    )
    page.get_by_role("link", name="Сақталған беттерге өту").click()
    page.wait_for_url(f"{host.address}kk/")
    expect(page.locator("h1")).to_be_visible()


def test_a_visited_page_is_read_again_and_never_in_an_old_version(
    context: BrowserContext, host: Host
) -> None:
    page = context.new_page()
    page.goto(f"{host.address}kk/")
    wait_until(page, KEPT)  # though the visit came before the worker
    file = host.folder / "kk/index.html"
    file.write_text(
        file.read_text(encoding="utf-8").replace("<h1", "<h1 data-new"), encoding="utf-8"
    )

    page.reload()
    expect(page.locator("h1[data-new]")).to_be_visible()
    wait_until(page, KEPT_ANEW)  # the page is shown before the copy is put away
    host.kill()
    page.reload()
    expect(page.locator("h1[data-new]")).to_be_visible()


def test_one_visit_is_enough(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    page.goto(f"{host.address}kk/law/kz/joining/")
    wait_until(page, KEPT)
    wait_until(
        page,
        "async () => (await (await caches.open('birge-visited')).keys())"
        ".filter(({ url }) => /[.](css|js)$/.test(url)).length >= 2",
    )
    host.kill()

    page.goto(f"{host.address}kk/law/kz/joining/")
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length)")


def test_a_page_of_a_kept_language_has_no_older_copy_elsewhere(
    context: BrowserContext, host: Host
) -> None:
    page = keep_kazakh(context, host, kill=False)
    page.goto(f"{host.address}kk/training/")
    file = host.folder / "kk/training/index.html"
    text = file.read_text(encoding="utf-8").replace("<h1", "<h1 data-new")
    file.write_text(text, encoding="utf-8")
    page.reload()
    wait_until(page, KEPT_ANEW)
    twice = page.evaluate(
        "async () => (await Promise.all(['birge-visited', 'birge-kk'].map(async (name) =>"
        " Boolean(await (await caches.open(name)).match(location.href)))))"
    )
    host.kill()
    page.reload()

    assert [False, True] == twice
    expect(page.locator("h1[data-new]")).to_be_visible()


def change(host: Host) -> str:
    """Put a newer index and a newer list there, and return the index of before."""
    index = host.folder / "search/kk/index.js"
    before = index.read_text(encoding="utf-8")
    index.write_text(before.replace('"format":', '"new":1,"format":'), encoding="utf-8")
    listed = host.folder / "offline/birge-kk.json"
    listed.write_text(listed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    return before


def test_the_index_of_a_kept_language_stays_with_its_parts(
    context: BrowserContext, host: Host
) -> None:
    """A newer one names parts that are not kept; the home page says that the site has changed."""
    page = keep_kazakh(context, host, kill=False)
    text = change(host)
    page.goto(f"{host.address}kk/search/#q=келісім")
    expect(page.locator("[data-search-list] a").first).to_be_visible()
    page.goto(f"{host.address}kk/")
    expect(page.locator("[data-keep] output")).to_contain_text("өзгерді")

    kept = page.evaluate(
        f"async () => (await caches.match('{host.address}search/kk/index.js')).text()"
    )
    assert text == kept


def test_a_search_in_a_kept_language_tells_the_host_nothing(
    context: BrowserContext, host: Host
) -> None:
    """The parts of the index that are asked for would tell roughly what is looked for."""
    page = keep_kazakh(context, host, kill=False)
    host.asked.clear()
    page.goto(f"{host.address}kk/search/#q=келісім")
    expect(page.locator("[data-search-list] a").first).to_be_visible()

    assert {"/search/kk/index.js"} >= {name for name in host.asked if name.startswith("/search/")}


class TestBrokenOff:
    """The network went away before the last file: nothing may say that all is there."""

    def last(self, host: Host) -> Path:
        """Return a file of the list that a browser asks for late."""
        text = (host.folder / "offline/birge-kk.json").read_text(encoding="utf-8")
        name = [one for one in json.loads(text)["files"] if not one.endswith("index.js")][-1]
        return host.folder / (f"{name}index.html" if name.endswith("/") else name)

    def test_the_first_time_it_is_offered_again(self, context: BrowserContext, host: Host) -> None:
        page = context.new_page()
        page.goto(f"{host.address}kk/")
        page.evaluate("navigator.serviceWorker.ready")
        file = self.last(host)
        text = file.read_text(encoding="utf-8")
        file.unlink()
        page.locator("[data-keep] button").click()
        expect(page.locator("[data-keep] button")).to_be_enabled(timeout=120_000)
        failed = page.locator("[data-keep]").get_attribute("data-failed")
        expect(page.locator("[data-keep] output")).to_have_text(failed or "-")
        page.reload()
        expect(page.locator("[data-keep] button")).to_contain_text("(")
        expect(page.locator("[data-keep] output")).to_be_empty()

        file.write_text(text, encoding="utf-8")
        page.locator("[data-keep] button").click()
        expect(page.locator("[data-keep] output")).to_have_text(
            "Сақталды. Интернетсіз ашылады.", timeout=120_000
        )

    def test_later_the_index_and_the_list_of_before_stay(
        self, context: BrowserContext, host: Host
    ) -> None:
        """They name the parts that are there; the home page still says that there is more."""
        page = keep_kazakh(context, host, kill=False)
        before = change(host)
        self.last(host).unlink()
        page.reload()
        page.locator("[data-keep] button").click()
        failed = page.locator("[data-keep]").get_attribute("data-failed")
        expect(page.locator("[data-keep] output")).to_have_text(failed or "-", timeout=120_000)
        page.reload()
        expect(page.locator("[data-keep] output")).to_contain_text("өзгерді")

        assert before == page.evaluate(
            f"async () => (await caches.match('{host.address}search/kk/index.js')).text()"
        )


def test_with_two_kept_languages_each_is_told_in_its_own(
    context: BrowserContext, host: Host
) -> None:
    page = keep_kazakh(context, host, kill=False)
    page.evaluate(
        """async () => {
          const list = { language: "ru", shorts: {}, "not-kept": "Нет", "to-kept": "Туда" };
          await (await caches.open("birge-ru")).put("/offline/birge-ru.json", Response.json(list));
        }"""
    )
    host.kill()

    page.goto(f"{host.address}ru/nothing-here/")
    expect(page.locator("html")).to_have_attribute("lang", "ru")


def test_the_zip_opens_from_a_stick(context: BrowserContext, tmp_path: Path) -> None:
    with zipfile.ZipFile(SITE / "offline/birge-kk.zip") as box:
        box.extractall(tmp_path)
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))

    page.goto((tmp_path / "index.html").as_uri())
    page.wait_for_url("**/kk/index.html")
    page.locator(".kb-page a[href*='law/']").first.click()
    page.wait_for_url("**/kk/law/**/index.html*")
    expect(page.locator("h1")).to_be_visible()

    page.goto(f"{(tmp_path / 'kk/search/index.html').as_uri()}?q=мүшелік жарна")
    page.wait_for_selector("[data-search-state=done]")
    page.locator("[data-search-results] a").first.click()
    page.wait_for_url("**/kk/**/index.html*")
    expect(page.locator("h1")).to_be_visible()
    assert [] == failed
