"""The site while someone writes: a saved page stands in the browser at once.

The pages that were saved are rendered first and shown. Behind them the whole site is built by
another process, as for readers; where more has changed, it takes the place of what is shown.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from kb.model.kept import Kept, programs
from kb.model.library import load
from kb.model.output import Output, mirror, state_of
from kb.model.write import write_text
from kb.site.build import KEPT
from kb.site.edition import Edition, edition, warnings
from kb.site.leaf import fingerprint, leaf

HOST = "127.0.0.1"
LOOKED_AT = ("docs", "overrides", "scripts", "mkdocs.yml")
"""Where a change is noticed."""
SAVED = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
"""What is told of a file that was saved; reading one is told too, and changes nothing."""
BROWSER_FIRST = 1
"""Seconds for which the whole site waits, so that the browser has the processors to itself."""
LOOK_AGAIN = 3
"""Seconds without news after which the files are looked at all the same."""
Tell = Callable[[str], None]


class Preview:
    """A folder with the built site, and what keeps it as the files are."""

    def __init__(
        self, root: Path, folder: Path, languages: Iterable[str], address: str, tell: Tell
    ) -> None:
        self.root = root
        self.site = folder / "site"
        self.news = folder / "news"
        """Is written when the whole site was built and differs from what is shown."""
        self._next = folder / "next"
        self._fresh = folder / "fresh"
        self._languages = tuple(languages)
        self._address = address
        self._tell = tell
        self._seen = self._look()
        self._wanted = threading.Event()
        self._lock = threading.Lock()
        self._templates: Environment | None = None
        self._beginning = threading.Lock()
        self._building: subprocess.Popen[str] | None = None
        self._is_ended = False
        programs()  # pages that are made here are kept as made by what runs here
        self._tell_news()

    def build(self) -> bool:
        """Build the whole site in a process of its own; return whether something else is shown."""
        command = [sys.executable, "-m", "kb.cli", "build", "--no-papers"]
        for language in self._languages:
            command += ["--lang", language]
        with self._beginning:
            if self._is_ended:
                return False
            building = self._building = subprocess.Popen(  # noqa: S603 - our own interpreter
                [*command, "--root", str(self.root.resolve()), "--site", str(self._next)],
                env={**os.environ, "KB_URL": self._address, "NO_MKDOCS_2_WARNING": "1"},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                process_group=0,  # with all that it starts it ends at once: see `end`
            )
        _, told = building.communicate()
        if building.returncode:
            if not self._is_ended:
                self._tell(told.strip())
            return False
        with self._lock:
            if self._wanted.is_set():
                return False  # old already
            return mirror(self._next, Output(self.site, self._fresh))

    def end(self) -> None:
        """End the build that runs, and begin none any more."""
        with self._beginning:
            self._is_ended = True
            if self._building is not None and self._building.poll() is None:
                os.killpg(self._building.pid, signal.SIGKILL)  # what it writes is thrown away
                self._building.wait()

    def update(self) -> None:
        """Show the pages that were saved, and have the whole site built behind them."""
        with self._lock:
            now = self._look()
            saved = [file for file, state in now.items() if self._seen.get(file) != state]
            if saved or len(now) != len(self._seen):
                self._seen = now
                if any(file.is_relative_to(self.root / "overrides") for file in saved):
                    self._templates = None
                try:
                    self._render(saved)
                finally:
                    self._wanted.set()

    def warm_up(self) -> None:
        """Read everything once, so that the first page saved is shown as soon as the next."""
        library = load(self.root)
        if not library.problems:
            one = edition(library, self._languages[0], Output(self.site), self._address)
            self._templates = one.env
            one.render("search", one.markdown("search"), one.view("search"))

    def follow(self) -> None:
        """Build the whole site whenever it is wanted, until the process ends."""
        while True:
            try:
                self._follow_once()
            except Exception as error:  # noqa: BLE001 - half a file was saved; the other half comes
                self._tell(f"kb: {error}")

    def _follow_once(self) -> None:
        if not self._wanted.wait(LOOK_AGAIN):
            self.update()  # the server does not hear of what is saved while it starts
            return
        time.sleep(BROWSER_FIRST)
        self._wanted.clear()
        if self.build():
            self._tell_news()

    def _tell_news(self) -> None:
        self.news.write_text(str(time.time_ns()), encoding="utf-8")

    def _render(self, saved: list[Path]) -> None:
        library = load(self.root)
        for problem in library.problems:
            self._tell(str(problem))
        for language in self._languages:
            folder = self.root / "docs" / language
            paths = [
                file.relative_to(folder).with_suffix("").as_posix()
                for file in saved
                if file.is_relative_to(folder)
            ]
            known = [path for path in paths if library.page(language, path)]
            if known and not library.problems:
                one = edition(library, language, Output(self.site), self._address, self._templates)
                self._templates = one.env
                self._write(one, known)

    def _write(self, one: Edition, paths: list[str]) -> None:
        with warnings() as told:
            ground = fingerprint(one)
            for path in paths:
                made = leaf(one, path, ground, Kept(self.root / KEPT))
                write_text(self.site / one.pages[path].file.dest_uri, made.html)
        for text in told:
            self._tell(text)

    def _look(self) -> dict[Path, tuple[int, int]]:
        """Return every file that is looked at, with the time and the size of its last change."""
        places = (self.root / name for name in LOOKED_AT)
        found = (
            one for place in places for one in ([place] if place.is_file() else place.rglob("*"))
        )
        states = ((file, state_of(file)) for file in found)
        return {file: state for file, state in states if state is not None}


class _Observer(Observer):  # type: ignore[misc, valid-type]  # the system's own, chosen at run time
    """Is told of each file by the system at once; the server's own asks for all, again and again.

    Where the system tells nothing, as in some containers, `LOOK_AGAIN` is what finds news.
    """

    def schedule(
        self, event_handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> ObservedWatch:
        """Call the handler for what is saved below a path."""
        watch: ObservedWatch = super().schedule(
            event_handler, path, recursive=recursive, event_filter=SAVED
        )
        return watch


class _Server(LiveReloadServer):
    """Says when it listens, and not before."""

    listens: Callable[[], None]

    def __init__(self, builder: Callable[[], None], host: str, port: int, root: str) -> None:
        super().__init__(builder, host, port, root)
        self.observer = _Observer()

    def server_activate(self) -> None:
        """Listen."""
        super().server_activate()
        self.listens()


def serve(root: Path, languages: Iterable[str], port: int, tell: Tell) -> bool:
    """Serve the site until it is interrupted; return whether it could be served at all."""
    address = f"http://{HOST}:{port}/"
    if _is_taken(port):
        tell(f"kb: another program listens at {address}; name another with --port")
        return False
    os.environ["KB_POLICY"] = "false"  # pages must be able to load themselves anew
    with tempfile.TemporaryDirectory(prefix="birge-") as folder:
        preview = Preview(root, Path(folder), languages, address, tell)
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # it ends as an interrupt does
        try:
            return _serve(preview, port, partial(tell, address))
        finally:
            preview.end()


def _serve(preview: Preview, port: int, listens: Callable[[], None]) -> bool:
    if not preview.build():
        return False
    preview.warm_up()
    server = _Server(preview.update, HOST, port, str(preview.site))
    server.listens = listens
    server.error_handler = lambda code: (preview.site / f"{code}.html").read_bytes()
    for place in (*(preview.root / name for name in LOOKED_AT), preview.news):
        server.watch(str(place))
    threading.Thread(target=preview.follow, daemon=True).start()
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    finally:
        server.shutdown()
    return True


def _is_taken(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex((HOST, port)) == 0
