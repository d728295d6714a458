"""What stands around a page: a mistake is reported with page, section and language."""

import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from kb.model.languages import LANGUAGES
from kb.site.build import environment
from kb.site.lists import part_name
from kb.site.made import markdown
from kb.site.view import Around, PageView, page_meta
from tests.real import library
from tests.site.test_build import root as root  # noqa: PLC0414 - a fixture that is used here too

SITE = "https://birge.example.org/"
TRACKER = "https://example.org/issues/new?title={page}%23{section}&labels={language}&body={text}"


def asked(address: str) -> dict[str, str]:
    """Return what the address fills in."""
    return {key: value for key, (value,) in parse_qs(urlsplit(address).query).items()}


class TestReport:
    def test_it_names_page_section_and_language(self) -> None:
        view = PageView(library(), "kk", "law/kz/joining", Around(SITE, TRACKER))

        expected = {
            "title": "kk/law/kz/joining#dues",
            "labels": "kk",
            "body": (
                "Бет: kk/law/kz/joining\nБөлім: Жарна & есеп? (#dues)\nТіл: Қазақша (kk)\n\n"
                "Не қате және оны қайдан оқыдыңыз?\n(Жұмыскерлердің атын жазбаңыз.)"
            ),
        }
        assert expected == asked(view.report("dues", "Жарна & есеп?"))

    def test_of_the_whole_page_it_names_the_title(self) -> None:
        view = PageView(library(), "ru", "glossary", Around(SITE, TRACKER))

        assert "ru/glossary#top" == asked(view.report())["title"]
        assert "Раздел: Глоссарий (#top)" in asked(view.report())["body"]

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_without_a_tracker_the_reader_is_told_how(self, language: str) -> None:
        view = PageView(library(), language, "law/kz/joining", Around(SITE))

        assert not view.has_tracker
        assert f"{language}/about/contribute/#report" == view.report()
        assert "report" in library().source_page("about/contribute").sections


def test_one_line_of_mkdocs_yml_sets_the_tracker(root: Path, tmp_path: Path) -> None:
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace('report_url: !ENV [KB_REPORT_URL, ""]', f"report_url: {TRACKER}"),
        encoding="utf-8",
    )
    page = root / "docs/en/index.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\n## Who pays & why? { #dues }\n\nThe member.\n",
        encoding="utf-8",
    )
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=root,
        env=environment("en"),
        check=True,
    )

    built = (tmp_path / "site/en/index.html").read_text(encoding="utf-8")
    assert "title=en%2Findex%23top&amp;labels=en&amp;body=Page%3A%20en%2Findex%0A" in built
    assert "Section%3A%20Who%20pays%20%26%20why%3F%20%28%23dues%29" in built


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", ["kz", "kg", "uz", "international"])
def test_a_part_of_what_is_open_is_called_by_its_country(language: str, country: str) -> None:
    """It is no list by country any more."""
    path = f"law/open-questions/{country}"
    front = library().pages[language]["law/open-questions"].front
    meta = page_meta(library(), language, path)

    name = part_name(library(), language, country)
    assert [f"{name}: "] * 2 == [meta[one][: len(name) + 2] for one in ("title", "description")]
    by_country = front.title.partition(", ")[2]
    assert by_country
    assert by_country not in meta["title"] + meta["description"]
    assert markdown(library(), language, path).startswith(f"# {meta['title']} {{ #top }}\n")


def test_a_part_of_what_is_open_is_a_draft_as_its_page_is() -> None:
    """Whoever reads of one country alone must know that no person has read the translation."""
    english, kazakh = (
        PageView(library(), code, "law/open-questions/kz", Around(SITE)) for code in ("en", "kk")
    )

    assert not english.is_draft
    assert kazakh.is_draft
