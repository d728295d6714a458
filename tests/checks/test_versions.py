"""VER01: what goes out on paper is released first, so that paper knows when it is old."""

import pytest

from tests.knowledge_base import PAGE, KnowledgeBase, Outcome, problem, told

VERSIONS = "docs/_data/versions.yml"
FIX = "run 'kb release', with --day where the paper does not go out today"


@pytest.fixture
def sheet(base: KnowledgeBase) -> KnowledgeBase:
    """Return a knowledge base with a sheet in one language."""
    for language in ("ru", "uz", "kk", "ky"):
        (base.root / f"docs/{language}/law/kg/joining.md").unlink()
        (base.root / f"docs/_data/translations/{language}.yml").unlink()
    base.replace(PAGE, "kind: law", "kind: sheet")
    return base


def test_a_sheet_without_a_version_cannot_know_its_age(sheet: KnowledgeBase) -> None:
    what = f"VER01 {VERSIONS} has no version of the sheet"

    assert told(problem(PAGE, 1, what, FIX)) == sheet.check()


def test_a_released_sheet_is_told_in_silence(sheet: KnowledgeBase) -> None:
    sheet.run("release", "--day", "2026-11-02")

    assert Outcome(0, "") == sheet.check()


def test_a_sheet_that_changed_since_its_release_names_the_sections(sheet: KnowledgeBase) -> None:
    """Else the code on its paper would call the old sentence current."""
    sheet.run("release", "--day", "2026-11-02")
    sheet.replace(PAGE, "pensioners, may join", "pensioners, may not join")
    sheet.replace(PAGE, "sets the dues", "does not set the dues")

    what = "VER01 since it was last released, the sheet has changed: who-may-join, dues"
    assert told(problem(PAGE, 1, what, FIX)) == sheet.check()
    sheet.run("release", "--day", "2026-11-03")
    assert Outcome(0, "") == sheet.check()


def test_a_page_for_the_screen_needs_no_version(base: KnowledgeBase) -> None:
    base.replace(PAGE, "## What dues are paid", "## Which dues are paid")

    assert "VER01" not in base.check().said


def test_versions_that_cannot_be_read_are_told_once(sheet: KnowledgeBase) -> None:
    sheet.run("release", "--day", "2026-11-02")
    sheet.replace(VERSIONS, "pages:", "page:")

    assert "VER01" not in sheet.check().said
