"""What an editor asks: who rests on a fact, what is due, how far each language is."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from kb.model.evidence import Confidence, Fact
from kb.model.languages import LANGUAGES, SOURCE
from kb.model.library import Library
from kb.model.text import plain
from kb.model.translations import State
from kb.site.notes import amended_since


def dependants(library: Library, name: str) -> list[str]:
    """Return each line that rests on a fact or on any fact of an instrument, with its place.

    Raises `KeyError` where neither a fact nor an instrument has that id.
    """
    if name in library.facts:
        facts = [library.facts[name]]
    elif name in library.instruments:
        facts = [fact for fact in library.facts.values() if fact.instrument == name]
    else:
        raise KeyError(name)
    found = [
        (page.file, line, f"{fact.id}: {plain(page.lines[line - page.front_lines - 1])}")
        for fact in facts
        for page, line in library.citing.get(fact.id, [])
    ]
    names = {fact.id for fact in facts}
    found += [
        (ground.path, ground.line, f"{ground.fact}: {ground.text}")
        for ground in library.grounds
        if ground.fact in names
    ]
    return [f"{path}:{line}: {text}" for path, line, text in sorted(found)]


def reviews(library: Library, today: date) -> Iterator[str]:
    """Yield what must be read again: facts that an amendment overtook, and pages that are due.

    A page said to have been read on a day to come has not been read.
    """
    for fact in library.facts.values():
        if amended_since(library, fact):
            yield from _overtaken(library, fact)
    for page in library.pages[SOURCE].values():
        if page.front.check_by <= today or page.front.checked > today:
            yield f"{page.file}:1: due on {page.front.check_by}, last read on {page.front.checked}"


def _overtaken(library: Library, fact: Fact) -> Iterator[str]:
    instrument = library.instruments[fact.instrument]
    place = library.places[f"fact:{fact.id}"]
    version = f"is as of {fact.as_of}" if fact.as_of else f"was read on {library.read_day(fact)}"
    yield (
        f"{place.path}:{place.line}: {fact.id} {version}; "
        f"{instrument.id} was amended on {instrument.amended}"
    )
    for page, line in library.citing.get(fact.id, []):
        yield f"    {page.file}:{line}"
    for ground in library.grounds:
        if ground.fact == fact.id:
            yield f"    {ground.path}:{ground.line}"


def status(library: Library) -> Iterator[str]:
    """Yield the tables of `kb status`: languages, evidence in use, citations by page."""
    yield from _languages(library)
    yield ""
    yield from _stale(library)
    yield from _evidence(library)
    yield ""
    yield from _citations(library)


def _languages(library: Library) -> Iterator[str]:
    total = sum(len(page.sections) for page in library.pages[SOURCE].values())
    yield f"sections: {total} in {len(library.pages[SOURCE])} English pages"
    yield f"{'language':10}{'current':>9}{'stale':>9}{'missing':>9}{'share':>8}{'read':>7}"
    for language in LANGUAGES:
        if language == SOURCE:
            continue
        states = Counter(
            state.state
            for path in library.pages[SOURCE]
            for state in library.states(language, path)
        )
        read = sum(not library.is_draft(language, path) for path in library.pages[language])
        share = _share(states[State.CURRENT], total)
        yield (
            f"{language:10}{states[State.CURRENT]:9}{states[State.STALE]:9}"
            f"{states[State.MISSING]:9}{share:>8}{read:7}"
        )


def _stale(library: Library) -> Iterator[str]:
    for page in library.all_pages():
        if page.language != SOURCE and page.path in library.pages[SOURCE]:
            for state in library.states(page.language, page.path):
                if state.state is State.STALE:
                    yield f"stale  {page.key}#{state.id}"


def _evidence(library: Library) -> Iterator[str]:
    yield f"{'facts used':12}" + "".join(f"{level:>14}" for level in Confidence) + f"{'of all':>18}"
    for name, file in library.evidence_files.items():
        used = [fact for fact in file.facts if fact.id in library.in_use]
        counts = Counter(fact.confidence for fact in used)
        share = f"{len(used)} of {len(file.facts)} ({_share(len(used), len(file.facts))})"
        yield f"{name:12}" + "".join(f"{counts[level]:14}" for level in Confidence) + f"{share:>18}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"


def _citations(library: Library) -> Iterator[str]:
    yield "different facts cited, by page"
    counts = {path: len(page.cited) for path, page in library.pages[SOURCE].items()}
    for path, count in sorted(counts.items(), key=lambda item: (item[1], item[0])):
        yield f"{count:6}  {path}"
