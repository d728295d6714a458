"""nginx and Caddy, set up by `deploy/`, hand out the built site: every file, every header."""

import gzip
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import brotli
import pytest

from bench.load import load
from bench.served import BROTLI, Answer, Served, caddy, found, nginx
from kb.model.languages import EDITIONS, html_language
from kb.site.headers import FOR_YEARS, NEVER, PACKED, SHORTLY, TYPES, headers
from tests.site.conftest import SITE

pytestmark = pytest.mark.xdist_group("servers")
HOW = "; sh scripts/set-up-server.sh tells how to install it"
FILES = sorted(file for file in SITE.rglob("*") if file.is_file())
SECONDS = 20


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    if not (found("nginx") and found("openssl") and BROTLI.exists()):
        pytest.skip(f"nginx, its module for brotli or openssl is not there{HOW}")
    with nginx(tmp_path_factory.mktemp("nginx")) as running:
        yield running


def address(file: Path) -> str:
    return "/" + file.relative_to(SITE).as_posix().removesuffix("index.html")


def wanted(file: Path) -> dict[str, str]:
    """Return what must stand beside a file."""
    ending = file.suffix.removeprefix(".")
    kind = next(kind for kind, endings in TYPES.items() if ending in endings)
    said = {name.lower(): value for name, value in headers().items()}
    said["content-type"] = f"{kind}; charset=utf-8" if ending in PACKED else kind
    first, _, rest = address(file).removeprefix("/").partition("/")
    if first in EDITIONS:
        said["content-language"] = html_language(first)
    said["cache-control"] = SHORTLY
    if "assets" in {first, rest.partition("/")[0]} or (
        first == "search" and not rest.endswith("/index.js")
    ):
        said["cache-control"] = FOR_YEARS
    elif first == "sw.js":
        said["cache-control"] = NEVER
    return said


def differing(answer: Answer, said: dict[str, str]) -> dict[str, str | None]:
    """Return what stands beside an answer otherwise than it must."""
    return {
        name: answer.headers.get(name)
        for name, value in said.items()
        if answer.headers.get(name) != value
    }


def test_every_file_comes_with_its_headers(served: Served) -> None:
    wrong = []
    for file in FILES:
        if file.suffix in {".br", ".gz"}:
            continue
        answer = served.get(address(file), method="HEAD")
        if answer.status != 200 or (said := differing(answer, wanted(file))):
            wrong.append((address(file), answer.status, said))

    assert [] == wrong


def test_every_text_comes_packed_to_who_can_unpack_it(served: Served) -> None:
    wrong = []
    for file in [file for file in FILES if file.suffix.removeprefix(".") in PACKED]:
        raw = file.read_bytes()
        small = served.get(address(file), "gzip, deflate, br")
        middle = served.get(address(file), "gzip")
        if small.headers.get("content-encoding") != "br" or brotli.decompress(small.body) != raw:
            wrong.append(f"br {address(file)}")
        if middle.headers.get("content-encoding") != "gzip" or gzip.decompress(middle.body) != raw:
            wrong.append(f"gzip {address(file)}")
        if "Accept-Encoding" not in small.headers.get("vary", ""):
            wrong.append(f"vary {address(file)}")

    assert [] == wrong


def test_who_cannot_unpack_gets_the_text_itself(served: Served) -> None:
    answer = served.get("/kk/", "identity")

    assert "content-encoding" not in answer.headers
    assert (SITE / "kk" / "index.html").read_bytes() == answer.body


@pytest.mark.parametrize("language", EDITIONS)
def test_what_is_missing_is_told_in_the_language_of_the_address(
    served: Served, language: str
) -> None:
    answer = served.get(f"/{language}/law/no-such-page/")

    assert 404 == answer.status
    assert (SITE / language / "404.html").read_bytes() == answer.body
    assert html_language(language) == answer.headers["content-language"]
    assert {} == differing(answer, {name.lower(): said for name, said in headers().items()})


def test_what_is_missing_outside_the_languages_offers_them(served: Served) -> None:
    answer = served.get("/assets/css/birge.0000000000.css")

    assert 404 == answer.status
    assert (SITE / "404.html").read_bytes() == answer.body
    assert SHORTLY == answer.headers["cache-control"]


def test_a_folder_without_its_slash_is_led_to_it(served: Served) -> None:
    answer = served.get("/kk/law/kz/joining")

    assert 301 == answer.status
    assert "/kk/law/kz/joining/" == answer.headers["location"]


def test_a_page_that_has_not_changed_is_not_sent_again(served: Served) -> None:
    """A repeat view asks for the page and gets a line."""
    first = served.get("/kk/", "br")
    again = served.get("/kk/", "br", **{"If-None-Match": first.headers["etag"]})

    assert (304, b"") == (again.status, again.body)


def test_plain_http_leads_to_the_secure_address(served: Served) -> None:
    with closing(Served(served.plain_port, secure=False)) as plain:
        answer = plain.get("/kk/?q=1")

    assert (301, "https://127.0.0.1/kk/?q=1") == (answer.status, answer.headers["location"])


@pytest.mark.skipif(not found("wrk"), reason=f"wrk is not there{HOW}")
def test_nothing_fails_under_load(served: Served, tmp_path: Path) -> None:
    """For 20 seconds, over 32 connections, as fast as nginx answers; `make bench` says how fast."""
    pages = [address(file) for file in FILES if file.name == "index.html"]

    borne = load(served, pages, tmp_path, SECONDS)

    assert (0, 0) == (borne.refused, borne.broken)
    assert borne.a_second > 0


@pytest.mark.skipif(not found("caddy"), reason=f"caddy is not there{HOW}")
def test_caddy_says_the_same(tmp_path: Path) -> None:
    names = ["kk/index.html", "index.html", "sw.js", "search/kk/index.js", "sitemap.xml"]
    some = [SITE / name for name in names] + sorted((SITE / "assets").rglob("*.[cj]s*"))[:3]
    wrong: list[tuple[str, str | None]] = []
    with caddy(tmp_path) as other:
        for file in [file for file in some if file.suffix not in {".br", ".gz"}]:
            answer = other.get(address(file), "br")
            if file.suffix != ".xml":  # text/xml there
                wrong += differing(answer, wanted(file)).items()
            assert "br" == answer.headers["content-encoding"]
            assert file.read_bytes() == brotli.decompress(answer.body)
        missing = other.get("/kk/no-such-page/")
        gone = other.get("/assets/css/birge.0000000000.css")

    assert [] == wrong
    assert 404 == missing.status
    assert (SITE / "kk" / "404.html").read_bytes() == missing.body
    assert (404, SHORTLY) == (gone.status, gone.headers["cache-control"])
    beside = {name.lower(): said for name, said in headers().items()}
    assert {} == differing(missing, beside | {"content-language": "kk"})
