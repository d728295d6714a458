"""Pandoc, as it comes in the wheel pypandoc_binary: the same bytes each time for the same text."""

import os
import subprocess
import tempfile
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pypandoc


def converted(html: str, to: str, day: date, *options: str) -> bytes:
    """Return the document in the form *to* ('docx', 'pptx', 'epub3'), dated *day*."""
    with tempfile.TemporaryDirectory(prefix="kb-") as folder:
        made = Path(folder, f"made.{to}")
        command = [program(), "--from", "html", "--to", to, "--output", str(made), *options]
        done = subprocess.run(  # noqa: S603 - our own program with our own arguments
            command,
            input=html,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(seconds(day))},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"pandoc: {done.stderr.strip()}")
        return made.read_bytes()


def seconds(day: date) -> int:
    """Return noon of the day in UTC as seconds of Unix time."""
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp())


@cache
def program() -> str:
    """Return where pandoc stands: in the wheel."""
    return str(pypandoc.get_pandoc_path())


@cache
def made_with() -> str:
    """Return the version, which a change of the library changes."""
    return f"pandoc {pypandoc.get_pandoc_version()}"


@cache
def default_file(name: str) -> bytes:
    """Return one of the documents that pandoc takes its styles from."""
    done = subprocess.run(  # noqa: S603 - the same
        [program(), "--print-default-data-file", name], capture_output=True, check=True
    )
    return done.stdout
