"""A tool as a plain list: questions, outcomes, grounds. The script makes its form from it.

A walk has a page for each country; its own asks for the country, and its answers lead there.
"""

from collections.abc import Iterator

from kb.model.evidence import COUNTRIES, Country
from kb.model.languages import SOURCE, number
from kb.model.library import Library
from kb.model.tool_lines import Ground
from kb.model.tools import Builder, Input, Sum, Tool, Walk
from kb.site.notes import notes
from kb.site.tool_words import Writer, boxed, item
from kb.site.walks import walk_lines, ways_in

FOLDER = "tools/"


def tool_on(library: Library, path: str) -> Tool | None:
    """Return the tool that works on a page: a walk on those of its countries only."""
    if not path.startswith(FOLDER):
        return None
    name, _, country = path.removeprefix(FOLDER).partition("/")
    tool = library.tools.get(name)
    return tool if isinstance(tool, Walk) == bool(country) else None


def walk_pages(library: Library) -> list[tuple[str, Country]]:
    """Return the written page of each walk with each country that the walk asks about."""
    return [
        (f"{FOLDER}{tool.id}", country)
        for tool in library.tools.values()
        if isinstance(tool, Walk) and f"{FOLDER}{tool.id}" in library.pages[SOURCE]
        for country in COUNTRIES
        if any(one.country == country for one in tool.outcomes)
    ]


def facts_of_tool(library: Library, path: str) -> tuple[str, ...]:
    """Return the facts that the tool of a page names there, in the order of its file."""
    return tuple(dict.fromkeys(one.fact for one in library.grounds if page_of(one) == path))


def page_of(ground: Ground) -> str:
    """Return the path of the page on which a tool names a fact."""
    return "/".join(filter(None, (f"{FOLDER}{ground.tool}", ground.country)))


def country_title(library: Library, language: str, path: str, country: str) -> str:
    """Return what the page of a country is called that stands below a written page."""
    front = (library.page(language, path) or library.source_page(path)).front
    return f"{library.word(language, country)}: {front.title}"


def tool_list(library: Library, language: str, path: str, name: str) -> Iterator[str]:
    """Yield a tool as Markdown; an unknown name yields nothing, and TOL06 tells it."""
    writer = Writer(library, language, path)
    match library.tools.get(name):
        case Walk() as tool:
            yield from ways_in(writer, tool)
        case Sum() as tool:
            yield from boxed(writer, tool, _sum(writer, tool))
        case Builder() as tool:
            yield from boxed(writer, tool, _builder(writer, tool))


def walk_in(library: Library, language: str, path: str) -> Iterator[str]:
    """Yield Markdown: a walk in the country of a page such as 'tools/can-join/kz'."""
    parent, _, country = path.rpartition("/")
    writer = Writer(library, language, path)
    yield from [writer.link(parent), ""]
    yield from [f"## {writer.word('tool-questions')} {{ #questions }}", ""]
    tool = tool_on(library, path)
    if isinstance(tool, Walk):
        yield from boxed(writer, tool, walk_lines(writer, tool, country))
        yield from ["", *notes(library, language, path, facts_of_tool(library, path)), ""]


def _sum(writer: Writer, tool: Sum) -> Iterator[str]:
    yield from [f"{writer.word('tool-fields')}:", ""]
    for field in tool.fields:
        yield _field(writer, field)
    yield ""


def _field(writer: Writer, field: Input) -> str:
    value, least, most = (
        number(one, writer.language) for one in (field.value, field.least, field.most)
    )
    told = writer.word("tool-field", value=value, least=least, most=most)
    label = f'<span class="kb-tool-label">{writer.words(field.label)}</span>'
    text = f'{label}<span class="kb-small">: {told}</span>'
    return item(
        text + writer.notes(field.facts),
        field=field.id,
        value=field.value,
        least=field.least,
        most=field.most,
        by=field.step,
        unit=field.unit,
        scale=field.scale,
    )


def _builder(writer: Writer, tool: Builder) -> Iterator[str]:
    yield from [f"{writer.word('tool-parts')}:", ""]
    yield from (f"- {writer.words(part.label)}" for part in tool.parts)
    yield from ["", f"{writer.word('tool-sectors')}:", ""]
    for sector in sectors(writer.library, tool):
        yield f"- {writer.link(sector)}"
    yield ""


def sectors(library: Library, tool: Builder) -> list[str]:
    """Return the paths of the sector pages, without their index."""
    head = f"{tool.folder}/"
    return [
        path for path in library.pages[SOURCE] if path.startswith(head) and path != f"{head}index"
    ]
