import ssl
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import unquote

import pytest
import trustme

PAGE = b"<!doctype html><title>Here</title>"


class Host(BaseHTTPRequestHandler):
    """A host of the kinds that there are outside; a path says what it answers."""

    asked: ClassVar[Counter[str]]
    leave: ClassVar[threading.Event]

    def do_GET(self) -> None:
        self.asked[self.path] += 1
        kind = self.path.split("?")[0].strip("/").replace("-", "_")
        getattr(self, f"say_{kind}", self.say_status)()

    def say_status(self) -> None:
        self.answer(int(self.path.strip("/")))

    def say_fine(self) -> None:
        self.answer(200)

    def say_moved(self) -> None:
        self.answer(301, Location="/moved-again")

    def say_moved_again(self) -> None:
        self.answer(308, Location="/fine")

    def say_elsewhere_today(self) -> None:
        self.answer(302, Location="/fine")

    def say_circle(self) -> None:
        self.answer(301, Location="/circle")

    def say_away(self) -> None:
        self.answer(301, Location="/404")

    def say_busy_once(self) -> None:
        self.answer(429 if self.asked[self.path] == 1 else 200, Retry_After="0")

    def say_busy(self) -> None:
        self.answer(429, Retry_After="0")

    def say_ill_once(self) -> None:
        self.answer(503 if self.asked[self.path] == 1 else 200)

    def say_silent(self) -> None:
        self.leave.wait()

    def say_drip(self) -> None:
        self.head(200, Content_Length="1000000")
        while not self.leave.wait(0.02):
            self.wfile.write(b".")
            self.wfile.flush()

    def say_cut(self) -> None:
        self.head(200, Content_Length="5000")
        self.wfile.write(PAGE)

    def say_too_long(self) -> None:
        self.head(200, Content_Length="3")
        self.wfile.write(PAGE)

    def say_no_length(self) -> None:
        self.head(200, Content_Length="many")
        self.wfile.write(PAGE)

    def say_huge(self) -> None:
        self.head(200)
        while not self.leave.is_set():
            self.wfile.write(b"." * 65_536)

    def say_garbage(self) -> None:
        self.wfile.write(b"\x00\x01 not HTTP at all\r\n\r\n")
        self.close_connection = True

    def say_archive(self) -> None:
        stored = unquote(self.path).endswith("/410")
        copy = {"closest": {"url": "https://archive.example/2025/410"}} if stored else {}
        self.answer(200, str({"archived_snapshots": copy}).replace("'", '"').encode())

    def answer(self, status: int, page: bytes = PAGE, **headers: str) -> None:
        self.head(status, Content_Length=str(len(page)), **headers)
        self.wfile.write(page)

    def head(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            return  # the one who asked has heard enough

    def log_message(self, *_: object) -> None:
        return  # the tests say what they want to know


@dataclass
class Outside:
    """A host that answers, and what it was asked."""

    address: str
    asked: Counter[str] = field(default_factory=Counter)


@pytest.fixture
def outside() -> Iterator[Outside]:
    yield from _serve(None)


@pytest.fixture
def outside_tls(authority: trustme.CA) -> Iterator[Outside]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    yield from _serve(context)


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


def _serve(context: ssl.SSLContext | None) -> Iterator[Outside]:
    asked: Counter[str] = Counter()
    leave = threading.Event()
    handler = type("Handler", (Host,), {"asked": asked, "leave": leave})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a refused hand-shake
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    scheme = "https" if context else "http"
    yield Outside(f"{scheme}://127.0.0.1:{server.server_port}", asked)
    leave.set()
    server.shutdown()
    server.server_close()
    thread.join()
