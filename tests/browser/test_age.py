"""Paper that knows when it is old: a sheet printed from an older build, read against today's."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from kb.cli import main
from kb.model.languages import LANGUAGES, long_date
from kb.model.library import load
from kb.model.output import Output
from kb.paper.press import press
from kb.site.build import environment
from tests.browser.conftest import ROOT, QuietHandler
from tests.paper.conftest import seen
from tests.real import library

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("age")]
READ, PRINTED, CHANGED = date(2026, 11, 2), date(2026, 11, 5), date(2026, 12, 1)
SHEET = """---
title: {title}
description: {title}
kind: sheet
countries: []
checked: 2026-11-02
check_by: 2027-05-02
---

# {title} {{ #top }}

{line}[^kz-contract-written]

## {heading} {{ #dues }}

{dues}
{gone}
"""
WORDS = {
    "en": ("Map of a trade", "One sheet.", "Who pays?", "The member pays 1%.", "By hand."),
    "ru": ("Карта ремесла", "Один лист.", "Кто платит?", "Член платит 1%.", "От руки."),
    "uz": ("Kasb xaritasi", "Bitta varaq.", "Kim toʻlaydi?", "Aʼzo 1% toʻlaydi.", "Qoʻlda."),
    "kk": ("Кәсіптің картасы", "Бір парақ.", "Кім төлейді?", "Мүше 1% төлейді.", "Қолмен."),
    "ky": ("Кесиптин картасы", "Бир барак.", "Ким төлөйт?", "Мүчө 1% төлөйт.", "Кол менен."),
}


@dataclass(frozen=True)
class Served:
    """A site that can be built anew while it is served."""

    folder: Path
    address: str


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    handler = partial(QuietHandler, directory=str(folder / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield Served(folder, f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    server.server_close()


def git(folder: Path, *arguments: str) -> None:
    """Run git as someone without settings of her own."""
    person = ("-c", "user.name=Birge", "-c", "user.email=birge@example.org")
    subprocess.run(["git", *person, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S603, S607 - our own arguments


def write_sheets(root: Path, percent: str, *, with_hand: bool) -> None:
    """Write the sheet in five languages."""
    for language, (title, line, heading, dues, hand) in WORDS.items():
        file = root / "docs" / language / "sheets" / "map.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = SHEET.format(
            title=title,
            line=line,
            heading=heading,
            dues=dues.replace("1%", percent),
            gone=hand if with_hand else "",
        )
        file.write_text(text.rstrip() + "\n", encoding="utf-8")


def new_project(root: Path) -> None:
    """Write a project of one sheet with the real configuration, theme and words."""
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copytree(ROOT / "scripts/kb/search", root / "scripts/kb/search")
    data = root / "docs" / "_data"
    for part in ("interface", "search", "evidence"):
        shutil.copytree(ROOT / "docs/_data" / part, data / part)
    shutil.copy(ROOT / "docs/_data/terms.yml", data)
    (data / "short-links.yml").write_text("links: {disi: sheets/map}\nmoved: {}\n", "utf-8")
    (root / "docs/index.md").write_text("# Birge { #top }\n", encoding="utf-8")
    settings, _, _ = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")
    settings = settings.replace("omitted_files: warn", "omitted_files: ignore")
    (root / "mkdocs.yml").write_text(f"{settings}\nnav:\n  - sheets/map.md\n", encoding="utf-8")


def build(root: Path, served: Served, variables: Mapping[str, str] = os.environ) -> None:
    """Build the project into the folder that is served, in all languages or in one."""
    site = served.folder / "site"
    shutil.rmtree(site, ignore_errors=True)
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)],
        cwd=root,
        env={**variables, "KB_URL": served.address, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository whose tag `paper` holds the sheet as it was printed."""
    root = tmp_path_factory.mktemp("age") / "project"
    new_project(root)
    write_sheets(root, "1%", with_hand=True)
    git(root, "init", "--quiet")
    for day, percent in ((PRINTED, "1%"), (CHANGED, "2%")):
        write_sheets(root, percent, with_hand=day == PRINTED)
        assert 0 == main(["release", "--root", str(root), "--day", str(day)])
        git(root, "add", ".")
        git(root, "commit", "--quiet", "--message", f"sheet: say that the member pays {percent}")
        if day == PRINTED:
            git(root, "tag", "paper")
    return root


