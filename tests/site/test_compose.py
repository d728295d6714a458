"""How a page is put together in a language in which parts of it are missing or old."""

import shutil
from pathlib import Path

import pytest

from kb.model.languages import LANGUAGES
from kb.model.library import Library, load
from kb.model.write import accepted, translations_text
from kb.site.compose import page_markdown
from kb.site.lists import OPEN_IN, open_lists, open_questions, seminar_questions, unknowns
from tests.real import library

ROOT = Path(__file__).parents[2]
FRONT = """---
title: {title}
description: {title}
kind: law
countries: [kz]
checked: 2026-11-02
check_by: 2027-05-02
---

"""
ENGLISH = (
    FRONT.format(title="Who may join")
    + """# Who may join { #top }

The answer comes first.

## Who may join { #who-may-join }

A union may be joined from 14.[^kz-union-dues]

## Dues { #dues }

Not established: how much. Ask the union.
"""
)
KAZAKH = (
    FRONT.format(title="Кім мүше бола алады")
    + """# Кім мүше бола алады { #top }

Алдымен жауап.

## Кім мүше бола алады { #who-may-join }

Кәсіподаққа 14 жастан кіруге болады.[^kz-union-dues]

## Жарна { #dues }

Анықталмаған: қанша екені. Кәсіподақтан сұраңыз.
"""
)
EVIDENCE = """read: 2026-11-02
instruments:
- id: kz-trade-union-law
  jurisdiction: kz
  kind: law
  title: {en: Law on Trade Unions}
  number: null
  adopted: 2014-06-27
  in_force: null
  amended: null
  status: in_force
  url: https://adilet.example/law
  read_at: []
  note: ''
facts:
- id: kz-union-dues
  topic: union-dues
  statement: A union may be joined from 14.
  instrument: kz-trade-union-law
  pinpoint: art. 4
  quote: null
  source_url: null
  confidence: primary
  as_of: 2026-01-01
  note: ''
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a knowledge base of one page, in English and Kazakh, with today's record."""
    data = tmp_path / "docs" / "_data"
    shutil.copytree(ROOT / "docs" / "_data" / "interface", data / "interface")
    (data / "evidence").mkdir()
    (data / "evidence" / "kz.yml").write_text(EVIDENCE, encoding="utf-8")
    write(tmp_path, "en", ENGLISH)
    write(tmp_path, "kk", KAZAKH)
    library = load(tmp_path)
    record = accepted(library, "kk", "joining", None)
    (data / "translations").mkdir()
    (data / "translations" / "kk.yml").write_text(
        translations_text("kk", {"joining": record}), encoding="utf-8"
    )
    return tmp_path


def write(root: Path, language: str, text: str, path: str = "joining") -> None:
    file = root / "docs" / language / f"{path}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def disagreeing(root: Path) -> Library:
    """Return the library with its one fact in conflict with another source."""
    text = EVIDENCE.replace("primary", "conflicting").replace(
        "as_of: 2026-01-01\n  note: ''", "as_of: 2026-01-01\n  note: Another says 16."
    )
    (root / "docs" / "_data" / "evidence" / "kz.yml").write_text(text, encoding="utf-8")
    return load(root)


def composed(root: Path, language: str) -> str:
    library = load(root)
    assert [] == library.problems
    return page_markdown(library, language, "joining")


class TestCurrent:
    def test_the_page_is_its_own_text_and_one_note(self, root: Path) -> None:
        text = composed(root, "kk")

        assert "Кәсіподаққа 14 жастан кіруге болады.[^kz-union-dues]" in text
        assert 1 == text.count("[^kz-union-dues]: ")
        assert "kb-notice" not in text
        assert 'lang="en"' not in text.split("[^kz-union-dues]: ")[0]


