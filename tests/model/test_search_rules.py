"""What search knows of the languages: each fault is told at its line, and loses nothing else."""

import json
from pathlib import Path

import pytest

from kb.model.languages import LANGUAGES
from kb.model.library import load
from kb.model.search_rules import NO_RULES, Slot
from tests.model.reading import told_of

FILE = "docs/_data/search/rules.json"
KAZAKH = """"kk": {
   "fold": {"қ": "к"},
   "vowels": "аы",
   "contexts": {"v": ["а", "ы"]},
   "slots": [
    {"name": "case", "least": 2, "endings": "да ны/v"},
    {"name": "plur", "least": 2, "endings": "лар", "not_after": ["case"]}
   ]
  }"""
OTHERS = "".join(
    f',\n  "{code}": {{"fold": {{}}, "vowels": "", "slots": []}}'
    for code in LANGUAGES
    if code != "kk"
)
GOOD = f"""{{
 "version": 1,
 "confusable": "уo кq",
 "layouts": ["qwe", "йцу"],
 "languages": {{
  {KAZAKH}{OTHERS}
 }}
}}
"""
SEE = "see docs/_data/evidence/SCHEMA.md and docs/en/about/contribute.md for the fields"
FORM = "see SCHEMA.md for the form of a record"
COMMAS = "put keys and text into double quotes, and a comma between items but not at the end"


def test_a_good_file_is_read(tmp_path: Path) -> None:
    assert [] == told_of(tmp_path, FILE, GOOD)
    rules = load(tmp_path).search_rules
    assert Slot(name="case", least=2, endings="да ны/v") == rules.of("kk").slots[0]
    assert (1, {*LANGUAGES}) == (rules.version, {*rules.languages})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param(
            '"version": 1',
            '"version": "one"',
            "2: DAT02 'version': this is no whole number",
            id="no number",
        ),
        pytest.param(
            '"уo кq"', '"уoк"', "3: DAT02 'confusable': 'уoк' is no pair of letters", id="no pair"
        ),
        pytest.param(
            '"йцу"',
            '"йцук"',
            "4: DAT02 'layouts': the two keyboards do not have the same number of keys",
            id="keys too many",
        ),
        pytest.param(
            '{"қ": "к"}',
            '{"---қ": "к"}',
            "7: DAT02 'languages.kk.fold.---қ.[key]': this is not one letter",
            id="a fold of four letters",
        ),
        pytest.param(
            '"vowels": "аы"',
            '"vowels": "аы", "soften": {"": "б"}',
            "8: DAT02 'languages.kk.soften..[key]': this is not one letter",
            id="softening no letter",
        ),
        pytest.param(
            '"vowels": "аы",',
            "",
            "6: DAT02 'languages.kk.vowels': the field is missing",
            id="no vowels",
        ),
        pytest.param(
            '"vowels": "аы"',
            '"vowels": ["а", "ы"]',
            "8: DAT02 'languages.kk.vowels': this is not text; put it into quotes",
            id="a list for text",
        ),
        pytest.param(
            '"vowels": "аы"',
            '"vowels": "аы", "vowel": "а"',
            "8: DAT02 'languages.kk.vowel': there is no such field",
            id="no such field",
        ),
        pytest.param(
            '"vowels": "аы"',
            '"vowels": "аы", "asking": ["қалай", "мен енді не істеймін"]',
            "8: DAT02 'languages.kk.asking': 'мен енді не істеймін' is longer than 3 words",
            id="a long question",
        ),
        pytest.param(
            '"vowels": "аы"',
            '"vowels": "аы", "latin": "zh/ж sш"',
            "8: DAT02 'languages.kk.latin': 'sш' is no Latin letter and its own, parted by a slash",
            id="no slash",
        ),
        pytest.param(
            '"vowels": "аы"',
            '"vowels": "аы", "latin": "^e/э"',
            "8: DAT02 'languages.kk.latin': '^e/э' has the sign ^ on one side alone",
            id="a sign is lost",
        ),
        pytest.param(
            "ны/v",
            "ны/vw",
            "11: DAT02 'languages.kk.slots.0': 'ны/vw' asks for the context 'w', which is not"
            " there",
            id="no such context",
        ),
        pytest.param(
            '["case"]',
            '["poss"]',
            "10: DAT02 'languages.kk.slots': 'plur' names 'poss', which is no slot before it",
            id="no such slot",
        ),
        pytest.param(
            '"kk":', '"tr":', "6: DAT02 'languages.tr.[key]': 'tr' is no language of this site",
            id="another language",
        ),
        pytest.param(
            OTHERS,
            OTHERS.rpartition(",\n")[0],
            "5: DAT02 'languages': there are no rules for 'ky'",
            id="a language is left out",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert [f"{FILE}:{message}\n    fix: {SEE}"] == told_of(tmp_path, FILE, GOOD.replace(old, new))
    assert load(tmp_path).search_rules is NO_RULES
    assert load(tmp_path).is_unread(FILE)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fold: {}\n", f"1: DAT01 this is not JSON: expecting value\n    fix: {COMMAS}"),
        (
            GOOD.replace('"уo кq",', '"уo кq"'),
            f"4: DAT01 this is not JSON: expecting ',' delimiter\n    fix: {COMMAS}",
        ),
        (
            GOOD.replace('"version": 1', '"version": 1, "version": 2'),
            "2: DAT03 the field 'version' stands twice\n    fix: keep one of the two",
        ),
        (
            "[" * 10_000,
            f"1: DAT01 values stand more than 12 deep inside one another\n    fix: {FORM}",
        ),
        ("[]\n", f"1: DAT02 'record': these are not fields, each with its value\n    fix: {SEE}"),
        ("", "1: FIL05 the file is empty\n    fix: write it, or remove it"),
    ],
    ids=["yaml", "no comma", "twice", "deep", "list", "empty"],
)
def test_what_is_no_json_is_told(tmp_path: Path, text: str, message: str) -> None:
    assert [f"{FILE}:{message}"] == told_of(tmp_path, FILE, text)


def test_json_may_be_laid_out_in_any_way(tmp_path: Path) -> None:
    laid_out = json.dumps(json.loads(GOOD), indent="\t", separators=(",", ":"))

    assert [] == told_of(tmp_path, FILE, laid_out)


def test_words_of_a_language_without_rules_stay_as_they_are(tmp_path: Path) -> None:
    assert {} == load(tmp_path).search_rules.of("kk").fold
