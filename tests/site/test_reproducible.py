"""The same commit gives the same bytes: anyone can build the site and compare."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.site.small_project import files, write_small_project


def built(folder: Path, **variables: str) -> dict[str, bytes]:
    """Return the site of the small project with all its papers, built in *folder*."""
    project = write_small_project(folder / "project")
    clock = shutil.which("faketime")  # scripts/set-up-clock.sh; without it seconds pass between
    day = variables.pop("day")
    command = [sys.executable, "-m", "kb.cli", "build", "--lang", "en", "--lang", "uz"]
    subprocess.run(  # noqa: S603 - our own interpreter
        [*([clock, day] if clock else []), *command, "--site", str(folder / "site")],
        cwd=project,
        env={**os.environ, **variables},
        check=True,
    )
    return files(folder / "site")


def test_place_time_and_chance_change_nothing(tmp_path: Path) -> None:
    one = built(tmp_path / "one", day="2027-01-31 23:30:00", TZ="Asia/Tashkent", PYTHONHASHSEED="1")
    two = built(
        tmp_path / "another" / "folder",
        day="2031-06-01 04:00:00",
        TZ="America/Los_Angeles",
        PYTHONHASHSEED="2",
        LC_ALL="C",
    )

    assert sorted(one) == sorted(two)
    assert [] == [name for name in one if one[name] != two[name]]
    assert {".pdf", ".docx", ".epub", ".zip", ".html", ".gz"} <= {Path(name).suffix for name in one}
