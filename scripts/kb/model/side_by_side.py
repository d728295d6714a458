"""Work that is done on all processors at once."""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")
_work: Callable[[Any], Any]


def side_by_side(
    work: Callable[[Item], Done], items: Iterable[Item], at_once: int = 1
) -> Iterator[Done]:
    """Yield what *work* returns for each item, in any order, from copies of this process.

    A copy costs nothing to set up: it begins with all that was read, and takes so many items at
    once. Where a process cannot be copied safely, beside other threads or outside Linux, the work
    is done here.
    """
    global _work  # noqa: PLW0603 - the copies find it where it stands
    waiting = list(items)
    count = min(_processors(), len(waiting))
    if count < 2:  # noqa: PLR2004 - alone
        yield from map(work, waiting)
        return
    _work = work
    gc.freeze()  # no copy looks through what was read for something to throw away
    try:
        with multiprocessing.get_context("fork").Pool(count) as pool:
            yield from pool.imap_unordered(_call, waiting, at_once)
    finally:
        gc.unfreeze()


@contextmanager
def meanwhile(work: Callable[[], None]) -> Iterator[None]:
    """Do *work* in a copy of this process, at most until the block has ended; it keeps its results.

    Nothing may hang on it: where it is left out or goes wrong, whoever needs a result makes it,
    and says what is wrong.
    """
    if _processors() == 1:
        yield
        return
    beside = multiprocessing.get_context("fork").Process(target=_quietly, args=(work,))
    beside.start()
    try:
        yield
        beside.join()
    finally:
        beside.terminate()
        beside.join()


def _quietly(work: Callable[[], None]) -> None:
    gc.disable()  # the process ends soon, and nearly all that it makes stays until then
    with suppress(Exception, KeyboardInterrupt):
        work()


def _processors() -> int:
    """Return how many copies can run at once; one where no process can be copied safely."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _call(item: Any) -> Any:  # noqa: ANN401 - as the caller's
    return _work(item)
