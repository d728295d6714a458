"""The built site behind a local server, and one real Chromium for each test process."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 20_000
"""Milliseconds that a busy machine may take; what is waited for ends the waiting."""
expect.set_options(timeout=PATIENCE)
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *arguments: object) -> None:
        """Say nothing: what a browser asks for is asserted in the tests."""


class Host:
    """A site behind a server that remembers what it was asked for, and that a test can kill."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        asked = self.asked

        class Handler(QuietHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                del self.headers["If-Modified-Since"]  # it knows whole seconds alone
                super().do_GET()

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def kill(self) -> None:
        """Leave whoever asks without an answer."""
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Return where the built site is served, with a slash at the end."""
    assert (SITE / "index.html").is_file(), "there is no site/: run make build first"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a real Chromium: the one on the PATH, else Playwright's own."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def pages(browser: Browser) -> Iterator[dict[str, Page]]:
    """Return one open page for each look: width and colours."""
    looks = {
        f"{width}-{scheme}": browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            service_workers="block",  # what it keeps is for the tests of offline reading
        ).new_page()
        for width in (360, 1280)
        for scheme in ("light", "dark")
    }
    yield looks
    for page in looks.values():
        page.context.close()


@contextmanager
def without_errors(context: BrowserContext) -> Iterator[Page]:
    """Open a page and close its context; no script of the page may have failed."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert [] == errors


def wait_until(page: Page, script: str, arg: object = None) -> None:
    """Wait until an asynchronous function of the page answers yes.

    `wait_for_function` takes the promise itself for a yes.
    """
    page.evaluate(
        f"""async (arg) => {{
          for (const end = Date.now() + {PATIENCE}; !(await ({script})(arg));) {{
            if (Date.now() > end) {{
              throw new Error("waited in vain");
            }}
            await new Promise((next) => setTimeout(next, 50));
          }}
        }}""",
        arg,
    )


def asked_on_leaving(page: Page, to: str) -> list[str]:
    """Return the kinds of dialogs that stand in the way to another page; each is accepted."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.goto(to)
    return asked
