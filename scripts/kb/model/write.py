"""The few files that a command writes: whole, and only when they change."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from kb.model.languages import SOURCE
from kb.model.library import Library
from kb.model.page import TOP
from kb.model.translations import TranslatedPage
from kb.model.versions import Versions


def write_text(file: Path, text: str) -> bool:
    """Return whether the file had to be changed; it is replaced in one step."""
    return write_bytes(file, text.encode())


def write_bytes(file: Path, raw: bytes) -> bool:
    """Return whether the file had to be changed; it is replaced in one step."""
    try:
        if file.read_bytes() == raw:  # bytes, because reading text hides CR LF
            return False
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_bytes(raw)
    fresh.replace(file)
    return True


def accepted(library: Library, language: str, path: str, section: str | None) -> TranslatedPage:
    """Return the record that says: made from today's English wording.

    Raises `KeyError` with what is missing: the page, the translation or the section.
    """
    record = f"docs/_data/translations/{language}.yml"
    if library.is_unread(record):
        raise KeyError(f"{record} cannot be read; mend it first, or its records are lost")
    for file in (f"docs/{code}/{path}.md" for code in (SOURCE, language)):
        if library.is_unread(file):
            raise KeyError(f"{file} cannot be read; run kb check and mend it first")
    source, page = library.pages["en"].get(path), library.page(language, path)
    if source is None or page is None:
        raise KeyError(f"there is no page {language}/{path}")
    wanted = [section] if section else [name for name in source.sections if name in page.sections]
    for name in wanted:
        if name not in source.sections or name not in page.sections:
            raise KeyError(f"{language}/{path} has no section '{name}'")
    old = library.record(language, path)
    wordings = {**old.sections, **{name: source.sections[name].wording for name in wanted}}
    kept = {name: wordings[name] for name in source.sections if name in wordings}
    return TranslatedPage(read=old.read, reader=old.reader, sections=kept)


def translations_text(language: str, pages: Mapping[str, TranslatedPage]) -> str:
    """Return docs/_data/translations/<language>.yml with the pages in alphabetical order."""
    records = {path: pages[path].model_dump() for path in sorted(pages)}
    body = yaml.safe_dump({"pages": records}, sort_keys=False, allow_unicode=True, width=10_000)
    return (
        f"# From which English wording each section of docs/{language}/ was made;"
        " written by `kb accept`.\n"
        "# Six signs a line of the source: the beginning of its SHA-256.\n"
        f"{body}"
    )


class _Plain(yaml.SafeDumper):
    """Writes a value out wherever it stands; our files know no anchors."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML asks of each value
        return True


def versions_text(pages: Mapping[str, Versions]) -> str:
    """Return docs/_data/versions.yml with the pages in alphabetical order."""
    records = {key: pages[key].model_dump() for key in sorted(pages)}
    body = yaml.dump(
        {"pages": records}, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=10_000
    )
    return (
        "# What changed in each sheet and kit, for paper that was printed before;"
        f" written by `kb release`.\n{body}"
    )


def all_targets(library: Library) -> list[str]:
    """Return every English page, and each section of it, as short links name them."""
    return [
        path if section == TOP else f"{path}#{section}"
        for path, page in library.pages[SOURCE].items()
        for section in page.sections
    ]


def short_links_text(links: Mapping[str, str], moved: Mapping[str, str]) -> str:
    """Return docs/_data/short-links.yml, old entries first, as they stood."""
    body = yaml.safe_dump(
        {"links": dict(links), "moved": dict(moved)},
        sort_keys=False,
        allow_unicode=True,
        width=10_000,
    )
    return (
        "# Links printed on paper: short id, then the page or section that it opens."
        " Entries are added, never changed.\n"
        "# `kb links new PATH#ID` adds one. A page that moves is named under `moved`,"
        " so that its old address still leads somewhere.\n"
        f"{body}"
    )
