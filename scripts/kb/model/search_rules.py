"""How each language folds letters and cuts endings: what search knows of the languages."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from kb.model.evidence import Closed, Country
from kb.model.languages import LANGUAGES


def _of_this_site(code: str) -> str:
    if code not in LANGUAGES:
        raise ValueError(f"'{code}' is no language of this site")
    return code


Code = Annotated[str, AfterValidator(_of_this_site)]


def _one_letter(text: str) -> str:
    if len(text) != 1:
        raise ValueError("this is not one letter")
    return text


Letter = Annotated[str, AfterValidator(_one_letter)]


class Slot(Closed):
    """Endings of which at most one is cut, the longest first."""

    name: str
    least: int
    """How many letters must stay."""
    endings: str
    """Parted by spaces; after a slash the contexts, one letter each, of which one must hold."""
    only_after: str = ""
    """A slot that must have cut before this one may."""
    not_after: tuple[str, ...] = ()
    """Slots none of which may have cut."""


def _in_known_contexts(slot: Slot, info: ValidationInfo) -> Slot:
    known = info.data.get("contexts", {})
    for ending in slot.endings.split():
        for name in ending.partition("/")[2]:
            if name not in known:
                raise ValueError(f"'{ending}' asks for the context '{name}', which is not there")
    return slot


LONGEST_ASKING = 3
"""Words in the longest phrase that only asks: 'что мне делать'."""


class LanguageRules(Closed):
    """How one language is folded and cut; each field is explained in `kb.search.normalise`."""

    fold: dict[Letter, str]
    fold_start: dict[Letter, str] = Field(default_factory=dict)
    fold_after_vowel: dict[Letter, str] = Field(default_factory=dict)
    rewrite: tuple[tuple[str, str], ...] = ()
    vowels: str
    contexts: dict[Letter, tuple[str, ...]] = Field(default_factory=dict)
    keep: tuple[str, ...] = ()
    keep_glossary: bool = False
    """Whether the glossary's words join the keep list: so in languages that add endings."""
    kept_endings: str = ""
    """Endings that are cut from nothing but a kept word, parted by spaces."""
    after_first_vowel: bool = False
    """Whether nothing is cut before or at the first vowel."""
    asking: tuple[str, ...] = ()
    """Words and phrases that make a question of a query, whatever it is about: 'how', 'can'."""
    latin: str = ""
    """How the language is typed in Latin letters, the longer ones first: 'sh/ш s/с'.

    The sign ^ stands before a word.
    """
    look_alike: dict[Letter, str] = Field(default_factory=dict)
    """Letters that stand for another on a keyboard that lacks it."""
    home: Country | Literal[""] = ""
    """The country of most people who read the language; empty where they are of several."""
    slots: tuple[Annotated[Slot, AfterValidator(_in_known_contexts)], ...]
    soften: dict[Letter, str] = Field(default_factory=dict)
    undouble: str = ""
    drop: str = ""
    drop_least: int = 0

    @field_validator("asking")
    @classmethod
    def _ask_in_few_words(cls, asking: tuple[str, ...]) -> tuple[str, ...]:
        for phrase in asking:
            if len(phrase.split()) > LONGEST_ASKING:
                raise ValueError(f"'{phrase}' is longer than {LONGEST_ASKING} words")
        return asking

    @field_validator("latin")
    @classmethod
    def _name_both_letters(cls, latin: str) -> str:
        for entry in latin.split():
            if entry.count("/") != 1 or entry.startswith("/"):
                raise ValueError(f"'{entry}' is no Latin letter and its own, parted by a slash")
            if entry.startswith("^") != ("/^" in entry):
                raise ValueError(f"'{entry}' has the sign ^ on one side alone")
        return latin

    @field_validator("slots")
    @classmethod
    def _name_slots_before_them(cls, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
        before: set[str] = set()
        for slot in slots:
            for name in filter(None, (slot.only_after, *slot.not_after)):
                if name not in before:
                    raise ValueError(f"'{slot.name}' names '{name}', which is no slot before it")
            before.add(slot.name)
        return slots


UNKNOWN = LanguageRules(fold={}, vowels="", slots=())
"""What is known of a language without rules: its words are found as they are written."""


class SearchRules(Closed):
    """docs/_data/search/rules.json."""

    version: int
    confusable: str
    """Pairs of letters that are typed for each other, parted by spaces."""
    layouts: tuple[str, str]
    """The same keys on two keyboards."""
    languages: dict[Code, LanguageRules]

    @field_validator("confusable")
    @classmethod
    def _are_pairs(cls, confusable: str) -> str:
        for pair in confusable.split():
            if len(pair) != 2:  # noqa: PLR2004 - a pair
                raise ValueError(f"'{pair}' is no pair of letters")
        return confusable

    @field_validator("layouts")
    @classmethod
    def _have_the_same_keys(cls, layouts: tuple[str, str]) -> tuple[str, str]:
        if len(layouts[0]) != len(layouts[1]):
            raise ValueError("the two keyboards do not have the same number of keys")
        return layouts

    @field_validator("languages")
    @classmethod
    def _leave_no_language_out(
        cls, languages: dict[str, LanguageRules]
    ) -> dict[str, LanguageRules]:
        for code in LANGUAGES:
            if code not in languages:
                raise ValueError(f"there are no rules for '{code}'")
        return languages

    def of(self, language: str) -> LanguageRules:
        """Return the rules of a language."""
        return self.languages.get(language, UNKNOWN)


NO_RULES = SearchRules.model_construct(version=0, confusable="", layouts=("", ""), languages={})
"""Those of a knowledge base that has no such file."""
