"""Tasks that tell how things stand."""

import argparse
from datetime import UTC, datetime

from kb.model.library import load
from kb.site.reading import hardest
from kb.site.reports import dependants, reviews
from kb.site.reports import status as states
from kb.tasks import wrong


def depends(options: argparse.Namespace) -> int:
    """Name every line that rests on a fact or an instrument."""
    try:
        lines = dependants(load(options.root), options.id)
    except KeyError:
        return wrong(f"there is no fact or instrument '{options.id}' in docs/_data/evidence/")
    for line in lines:
        print(line)
    return 0


def review(options: argparse.Namespace) -> int:
    """Name what must be read again."""
    for line in reviews(load(options.root), datetime.now(tz=UTC).date()):
        print(line)
    return 0


def status(options: argparse.Namespace) -> int:
    """Show languages, evidence in use, citations by page."""
    library = load(options.root)
    for line in (*states(library), "", *hardest(library)):
        print(line)
    return 0
