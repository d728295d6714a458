"""The task that makes what is printed and carried away."""

import argparse

from rich.console import Console
from rich.progress import Progress, TimeElapsedColumn

from kb.model.languages import EDITIONS, SOURCE
from kb.model.library import load
from kb.paper.press import press
from kb.site.packed import pack
from kb.tasks import wrong


def papers(options: argparse.Namespace) -> int:
    """Make every paper of the built site, and packed copies."""
    if not (options.site / SOURCE / "index.html").is_file():
        return wrong(f"there is no site in '{options.site}'; run kb build first")
    languages = getattr(options, "lang", None) or EDITIONS
    with Progress(
        *Progress.get_default_columns(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as progress:
        bar = progress.add_task("papers")
        for step in press(load(options.root), options.site, languages):
            progress.update(bar, completed=step.number, total=step.total, description=step.name)
    pack(options.site, options.root)
    for folder in ("<language>/paper/", "packs/", "offline/"):
        print(f"{options.site}/{folder}")
    return 0
