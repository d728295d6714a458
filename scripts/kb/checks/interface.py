"""WRD01, WRD02: the interface and what is said of the evidence have words in every language."""

from collections.abc import Iterator

from kb.checks.citations import EVIDENCE
from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.problem import Problem

HEADING_OR_WORDS = "write its words, or null where it is a heading that readers look for"


def word_problems(library: Library) -> Iterator[Problem]:
    """Yield a problem for each language whose interface words are not those of English."""
    source = library.words.get(SOURCE)
    if source is None:
        return
    for language, words in library.words.items():
        yield from _key_problems(language, list(words), list(source))
        yield from _placeholder_problems(library, language, words, source)


def _key_problems(language: str, found: list[str], wanted: list[str]) -> Iterator[Problem]:
    missing = [key for key in wanted if key not in found]
    extra = [key for key in found if key not in wanted]
    parts = [f"lacks {', '.join(missing)}"] if missing else []
    parts += [f"has {', '.join(extra)} too many"] if extra else []
    if found != wanted:
        what = " and ".join(parts) or "has its words in another order"
        fix = "give it the words of en.yml, in the same order"
        path = f"docs/_data/interface/{language}.yml"
        yield Problem(path, 1, "WRD01", f"the interface {what}", fix)


def _placeholder_problems(
    library: Library, language: str, words: dict[str, str], source: dict[str, str]
) -> Iterator[Problem]:
    for key, text in words.items():
        wanted = _placeholders(source.get(key, text))
        if sorted(_placeholders(text)) != sorted(wanted):
            place = library.places[f"word:{language}:{key}"]
            what = f"'{key}' has other {{…}} than the English"
            fix = f"keep {' '.join(wanted) or 'it without any'}"
            yield Problem(place.path, place.line, "WRD01", what, fix)


def _placeholders(text: str) -> list[str]:
    return [f"{{{part.partition('}')[0]}}}" for part in text.split("{")[1:]]


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
    path = f"docs/_data/interface/{language}.yml"
    for text in sorted(texts):
        yield Problem(path, 1, "WRD02", f"the words of the evidence lack '{text}'", fix)
