"""The note behind each citation, and the mark where a law was amended since it was read.

Notes are HTML; kb.site.quick keeps Markdown away from them.
"""

import html
import re
from collections.abc import Iterator

from kb.model.evidence import Confidence, Fact, Instrument, InstrumentStatus, numbered
from kb.model.languages import SOURCE, html_language, long_date
from kb.model.library import Library
from kb.model.page import CITATION
from kb.model.text import literal, relative_address
from kb.site.shelves import drawer

CELL = re.compile(r"(\|)")
SENTENCE = re.compile(
    r".+?(?:[.!?…][)»”\"*_]*(?:\[\^[^\]]+\])*(?=\s+[^\s\da-zа-яёәғқңөұүһіўҳ])|$)", re.DOTALL
)
"""A sentence with its citations, or what is left: the next one begins with a large letter."""
NUMBER = re.compile(r"^No\. (?P<n>\d[\w-]*)$")
NAMED = re.compile(r"\b(?![IVXLC]+\b)[A-Za-z]{2,}")
"""A number with Latin letters beside its Roman figures."""
UNITS = {
    "art": "article",
    "arts": "articles",
    "para": "paragraph",
    "paras": "paragraphs",
    "point": "point",
}


def notes(library: Library, language: str, path: str, cited: tuple[str, ...]) -> Iterator[str]:
    """Yield one footnote definition for each cited fact, in order."""
    for name in cited:
        if (fact := library.facts.get(name)) is not None:
            yield f"[^{name}]: {note(library, language, path, fact)}"


def note(library: Library, language: str, path: str, fact: Fact) -> str:
    """Return one note as a line of HTML: where it stands, how it was read, where to look."""
    up = relative_address(path, "")
    key = ("note", language, fact.id, up)
    if key not in library.made:
        library.made[key] = _note(library, language, path, fact)
    return library.made[key]


def _note(library: Library, language: str, path: str, fact: Fact) -> str:
    instrument = library.instruments[fact.instrument]
    parts = [reference(library, language, instrument, fact), how_read(library, language, fact)]
    if fact.confidence is Confidence.CONFLICTING and fact.note:
        other = library.word(language, "other-side")
        said = _words(*evidence_words(library, language, fact.note), language)
        parts.append(f"{other}: {said}")
    sentences = " ".join(part if part.endswith(".") else f"{part}." for part in parts)
    return f"{sentences} {links(library, language, path, fact)}"


def reference(library: Library, language: str, instrument: Instrument, fact: Fact) -> str:
    """Return title, number, pinpoint and version: where a reader finds the words."""
    title, title_language = instrument.title_for(language)
    where = [f'<cite lang="{html_language(title_language)}">{_escaped(title)}</cite>']
    if instrument.number:
        where.append(_words(*act_number(library, language, instrument.number), language))
    if fact.pinpoint:
        where.append(_words(*pinpoint(library, language, fact.pinpoint), language))
    if read := version(library, language, fact):
        where.append(read)
    return ", ".join(where)


def version(library: Library, language: str, fact: Fact) -> str:
    """Return which version was read; of a copy without a date, the day of the last amendment."""
    if fact.as_of:
        return library.word(language, "version-of", date=long_date(fact.as_of, language))
    if amended := library.instruments[fact.instrument].amended:
        return library.word(language, "version-undated", date=long_date(amended, language))
    return ""


def act_number(library: Library, language: str, text: str) -> tuple[str, str]:
    """Return an instrument's number as the language writes it, and the words' language.

    'No. 414-V' has its own form in each; what says more, as 'Case No. 2198', has its words.
    """
    if (match := NUMBER.match(text)) is not None:
        return library.word(language, "act-number", n=match["n"]), language
    told, told_language = evidence_words(library, language, text)
    return told, told_language if NAMED.search(told) else language


def pinpoint(library: Library, language: str, text: str) -> tuple[str, str]:
    """Return article or other place as the language writes it, and the words' language."""
    if (found := numbered(text)) is not None:
        unit, number = found
        return library.word(language, UNITS[unit], n=number), language
    return evidence_words(library, language, text)


