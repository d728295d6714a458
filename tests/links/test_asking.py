import ssl

import pytest
import trustme

from kb.links.asking import Answer, Asker, Verdict
from tests.links.conftest import Outside

FINE, MOVED, REFUSED = Verdict.FINE, Verdict.MOVED, Verdict.REFUSED
GONE, FAILING = Verdict.GONE, Verdict.FAILING


def asker(outside: Outside, *, patience: float = 5, longest: float = 5) -> Asker:
    archive = f"{outside.address}/archive?url="
    return Asker(patience=patience, longest=longest, retries=2, backoff=0, archive=archive)


@pytest.mark.parametrize(
    ("path", "verdict", "status", "reason", "times"),
    [
        ("/fine", FINE, 200, "", 1),
        ("/elsewhere-today", FINE, 200, "", 1),
        ("/huge", FINE, 200, "", 1),
        ("/too-long", FINE, 200, "", 1),
        ("/no-length", FINE, 200, "", 1),
        ("/busy-once", FINE, 200, "", 2),
        ("/ill-once", FINE, 200, "", 2),
        ("/403", REFUSED, 403, "Forbidden", 1),
        ("/busy", REFUSED, 429, "Too Many Requests", 3),
        ("/404", GONE, 404, "Not Found", 1),
        ("/away", GONE, 404, "Not Found", 1),
        ("/500", FAILING, 500, "Internal Server Error", 3),
        ("/400", FAILING, 400, "Bad Request", 1),
        ("/circle", FAILING, None, "it redirects in a circle", 6),
    ],
)
def test_each_kind_of_answer_has_its_verdict(
    outside: Outside, path: str, verdict: Verdict, status: int | None, reason: str, times: int
) -> None:
    address = outside.address + path

    assert Answer(address, verdict, status, reason=reason) == asker(outside).ask(address)
    assert times == outside.asked[path]


def test_a_move_for_good_names_the_new_address(outside: Outside) -> None:
    address = f"{outside.address}/moved#article-3"

    assert Answer(address, MOVED, 200, moved_to=f"{outside.address}/fine") == (
        asker(outside).ask(address)
    )


def test_what_is_gone_comes_with_its_archived_copy(outside: Outside) -> None:
    address = f"{outside.address}/410"
    copy = "https://archive.example/2025/410"

    assert Answer(address, GONE, 410, reason="Gone", archived=copy) == asker(outside).ask(address)


@pytest.mark.parametrize("path", ["/cut", "/garbage"])
def test_a_page_that_does_not_come_whole_fails(outside: Outside, path: str) -> None:
    answer = asker(outside).ask(outside.address + path)

    assert (FAILING, None) == (answer.verdict, answer.status)
    assert "ProtocolError" in answer.reason


@pytest.mark.parametrize(("path", "name"), [("/silent", "ReadTimeoutError"), ("/drip", "Timeout")])
def test_a_slow_page_is_not_waited_for(outside: Outside, path: str, name: str) -> None:
    answer = asker(outside, patience=0.2, longest=0.2).ask(outside.address + path)

    assert (FAILING, None) == (answer.verdict, answer.status)
    assert answer.reason.startswith(name)


def test_a_host_that_nobody_answers_for_fails() -> None:
    answer = Asker(retries=0, archive="http://127.0.0.1:1/").ask("http://127.0.0.1:1/law")

    assert (FAILING, None, "") == (answer.verdict, answer.status, answer.archived)
    assert answer.reason.startswith("NewConnectionError")


@pytest.mark.parametrize("address", ["http://", "http://a..b/", "http://[::1", "http://x:99999/"])
def test_an_address_that_is_none_fails(address: str) -> None:
    assert FAILING is Asker(retries=0, archive="http://127.0.0.1:1/").ask(address).verdict


def test_a_certificate_that_nobody_signed_fails(outside_tls: Outside) -> None:
    answer = asker(outside_tls).ask(f"{outside_tls.address}/fine")

    assert (FAILING, None) == (answer.verdict, answer.status)
    assert "CERTIFICATE_VERIFY_FAILED" in answer.reason


def test_a_certificate_that_is_signed_is_fine(outside_tls: Outside, authority: trustme.CA) -> None:
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    address = f"{outside_tls.address}/fine"

    assert Answer(address, FINE, 200) == Asker(trusted=trusted).ask(address)
