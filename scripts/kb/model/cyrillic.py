"""Uzbek in Cyrillic letters, made from Uzbek in Latin letters.

The rules are those of the alphabet of 1940 as reformed in 1956 against that of 1995: е after a
consonant, э at a word's beginning and after a vowel, ё ю я е for yo yu ya ye, ш ч ў ғ, ъ for ʼ,
сҳ for sʼh. Which loan words have ц, ь or ъ no rule tells; docs/_data/uzbek-cyrillic.yml lists them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from kb.model.evidence import Closed, Text

LATIN = "a b d e f g h i j k l m n o p q r s t u v x y z oʻ gʻ sh ch ʼ yo yu ya ye ts sʼh"
CYRILLIC = "а б д е ф г ҳ и ж к л м н о п қ р с т у в х й з ў ғ ш ч ъ ё ю я е ц сҳ"
LETTERS = dict(zip(LATIN.split(), CYRILLIC.split(), strict=True))
"""What each letter, or pair of letters, becomes in Cyrillic."""
UNIT = re.compile(r"sʼh|[og]ʻ|[sc]h|yo(?!ʻ)|y[uae]|ts(?=iya)|.", re.IGNORECASE)
"""What one Cyrillic letter stands for; in yoʻ the ʻ belongs to the o, and -tsiya is always -ция."""
VOWELS = frozenset("aeiouʻ")
"""After these and at a word's beginning e is э; ʻ ends oʻ."""
WORD = re.compile(r"[a-zʻʼ]+", re.IGNORECASE)
APART = re.compile(
    r"https?://\S+|[\w.+-]+@[\w.-]+\w|[\w.-]+:\d+/\S*|(?<!\S)/\S+/|\{\w+\}"
    r"|(?:[\w-]+\.)+(?:uz|kz|kg|ru|ge|md|org|com|net|int|info|eu|news|today|example)\b(?:/\S*)?"
)
"""Addresses, and what is filled in later; both stay as they are."""
MAYBE_APART = re.compile(r"[:/@{]|\.[a-z]")
"""What stands in each of them."""
ROMAN = re.compile(r"[IVX]|[IVXLCDM]{2,}")
FOREIGN = re.compile(r"[wW]|[cC](?![hH])|[a-z][A-Z]")
"""What no Uzbek word has: these letters, and a capital inside; it is a foreign name."""
ENDINGS = re.compile(
    r"(?:lar|ning|ni|ga|dan|da|gi|gacha|day|dek|mi|chi|cha|lik|siz|si|i|imiz|ingiz|dir)+"
)
"""What Uzbek adds to a name; in Cyrillic a hyphen parts it from a name in Latin letters."""
SIGN = re.compile(r"['`‘’]")
LETTER_SIGN = re.compile(r"(?<=[oOgG])['`‘’]")
APART_SIGN = re.compile(r"(?<=[A-Za-z])['`‘’](?=[A-Za-z])")
"""Signs that titles of laws have where oʻ, gʻ and ʼ are meant."""
DAY = re.compile(
    r"(?<=[\d}])-(?=yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentabr|oktabr|noyabr|dekabr"
    r"|(?<=\d{4}-)yil(?!lar))"
)
"""The hyphen of '2026-yil 2-noyabr', which Cyrillic leaves out."""
SHORTEST = 2


class CyrillicFile(Closed):
    """docs/_data/uzbek-cyrillic.yml."""

    kept: tuple[Text, ...]
    """Names and signs that are written in Latin letters in Cyrillic text too."""
    words: dict[Text, Text]
    """By Latin beginning of words: the Cyrillic one. Capitals in the Latin must stand so.

    A ь at the Cyrillic end goes where an ending follows.
    """


@dataclass(frozen=True)
class Cyrillic:
    """Turns Uzbek text in Latin letters into Cyrillic ones."""

    kept: tuple[str, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def ground(self) -> str:
        """Return all that the letters of a word can depend on, the same in each run."""
        return repr((sorted(self.kept), sorted(self.words.items())))

    @cached_property
    def text(self) -> Callable[[str], str]:
        """Return what turns a text into Cyrillic letters; addresses, numbers, kept names stay.

        What stands on every page is turned once.
        """
        return lru_cache(maxsize=20_000)(self._text)

    def _text(self, latin: str) -> str:
        if SIGN.search(latin):
            latin = APART_SIGN.sub("ʼ", LETTER_SIGN.sub("ʻ", latin))
        if "-" in latin:
            latin = DAY.sub(" ", latin)
        if not MAYBE_APART.search(latin):
            return self._words(latin)
        found = []
        end = 0
        for apart in APART.finditer(latin):
            found += [self._words(latin[end : apart.start()]), apart[0]]
            end = apart.end()
        return "".join([*found, self._words(latin[end:])])

    def word(self, latin: str) -> str:
        """Return one word in Cyrillic letters."""
        if latin not in self._known:
            self._known[latin] = self._converted(latin)
        return self._known[latin]

    def _words(self, latin: str) -> str:
        known = self._known
        return WORD.sub(lambda match: known.get(match[0]) or self.word(match[0]), latin)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self.kept)

    def _converted(self, latin: str) -> str:
        if ROMAN.fullmatch(latin):
            return latin
        if (name := self._name(latin)) is not None:
            rest = latin.removeprefix(name)
            return f"{name}-{by_rules(rest, before='-')}" if rest else name
        for size in range(len(latin), SHORTEST - 1, -1):
            found = self.words.get(latin[:size]) or self.words.get(latin[:size].lower())
            if found is not None:
                beginning = _cased(found, latin[:size])
                rest = by_rules(latin[size:], before=latin[size - 1])
                return f"{beginning.removesuffix('ь')}{rest}" if rest else beginning
        return latin if FOREIGN.search(latin) else by_rules(latin)

    def _name(self, latin: str) -> str | None:
        """Return the kept name that the word is, or to which it adds endings."""
        for size in range(len(latin), 0, -1):
            rest = latin[size:]
            if latin[:size] in self._names and (not rest or ENDINGS.fullmatch(rest)):
                return latin[:size]
        return None


def by_rules(latin: str, before: str = "") -> str:
    """Return a word, or what follows the letter *before* in one, by the rules alone."""
    found = []
    for match in UNIT.finditer(latin):
        unit = match[0]
        letter = LETTERS.get(unit.lower(), unit)
        if letter == "е" and len(unit) == 1 and (not before or before.lower() in VOWELS):
            letter = "э"
        found.append(letter.upper() if unit[0].isupper() else letter)
        before = unit[-1]
    return "".join(found)


def _cased(cyrillic: str, latin: str) -> str:
    if latin.isupper() and len(latin) > 1:
        return cyrillic.upper()
    return cyrillic[0].upper() + cyrillic[1:] if latin[0].isupper() else cyrillic
