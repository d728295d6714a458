"""Asks one outside address, patiently and within limits, whether it still answers."""

import json
import ssl
import time
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from urllib.parse import quote, urldefrag, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, MaxRetryError, ResponseError
from urllib3.response import BaseHTTPResponse
from urllib3.util import Retry, Timeout

REFUSALS = {401, 402, 403, 405, 406, 407, 423, 429, 451, 999}
"""Answers that mean: a machine may not ask. The page may well be there for a person."""
GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
FOR_GOOD = {HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT}
PASSING = {429, 500, 502, 503, 504}
"""Answers after which it is worth while to ask once more (RFC 9110, 15.6; RFC 6585, 4)."""
PIECE = 65_536


class Verdict(StrEnum):
    """What an answer means for a reader who follows the link."""

    FINE = "fine"
    MOVED = "moved"
    """It is found, but for good under another address."""
    REFUSED = "refused"
    """A machine may not ask; only a person can tell."""
    GONE = "gone"
    FAILING = "failing"
    """Nothing usable came, today: no host, no answer, an error, a loop, a page cut short."""


@dataclass(frozen=True)
class Answer:
    """What an address answered."""

    address: str
    verdict: Verdict
    status: int | None = None
    """The HTTP status; None where no whole answer came."""
    moved_to: str = ""
    reason: str = ""
    archived: str = ""
    """A stored copy of what is gone, where the archive has one."""

    @property
    def is_broken(self) -> bool:
        """Return whether a reader who follows the link finds nothing."""
        return self.verdict in {Verdict.GONE, Verdict.FAILING}


@dataclass(frozen=True)
class Asker:
    """How to ask; the times are seconds."""

    patience: float = 20
    """For a connection, and for each next piece of the page."""
    longest: float = 60
    """For the whole page."""
    retries: int = 3
    backoff: float = 2
    """Before the second retry; it doubles each time."""
    longest_wait: int = 60
    """However long a Retry-After header asks for."""
    redirects: int = 5
    most_bytes: int = 1_000_000
    """A longer page is there; its end is not waited for."""
    archive: str = "https://archive.org/wayback/available?url="
    trusted: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def ask(self, address: str) -> Answer:
        """Return what an address answers; nothing that goes wrong on the way is raised.

        What is gone or fails comes with its archived copy, where there is one.
        """
        answer = self._answer(urldefrag(address).url, address)
        if not answer.is_broken:
            return answer
        return Answer(**{**vars(answer), "archived": self._archived_copy(address)})

    def _answer(self, target: str, address: str) -> Answer:
        try:
            response = self._open(target)
            try:
                self._read(response)
            finally:
                response.close()
        except MaxRetryError as error:
            return _failing(address, error.reason or error)
        except (HTTPError, OSError, ValueError) as error:
            return _failing(address, error)
        return _told(address, target, response)

    def _open(self, target: str) -> BaseHTTPResponse:
        again = Retry(
            total=self.retries + self.redirects,
            connect=self.retries,
            read=self.retries,
            status=self.retries,
            redirect=self.redirects,
            status_forcelist=PASSING,
            backoff_factor=self.backoff,
            retry_after_max=self.longest_wait,
            raise_on_status=False,
        )
        with urllib3.PoolManager(ssl_context=self.trusted, retries=again) as pool:
            return pool.request(
                "GET",
                target,
                headers={"User-Agent": "birge-link-check", "Accept": "*/*"},
                timeout=Timeout(connect=self.patience, read=self.patience),
                preload_content=False,
            )

    def _read(self, response: BaseHTTPResponse) -> None:
        end = time.monotonic() + self.longest
        taken = 0
        while piece := response.read1(PIECE, decode_content=False):  # what came, however little
            taken += len(piece)
            if taken > self.most_bytes:
                return
            if time.monotonic() > end:
                raise TimeoutError(f"not whole after {self.longest:g} seconds")

    def _archived_copy(self, address: str) -> str:
        try:
            response = self._open(f"{self.archive}{quote(address, safe='')}")
            found = json.loads(response.read(self.most_bytes))["archived_snapshots"]
            return str(found["closest"]["url"])
        except (HTTPError, OSError, ValueError, KeyError, TypeError):
            return ""


def _told(address: str, target: str, response: BaseHTTPResponse) -> Answer:
    status = response.status
    steps = [step for step in response.retries.history if step.redirect_location]  # type: ignore[union-attr]  # a request made with Retry keeps it
    if status in GONE:
        return Answer(address, Verdict.GONE, status, reason=response.reason or "")
    if status in REFUSALS:
        return Answer(address, Verdict.REFUSED, status, reason=response.reason or "")
    if status >= HTTPStatus.BAD_REQUEST:
        return Answer(address, Verdict.FAILING, status, reason=response.reason or "")
    if steps and all(step.status in FOR_GOOD for step in steps):
        place = target
        for step in steps:
            place = urljoin(place, str(step.redirect_location))
        return Answer(address, Verdict.MOVED, status, moved_to=place)
    return Answer(address, Verdict.FINE, status)


def _failing(address: str, error: Exception) -> Answer:
    reason = "it redirects in a circle" if _is_loop(error) else f"{type(error).__name__}: {error}"
    return Answer(address, Verdict.FAILING, reason=reason)


def _is_loop(error: Exception) -> bool:
    return isinstance(error, ResponseError) and "redirect" in str(error)


def host(address: str) -> str:
    """Return the host that is asked, without its port's default."""
    return urlsplit(address).netloc