def evidence_words(library: Library, language: str, text: str) -> tuple[str, str]:
    """Return what the evidence says in the interface's words, else as recorded, in English."""
    told = library.evidence_words.get(language, {}).get(text)
    return (told, language) if told else (text, SOURCE)


def in_language(text: str, text_language: str, page_language: str) -> str:
    """Return *text* for Markdown, marked where it is not in the language of the page."""
    if text_language == page_language:
        return literal(text)
    return f'<span lang="{html_language(text_language)}">{literal(text)}</span>'


def _words(text: str, text_language: str, page_language: str) -> str:
    """Return *text* for HTML, marked where it is not in the language of the page."""
    if text_language == page_language:
        return _escaped(text)
    return f'<span lang="{html_language(text_language)}">{_escaped(text)}</span>'


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def how_read(library: Library, language: str, fact: Fact) -> str:
    """Return how far the fact is to be trusted, and the day on which its source was read."""
    how = library.word(language, f"read-{fact.confidence}")
    day = library.word(language, "read-on", date=long_date(library.read_day(fact), language))
    return f'<span class="kb-read kb-read--{fact.confidence}">{how}</span>, {day}'


def links(library: Library, language: str, path: str, fact: Fact) -> str:
    """Return the links of a note: the official or the read page, and the ledger's entry."""
    instrument = library.instruments[fact.instrument]
    found = []
    if instrument.url:
        found.append(_outside(page_word(library, language, instrument), instrument.url))
    if fact.source_url and fact.source_url != instrument.url:
        found.append(_outside(library.word(language, "source-page"), fact.source_url))
    target = relative_address(path, f"evidence/{drawer(library, instrument)}", fact.id)
    found.append(f'<a href="{target}">{library.word(language, "in-ledger")}</a>')
    return " · ".join(found)


def page_word(library: Library, language: str, instrument: Instrument) -> str:
    """Return what the link to an instrument's page says: only an authority's is official."""
    name = "official-page" if instrument.has_official_page else "published-page"
    return library.word(language, name)


def _outside(text: str, address: str) -> str:
    escaped = address.replace("&", "&amp;").replace('"', "%22")
    return f'<a href="{escaped}">{text}</a>'


def amended_since(library: Library, fact: Fact) -> bool:
    """Return whether the instrument was amended after the version that the fact rests on.

    A copy without a date is no younger than the day on which it was read. In a law that was
    repealed there is nothing to read first.
    """
    instrument = library.instruments.get(fact.instrument)
    if instrument is None or instrument.amended is None:
        return False
    is_repealed = instrument.status is InstrumentStatus.REPEALED
    return not is_repealed and instrument.amended > (fact.as_of or library.read_day(fact))


def amended_mark(library: Library, language: str, fact: Fact) -> str:
    """Return what a reader is told where an amendment overtook a fact."""
    amended = library.instruments[fact.instrument].amended
    if amended is None:
        raise ValueError(fact.id)
    return library.word(language, "amended-mark", date=long_date(amended, language))


def mark_amended(library: Library, language: str, line: str) -> str:
    """Return the line with a mark after each sentence that an amendment overtook."""
    if "[^" not in line or not any(_overtaken(library, line)):
        return line
    cells = CELL.split(line)
    return "".join(
        _marked(library, language, match[0]) for cell in cells for match in SENTENCE.finditer(cell)
    )


def _marked(library: Library, language: str, sentence: str) -> str:
    marks = dict.fromkeys(
        amended_mark(library, language, it) for it in _overtaken(library, sentence)
    )
    if not marks:
        return sentence
    text = sentence.rstrip()
    told = "".join(f' <span class="kb-amended">{mark}</span>' for mark in marks)
    return f"{text}{told}{sentence[len(text) :]}"


def _overtaken(library: Library, text: str) -> Iterator[Fact]:
    cited = (library.facts.get(match["id"]) for match in CITATION.finditer(text))
    return (fact for fact in cited if fact is not None and amended_since(library, fact))
