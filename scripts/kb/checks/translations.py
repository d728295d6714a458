"""TRN01-TRN03: a translation has its source's shape and says what it was made from."""

from collections import Counter
from collections.abc import Iterator

from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.page import Page, Section
from kb.model.problem import Problem
from kb.model.translations import State, TranslatedPage


def record_problems(library: Library) -> Iterator[Problem]:
    """Yield a problem for each record of a page or section that is not there."""
    for language, pages in library.translations.items():
        for path, record in pages.items():
            place = library.places[f"translation:{language}:{path}"]
            for code, what, fix in _record_problems(library, language, path, record):
                yield Problem(place.path, place.line, code, what, fix)


def _record_problems(
    library: Library, language: str, path: str, record: TranslatedPage
) -> Iterator[tuple[str, str, str]]:
    page, file = library.page(language, path), f"docs/{language}/{path}.md"
    if page is None:
        if not library.is_unread(file):
            yield "TRN01", f"there is no page {file}", "remove the record, or restore the page"
        return
    if (record.read is None) != (record.reader is None):
        fix = "write the day into 'read' and who read it into 'reader', or null into both"
        what = f"{language}/{path} does not say both when it was read and by whom"
        yield "TRN03", what, fix
    for section in record.sections:
        if section not in page.sections:
            fix = "remove the section from the record, or restore it in the page"
            yield "TRN01", f"{language}/{path} has no section '{section}'", fix


def structure_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield problems of a translation whose ids, facts, links or boxes are not the source's."""
    source = library.page(SOURCE, page.path)
    if page.language == SOURCE:
        return
    if source is None:
        file = f"docs/{SOURCE}/{page.path}.md"
        fix = "give it the name of the English page, or write that page first"
        if not library.is_unread(file):
            yield Problem(page.file, 1, "TRN02", f"there is no English page {file}", fix)
        return
    yield from _section_problems(library, source, page)
    yield from _strange_sections(source, page)


def _section_problems(library: Library, source: Page, page: Page) -> Iterator[Problem]:
    record = library.record(page.language, page.path)
    is_unread = library.is_unread(f"docs/_data/translations/{page.language}.yml")
    for state in library.states(page.language, page.path):
        if state.state is State.MISSING:
            continue
        if state.id not in record.sections and not is_unread:
            what = f"no record says from which wording '{state.id}' was made"
            fix = f"run: kb accept {page.language} {page.path}#{state.id}"
            yield Problem(page.file, page.sections[state.id].first_line, "TRN01", what, fix)
        elif state.state is State.CURRENT:
            yield from _differences(source, page, state.id)


def current_sections(library: Library, page: Page) -> Iterator[tuple[Page, str]]:
    """Yield the English page and the id of each section that follows it; none of English itself."""
    source = library.page(SOURCE, page.path)
    if page.language == SOURCE or source is None:
        return
    for state in library.states(page.language, page.path):
        if state.state is State.CURRENT:
            yield source, state.id


def _strange_sections(source: Page, page: Page) -> Iterator[Problem]:
    wanted = [name for name in source.sections if name in page.sections]
    for section in page.sections.values():
        if section.id not in source.sections:
            yield _trn02(page, section, f"the English page has no section '{section.id}'")
    if [name for name in page.sections if name in source.sections] != wanted:
        yield Problem(
            page.file,
            1,
            "TRN02",
            "the sections do not stand in the order of the English page",
            f"put them into this order: {', '.join(wanted)}",
        )


def _differences(source: Page, page: Page, name: str) -> Iterator[Problem]:
    theirs, ours = source.sections[name], page.sections[name]
    for what in ("headings", "facts", "links", "boxes", "comments", "list items and table rows"):
        wanted, found = _shape(source, theirs, what), _shape(page, ours, what)
        if wanted != found:
            yield _trn02(page, ours, f"the {what} of '{name}' {told(wanted, found)}")


def _shape(page: Page, section: Section, what: str) -> list[str]:
    last = section.first_line + len(section.lines)
    if section.id == "top":
        last -= 2  # title and description stand in the front matter

    def inside(line: int) -> bool:
        return section.first_line <= line < last

    match what:
        case "headings":
            return [heading.id for heading in page.headings if inside(heading.line)]
        case "facts":
            return sorted(citation.fact for citation in page.citations if inside(citation.line))
        case "links":
            return sorted(link.target for link in page.links if inside(link.line))
        case "boxes":
            boxes = (line for line in section.lines if line.lstrip().startswith("!!! "))
            return [kind for line in boxes for kind in line.split()[1:2]]
        case "comments":
            return [line for line in section.lines if line.startswith("<!--")]
        case _:
            return [_row(line) for line in section.lines if _row(line)]


def _row(line: str) -> str:
    text = line.lstrip()
    if text.startswith("|"):
        return f"row of {text.count('|') - 1}"
    return "item" if text.startswith(("- ", "* ")) or text.split(". ")[0].isdigit() else ""


def told(wanted: list[str], found: list[str]) -> str:
    """Return what is missing in *found* and what is too many."""
    missing = sorted((Counter(wanted) - Counter(found)).elements())
    extra = sorted((Counter(found) - Counter(wanted)).elements())
    parts = [f"lack {', '.join(missing)}"] if missing else []
    parts += [f"have {', '.join(extra)} that the English has not"] if extra else []
    return " and ".join(parts) or "do not stand in the order of the English"


def _trn02(page: Page, section: Section, what: str) -> Problem:
    return Problem(
        page.file,
        section.first_line,
        "TRN02",
        what,
        "bring the section into the shape of the English one, in number and order",
    )
