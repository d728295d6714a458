"""The build: in one process a language or in one for all, the pages are the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from kb.model.languages import LANGUAGES
from kb.model.library import load
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


def test_a_fact_without_its_law_stops_the_build_as_the_check_does(
    root: Path, tmp_path: Path
) -> None:
    """Who builds without checking is told the same, and not where the program fell."""
    file = root / "docs" / "_data" / "evidence" / "kz.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("instrument: kz-", "instrument: kz-no-", 1), encoding="utf-8")

    with pytest.raises(BuildError) as told:
        build(root, tmp_path / "site", ["en"])

    (problem,) = load(root).problems
    assert str(problem) == str(told.value)
    assert "DAT04" == problem.code


def test_a_folder_with_other_things_is_left_alone(root: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mother.txt").write_text("Dear", encoding="utf-8")

    with pytest.raises(BuildError) as told:
        build(root, tmp_path / "letters", ["en"])

    where = tmp_path / "letters"
    assert f"'{where}' holds no site, but other files; name another with --site" == str(told.value)
    assert {"mother.txt": b"Dear"} == files(where)


def test_a_site_of_more_languages_is_left_alone(root: Path, tmp_path: Path) -> None:
    """Who builds one language to look at it means no harm to the others, nor to their papers."""
    site = tmp_path / "site"
    build(root, site, ["en", "kk"])
    before = files(site)

    with pytest.raises(BuildError) as told:
        build(root, site, ["kk"])

    what = f"'{site}' holds en too, which would be removed"
    fix = "build all languages, or name another folder with --site"
    assert f"{what}; {fix}" == str(told.value)
    assert before == files(site)


def test_a_second_build_changes_nothing_and_says_so(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    before = (build(root, site, ["en"]), _states(site))

    assert (True, _states(site)) == before
    assert False is build(root, site, ["en"])
    assert (True, _states(site)) == before


def test_what_no_build_wrote_goes_with_its_folder(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(root, site, ["en"])
    clean = files(site)
    (site / "en" / "gone" / "below").mkdir(parents=True)
    (site / "en" / "gone" / "below" / "index.html").write_text("old", encoding="utf-8")

    assert True is build(root, site, ["en"])
    assert clean == files(site)
    assert not (site / "en" / "gone").exists()


def _states(site: Path) -> dict[Path, int]:
    return {file: file.stat().st_mtime_ns for file in site.rglob("*") if file.is_file()}
