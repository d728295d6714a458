"""What people call things every day, in each language: words that lead to others, undefined."""

from typing import Annotated

from pydantic import Field, field_validator

from kb.model.evidence import Closed, Slug, Text

LONGEST = 4
"""Wordings of more words are titles of laws; nobody types them whole."""
Wordings = Annotated[tuple[Text, ...], Field(min_length=1)]


class Concept(Closed):
    """One thing, and the words for it that readers type in each language."""

    en: Wordings
    ru: Wordings
    uz: Wordings
    """In Latin letters; Cyrillic ones are made from them."""
    kk: Wordings
    ky: Wordings
    pages: tuple[Text, ...] = ()
    """The pages that answer whoever types such words: 'recruit/unpaid-work'."""

    @field_validator("en", "ru", "uz", "kk", "ky")
    @classmethod
    def _typed_by_someone(cls, wordings: tuple[str, ...]) -> tuple[str, ...]:
        for place, wording in enumerate(wordings):
            if wording in wordings[:place]:
                raise ValueError(f"'{wording}' stands twice")
            if len(wording.split()) > LONGEST:
                raise ValueError(f"'{wording}' is longer than {LONGEST} words")
        return wordings

    def words(self, language: str) -> tuple[str, ...]:
        """Return the words for it in a language of the site."""
        found: tuple[str, ...] = getattr(self, language)
        return found


class EverydayFile(Closed):
    """docs/_data/search/everyday.yml."""

    concepts: dict[Slug, Concept] = Field(min_length=1)
