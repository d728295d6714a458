"""What was found in pages before: one that says the same is not looked through again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import TypeAdapter

from kb.model.evidence import Closed
from kb.model.front_matter import FrontMatter
from kb.model.kept import Kept, key_of, programs
from kb.model.page import Page, read_page
from kb.model.problem import Problem
from kb.model.source import Source

KEPT = Path(".cache/read")
Reader = Callable[[Source, str], Page | list[Problem]]
"""What makes a page, or its problems, of a file's text and a path."""


class Known(Closed):
    """What reading a page brings besides its lines."""

    front: FrontMatter
    front_lines: int
    outline: tuple[str, ...]


ALL = TypeAdapter(dict[str, Known])


@contextmanager
def reader(kept: Kept | None, language: str) -> Iterator[Reader]:
    """Give what reads the pages of a language, and keep what was found, where *kept* is given."""
    if kept is None:
        yield lambda source, path: read_page(source, language, path)
        return
    place = key_of([programs(), language])
    found = kept.get(place)
    known = ALL.validate_json(found) if found else {}
    now: dict[str, Known] = {}

    def read(source: Source, path: str) -> Page | list[Problem]:
        if (old := known.get(source.digest)) is not None:
            lines = tuple(source.lines[old.front_lines :])
            page = Page(language, path, source.path, old.front, old.front_lines, lines)
            page.__dict__["outline"] = old.outline  # where `cached_property` looks for it
            now[source.digest] = old
            return page
        made = read_page(source, language, path)
        if isinstance(made, Page):
            now[source.digest] = Known(
                front=made.front, front_lines=made.front_lines, outline=made.outline
            )
        return made

    yield read
    if now.keys() != known.keys():
        kept.put(place, ALL.dump_json(now))
        kept.forget()
