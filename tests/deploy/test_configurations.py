"""The files of `deploy/` say what the one list of headers says."""

import re

import pytest

from bench.served import ROOT
from kb.model.languages import EDITIONS
from kb.site.headers import KEEPING, TYPES, headers, policy
from kb.site.servers import configurations
from tests.site.conftest import SITE


@pytest.mark.parametrize("name", sorted(configurations()))
def test_the_file_is_made_from_the_list(name: str) -> None:
    text = (ROOT / "deploy" / name).read_text(encoding="utf-8")

    assert configurations()[name] == text, "run .venv/bin/kb deploy"


@pytest.mark.parametrize("name", sorted(configurations()))
def test_every_header_stands_in_every_file(name: str) -> None:
    text = configurations()[name]

    assert [] == [said for said in headers().values() if said not in text]


def test_the_policy_lets_nothing_run_that_stands_inside_a_page() -> None:
    assert "unsafe" not in policy(in_page=False)
    assert policy(in_page=False).startswith("default-src 'none'; script-src 'self';")
    assert policy(in_page=False) == policy(in_page=True) + "; frame-ancestors 'none'"


def test_every_kind_of_file_of_the_site_has_its_type() -> None:
    known = {ending for endings in TYPES.values() for ending in endings} | {"br"}
    there = {file.suffix.removeprefix(".") for file in SITE.rglob("*") if file.is_file()}

    assert set() == there - known


@pytest.mark.parametrize(
    ("address", "keeping"),
    [
        ("/assets/css/birge.0123456789.css", "public, max-age=31536000, immutable"),
        ("/kk/assets/can-join.0123456789.js", "public, max-age=31536000, immutable"),
        ("/search/kk/l0-y69bsc.js", "public, max-age=31536000, immutable"),
        ("/search/kk/index.js", "public, max-age=300"),
        ("/sw.js", "no-cache"),
        ("/kk/law/kz/joining/index.html", "public, max-age=300"),
        ("/kk/search/index.html", "public, max-age=300"),
    ],
)
def test_only_names_with_a_hash_are_kept_for_a_year(address: str, keeping: str) -> None:
    found = next(how for where, how in KEEPING.items() if re.search(where, address))

    assert keeping == found


def test_every_name_that_is_kept_for_a_year_holds_a_hash() -> None:
    hashed = re.compile(
        r"^(?:(?:[a-z-]+/)?assets/.*\.[0-9a-f]{10}\.(?:css|js)|search/.*-[0-9a-z]{4,6}\.js)$"
    )
    kept = [
        file.relative_to(SITE).as_posix()
        for folder in ("assets", "search", *(f"{code}/assets" for code in EDITIONS))
        for file in (SITE / folder).rglob("*")
        if file.suffix in {".css", ".js"} and file.name != "index.js"
    ]

    assert [] == [name for name in kept if not hashed.match(name)]
