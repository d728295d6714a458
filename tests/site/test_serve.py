"""`kb serve`: a saved page is shown at once, everything else soon after."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

from kb.cli import main
from kb.model.kept import programs
from kb.model.output import state_of
from kb.site import serve
from tests.site.small_project import write_small_project

pytestmark = pytest.mark.xdist_group("serve")
PATIENCE = 120
"""Seconds; a busy machine is slow, and only what never comes is an error."""


class Served:
    """A project that is served."""

    def __init__(self, project: Path, port: int) -> None:
        self.project = project
        self.address = f"http://127.0.0.1:{port}/"
        command = [sys.executable, "-m", "kb.cli", "serve", "--lang", "en", "--port", str(port)]
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter
            [*command, "--root", str(project)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.lines: Queue[str] = Queue()
        self.listener = Thread(target=self._listen)
        self.listener.start()

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            self.lines.put(line.rstrip("\n"))

    def end(self, sign: signal.Signals = signal.SIGTERM) -> None:
        """End the command."""
        with self.process:
            self.process.send_signal(sign)
            self.listener.join()

    def says(self) -> str:
        """Return the next line that the command prints."""
        return self.lines.get(timeout=PATIENCE)

    def page(self, path: str) -> str:
        """Return a page as a browser gets it."""
        with urllib.request.urlopen(self.address + path) as answer:  # noqa: S310 - our own address
            return str(answer.read().decode())

    def epoch(self) -> int:
        """Return the number of the site that a page waits to be followed by another."""
        found = re.search(r"livereload\((?P<epoch>\d+)", self.page("en/law/dues/"))
        assert found
        return int(found["epoch"])

    def write(self, name: str, old: str, new: str) -> None:
        """Change a file."""
        file = self.project / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def shows(self, path: str, text: str) -> bool:
        """Return whether a page comes to show the text."""
        return comes(lambda: text in self.page(path))


def comes(wanted: Callable[[], bool]) -> bool:
    """Return whether it comes true."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if wanted():
            return True
        time.sleep(0.05)
    return False


def free_port() -> int:
    """Return a port at which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Return the small project, served in English."""
    project = write_small_project(tmp_path_factory.mktemp("served") / "project")
    served = Served(project, free_port())
    assert served.address == served.says()
    yield served
    served.end()


def test_a_saved_page_is_shown_and_open_pages_learn_of_it(served: Served) -> None:
    before = served.epoch()
    served.write("docs/en/law/dues.md", "Members pay.", "All members pay.")

    assert served.shows("en/law/dues/", "All members pay.")
    assert comes(lambda: before < served.epoch())


def test_a_new_template_reaches_every_page(served: Served) -> None:
    served.write("overrides/partials/footer.html", "<footer", '<footer data-new=""')

    assert served.shows("en/law/dues/", '<footer data-new=""')
    assert served.shows("en/law/joining/", '<footer data-new=""')


def test_a_page_that_cannot_be_read_is_told_and_the_site_stays(served: Served) -> None:
    served.write("docs/en/law/dues.md", "kind: sheet", "kind: leaf")
    told = served.says()
    served.write("docs/en/law/dues.md", "kind: leaf", "kind: sheet")
    served.write("docs/en/law/dues.md", "embers pay.", "embers pay each month.")

    assert told.startswith("docs/en/law/dues.md:4: FM02 'kind': ")
    assert served.shows("en/law/dues/", "embers pay each month.")


def test_what_a_preview_makes_is_kept_as_made_by_what_runs_in_it(tmp_path: Path) -> None:
    """Code that is edited meanwhile runs in the next preview alone."""
    programs.cache_clear()
    serve.Preview(write_small_project(tmp_path / "project"), tmp_path, ["en"], "", print)

    assert 1 == programs.cache_info().currsize


def test_what_goes_wrong_is_told_and_the_next_save_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "LOOK_AGAIN", 0.01)
    told: list[str] = []
    project = write_small_project(tmp_path / "project")
    preview = serve.Preview(project, tmp_path, ["en"], "http://127.0.0.1:1/", told.append)
    ends: list[Exception | SystemExit] = [SystemExit(), OSError("half a file")]

    def update() -> None:
        raise ends.pop()

    monkeypatch.setattr(preview, "update", update)
    with pytest.raises(SystemExit):
        preview.follow()

    assert ["kb: half a file"] == told


def test_a_file_that_is_gone_when_it_is_asked_is_none(tmp_path: Path) -> None:
    file = tmp_path / "joining.md"
    file.write_text("One.", encoding="utf-8")
    found = state_of(file)

    assert (4, None, None) == (
        found and found[1],
        state_of(tmp_path),
        state_of(tmp_path / "gone.md"),
    )


def builds_of(project: Path) -> list[str]:
    """Return the calls of `kb build` for a project that run now."""
    calls = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it has ended meanwhile
            calls.append(file.read_bytes().decode().replace("\0", " "))
    return [call for call in calls if f"--root {project} " in call and " build " in call]


@pytest.fixture
def hears_interrupts() -> Iterator[None]:
    """Let what is started hear an interrupt, also where these tests run behind a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("hears_interrupts")
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT], ids=lambda sign: sign.name)
def test_the_build_behind_ends_with_the_server(tmp_path: Path, sign: signal.Signals) -> None:
    project = write_small_project(tmp_path / "project")
    served = Served(project, free_port())
    assert served.address == served.says()
    served.write("docs/en/law/dues.md", "Members pay.", "All members pay.")
    assert comes(lambda: bool(builds_of(project)))
    served.end(sign)

    assert [] == builds_of(project)
    assert 0 == served.process.returncode


def test_a_port_that_is_taken_is_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        project = write_small_project(tmp_path / "project")
        code = main(["serve", "--root", str(project), "--port", str(port)])

    told = f"kb: another program listens at http://127.0.0.1:{port}/; name another with --port\n"
    assert (1, (told, "")) == (code, capsys.readouterr())
