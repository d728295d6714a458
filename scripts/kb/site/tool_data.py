"""What a tool's script reads from the page: its words, and the sector pages as parts of a plan."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from kb.model.evidence import COUNTRIES, Country
from kb.model.languages import CYRILLIC, LATIN, SOURCE, html_language, long_date, number
from kb.model.library import Library
from kb.model.tools import Builder, Tool, said
from kb.site.assets import Asset, named_alike
from kb.site.plan_lines import in_cells, in_words, plan_lines, plan_pages
from kb.site.tools import sectors

NO_TEXT = {"id", "language", "group", "decimal", "short"}
"""Keys whose values are for the script alone."""
WEEKS = "weeks"
"""The part of a plan that is a table."""
Json = dict[str, object]


def tool_scripts(library: Library, language: str, tool: Tool) -> Iterator[Asset]:
    """Yield the script that gives a tool what it works with; then that of its twin, named alike."""
    data = tool_data(library, language, tool)
    every = [data, twin_data(library, data)] if language == LATIN else [data]
    yield from named_alike(f"{language}/assets/{tool.id}.js", [_script(one) for one in every])


def _script(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.kbTool={text};\n"


def tool_data(library: Library, language: str, tool: Tool) -> Json:
    """Return what a tool works with."""
    keys = (key for key in library.words[SOURCE] if key.startswith("tool-"))
    words = {key.removeprefix("tool-"): library.word(language, key) for key in keys}
    data: Json = {"words": words, **writing(language)}
    if isinstance(tool, Builder):
        data |= plan_data(library, language, tool)
    return data


def twin_data(library: Library, data: object) -> object:
    """Return what a tool works with, its Uzbek words in Cyrillic letters."""
    if isinstance(data, str):
        return library.cyrillic.text(data)
    if isinstance(data, list | tuple):
        return [twin_data(library, one) for one in data]
    if isinstance(data, dict):
        if data.get("language", LATIN) != LATIN:
            return data
        found = {
            key: one if key in NO_TEXT else twin_data(library, one) for key, one in data.items()
        }
        return found | ({"language": html_language(CYRILLIC)} if "language" in data else {})
    return data


def writing(language: str) -> Json:
    """Return how the language writes days and numbers; a browser may not know it."""
    sample = number(12345.6, language)
    return {
        "days": [long_date(date(2001, month, 22), language) for month in range(1, 13)],
        "group": sample[2],
        "decimal": sample[-2],
    }


def plan_data(library: Library, language: str, tool: Builder) -> Json:
    """Return countries, parts and sectors of the plan in the reader's language."""
    return {
        "countries": {country: library.word(language, country) for country in COUNTRIES},
        "parts": [{"id": part.id, "label": said(part.label, language)[0]} for part in tool.parts],
        "sectors": [sector_data(library, language, path, tool) for path in sectors(library, tool)],
    }


def sector_data(library: Library, language: str, path: str, tool: Builder) -> Json:
    """Return one sector page as the parts of a plan, and the pages to which it leads.

    A line is a text, or the cells of a row of weeks; a page is its title and short id. What is not
    the same in the plans of all countries stands by country, for those that have it.
    """
    page = library.page(language, path) or library.source_page(path)
    told = {
        part.id: list(plan_lines(library, page, part.section))
        for part in tool.parts
        if part.section in page.sections
    }
    return {
        "id": path.rpartition("/")[2],
        "title": page.front.title,
        "language": page.language,
        "read": long_date(page.front.checked, language),
        "parts": {
            part: [_shared(_written(line, part)) for line in lines] for part, lines in told.items()
        },
        "pages": [_shared(one) for one in plan_pages(library, page, chain(*told.values()))],
    }


def _written(line: dict[Country, str], part: str) -> dict[Country, object]:
    write = in_cells if part == WEEKS else in_words
    return {country: write(told) for country, told in line.items()}


def _shared(said: Mapping[Country, object]) -> object:
    """Return what is said in all plans, or else by country what is said in each."""
    first, *others = [said.get(country) for country in COUNTRIES]
    return first if all(first == other for other in others) else said
