"""Tasks that write records: translations, short links, versions of sheets."""

import argparse
from datetime import UTC, datetime

from kb.model.addresses import new_short_id
from kb.model.languages import SOURCE
from kb.model.library import load
from kb.model.versions import PRINTED, released
from kb.model.write import (
    accepted,
    all_targets,
    short_links_text,
    translations_text,
    versions_text,
    write_text,
)
from kb.tasks import wrong


def accept(options: argparse.Namespace) -> int:
    """Note that a translation follows today's English wording."""
    library = load(options.root)
    records = library.translations.setdefault(options.language, {})
    for wanted in options.pages:  # each call sees what the one before it recorded
        path, _, section = wanted.partition("#")
        try:
            records[path] = accepted(library, options.language, path, section or None)
        except KeyError as error:
            return wrong(str(error.args[0]))
    file = options.root / "docs" / "_data" / "translations" / f"{options.language}.yml"
    write_text(file, translations_text(options.language, records))
    return 0


def links(options: argparse.Namespace) -> int:
    """Add short links for pages and sections."""
    library = load(options.root)
    file = options.root / "docs" / "_data" / "short-links.yml"
    if library.is_unread("docs/_data/short-links.yml"):
        return wrong("docs/_data/short-links.yml cannot be read; run kb check and mend it first")
    if not file.exists() and library.pages[SOURCE]:  # paper would lead to other pages, or nowhere
        how = "take it from an earlier version, or begin it with 'links: {}' and 'moved: {}'"
        return wrong(f"there is no docs/_data/short-links.yml; {how}")
    links = dict(library.short_links)
    for target in options.targets if options.new == "new" else all_targets(library):
        path, _, section = target.partition("#")
        page = library.pages[SOURCE].get(path)
        if page is None or (section and section not in page.ids):
            return wrong(f"there is no page or section '{target}'")
        if target not in links.values():
            links[new_short_id(target, set(links))] = target
    write_text(file, short_links_text(links, library.moved))
    for short, target in links.items():
        if target in options.targets:
            print(f"/s/{short}/  {target}")
    return 0


def release(options: argparse.Namespace) -> int:
    """Note what changed in sheets and kits."""
    library = load(options.root)
    if library.is_unread("docs/_data/versions.yml"):
        return wrong("docs/_data/versions.yml cannot be read; run kb check and mend it first")
    day = options.day or datetime.now(tz=UTC).date()
    versions = dict(library.versions)
    newest = max((one.versions[-1].day for one in versions.values() if one.versions), default=day)
    if day < newest:
        return wrong(f"paper of {newest} is out already; give that day or a later one")
    for page in library.all_pages():
        if page.front.kind in PRINTED:
            fresh = released(page, versions.get(page.key), day)
            if fresh != versions.get(page.key):
                print(page.key)
            versions[page.key] = fresh
    write_text(options.root / "docs" / "_data" / "versions.yml", versions_text(versions))
    return 0
