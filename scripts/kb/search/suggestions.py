"""What was probably meant, where the words of a query are none of the pages'.

A word that the pages do not have is seldom a slip: in languages of many endings it is mostly a form
that no page happens to use, and one letter makes it another word, even the opposite. So a slip is
only what four of five slips are, one letter changed, lost, added or swapped with the next one
(Damerau 1964, https://doi.org/10.1145/363958.363994), and it is offered where the word is long
enough to be told by the others, is no other form of what was typed, and likely here.

The same steps stand in overrides/assets/js/engine.js; tests/search/test_parity.py runs both.
"""

import re
from collections.abc import Set as AbstractSet
from operator import itemgetter

from kb.search.candidates import KNOWN, SURE, Candidate, Typed, edits
from kb.search.counting import HEADING, OFTEN
from kb.search.normalise import is_latin, surface
from kb.search.reading import Reader

CLOSE = 0.05
"""Slips whose weights differ by less are told apart by how common the words are."""
SHORTEST = 5
"""Letters of a word that is mended; a shorter one is another with any letter changed."""
LONG = 8
"""Letters of a word in which a confusable letter may be wrong too."""
STEM = 3
CYRILLIC = re.compile("[\u0400-\u04ff]")


def mended(
    reader: Reader,
    typed_words: list[Typed],
    asked: list[str],
    meant: list[list[Candidate]],
    mistaken: AbstractSet[int],
) -> str:
    """Return the query with likely words in place of slips; nothing where no word is mended.

    Other words stand there as they were typed, or as the pages write them in the other script, or
    among Latin words in plain Latin letters.
    """
    offered = [
        _offered(reader, word, found if place in mistaken else [], is_alone=len(meant) == 1)
        for place, (word, found) in enumerate(zip(typed_words, meant, strict=True))
    ]
    if not any(offered):
        return ""
    spelled = [found[0].spelled if found else "" for found in meant]
    plain = reader.normaliser.fold if any(map(is_latin, offered)) else str
    others = [word if is_latin(word) else plain(word) for word in asked]
    ways = zip(offered, spelled, others, strict=True)
    return unmixed(" ".join(next(filter(None, way)) for way in ways))


def slips(meant: list[list[Candidate]], named: AbstractSet[int]) -> set[int]:
    """Return the places of words that are found as slips of others alone.

    A word at a place that is *named* is one of the glossary or of every day. Where the pages do
    not have it, the query is in another language, and none of its words is a slip in this one.
    """
    if any(place in named and not is_known(found) for place, found in enumerate(meant)):
        return set()
    least = 0 if len(meant) == 1 else SURE
    return {
        place
        for place, found in enumerate(meant)
        if place not in named and found and found[0].weight >= least
        if all(one.slip for one in _close(found))
    }


def is_known(found: list[Candidate]) -> bool:
    """Return whether the typed word itself is one of the pages', in some form."""
    return bool(found) and found[0].weight >= KNOWN


def unmixed(text: str) -> str:
    """Return a suggestion, unless it has letters of two scripts."""
    return "" if is_latin(text) and CYRILLIC.search(text) else text


def _close(found: list[Candidate]) -> list[Candidate]:
    return [one for one in found if one.weight >= found[0].weight - CLOSE]


def _offered(reader: Reader, word: Typed, found: list[Candidate], *, is_alone: bool) -> str:
    """Return the commonest of the likely words, in the form nearest to the typed one."""
    close = sorted(_close(found), key=lambda one: (-len(reader.postings(one.number)), one.number))
    for one in close:
        ways = ((_differing(reader, form, word), form) for form in one.slip)
        differing, form = min(ways, key=itemgetter(0))
        folded = reader.normaliser.fold(form)
        if not differing or (
            differing <= (1.0 if len(folded) < LONG else 1.5)
            and min(len(folded), len(word.folded)) >= SHORTEST
            and not _is_form(reader, folded, word)
            and _is_likely(reader, one, is_alone=is_alone)
        ):
            return form
    return ""


def _differing(reader: Reader, form: str, word: Typed) -> float:
    """Return in how many letters the whole word differs; those of another keyboard are none."""
    folded = reader.normaliser.fold(form).translate(reader.alike)
    found = edits(folded, word.folded.translate(reader.alike), reader.pairs)
    if is_latin(form) != is_latin(word.form):
        return found
    return min(found, edits(surface(form), word.form, reader.pairs))


def _is_form(reader: Reader, folded: str, word: Typed) -> bool:
    """Return whether the typed word may be another form of this one: only its ending differs.

    Letters of another keyboard do not count: 'тугриси' is a form of 'тўғри', and no slip of
    'тўғрими'. A letter that was typed twice is no ending.
    """
    form, asked, stem = (one.translate(reader.alike) for one in (folded, word.folded, word.stem))
    shorter, longer = sorted((form, asked), key=len)
    if _is_doubled(shorter, longer):
        return False
    if len(stem) >= STEM and form.startswith(stem):
        return True
    if len(shorter) == len(longer):
        return shorter[:-1] == longer[:-1]
    return longer.startswith(shorter)


def _is_doubled(shorter: str, longer: str) -> bool:
    """Return whether a word is the other one with a letter typed twice."""
    twice = (at for at in range(1, len(longer)) if longer[at] == longer[at - 1])
    return any(longer[:at] + longer[at + 1 :] == shorter for at in twice)


def _is_likely(reader: Reader, one: Candidate, *, is_alone: bool) -> bool:
    """Return whether pages are about the word; a query of one word has nothing else to go by."""
    hits = reader.postings(one.number)
    return any(hit.weight >= HEADING * OFTEN for hit in hits) or (is_alone and len(hits) > 1)
