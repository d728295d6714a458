"""What is counted of a part: each word once for each time that it stands there."""

import pytest

from kb.search.counting import HEADING, OFTEN, counted
from kb.search.documents import Document, Part
from kb.search.index import normalisers
from tests.real import library


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The collective agreement binds both sides.", 1),
        ("They signed a collective agreement", 1),
        ("A collective agreement is an agreement, a good collective agreement", 2),
    ],
)
def test_a_phrase_counts_as_often_as_it_stands_there_at_the_end_too(text: str, count: int) -> None:
    part = Part("signed", "Signed", text, "Signed")
    found = [Document("a", "A", "guide", (), (), (part,))]
    normaliser = normalisers(library())["en"]
    entries = counted(library(), found, normaliser, "en").entries
    key = " ".join(map(normaliser.stem, ("collective", "agreement")))

    assert [count] == [hit % OFTEN + 1 for hit in entries[key].hits]


def test_a_wording_of_one_word_stands_whole_where_it_leads() -> None:
    """Whoever types 'courts' and nothing else means it; 'employment' alone is another word."""
    top = Part("", "Courts", "Go there.", "Courts", keywords="courts; employment contract; Court")
    other = Part("steps", "Steps", "The courts", "Steps")
    found = [Document("a", "A", "guide", (), (), (top, other))]
    entries = counted(library(), found, normalisers(library())["en"], "en").entries

    assert {"courts ": [HEADING * OFTEN], "court ": [HEADING * OFTEN]} == {
        key: entry.hits for key, entry in entries.items() if key.endswith(" ")
    }
