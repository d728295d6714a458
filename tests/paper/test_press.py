"""The press: what it makes, what it keeps, and that an interrupt leaves nothing half done."""

import re
import shutil
from pathlib import Path

import pytest

from kb.cli import main
from kb.model.languages import CYRILLIC
from kb.model.library import Library, load
from kb.model.output import Output
from kb.model.write import write_bytes
from kb.paper.page_links import links_to_papers, size
from kb.paper.press import KEPT, Step, press
from tests.knowledge_base import KnowledgeBase
from tests.paper.conftest import built_page, page
from tests.real import ROOT

PATH = "law/kg/joining"


@pytest.fixture
def library(base: KnowledgeBase) -> Library:
    """Return the small knowledge base with what paper needs beside it, and a built site."""
    shutil.copytree(
        ROOT / "docs/_data/interface", base.root / "docs/_data/interface", dirs_exist_ok=True
    )
    for language in ("en", "kk", "uz"):
        file = base.root / "site" / language / PATH / "index.html"
        file.parent.mkdir(parents=True)
        file.write_text(built_page(language, "<p>14 жас</p>"), encoding="utf-8")
    return load(base.root)


def pressed(library: Library, site: Path, *languages: str) -> list[Step]:
    """Press the papers of the languages into a site that stands; return the steps."""
    output = Output.standing(site)
    steps = list(press(library, output, languages))
    output.publish()
    return steps


def made(site: Path) -> dict[str, bytes]:
    """Return every file of the site but its pages."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file() and file.name != "index.html"
    }


def test_each_written_page_gets_its_paper_and_a_link_with_the_size(library: Library) -> None:
    site = library.root / "site"
    steps = pressed(library, site, "kk", "uz")

    assert [(number, len(steps)) for number in range(1, len(steps) + 1)] == [
        (step.number, step.total) for step in steps
    ]
    assert {
        f"{language}/{name}"
        for language in ("kk", "uz")
        for name in ("paper/law-kg-joining.pdf", f"birge-{language}.epub")
    } | {
        f"offline/birge-{language}.{end}" for language in ("kk", "uz") for end in ("json", "zip")
    } == set(made(site))
    page = (site / "kk" / PATH / "index.html").read_text(encoding="utf-8")
    bytes_of_pdf = (site / "kk/paper/law-kg-joining.pdf").stat().st_size
    link = f'<a href="../../../../kk/paper/law-kg-joining.pdf">PDF</a> ({size(bytes_of_pdf, "kk")})'
    assert link in page


def test_the_same_source_gives_the_same_bytes_and_costs_nothing(library: Library) -> None:
    site = library.root / "site"
    pressed(library, site, "kk")
    first = made(site)
    kept = {file: file.stat().st_ino for file in (library.root / KEPT).glob("*/*")}

    pressed(library, site, "kk")
    assert first == made(site)
    assert kept == {file: file.stat().st_ino for file in (library.root / KEPT).glob("*/*")}


class TestNothingStays:
    """What an earlier press made and this one does not is gone, and no link speaks of it."""

    def test_a_paper_that_nothing_makes_any_more_is_removed(self, library: Library) -> None:
        site = library.root / "site"
        pressed(library, site, "kk")
        first = made(site)
        strays = ("kk/paper/gone.pdf", "packs/gone-kk.zip", "offline/gone-kk.json")
        for name in strays:
            Output(site).put(name, "old")

        pressed(library, site, "kk")
        assert first == made(site)

    def test_papers_of_another_edition_are_left_alone(self, library: Library) -> None:
        site = library.root / "site"
        pressed(library, site, "kk", "uz")
        first = made(site)

        pressed(library, site, "kk")
        assert first == made(site)

    def test_a_page_that_is_not_printed_any_more_offers_nothing(self, library: Library) -> None:
        site = library.root / "site"
        gone = site / "kk/law/kg/gone/index.html"
        empty = (site / "kk" / PATH / "index.html").read_bytes()
        pressed(library, site, "kk")
        write_bytes(gone, (site / "kk" / PATH / "index.html").read_bytes())

        pressed(library, site, "kk")
        assert empty == gone.read_bytes()

    def test_a_size_is_that_of_the_paper_that_stands(self, library: Library) -> None:
        site = library.root / "site"
        page = site / "kk" / PATH / "index.html"
        pressed(library, site, "kk")
        whole = page.read_bytes()
        write_bytes(page, re.sub(rb"\(\d+ ", b"(999 ", whole))

        pressed(library, site, "kk")
        assert whole == page.read_bytes()


def test_the_command_says_where_the_papers_are(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    site = library.root / "site"
    (site / "en/index.html").touch()
    call = ["papers", "--root", str(library.root), "--site", str(site), "--lang", "kk"]

    assert 0 == main(call)
    folders = [f"{site}/{name}\n" for name in ("<language>/paper/", "packs/", "offline/")]
    assert "".join(folders) == capsys.readouterr().out


def test_an_interrupt_leaves_whole_files_and_the_next_run_goes_on(library: Library) -> None:
    site = library.root / "site"
    running = press(library, Output.standing(site), ["kk"])
    done = next(running).name
    running.close()

    assert [] == list(library.root.rglob(".*.new"))
    assert (site / done).stat().st_size > 0
    pressed(library, site, "kk")
    assert "kk/paper/law-kg-joining.pdf" in made(site)


def test_a_sheet_in_cyrillic_letters_names_the_languages_beside_it(tmp_path: Path) -> None:
    """The names are markup: Uzbek is spelled in other letters, a tag is not."""
    words = {"en": {"paper-beside": "-"}, "uz": {"paper-beside": "Ikki tilda: + {name}"}}
    name = f"{CYRILLIC}/paper/law-kz-joining-with-ru.pdf"
    site = Output(tmp_path)
    site.put(name, b"%PDF")

    links = links_to_papers(Library(tmp_path, words=words), site, page(CYRILLIC, ""))

    link = f'<a href="../../../../{name}">Икки тилда: + <span lang="ru">Русский</span></a>'
    assert f'<ul class="kb-papers"><li>{link} (1 КБ)</li></ul>' == links


@pytest.mark.parametrize(
    ("count", "language", "told"),
    [(10, "en", "1 kB"), (85_400, "kk", "85 КБ"), (1_240_000, "en", "1.2 MB"), (3e6, "ru", "3 МБ")],
)
def test_sizes_are_told_as_the_language_writes_them(count: int, language: str, told: str) -> None:
    assert told == size(count, language)
