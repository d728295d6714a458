"""What a tool's file says and names, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model.data import Data, Place
from kb.model.languages import SOURCE


@dataclass(frozen=True)
class Ground:
    """A fact's id where a sentence of a tool rests on it."""

    tool: str
    fact: str
    path: str
    line: int
    text: str
    country: str
    """Of the question or outcome; empty where it is asked in all."""


def grounds(tool: str, data: Data) -> Iterator[Ground]:
    """Yield every fact that a tool names, with its line and the English sentence."""
    yield from _grounds(tool, data, data.value, (), "")


def _grounds(tool: str, data: Data, value: object, place: Place, country: str) -> Iterator[Ground]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _grounds(tool, data, item, (*place, number), country)
    elif isinstance(value, dict):
        country = value.get("country") or country
        words = value.get("text") or value.get("label") or {}
        for number, fact in enumerate(value.get("facts", ())):
            line = data.line_of((*place, "facts", number))
            yield Ground(tool, fact, data.path, line, words.get(SOURCE, ""), country)
        for key, item in value.items():
            yield from _grounds(tool, data, item, (*place, key), country)


@dataclass(frozen=True)
class Saying:
    """One text of a tool in one language, and where it stands."""

    path: str
    line: int
    language: str
    text: str


def sayings(data: Data) -> Iterator[Saying]:
    """Yield every text of a tool in every language."""
    yield from _sayings(data, data.value, ())


def _sayings(data: Data, value: object, place: Place) -> Iterator[Saying]:
    if isinstance(value, dict):
        for key, item in value.items():
            if SOURCE in value and isinstance(item, str):
                yield Saying(data.path, data.line_of((*place, key)), key, item)
            yield from _sayings(data, item, (*place, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _sayings(data, item, (*place, number))
