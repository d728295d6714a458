"""Tasks about words: finding pages, stems, spelling."""

import argparse

from kb.checks.spelling import NoDictionaryError, unknown_words
from kb.model.library import load
from kb.search.answers import found, stems
from kb.tasks import wrong


def search(options: argparse.Namespace) -> int:
    """Find pages, as the search of the site does."""
    for line in found(load(options.root), options.lang, " ".join(options.words)):
        print(line)
    return 0


def stem(options: argparse.Namespace) -> int:
    """Show the stem under which each word is found."""
    for line in stems(load(options.root), options.lang, options.words):
        print(line)
    return 0


def spell(options: argparse.Namespace) -> int:
    """Show words that no dictionary knows."""
    try:
        unknown = unknown_words(load(options.root), options.language)
    except NoDictionaryError as error:
        packages = "hunspell hunspell-ru hunspell-kk hunspell-uz"
        return wrong(f"there is no dictionary ({error}); Debian, Ubuntu: apt install {packages}")
    for word in unknown:
        print(word)
    return 0
