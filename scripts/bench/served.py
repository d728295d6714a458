"""The built site behind a real server, as `deploy/` sets it up, on loopback."""

import grp
import os
import pwd
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
PATHS = f"{Path('/usr/sbin')}:{Path('/usr/bin')}:{Path('/usr/local/bin')}"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
NGINX = """daemon off;
user {user} {group};
worker_processes 2;
error_log stderr notice;
pid {work}/pid;
load_module {brotli};
events {{ worker_connections 512; }}
http {{
  access_log off;
  client_body_temp_path {work}/body;
  proxy_temp_path {work}/proxy;
  fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi;
  scgi_temp_path {work}/scgi;
  include {work}/birge.conf;
}}
"""


@dataclass
class Answer:
    """What a server said."""

    status: int
    headers: dict[str, str]
    """By small names."""
    body: bytes


@dataclass
class Served:
    """A running server."""

    port: int
    secure: bool = True
    plain_port: int = 0
    """Where it listens for those who ask without TLS; 0 where it does not."""
    _line: HTTPConnection | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        """Return where it listens."""
        return f"http{'s' if self.secure else ''}://127.0.0.1:{self.port}"

    def get(self, path: str, accept: str = "", method: str = "GET", **asked: str) -> Answer:
        """Return the answer for a path; the line is kept open between calls."""
        if self._line is None:
            self._line = self._connection()
        headers = {"Accept-Encoding": accept, **asked}
        self._line.request(method, path, headers=headers)
        response = self._line.getresponse()
        said = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, said, response.read())

    def close(self) -> None:
        """End the line."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def _connection(self) -> HTTPConnection:
        if not self.secure:
            return HTTPConnection("127.0.0.1", self.port, timeout=20)
        trusting = ssl.create_default_context()
        trusting.check_hostname = False
        trusting.verify_mode = ssl.CERT_NONE  # it is our own, made for this run
        return HTTPSConnection("127.0.0.1", self.port, timeout=20, context=trusting)


def found(name: str) -> str | None:
    """Return where a program is, in folders of the system too."""
    return shutil.which(name, path=PATHS)


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def certificate(work: Path) -> tuple[Path, Path]:
    """Write a certificate for this run and its key, and return where they are."""
    chain, key = work / "chain.pem", work / "key.pem"
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    where = ["-subj", "/CN=localhost", "-days", "2", "-keyout", str(key), "-out", str(chain)]
    subprocess.run(  # noqa: S603 - a program of the system, with our own arguments
        [found("openssl") or "openssl", "req", "-x509", *curve, *where],
        check=True,
        capture_output=True,
    )
    return chain, key


@contextmanager
def nginx(work: Path, site: Path = SITE, *, secure: bool = True) -> Iterator[Served]:
    """Serve a site with `deploy/nginx.conf`: only ports, folder and certificate are another's.

    Without *secure* it listens without TLS.
    """
    chain, key = certificate(work)
    plain, port = free_port(), free_port()
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    text = re.sub(r"  listen \[::\]:.*\n", "", text)
    text = text.replace("listen 80;", f"listen 127.0.0.1:{plain};")
    text = text.replace("listen 443 ", f"listen 127.0.0.1:{port} ")
    if not secure:
        text = re.sub(r"  ssl_certificate.*\n", "", text.replace(" ssl http2;", ";"))
    text = text.replace("/srv/birge/site", str(site.resolve()))
    text = text.replace("/etc/ssl/birge.example.org.crt", str(chain))
    text = text.replace("/etc/ssl/birge.example.org.key", str(key))
    (work / "birge.conf").write_text(text, encoding="utf-8")
    whole = work / "nginx.conf"
    # Whoever starts it may read the site, wherever that stands; nginx's own user may not.
    us = {"user": pwd.getpwuid(os.getuid()).pw_name, "group": grp.getgrgid(os.getgid()).gr_name}
    whole.write_text(NGINX.format(work=work, brotli=BROTLI, **us), encoding="utf-8")
    command = [found("nginx") or "nginx", "-c", str(whole), "-p", str(work)]
    with _running(command, work, port), closing(Served(port, secure, plain)) as served:
        yield served


@contextmanager
def caddy(work: Path, site: Path = SITE) -> Iterator[Served]:
    """Serve a site with `deploy/Caddyfile`, without a certificate."""
    port = free_port()
    text = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    text = text.replace("birge.example.org {", f"http://127.0.0.1:{port} {{")
    text = text.replace("/srv/birge/site", str(site.resolve()))
    file = work / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + text, encoding="utf-8")
    command = [found("caddy") or "caddy", "run", "--config", str(file), "--adapter", "caddyfile"]
    with _running(command, work, port), closing(Served(port, secure=False)) as served:
        yield served


@contextmanager
def _running(command: list[str], work: Path, port: int) -> Iterator[None]:
    with (work / "said").open("wb") as said:
        server = subprocess.Popen(  # noqa: S603 - a program of the system, with our own arguments
            command, stdout=said, stderr=said, env={"HOME": str(work), "PATH": PATHS}
        )
        try:
            _wait(server, port, work / "said")
            yield
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait(server: subprocess.Popen[bytes], port: int, said: Path) -> None:
    for _ in range(200):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(said.read_text(encoding="utf-8"))
