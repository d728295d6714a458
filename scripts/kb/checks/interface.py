"""WRD01, WRD02: the interface says the same in every language, and where in a source it stands."""

from collections.abc import Iterator

from kb.model.evidence import numbered
from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.problem import Problem


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


def pinpoint_problems(library: Library) -> Iterator[Problem]:
    """Yield a problem for each pinpoint that notes name and a language has no words for.

    And for each that no fact has any more. A pinpoint that is a number alone needs no words.
    """
    found = {fact.pinpoint for fact in library.facts.values() if fact.pinpoint}
    named = {library.facts[name].pinpoint for name in library.in_use if name in library.facts}
    wanted = sorted(text for text in named if text and numbered(text) is None)
    for language in library.words:
        known = library.pinpoints.get(language, {})
        if language != SOURCE:
            for text in wanted:
                if text not in known:
                    path = f"docs/_data/interface/{language}.yml"
                    fix = "write its words, or null where it is a heading that the reader looks for"
                    yield Problem(path, 1, "WRD02", f"pinpoints lack '{text}'", fix)
        for text in known:
            if text not in found:
                place = library.places[f"pinpoint:{language}:{text}"]
                what = f"no fact has the pinpoint '{text}'"
                yield Problem(place.path, place.line, "WRD02", what, "remove it, or correct it")
