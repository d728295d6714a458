"""One page of the site: rendered once, and kept under a key of all that it is made from."""

import json
from dataclasses import dataclass

from kb.model.kept import Kept, key_of
from kb.model.languages import SOURCE
from kb.site.edition import Edition, warnings
from kb.site.ground import look
from kb.site.view import chooser


@dataclass(frozen=True)
class Leaf:
    """A page as it stands in the site, and what is needed to hold its links."""

    html: str
    anchors: tuple[str, ...]
    """The ids to which a link can lead."""
    links: dict[str, dict[str, str]]
    """By the file to which links lead: each anchor that is meant, and the link as written."""


def leaf(edition: Edition, path: str, ground: str, kept: Kept) -> Leaf:
    """Return a page, made anew where anything that it stands on has changed.

    *ground* is what `fingerprint` returns for the edition.
    """
    view = edition.view(path)
    shown = sorted(view.shown().items()) if view else list(chooser(edition.plugin.library))
    text = edition.markdown(path)
    key = key_of([ground, path, text, repr(shown), repr(edition.branch(path))])
    if (found := kept.get(key)) is not None:
        return _read(found)
    with warnings() as told:
        html = edition.render(path, text, view)
    page = edition.pages[path]
    links = {file.src_uri: leads for file, leads in (page.links_to_anchors or {}).items()}
    made = Leaf(html, tuple(sorted(page.present_anchor_ids or ())), links)
    if not told:  # a page that was warned of is warned of in the next build too
        kept.put(key, _written(made))
    return made


def _written(leaf: Leaf) -> bytes:
    """Return what is needed to hold the links on the first line, then the page as it stands."""
    return f"{json.dumps([leaf.anchors, leaf.links], ensure_ascii=False)}\n{leaf.html}".encode()


def _read(raw: bytes) -> Leaf:
    head, _, html = raw.decode().partition("\n")
    anchors, links = json.loads(head)
    return Leaf(html, tuple(anchors), links)


def fingerprint(edition: Edition) -> str:
    """Return what every page of an edition stands on, as one hash.

    That is our code, all packages and Python, the templates, the settings, the words of the
    interface, and which pages there are.
    """
    words = edition.plugin.library.words
    return key_of(
        [
            look(edition.plugin.library.root),
            edition.config.site_url or "",
            edition.language,
            repr(sorted(words[SOURCE].items())),
            repr(sorted(words.get(edition.language, {}).items())),
            repr(sorted(file.src_uri for file in edition.files)),
        ]
    )
