"""The page where there is none: in the letters of its edition, it leads on in them."""

import pytest

from kb.model.languages import EDITIONS, html_language
from tests.site.conftest import SITE, built


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_leads_to_its_own_edition_and_offers_every_other(edition: str) -> None:
    page = built(SITE / edition / "404.html")
    doors = [target for target in page.targets if target.endswith("/")]

    root = doors[0].removesuffix(f"{edition}/")
    own = [f"{root}{edition}/", f"{root}{edition}/search/"]
    assert [*own, *(f"{root}{other}/" for other in EDITIONS if other != edition)] == doors
    assert html_language(edition) == page.language
