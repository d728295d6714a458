"""Which sector's plan a page is, as its path tells."""

import pytest

from kb.model.sectors import sector_of


@pytest.mark.parametrize(
    ("path", "sector"),
    [
        ("recruit/sectors/transport", "transport"),
        ("recruit/sectors/home-and-domestic-work", "home-and-domestic-work"),
        ("recruit/sectors/index", ""),
        ("recruit/plan", ""),
        ("recruit/sectors", ""),
    ],
)
def test_a_page_is_the_plan_of_the_sector_that_its_path_names(path: str, sector: str) -> None:
    assert sector == sector_of(path)
