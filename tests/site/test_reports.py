"""What `kb depends`, `kb review`, `kb status`, `kb accept` and `kb links` answer."""

from datetime import date

from kb.model.library import load
from kb.site.reports import reviews
from tests.knowledge_base import EVIDENCE, PAGE, SHORT_LINKS, WAY, KnowledgeBase, Outcome

FACT = "kg-union-who-may-join"


class TestDepends:
    def test_every_language_that_rests_on_a_fact_is_named(self, base: KnowledgeBase) -> None:
        """A change of law reaches each sentence, whoever wrote it."""
        outcome = base.run("depends", FACT)

        assert 0 == outcome.code
        assert outcome.said.startswith(
            f"{PAGE}:18: {FACT}: Citizens from 14 who work or study, and pensioners, may join.\n"
        )
        assert ["en", "kk", "ky", "ru", "uz"] == [
            line.split("/")[1] for line in outcome.said.splitlines()
        ]

    def test_an_instrument_names_what_rests_on_any_of_its_facts(self, base: KnowledgeBase) -> None:
        instrument = load(base.root).facts[FACT].instrument

        said = base.run("depends", instrument).said

        assert all(line in said for line in base.run("depends", FACT).said.splitlines())

    def test_an_unknown_id_is_a_wrong_call(self, base: KnowledgeBase) -> None:
        said = "kb: there is no fact or instrument 'kg-nothing' in docs/_data/evidence/\n"

        assert Outcome(2, "", said) == base.run("depends", "kg-nothing")


class TestReview:
    def test_a_page_is_due_on_its_day(self, base: KnowledgeBase) -> None:
        library = load(base.root)

        before = [line for line in reviews(library, date(2027, 5, 1)) if PAGE in line]
        after = [line for line in reviews(library, date(2027, 5, 2)) if PAGE in line]

        assert [] == before
        assert [f"{PAGE}:1: due on 2027-05-02, last read on 2026-11-02"] == after

    def test_a_page_read_on_a_day_to_come_is_due(self, base: KnowledgeBase) -> None:
        """A slip of the hand in both dates would else keep it from being read for years."""
        base.replace(
            WAY, "checked: 2026-11-02\ncheck_by: 2027", "checked: 2036-11-02\ncheck_by: 2037"
        )

        lines = list(reviews(load(base.root), date(2026, 11, 21)))

        assert [f"{WAY}:1: due on 2037-05-02, last read on 2036-11-02"] == lines

    def test_an_amendment_names_the_fact_and_each_line_on_it(self, base: KnowledgeBase) -> None:
        fact = load(base.root).facts[FACT]
        instrument = load(base.root).instruments[fact.instrument]
        assert fact.as_of is not None
        old = f"amended: {instrument.amended or 'null'}"
        base.replace(EVIDENCE, old, "amended: 2026-06-08")
        library = load(base.root)

        lines = list(reviews(library, date(2026, 11, 21)))

        place = library.places[f"fact:{FACT}"]
        assert (
            f"{EVIDENCE}:{place.line}: {FACT} is as of {fact.as_of}; "
            f"{instrument.id} was amended on 2026-06-08"
        ) in lines
        assert f"    {PAGE}:18" in lines

    def test_a_copy_without_a_date_is_named_by_the_day_of_its_reading(
        self, base: KnowledgeBase
    ) -> None:
        base.replace(EVIDENCE, "amended: 2004-08-04", "amended: 2026-12-15")
        library = load(base.root)
        place = library.places["fact:kg-union-join-index-2024"]

        lines = list(reviews(library, date(2026, 11, 21)))

        assert (
            f"{EVIDENCE}:{place.line}: kg-union-join-index-2024 was read on 2026-11-02; "
            "kg-trade-union-law-1998 was amended on 2026-12-15"
        ) in lines


class TestStatus:
    def test_it_counts_sections_and_facts(self, base: KnowledgeBase) -> None:
        base.replace(PAGE, "from 14 who", "from 16 who")

        said = base.run("status").said

        rows = {
            line.split()[0]: line.split()[1:4]
            for line in said.splitlines()
            if line[:2] in ("ru", "kk")
        }
        assert {"ru": ["2", "1", "2"], "kk": ["2", "1", "2"]} == rows

    def test_a_file_without_facts_has_no_share(self, base: KnowledgeBase) -> None:
        """So a country begins."""
        base.write("docs/_data/evidence/kz.yml", "read: 2026-11-02\ninstruments: []\nfacts: []\n")

        outcome = base.run("status")

        assert (0, "") == (outcome.code, outcome.complained)
        assert ["kz", "0", "0", "0", "0", "0", "of", "0", "(-)"] in [
            line.split() for line in outcome.said.splitlines()
        ]


class TestAccept:
    def test_one_section_is_current_again(self, base: KnowledgeBase) -> None:
        """Read again, nothing to change: the text is not touched."""
        base.replace(PAGE, "from 14 who", "from 16 who")

        outcome = base.run("accept", "kk", "law/kg/joining#who-may-join")

        assert Outcome(0, "", changed=("docs/_data/translations/kk.yml",)) == outcome
        library = load(base.root)
        stale = {
            language: [
                state.id for state in library.states(language, "law/kg/joining") if state.changed
            ]
            for language in ("kk", "ru")
        }
        assert {"kk": [], "ru": ["who-may-join"]} == stale

    def test_two_sections_of_one_page_are_both_recorded(self, base: KnowledgeBase) -> None:
        base.replace(PAGE, "from 14 who", "from 16 who")
        base.replace(PAGE, "The charter sets the dues.", "The charter sets all dues.")

        base.run("accept", "kk", "law/kg/joining#who-may-join", "law/kg/joining#dues")

        states = load(base.root).states("kk", "law/kg/joining")
        assert [] == [state.id for state in states if state.changed]

    def test_a_page_that_is_not_there_is_a_wrong_call(self, base: KnowledgeBase) -> None:
        outcome = base.run("accept", "kk", "law/kg/none")

        assert Outcome(2, "", "kb: there is no page kk/law/kg/none\n") == outcome


class TestLinks:
    def test_a_new_link_is_added_and_the_old_ones_stay(self, base: KnowledgeBase) -> None:
        before = load(base.root).short_links

        outcome = base.run("links", "new", "law/kg/joining#dues")

        after = load(base.root).short_links
        assert before.items() <= after.items()
        (short,) = set(after) - set(before)
        assert Outcome(0, f"/s/{short}/  law/kg/joining#dues\n", changed=(SHORT_LINKS,)) == outcome
        assert not set(short) & set("0O1lo")

    def test_the_same_target_keeps_its_link(self, base: KnowledgeBase) -> None:
        first = base.run("links", "new", "law/kg/joining#dues")

        assert Outcome(0, first.said) == base.run("links", "new", "law/kg/joining#dues")

    def test_a_section_that_is_not_there_is_a_wrong_call(self, base: KnowledgeBase) -> None:
        said = "kb: there is no page or section 'law/kg/joining#none'\n"

        assert Outcome(2, "", said) == base.run("links", "new", "law/kg/joining#none")
