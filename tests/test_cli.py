"""What the command promises: exit codes, order, silence, and that a check never writes."""

import sys
from pathlib import Path
from subprocess import PIPE, Popen, run

import pytest

from kb.cli import main
from tests.knowledge_base import EVIDENCE, PAGE, WAY, KnowledgeBase, Outcome, problem
from tests.real import ROOT

KK = "docs/kk/law/kg/joining.md"
RECORDS = "docs/_data/translations/kk.yml"


class TestCheck:
    def test_all_problems_are_told_in_one_run_by_path_and_line(self, base: KnowledgeBase) -> None:
        """An editor mends them from top to bottom."""
        base.replace(WAY, "{ #law }", "")
        base.replace(PAGE, "A legal index", "See [here](none.md). A legal index")
        base.replace(EVIDENCE, "confidence: conflicting", "confidence: unverified")

        outcome = base.check()
        assert (1, "", ()) == (outcome.code, outcome.complained, outcome.changed)
        assert [
            f"{EVIDENCE}:29: CIT04",
            f"{PAGE}:19: LNK01",
            f"{PAGE}:19: LNK02",
            f"{WAY}:14: ID01",
        ] == [
            " ".join(line.split()[:2])
            for line in outcome.said.splitlines()
            if not line.startswith("    fix: ")
        ]

    def test_paths_choose_which_files_are_told_of(self, base: KnowledgeBase) -> None:
        base.replace(WAY, "Begin with", "Begin [here](none.md) with")

        assert Outcome(0, "") == base.run("check", "docs/en/law")
        assert 1 == base.run("check", "docs/en/law", WAY).code

    def test_a_path_that_is_not_there_is_a_wrong_call(self, base: KnowledgeBase) -> None:
        """A mistyped path is not a page in order."""
        outcome = base.run("check", "docs/en/lwa")

        said = f"kb: there is no 'docs/en/lwa' in '{base.root}'\n"
        assert Outcome(2, "", said) == outcome

    def test_a_path_may_begin_with_a_dot(self, base: KnowledgeBase) -> None:
        base.replace(WAY, "Begin with", "Begin [here](none.md) with")

        assert 1 == base.run("check", f"./{WAY}").code

    def test_a_path_may_be_the_whole_or_begin_at_the_root(self, base: KnowledgeBase) -> None:
        base.replace(WAY, "Begin with", "Begin [here](none.md) with")
        told = base.run("check")

        assert told == base.run("check", ".")
        assert told == base.run("check", str(base.root / WAY))
        assert Outcome(0, "") == base.run("check", str(base.root / "docs" / "en" / "law"))

    def test_a_folder_without_docs_is_a_wrong_call(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        code = main(["check", "--root", str(tmp_path)])

        said = f"kb: there is no docs/ in '{tmp_path}'; name the right folder with --root\n"
        assert (2, ("", said)) == (code, capsys.readouterr())

    @pytest.mark.parametrize("arguments", [(), ("chekc",), ("check", "--fix")])
    def test_a_wrong_call_ends_with_two(
        self, base: KnowledgeBase, arguments: tuple[str, ...]
    ) -> None:
        outcome = base.run(*arguments)

        assert (2, "", ()) == (outcome.code, outcome.said, outcome.changed)
        assert outcome.complained.startswith("usage: kb")

    def test_an_empty_base_is_in_order(self, tmp_path: Path) -> None:
        """Nothing written yet is no mistake."""
        (tmp_path / "docs").mkdir()

        assert Outcome(0, "") == KnowledgeBase(tmp_path).check()


class TestFix:
    def test_what_has_one_right_answer_is_mended(self, base: KnowledgeBase) -> None:
        """Line ends of Windows, byte order marks and spaces at line ends come from editors."""
        right = base.read(KK)
        base.write(KK, b"\xef\xbb\xbf" + right.replace("\n", "\r\n").encode())
        base.write(PAGE, base.read(PAGE).replace("\n", "\r\n"))
        base.write(WAY, base.read(WAY).replace("front of you.", "front of you. "))

        assert Outcome(0, f"{PAGE}\n{WAY}\n{KK}\n", changed=(PAGE, WAY, KK)) == base.run("fix")
        assert right == base.read(KK)
        assert Outcome(0, "") == base.check()

    def test_records_that_are_json_are_mended_too(self, base: KnowledgeBase) -> None:
        """What FIL02 tells of any file, `kb fix` mends in any file."""
        rules = "docs/_data/search/rules.json"
        base.write(rules, (ROOT / rules).read_bytes().replace(b"\n", b"\r\n"))

        assert Outcome(0, f"{rules}\n", changed=(rules,)) == base.run("fix")
        assert (ROOT / rules).read_text(encoding="utf-8") == base.read(rules)

    def test_what_other_programs_keep_is_left_alone(self, base: KnowledgeBase) -> None:
        base.write("docs/.obsidian/notes.md", "Words \r\n")
        base.write("docs/en/.trash/old.md", "Words \r\n")

        assert Outcome(0, "") == base.run("fix")

    def test_a_line_break_of_two_spaces_stays(self, base: KnowledgeBase) -> None:
        base.write(WAY, base.read(WAY).replace("front of you.", "front of you.  "))

        assert Outcome(0, "") == base.run("fix")

    def test_a_base_in_order_is_left_alone(self, base: KnowledgeBase) -> None:
        assert Outcome(0, "") == base.run("fix")

    @pytest.mark.parametrize("raw", ["Закон".encode("cp1251"), b"", b" \n"])
    def test_what_has_no_right_answer_is_left_alone(self, base: KnowledgeBase, raw: bytes) -> None:
        base.write(PAGE, raw)

        assert Outcome(0, "") == base.run("fix")


class TestAccept:
    def test_a_section_that_needs_no_change_is_current_again(self, base: KnowledgeBase) -> None:
        """The text is not touched to silence a warning; the record says that it was read."""
        base.replace(PAGE, "sets the dues", "sets the monthly dues")
        before = base.read(RECORDS)

        outcome = base.run("accept", "kk", "law/kg/joining#dues")
        assert Outcome(0, "", changed=(RECORDS,)) == outcome
        changed = set(before.splitlines()) ^ set(base.read(RECORDS).splitlines())
        assert {"dues"} == {line.split(":")[0].strip() for line in changed}

    @pytest.mark.parametrize(
        ("page", "complaint"),
        [
            ("law/kg/none", "there is no page kk/law/kg/none"),
            ("law/kg/joining#none", "kk/law/kg/joining has no section 'none'"),
            ("start/organiser", "there is no page kk/start/organiser"),
        ],
    )
    def test_what_is_not_there_is_not_accepted(
        self, base: KnowledgeBase, page: str, complaint: str
    ) -> None:
        assert Outcome(2, "", f"kb: {complaint}\n") == base.run("accept", "kk", page)

    @pytest.mark.parametrize("file", [PAGE, KK])
    def test_a_broken_page_is_named(self, base: KnowledgeBase, file: str) -> None:
        """It is there; to say that there is none sends an editor the wrong way."""
        base.replace(file, "kind:", "kinds:")

        complaint = f"kb: {file} cannot be read; run kb check and mend it first\n"
        assert Outcome(2, "", complaint) == base.run("accept", "kk", "law/kg/joining")

    def test_broken_records_are_not_written_over(self, base: KnowledgeBase) -> None:
        """They may hold who read which page, which nobody could write anew."""
        base.replace(RECORDS, "pages:", "pages: x")

        complaint = f"kb: {RECORDS} cannot be read; mend it first, or its records are lost\n"
        assert Outcome(2, "", complaint) == base.run("accept", "kk", "law/kg/joining")


class TestShortLinks:
    def test_a_page_gets_one_address_and_keeps_it(self, base: KnowledgeBase) -> None:
        first = base.run("links", "new", "start/organiser")
        second = base.run("links", "new", "start/organiser")

        assert (0, ("docs/_data/short-links.yml",)) == (first.code, first.changed)
        assert (first.said, ()) == (second.said, second.changed)
        assert "  beku: law/kg/joining#who-may-join\n" in base.read("docs/_data/short-links.yml")

    def test_a_page_that_is_not_there_gets_none(self, base: KnowledgeBase) -> None:
        complaint = "kb: there is no page or section 'law/kg/none'\n"
        assert Outcome(2, "", complaint) == base.run("links", "new", "law/kg/none")


class TestLinks:
    def test_a_file_that_cannot_be_read_is_not_replaced(self, base: KnowledgeBase) -> None:
        """Links on paper would be lost."""
        base.write("docs/_data/short-links.yml", "links: {bado: law/kg/joining\n")

        outcome = base.run("links", "new", "law/kg/joining")

        said = "kb: docs/_data/short-links.yml cannot be read; run kb check and mend it first\n"
        assert Outcome(2, "", said) == outcome

    @pytest.mark.parametrize("call", [("all",), ("new", "law/kg/joining")])
    def test_a_file_that_is_gone_is_not_begun_anew(
        self, base: KnowledgeBase, call: tuple[str, ...]
    ) -> None:
        """What was printed would open other pages, or none."""
        (base.root / "docs/_data/short-links.yml").unlink()

        how = "take it from an earlier version, or begin it with 'links: {}' and 'moved: {}'"
        said = f"kb: there is no docs/_data/short-links.yml; {how}\n"
        assert Outcome(2, "", said) == base.run("links", *call)
        base.write("docs/_data/short-links.yml", "links: {}\nmoved: {}\n")
        assert 0 == base.run("links", *call).code


class TestPapers:
    def test_paper_needs_a_built_site(self, base: KnowledgeBase) -> None:
        site = base.root / "site"

        complaint = f"kb: there is no site in '{site}'; run kb build first\n"
        assert Outcome(2, "", complaint) == base.run("papers", "--site", str(site))

    def test_papers_of_a_page_that_cannot_be_read_stay(self, base: KnowledgeBase) -> None:
        """A program that does not know the page would take its papers for old ones."""
        base.write("site/en/index.html", "<p>birge</p>")
        base.write("site/en/paper/law-kg-joining.pdf", "%PDF")
        base.replace(PAGE, "title: Who", "title: Birge: who")

        what = "FM01 this is not YAML: mapping values are not allowed in this context"
        fix = "quote a value that has a colon; dates are written 2026-11-02"
        outcome = base.run("papers", "--site", str(base.root / "site"))
        assert Outcome(1, "", f"{problem(PAGE, 2, what, fix)}\n") == outcome

    def test_a_release_notes_what_changed_since_the_last(self, base: KnowledgeBase) -> None:
        """Pages that are read on the screen have no versions; sheets and kits do."""
        base.replace(PAGE, "kind: law", "kind: sheet")
        base.replace(KK, "kind: law", "kind: sheet")
        versions = "docs/_data/versions.yml"

        told = "en/law/kg/joining\nkk/law/kg/joining\n"
        assert Outcome(0, told, changed=(versions,)) == base.run("release")
        assert Outcome(0, "") == base.run("release")
        assert "&" not in base.read(versions)
        base.replace(PAGE, "The charter sets", "The statute sets")
        assert Outcome(0, "en/law/kg/joining\n", changed=(versions,)) == base.run("release")
        assert "text: The statute sets the dues." in base.read(versions)

    def test_a_release_is_never_older_than_the_last(self, base: KnowledgeBase) -> None:
        """Paper of the last would be called current, whatever came after it."""
        base.replace(PAGE, "kind: law", "kind: sheet")
        base.run("release", "--day", "2026-11-02")
        base.replace(PAGE, "The charter sets", "The statute sets")

        said = "kb: paper of 2026-11-02 is out already; give that day or a later one\n"
        assert Outcome(2, "", said) == base.run("release", "--day", "2026-11-01")


class TestCommand:
    """The process ends at once, and nothing that was said is lost by that."""

    def test_it_says_all_and_ends_with_the_code_of_its_task(self, base: KnowledgeBase) -> None:
        base.replace(WAY, "Begin with", "Begin [here](none.md) with")
        for asked in (["check"], ["depends", "nothing"], ["status"]):
            told = base.run(*asked)
            call = [sys.executable, "-m", "kb.cli", *asked, "--root", str(base.root)]
            done = run(call, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - ours

            assert (told.code, told.said) == (done.returncode, done.stdout)
            assert told.complained == done.stderr

    def test_a_reader_who_has_seen_enough_is_no_error(self, base: KnowledgeBase) -> None:
        call = [sys.executable, "-m", "kb.cli", "status", "--root", str(base.root)]
        with Popen(call, stdout=PIPE, stderr=PIPE, encoding="utf-8") as running:  # noqa: S603 - ours
            assert running.stdout is not None
            assert running.stderr is not None
            running.stdout.close()
            complained = running.stderr.read()

        assert (0, "") == (running.returncode, complained)
