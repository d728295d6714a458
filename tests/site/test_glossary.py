"""The glossary: every word on its page, its whole entry on one of its parts."""

import pytest

from kb.model.languages import EDITIONS
from kb.model.library import Library
from kb.site.glossary import glossary, glossary_part, parts
from tests.site.conftest import SITE, built


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_concept_stands_on_the_page_and_on_one_part(library: Library, edition: str) -> None:
    page = [entry for letter in glossary(library, edition) for entry in letter.entries]
    whole = [
        (entry.id, f"{number}/")
        for number in parts(library)
        for entry in glossary_part(library, edition, f"glossary/{number}")
    ]

    assert sorted(library.terms) == sorted(entry.id for entry in page)
    assert sorted(whole) == sorted((entry.id, entry.address) for entry in page)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_concept_has_its_anchor_where_it_always_was(library: Library, edition: str) -> None:
    page = built(SITE / edition / "glossary" / "index.html")

    assert set() == {*library.terms} - {*page.ids}
    assert set() == {
        f"{number}/#{entry.id}"
        for number in parts(library)
        for entry in glossary_part(library, edition, f"glossary/{number}")
    } - {*page.targets}
