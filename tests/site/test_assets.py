"""What is published beside the pages: joined, and named by what it says."""

from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

from kb.model.kept import Kept
from kb.site.assets import BUNDLES, PAGE_SCRIPT, THEME, assets, icon
from tests.site.conftest import ROOT, SITE

TEMPLATES = Path(get_theme_dir("material"))
PARTS = sorted({part for parts in BUNDLES.values() for part in parts if part != THEME})


@pytest.fixture
def folders(tmp_path: Path) -> list[str]:
    """Return two folders of a theme in which every part says its own name."""
    for part in PARTS:
        file = tmp_path / "ours" / "assets" / part
        file.parent.mkdir(parents=True, exist_ok=True)
        says = f'a{{content:"{part}"}}' if part.endswith("css") else f"// {part}\n"
        file.write_text(says, encoding="utf-8")
    theme = tmp_path / "theirs" / "assets" / "stylesheets"
    theme.mkdir(parents=True)
    (theme / "main.0123.min.css").write_text(".md-nav{top:0}.md-search{top:0}", encoding="utf-8")
    return [str(tmp_path / "ours"), str(tmp_path / "theirs")]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept")


def test_one_style_holds_the_cut_theme_and_ours(folders: list[str], kept: Kept) -> None:
    style = assets(folders, kept)["css/birge.css"]

    assert '.md-nav{top:0}a{content:"css/birge.css"}' == style.text


def test_the_look_of_what_a_script_draws_comes_with_the_script(
    folders: list[str], kept: Kept
) -> None:
    first, second = assets(folders, kept)[PAGE_SCRIPT].text.splitlines()[:2]

    assert r'globalThis.kbStyle="a{content:\"css/drawn.css\"}";' == first
    assert "// js/birge.js" == second


def test_a_name_changes_when_and_only_when_a_part_does(folders: list[str], kept: Kept) -> None:
    before = assets(folders, kept)
    (Path(folders[0]) / "assets/js/paper.js").write_text("changed\n", encoding="utf-8")
    after = assets(folders, kept)

    assert before["js/slides.js"].address == "assets/js/slides.ca4d9caaaa.js"
    assert [PAGE_SCRIPT] == [
        name for name in BUNDLES if before[name].address != after[name].address
    ]


def test_what_was_joined_before_is_not_joined_again(
    folders: list[str], kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = assets(folders, kept)
    monkeypatch.setattr("kb.site.assets.settled", None)

    assert before == assets(folders, kept)


def test_a_part_that_is_missing_is_named(folders: list[str], kept: Kept) -> None:
    (Path(folders[0]) / "assets/js/short.js").unlink()

    with pytest.raises(FileNotFoundError, match=r"^js/short\.js$"):
        assets(folders, kept)


def test_the_sign_is_an_address_that_asks_for_nothing() -> None:
    drawn = icon([str(ROOT / "overrides")])

    assert drawn.startswith("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'")
    assert '"' not in drawn


def test_every_script_and_style_of_ours_is_published_once() -> None:
    written = {
        f"{file.parent.name}/{file.name}"
        for folder in ("css", "js")
        for file in (ROOT / "overrides" / "assets" / folder).iterdir()
    }

    assert sorted(written) == PARTS


def test_nothing_else_stands_among_the_published(kept: Kept) -> None:
    made = assets([str(ROOT / "overrides"), str(TEMPLATES)], kept)
    published = {one.address for name, one in made.items() if name != PAGE_SCRIPT}

    assert published == {
        file.relative_to(SITE).as_posix()
        for file in (SITE / "assets").rglob("*")
        if file.is_file() and file.suffix not in {".gz", ".br"}
    }
