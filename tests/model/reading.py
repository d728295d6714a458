"""What reading one file of data brings."""

from pathlib import Path

from kb.model.library import load


def told_of(root: Path, path: str, text: str) -> list[str]:
    """Return what is told of a file below *root* that is written as *text*."""
    file = root / path
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return [str(problem) for problem in load(root).problems if problem.path == path]
