"""A site whose papers are made on many machines is the one that is built on one."""

from pathlib import Path

import pytest

from kb.cli import main as kb
from kb.model.languages import EDITIONS, LANGUAGES, written_in
from kb.site.merge import MergeError, language_of, main, merge
from tests.site.small_project import files, write_small_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with one built part for each language."""
    project = write_small_project(tmp_path_factory.mktemp("merged") / "project")
    for language in LANGUAGES:
        part = ["--root", str(project), "--site", str(project / "parts" / language)]
        own = [edition for edition in EDITIONS if written_in(edition) == language]
        kb(["build", "--no-papers", *part])
        kb(["papers", *part, *(word for edition in own for word in ("--lang", edition))])
    return project


def test_the_merged_site_is_that_of_one_machine(project: Path, tmp_path: Path) -> None:
    kb(["build", "--root", str(project), "--site", str(tmp_path / "one")])
    main([str(tmp_path / "many"), *(str(project / "parts" / code) for code in LANGUAGES)])

    one, many = files(tmp_path / "one"), files(tmp_path / "many")
    assert sorted(one) == sorted(many)
    assert [] == [name for name in one if one[name] != many[name]]
    assert "en/paper/law-joining-with-kk.pdf" in many


def test_parts_of_different_commits_do_not_fit(project: Path, tmp_path: Path) -> None:
    english = {"sw.js": b"old", "en/index.html": b"English", "ky/index.html": b"not its own"}
    for name, raw in english.items():
        file = tmp_path / "en" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)

    with pytest.raises(MergeError, match=r"^'sw.js' differs between en and ky$"):
        merge({"en": tmp_path / "en", "ky": project / "parts" / "ky"}, tmp_path / "site")


def test_a_site_that_stands_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="is there already; name another folder, or remove it"):
        main([str(tmp_path), *(f"parts/{code}" for code in LANGUAGES)])


@pytest.mark.parametrize(
    ("given", "missing"), [(("en", "ru"), "kk, ky, uz"), ((), "en, kk, ky, ru, uz")]
)
def test_a_site_without_a_language_is_not_made(
    tmp_path: Path, given: tuple[str, ...], missing: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([str(tmp_path / "site"), *(str(tmp_path / code) for code in given)])

    assert f"kb: no part for {missing}; make part L=... makes each" == ended.value.code
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("kk/law/kz/joining/index.html", "kk"),
        ("kk/paper/sheets-map.pdf", "kk"),
        ("uz-cyrl/index.html", "uz"),
        ("search/uz-cyrl/index.js", "uz"),
        ("search/ky/index.js", "ky"),
        ("packs/organising-school-ru.zip", "ru"),
        ("packs/organising-school-uz-cyrl.zip", "uz"),
        ("offline/birge-uz.json.br", "uz"),
        ("s/kk/index.html", ""),
        ("sitemap.xml.gz", ""),
        ("assets/css/birge.0123456789.css", ""),
    ],
)
def test_each_file_has_its_language(name: str, language: str) -> None:
    assert language == language_of(name)
