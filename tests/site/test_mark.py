"""What a page carries on paper: a code that is read back, with the day of the newest version."""

import re
from datetime import date

import pytest
import zxingcpp
from PIL import Image

from kb.model.library import Library
from kb.model.versions import Version, Versions
from kb.site.mark import Mark, drawn, page_mark

STEP = re.compile(r"(?P<how>[Mmh])(?P<right>-?[\d.]+)(?: ?(?P<down>-?[\d.]+))?")
"""A step of the pen: to a place, by a way, or a line to the right."""
URLS = ("https://birge.example.org/", "kk/law/kz/joining/")


def mark(library: Library, path: str = "law/kz/joining") -> Mark:
    return page_mark(library, "kk", path, ("Кәсіподаққа кім кіре алады", "Жауап."), URLS)


def test_the_code_holds_the_short_address_and_the_day(library: Library) -> None:
    day = library.source_page("law/kz/joining").front.checked
    dated = f"https://birge.example.org/s/siki/?d={day}"

    found = mark(library)
    assert f'aria-label="{dated}"' in found.code
    assert "style=" not in found.code
    assert [dated] == [code.text for code in zxingcpp.read_barcodes(painted(found.code))]


@pytest.mark.parametrize("number", range(40))
def test_the_code_of_any_address_is_read(number: int) -> None:
    """Its pattern is the same for all, whatever comes out."""
    address = f"https://birge.example.org/s/{number:04x}/?d=2026-11-{number % 30 + 1:02}"

    assert [address] == [code.text for code in zxingcpp.read_barcodes(painted(drawn(address)))]


def painted(svg: str) -> Image.Image:
    """Return the drawing of a QR code, a line a row, as a reader's camera sees it."""
    size = int(svg.partition('viewBox="0 0 ')[2].partition(" ")[0])
    image = Image.new("L", (size, size), 255)
    x = y = 0.0
    for step in STEP.finditer(svg.partition(' d="')[2]):
        right, down = float(step["right"]), float(step["down"] or 0)
        if step["how"] == "h":
            image.paste(0, (int(x), int(y), int(x + right), int(y) + 1))
        x, y = (right, down) if step["how"] == "M" else (x + right, y + down)
    return image.resize((4 * size, 4 * size), Image.Resampling.NEAREST)


def test_paper_printed_after_a_release_is_not_called_old(library: Library) -> None:
    """A release may come after the day on which the page was read against its sources."""
    later = date(2099, 1, 1)
    known = Versions(wording={}, versions=(Version(day=later, changes=()),))
    library.versions["kk/law/kz/joining"] = known

    found = mark(library)
    del library.versions["kk/law/kz/joining"]
    assert later == found.day


@pytest.mark.parametrize("path", ["sheets/listening-notes", "training/first-conversation"])
def test_what_is_released_says_so(library: Library, path: str) -> None:
    assert mark(library, path).is_released


def test_a_wording_that_was_not_released_is_not_called_so(library: Library) -> None:
    """Paper of the version before would be called current."""
    path = "sheets/listening-notes"
    known = library.versions[f"kk/{path}"]
    library.versions[f"kk/{path}"] = known.model_copy(update={"wording": {"top": "ca2e1b"}})

    found = mark(library, path)
    library.versions[f"kk/{path}"] = known
    assert not found.is_released
    assert known.versions == found.versions


def test_a_page_of_which_no_versions_are_kept_is_not_called_released(library: Library) -> None:
    assert not mark(library).is_released


def test_a_page_without_a_short_address_carries_its_whole_one(library: Library) -> None:
    found = mark(library, "evidence/kz")

    assert "birge.example.org/kk/law/kz/joining" == found.plain
    assert None is found.day


def test_the_message_ends_in_the_address(library: Library) -> None:
    lines = mark(library).message.splitlines()

    assert "https://birge.example.org/s/siki/" == lines[-1]
    assert "Кәсіподаққа кім кіре алады" == lines[0]
