"""FIL01-FIL08: files that cannot be read, or must not be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kb.model.library import load
from kb.model.source import DATA_BYTES, PAGE_BYTES
from tests.knowledge_base import EVIDENCE, PAGE, KnowledgeBase, Outcome, problem, told

RU = "docs/ru/law/kg/joining.md"
UZ = "docs/uz/law/kg/joining.md"
KK = "docs/kk/law/kg/joining.md"
KY = "docs/ky/law/kg/joining.md"
NOT_UTF_8 = "save the file as UTF-8"
NULL = "remove it, or save the file as UTF-8"
BOM = "save it as UTF-8 without BOM"
LF = "save the file with LF line ends"
PASTED = "remove it; it may have come with pasted text"
EMPTY = "write it, or remove it"
MERGE = "keep one of the two wordings; remove the lines '<<<<<<<', '=======' and '>>>>>>>'"


def recoded(encoding: str) -> Callable[[bytes], bytes]:
    return lambda raw: raw.decode().encode(encoding, errors="replace")


def with_sign(sign: str, before: str) -> Callable[[bytes], bytes]:
    return lambda raw: raw.replace(before.encode(), (sign + before).encode(), 1)


BYTES = [
    pytest.param(RU, recoded("cp1251"), 2, "FIL01 byte 0xca is not UTF-8", NOT_UTF_8, id="cp1251"),
    pytest.param(KK, recoded("utf-16"), 1, "FIL01 the file holds a null byte", NULL, id="utf-16"),
    pytest.param(
        PAGE,
        with_sign("\0", "Citizens from"),
        18,
        "FIL01 the file holds a null byte",
        NULL,
        id="null byte",
    ),
    pytest.param(
        UZ,
        with_sign("\u2028", "Huquqiy"),
        19,
        "FIL01 the file holds the sign U+2028, which no editor shows",
        PASTED,
        id="a line end that editors do not know",
    ),
    pytest.param(
        KY,
        with_sign("\x0c", "Укуктук"),
        19,
        "FIL01 the file holds the sign U+000C, which no editor shows",
        PASTED,
        id="form feed",
    ),
    pytest.param(
        PAGE,
        with_sign("\u202e", "platform"),
        22,
        "FIL01 the file holds the sign U+202E, which no editor shows",
        PASTED,
        id="a sign that turns the text round",
    ),
    pytest.param(
        KK,
        lambda raw: raw.replace("Құқықтық".encode(), "\ufffdұқықтық".encode()),
        19,
        "FIL01 the file holds the sign U+FFFD, which stands for a lost letter",
        "type the word again",
        id="a lost letter",
    ),
    pytest.param(
        PAGE,
        lambda raw: b"\xef\xbb\xbf" + raw,
        1,
        "FIL02 the file begins with a byte order mark",
        BOM,
        id="BOM",
    ),
    pytest.param(
        RU,
        lambda raw: raw.replace(b"\n", b"\r\n"),
        1,
        "FIL02 the line ends in CR LF",
        LF,
        id="CRLF",
    ),
    pytest.param(
        PAGE,
        with_sign("\r", "\n\n## Who"),
        14,
        "FIL02 the line ends in CR LF",
        LF,
        id="one line in CR LF",
    ),
    pytest.param(
        PAGE,
        lambda raw: raw.replace(b"\n", b"\r"),
        1,
        "FIL02 the line ends in CR",
        LF,
        id="CR alone",
    ),
    pytest.param(
        PAGE,
        lambda raw: raw + b"a" * (5_000_000 - len(raw)),
        1,
        "FIL04 the file has 5,000,000 bytes; the most is 200,000",
        "split it, or remove what was pasted in by mistake",
        id="a page of 5 MB",
    ),
    pytest.param(
        PAGE,
        lambda raw: raw.replace(b"\nCitizens", b"\n<<<<<<< HEAD\n\n=======\n\nCitizens"),
        18,
        "FIL07 the mark '<<<<<<<' of a merge stands in the file",
        MERGE,
        id="a merge that nobody finished",
    ),
    pytest.param(
        KY,
        lambda raw: raw.replace(b"\n---\n\n", b"\n||||||| 1a2b3c4\n---\n\n"),
        8,
        "FIL07 the mark '|||||||' of a merge stands in the file",
        MERGE,
        id="a merge in front matter",
    ),
    pytest.param(
        EVIDENCE,
        lambda raw: raw.replace(b"facts:\n", b"=======\nfacts:\n"),
        18,
        "FIL07 the mark '=======' of a merge stands in the file",
        MERGE,
        id="a merge in data",
    ),
    pytest.param(PAGE, lambda _: b"", 1, "FIL05 the file is empty", EMPTY, id="an empty page"),
    pytest.param(
        KY, lambda _: b" \n\t\n", 1, "FIL05 the file is empty", EMPTY, id="a page of spaces"
    ),
    pytest.param(
        EVIDENCE,
        lambda raw: b"\xef\xbb\xbf" + raw,
        1,
        "FIL02 the file begins with a byte order mark",
        BOM,
        id="data with a BOM",
    ),
    pytest.param(
        EVIDENCE,
        recoded("cp1251"),
        8,
        "FIL01 byte 0xce is not UTF-8",
        NOT_UTF_8,
        id="data in cp1251",
    ),
    pytest.param(EVIDENCE, lambda _: b"", 1, "FIL05 the file is empty", EMPTY, id="empty data"),
]


@pytest.mark.parametrize(("path", "break_it", "line", "what", "fix"), BYTES)
def test_a_file_that_cannot_be_read_is_told_once(
    base: KnowledgeBase,
    path: str,
    break_it: Callable[[bytes], bytes],
    line: int,
    what: str,
    fix: str,
) -> None:
    """One broken file brings one problem, not one for each link and citation that led to it."""
    base.write(path, break_it((base.root / path).read_bytes()))

    assert told(problem(path, line, what, fix)) == base.check()


def test_the_largest_page_and_data_file_are_read(base: KnowledgeBase) -> None:
    """The limit is the last size that passes."""
    for path, most in ((PAGE, PAGE_BYTES), (EVIDENCE, DATA_BYTES)):
        raw = (base.root / path).read_bytes()
        base.write(path, raw + b"\n" * (most - len(raw)))

    assert base.check().code == 0


NAMES = [
    pytest.param(
        "docs/en/law/kg/who may join.md",
        "docs/en/law/kg/who may join.md",
        "'who may join.md'",
        "who-may-join.md",
        id="a space",
    ),
    pytest.param(
        "docs/en/law/kg/вступление.md",
        "docs/en/law/kg/вступление.md",
        "'вступление.md'",
        "who-may-join.md",
        id="Cyrillic",
    ),
    pytest.param(
        "docs/en/law/kg/Strike.md",
        "docs/en/law/kg/Strike.md",
        "'Strike.md'",
        "who-may-join.md",
        id="a capital",
    ),
    pytest.param(
        "docs/en/құқық/strike.md", "docs/en/құқық", "'құқық'", "who-may-join", id="a folder"
    ),
    pytest.param(
        "docs/en/strike.md/index.md",
        "docs/en/strike.md",
        "'strike.md'",
        "who-may-join",
        id="a folder named like a page",
    ),
]


@pytest.mark.parametrize(("path", "named", "name", "example"), NAMES)
def test_a_name_that_makes_no_address_is_told(
    base: KnowledgeBase, path: str, named: str, name: str, example: str
) -> None:
    """Names become addresses; a folder is named once, however many pages it holds."""
    base.write(path, base.read("docs/en/start/organiser.md").replace("../law", "law"))
    base.write(path, base.read(path).replace("law/kg/joining.md#who-may-join", "#law"))
    base.replace(path, "[who may join](#law)", "the article")

    what = f"FIL03 the name {name} is not lower-case Latin with hyphens"
    fix = f"rename it, for example to '{example}'"
    assert told(problem(named, 1, what, fix)) == base.check()


def test_a_picture_with_a_cyrillic_name_is_told(base: KnowledgeBase) -> None:
    """Pictures have addresses too."""
    base.write("docs/images/шаги.svg", "<svg/>\n")

    what = "FIL03 the name 'шаги.svg' is not lower-case Latin with hyphens"
    fix = "rename it, for example to 'who-may-join.md'"
    assert told(problem("docs/images/шаги.svg", 1, what, fix)) == base.check()


RECORD = "give it the name that the record has, or remove it"
BELOW = "give it a place below docs/<language>/, or remove it"
UNKNOWN = [
    pytest.param("docs/_data/version.yml", "pages: {}\n", RECORD, id="a letter too few"),
    pytest.param("docs/_data/ignored-links.yaml", "ignored: []\n", RECORD, id="another ending"),
    pytest.param("docs/_data/interface/kkk.yml", "words: {}\n", RECORD, id="no language"),
    pytest.param("docs/_data/evidence/old/kg.yml", "read: 2026-11-02\n", RECORD, id="a folder"),
    pytest.param("docs/kz/law/joining.md", "# Кіру { #top }\n", BELOW, id="a country's folder"),
    pytest.param("docs/joining.md", "# Joining { #top }\n", BELOW, id="beside the languages"),
]


@pytest.mark.parametrize(("path", "text", "fix"), UNKNOWN)
def test_a_file_that_nothing_reads_is_told(
    base: KnowledgeBase, path: str, text: str, fix: str
) -> None:
    """A record under a name with a slip would be missed by nobody until paper is printed."""
    base.write(path, text)

    assert told(problem(path, 1, "FIL08 nothing reads this file", fix)) == base.check()


def test_what_is_no_page_and_no_record_may_stand_beside_them(base: KnowledgeBase) -> None:
    base.write("docs/index.md", "# Birge { #top }\n")
    base.write("docs/en/law/kg/card.png", b"\x89PNG")
    base.write("docs/_data/evidence/SCHEMA.md", "# The form of a record\n")

    assert Outcome(0, "") == base.check()


@pytest.mark.parametrize("name", [".DS_Store", ".#joining.md", ".joining.md.swp"])
def test_hidden_files_of_other_programs_are_left_alone(base: KnowledgeBase, name: str) -> None:
    """An editor that keeps its notes beside the page is no problem of the page."""
    (base.root / "docs/en/law/kg" / name).symlink_to("organiser@desk.1234")

    assert base.check().code == 0


@pytest.mark.parametrize("folder", [".trash", ".obsidian/Old pages", "law/.joining.md.d"])
def test_hidden_folders_of_other_programs_are_left_alone(base: KnowledgeBase, folder: str) -> None:
    """What an editor threw away is no page, whatever it holds or is called."""
    base.write(f"docs/en/{folder}/old.md", base.read(PAGE))
    base.write(f"docs/en/{folder}/Без названия.md", "not a page\n")
    base.write(f"docs/_data/evidence/{folder}/old.yml", base.read(EVIDENCE))

    assert Outcome(0, "") == base.check()
    assert ["law/kg/joining", "start/organiser"] == sorted(load(base.root).pages["en"])


def test_a_knowledge_base_may_stand_in_a_hidden_folder(base: KnowledgeBase) -> None:
    """Only what is below docs/ is asked for its name."""
    moved = base.root / ".site"
    moved.mkdir()
    (base.root / "docs").rename(moved / "docs")

    assert ["law/kg/joining", "start/organiser"] == sorted(load(moved).pages["en"])


def test_a_hidden_folder_that_is_a_link_is_left_alone(base: KnowledgeBase) -> None:
    (base.root / "docs/en/.trash").symlink_to(base.root, target_is_directory=True)

    assert Outcome(0, "") == base.check()


OUT = "FIL06 the file is a link to a place outside docs/"
NOWHERE = "FIL06 the file is a link that leads nowhere"
REMOVE = "remove it, or put the file itself here"


class TestLinksInTheTree:
    def test_a_page_that_is_a_link_out_of_docs_is_refused(
        self, base: KnowledgeBase, tmp_path: Path
    ) -> None:
        """A page must not publish a file that merely lies on the editor's machine."""
        secret = tmp_path / "secret.md"
        secret.write_text(base.read(PAGE), encoding="utf-8")
        (base.root / "docs/en/strike.md").symlink_to(secret)

        fix = "put the file itself into docs/"
        assert told(problem("docs/en/strike.md", 1, OUT, fix)) == base.check()

    def test_data_that_is_a_link_out_of_docs_is_refused(
        self, base: KnowledgeBase, tmp_path: Path
    ) -> None:
        secret = (base.root / EVIDENCE).rename(tmp_path / "kg.yml")
        (base.root / EVIDENCE).symlink_to(secret)

        fix = "put the file itself into docs/"
        assert told(problem(EVIDENCE, 1, OUT, fix)) == base.check()

    def test_a_link_to_a_page_of_the_tree_is_read(self, base: KnowledgeBase) -> None:
        (base.root / "docs/en/start/first.md").symlink_to("organiser.md")

        assert base.check().code == 0

    @pytest.mark.parametrize("path", ["docs/en/strike.md", "docs/_data/terms.yml"])
    def test_a_link_that_leads_nowhere_is_told(self, base: KnowledgeBase, path: str) -> None:
        (base.root / path).unlink(missing_ok=True)
        (base.root / path).symlink_to("gone")

        assert told(problem(path, 1, NOWHERE, REMOVE)) == base.check()

    def test_links_in_a_circle_are_told(self, base: KnowledgeBase) -> None:
        (base.root / "docs/en/strike.md").symlink_to("strike.md")

        assert told(problem("docs/en/strike.md", 1, NOWHERE, REMOVE)) == base.check()

    @pytest.mark.parametrize("target", ["../../..", "start", "."])
    def test_a_folder_that_is_a_link_is_told(self, base: KnowledgeBase, target: str) -> None:
        """Its pages are not read; without a word they would be missed only on the site."""
        (base.root / "docs/en/guides").symlink_to(target, target_is_directory=True)

        what, fix = "FIL06 the folder is a link", "put the folder itself into docs/"
        assert told(problem("docs/en/guides", 1, what, fix)) == base.check()

    def test_a_link_to_a_folder_named_like_a_page_is_told(self, base: KnowledgeBase) -> None:
        (base.root / "docs/en/strike.md").symlink_to("start", target_is_directory=True)

        expected = told(
            problem(
                "docs/en/strike.md",
                1,
                "FIL03 the name 'strike.md' is not lower-case Latin with hyphens",
                "rename it, for example to 'who-may-join'",
            ),
            problem(
                "docs/en/strike.md",
                1,
                "FIL06 the folder is a link",
                "put the folder itself into docs/",
            ),
        )
        assert expected == base.check()


def test_a_file_that_may_not_be_read_is_told(
    base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tests may run as root, who may read all; so the refusal is played."""
    read_bytes = Path.read_bytes

    def refuse(file: Path) -> bytes:
        if file.name == "organiser.md":
            raise PermissionError(13, "Permission denied")
        return read_bytes(file)

    before = base.bytes_by_path()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(KnowledgeBase, "bytes_by_path", lambda _: before)

    what = "FIL01 the file cannot be read: Permission denied"
    fix = "make it a file that everybody may read"
    assert told(problem("docs/en/start/organiser.md", 1, what, fix)) == base.check()
