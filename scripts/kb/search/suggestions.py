"""What was probably meant, where the words of a query are none of the pages'.

The same steps stand in overrides/assets/js/engine.js; tests/search/test_parity.py runs both.
"""

import re
from collections.abc import Set as AbstractSet

from kb.search.candidates import KNOWN, SURE, Candidate
from kb.search.normalise import is_latin
from kb.search.reading import Reader

CLOSE = 0.05
"""Slips whose weights differ by less are told apart by how common the words are."""
CYRILLIC = re.compile("[\u0400-\u04ff]")


def mended(
    reader: Reader, asked: list[str], meant: list[list[Candidate]], named: AbstractSet[int]
) -> str:
    """Return the query with the commonest of the likely words in place of slips; else nothing.

    A word at a place that is *named* is one of the glossary or of every day. Where the pages do
    not have it, the query is in another language, and none of its words is a slip in this one.
    Others stand there as the pages write them, or among Latin words in plain Latin letters.
    """
    if any(place in named and not is_known(found) for place, found in enumerate(meant)):
        return ""
    slips = [
        "" if place in named else _slip(reader, found, is_alone=len(meant) == 1)
        for place, found in enumerate(meant)
    ]
    if not any(slips):
        return ""
    spelled = [found[0].spelled if found else "" for found in meant]
    plain = reader.normaliser.fold if any(map(is_latin, slips)) else str
    others = [word if is_latin(word) else plain(word) for word in asked]
    ways = zip(slips, spelled, others, strict=True)
    return unmixed(" ".join(next(filter(None, way)) for way in ways))


def is_known(found: list[Candidate]) -> bool:
    """Return whether the typed word itself is one of the pages', in some form."""
    return bool(found) and found[0].weight >= KNOWN


def unmixed(text: str) -> str:
    """Return a suggestion, unless it has letters of two scripts."""
    return "" if is_latin(text) and CYRILLIC.search(text) else text


def _slip(reader: Reader, found: list[Candidate], *, is_alone: bool) -> str:
    """Return the word that was meant; among other words it must be near."""
    close = [one for one in found if one.weight >= found[0].weight - CLOSE]
    if not all(one.slip for one in close) or (not is_alone and found and found[0].weight < SURE):
        return ""
    ranked = sorted(close, key=lambda one: (-len(reader.postings(one.number)), one.number))
    return ranked[0].slip if ranked else ""
