"""The built papers as other programs open them: pdftotext, LibreOffice, EPUBCheck.

A sample is opened, chosen by the papers' own bytes: it moves as the papers change.
"""

import hashlib
import os
import re
import shutil
import subprocess
from functools import cache
from html import unescape
from pathlib import Path
from zipfile import is_zipfile

import pikepdf
import pypdfium2
import pytest
from lxml import html

from kb.model.languages import LANGUAGES
from kb.model.output import Output
from kb.paper.document import page_html
from kb.paper.markup import GAP
from kb.paper.plan import Shelf
from kb.paper.zips import unzipped
from tests.paper.conftest import seen
from tests.real import ROOT, library

SITE = ROOT / "site"
A_LANGUAGE = 6
"""PDFs of a language that are opened."""
MARGIN = 14 / 25.4 * 72
"""What no letter of a page may enter, in points."""
BLOCKS = ["p", "h1", "h2", "h3", "li", "td", "th", "div", "br", "aside"]
BREAKS = (re.compile(r"(?<=\S[–/—])\n"), re.compile(r"(?<=\S)\n(?=\S)"))
"""Where pdftotext ends a line; a word may go on behind it, after a dash or anywhere."""
APART = re.compile(r"(?P<sign>\[\d+\])|[·/]")
"""The sign of a note, which pdftotext may put on its own line, and what it joins to words."""
NOTE_SIGN = re.compile(r"<w:r><w:rPr>(?:(?!</w:rPr>).)*<w:vertAlign .*?</w:r>", re.DOTALL)
SIGNS = str.maketrans("", "", "«»“”-\N{WORD JOINER}")
"""What is added around a quotation, and what pdftotext leaves out at the end of a line."""


@cache
def program(name: str) -> str:
    """Return where a program stands; the test is skipped where it does not, but never in CI."""
    found = shutil.which(name)
    if found is None and not os.environ.get("CI"):
        pytest.skip(f"{name} is not on this machine; see scripts/set-up-readers.sh")
    assert found is not None, f"{name} is not on this machine"
    return found


def chosen(pattern: str, count: int, leave_out: str = "\n") -> list[Path]:
    """Return some of the built files, by their bytes."""
    files = [file for file in sorted(SITE.glob(pattern)) if leave_out not in file.name]
    return sorted(files, key=lambda file: hashlib.sha256(file.read_bytes()).digest())[:count]


@cache
def shelf(language: str) -> Shelf:
    return Shelf(library(), Output.standing(SITE), language)


def written(file: Path) -> set[str]:
    """Return the words of a page as it goes onto paper."""
    articles = shelf(file.parent.parent.name).articles.values()
    article = next(one for one in articles if one.name == file.stem)
    body = html.document_fromstring(page_html(article, "https://example.org/")).find("body")
    for hidden in body.xpath(".//*[@hidden]|.//form|.//button|.//select|.//svg|.//comment()"):
        hidden.drop_tree()
    for sign in body.iter("sup"):
        number = sign.text_content()
        sign[:] = []
        sign.text = f"[{number}]"
    for element in body.iter(*BLOCKS):
        element.tail = f"\n{element.tail or ''}"
        if element.tag == "td" and GAP.match(element.text_content()):
            element.text = ""
    return set(words(body.text_content()))


def words(text: str) -> list[str]:
    """Return the words of a text, signs of notes and what stands between slashes each alone."""
    return APART.sub(lambda match: f" {match['sign'] or ''} ", text).translate(SIGNS).split()


