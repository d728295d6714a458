"""Print the table, or the themes that are named."""

import sys
import tempfile
from pathlib import Path

from bench.answers import answers
from bench.builds import builds
from bench.growth import growth
from bench.searches import searches
from bench.sites import ROOT, Bench
from bench.visits import visits
from bench.weights import weights
from kb.model.library import load

THEMES = {theme.__name__: theme for theme in (builds, weights, visits, searches, answers, growth)}
"""In the order in which they are printed."""


def main(wanted: list[str]) -> None:
    """Print the themes."""
    if unknown := {*wanted} - {*THEMES}:
        sys.exit(f"bench: there is no theme {', '.join(sorted(unknown))}; take {', '.join(THEMES)}")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), load(ROOT))
        for name, theme in THEMES.items():
            if not wanted or name in wanted:
                theme(bench)
                print()


if __name__ == "__main__":
    main(sys.argv[1:])
