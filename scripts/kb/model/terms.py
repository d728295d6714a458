"""Words: one record per concept with its word in each language, and what the site itself says."""

from pydantic import Field, model_validator

from kb.model.evidence import Address, Closed, Country, Slug, Text
from kb.model.languages import EDITIONS

TERM_LANGUAGES = EDITIONS
DEFINED_IN = ("en", "ru", "uz", "kk", "ky")


class Word(Closed):
    """What a concept is called in one language."""

    term: Text
    """The word that this site uses."""
    also: tuple[Text, ...]
    """Other words for the same that readers may type or meet."""
    attested: tuple[Address, ...]
    """Where the word was read; empty for our own wording."""
    avoid: tuple[Text, ...] = ()
    """Words that TRM01 finds: not used here for the concept; 'gig work*' in any form."""


class Term(Closed):
    """One concept."""

    id: Slug
    countries: tuple[Country, ...]
    """The countries in whose law alone the concept lives; empty for all."""
    definition: dict[str, Text]
    words: dict[str, Word]
    note: str

    @model_validator(mode="after")
    def _all_languages(self) -> "Term":
        if tuple(self.definition) != DEFINED_IN:
            raise ValueError(f"the definition is needed in {', '.join(DEFINED_IN)}, in this order")
        if tuple(self.words) != TERM_LANGUAGES:
            raise ValueError(f"the word is needed in {', '.join(TERM_LANGUAGES)}, in this order")
        return self


class TermsFile(Closed):
    """docs/_data/terms.yml."""

    terms: tuple[Term, ...] = Field(min_length=1)


class InterfaceFile(Closed):
    """docs/_data/interface/<language>.yml: the words that the site itself says."""

    words: dict[str, Text]
    countries: dict[Country, tuple[Text, ...]] = Field(default_factory=dict)
    """How words begin that name a country in this language."""
    evidence: dict[str, Text | None] = Field(default_factory=dict)
    """What pages say of the evidence, by its English; null where it stays as it is written."""
