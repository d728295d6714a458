"""Uzbek in Cyrillic letters back into Latin ones: the other way, with rules of its own.

Cyrillic tells more than Latin, so that this way needs no list: ц is ts after a vowel and else s,
ь is nothing, ъ before е ё ю я is nothing too (Cabinet resolution 339 of 24 August 1995).
"""

import re
from collections.abc import Iterator

from kb.model.cyrillic import WORD
from kb.model.library import Library
from kb.model.text import plain

CYRILLIC = "абдфгҳижклмнопқрствхйзўғшчёюяуцэы"
LATIN = "a b d f g h i j k l m n o p q r s t v x y z oʻ gʻ sh ch yo yu ya u s e y"
SINGLE = dict(zip(CYRILLIC, LATIN.split(), strict=True)) | {"ь": ""}
VOWELS = "аоуиэеёюяў"
TOP_LEVEL = "uz|kz|kg|ru|org|com|int|news|today"
"""How the addresses end that pages and notes name."""
ADDRESS = re.compile(rf"https?://\S+|\S+\.(?:{TOP_LEVEL})\S*|\{{\w+\}}")
MARKED = re.compile(r"<(?P<tag>q|span) lang=\"[^\"]*\">.*?</(?P=tag)>")


def latin(cyrillic: str) -> str:
    """Return a Cyrillic word in Latin letters."""
    found = []
    for before, letter, after in zip(" " + cyrillic, cyrillic, cyrillic[1:] + " ", strict=False):
        turned = _letter(before.lower(), letter.lower(), after.lower())
        found.append(turned.capitalize() if letter.isupper() else turned)
    return "".join(found)


def _letter(before: str, letter: str, after: str) -> str:
    if letter == "е":
        return "ye" if before in f" -ъь{VOWELS}" else "e"
    if letter == "ц" and before in VOWELS:
        return "ts"
    if letter == "ъ":
        return "" if after in "еёюя" else "ʼ"
    if letter == "ҳ" and before == "с":
        return "ʼh"
    return SINGLE.get(letter, letter)


def words(library: Library) -> Iterator[str]:
    """Yield every Uzbek word that this knowledge base says, repeated ones too."""
    for page in library.pages["uz"].values():
        for line in (page.front.title, page.front.description, *page.plain):
            yield from _words(plain(MARKED.sub("", line)))
    for text in (*library.words["uz"].values(), *library.evidence_words["uz"].values()):
        yield from _words(text or "")
    for term in library.terms.values():
        word = term.words["uz"]
        for text in (term.definition["uz"], word.term, *word.also):
            yield from _words(text)
    for saying in library.sayings:
        if saying.language == "uz":
            yield from _words(saying.text)


def _words(text: str) -> Iterator[str]:
    yield from WORD.findall(ADDRESS.sub(" ", text))
