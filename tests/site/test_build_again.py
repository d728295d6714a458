"""A build with papers over an older one: the same bytes as from nothing, and little is written."""

import shutil
from pathlib import Path

import pytest

from kb.cli import main
from kb.model.output import NO_LINKS
from tests.site.small_project import files, write_small_project

EDITED = "docs/en/law/dues.md"
PAPER, PAGE = "en/paper/law-dues.pdf", "en/law/dues/index.html"


def built(root: Path, site: Path, *options: str) -> dict[str, bytes]:
    """Build English with `kb build`; return every file."""
    call = ["build", "--root", str(root), "--site", str(site), "--lang", "en"]
    assert 0 == main([*call, *options])
    return files(site)


def edit(root: Path) -> None:
    file = root / EDITED
    file.write_text(file.read_text(encoding="utf-8").replace("pay.", "pay 1%."), encoding="utf-8")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a project and its built site; tests copy it."""
    folder = tmp_path_factory.mktemp("whole")
    built(write_small_project(folder / "project"), folder / "site")
    return folder


@pytest.fixture
def root(whole: Path, tmp_path: Path) -> Path:
    """Return a project whose site stands beside it."""
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    return tmp_path / "project"


def test_after_an_edit_it_is_what_is_built_from_nothing(root: Path, tmp_path: Path) -> None:
    """And nothing else was written."""
    site = tmp_path / "site"
    before, states = files(site), _states(site)
    edit(root)
    again = built(root, site)
    written = {name for name, state in _states(site).items() if states.get(name) != state}

    assert again == built(root, tmp_path / "new")
    assert {name for name in again if again[name] != before.get(name)} == written
    assert {PAPER, PAGE, f"{PAGE}.br", "en/birge-en.epub"} <= written
    assert "en/law/joining/index.html" not in written


def test_a_paper_goes_with_its_page(root: Path, tmp_path: Path) -> None:
    (root / EDITED).unlink()
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("  - About:\n      - law/dues.md\n", "")
    settings.write_text(text, encoding="utf-8")
    links = root / "docs/_data/short-links.yml"
    links.write_text("links:\n  siki: law/joining\nmoved: {}\n", encoding="utf-8")
    again = built(root, tmp_path / "site")

    assert [] == [name for name in again if "dues" in name]
    assert again == built(root, tmp_path / "new")


def test_without_papers_none_stands_and_no_page_offers_any(root: Path, tmp_path: Path) -> None:
    assert b'class="kb-papers"' in files(tmp_path / "site")[PAGE]
    again = built(root, tmp_path / "site", "--no-papers")

    assert again == built(root, tmp_path / "new", "--no-papers")
    assert NO_LINKS in again[PAGE]
    assert [] == [name for name in again if name.endswith((".pdf", ".br", ".zip"))]


def test_what_was_changed_by_hand_is_made_whole(root: Path, tmp_path: Path) -> None:
    """A paper, a size in a page, and packed copies are what they are of today's text."""
    site = tmp_path / "site"
    before = files(site)
    (site / PAGE).write_bytes(before[PAGE].replace(b" kB)", b"9 kB)"))
    for name in (PAPER, f"{PAGE}.br", f"{PAGE}.gz", "offline/birge-en.zip", "gone.txt.br"):
        (site / name).write_bytes(b"old")

    assert before == built(root, site)


def test_what_fails_leaves_the_site_as_it_was(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Papers too are made before anything is shown."""
    before = files(tmp_path / "site")
    edit(root)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kb.tasks.papers.pack", stop)
    call = ["build", "--root", str(root), "--site", str(tmp_path / "site"), "--lang", "en"]
    assert 130 == main(call)
    assert before == files(tmp_path / "site")
    assert [] == list(tmp_path.glob(".site-*"))


def _states(site: Path) -> dict[str, tuple[int, int]]:
    found = ((file, file.stat()) for file in site.rglob("*") if file.is_file())
    return {
        file.relative_to(site).as_posix(): (state.st_ino, state.st_mtime_ns)
        for file, state in found
    }
