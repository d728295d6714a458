"""From documents to entries: each stem or phrase with the parts in which it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from itertools import chain

from kb.model.languages import written_in
from kb.model.library import Library
from kb.model.terms import Term
from kb.search.documents import TERM, Document, Part
from kb.search.normalise import Normaliser, surface, words

FORMS = 44
"""How many of a stem's forms are told apart, the commonest first; the rest count as one."""
OWN_WORDS = {"uz": ("uz", "uz-cyrl")}
"""Languages whose glossary words stand in two scripts; the others have one of their own name."""
_Phrases = dict[str, set[tuple[str, ...]]]
"""By first stem: the stems of each phrase."""


class Where(IntEnum):
    """In what sort of text a word stands; a part's title or heading is one or the other."""

    TEXT = 0
    HEADING = 1
    TITLE = 2


SORTS = len(Where)


@dataclass(slots=True)
class Hit:
    """One part in which an entry stands."""

    count: int
    where: int
    """The highest `Where` of its words there."""
    forms: list[str]
    """Each once."""


@dataclass
class Entry:
    """A stem, or a phrase of the glossary as stems parted by spaces."""

    key: str
    seen: dict[str, list[int]] = field(default_factory=dict)
    """By form, '' of a phrase, the `_place` of each time that it stands somewhere."""

    @cached_property
    def forms(self) -> list[str]:
        """Return the commonest forms, the most frequent first."""
        ranked = sorted((-len(times), form) for form, times in self.seen.items() if form)
        return [form for _, form in ranked[:FORMS]]

    @cached_property
    def hits(self) -> dict[int, Hit]:
        """Return where it stands, by the part's number."""
        found: dict[int, Hit] = {}
        for form, times in self.seen.items():
            hit, last = Hit(0, 0, []), -1
            for place in times:  # part by part
                number = place // SORTS
                if number != last:
                    hit, last = found.setdefault(number, Hit(0, 0, [])), number
                    hit.forms.append(form)
                hit.count += 1
                if (where := place % SORTS) > hit.where:
                    hit.where = where
        return found


def spelled_entries(library: Library, entries: list[Entry], edition: str) -> list[Entry]:
    """Return entries of an edition's language with their forms in the letters of the edition."""
    if edition == written_in(edition):
        return entries
    told = []
    for entry in entries:
        own = Entry(entry.key, entry.seen)
        own.forms = [library.spelled(edition, form) for form in entry.forms]
        told.append(own)
    return told


def _place(number: int, where: Where) -> int:
    """Return part and sort of text as one number: a large site has a million of them."""
    return number * SORTS + where


@dataclass
class Counted:
    """All entries of a language, and how long each part is."""

    entries: dict[str, Entry]
    lengths: list[int]


class _Known(dict[str, tuple[str, list[int]]]):
    """The stem of each word, and the list in which its entry counts the word's form."""

    def __init__(self, entries: dict[str, Entry], normaliser: Normaliser) -> None:
        super().__init__()
        self.entries = entries
        self.normaliser = normaliser

    def __missing__(self, word: str) -> tuple[str, list[int]]:
        stem, form = self.normaliser.stem(word), surface(word)
        times: list[int] = []
        if stem:
            times = self.entries.setdefault(stem, Entry(stem)).seen.setdefault(form, times)
        self[word] = (stem, times)
        return self[word]


def own_phrases(term: Term, language: str) -> list[str]:
    """Return the term's words in a language, the site's own first, without those it avoids."""
    known = [term.words[code] for code in OWN_WORDS.get(language, (language,))]
    return [phrase for word in known for phrase in (word.term, *word.also)]


def counted(
    library: Library, found: list[Document], normaliser: Normaliser, language: str
) -> Counted:
    """Return the entries of all documents, stems and the glossary's phrases alike."""
    result = Counted({}, [])
    known = _Known(result.entries, normaliser)
    phrases = _phrases(library, normaliser, language)
    for document in found:
        for part in document.parts:
            stems, places = _counted_part(document, part, len(result.lengths), known)
            for place, phrase in _found(stems, phrases):
                entry = result.entries.setdefault(phrase, Entry(phrase))
                entry.seen.setdefault("", []).append(places[place])
            result.lengths.append(len(stems))
    return result


def _counted_part(
    document: Document, part: Part, number: int, known: _Known
) -> tuple[list[str], list[int]]:
    """Return stem and place of each of the part's words, those of its headings first."""
    is_title = not part.id or document.kind == TERM
    top = Where.TITLE if is_title else Where.HEADING
    stems: list[str] = []
    places: list[int] = []
    texts = (
        (part.headings, top),
        (part.keywords, Where.HEADING),
        (part.summary, Where.TEXT),
        (part.text, Where.TEXT),
    )
    for text, where in texts:
        place = _place(number, where)
        for word in words(text):
            stem, times = known[word]
            times.append(place)
            stems.append(stem)
        places += [place] * (len(stems) - len(places))
    return stems, places


def _phrases(library: Library, normaliser: Normaliser, language: str) -> _Phrases:
    """Return the stems of each phrase of several words, the glossary's and everyday ones."""
    glossary = (own_phrases(term, language) for term in library.terms.values())
    everyday = (concept.words(language) for concept in library.everyday.values())
    found: _Phrases = {}
    for phrase in chain.from_iterable(chain(glossary, everyday)):
        stems = tuple(normaliser.stem(word) for word in words(phrase))
        if len(stems) > 1:
            found.setdefault(stems[0], set()).add(stems)
    return found


def _found(stems: list[str], phrases: _Phrases) -> Iterator[tuple[int, str]]:
    """Yield where each phrase begins among the stems of a part, and its key."""
    for place, stem in enumerate(stems):
        for phrase in phrases.get(stem, ()):
            if tuple(stems[place : place + len(phrase)]) == phrase:
                yield place, " ".join(phrase)
