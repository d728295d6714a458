"""An index is taken from the last build only while nothing that it rests on has changed."""

from pathlib import Path

import pytest

from kb.model.kept import Kept
from kb.model.library import load
from kb.search.hook import KEPT, RECORDS, keep_indexes
from tests.real import ROOT
from tests.site.small_project import write_small_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project whose indexes are kept."""
    project = write_small_project(tmp_path / "project")
    (project / RECORDS[3]).write_bytes((ROOT / RECORDS[3]).read_bytes())
    keep_indexes(load(project), ("en", "uz"))
    return project


def kept(project: Path) -> set[str]:
    """Return the names of what is kept."""
    return {file.parent.name + file.name for file in (project / KEPT).glob("*/*")}


def test_what_has_not_changed_is_not_made_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(project)
    monkeypatch.setattr("kb.search.hook.make_indexes", None)
    keep_indexes(load(project), ("en", "uz"))

    assert before == kept(project)
    assert 2 == len(before)
    assert all(Kept(project / KEPT).has(key) for key in before)


@pytest.mark.parametrize("file", [*RECORDS, "docs/en/law/dues.md"])
def test_another_text_makes_another_index(project: Path, file: str) -> None:
    before = kept(project)
    text = (project / file).read_text(encoding="utf-8")
    (project / file).write_text(f"{text}\n", encoding="utf-8")
    keep_indexes(load(project), ("en", "uz"))

    added = 1 if file.endswith(".md") else 2
    assert added == len(kept(project) - before)
