"""YAML, and JSON, which is YAML too, as plain values with the line on which each stands.

Anchors, duplicate keys and dates that do not exist are refused: a record must say what it says.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from yaml.composer import ComposerError
from yaml.constructor import ConstructorError, SafeConstructor
from yaml.resolver import Resolver

from kb.model.problem import Problem
from kb.model.source import Source

Place = tuple[str | int, ...]
"""The way to a value: keys of mappings and numbers of list items, from the top of the file."""
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 12
"""The most that values may stand inside one another; our records need six."""
LONGEST_TOLD = 40
"""How much of a value a problem repeats."""
CANNOT_BE_READ = (ConstructorError, ValueError)
TEXT_TAG = "tag:yaml.org,2002:str"


@dataclass
class Data:
    """What a YAML file says, and on which line it says each thing."""

    path: str
    value: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line_of(self, place: Place) -> int:
        """Return the line of the value at *place*, or of the nearest thing around it."""
        while place:
            if place in self.lines:
                return self.lines[place]
            place = place[:-1]
        return self.lines.get((), 1)


@lru_cache(maxsize=20_000)  # a file that has not changed is not read again while one writes
def read_data(source: Source, *, first_line: int = 1) -> Data:
    """Return the values of a YAML text; `problems` tells what could not be taken."""
    data = Data(source.path)
    data.problems.extend(_no_json(source))
    if data.problems:
        return data
    reader = _Reader(data, first_line, yaml.parse(source.text, Loader=LOADER))
    try:
        values = reader.documents()
    except yaml.YAMLError as error:
        data.problems += [*reader.refused, _broken(source, error, first_line)]
        return data
    data.problems += reader.refused or reader.said
    if not (values or data.problems):
        empty = Problem(source.path, first_line, "DAT01", "there are no values", "write them")
        data.problems.append(empty)
    data.value = values[0] if values and not reader.refused else None
    return data


def _no_json(source: Source) -> Iterator[Problem]:
    """Yield what is YAML but not JSON in a file that other programs read as JSON."""
    if not source.path.endswith(".json"):
        return
    try:
        json.loads(source.text)
    except json.JSONDecodeError as error:
        what = f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        fix = "put keys and text into double quotes, and a comma between items but not at the end"
        yield Problem(source.path, error.lineno, "DAT01", what, fix)
    except RecursionError:
        return  # values stand too deep, which is told next


class _Reader:
    """Turns what stands in a YAML text, piece by piece, into values, and notes the line of each.

    Anchors that explode, tags, and a nest without a floor are refused as they come, so that no
    depth of nesting can exhaust the stack.
    """

    def __init__(self, data: Data, first_line: int, events: Iterator[yaml.Event]) -> None:
        self.refused: list[Problem] = []
        self.said: list[Problem] = []
        """What is wrong with values; not told where anything was refused."""
        self._data = data
        self._first_line = first_line
        self._events = events
        self._resolver = Resolver()
        self._constructor = SafeConstructor()

    def documents(self) -> list[Any]:
        """Return the values of the text, of which there should be one."""
        values: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if values:
                    raise ComposerError(None, None, "but found another document", event.start_mark)  # type: ignore[arg-type]
                try:
                    values.append(self._value(next(self._events), ()))
                except _TooDeepError:
                    break
        return values

    def _value(self, event: yaml.Event, place: Place) -> Any:  # noqa: ANN401 - YAML holds anything
        line = self._line(event)
        self._data.lines.setdefault(place, line)
        self._refuse(event, line)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line)
        if not isinstance(event, yaml.CollectionStartEvent):
            return None
        if len(place) >= DEEPEST:
            what = f"values stand more than {DEEPEST} deep inside one another"
            self._say(self.refused, line, "DAT01", what, "see SCHEMA.md for the form of a record")
            raise _TooDeepError
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place)
        return [self._value(one, (*place, number)) for number, one in enumerate(self._inside())]

    def _inside(self) -> Iterator[yaml.Event]:
        """Yield how each item of a mapping or a list begins; the rest of it is taken before."""
        while not isinstance(event := next(self._events), yaml.CollectionEndEvent):
            yield event

    def _refuse(self, event: yaml.Event, line: int) -> None:
        if getattr(event, "anchor", None) is not None:
            fix = "write the value out where it is needed"
            self._say(self.refused, line, "DAT05", "an anchor (&, *) is used", fix)
        if (tag := getattr(event, "tag", None)) is not None:
            fix = "write the value alone; put text into quotes"
            self._say(self.refused, line, "DAT01", f"the tag '{tag}' is used", fix)

    def _mapping(self, place: Place) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in self._inside():
            line = self._line(event)
            if not isinstance(event, yaml.ScalarEvent):
                fix = "write a plain word as key"
                self._skip(event, place)
                self._say(self.said, line, "DAT01", "a key is not a plain word", fix)
                self._skip(next(self._events), place)
                continue
            self._refuse(event, line)
            key = event.value
            if key in values:
                what = f"the field '{key}' stands twice"
                self._say(self.said, line, "DAT03", what, "keep one of the two")
                self._skip(next(self._events), place)
                continue
            self._data.lines[*place, key] = line
            values[key] = self._value(next(self._events), (*place, key))
        return values

    def _skip(self, event: yaml.Event, place: Place) -> None:
        """Take a value that nobody asks for; only what is refused in it counts."""
        said = len(self.said)
        self._value(event, (*place, ""))
        del self.said[said:]

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Any:  # noqa: ANN401 - YAML holds anything
        if not event.implicit[0]:  # in quotes
            return event.value
        tag = self._resolver.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
        if tag == TEXT_TAG:
            return event.value
        try:
            return self._constructor.construct_object(yaml.ScalarNode(tag, event.value))
        except CANNOT_BE_READ:
            what = f"'{event.value[:LONGEST_TOLD]}' cannot be read as a value"
            fix = "dates are written 2026-11-02 and must exist; put any other text into quotes"
            self._say(self.said, line, "DAT01", what, fix)
            return None

    def _line(self, event: yaml.Event) -> int:
        return (event.start_mark.line if event.start_mark else 0) + self._first_line

    def _say(self, told: list[Problem], line: int, code: str, what: str, fix: str) -> None:
        told.append(Problem(self._data.path, line, code, what, fix))


class _TooDeepError(Exception):
    """Values stand too deep inside one another to be read on."""


def _broken(source: Source, error: yaml.YAMLError, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = mark.line if mark else 0
    reason = getattr(error, "problem", None) or str(error).partition("\n")[0]
    fix = "quote a value that has a colon, a # or a quote sign; indent with spaces"
    if "\t" in "".join(source.lines[place : place + 1]):
        fix = "indent with spaces; there is a tab in this line"
    return Problem(source.path, place + first_line, "DAT01", f"this is not YAML: {reason}", fix)


def model_problems(data: Data, error: ValidationError, base: Place = ()) -> Iterator[Problem]:
    """Yield one problem for each field that does not fit the closed model, at its line."""
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "too_short" and len(details) > 1:
            continue  # pydantic counts only the items that it could take
        place = (*base, *detail["loc"])
        name = ".".join(str(part) for part in detail["loc"]) or "record"
        yield Problem(
            data.path,
            data.line_of(place),
            "DAT02",
            f"'{name}': {_plain(detail['type'], detail['msg'])}",
            "see docs/_data/evidence/SCHEMA.md and docs/en/about/contribute.md for the fields",
        )


PLAIN = {
    "missing": "the field is missing",
    "extra_forbidden": "there is no such field",
    "date_type": "this is no day; write it like 2026-11-02, without quotes",
    "int_parsing": "this is no whole number",
    "string_type": "this is not text; put it into quotes",
    "string_too_short": "this is empty",
    "tuple_type": "this is not a list",
    "dict_type": "these are not fields, each with its value",
    "model_type": "these are not fields, each with its value",
}
"""What a problem is called in words for editors, by pydantic's name for it."""


def _plain(kind: str, message: str) -> str:
    message = message.removeprefix("Value error, ")
    return PLAIN.get(kind, message[:1].lower() + message[1:])


Record = TypeVar("Record", bound=BaseModel)


def parse(
    data: Data, model: type[Record], value: object, base: Place = ()
) -> Record | list[Problem]:
    """Return *value*, which stands at *base*, as a record, or what keeps it from being one."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        return list(model_problems(data, error, base))
