"""What a tool's script reads from the page: its words, and the sector pages as parts of a plan."""

import json
import re
from collections.abc import Iterator
from datetime import date

from kb.model.evidence import COUNTRIES
from kb.model.languages import CYRILLIC, LATIN, SOURCE, html_language, long_date, number
from kb.model.library import Library
from kb.model.page import Page
from kb.model.text import plain
from kb.model.tools import Builder, Tool, said
from kb.site.assets import Asset, named_alike
from kb.site.tools import sectors

ROW = re.compile(r"^[ \t]*\|(?P<cells>.*)\|[ \t]*$")
RULE = re.compile(r"^[ \t]*\|[ \t:|-]+\|[ \t]*$")
LIST_SIGN = re.compile(r"^[ \t]*(?:[-*]|\d+[.)])[ \t]")
NO_TEXT = {"id", "language", "group", "decimal"}
"""Keys whose values are for the script alone."""
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
    """Return one sector page as the parts of a plan: lines, or rows of a table."""
    page = library.page(language, path) or library.source_page(path)
    parts: Json = {}
    for part in tool.parts:
        section = page.sections.get(part.section or "")
        if section is None or part.section is None:
            continue
        if part.by_country:
            parts[part.id] = {
                country: list(_for_country(library, page, section.lines[1:], country))
                for country in COUNTRIES
            }
        elif part.section == "first-90-days":
            parts[part.id] = list(rows(section.lines))[1:]
        else:
            parts[part.id] = list(lines(section.lines[1:]))
    return {
        "id": path.rpartition("/")[2],
        "title": page.front.title,
        "language": page.language,
        "read": long_date(page.front.checked, language),
        "parts": parts,
    }


def lines(written: tuple[str, ...]) -> Iterator[str]:
    """Yield the sentences as plain lines: a table's row becomes one line, its head is left out."""
    head = True
    for line in written:
        if RULE.match(line):
            head = False
        elif ROW.match(line):
            if not head:
                first, *rest = _cells(line)
                yield f"{first}: {'; '.join(cell.rstrip('.') for cell in rest)}"
        elif text := plain(line):
            head = True
            yield f"- {text}" if LIST_SIGN.match(line) else text


def rows(written: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield the cells of each row of the section's table, its head first."""
    for line in written:
        if ROW.match(line) and not RULE.match(line):
            yield _cells(line)


def _cells(line: str) -> list[str]:
    match = ROW.match(line)
    return [plain(cell) for cell in (match["cells"] if match else "").split("|")]


def _for_country(
    library: Library, page: Page, written: tuple[str, ...], country: str
) -> Iterator[str]:
    """Yield what a section says of one country: below its heading, or in its rows of a table."""
    if any(line.startswith("### ") for line in written):
        yield from lines(_below(written, country))
        return
    others = [library.word(page.language, code) for code in COUNTRIES if code != country]
    for line in lines(written):
        if not any(line.startswith(f"{name}:") for name in others):
            yield line


def _below(written: tuple[str, ...], country: str) -> tuple[str, ...]:
    found: list[str] = []
    inside = False
    for line in written:
        if line.startswith("### "):
            inside = f"-{country} }}" in line
        elif inside:
            found.append(line)
    return tuple(found)