class TestCountries:
    LINKS = "[Kazakhstan](#dues-kz) [Kyrgyzstan](#dues-kg) [Uzbekistan](#dues-uz)"

    def composed(self, root: Path, lines: int) -> str:
        """Return a page that says *lines* lines of each of three countries."""
        names = {"kz": "Kazakhstan", "kg": "Kyrgyzstan", "uz": "Uzbekistan"}
        parts = [
            f"### {name} {{ #dues-{country} }}\n\n" + "The charter decides.\n" * lines
            for country, name in names.items()
        ]
        write(root, "en", f"{ENGLISH}\n" + "\n".join(parts))
        return composed(root, "en")

    def test_a_reader_of_one_country_goes_past_the_others(self, root: Path) -> None:
        text = self.composed(root, 5)

        assert f"## Dues {{ #dues }}\n\n{self.LINKS}\n{{ .kb-jumps }}\n\nNot established" in text
        assert 1 == text.count("kb-jumps")

    def test_what_a_screen_shows_needs_no_links(self, root: Path) -> None:
        assert "kb-jumps" not in self.composed(root, 4)


class TestStale:
    def test_a_letter_is_cut_off_in_the_reader_s_language(self, root: Path) -> None:
        cut = "Алдымен жауап.\n\n<!-- kb:cut -->"
        write(root, "kk", KAZAKH.replace("Алдымен жауап.", cut))

        line = "Осы жерден қиыңыз. Төмендегісі – сізге, хат алушыға емес.\n{ .kb-cut }\n"
        assert f"\n\n{line}" in composed(root, "kk")

    def test_only_the_changed_section_says_so_and_names_the_sentence(self, root: Path) -> None:
        """A reader of the other sections is not warned for nothing."""
        write(root, "en", ENGLISH.replace("from 14.[", "from 16.["))

        text = composed(root, "kk")

        assert 1 == text.count("<aside")
        assert (
            "## Кім мүше бола алады { #who-may-join }\n\n"
            '<aside class="kb-notice kb-notice--stale">Аударылғаннан кейін осы бөлімнің ағылшынша '
            "мәтіні өзгерді. Ағылшынша жаңа сөйлемдер: "
            '<ul lang="en"><li>A union may be joined from 16.</li></ul></aside>\n'
        ) in text

    def test_a_sentence_that_went_away_is_told_too(self, root: Path) -> None:
        write(root, "en", ENGLISH.replace("Not established: how much. Ask the union.\n", ""))

        text = composed(root, "kk")

        assert "Ағылшынша мәтіннен кейбір сөйлемдер алынып тасталды.</aside>" in text


class TestMissing:
    def test_a_missing_section_is_english_and_marked(self, root: Path) -> None:
        write(root, "kk", KAZAKH.split("## Жарна")[0])

        text = composed(root, "kk")

        assert (
            '<div lang="en" class="kb-stand-in" markdown="1">\n\n## Dues { #dues }\n\n'
            '<aside lang="kk" class="kb-notice kb-notice--missing">Бұл бөлім әлі аударылған жоқ. '
            "Әзірге мұнда ағылшынша мәтін тұр.</aside>\n"
        ) in text
        assert "Not established: how much." in text

    def test_a_missing_page_says_so_once(self, root: Path) -> None:
        text = composed(root, "ky")

        assert 1 == text.count("kb-notice--missing")
        assert 3 == text.count('<div lang="en" class="kb-stand-in" markdown="1">')
        assert "[^kz-union-dues]: " in text


