"""What a tool's file says and names, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model.data import Data, Place, parse
from kb.model.languages import SOURCE
from kb.model.problem import Located, Problem
from kb.model.tools import KINDS, Tool, Walk

GROUPS = ("steps", "outcomes", "fields", "parts")
"""What a tool is made of: records, each with an id."""


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


@dataclass(frozen=True)
class ToolFile:
    """A tool with all that its file says and names."""

    tool: Tool
    grounds: tuple[Ground, ...]
    sayings: tuple[Saying, ...]
    places: dict[str, Located]
    """Where the tool and its records stand, by 'tool:id' and 'tool:id:record'."""


def read_tool(data: Data) -> ToolFile | list[Problem]:
    """Return the tool of a file, or what keeps it from being one."""
    kind = data.value.get("kind") if isinstance(data.value, dict) else None
    if isinstance(tool := parse(data, KINDS.get(str(kind), Walk), data.value), list):
        return tool
    places = {f"tool:{tool.id}": Located(data.path, 1)}
    for group in GROUPS:
        for number, record in enumerate(getattr(tool, group, ())):
            place = Located(data.path, data.line_of((group, number)))
            places[f"tool:{tool.id}:{record.id}"] = place
    return ToolFile(tool, tuple(grounds(tool.id, data)), tuple(sayings(data)), places)
