"""The rules of docs/_data/search/rules.json: how each language folds letters and cuts endings."""

from pathlib import Path
from typing import Any

from pydantic import Field, model_validator

from kb.model.evidence import Closed

RULES = Path("docs", "_data", "search", "rules.json")


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


class LanguageRules(Closed):
    """How one language is folded and cut; each field is explained in `normalise`."""

    fold: dict[str, str]
    fold_start: dict[str, str] = Field(default_factory=dict)
    fold_after_vowel: dict[str, str] = Field(default_factory=dict)
    rewrite: tuple[tuple[str, str], ...] = ()
    vowels: str
    contexts: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    keep: tuple[str, ...] = ()
    keep_glossary: bool = False
    """Whether the glossary's words join the keep list: so in languages that add endings."""
    kept_endings: str = ""
    """Endings that are cut from nothing but a kept word, parted by spaces."""
    after_first_vowel: bool = False
    """Whether nothing is cut before or at the first vowel."""
    look_alike: dict[str, str] = Field(default_factory=dict)
    """First letters that stand for another on a keyboard that lacks it."""
    slots: tuple[Slot, ...]
    soften: dict[str, str] = Field(default_factory=dict)
    undouble: str = ""
    drop: str = ""
    drop_least: int = 0

    @model_validator(mode="after")
    def _names_what_is_there(self) -> "LanguageRules":
        slots = {slot.name for slot in self.slots}
        for slot in self.slots:
            named = {*filter(None, (slot.only_after,)), *slot.not_after}
            classes = {name for ending in slot.endings.split() for name in ending.partition("/")[2]}
            if unknown := sorted((named - slots) | (classes - set(self.contexts))):
                raise ValueError(f"slot {slot.name!r} names {', '.join(unknown)}, not defined")
        return self


class Rules(Closed):
    """The whole file."""

    version: int
    confusable: str
    """Pairs of letters that are typed for each other, parted by spaces."""
    layouts: tuple[str, str]
    """The same keys on two keyboards."""
    languages: dict[str, LanguageRules] = Field(min_length=1)


def read_rules(root: Path) -> Rules:
    """Return the rules below *root*."""
    return Rules.model_validate_json((root / RULES).read_bytes())


def own_rules(rules: Rules, language: str, keep: tuple[str, ...]) -> dict[str, Any]:
    """Return one language's part for the browser, with *keep* as its keep list."""
    own: dict[str, Any] = rules.languages[language].model_dump(exclude_defaults=True)
    own |= {"confusable": rules.confusable, "layouts": rules.layouts, "keep": keep}
    own.pop("keep_glossary", None)
    return own
