"""Permanent short addresses `/s/<id>/`: a small page that opens in the reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from kb.model.addresses import landing
from kb.model.languages import EDITIONS, NAMES, SOURCE, html_language
from kb.model.library import Library
from kb.site.made import made_pages
from kb.site.view import address

UP = "../../"
"""From the page `/s/<id>/` to the root of the site."""


@dataclass(frozen=True)
class Door:
    """The target of a short address in one edition."""

    language: str
    """As HTML writes it."""
    name: str
    title: str
    address: str
    """From the page that leads there: '../../kk/law/kz/joining/#dues'."""


@dataclass(frozen=True)
class ShortLink:
    """One short address with its target in every language."""

    id: str
    doors: tuple[Door, ...]


def short_links(library: Library) -> Iterator[ShortLink]:
    """Yield every short address; a page that moved is opened at its new place."""
    for short, target in library.short_links.items():
        path, section = landing(target, library.moved)
        doors = tuple(_door(library, language, path, section, UP) for language in EDITIONS)
        yield ShortLink(short, doors)


def _door(library: Library, language: str, path: str, section: str, up: str) -> Door:
    own = library.page(language, path)
    page = own or library.pages[SOURCE].get(path)
    made = None if page else made_pages(library, language).get(path)
    title = page.front.title if page else made.title if made else path
    title = library.spelled(language, title) if own else title
    anchor = f"#{section}" if section else ""
    target = f"{up}{address(language, path)}{anchor}"
    return Door(html_language(language), NAMES[language], title, target)


def moved_pages(library: Library) -> Iterator[tuple[str, str, Door]]:
    """Yield, for each page that moved and each edition, its old folder, the way up, and the new."""
    for old, new in library.moved.items():
        for language in EDITIONS:
            folder = address(language, old)
            up = "../" * folder.count("/")
            yield folder, up, _door(library, language, new, "", up)


def address_pages(
    library: Library, env: Environment, config: MkDocsConfig
) -> Iterator[tuple[str, str]]:
    """Yield place and HTML of the page at each short address, and of each page that moved."""
    template = env.get_template("short.html")
    for link in short_links(library):
        yield f"s/{link.id}/index.html", template.render(config=config, link=link)
    template = env.get_template("moved.html")
    for folder, up, door in moved_pages(library):
        yield f"{folder}index.html", template.render(config=config, door=door, root=up)
