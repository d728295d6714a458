"""Which outside addresses are asked, in which order, and what is remembered of their answers."""

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from pydantic import RootModel, ValidationError

from kb.links.asking import Answer, Asker, Verdict, host
from kb.model.evidence import Closed
from kb.model.library import Library
from kb.model.problem import Located
from kb.model.write import write_text

HOSTS_AT_ONCE = 16
PAUSE = 0.5
"""Seconds between two questions to one host."""
REMEMBERED = timedelta(days=6)
"""A run once a week asks everything; a run that was cut short goes on where it was."""
GOOD = {Verdict.FINE, Verdict.MOVED, Verdict.REFUSED}


class Kept(Closed):
    """An answer and its day, as the cache keeps them."""

    answer: Answer
    asked: date


class Memory:
    """Answers of the last days, in one file; a file that cannot be read is begun anew."""

    def __init__(self, file: Path, today: date) -> None:
        self._file, self._today = file, today
        try:
            kept = _Memory.model_validate_json(file.read_bytes()).root
        except (OSError, ValidationError):
            kept = {}
        self._kept = {
            address: one for address, one in kept.items() if today - one.asked < REMEMBERED
        }

    def recall(self, address: str) -> Answer | None:
        """Return the answer of the last days; None where there is none, or it was a bad one."""
        one = self._kept.get(address)
        return one.answer if one and one.answer.verdict in GOOD else None

    def keep(self, answers: Iterable[Answer]) -> None:
        """Write the answers down."""
        self._kept |= {one.address: Kept(answer=one, asked=self._today) for one in answers}
        write_text(self._file, _Memory(self._kept).model_dump_json(indent=1) + "\n")


class _Memory(RootModel[dict[str, Kept]]):
    """The file: answers by address."""


def outside_addresses(library: Library, today: date) -> dict[str, list[Located]]:
    """Return every address that a record sends readers to, with the places that name it.

    Addresses that docs/_data/ignored-links.yml leaves out until a later day are not among them.
    """
    ignored = {link.address for link in library.ignored_links if today < link.check_by}
    named = [(one.url, f"instrument:{one.id}") for one in library.instruments.values()]
    used = (fact for fact in library.facts.values() if fact.id in library.in_use)
    named += [(fact.source_url, f"fact:{fact.id}") for fact in used]
    found: dict[str, list[Located]] = {}
    for address, record in sorted((address, record) for address, record in named if address):
        if address not in ignored:
            found.setdefault(address, []).append(library.places[record])
    return found


def ask_all(
    addresses: Iterable[str],
    memory: Memory,
    ask: Callable[[str], Answer] | None = None,
    pause: float = PAUSE,
) -> Iterator[Answer]:
    """Yield an answer for each address, many hosts at a time, each host one by one."""
    asked = ask or Asker().ask
    queues = [list(group) for _, group in groupby(sorted(addresses, key=host), key=host)]
    with ThreadPoolExecutor(max_workers=HOSTS_AT_ONCE) as pool:
        jobs = [pool.submit(_ask_host, queue, memory, asked, pause) for queue in queues]
        try:
            for job in as_completed(jobs):
                memory.keep(job.result())
                yield from job.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _ask_host(
    queue: list[str], memory: Memory, ask: Callable[[str], Answer], pause: float
) -> list[Answer]:
    answers: list[Answer] = []
    for address in queue:
        known = memory.recall(address)
        if known is None and answers:
            time.sleep(pause)
        answers.append(known or ask(address))
    return answers


def report(answers: Iterable[Answer], places: dict[str, list[Located]]) -> Iterator[str]:
    """Yield what an editor is to look at, the worst first, and a line that counts all."""
    order = (Verdict.GONE, Verdict.FAILING, Verdict.MOVED, Verdict.REFUSED)
    every = list(answers)
    for verdict in order:
        for one in sorted((one for one in every if one.verdict is verdict), key=_by_address):
            where = ", ".join(f"{place.path}:{place.line}" for place in places[one.address])
            yield f"{verdict:8}{one.status or '-':>4}  {one.address}"
            yield f"              in {where}"
            yield from (f"              {line}" for line in _advice(one))
    counts = (f"{sum(one.verdict is verdict for one in every)} {verdict}" for verdict in Verdict)
    yield f"{len(every)} addresses: {', '.join(counts)}"


def _advice(one: Answer) -> Iterator[str]:
    if one.reason:
        yield one.reason
    if one.moved_to:
        yield f"fix: write {one.moved_to}"
    if one.archived:
        yield f"fix: an archived copy is at {one.archived}"
    elif one.is_broken:
        yield "fix: look for the text elsewhere, or name the link in docs/_data/ignored-links.yml"
    elif one.verdict is Verdict.REFUSED:
        yield "fix: open it by hand; a machine may not ask there"


def _by_address(one: Answer) -> str:
    return one.address
