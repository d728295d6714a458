"""The files of one language's index: plain text in scripts that need no server and no parser.

Each file is a call `kbFile("name", "text")`: a script tag loads it over http and file:// alike.
`index.js` names all others, whose names hold a hash of what they and their neighbours say. The
text ends in a full stop on a line of its own, so that a cut file is known. The formats:

- lexicon: the number of the first entry; a line an entry, in order: letters shared with the line
  before, rest, tab, forms; then, after an empty line, the glossary and everyday words: letters
  shared, rest, tab, a sign where it is an everyday word or a synonym, entries as key#number.
- postings: a line an entry: parts, each as a step, a letter for weight, a sign for each
  form; none where it is the first form alone.
- texts: JSON, documents in part or whole: path, title, parts as [anchor, heading, text].
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import log2

from kb.search.counting import FORMS, RANKS, Entry
from kb.search.documents import Document, Part
from kb.search.normalise import shared_letters

FORMAT = 4
"""Raised when a browser with the older engine could not read the files."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
WEIGHTS = "ABCDEFGHIJKL"
"""How often a word stands in a part (once, twice, oftener), then in a heading, then in a title."""
SIGNS = ' -,.:;=?@^_~+*/!()[]{}<>|#$%&"`MNOPQRSTUVWXYZ'
"""One for each form that stands in the part; the last is for all others that an entry has."""
END = "\n."
EVERYDAY = "~"
"""Before what an everyday word leads to; the glossary's words go before it."""
SYNONYM = "="
"""Before the synonyms of an everyday word that the pages have; its key is a stem, no beginning."""
HASH = 6
"""Signs of a hash in the name of a file: a browser that kept it for a year may not be mistaken."""
GROUP = 8
"""How many files share a hash: the first file holds all hashes, and every reader loads it."""
ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r"}
"""In single quotes, so that the double quotes of JSON stay as they are; the first comes first."""
ESCAPED = re.compile(r"\\(?P<sign>.)")
UNESCAPED = {"n": "\n", "r": "\r"}


@lru_cache(maxsize=10_000)
def base36(number: int) -> str:
    """Return the number in digits and small letters."""
    found = DIGITS[number % 36]
    while number := number // 36:
        found = DIGITS[number % 36] + found
    return found


def digest(text: str) -> str:
    """Return a short hash of what a file says; there are many of them in the first file."""
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
    return base36(number)[-HASH:]


def script(name: str, text: str) -> str:
    """Return a file that gives *text* to the page that loads it."""
    for letter, escaped in ESCAPES.items():
        text = text.replace(letter, escaped)
    return f"kbFile('{name}','{text}')\n"


def unscripted(file: str) -> str:
    """Return the text that a file gives."""
    text = file.partition(",'")[2].removesuffix("')\n")
    return ESCAPED.sub(lambda sign: UNESCAPED.get(sign[1], sign[1]), text)


def sign(number: int) -> str:
    """Return one printable sign for a number below 75."""
    return chr(ord("0") + number)


def length_class(length: int) -> int:
    """Return the length in half powers of two: all that ranking needs to know of it."""
    return round(2 * log2(1 + length))


def front_coded(keys: Iterable[str]) -> Iterator[str]:
    """Yield each key as the letters it shares with the one before (one digit), and the rest."""
    before = ""
    for key in keys:
        shared = min(shared_letters(before, key), 35)
        yield DIGITS[shared] + key[shared:]
        before = key


def lexicon_text(first: int, entries: list[Entry], glossary: list[tuple[str, str]]) -> str:
    """Return a shard of the lexicon; *glossary* holds words and what they lead to."""
    keys = front_coded(entry.key for entry in entries)
    lines = [key + _forms(entry) for key, entry in zip(keys, entries, strict=True)]
    words = front_coded(key for key, _ in glossary)
    aliases = [f"{key}\t{targets}" for key, (_, targets) in zip(words, glossary, strict=True)]
    return "\n".join([base36(first), *lines]) + "\n\n" + "\n".join(aliases)


def _forms(entry: Entry) -> str:
    if entry.forms in ([], [entry.key]):
        return ""
    return "\t" + " ".join(_form(form, entry.key) for form in entry.forms)


def _form(form: str, key: str) -> str:
    shared = min(shared_letters(form, key), 35)
    return DIGITS[shared] + form[shared:]


def postings_text(entries: list[Entry]) -> str:
    """Return a shard of postings."""
    return "\n".join(map(_postings, entries))


def _postings(entry: Entry) -> str:
    signs, before, told = _signs(entry), 0, []
    for hit in entry.hits:
        part = hit // RANKS
        told.append(STEPS[hit - before])
        told.append(signs.get(part, ""))
        before = part * RANKS
    return "".join(told)


class _Steps(dict[int, str]):
    """How many parts further, and with which weight; the same few stand a million times."""

    def __missing__(self, hit: int) -> str:
        step = self[hit] = base36(hit // RANKS) + WEIGHTS[hit % RANKS]
        return step


STEPS = _Steps()


def _signs(entry: Entry) -> dict[int, str]:
    """Return, by part, the signs of the forms there, in order; none for the first form alone."""
    apart, others = entry.ranked[:FORMS], entry.ranked[FORMS:]
    if len(apart) <= 1:
        return {}
    told = [(sign, entry.seen[form].parts) for sign, form in zip(SIGNS, apart, strict=False)]
    told.append((SIGNS[FORMS], list({part for form in others for part in entry.seen[form].parts})))
    signs: dict[int, str] = {}
    for sign, parts in sorted(told):
        for part in parts:
            signs[part] = signs.get(part, "") + sign
    return {part: there for part, there in signs.items() if there != SIGNS[0]}


def texts_text(run: list[tuple[Document, Part]]) -> str:
    """Return the texts of parts, for the results that are shown."""
    texts: list[tuple[str, str, list[tuple[str, str, str]]]] = []
    for document, part in run:
        if not texts or texts[-1][:2] != (document.path, document.title):
            texts.append((document.path, document.title, []))
        texts[-1][2].append((part.id, part.heading, part.text))
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
