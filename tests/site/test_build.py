"""The build: in one process a language or in one for all, the pages are the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from kb.model.languages import LANGUAGES
from kb.site.build import BuildError, build, environment
from tests.site.small_project import files, write_small_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small project with the real settings and theme."""
    return write_small_project(tmp_path / "project")


def test_mkdocs_build_makes_the_same_files(root: Path, tmp_path: Path) -> None:
    """`make build` is faster, not different."""
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    build(root, ours)
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(theirs)],
        cwd=root,
        env={**environment("en"), **{f"KB_BUILD_{code.upper()}": "true" for code in LANGUAGES}},
        check=True,
    )

    mine, plain = files(ours), files(theirs)

    assert sorted(plain) == sorted(mine)
    assert [] == [name for name in plain if plain[name] != mine[name] and not name.endswith(".gz")]


def test_two_builds_are_equal(root: Path, tmp_path: Path) -> None:
    build(root, tmp_path / "one", ["en"])
    build(root, tmp_path / "two", ["en"])

    one, two = files(tmp_path / "one"), files(tmp_path / "two")

    assert [] == [name for name in one if one[name] != two.get(name) and not name.endswith(".gz")]


def test_a_broken_page_stops_the_build_and_leaves_the_old_site(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old", encoding="utf-8")
    (root / "docs" / "en" / "index.md").write_text("no front matter\n", encoding="utf-8")

    with pytest.raises(BuildError, match=r"docs/en/index\.md:1: FM01 the page does not begin"):
        build(root, site, ["en"])

    assert {"index.html": b"old"} == files(site)
    assert [] == [found.name for found in tmp_path.glob(".site-*")]
