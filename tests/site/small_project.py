"""A project of three pages with the real settings, theme, words and rules, and little evidence."""

import shutil
from pathlib import Path

import yaml

from tests.real import ROOT

FACTS = ("kz-union-member-definition", "kz-union-definition")
PAGE = """---
title: {title}
description: Who may join a union.
kind: sheet
countries: [kz]
checked: 2026-11-02
check_by: 2027-05-02
---

# {title} {{ #top }}

{sentence}[^kz-union-member-definition]

## Where to go on {{ #on }}

Read [the other page]({other}).
"""
TEXTS = {
    "en/index": PAGE.format(title="Home", sentence="Any person.", other="law/joining.md#on"),
    "en/law/joining": PAGE.format(title="Joining", sentence="It says.", other="../index.md"),
    "en/law/dues": PAGE.format(title="Dues", sentence="Members pay.", other="joining.md"),
    "kk/law/joining": PAGE.format(title="Кіру", sentence="Заң айтады.", other="../index.md"),
}
NAV = """
nav:
  - Home: index.md
  - Law:
      - law/joining.md
  - About:
      - law/dues.md
"""
LINKS = "links:\n  siki: law/joining\n  bade: law/joining#on\nmoved:\n  old: law/dues\n"


def write_small_project(project: Path) -> Path:
    """Write the project and return its folder."""
    shutil.copytree(ROOT / "overrides", project / "overrides")
    data = project / "docs" / "_data"
    for name in ("interface", "search"):
        shutil.copytree(ROOT / "docs" / "_data" / name, data / name)
    shutil.copy(ROOT / "docs" / "_data" / "terms.yml", data)
    (data / "evidence").mkdir()
    text = yaml.safe_dump(_evidence(), allow_unicode=True, sort_keys=False)
    (data / "evidence" / "kz.yml").write_text(text, encoding="utf-8")
    (data / "short-links.yml").write_text(LINKS, encoding="utf-8")
    (project / "docs" / "index.md").write_text("# Birge { #top }\n", encoding="utf-8")
    for name, page in TEXTS.items():
        file = project / "docs" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page, encoding="utf-8")
    hook = Path("scripts", "kb", "search", "hook.py")
    (project / hook).parent.mkdir(parents=True)
    shutil.copy(ROOT / hook, project / hook)
    settings, _, _ = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")
    settings = settings.replace("omitted_files: warn", "omitted_files: ignore")
    (project / "mkdocs.yml").write_text(settings + NAV, encoding="utf-8")
    return project


def _evidence() -> dict[str, object]:
    file = ROOT / "docs" / "_data" / "evidence" / "kz.yml"
    every = yaml.safe_load(file.read_text(encoding="utf-8"))
    facts = [fact for fact in every["facts"] if fact["id"] in FACTS]
    named = {fact["instrument"] for fact in facts}
    laws = [one for one in every["instruments"] if one["id"] in named]
    return {"read": every["read"], "instruments": laws, "facts": facts}


def files(site: Path) -> dict[str, bytes]:
    """Return every file of a site by its place."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }
