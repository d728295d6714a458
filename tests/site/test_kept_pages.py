"""Pages are taken from the last build only while they are what a build from nothing would make."""

import importlib.metadata
import shutil
from pathlib import Path

import pytest

import kb.model.kept
from kb.model.kept import Kept, key_of
from kb.site.build import KEPT, BuildError, build
from tests.site.small_project import files, write_small_project

LANGUAGES = ("en", "kk")
EVIDENCE = "docs/_data/evidence/kz.yml"
RECORD = """pages:
  law/joining:
    read: 2026-11-03
    reader: A reader
    sections:
      top: 0a1b2c
"""
VERSIONS = """pages:
  en/law/joining:
    wording: {}
    versions:
    - day: 2026-11-20
      changes:
      - section: top
        text: A sentence is new.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that was built once."""
    project = write_small_project(tmp_path_factory.mktemp("kept") / "project")
    build(project, project / "site", LANGUAGES)
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """Return a copy of it, kept pages and all, that a test may change."""
    return Path(shutil.copytree(built, tmp_path / "project"))


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def built_again(project: Path) -> tuple[dict[str, bytes], dict[str, bytes], dict[str, bytes]]:
    """Return the site built from kept pages, over what stands, and from nothing."""
    build(project, project / "kept", LANGUAGES)
    build(project, project / "site", LANGUAGES)
    shutil.rmtree(project / ".cache")
    build(project, project / "cold", LANGUAGES)
    return files(project / "kept"), files(project / "site"), files(project / "cold")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("docs/en/law/joining.md", "It says.", "It tells.", id="sentence"),
        pytest.param("docs/en/law/joining.md", "title: J", "title: Re-j", id="title"),
        pytest.param("docs/en/law/joining.md", "2026-11-02", "2026-11-03", id="day"),
        pytest.param("docs/en/law/joining.md", "{ #on }", "{ #further }", id="anchor"),
        pytest.param("docs/kk/law/joining.md", "Заң айтады.", "Заң дейді.", id="translation"),
        pytest.param("docs/en/law/dues.md", "pay.", "pay.[^kz-union-definition]", id="citation"),
        pytest.param(EVIDENCE, "pinpoint: art. 1(5)", "pinpoint: art. 1(6)", id="fact"),
        pytest.param(EVIDENCE, "number: ", "number: about ", id="instrument"),
        pytest.param("docs/_data/terms.yml", "An organisation that", "A body that", id="term"),
        pytest.param("docs/_data/interface/kk.yml", "оқылған", "көрілген", id="word"),
        pytest.param("docs/_data/interface/kk.yml", "site-line: ", "site-line: Х", id="chooser"),
        pytest.param(
            "docs/_data/interface/en.yml", "CC BY", "the licence CC BY", id="English word"
        ),
        pytest.param("docs/_data/search/rules.json", '"version": ', '"version": 1', id="rule"),
        pytest.param("docs/_data/short-links.yml", "siki", "siko", id="short link"),
        pytest.param("overrides/partials/footer.html", "<footer", "<footer id='f'", id="template"),
        pytest.param("overrides/assets/css/birge.css", "{", "{ color: red;", id="style"),
        pytest.param("mkdocs.yml", "site_name: Birge", "site_name: Bir", id="setting"),
        pytest.param("mkdocs.yml", "- Law:", "- Rules:", id="navigation"),
        pytest.param("mkdocs.yml", "Law: Құқық", "Law: Заң", id="translated navigation"),
        pytest.param("mkdocs.yml", "toc_depth: 1-3", "toc_depth: 1-1", id="Markdown"),
    ],
)
def test_a_change_reaches_every_page_that_it_concerns(
    project: Path, file: str, old: str, new: str
) -> None:
    replace(project / file, old, new)
    if old == "{ #on }":
        replace(project / "docs/en/index.md", "joining.md#on", "joining.md#further")
        replace(project / "docs/_data/short-links.yml", "joining#on", "joining#further")
    before = files(project / "site")
    kept, standing, cold = built_again(project)

    assert sorted(cold) == sorted(kept) == sorted(standing)
    assert [] == [name for name in cold if cold[name] != kept[name]]
    assert [] == [name for name in cold if cold[name] != standing[name]]
    assert cold != before


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("docs/_data/translations/kk.yml", RECORD),
        ("docs/_data/versions.yml", VERSIONS),
        ("docs/kk/law/dues.md", None),
    ],
    ids=["translation record", "version of a sheet", "new translation"],
)
def test_a_new_file_reaches_every_page_that_it_concerns(
    project: Path, file: str, text: str | None
) -> None:
    (project / file).parent.mkdir(exist_ok=True)
    english = (project / "docs/en/law/dues.md").read_text(encoding="utf-8")
    (project / file).write_text(text or english, encoding="utf-8")
    before = files(project / "site")
    kept, standing, cold = built_again(project)

    assert [] == [name for name in cold if cold[name] != kept.get(name)]
    assert [] == [name for name in cold if cold[name] != standing.get(name)]
    assert cold != before


def test_a_page_that_goes_is_gone(project: Path) -> None:
    before = files(project / "site")
    (project / "docs/kk/law/joining.md").unlink()
    kept, standing, cold = built_again(project)

    assert cold == kept == standing
    assert cold != before


