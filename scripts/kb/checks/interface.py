"""WRD01, WRD02: the interface and what is said of the evidence have words in every language."""

import re
from collections import Counter
from collections.abc import Iterator

from kb.model.evidence import EVIDENCE
from kb.model.languages import LANGUAGES, SOURCE
from kb.model.library import Library
from kb.model.problem import Problem

HEADING_OR_WORDS = "write its words, or null where it is a heading that readers look for"
MARKUP = re.compile(r"[<>]|&(?=[#\w])")


def word_problems(library: Library) -> Iterator[Problem]:
    """Yield a problem for each language whose interface words are not those of English."""
    missing = (code for code in LANGUAGES if library.pages.get(code) and code not in library.words)
    for path in map(_file, missing):
        if not library.is_unread(path):
            fix = "write the words of the interface there"
            yield Problem(path, 1, "WRD01", "there is no such file", fix)
    source = library.words.get(SOURCE)
    if source is None:
        return
    for language, words in library.words.items():
        yield from _key_problems(language, list(words), list(source))
    for key in source:
        yield from _placeholder_problems(library, key)
    for language, words in library.words.items():
        yield from _markup_problems(library, language, words)


def _file(language: str) -> str:
    return f"docs/_data/interface/{language}.yml"


def _key_problems(language: str, found: list[str], wanted: list[str]) -> Iterator[Problem]:
    missing = [key for key in wanted if key not in found]
    extra = [key for key in found if key not in wanted]
    parts = [f"lacks {', '.join(missing)}"] if missing else []
    parts += [f"has {', '.join(extra)} too many"] if extra else []
    if found != wanted:
        what = " and ".join(parts) or "has its words in another order"
        fix = "give it the words of en.yml, in the same order"
        yield Problem(_file(language), 1, "WRD01", f"the interface {what}", fix)


def _placeholder_problems(library: Library, key: str) -> Iterator[Problem]:
    """Yield a problem for each language that fills in something else than most do."""
    found = {
        language: _placeholders(words[key])
        for language, words in library.words.items()
        if key in words
    }
    (wanted, _), *others = Counter(found.values()).most_common()  # of two as common, the English
    for language, placeholders in found.items() if others else ():
        if placeholders != wanted:
            place = library.places[f"word:{language}:{key}"]
            what = f"'{key}' has other {{…}} than most languages"
            fix = f"keep {' '.join(wanted) or 'it without any'}"
            yield Problem(place.path, place.line, "WRD01", what, fix)


def _placeholders(text: str) -> tuple[str, ...]:
    return tuple(sorted(f"{{{part.partition('}')[0]}}}" for part in text.split("{")[1:]))


def _markup_problems(library: Library, language: str, words: dict[str, str]) -> Iterator[Problem]:
    for key, text in words.items():
        if (sign := MARKUP.search(text)) is not None:
            place = library.places[f"word:{language}:{key}"]
            what = f"'{key}' holds '{sign[0]}', which a page would take for HTML"
            yield Problem(place.path, place.line, "WRD01", what, "say it in words")


def evidence_word_problems(library: Library) -> Iterator[Problem]:
    """Yield a problem for what pages say of the evidence and a language has no words for.

    And for words of what the evidence says no more.
    """
    if library.is_unread(EVIDENCE):
        return
    shown = [library.facts[name] for name in library.in_use if name in library.facts]
    sources = library.instruments
    used = {fact.instrument for fact in shown} & sources.keys()
    places = {text for fact in shown for text in fact.place_in_words}
    places |= {text for name in used for text in sources[name].number_in_words}
    sides = {text for fact in shown for text in fact.sides}
    known = {source.number for source in sources.values()}
    for fact in library.facts.values():
        known |= {fact.pinpoint, fact.statement, fact.note}
    for language in library.words:
        words = library.evidence_words.get(language, {})
        if language != SOURCE:
            yield from _lacking(language, places - words.keys(), HEADING_OR_WORDS)
            told = {text for text, said in words.items() if said}
            yield from _lacking(language, sides - told, "write its words")
        for text in words.keys() - known:
            place = library.places[f"evidence:{language}:{text}"]
            what = f"the evidence says nowhere '{text}'"
            yield Problem(place.path, place.line, "WRD02", what, "remove it, or correct it")


def _lacking(language: str, texts: set[str], fix: str) -> Iterator[Problem]:
    for text in sorted(texts):
        yield Problem(_file(language), 1, "WRD02", f"the words of the evidence lack '{text}'", fix)
