"""What was found in pages before is what is found in them."""

from pathlib import Path

import pytest

from kb.model.kept import Kept
from kb.model.library import Library, load
from tests.knowledge_base import PAGE, KnowledgeBase
from tests.real import ROOT


def said(library: Library) -> list[object]:
    """Return all that pages say, and what is wrong with them."""
    pages = [(page, page.outline, page.cited, page.ids) for page in library.all_pages()]
    return [*pages, *map(str, library.problems), *sorted(library.unread)]


def test_a_page_that_is_known_is_read_as_before(tmp_path: Path) -> None:
    plain = said(load(ROOT))
    kept = Kept(tmp_path)

    assert plain == said(load(ROOT, kept))
    assert plain == said(load(ROOT, kept))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A legal index", "A new index"),
        ("title: Who", "title: You"),
        ("[^kg-union-who-may-join]", ""),
        ("checked: 2026-11-02", "checked: 2026-11-99"),
        ("---\n", ""),
    ],
    ids=["text", "front matter", "citation", "broken day", "no front matter"],
)
def test_a_page_that_was_changed_is_read_anew(
    base: KnowledgeBase, tmp_path: Path, old: str, new: str
) -> None:
    kept = Kept(tmp_path)
    load(base.root, kept)
    base.replace(PAGE, old, new)
    plain = said(load(base.root))

    assert plain == said(load(base.root, kept))
    assert plain == said(load(base.root, kept))


def test_pages_that_changed_places_are_told_apart(base: KnowledgeBase, tmp_path: Path) -> None:
    """The same text at another place is another page."""
    kept = Kept(tmp_path)
    load(base.root, kept)
    base.write("docs/en/law/kg/dues.md", base.read(PAGE))
    (base.root / PAGE).unlink()

    assert said(load(base.root)) == said(load(base.root, kept))


def test_what_is_known_is_not_looked_for_again(
    base: KnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(tmp_path)
    plain = said(load(base.root, kept))
    monkeypatch.setattr("kb.model.known.read_page", None)

    assert plain == said(load(base.root, kept))
