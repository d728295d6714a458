import threading
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from kb.links.asking import Answer, Verdict
from kb.links.outside import REMEMBERED, Memory, ask_all, outside_addresses, report
from kb.model.library import load
from kb.model.problem import Located
from tests.knowledge_base import PAGE, KnowledgeBase
from tests.real import ROOT

TODAY = date(2026, 11, 22)
LAW = "https://law.example/1"
NEWS = "https://news.example/1"
ELSEWHERE = "fix: look for the text elsewhere, or name the link in docs/_data/ignored-links.yml"


def fine(address: str) -> Answer:
    return Answer(address, Verdict.FINE, 200)


def gone(address: str) -> Answer:
    return Answer(address, Verdict.GONE, 404)


def refuses(address: str) -> Answer:
    raise AssertionError(f"{address} was asked again")


def asked(memory: Memory, ask: Callable[[str], Answer], *addresses: str) -> list[Answer]:
    return list(ask_all(addresses, memory, ask, pause=0))


def test_each_address_is_asked_once_and_a_host_one_by_one(tmp_path: Path) -> None:
    here: dict[str, int] = {"law": 0, "news": 0}
    lock = threading.Lock()
    most = []

    def ask(address: str) -> Answer:
        name = next(name for name in here if name in address)
        with lock:
            here[name] += 1
            most.append(here[name])
        with lock:
            here[name] -= 1
        return fine(address)

    addresses = [f"https://{name}.example/{number}" for number in range(20) for name in here]
    answers = asked(Memory(tmp_path / "outside.json", TODAY), ask, *addresses)

    assert sorted(addresses) == sorted(answer.address for answer in answers)
    assert {1} == set(most)


def test_a_run_that_was_cut_short_goes_on_where_it_was(tmp_path: Path) -> None:
    file = tmp_path / "outside.json"
    asked(Memory(file, TODAY), fine, LAW, NEWS)

    assert [LAW, NEWS] == [one.address for one in asked(Memory(file, TODAY), refuses, LAW, NEWS)]


@pytest.mark.parametrize(
    ("first", "later"), [(gone, timedelta(0)), (fine, REMEMBERED), (gone, REMEMBERED)]
)
def test_bad_and_old_answers_are_asked_for_again(
    tmp_path: Path, first: Callable[[str], Answer], later: timedelta
) -> None:
    file = tmp_path / "outside.json"
    asked(Memory(file, TODAY), first, LAW)

    with pytest.raises(AssertionError, match=f"{LAW} was asked again"):
        asked(Memory(file, TODAY + later), refuses, LAW)


@pytest.mark.parametrize("raw", [b"", b'{"https://law.example/1": {"ans', b"\xff\xfe", b"[]"])
def test_a_cut_memory_is_begun_anew(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "outside.json"
    file.write_bytes(raw)

    assert [fine(LAW)] == asked(Memory(file, TODAY), fine, LAW)
    assert fine(LAW) == Memory(file, TODAY).recall(LAW)


def test_the_report_names_the_place_and_the_way_out() -> None:
    answers = [
        fine("https://fine.example/"),
        Answer("https://a.example/", Verdict.REFUSED, 403, reason="Forbidden"),
        Answer("https://b.example/", Verdict.MOVED, 200, moved_to="https://c.example/"),
        Answer("https://d.example/", Verdict.FAILING, reason="it redirects in a circle"),
        Answer("https://e.example/", Verdict.GONE, 404, archived="https://archive.example/e"),
    ]
    places = {answer.address: [Located("docs/_data/evidence/uz.yml", 7)] for answer in answers}
    places["https://e.example/"].append(Located("docs/_data/evidence/kz.yml", 9))

    assert [
        "gone     404  https://e.example/",
        "              in docs/_data/evidence/uz.yml:7, docs/_data/evidence/kz.yml:9",
        "              fix: an archived copy is at https://archive.example/e",
        "failing    -  https://d.example/",
        "              in docs/_data/evidence/uz.yml:7",
        "              it redirects in a circle",
        f"              {ELSEWHERE}",
        "moved    200  https://b.example/",
        "              in docs/_data/evidence/uz.yml:7",
        "              fix: write https://c.example/",
        "refused  403  https://a.example/",
        "              in docs/_data/evidence/uz.yml:7",
        "              Forbidden",
        "              fix: open it by hand; a machine may not ask there",
        "5 addresses: 1 fine, 1 moved, 1 refused, 1 gone, 1 failing",
    ] == list(report(answers, places))


def test_every_address_of_the_records_is_asked_with_its_place() -> None:
    library = load(ROOT)
    found = outside_addresses(library, TODAY)
    used = {library.facts[fact].source_url for fact in library.in_use} - {None}
    titles = {instrument.url for instrument in library.instruments.values()} - {None}

    assert used | titles == set(found)
    assert all(
        place.path.startswith("docs/_data/evidence/") for each in found.values() for place in each
    )


def test_a_citation_of_nothing_hides_no_address(base: KnowledgeBase) -> None:
    """`kb check` tells that there is no such fact; the links are asked all the same."""
    before = outside_addresses(load(base.root), TODAY)
    base.write("docs/en/law/kg/dues.md", base.read(PAGE) + "\nShe pays.[^kg-nothing]\n")

    assert before == outside_addresses(load(base.root), TODAY)
    assert before
