"""Tasks that make the site."""

import argparse
import sys
from functools import partial

from kb.model.languages import EDITIONS, LANGUAGES, SOURCE, written_in
from kb.model.write import write_text
from kb.search.hook import keep_indexes
from kb.site import build as sites
from kb.site.servers import configurations
from kb.tasks import PROBLEMS


def build(options: argparse.Namespace) -> int:
    """Make the site, with its papers unless they are not wanted."""
    languages = options.lang or LANGUAGES
    then = None
    if SOURCE in languages and not options.no_papers:
        from kb.tasks.papers import add_papers  # noqa: PLC0415 - takes a while, for papers alone

        editions = [edition for edition in EDITIONS if written_in(edition) in languages]
        then = partial(add_papers, editions=editions)
    try:
        sites.build(options.root, options.site, languages, keep_indexes, then)
    except sites.BuildError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    return 0


def deploy(options: argparse.Namespace) -> int:
    """Write the configurations of servers anew."""
    for name, text in configurations().items():
        if write_text(options.root / "deploy" / name, text):
            print(f"deploy/{name}")
    return 0


def serve(options: argparse.Namespace) -> int:
    """Serve the site until it is interrupted."""
    from kb.site import serve as previews  # noqa: PLC0415 - takes a while, for a preview alone

    languages = [options.lang] if options.lang else LANGUAGES
    try:
        served = previews.serve(options.root, languages, options.port, partial(print, flush=True))
    except KeyboardInterrupt:
        return 0
    return 0 if served else PROBLEMS
