"""Uzbek pages in Cyrillic letters: what is turned, what stays, and the whole built edition."""

import posixpath
import re
from pathlib import Path

import pytest

from kb.model.cyrillic import ROMAN, Cyrillic
from kb.model.languages import CYRILLIC, LATIN
from kb.model.library import Library
from kb.site.cyrillic import page
from kb.site.tool_data import twin_data
from tests.site.conftest import SITE, built
from tests.site.said import said
from tests.uzbek import TOP_LEVEL

LIBRARY = Library(
    Path(),
    words={
        "en": {"script-made": "-", "script-other": "-"},
        "uz": {"script-made": "Kirillda.", "script-other": "Lotinda oʻqish"},
    },
    cyrillic=Cyrillic(kept=("Birge",)),
)
SITE_URL = "https://birge.example/"
FILES = [file.relative_to(SITE / LATIN) for file in sorted((SITE / LATIN).rglob("index.html"))]
WORD = re.compile(r"[a-zʻʼ]+", re.IGNORECASE)
MIXED = re.compile(r"[a-z][а-яўқғҳё]|[а-яўқғҳё][a-z]", re.IGNORECASE)
ADDRESS = re.compile(rf"https?://\S+|\S+@\S+|\S+:\d+/\S*|\S+\.(?:{TOP_LEVEL}|example)\b\S*|/\S+/")


def turned(body: str, path: str = "law/index.html") -> str:
    html = f'<html lang="uz"><body>{body}</body></html>'
    found = page(LIBRARY, html, path, SITE_URL)
    return found.removeprefix('<html lang="uz-Cyrl"><body>').removesuffix("</body></html>")


class TestPage:
    def test_text_titles_and_labels_are_turned(self) -> None:
        body = '<p><b aria-label="{}">{}</b> <img alt="{}" src="xarita.svg"></p>'

        assert body.format("меню", "Ёш &amp; қари", "харита") == turned(
            body.format("menyu", "Yosh &amp; qari", "xarita")
        )

    def test_code_scripts_and_other_languages_stay(self) -> None:
        body = (
            '<p><code>kb check</code> <span lang="en">union</span> <q translate="no">dues</q>'
            "<script>let a;</script></p>"
        )

        assert body == turned(body)

    def test_what_is_marked_as_uzbek_again_is_turned(self) -> None:
        """A stand-in in English holds a notice in Uzbek."""
        assert '<div lang="en">a <aside lang="uz-Cyrl">б</aside></div>' == turned(
            '<div lang="en">a <aside lang="uz">b</aside></div>'
        )

    def test_links_and_ids_stay(self) -> None:
        assert '<h2 id="bosh"><a href="../kz/#bosh">бош</a></h2>' == turned(
            '<h2 id="bosh"><a href="../kz/#bosh">bosh</a></h2>'
        )

    def test_words_for_scripts_are_turned_and_their_keys_stay(self) -> None:
        assert '<p data-done="тайёр" data-state="tayyor"></p>' == turned(
            '<p data-done="tayyor" data-state="tayyor"></p>'
        )

    def test_the_menu_leads_to_both_scripts_and_marks_this_one(self) -> None:
        menu = (
            '<a href="./" lang="uz" hreflang="uz" aria-current="true" data-keeps-section>'
            "Oʻzbekcha</a>"
            '<a href="../../uz-cyrl/law/" lang="uz-Cyrl" hreflang="uz-Cyrl" data-keeps-section>'
            "Ўзбекча</a>"
        )

        found = turned(f'<ul translate="no">{menu}</ul>', "law/index.html")

        assert (
            '<ul translate="no">'
            '<a href="../../uz/law/" lang="uz" hreflang="uz" data-keeps-section>Oʻzbekcha</a>'
            '<a href="../../uz-cyrl/law/" lang="uz-Cyrl" hreflang="uz-Cyrl" data-keeps-section'
            ' aria-current="true">Ўзбекча</a></ul>' == found
        )

    def test_it_says_that_it_was_turned_by_a_machine(self) -> None:
        assert (
            '<aside class="kb-notice kb-notice--draft" data-script>Кириллда. '
            '<a href="../../uz/law/" hreflang="uz" data-keeps-section>Лотинда ўқиш</a></aside>'
            == turned("<!-- kb:script -->")
        )

    def test_the_address_of_the_page_is_its_own(self) -> None:
        assert '<link rel="canonical" href="https://birge.example/uz-cyrl/law/">' == turned(
            '<link rel="canonical" href="https://birge.example/uz/law/">'
        )

    def test_an_element_that_is_not_closed_is_a_broken_promise(self) -> None:
        with pytest.raises(ValueError, match=r"^uz/law/: <html> is not closed$"):
            turned("<p>")


def test_a_tool_speaks_cyrillic_and_its_script_keeps_its_keys() -> None:
    data = {
        "words": {"print": "Chop etish {n}"},
        "group": "a",
        "sectors": [
            {"id": "transport", "language": "uz", "title": "Transport"},
            {"id": "markets", "language": "en", "title": "Markets"},
        ],
    }

    assert {
        "words": {"print": "Чоп этиш {n}"},
        "group": "a",
        "sectors": [
            {"id": "transport", "language": "uz-Cyrl", "title": "Транспорт"},
            {"id": "markets", "language": "en", "title": "Markets"},
        ],
    } == twin_data(LIBRARY, data)


def sections(ids: list[str]) -> list[str]:
    """Return the ids, the letters' of the glossary left out; its order is the alphabet's."""
    return sorted(id_ for id_ in ids if not id_.startswith("letter-"))


def leads_to_latin(path: Path, target: str) -> bool:
    """Return whether a link leaves for the other letters: the menu's and the notice's do."""
    here = f"/{CYRILLIC}/{path.parent.as_posix()}"
    return f"{posixpath.normpath(posixpath.join(here, target))}/".startswith(f"/{LATIN}/")


@pytest.mark.parametrize("path", FILES, ids=str)
class TestBuiltEdition:
    def test_it_has_the_page_with_the_same_ids_and_links(self, path: Path) -> None:
        mine, theirs = built(SITE / CYRILLIC / path), built(SITE / LATIN / path)

        assert sections(theirs.ids) == sections(mine.ids)
        assert 2 == sum(leads_to_latin(path, target) for target in mine.targets)

    def test_it_says_so_and_leads_to_the_latin_page(self, path: Path) -> None:
        text = (SITE / CYRILLIC / path).read_text(encoding="utf-8")
        folder = path.as_posix().removesuffix("index.html")
        up = "../" * len(path.parts)

        assert 1 == text.count(
            f"лотин ёзувидаги матндан кирилл ёзувига автоматик ўгирилган. "
            f'<a href="{up}uz/{folder}" hreflang="uz"'
        )

    def test_no_word_stays_in_latin_letters_but_the_named_ones(
        self, library: Library, path: Path
    ) -> None:
        texts = [ADDRESS.sub(" ", text) for text in said(SITE / CYRILLIC / path, "uz-Cyrl")]
        kept = set(library.cyrillic.kept)
        words = {word for text in texts for word in WORD.findall(text) if len(word) > 1}

        assert [] == sorted(word for word in words - kept if not ROMAN.fullmatch(word))
        assert [] == [text for text in texts if MIXED.search(text)]
