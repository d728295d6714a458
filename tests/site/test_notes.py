"""What a note says, in each language."""

from dataclasses import replace
from datetime import date

import pytest

from kb.model.evidence import Confidence, Fact, Instrument, InstrumentKind, InstrumentStatus
from kb.model.library import Library
from kb.site import notes
from kb.site.notes import (
    act_number,
    amended_mark,
    amended_since,
    mark_amended,
    page_word,
    pinpoint,
    reference,
)
from kb.site.shelves import shelf


def instrument(**changes: object) -> Instrument:
    fields: dict[str, object] = {
        "id": "kz-trade-union-law",
        "jurisdiction": "kz",
        "kind": InstrumentKind.LAW,
        "title": {"en": "Law on Trade Unions", "kk": "Кәсіптік одақтар туралы"},
        "number": "No. 211-V",
        "adopted": date(2014, 6, 27),
        "in_force": date(2014, 7, 11),
        "amended": None,
        "status": InstrumentStatus.IN_FORCE,
        "url": "https://adilet.zan.kz/law",
        "read_at": (),
        "note": "",
    }
    return Instrument.model_validate(fields | changes)


def fact(**changes: object) -> Fact:
    fields: dict[str, object] = {
        "id": "kz-union-dues",
        "topic": "union-dues",
        "statement": "A member pays dues.",
        "instrument": "kz-trade-union-law",
        "pinpoint": "art. 1(2)",
        "quote": None,
        "source_url": None,
        "confidence": Confidence.PRIMARY,
        "as_of": date(2024, 9, 3),
        "note": "",
        "read": date(2026, 11, 21),
    }
    return Fact.model_validate(fields | changes)


@pytest.fixture
def small(library: Library) -> Library:
    """Return a library of one law and one fact with the real words of the interface."""
    return replace(
        library,
        instruments={"kz-trade-union-law": instrument()},
        facts={"kz-union-dues": fact()},
    )


class TestNote:
    def test_it_names_law_article_version_reading_and_links(self, small: Library) -> None:
        assert (
            '<cite lang="en">Law on Trade Unions</cite>, No. 211-V, art. 1(2), '
            "as of 3 September 2024. "
            '<span class="kb-read kb-read--primary">Read in the text itself</span>, '
            "read on 21 November 2026. "
            '<a href="https://adilet.zan.kz/law">Official page</a> · '
            '<a href="../../../evidence/kz/1/#kz-union-dues">In the ledger</a>'
        ) == notes.note(small, "en", "law/kz/joining", fact())

    def test_it_speaks_the_language_of_the_reader(self, small: Library) -> None:
        """Title in Kazakh, article as Kazakh law writes it, dates as Kazakh writes them."""
        text = notes.note(small, "kk", "law/kz/joining", fact())

        assert text.startswith(
            '<cite lang="kk">Кәсіптік одақтар туралы</cite>, № 211-V, '
            "1(2)-бап, мәтін күні: 2024 жылғы 3 қыркүйек."
        )

    def test_a_conflict_is_told_with_both_sides(self, small: Library) -> None:
        told = notes.note(
            small,
            "en",
            "law/kz/joining",
            fact(confidence="conflicting", note="Another source says 10 [not 3]."),
        )

        assert "What the other source says: Another source says 10 [not 3]." in told
        assert '<span class="kb-read kb-read--conflicting">Sources disagree</span>' in told

    def test_a_title_cannot_break_out_of_its_note(self, small: Library) -> None:
        library = replace(
            small,
            instruments={
                "kz-trade-union-law": instrument(title={"en": "A <b>*law*</b> & `more` [^x]"})
            },
        )

        text = notes.note(library, "en", "index", fact())

        assert "A &lt;b&gt;*law*&lt;/b&gt; &amp; `more` [^x]" in text


class TestNumber:
    @pytest.mark.parametrize(
        ("language", "text", "expected"),
        [
            ("en", "No. 414-V", ("No. 414-V", "en")),
            ("ru", "No. 414-V", ("№ 414-V", "ru")),
            ("uz", "No. 87", ("87-son", "uz")),
            ("kk", "No. 414-V", ("№ 414-V", "kk")),
            ("ky", "638-XII", ("638-XII", "ky")),
            ("en", "Case No. 2198", ("Case No. 2198", "en")),
            ("ky", "Case No. 2198", ("№ 2198 иш", "ky")),
            ("uz", "Case No. 2198", ("2198-son ish", "uz")),
            ("kk", "Real Decreto-ley 9/2021", ("Real Decreto-ley 9/2021", "en")),
            ("kk", "No. 1 of the court", ("No. 1 of the court", "en")),
        ],
    )
    def test_a_number_is_written_as_each_language_does(
        self, library: Library, language: str, text: str, expected: tuple[str, str]
    ) -> None:
        assert expected == act_number(library, language, text)


