"""The task that asks the addresses of sources."""

import argparse
from datetime import UTC, datetime

from rich.console import Console
from rich.progress import track

from kb.links.outside import Memory, ask_all, outside_addresses, report
from kb.model.library import load


def outside(options: argparse.Namespace) -> int:
    """Ask each outside link whether it still answers."""
    today = datetime.now(tz=UTC).date()
    places = outside_addresses(load(options.root), today)
    memory = Memory(options.root / ".cache" / "outside.json", today)
    answers = track(
        ask_all(places, memory),
        total=len(places),
        description="asking outside links",
        console=Console(stderr=True),
    )
    for line in report(answers, places):
        print(line)
    return 0
