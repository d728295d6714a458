"""From a word as people write it to the stem under which it is found.

The same steps stand in overrides/assets/js/normalise.js; tests/search/test_parity.py runs both.
All that is known of a language stands in docs/_data/search/rules.json.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from kb.model.search_rules import LONGEST_ASKING, LanguageRules, SearchRules, Slot

INVISIBLE = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens, stress marks and signs without width: they are typed by accident or not at all."""
APOSTROPHES = "ʻʼ‘’'`´ʹ′＇"
LATIN = re.compile(r"[a-z]")
WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}]+[^\W_]+)*")
"""Letters and digits of any script, with apostrophes inside."""
ANY_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
SHARED = {"confusable", "layouts"}
"""What each language's rules for the browser hold of the rules of all."""


def tidy(text: str) -> str:
    """Return the text composed (NFC), without signs that no one sees."""
    return INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def words(text: str) -> list[str]:
    """Return the words of a tidied text, in order, as they are written."""
    return WORD.findall(text)


@lru_cache(maxsize=100_000)
def surface(word: str) -> str:
    """Return the word in small letters with one sort of apostrophe: the exact form."""
    return ANY_APOSTROPHE.sub("'", tidy(word.lower()))


def is_latin(word: str) -> bool:
    """Return whether a word has Latin letters."""
    return LATIN.search(word.lower()) is not None