def shown(file: Path) -> set[str]:
    """Return the words that pdftotext copies out of a PDF."""
    done = subprocess.run(  # noqa: S603 - a program that this test names
        [program("pdftotext"), str(file), "-"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    texts = (done.stdout, *(ends.sub("", done.stdout) for ends in BREAKS))
    return {word for text in texts for word in words(text)}


PDFS = [
    file
    for language in LANGUAGES
    for file in chosen(f"{language}/paper/*.pdf", A_LANGUAGE, leave_out="-with-")
]
OFFICE = [
    *(file for language in LANGUAGES for file in chosen(f"{language}/paper/*.docx", 1)),
    *chosen("*/paper/*.pptx", 2),
]


@pytest.mark.parametrize("file", PDFS, ids=lambda file: f"{file.parts[-3]}/{file.stem}")
class TestPdf:
    def test_text_copied_out_is_the_text_that_was_written(self, file: Path) -> None:
        assert set() == written(file) - shown(file)

    def test_it_is_pdf_ua_with_its_fonts_inside(self, file: Path) -> None:
        with pikepdf.open(file) as paper, paper.open_metadata() as about:
            fonts = [
                font.DescendantFonts[0].FontDescriptor
                for page in paper.pages
                for font in page.Resources.Font.values()
            ]
            language = file.parts[-3]

            assert "1" == about["pdfuaid:part"]
            assert paper.Root.MarkInfo.Marked
            assert language == str(paper.Root.Lang)
            assert "/StructTreeRoot" in paper.Root
            assert fonts
            assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)

    def test_each_page_has_its_code_and_keeps_its_margins(self, file: Path) -> None:
        raw = file.read_bytes()
        document = pypdfium2.PdfDocument(raw)
        outside = []
        for page in document:
            text = page.get_textpage()
            for place in range(text.count_chars()):
                left, _, right, _ = text.get_charbox(place)
                sign = text.get_text_range(place, 1)
                if (
                    sign.strip()
                    and right > left
                    and (left < MARGIN or right > page.get_width() - MARGIN)
                ):
                    outside.append(sign)

        assert [] == outside
        assert [1] * len(document) == [len(codes) for codes in seen(raw).codes]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which LibreOffice has written what it saw, as PDF."""
    folder = tmp_path_factory.mktemp("office")
    copies = []
    for file in OFFICE:  # names repeat from language to language
        copies.append(folder / f"{file.parts[-3]}-{file.name}")
        shutil.copy(file, copies[-1])
    subprocess.run(  # noqa: S603 - a program that this test names
        [
            program("soffice"),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(folder / "out")),
            *map(str, copies),
        ],
        check=True,
        capture_output=True,
    )
    return folder / "out"


@pytest.mark.parametrize("file", OFFICE, ids=lambda file: f"{file.parts[-3]}/{file.name}")
@pytest.mark.xdist_group("office")
def test_libreoffice_opens_it_and_shows_its_words(file: Path, opened: Path) -> None:
    found = shown(opened / f"{file.parts[-3]}-{file.stem}.pdf")
    known = found | {word.rstrip("0123456789") for word in found}
    parts = [
        part.decode()
        for name, part in unzipped(file.read_bytes()).items()
        if re.search(r"word/document\.xml$|slides/slide\d+\.xml$", name)
    ]
    whole = NOTE_SIGN.sub("", " ".join(parts))
    paragraphs = re.sub(r"</(?:w|a):p>|<w:br ?/>", "\n", whole)
    text = unescape(re.sub(r"<[^>]+>", "", paragraphs))
    wanted = set(words(text))

    assert len(wanted) > 50
    noted = {word for word in wanted if any(_is_noted(word, other) for other in found)}
    assert set() == wanted - known - noted - _parted(text, found)


def _parted(text: str, found: set[str]) -> set[str]:
    """Return the words with hyphens, where a line may end, whose parts are all there."""
    hyphened = [word for word in text.split() if "-" in word]
    return {
        word
        for one in hyphened
        if set(words(one.replace("-", " "))) <= found
        for word in words(one)
    }


def _is_noted(word: str, other: str) -> bool:
    """Return whether the other is the word, a year perhaps, with the number of a note."""
    return other.startswith(word) and other.removeprefix(word).isdigit()


@pytest.mark.xdist_group("office")
def test_epubcheck_finds_nothing_in_a_book() -> None:
    (book,) = chosen("*/birge-*.epub", 1)
    checker = program("epubcheck")
    command = ["java", "-jar", checker] if is_zipfile(checker) else [checker]
    done = subprocess.run(  # noqa: S603 - a program that this test names
        [*command, "--quiet", str(book)], capture_output=True, encoding="utf-8", check=False
    )

    assert (0, "") == (done.returncode, done.stderr)
