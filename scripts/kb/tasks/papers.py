"""The task that makes what is printed and carried away."""

import argparse
import sys
from collections.abc import Iterable

from rich.console import Console
from rich.progress import Progress, TimeElapsedColumn

from kb.model.languages import EDITIONS, SOURCE
from kb.model.library import Library, load
from kb.model.output import Output
from kb.paper.press import press
from kb.site.packed import pack
from kb.tasks import PROBLEMS, wrong

REDRAWN = 10
"""Papers after which the bar is drawn again."""


def papers(options: argparse.Namespace) -> int:
    """Make every paper of the built site, and packed copies; none where not all can be read."""
    if not (options.site / SOURCE / "index.html").is_file():
        return wrong(f"there is no site in '{options.site}'; run kb build first")
    library = load(options.root)
    if library.problems:
        print("\n".join(map(str, library.problems)), file=sys.stderr)
        return PROBLEMS
    editions = getattr(options, "lang", None) or EDITIONS
    site = Output.standing(options.site)
    add_papers(library, site, editions)
    site.publish()
    return 0


def add_papers(library: Library, site: Output, editions: Iterable[str]) -> None:
    """Give a site of pages the papers of some editions, and packed copies; say where they are."""
    with Progress(
        *Progress.get_default_columns(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,  # by a thread, beside which no process can be copied safely
    ) as progress:
        bar = progress.add_task("papers")
        for step in press(library, site, editions):
            progress.update(bar, completed=step.number, total=step.total, description=step.name)
            if step.number % REDRAWN == 0:
                progress.refresh()
    pack(site, library.root)
    for folder in ("<language>/paper/", "packs/", "offline/"):
        print(f"{site.site}/{folder}")
