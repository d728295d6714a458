"""The build: in one process a language or in one for all, the pages are the same."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kb.site.build import BuildError, build, environment

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "ru", "uz", "kk", "ky")
PAGE = """---
title: Who may join
description: Who may join a union.
kind: law
countries: [kz]
checked: 2026-11-02
check_by: 2027-05-02
---

# Who may join { #top }

Any natural person.[^kz-union-member-definition]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project of one English page with the real configuration, theme and data."""
    project = tmp_path / "project"
    shutil.copytree(ROOT / "overrides", project / "overrides")
    shutil.copytree(ROOT / "docs" / "_data", project / "docs" / "_data")
    for name in ("translations", "tools"):
        shutil.rmtree(project / "docs" / "_data" / name, ignore_errors=True)
    (project / "docs" / "_data" / "short-links.yml").unlink()
    (project / "docs" / "index.md").write_text("# Birge { #top }\n", encoding="utf-8")
    (project / "docs" / "en").mkdir()
    (project / "docs" / "en" / "index.md").write_text(PAGE, encoding="utf-8")
    hook = Path("scripts", "kb", "search", "hook.py")
    (project / hook).parent.mkdir(parents=True)
    shutil.copy(ROOT / hook, project / hook)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    before, _, _ = settings.partition("\nnav:\n")
    (project / "mkdocs.yml").write_text(
        f"{before.replace('omitted_files: warn', 'omitted_files: ignore')}\nnav:\n  - index.md\n",
        encoding="utf-8",
    )
    return project


def files(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


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
