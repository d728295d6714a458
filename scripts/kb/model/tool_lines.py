"""What a tool's file says and names, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

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
    if tool.id != (name := PurePosixPath(data.path).stem):
        what = f"'id': the tool is '{tool.id}', its file '{name}'"
        fix = "give the tool the name of its file"
        return [Problem(data.path, data.line_of(("id",)), "DAT02", what, fix)]
    places = {f"tool:{tool.id}": Located(data.path, 1)}
    twice = []
    for place, record in _records(tool):
        here = Located(data.path, data.line_of(place))
        if (earlier := places.setdefault(f"tool:{tool.id}:{record}", here)) is not here:
            what = f"'{record.rpartition(':')[2]}' stands already in {earlier.path}:{earlier.line}"
            fix = "give one of the two another id, or remove it"
            twice.append(Problem(here.path, here.line, "DAT03", what, fix))
    return twice or ToolFile(tool, tuple(grounds(tool.id, data)), tuple(sayings(data)), places)


def _records(tool: Tool) -> Iterator[tuple[Place, str]]:
    """Yield where each record of a tool stands, and its id; before an answer's that of its step."""
    for group in GROUPS:
        for number, record in enumerate(getattr(tool, group, ())):
            yield (group, number), record.id
            for place, answer in enumerate(getattr(record, "answers", ())):
                yield (group, number, "answers", place), f"{record.id}:{answer.id}"
