"""CIT01-CIT04, DAT04: every cited fact exists, stands on an instrument, is told as it is."""

import pytest

from tests.knowledge_base import (
    EVIDENCE,
    OTHER_SIDE,
    PAGE,
    SIDES,
    KnowledgeBase,
    problem,
    told,
)

INT = "docs/_data/evidence/int.yml"
FIX = "correct the id, or add the fact with its source and pinpoint"
CITED = "[^kg-union-who-may-join]"


@pytest.mark.parametrize(
    ("id_", "fix"),
    [
        pytest.param(
            "kg-union-who-my-join",
            f"did you mean 'kg-union-who-may-join'? {FIX.capitalize()}",
            id="misspelt",
        ),
        pytest.param(
            "kg-union-join-index-2042",
            f"did you mean 'kg-union-join-index-2024'? {FIX.capitalize()}",
            id="figures turned round",
        ),
        pytest.param("kg-strike-quorum", FIX, id="nothing like it"),
        pytest.param("1", FIX, id="a number"),
    ],
)
def test_a_fact_that_is_not_recorded_is_told_with_the_nearest(
    base: KnowledgeBase, id_: str, fix: str
) -> None:
    base.replace(PAGE, CITED, f"[^{id_}]")
    for language in ("ru", "uz", "kk", "ky"):
        base.replace(PAGE.replace("/en/", f"/{language}/"), CITED, "")

    what = f"CIT01 fact '{id_}' is not in docs/_data/evidence/"
    assert told(problem(PAGE, 18, what, fix)) == base.check()


def test_a_citation_in_code_is_an_example(base: KnowledgeBase) -> None:
    base.replace(PAGE, "A legal index", "Write `[^some-fact]`, or ``a ` [^other]``. A legal index")

    assert base.check().code == 0


def test_a_note_written_by_hand_is_told(base: KnowledgeBase) -> None:
    base.replace(PAGE, "- The charter", f"{CITED}: Law No. 130, art. 2\n\n- The charter")

    what = "CIT03 a note is written by hand"
    fix = "remove it; the build makes the note from the fact's record"
    assert told(problem(PAGE, 26, what, fix)) == base.check()


FACT = "fact 'kg-union-join-index-2024'"


@pytest.mark.parametrize("note", ['""', '"  "'])
def test_a_conflict_tells_the_other_side(base: KnowledgeBase, note: str) -> None:
    base.replace(EVIDENCE, f'"{OTHER_SIDE}"', note)
    for code, (_, told_there) in SIDES.items():
        words = f"docs/_data/interface/{code}.yml"
        base.replace(words, f'  "{OTHER_SIDE}": {told_there}\n', "")

    what = f"CIT02 {FACT} is conflicting, and its note does not tell the other side"
    fix = "write into the note what the other source says, and where"
    assert told(problem(EVIDENCE, 29, what, fix)) == base.check()


def test_national_law_is_never_unverified(base: KnowledgeBase) -> None:
    base.replace(EVIDENCE, "confidence: conflicting", "confidence: unverified")

    what = f"CIT04 {FACT} is national law and 'unverified'"
    fix = "read the text; only well-known international texts may be unverified"
    assert told(problem(EVIDENCE, 29, what, fix)) == base.check()


def test_a_fact_whose_instrument_is_missing_is_told(base: KnowledgeBase) -> None:
    base.replace(INT, "instrument: int-c87", "instrument: int-c98")

    what = "DAT04 fact 'int-c87-art2' stands on instrument 'int-c98', which is not recorded"
    fix = "correct the instrument's id, or add the instrument"
    assert told(problem(INT, 17, what, fix)) == base.check()


def test_the_same_fact_in_two_files_is_told(base: KnowledgeBase) -> None:
    base.replace(INT, "- id: int-c87-art2", "- id: kg-union-who-may-join")

    what = f"DAT03 fact 'kg-union-who-may-join' stands already in {INT}:17"
    fix = "give one of the two another id, or remove it"
    assert told(problem(EVIDENCE, 19, what, fix)) == base.check()


def test_the_same_instrument_in_two_files_is_told(base: KnowledgeBase) -> None:
    base.replace(EVIDENCE, "- id: kg-trade-union-law-1998", "- id: int-c87")
    base.write(EVIDENCE, base.read(EVIDENCE).replace("kg-trade-union-law-1998", "int-c87"))

    what = f"DAT03 instrument 'int-c87' stands already in {INT}:4"
    fix = "give one of the two another id, or remove it"
    assert told(problem(EVIDENCE, 4, what, fix)) == base.check()
