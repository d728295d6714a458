"""What people call things every day: a bad record is told with its line, a good one is kept."""

from pathlib import Path

import pytest

from kb.model.everyday import Concept
from kb.model.library import load
from tests.model.reading import told_of

FILE = "docs/_data/search/everyday.yml"
GOOD = """concepts:
  debt:
    en: [debt, owe]
    ru: [долг]
    uz: [qarz]
    kk: [қарыз]
    ky: [карыз, насыя]
"""
SEE = "see docs/_data/evidence/SCHEMA.md and docs/en/about/contribute.md for the fields"


def test_a_good_file_is_read(tmp_path: Path) -> None:
    assert [] == told_of(tmp_path, FILE, GOOD)
    debt = Concept(
        en=("debt", "owe"), ru=("долг",), uz=("qarz",), kk=("қарыз",), ky=("карыз", "насыя")
    )
    assert {"debt": debt} == load(tmp_path).everyday
    assert ("карыз", "насыя") == debt.words("ky")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    uz: [qarz]\n", "", "2: DAT02 'concepts.debt.uz': the field is missing"),
        ("[qarz]", "[qarz]\n    tr: [borç]", "6: DAT02 'concepts.debt.tr': there is no such field"),
        ("[қарыз]", "қарыз", "6: DAT02 'concepts.debt.kk': this is not a list"),
        ("[debt, owe]", "[debt, debt]", "3: DAT02 'concepts.debt.en': 'debt' stands twice"),
        (
            "[долг]",
            "[то что я не отдал]",
            "4: DAT02 'concepts.debt.ru': 'то что я не отдал' is longer than 4 words",
        ),
    ],
)
def test_a_bad_record_is_told_at_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert [f"{FILE}:{message}\n    fix: {SEE}"] == told_of(tmp_path, FILE, GOOD.replace(old, new))


def test_a_concept_that_stands_twice_is_told(tmp_path: Path) -> None:
    twice = f"{FILE}:8: DAT03 the field 'debt' stands twice\n    fix: keep one of the two"

    assert [twice] == told_of(tmp_path, FILE, GOOD + GOOD.removeprefix("concepts:\n"))
