"""The whole site: one MkDocs process a language, side by side, put together at the end.

Each process builds `/` and one language; the parts differ only in that language's folder, so the
result is what a single `mkdocs build` makes.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kb.model.languages import LANGUAGES


class BuildError(RuntimeError):
    """MkDocs refused to build a language; the text is what it said."""


def build(root: Path, site: Path, languages: Iterable[str] = LANGUAGES) -> None:
    """Write *site* anew, or leave the old one as it was and raise `BuildError`."""
    wanted = list(languages)
    with tempfile.TemporaryDirectory(dir=_beside(site), prefix=".site-") as folder:
        parts = Path(folder)
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
            jobs = [pool.submit(build_language, root, parts / code, code) for code in wanted]
            for job in jobs:
                job.result()
        whole = parts / "whole"
        _put_together(whole, [parts / code for code in wanted])
        if site.exists():
            site.rename(parts / "before")
        whole.rename(site)


def build_language(root: Path, part: Path, language: str) -> None:
    """Build `/` and one language into *part*."""
    done = subprocess.run(  # noqa: S603 - our own interpreter with our own arguments
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(part.resolve())],
        cwd=root,
        env=environment(language),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise BuildError(f"{language}: {(done.stderr or done.stdout).strip()}")


def environment(language: str) -> dict[str, str]:
    """Return the variables that make mkdocs.yml build one language alone."""
    switches = {f"KB_BUILD_{code.upper()}": str(code == language).lower() for code in LANGUAGES}
    return {**os.environ, **switches, "NO_MKDOCS_2_WARNING": "1"}


def _beside(site: Path) -> Path:
    site.resolve().parent.mkdir(parents=True, exist_ok=True)
    return site.resolve().parent


def _put_together(whole: Path, parts: list[Path]) -> None:
    parts[0].rename(whole)
    for part in parts[1:]:
        shutil.copytree(part, whole, dirs_exist_ok=True)