class TestUnknowns:
    def test_a_line_is_found_in_the_language_of_the_reader(self, root: Path) -> None:
        found = list(unknowns(load(root), "kk"))

        assert [("kz", "қанша екені. Кәсіподақтан сұраңыз.", "dues")] == [
            (question.country, question.text, question.section) for question in found
        ]

    @pytest.mark.parametrize(
        ("said", "country"),
        [
            ("what the Kyrgyz Code says. Ask the ministry.", "kg"),
            ("how many there are in Kazakhstan and Bishkek. Ask.", "international"),
            ("how many there are; ask the Federation of Uzbekistan.", "international"),
            ("how many there are.", "international"),
        ],
    )
    def test_what_a_page_on_three_countries_asks_of_one_is_its_own(
        self, root: Path, said: str, country: str
    ) -> None:
        """Whom to ask may be of another country."""
        every = ENGLISH.replace("countries: [kz]", "countries: [kz, kg, uz]")
        write(root, "en", every.replace("how much. Ask the union.", said))

        assert [country] == [question.country for question in unknowns(load(root), "kk")]

    def test_each_language_has_the_same_questions_in_the_same_country(self) -> None:
        source = [(one.country, one.page.path) for one in unknowns(library(), "en")]

        for language in LANGUAGES:
            found = [(one.country, one.page.path) for one in unknowns(library(), language)]
            assert source == found, language

    def test_each_country_has_its_lists_on_a_page_below(self, root: Path) -> None:
        """Under the ids under which they stood on the page itself."""
        lines = list(open_questions(load(root), "en", "law/open-questions"))

        assert [
            "",
            "## Kazakhstan { #open-kz }",
            "",
            "- [Not established](open-questions/kz.md#not-established-kz): 1",
            "    { #not-established-kz }",
        ] == lines

    def test_a_list_links_the_section(self, root: Path) -> None:
        (found,) = open_lists(load(root), "en", "law/open-questions/kz", "kz")

        assert ("- how much. Ask the union. [Who may join](../../joining.md#dues)",) == found.lines

    def test_sources_that_disagree_stand_with_both_sides(self, root: Path) -> None:
        found = open_lists(disagreeing(root), "en", "law/open-questions/kz", "kz")

        assert ["conflict-kz", "not-established-kz"] == [one.id for one in found]
        (line,) = found[0].lines
        assert (
            "- A union may be joined from 14. What the other source says: "
            "Another says 16. [Who may join](../../joining.md#who-may-join)"
        ) == line

    def test_both_sides_stand_in_the_language_of_the_reader(self, root: Path) -> None:
        library = disagreeing(root)
        library.evidence_words["kk"] = {
            "A union may be joined from 14.": "Кәсіподаққа 14 жастан кіруге болады.",
            "Another says 16.": "Басқасы 16 дейді.",
        }

        (line,) = open_lists(library, "kk", "law/open-questions/kz", "kz")[0].lines

        assert (
            "- Кәсіподаққа 14 жастан кіруге болады. Басқа дереккөз не дейді: Басқасы 16 дейді. "
            "[Кім мүше бола алады](../../joining.md#who-may-join)"
        ) == line

    def test_what_has_no_words_is_marked_as_english(self, root: Path) -> None:
        (line,) = open_lists(disagreeing(root), "kk", "law/open-questions/kz", "kz")[0].lines

        assert (
            '- <span lang="en">A union may be joined from 14.</span> Басқа дереккөз не дейді: '
            '<span lang="en">Another says 16.</span> '
            "[Кім мүше бола алады](../../joining.md#who-may-join)"
        ) == line

    @pytest.mark.parametrize("country", OPEN_IN)
    @pytest.mark.parametrize("language", ["ru", "uz", "kk", "ky"])
    def test_nothing_that_is_open_is_told_in_english(
        self, library: Library, language: str, country: str
    ) -> None:
        """Who does not read English learns what the sources say as well."""
        lists = open_lists(library, language, f"law/open-questions/{country}", country)

        assert [] == [line for one in lists for line in one.lines if 'lang="en"' in line]


class TestSeminarQuestions:
    def test_a_question_without_an_answering_page_is_listed(self, root: Path) -> None:
        page = (
            FRONT.format(title="Seminar").replace("kind: law", "kind: seminar")
            + "# Seminar { #top }\n\n## Questions { #questions }\n\n"
            "- Who pays? [Dues](../joining.md)\n- What did the report advise?\n"
        )
        write(root, "en", page, "seminars/2024")

        assert ["- What did the report advise? Asked at: [Seminar](2024.md#questions)"] == list(
            seminar_questions(load(root), "en", "seminars/questions")
        )

    def test_nothing_open_is_said(self, root: Path) -> None:
        library: Library = load(root)

        assert ["Nothing is open here."] == list(
            seminar_questions(library, "en", "seminars/questions")
        )
