"""The two sites that are compared, each built once in a run, when a theme first asks for it.

The plain stack is mkdocs, mkdocs-material and mkdocs-static-i18n with the built-in search over
the same pages, without any code of ours.
"""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kb.model.languages import LANGUAGES
from kb.model.library import Library

ROOT = Path(__file__).parents[2]
PLAIN = """site_name: plain
site_url: http://127.0.0.1/
docs_dir: docs
theme: {{name: material, custom_dir: theme, font: false}}
markdown_extensions: [admonition, attr_list, md_in_html, tables, footnotes, toc]
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
{languages}
"""


@dataclass(frozen=True)
class Built:
    """A built site, and the seconds that it took with all its processes."""

    site: Path
    cpu: float
    wall: float


@dataclass
class Bench:
    """What the themes measure, in a folder that goes away with the run."""

    work: Path
    library: Library

    @cached_property
    def ours(self) -> Built:
        """Return this site."""
        site = self.work / "ours"
        command = [sys.executable, "-m", "kb.cli", "build", "--site", str(site)]
        return Built(site, *seconds(command, ROOT))

    @cached_property
    def plain(self) -> Built:
        """Return the same pages in the plain stack."""
        site, project = self.work / "plain-site", self.work / "plain"
        plain_project(project, self.library)
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
        return Built(site, *seconds(command, project))


def seconds(command: list[str], where: Path, good: Container[int] = (0,)) -> tuple[float, float]:
    """Return CPU and wall seconds of a command with all its children, if it ends well."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # or each start compiles our code again
    ended = subprocess.run(  # noqa: S603 - our own
        command, cwd=where, check=False, env=environment, stdout=subprocess.DEVNULL
    )
    if ended.returncode not in good:
        ended.check_returncode()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, time.perf_counter() - start


def plain_project(project: Path, library: Library) -> None:
    """Write the same pages as a project of the plain stack; English stands in where needed."""
    for language in LANGUAGES:
        for path, source in library.pages["en"].items():
            page = library.page(language, path) or source
            file = project / "docs" / language / f"{path}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            text = f"---\ntitle: {page.front.title!r}\n---\n" + "\n".join(page.lines)
            file.write_text(text, encoding="utf-8")
    partials = project / "theme" / "partials" / "languages"
    shutil.copytree(ROOT / "overrides" / "partials" / "languages", partials)
    rows = (
        f"        - {{locale: {code}, name: {code}, default: {str(code == 'en').lower()}}}"
        for code in LANGUAGES
    )
    text = PLAIN.format(languages="\n".join(rows))
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
