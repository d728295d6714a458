"""Asks each outside address once whether it still answers."""

import http.client
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from kb.model.library import Library

SECONDS = 20
HOSTS_AT_ONCE = 16
GONE = {404, 410}
OK = 200
"""Answers such as 403 and 429 mean that a machine may not ask, not that the page is gone."""


@dataclass(frozen=True)
class Answer:
    """What an address answered."""

    address: str
    status: int | None
    """The HTTP status; None where nothing answered."""
    moved_to: str = ""
    reason: str = ""

    @property
    def is_broken(self) -> bool:
        """Return whether a reader who follows the link finds nothing."""
        return self.status is None or self.status in GONE


def outside_addresses(library: Library, today: date) -> list[str]:
    """Return every address that a record sends readers to, without those left out until a day."""
    ignored = {link.address for link in library.ignored_links if today < link.check_by}
    found = {instrument.url for instrument in library.instruments.values()}
    found |= {fact.source_url for fact in library.facts.values() if fact.id in library.in_use}
    return sorted(address for address in found if address and address not in ignored)


def ask_all(
    addresses: Iterable[str], ask: Callable[[str], Answer] | None = None
) -> Iterator[Answer]:
    """Yield an answer for each address, many hosts at a time, each host one by one."""
    asked = ask or ask_one
    by_host = sorted(addresses, key=_host)
    queues = [list(group) for _, group in groupby(by_host, key=_host)]
    with ThreadPoolExecutor(max_workers=HOSTS_AT_ONCE) as pool:
        for answers in pool.map(lambda queue: [asked(address) for address in queue], queues):
            yield from answers


def ask_one(address: str) -> Answer:
    """Return what one address answers; nothing that goes wrong on the way is raised."""
    request = Request(address, headers={"User-Agent": "birge-link-check"})  # noqa: S310 - http(s) by model
    try:
        with urlopen(request, timeout=SECONDS) as response:  # noqa: S310 - the same
            moved = response.url if response.url != address else ""
            return Answer(address, response.status, moved)
    except HTTPError as error:
        return Answer(address, error.code, reason=str(error.reason))
    except (URLError, OSError, http.client.HTTPException, ValueError) as error:
        return Answer(address, None, reason=str(error))


def _host(address: str) -> str:
    return urlsplit(address).netloc
