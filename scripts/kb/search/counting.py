"""From documents to entries: each stem or phrase with the parts in which it stands."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from kb.model.languages import written_in
from kb.model.library import Library
from kb.model.terms import Term
from kb.search.documents import PARTED, TERM, Document, Part
from kb.search.normalise import Normaliser, surface, words

FORMS = 44
"""How many of a stem's forms are told apart, the commonest first; the rest count as one."""
OWN_WORDS = {"uz": ("uz", "uz-cyrl")}
"""Languages whose glossary words stand in two scripts; the others have one of their own name."""
_Phrases = dict[str, set[tuple[str, ...]]]
"""By first stem: the stems of each phrase."""


TEXT, HEADING, TITLE = range(3)
"""In what sort of text a word stands; a part's title or heading is one or the other."""
OFTEN = 3
"""From so many times on, it is no longer told how often a word stands in a part."""
RANKS = OFTEN * (TITLE + 1)
"""How many weights an entry may have in a part."""


@dataclass(eq=False, slots=True)
class Form:
    """One form of a stem, as `surface` gives it."""

    text: str
    stem: str
    times: int = 0
    """How often it stands in all parts."""
    parts: list[int] = field(default_factory=list)
    """The numbers of the parts in which it stands, in order."""


@dataclass
class Entry:
    """A stem, a phrase as stems parted by spaces, or a wording of one word, whole, and a space.

    The last stands on the page that answers whoever types nothing else.
    """

    key: str
    hits: list[int] = field(default_factory=list)
    """The parts in which it stands, in order, each as one number: a large site has a million.

    The part's number times RANKS, the best sort of text there times OFTEN, and how often, less one.
    """
    seen: dict[str, Form] = field(default_factory=dict)
    """By text; a phrase has none."""

    @cached_property
    def ranked(self) -> list[str]:
        """Return all forms, the most frequent first."""
        return sorted(self.seen, key=lambda text: (-self.seen[text].times, text))

    @cached_property
    def forms(self) -> list[str]:
        """Return the commonest forms, those that are told apart."""
        return self.ranked[:FORMS]


def spelled_entries(library: Library, entries: list[Entry], edition: str) -> list[Entry]:
    """Return entries of an edition's language with their forms in the letters of the edition."""
    if edition == written_in(edition):
        return entries
    told = []
    for entry in entries:
        own = Entry(entry.key, entry.hits, entry.seen)
        own.forms = [library.spelled(edition, form) for form in entry.forms]
        told.append(own)
    return told


@dataclass
class Counted:
    """All entries of a language, and how long each part is."""

    entries: dict[str, Entry]
    lengths: list[int]
    texts: list[list[Form]]
    """The headings of each part, and what it says: their words in order."""


class _Known(dict[str, Form]):
    """The form that each word is, one object for words that differ in capitals alone."""

    def __init__(self, entries: dict[str, Entry], normaliser: Normaliser) -> None:
        super().__init__()
        self.entries = entries
        self.normaliser = normaliser

    def __missing__(self, word: str) -> Form:
        stem, text = self.normaliser.stem(word), surface(word)
        form = Form(text, stem)
        if stem:
            form = self.entries.setdefault(stem, Entry(stem)).seen.setdefault(text, form)
        self[word] = form
        return form


def own_phrases(term: Term, language: str) -> list[str]:
    """Return the term's words in a language, the site's own first, without those it avoids."""
    known = [term.words[code] for code in OWN_WORDS.get(language, (language,))]
    return [phrase for word in known for phrase in (word.term, *word.also)]


def counted(
    library: Library, found: list[Document], normaliser: Normaliser, language: str
) -> Counted:
    """Return the entries of all documents, stems and the glossary's phrases alike."""
    result = Counted({}, [], [])
    known = _Known(result.entries, normaliser)
    phrases = _phrases(library, normaliser, language)
    for document in found:
        for part in document.parts:
            _count(result, document, part, known, phrases)
    return result


def _count(
    result: Counted, document: Document, part: Part, known: _Known, phrases: _Phrases
) -> None:
    """Count the words of the next part: each form, stem and phrase once for all its times."""
    number, entries = len(result.lengths), result.entries
    texts = (part.headings, part.keywords, f"{part.summary} {part.text}")
    heads, keywords, rest = ([known[word] for word in words(text)] for text in texts)
    forms = [*heads, *keywords, *rest]
    often: dict[str, int] = {}
    for form, times in Counter(forms).items():
        form.times += times
        form.parts.append(number)
        often[form.stem] = often.get(form.stem, 0) + times
    result.lengths.append(len(forms))
    result.texts += heads, rest
    top = TITLE if not part.id or document.kind == TERM else HEADING
    # Where a stem stands first is the weightiest.
    best = {form.stem: HEADING for form in keywords} | {form.stem: top for form in heads}
    for place, phrase in _found([form.stem for form in forms], phrases):
        entries.setdefault(phrase, Entry(phrase))
        often[phrase] = often.get(phrase, 0) + 1
        if phrase not in best and place < len(heads) + len(keywords):
            best[phrase] = top if place < len(heads) else HEADING
    for whole in _wholes(part.keywords, known.normaliser):
        entries.setdefault(whole, Entry(whole))
        often[whole], best[whole] = 1, HEADING
    often.pop("", None)
    best.pop("", None)
    once = number * RANKS - 1
    for key, times in often.items():
        entries[key].hits.append(once + min(times, OFTEN))
    for key, where in best.items():
        entries[key].hits[-1] += where * OFTEN


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


def _wholes(keywords: str, normaliser: Normaliser) -> set[str]:
    """Return the key of each wording of one word: the word in plain letters, and a space."""
    wordings = map(words, keywords.split(PARTED))
    return {f"{normaliser.fold(own[0])} " for own in wordings if len(own) == 1}


def _found(stems: list[str], phrases: _Phrases) -> Iterator[tuple[int, str]]:
    """Yield where each phrase begins among the stems of a part, and its key."""
    for place in [place for place, stem in enumerate(stems) if stem in phrases]:
        for phrase in phrases[stems[place]]:
            if tuple(stems[place : place + len(phrase)]) == phrase:
                yield place, " ".join(phrase)
