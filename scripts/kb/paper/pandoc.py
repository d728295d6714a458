"""Pandoc, as it comes in the wheel pypandoc_binary: the same bytes each time for the same text."""

import atexit
import hashlib
import json
import os
import subprocess
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pypandoc

SERVICE = Path(__file__).with_name("pandoc.lua")


def converted(html: str, to: str, day: date, **options: str | int) -> bytes:
    """Return the document in the form *to* ('docx', 'pptx'), dated *day*.

    The options are those of pandoc's writers. Raises `RuntimeError` with what pandoc says.
    """
    asked = {"html": html, "to": to, "seconds": str(seconds(day)), "options": options}
    running = _running(os.getpid())
    if running.stdin is None or running.stdout is None:
        raise RuntimeError("pandoc: has no pipes")
    running.stdin.write(json.dumps(asked).encode() + b"\n")
    running.stdin.flush()
    done, _, length = running.stdout.readline().decode().partition(" ")
    if not done:
        raise RuntimeError(f"pandoc: ended with {running.wait()}")
    answer = running.stdout.read(int(length))
    if done != "made":
        raise RuntimeError(f"pandoc: {answer.decode()}")
    return answer


@cache
def _running(process: int) -> subprocess.Popen[bytes]:  # noqa: ARG001 - a copy has its own
    """Return pandoc as a process needs it, started once: that takes half as long as a document."""
    running = subprocess.Popen(  # noqa: S603 - our own program with our own arguments
        [program(), "lua", str(SERVICE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        process_group=0,  # an interrupt of the terminal is not for it
    )
    atexit.register(_end, running)
    return running


def _end(running: subprocess.Popen[bytes]) -> None:
    running.communicate()  # it ends when nothing more is asked


def seconds(day: date) -> int:
    """Return noon of the day in UTC as seconds of Unix time."""
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())


@cache
def program() -> str:
    """Return where pandoc stands: in the wheel."""
    return str(pypandoc.get_pandoc_path())


@cache
def made_with() -> str:
    """Return what a document rests on beside its text: the version, and how pandoc is asked."""
    service = hashlib.sha256(SERVICE.read_bytes()).hexdigest()
    return f"pandoc {pypandoc.get_pandoc_version()} {service}"


@cache
def default_file(name: str) -> bytes:
    """Return one of the documents that pandoc takes its styles from."""
    done = subprocess.run(  # noqa: S603 - the same
        [program(), "--print-default-data-file", name], capture_output=True, check=True
    )
    return done.stdout
