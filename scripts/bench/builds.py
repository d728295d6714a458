"""What building costs."""

from bench.sites import Bench
from kb.model.languages import LANGUAGES


def builds(bench: Bench) -> None:
    """Print what building costs, here and in the plain stack."""
    plain, ours = bench.plain, bench.ours
    pages = len(bench.library.pages["en"]) * len(LANGUAGES)
    print(f"build of {pages} pages{'':10}  CPU s   wall s   ratio of CPU")
    print(f"  plain stack            {plain.cpu:9.1f}{plain.wall:9.1f}      1.00")
    print(f"  this site              {ours.cpu:9.1f}{ours.wall:9.1f}{ours.cpu / plain.cpu:10.2f}")