def test_another_address_reaches_every_page(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_URL", "https://birge.example.org/")
    kept, standing, cold = built_again(project)

    assert cold == kept == standing
    assert b"https://birge.example.org/en/law/dues/" in cold["en/law/dues/index.html"]


def spoil(project: Path) -> None:
    """Put other text into everything that is kept, well sealed."""
    kept = Kept(project / KEPT)
    for file in (project / KEPT).glob("*/*"):
        key = file.parent.name + file.name
        kept.put(key, (kept.get(key) or b"").replace(b"<footer", b"<spoiled"))


def spoiled(site: Path) -> list[str]:
    """Return the pages that were taken from what was spoiled."""
    return [name for name, raw in files(site).items() if b"<spoiled" in raw]


def test_what_has_not_changed_is_not_made_again(project: Path) -> None:
    spoil(project)
    build(project, project / "warm", LANGUAGES)

    assert "en/law/dues/index.html" in spoiled(project / "warm")


def test_what_stands_is_not_even_looked_for(project: Path) -> None:
    """After a sentence was changed, only its page is another; what is kept is not asked."""
    before = files(project / "site")
    spoil(project)
    replace(project / "docs/kk/law/joining.md", "Заң айтады.", "Заң дейді.")
    build(project, project / "site", LANGUAGES)
    after = files(project / "site")

    assert [] == spoiled(project / "site")
    assert ["kk/law/joining/index.html"] == [
        name for name in after if name.endswith(".html") and after[name] != before.get(name)
    ]


@pytest.mark.parametrize("name", ["en/law/dues/index.html", "kk/glossary/index.html", "404.html"])
@pytest.mark.parametrize("other", [b"", b"other", None], ids=["cut", "changed", "removed"])
def test_what_does_not_stand_is_made_again(project: Path, name: str, other: bytes | None) -> None:
    before = files(project / "site")
    file = project / "site" / name
    file.unlink()
    if other is not None:
        file.write_bytes(other)
    build(project, project / "site", LANGUAGES)

    assert before == files(project / "site")


def test_a_list_follows_the_pages_that_it_lists(project: Path) -> None:
    page = (project / "docs/en/law/dues.md").read_text(encoding="utf-8")
    said = page.replace("Members pay.", "Not established: who pays.")
    (project / "docs/en/law/dues.md").write_text(said, encoding="utf-8")
    asked = page.replace("Members pay.", "\n<!-- kb:open-questions -->\n")
    (project / "docs/en/law/open-questions.md").write_text(asked, encoding="utf-8")
    build(project, project / "site", LANGUAGES)
    before = files(project / "site")
    replace(project / "docs/en/law/dues.md", "who pays", "who collects")
    kept, standing, cold = built_again(project)

    assert cold == kept == standing
    listed = "kk/law/open-questions/kz/index.html"
    assert b"who pays" in before[listed]
    assert b"who collects" in standing[listed]


@pytest.mark.parametrize("new", ["package", "code"])
def test_new_programs_take_nothing_from_the_old(
    project: Path, monkeypatch: pytest.MonkeyPatch, new: str
) -> None:
    spoil(project)
    before = kb.model.kept.programs()
    kb.model.kept.programs.cache_clear()
    if new == "package":
        known = list(importlib.metadata.distributions())
        monkeypatch.setattr("importlib.metadata.distributions", lambda: known[1:])
    else:
        monkeypatch.setattr("kb.__file__", str(project / "scripts" / "kb" / "__init__.py"))
    try:
        assert before != kb.model.kept.programs()
        build(project, project / "warm", LANGUAGES)
    finally:
        monkeypatch.undo()
        kb.model.kept.programs.cache_clear()

    assert files(project / "site") == files(project / "warm")


@pytest.mark.parametrize("keep", [0, 20, 1000])
def test_a_file_that_was_cut_is_made_again(project: Path, keep: int) -> None:
    for file in (project / ".cache").rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:keep])
    build(project, project / "warm", LANGUAGES)

    assert files(project / "site") == files(project / "warm")


def test_a_page_that_is_warned_of_is_warned_of_again(project: Path) -> None:
    """A link that leads nowhere stops this build and the next, and the old site stays."""
    replace(project / "docs/en/law/dues.md", "](joining.md)", "](joining.md#nowhere)")
    for _ in range(2):
        with pytest.raises(BuildError, match=r"does not contain an anchor '#nowhere'"):
            build(project, project / "site", LANGUAGES)

    assert "Members pay" in (project / "site/en/law/dues/index.html").read_text(encoding="utf-8")


class TestKept:
    def test_it_gives_back_what_was_put(self, tmp_path: Path) -> None:
        kept = Kept(tmp_path)
        kept.put("ab12", b"made")

        assert (b"made", None) == (kept.get("ab12"), kept.get("ab13"))

    def test_what_nobody_made_for_long_is_forgotten(self, tmp_path: Path) -> None:
        kept = Kept(tmp_path)
        kept.put("ab12", b"made")
        kept.forget(age=-1)

        assert None is kept.get("ab12")

    def test_what_another_process_takes_away_meanwhile_is_no_error(self, tmp_path: Path) -> None:
        kept = Kept(tmp_path)
        kept.put("ab12", b"made")
        (tmp_path / "ab" / ".1-1").symlink_to(tmp_path / "gone")
        kept.forget(age=-1)

        assert None is kept.get("ab12")

    def test_parts_keep_their_ends(self) -> None:
        assert key_of(["ab", "c"]) != key_of(["a", "bc"])