def shared_letters(one: str, other: str) -> int:
    """Return how many letters two words have in common from their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


class Normaliser:
    """Folds and cuts the words of one language."""

    def __init__(self, own: LanguageRules, glossary: Iterable[str] = ()) -> None:
        self.own = own
        self.endings = {slot.name: _endings(slot, self.own) for slot in self.own.slots}
        self.longest = {
            name: max((len(ending) for ending in found), default=0)
            for name, found in self.endings.items()
        }
        self.last_letters = {
            name: frozenset(ending[-1] for ending in found if ending)
            for name, found in self.endings.items()
        }
        self._letters = str.maketrans(own.fold)
        self._turning = {*own.fold_start, *own.fold_after_vowel}
        """Letters whose fold hangs on where they stand."""
        self._asking = frozenset(" ".join(map(self.fold, words(one))) for one in own.asking)
        self._latin = [entry.split("/") for entry in own.latin.split()]
        self.kept_endings = frozenset(self.own.kept_endings.split())
        wanted = [*self.own.keep, *(glossary if self.own.keep_glossary else ())]
        self.keep = tuple(dict.fromkeys(self.fold(word) for word in wanted))
        self._kept = {form for word in self.keep for form in (word, self._voiced(word))}
        self._longest_kept = max(map(len, self._kept), default=0)
        self.stem = lru_cache(maxsize=None)(self._stem)

    def fold(self, word: str) -> str:
        """Return the word in the few letters that every keyboard of the region has."""
        lowered = ANY_APOSTROPHE.sub("", tidy(word.lower()))
        if self._turning.isdisjoint(lowered):
            folded = lowered.translate(self._letters)
        else:
            folded = "".join(self._letter(lowered, place) for place in range(len(lowered)))
        for old, new in self.own.rewrite:
            place = folded.find(old, 3)  # not in short words: 'hour' is not 'hor'
            if place >= 0:
                folded = folded[:place] + new + folded[place + len(old) :]
        return folded

    def respelled(self, word: str) -> str:
        """Return the word in the language's own letters where it was typed in Latin ones."""
        if not self._latin or not is_latin(word):
            return word
        typed = "^" + word.lower()
        for latin, own in self._latin:
            typed = typed.replace(latin, own)
        return typed[1:]

    def said(self, asked: list[str]) -> list[str]:
        """Return the words of a query but those that only ask; all where there are no others."""
        folded = [self.fold(word) for word in asked]
        kept: list[str] = []
        place = 0
        while place < len(asked):
            ends = range(min(place + LONGEST_ASKING, len(asked)), place, -1)
            end = next((end for end in ends if " ".join(folded[place:end]) in self._asking), None)
            if end is None:
                kept.append(asked[place])
            place = end or place + 1
        return kept or asked

    def ladder(self, word: str) -> list[str]:
        """Return the folded word and what each cut leaves of it; the stem comes last."""
        rest = self.fold(word)
        steps = [rest]
        floor = self._floor(rest)
        done: set[str] = set()
        for slot in self.own.slots:
            if (slot.only_after and slot.only_after not in done) or done & {*slot.not_after}:
                continue
            if cut := self._cut(rest, slot, max(slot.least, floor)):
                rest = rest[: len(rest) - cut]
                done.add(slot.name)
                steps.append(rest)
        if floor and rest[floor:] in self.kept_endings:
            rest = rest[:floor]
        steps.append(self._finished(rest, floor))
        return list(dict.fromkeys(steps))

    def _stem(self, word: str) -> str:
        return self.ladder(word)[-1]

    def _letter(self, word: str, place: int) -> str:
        letter, own = word[place], self.own
        if place == 0 and letter in own.fold_start:
            return own.fold_start[letter]
        if place and letter in own.fold_after_vowel:
            before = own.fold.get(word[place - 1], word[place - 1])
            if not before or before[-1] in own.vowels:  # an empty fold is a hard or soft sign
                return own.fold_after_vowel[letter]
        return own.fold.get(letter, letter)

    def _voiced(self, word: str) -> str:
        for voiced, voiceless in self.own.soften.items():
            if word.endswith(voiceless):
                return word[:-1] + voiced
        return word

    def _floor(self, word: str) -> int:
        """Return how many letters a kept word at the beginning takes; 0 where there is none."""
        for end in range(min(len(word), self._longest_kept), 1, -1):
            if word[:end] in self._kept:
                return end
        return 0

    def _cut(self, rest: str, slot: Slot, least: int) -> int:
        if rest[-1:] not in self.last_letters[slot.name]:
            return 0
        if self.own.after_first_vowel:
            least = max(least, _first_vowel(rest, self.own.vowels) + 1)
        endings = self.endings[slot.name]
        for size in range(min(self.longest[slot.name], len(rest) - least), 0, -1):
            if (contexts := endings.get(rest[-size:])) is None:
                continue
            if not contexts or rest[:-size].endswith(contexts):
                return size
        return 0

    def _finished(self, rest: str, floor: int) -> str:
        own = self.own
        if len(rest) > max(floor, 3) and rest[-1] == rest[-2] and rest[-1] in own.undouble:
            rest = rest[:-1]
        if rest and rest[-1] in own.soften:
            rest = rest[:-1] + own.soften[rest[-1]]
        if len(rest) > max(own.drop_least, floor) and rest[-1] in own.drop:
            rest = rest[:-1]
        return rest


def own_rules(rules: SearchRules, language: str, keep: tuple[str, ...]) -> dict[str, Any]:
    """Return one language's part for the browser, with *keep* as its keep list."""
    own: dict[str, Any] = rules.of(language).model_dump(exclude_defaults=True)
    own |= rules.model_dump(include=SHARED) | {"keep": keep}
    own.pop("keep_glossary", None)
    return own


def normaliser_of(own: dict[str, Any]) -> Normaliser:
    """Return the normaliser that a browser makes of what `own_rules` gave."""
    rules = {name: own[name] for name in own.keys() - SHARED}
    return Normaliser(LanguageRules.model_validate(rules))


def _endings(slot: Slot, own: LanguageRules) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in slot.endings.split():
        ending, _, classes = entry.partition("/")
        found[ending] = tuple(sound for name in classes for sound in own.contexts[name])
    return found


def _first_vowel(word: str, vowels: str) -> int:
    return next((place for place, letter in enumerate(word) if letter in vowels), len(word))
