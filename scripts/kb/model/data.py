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
from yaml.constructor import ConstructorError, SafeConstructor

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
    try:
        data.problems.extend(_no_json(source))
        data.problems.extend([] if data.problems else _refused(source, first_line))
        node = None if data.problems else yaml.compose(source.text, Loader=LOADER)
    except yaml.YAMLError as error:
        data.problems.append(_broken(source, error, first_line))
    if data.problems:
        return data
    if node is None:
        empty = Problem(source.path, first_line, "DAT01", "there are no values", "write them")
        data.problems.append(empty)
        return data
    data.value = _Reader(data, first_line).read(node, ())
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


def _refused(source: Source, first_line: int) -> Iterator[Problem]:
    """Yield what must not reach the composer: anchors that explode, tags, a nest without a floor.

    Events come one by one, so that no depth of nesting can exhaust the stack here.
    """
    depth = 0
    for event in yaml.parse(source.text, Loader=LOADER):
        line = (event.start_mark.line if event.start_mark else 0) + first_line
        if getattr(event, "anchor", None) is not None:
            fix = "write the value out where it is needed"
            yield Problem(source.path, line, "DAT05", "an anchor (&, *) is used", fix)
        if (tag := getattr(event, "tag", None)) is not None:
            fix = "write the value alone; put text into quotes"
            yield Problem(source.path, line, "DAT01", f"the tag '{tag}' is used", fix)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            what = f"values stand more than {DEEPEST} deep inside one another"
            yield Problem(
                source.path, line, "DAT01", what, "see SCHEMA.md for the form of a record"
            )
            return


class _Reader:
    """Turns nodes into values, and notes the line of each."""

    def __init__(self, data: Data, first_line: int) -> None:
        self.data = data
        self.first_line = first_line
        self.constructor = SafeConstructor()

    def read(self, node: yaml.Node, place: Place) -> Any:  # noqa: ANN401 - YAML holds anything
        line = node.start_mark.line + self.first_line
        self.data.lines.setdefault(place, line)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*place, number)) for number, item in enumerate(node.value)]
        return self._scalar(node, line)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + self.first_line
            if not isinstance(key_node, yaml.ScalarNode):
                self._say(line, "DAT01", "a key is not a plain word", "write a plain word as key")
                continue
            key = key_node.value
            if key in values:
                self._say(line, "DAT03", f"the field '{key}' stands twice", "keep one of the two")
                continue
            self.data.lines[*place, key] = line
            values[key] = self.read(value_node, (*place, key))
        return values

    def _scalar(self, node: yaml.Node, line: int) -> Any:  # noqa: ANN401 - YAML holds anything
        if node.tag == TEXT_TAG:
            return node.value
        try:
            return self.constructor.construct_object(node)
        except CANNOT_BE_READ:
            what = f"'{node.value[:LONGEST_TOLD]}' cannot be read as a value"
            fix = "dates are written 2026-11-02 and must exist; put any other text into quotes"
            self._say(line, "DAT01", what, fix)
            return None

    def _say(self, line: int, code: str, what: str, fix: str) -> None:
        self.data.problems.append(Problem(self.data.path, line, code, what, fix))


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
