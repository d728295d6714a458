import gzip
import json

import pytest

from kb.model.languages import LANGUAGES
from kb.model.parted import glossary_page
from kb.search.engine import Filters, search
from kb.search.files import DIGITS, END, FORMAT, GROUP, HASH, base36, script, unscripted
from kb.search.index import Index, make_index
from kb.search.reading import BrokenIndexError, Reader
from tests.real import library
from tests.search.page import PageSearch
from tests.search.real_index import SCRIPTS, index, reader

FIRST_QUERY = 35_000
SHOWN = 5
CHANGES = 1000
"""Of one file, in the year in which a browser may keep it."""
QUERIES = {
    "en": "couriers",
    "ru": "курьеров",
    "uz": "kuryerlar",
    "kk": "курьерлер",
    "ky": "курьерлердин",
}


def over_the_wire(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def test_every_page_and_term_of_a_language_is_found_under_its_title() -> None:
    own = reader("en")
    titles = {page.front.title: path for path, page in library().pages["en"].items()}

    missed = []
    for title, path in titles.items():
        first = [own.text(one.part).path for one in search(own, title).results[:SHOWN]]
        missed += [path] if path not in first else []

    assert [] == missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_holds_only_what_is_written_in_it(language: str) -> None:
    own = reader(language)
    paths = {own.text(part).path for part in range(len(own.document_of))}

    terms = library().terms
    assert {*library().pages[language], *(glossary_page(one, terms) for one in terms)} == paths


def test_citations_code_and_marks_are_left_out() -> None:
    own = reader("en")
    texts = " ".join(own.text(part).text for part in range(len(own.document_of)))

    assert [] == [sign for sign in ("[^", "](", "<!--", "{ #", "**") if sign in texts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_query_is_light(language: str) -> None:
    """Scripts, rules, first file, shards, and the texts of five results."""
    own = reader(language)
    for one in search(own, QUERIES[language]).results[:SHOWN]:
        own.text(one.part)
    names = ["index", *own.loaded]
    scripts = [
        (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
        for name in ("search", "normalise", "engine", "results")
    ]
    files = [script(name, index(language).files[name]) for name in names]

    assert sum(map(over_the_wire, [*scripts, *files])) <= FIRST_QUERY


def test_names_change_with_what_files_say() -> None:
    """A browser may keep a file for ever: under one name it says one thing."""
    scripts = dict(index("en").scripts())

    assert {f"search/en/{name}.js" for name in index("en").files} == scripts.keys()
    assert "search/en/index.js" in scripts
    for name, text in index("en").files.items():
        assert text == unscripted(scripts[f"search/en/{name}.js"])


def test_two_wordings_of_a_file_hardly_ever_share_a_name() -> None:
    hashes = {name.partition("-")[2] for name in index("en").files if name != "index"}

    assert {HASH} == {len(one) for one in hashes}
    assert CHANGES**2 / 2 / len(DIGITS) ** HASH < 1 / 1000


def test_a_changed_file_has_another_name_and_so_have_its_neighbours_alone() -> None:
    before, after = Index("kk"), Index("kk")
    texts = [f"text {place}" for place in range(GROUP + 1)]
    before.add("texts", texts)
    after.add("texts", ["changed", *texts[1:]])

    assert [f"t{GROUP}"] == [name.split("-")[0] for name in before.files.keys() & after.files]


def test_the_same_pages_make_the_same_files() -> None:
    assert make_index(library(), "ky").files == index("ky").files


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (35, "z"), (36, "10"), (1295, "zz")])
def test_numbers_are_written_short(number: int, text: str) -> None:
    assert text == base36(number)


class TestBrokenFiles:
    def files(self, kind: str, text: str | None) -> dict[str, str]:
        """Return the English files, those of a kind replaced; None takes them away."""
        changed = dict(index("en").files)
        for name in list(changed):
            if name.startswith(kind):
                changed.pop(name)
                if text is not None:
                    changed[name] = text
        return changed

    @pytest.mark.parametrize("kind", ["index", "l", "p"])
    def test_a_missing_file_is_told(self, kind: str) -> None:
        files = self.files(kind, None)

        assert {"reason": "missing"} == PageSearch(files).search("dues")
        with pytest.raises(BrokenIndexError):
            search(Reader(files.get), "dues")

    @pytest.mark.parametrize("kind", ["index", "l", "p"])
    def test_a_cut_file_is_told(self, kind: str) -> None:
        files = self.files(kind, '{"format":1,"le')

        assert {"reason": "cut"} == PageSearch(files).search("dues")
        with pytest.raises(BrokenIndexError):
            search(Reader(files.get), "dues")

    def test_an_index_of_another_format_is_told(self) -> None:
        head = json.loads(index("en").files["index"].removesuffix(END))
        files = self.files("index", json.dumps(head | {"format": FORMAT + 1}) + END)

        assert {"reason": "old"} == PageSearch(files).search("dues")
        with pytest.raises(BrokenIndexError):
            Reader(files.get)


class TestFacets:
    def test_a_country_leaves_pages_of_others_out(self) -> None:
        own = reader("en")
        found = search(own, "joining a union", Filters(country="kg")).results
        paths = {own.text(one.part).path for one in found}

        assert "law/kg/joining" in paths
        assert "law/kz/joining" not in paths

    def test_a_kind_leaves_all_others_out(self) -> None:
        own = reader("en")
        found = search(own, "couriers", Filters(kind="case")).results

        assert {"case"} == {own.facet("kind", one.document) for one in found}

    def test_a_sector_is_that_of_its_plan_and_of_pages_that_lead_to_it(self) -> None:
        own = reader("en")
        found = search(own, "taxi drivers", Filters(sector="transport")).results

        assert "recruit/sectors/transport" in {own.text(one.part).path for one in found}
