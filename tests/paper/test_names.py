"""Where papers stand: each belongs to one edition."""

import pytest

from kb.paper.names import book_name, edition_of, list_name, pack_name, stick_name


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("kk/paper/sheets-map.pdf", "kk"),
        ("kk/paper/sheets-map-with-ru.pdf", "kk"),
        (book_name("uz-cyrl"), "uz-cyrl"),
        (pack_name("training/organising-school", "ru"), "ru"),
        (pack_name("training/organising-school", "uz-cyrl"), "uz-cyrl"),
        (stick_name("uz"), "uz"),
        (list_name("uz-cyrl"), "uz-cyrl"),
        ("kk/law/kz/joining/index.html", ""),
        ("kk/paper.html", ""),
        ("sitemap.xml.gz", ""),
    ],
)
def test_a_paper_belongs_to_its_edition(name: str, edition: str) -> None:
    assert edition == edition_of(name)
