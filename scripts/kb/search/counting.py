"""From documents to entries: each stem or phrase with the parts in which it stands."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from kb.model.library import Library
from kb.model.terms import Term
from kb.search.documents import TERM, Document, Part
from kb.search.normalise import Normaliser, surface, words

FORMS = 44
"""How many of a stem's forms are told apart, the commonest first; the rest count as one."""
OWN_WORDS = {"uz": ("uz", "uz-cyrl")}
"""Languages whose glossary words stand in two scripts; the others have one of their own name."""


class Where(Enum):
    """In what sort of text a word stands."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"


@dataclass(frozen=True)
class Token:
    """One word of a part."""

    stem: str
    form: str
    where: Where


@dataclass
class Hit:
    """One part in which an entry stands."""

    count: int = 0
    places: set[Where] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)

    def add(self, where: Where) -> None:
        """Count one more word there."""
        self.count += 1
        self.places.add(where)


@dataclass
class Entry:
    """A stem, or a phrase of the glossary as stems parted by spaces."""

    key: str
    hits: dict[int, Hit] = field(default_factory=dict)
    """By the part's number."""
    seen: Counter[str] = field(default_factory=Counter)
    """How often each form of the word stands in the language."""

    @property
    def forms(self) -> list[str]:
        """Return the commonest forms, the most frequent first."""
        ranked = sorted(self.seen.items(), key=lambda item: (-item[1], item[0]))
        return [form for form, _ in ranked[:FORMS]]


@dataclass
class Counted:
    """All entries of a language, and how long each part is."""

    entries: dict[str, Entry]
    lengths: list[int]


def own_phrases(term: Term, language: str) -> list[str]:
    """Return the term's words in a language, the site's own first, without those it avoids."""
    known = [term.words[code] for code in OWN_WORDS.get(language, (language,))]
    return [phrase for word in known for phrase in (word.term, *word.also)]


def counted(
    library: Library, found: list[Document], normaliser: Normaliser, language: str
) -> Counted:
    """Return the entries of all documents, stems and the glossary's phrases alike."""
    result = Counted({}, [])
    phrases = dict(_phrases(library, normaliser, language))
    for document in found:
        for part in document.parts:
            tokens = _tokens(document, part, normaliser)
            _count_part(result.entries, len(result.lengths), tokens)
            _count_phrases(result.entries, len(result.lengths), tokens, phrases)
            result.lengths.append(len(tokens))
    return result


def _phrases(
    library: Library, normaliser: Normaliser, language: str
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the stems of each glossary phrase of several words."""
    for term in library.terms.values():
        for phrase in own_phrases(term, language):
            stems = tuple(normaliser.stem(word) for word in words(phrase))
            if len(stems) > 1:
                yield stems, " ".join(stems)


def _count_part(entries: dict[str, Entry], number: int, tokens: list[Token]) -> None:
    for token in tokens:
        if token.stem:
            entry = entries.setdefault(token.stem, Entry(token.stem))
            entry.seen[token.form] += 1
            hit = entry.hits.setdefault(number, Hit())
            hit.add(token.where)
            hit.forms.add(token.form)


def _count_phrases(
    entries: dict[str, Entry], number: int, tokens: list[Token], phrases: dict[tuple[str, ...], str]
) -> None:
    starts = {stems[0] for stems in phrases}
    sizes = sorted({len(stems) for stems in phrases})
    stems = tuple(token.stem for token in tokens)
    for place, stem in enumerate(stems):
        if stem not in starts:
            continue
        for size in sizes:
            if (key := phrases.get(stems[place : place + size])) is not None:
                hit = entries.setdefault(key, Entry(key)).hits.setdefault(number, Hit())
                hit.add(tokens[place].where)


def _tokens(document: Document, part: Part, normaliser: Normaliser) -> list[Token]:
    """Return the part's words, those of its headings first."""
    is_title = not part.id or document.kind == TERM
    top = Where.TITLE if is_title else Where.HEADING
    texts = ((part.headings, top), (part.summary, Where.TEXT), (part.text, Where.TEXT))
    return [
        Token(normaliser.stem(word), surface(word), where)
        for text, where in texts
        for word in words(text)
    ]