@pytest.fixture(scope="module")
def codes(project: Path, served: Served) -> dict[str, str]:
    """Return, for each language, the address that a sheet printed from the tag carries."""
    older = project.parent / "older"
    git(project, "worktree", "add", "--quiet", str(older), "paper")
    build(older, served)
    list(press(load(older), Output.standing(served.folder / "site")))
    papers = {
        language: (served.folder / f"site/{language}/paper/sheets-map.pdf").read_bytes()
        for language in LANGUAGES
    }
    return {language: seen(raw).codes[0][0] for language, raw in papers.items()}


def told(browser: Browser, address: str, language: str) -> tuple[str, str]:
    """Return what a reader of the language sees who follows the code: state and whole notice."""
    context = browser.new_context(locale=language, service_workers="block")
    page = context.new_page()
    page.goto(address)
    page.wait_for_url(f"**/{language}/sheets/map/?d={PRINTED}")
    notice = page.locator("[data-paper]")
    found = notice.get_attribute("data-paper") or "", notice.inner_text()
    context.close()
    return found


def word(language: str, key: str) -> str:
    return library().word(language, key, date=long_date(PRINTED, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_day_it_is_printed_paper_is_current(
    browser: Browser, codes: dict[str, str], language: str
) -> None:
    assert codes[language].endswith(f"/s/disi/?d={PRINTED}")
    assert ("current", word(language, "paper-current")) == told(browser, codes[language], language)


def test_paper_whose_law_was_amended_is_not_called_current(
    browser: Browser, project: Path, served: Served, codes: dict[str, str]
) -> None:
    """No sentence of the sheet has changed, and yet it must be read again."""
    older = project.parent / "older"
    evidence = older / "docs/_data/evidence/kz.yml"
    before = evidence.read_text(encoding="utf-8")
    law = f"- id: {load(older).facts['kz-contract-written'].instrument}\n"
    start, record = before.split(law, 1)
    after = re.sub(r"amended: \S+", "amended: 2026-12-15", record, count=1)
    evidence.write_text(f"{start}{law}{after}", encoding="utf-8")
    build(older, served, environment("en"))

    assert ("amended", word("en", "paper-amended")) == told(browser, codes["en"], "en")


def test_paper_of_a_sheet_that_changed_without_a_release_is_not_called_current(
    browser: Browser, project: Path, served: Served, codes: dict[str, str]
) -> None:
    """The new sentence may say the opposite of the one on paper."""
    older = project.parent / "older"
    git(older, "checkout", "--quiet", ".")
    sheet = older / "docs/en/sheets/map.md"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("pays 1%", "pays nothing"), "utf-8")
    build(older, served, environment("en"))

    checked = library().word("en", "checked-on", date=long_date(READ, "en"))
    assert ("read-again", checked) == told(browser, codes["en"], "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_a_change_paper_lists_it_in_two_lines(
    browser: Browser,
    project: Path,
    served: Served,
    codes: dict[str, str],
    language: str,
) -> None:
    """The older paper is opened on the newer site."""
    newest = served.folder / "site" / "newest"
    if not newest.exists():
        build(project, served)
        newest.touch()
    _, _, heading, dues, _ = WORDS[language]

    state, notice = told(browser, codes[language], language)
    assert "old" == state
    lines = [line for line in re.split(r"\n+", notice) if line]
    assert [word(language, "paper-old") + ":", heading, dues.replace("1%", "2%")] == lines