class TestPinpoint:
    @pytest.mark.parametrize(
        ("language", "expected"),
        [
            ("en", "art. 27(1)"),
            ("ru", "ст. 27(1)"),
            ("uz", "27(1)-modda"),
            ("kk", "27(1)-бап"),
            ("ky", "27(1)-берене"),
        ],
    )
    def test_an_article_is_written_as_each_language_does(
        self, library: Library, language: str, expected: str
    ) -> None:
        assert (expected, language) == pinpoint(library, language, "art. 27(1)")

    @pytest.mark.parametrize(
        ("language", "expected"),
        [
            ("en", ("Preamble", "en")),
            ("ky", ("преамбула", "ky")),
            ("ru", ("преамбула", "ru")),
        ],
    )
    def test_a_place_that_recurs_is_written_in_the_language(
        self, library: Library, language: str, expected: tuple[str, str]
    ) -> None:
        assert expected == pinpoint(library, language, "Preamble")

    def test_another_place_stays_as_recorded(self, library: Library) -> None:
        assert ("section A win-win scenario?", "en") == pinpoint(
            library, "kk", "section A win-win scenario?"
        )

    def test_words_after_the_number_are_not_lost(self, library: Library) -> None:
        text = "art. 16 as nobody cites it"

        assert (text, "en") == pinpoint(library, "ru", text)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("art. 16 as cited", ("16-берене, келтирилгендей", "ky")),
            ("Who is covered?", ("Who is covered?", "en")),
        ],
    )
    def test_words_are_those_of_the_interface_and_headings_stay(
        self, small: Library, text: str, expected: tuple[str, str]
    ) -> None:
        told = {"art. 16 as cited": "16-берене, келтирилгендей", "Who is covered?": None}

        assert expected == pinpoint(replace(small, evidence_words={"ky": told}), "ky", text)


class TestAmended:
    def test_an_amendment_after_the_version_marks_the_sentence(self, small: Library) -> None:
        library = replace(
            small, instruments={"kz-trade-union-law": instrument(amended=date(2026, 6, 8))}
        )

        assert (
            "She pays dues.[^kz-union-dues] "
            '<span class="kb-amended">The law was amended on 8 June 2026, after the copy that was '
            "read: read the article first.</span>"
        ) == mark_amended(library, "en", "She pays dues.[^kz-union-dues]")

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            (
                "Dues,[^kz-union-dues] art. 5, are paid. Ask.",
                "Dues,[^kz-union-dues] art. 5, are paid. M Ask.",
            ),
            (
                "One.[^kz-union-dues] Two.[^kz-union-dues]",
                "One.[^kz-union-dues] M Two.[^kz-union-dues] M",
            ),
            (
                "Both[^kz-union-dues] here.[^kz-union-dues]",
                "Both[^kz-union-dues] here.[^kz-union-dues] M",
            ),
            ("| Dues[^kz-union-dues] | 1% |", "| Dues[^kz-union-dues] M | 1% |"),
            (
                "Сумма,[^kz-union-dues] п. 5, есть. Әрі ол.",
                "Сумма,[^kz-union-dues] п. 5, есть. M Әрі ол.",
            ),
            (
                "Read [it](a.md).[^kz-union-dues] [Next](b.md).",
                "Read [it](a.md).[^kz-union-dues] M [Next](b.md).",
            ),
        ],
    )
    def test_the_mark_stands_once_at_the_end_of_its_sentence(
        self, small: Library, line: str, expected: str
    ) -> None:
        """In its middle it would cut what the reader reads."""
        library = replace(
            small, instruments={"kz-trade-union-law": instrument(amended=date(2026, 6, 8))}
        )
        mark = f'<span class="kb-amended">{amended_mark(library, "en", fact())}</span>'

        assert expected == mark_amended(library, "en", line).replace(mark, "M")

    @pytest.mark.parametrize("amended", [None, date(2024, 9, 3), date(2020, 1, 1)])
    def test_an_amendment_that_was_read_marks_nothing(
        self, small: Library, amended: date | None
    ) -> None:
        library = replace(small, instruments={"kz-trade-union-law": instrument(amended=amended)})

        assert not amended_since(library, fact())
        assert "She pays.[^kz-union-dues]" == mark_amended(
            library, "en", "She pays.[^kz-union-dues]"
        )

    def test_a_repealed_law_is_not_to_be_read_first(self, small: Library) -> None:
        law = instrument(amended=date(2026, 6, 8), status=InstrumentStatus.REPEALED)
        library = replace(small, instruments={"kz-trade-union-law": law})

        assert not amended_since(library, fact())

    def test_a_copy_without_a_date_says_so_in_its_note(self, small: Library) -> None:
        law = instrument(amended=date(2026, 6, 8))
        library = replace(small, instruments={"kz-trade-union-law": law})

        assert reference(library, "en", law, fact(as_of=None)).endswith(
            "art. 1(2), a copy without a date; last amended on 8 June 2026"
        )

    @pytest.mark.parametrize(
        ("amended", "overtaken"),
        [
            pytest.param(date(2026, 6, 8), False, id="read after the amendment"),
            pytest.param(date(2026, 11, 21), False, id="read on its day"),
            pytest.param(date(2026, 11, 22), True, id="read before the amendment"),
        ],
    )
    def test_a_copy_without_a_date_is_overtaken_by_what_came_after_its_reading(
        self, small: Library, amended: date, *, overtaken: bool
    ) -> None:
        """It cannot say what was not enacted when it was read."""
        law = instrument(amended=amended)
        library = replace(small, instruments={"kz-trade-union-law": law})

        assert overtaken == amended_since(library, fact(as_of=None))


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, "Official page"),
        ({"url": "https://www.ILO.org./a", "kind": "recommendation"}, "Official page"),
        ({"url": "https://notlex.uz/a"}, "Where it is published"),
        ({"url": "https://news.example/a"}, "Where it is published"),
        ({"kind": "guide"}, "Where it is published"),
    ],
)
def test_only_the_page_of_an_authority_is_called_official(
    small: Library, changes: dict[str, object], word: str
) -> None:
    assert word == page_word(small, "en", instrument(**changes))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "kz"),
        ({"kind": "news"}, "kz-reports"),
        ({"jurisdiction": "int", "kind": "convention"}, "int"),
        ({"jurisdiction": "ge", "kind": "case"}, "other-reports"),
        ({"jurisdiction": "eu", "kind": "directive"}, "other"),
    ],
)
def test_the_shelf_of_an_instrument(changes: dict[str, object], expected: str) -> None:
    assert expected == shelf(instrument(**changes))
