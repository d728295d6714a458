"""The papers of the built site: each is there, a sheet is one page, its code leads back."""

import re
from pathlib import Path

import pypdfium2
import pytest
from markupsafe import escape

from kb.model.front_matter import Kind
from kb.model.languages import EDITIONS, LANGUAGES, written_in
from kb.model.output import Output
from kb.model.page import Page
from kb.paper.plan import Shelf
from kb.paper.zips import unzipped
from kb.site.glossary import glossary
from tests.paper.conftest import seen
from tests.real import ROOT, library

SITE = ROOT / "site"
SHEETS = [
    f"{edition}/{path}"
    for edition in EDITIONS
    for path, page in library().pages[written_in(edition)].items()
    if page.front.kind == Kind.SHEET
]
EDITABLE = {Kind.SHEET, Kind.KIT, Kind.GUIDE}
MADE = ["glossary", *(f"evidence/{path.parent.name}" for path in SITE.glob("en/evidence/*/*.html"))]
MADE += ["evidence/index"]
PARTED = ("glossary", "law/open-questions", "tools/can-join", "tools/work-status")
MADE += [
    f"{path}/{file.parent.name}" for path in PARTED for file in SITE.glob(f"en/{path}/*/index.html")
]
PACKED = {".br", ".gz"}
PACKS = sorted(SITE.glob("packs/*.zip"))
INNER_LINK = re.compile(r"href=\"(?P<name>(?!https?:)[^\"#]+)")


def paper(key: str, ending: str = ".pdf") -> Path:
    language, _, path = key.partition("/")
    return SITE / language / "paper" / f"{path.replace('/', '-')}{ending}"


def written(edition: str) -> dict[str, Page]:
    """Return the pages that stand in an edition, by path."""
    return library().pages[written_in(edition)]


@pytest.mark.parametrize("language", EDITIONS)
def test_every_written_page_has_its_papers(language: str) -> None:
    pages = {f"{language}/{path}": page for path, page in written(language).items()}
    wanted = {paper(key) for key in [*pages, *(f"{language}/{path}" for path in MADE)]}
    wanted |= {paper(key, ".docx") for key, page in pages.items() if page.front.kind in EDITABLE}
    wanted |= {
        paper(key, f"-with-{other}.pdf")
        for key, page in pages.items()
        if page.front.kind == Kind.SHEET
        for other in LANGUAGES
        if other != written_in(language) and library().is_written(other, page.path)
    }
    wanted |= {
        paper(key, ending)
        for key, page in pages.items()
        if page.front.kind == Kind.KIT and "slides" in page.sections
        for ending in ("-slides.html", ".pptx")
    }

    found = {file for file in (SITE / language / "paper").iterdir() if file.suffix not in PACKED}
    assert set() == wanted ^ found
    assert (SITE / language / f"birge-{language}.epub").is_file()
    assert (SITE / "offline" / f"birge-{language}.zip").is_file()


@pytest.mark.parametrize("key", SHEETS)
def test_a_sheet_is_one_page(key: str) -> None:
    assert 1 == len(pypdfium2.PdfDocument(paper(key)))


@pytest.mark.parametrize("key", SHEETS)
def test_a_sheet_in_two_languages_is_one_page(key: str) -> None:
    made = sorted(paper(key, "-with-*.pdf").parent.glob(paper(key, "-with-*.pdf").name))

    assert len(LANGUAGES) - 1 == len(made)
    assert [] == [file.name for file in made if len(pypdfium2.PdfDocument(file)) != 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_of_a_sheet_leads_back_with_its_day(language: str) -> None:
    key = next(key for key in SHEETS if key.startswith(language))
    (codes,) = seen(paper(key).read_bytes()).codes

    assert 1 == len(codes)
    assert re.fullmatch(
        r"https?://.+/(?:s/[a-z]+|[a-z]{2}/sheets/[a-z-]+)/\?d=\d{4}-\d\d-\d\d", codes[0]
    )


@pytest.mark.parametrize("edition", ["ru", "uz-cyrl"])
def test_the_printed_glossary_tells_each_word_whole(edition: str) -> None:
    """On the site a word leads to what it means; paper has no links."""
    papers = Shelf(library(), Output.standing(SITE), edition).papers()
    html = next(one.text() for one in papers if one.target == f"{edition}/paper/glossary.pdf")

    words = [entry for letter in glossary(library(), edition) for entry in letter.entries]
    told = re.findall(r'<div class="kb-term" id="([^"]+)">', html)
    assert [entry.id for entry in words] == told
    assert [] == [entry.id for entry in words if escape(entry.definition) not in html]


@pytest.mark.parametrize("file", PACKS, ids=lambda file: file.stem)
def test_a_pack_is_whole(file: Path) -> None:
    """Plan, slides, sheets and licence open from the stick, from one page."""
    files = unzipped(file.read_bytes())
    linked = set(INNER_LINK.findall(files["index.html"].decode()))

    assert {"LICENCE.txt", "slides.html", "assets/css/slides.css"} <= linked
    assert set() == linked - set(files)
    assert {".pdf", ".docx", ".pptx"} <= {Path(name).suffix for name in linked}


def test_every_kit_has_its_pack() -> None:
    wanted = {
        f"{path.rpartition('/')[2]}-{edition}"
        for edition in EDITIONS
        for path, page in written(edition).items()
        if page.front.kind == Kind.KIT
    }

    assert wanted == {file.stem for file in PACKS}
