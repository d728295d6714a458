"""Section states: what a reader of a translation is warned of, and what not."""

import pytest

from kb.model.library import load
from kb.model.page import Page, line_hash, read_page
from kb.model.source import Source
from kb.model.translations import (
    SectionState,
    State,
    TranslatedPage,
    section_states,
)
from tests.knowledge_base import JOINING, PAGE, KnowledgeBase

PATH = "law/kg/joining"
LANGUAGES = ("ru", "uz", "kk", "ky")
FIRST = "Citizens from 14 who work or study, and pensioners, may join.[^kg-union-who-may-join]"


def page(language: str, text: str) -> Page:
    found = read_page(Source(f"docs/{language}/{PATH}.md", text), language, PATH)
    if isinstance(found, list):
        raise TypeError(str(found))
    return found


def record(source: Page) -> TranslatedPage:
    wordings = {section.id: section.wording for section in source.sections.values()}
    return TranslatedPage(read=None, sections=wordings)


SOURCE = page("en", JOINING["en"])
KYRGYZ = page("ky", JOINING["ky"])


def stale_sections(source: Page, translation: Page, record: TranslatedPage) -> list[str]:
    """Return the ids of the sections whose source has changed since they were made."""
    states = section_states(source, translation, record)
    return [found.id for found in states if found.state is State.STALE]


class TestStates:
    def test_a_page_made_from_todays_wording_is_current(self) -> None:
        expected = tuple(
            SectionState(name, State.CURRENT) for name in ("top", "who-may-join", "dues")
        )
        assert expected == section_states(SOURCE, KYRGYZ, record(SOURCE))

    def test_one_changed_section_makes_only_that_section_stale(self) -> None:
        """A reader of the other sections is not warned for nothing."""
        changed = page("en", JOINING["en"].replace("from 14", "from 16"))

        assert ["who-may-join"] == stale_sections(changed, KYRGYZ, record(SOURCE))

    def test_the_changed_sentence_is_named_and_no_other(self) -> None:
        changed = page("en", JOINING["en"].replace("from 14", "from 16"))

        states = section_states(changed, KYRGYZ, record(SOURCE))
        new = FIRST.replace("14", "16")
        assert SectionState("who-may-join", State.STALE, (new,)) == states[1]

    def test_a_sentence_taken_out_makes_stale_without_a_new_one(self) -> None:
        changed = page("en", JOINING["en"].replace(f"{FIRST}\n", ""))

        states = section_states(changed, KYRGYZ, record(SOURCE))
        assert SectionState("who-may-join", State.STALE, ()) == states[1]

    @pytest.mark.parametrize("field", ["title: Who may", "description: The"])
    def test_a_new_title_or_description_makes_the_top_stale(self, field: str) -> None:
        """Both are read in lists and in search, and are translated too."""
        changed = page("en", JOINING["en"].replace(field, f"{field} new", 1))

        assert ["top"] == stale_sections(changed, KYRGYZ, record(SOURCE))

    def test_a_new_date_makes_nothing_stale(self) -> None:
        """Dates decide nothing."""
        changed = page("en", JOINING["en"].replace("checked: 2026-11-02", "checked: 2026-12-02"))

        assert [] == stale_sections(changed, KYRGYZ, record(SOURCE))

    def test_empty_lines_and_outer_spaces_make_nothing_stale(self) -> None:
        changed = page("en", JOINING["en"].replace(FIRST, f"\n\n{FIRST}  \n"))

        assert [] == stale_sections(changed, KYRGYZ, record(SOURCE))

    def test_two_sentences_that_change_places_make_stale(self) -> None:
        lines = JOINING["en"].split("\n")
        at = lines.index(FIRST)
        lines[at], lines[at + 1] = lines[at + 1], lines[at]

        assert ["who-may-join"] == stale_sections(
            page("en", "\n".join(lines)), KYRGYZ, record(SOURCE)
        )

    def test_a_section_that_is_not_translated_is_missing(self) -> None:
        half = page("ky", JOINING["ky"].partition("## Кандай")[0])

        states = section_states(SOURCE, half, record(SOURCE))
        assert SectionState("dues", State.MISSING) == states[2]

    def test_a_page_that_is_not_translated_is_missing_whole(self) -> None:
        states = section_states(SOURCE, None, record(SOURCE))

        assert {State.MISSING} == {state.state for state in states}

    def test_a_section_without_a_record_is_stale_whole(self) -> None:
        states = section_states(SOURCE, KYRGYZ, TranslatedPage(read=None, sections={}))

        lines = SOURCE.sections["dues"].lines
        assert SectionState("dues", State.STALE, tuple(filter(None, lines))) == states[2]


class TestLibrary:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_each_language_of_the_base_is_current(self, base: KnowledgeBase, language: str) -> None:
        states = load(base.root).states(language, PATH)

        assert {State.CURRENT} == {state.state for state in states}

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_change_of_the_source_reaches_each_language(
        self, base: KnowledgeBase, language: str
    ) -> None:
        base.replace(PAGE, "sets the dues", "sets the monthly dues")

        changed = ("- The charter sets the monthly dues.",)
        states = load(base.root).states(language, PATH)
        assert SectionState("dues", State.STALE, changed) == states[2]

    def test_english_is_the_source(self, base: KnowledgeBase) -> None:
        states = load(base.root).states("en", PATH)

        assert {State.SOURCE} == {state.state for state in states}

    def test_a_page_is_a_draft_until_a_person_read_it(self, base: KnowledgeBase) -> None:
        records = "docs/_data/translations/ky.yml"
        before = load(base.root)
        base.replace(records, "read: null", "read: 2026-11-20")
        base.replace(records, "reader: null", "reader: Айгүл")
        after = load(base.root)

        assert (True, False) == (before.is_draft("ky", PATH), after.is_draft("ky", PATH))
        assert not after.is_draft("en", PATH)


def test_the_hash_of_a_line_lasts() -> None:
    """Records hold it for years; another way of hashing would make every page stale."""
    assert "8f3699" == line_hash("  Вступить могут граждане с 14 лет. ")
