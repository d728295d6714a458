"""A page as an editor counts it: lines, headings, citations, links, code left out."""

import pytest

from kb.model.page import CITATION, HEADING, HEADING_ID, INLINE_CODE, LINK, Page, read_page
from kb.model.source import Source
from kb.model.text import plain
from tests.knowledge_base import JOINING


def page(text: str) -> Page:
    found = read_page(Source("docs/ru/law/kg/joining.md", text), "ru", "law/kg/joining")
    if isinstance(found, list):
        raise TypeError(str(found))
    return found


class TestLines:
    def test_each_thing_stands_on_the_line_that_an_editor_shows(self) -> None:
        found = page(JOINING["ru"])

        assert [("top", 10), ("who-may-join", 16), ("dues", 24)] == [
            (heading.id, heading.line) for heading in found.headings
        ]
        assert [(18, "kg-union-who-may-join"), (19, "kg-union-join-index-2024")] == [
            (citation.line, citation.fact) for citation in found.citations
        ]
        assert [(14, True), (27, False)] == [(link.line, link.is_image) for link in found.links]

    def test_the_outline_names_headings_and_citations_in_order(self) -> None:
        assert (
            "# { #top }",
            "## { #who-may-join }",
            "[^kg-union-who-may-join]",
            "[^kg-union-join-index-2024]",
            "## { #dues }",
        ) == page(JOINING["ru"]).outline

    @pytest.mark.parametrize(
        "sign", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
    )
    def test_only_a_line_feed_ends_a_line(self, sign: str) -> None:
        """str.splitlines knows eight more, which no editor counts."""
        text = JOINING["ru"].replace("первый", f"первый{sign}")

        assert [10, 16, 24] == [heading.line for heading in page(text).headings]

    @pytest.mark.parametrize(
        ("line", "section"), [(1, "top"), (15, "top"), (16, "who-may-join"), (27, "dues")]
    )
    def test_a_line_stands_in_a_section(self, line: int, section: str) -> None:
        assert section == page(JOINING["ru"]).section_of(line)


class TestCode:
    def test_code_is_blanked_out_at_the_same_columns(self) -> None:
        found = page(JOINING["ru"] + "\n`[^none]` и [^some]\n")

        assert "          и [^some]" == found.plain[-1]
        assert "some" == found.citations[-1].fact

    @pytest.mark.parametrize("sign", list('`*_[]{}<>!|#" \t(~=-'))
    def test_a_long_line_of_one_sign_is_read(self, sign: str) -> None:
        """What was pasted in by mistake must not keep a machine busy for minutes."""
        line = f"а{sign * 20_000}б"

        found = page(JOINING["ru"] + f"\n{line}\n")
        assert (3, 2, 2) == (len(found.headings), len(found.citations), len(found.links))
        assert plain(line)


class TestPatterns:
    @pytest.mark.parametrize(
        ("line", "title", "attributes"),
        [
            ("## Кто может вступить { #who-may-join }", "Кто может вступить", " #who-may-join "),
            ("## Ким кире алат?", "Ким кире алат?", None),
            ("##Kim aʼzo boʻla oladi", "Kim aʼzo boʻla oladi", None),
            ("### Қазақстан {#kz .mark}", "Қазақстан", "#kz .mark"),
        ],
    )
    def test_heading(self, line: str, title: str, attributes: str | None) -> None:
        found = HEADING.match(line)

        assert found is not None
        assert (title, attributes) == (found["title"], found["attributes"])

    @pytest.mark.parametrize(
        ("attributes", "id_"),
        [(" #who-may-join ", "who-may-join"), (".mark #kz", "kz"), (".mark", None)],
    )
    def test_heading_id(self, attributes: str, id_: str | None) -> None:
        found = HEADING_ID.search(attributes)

        assert id_ == (found["id"] if found else None)

    def test_citation(self) -> None:
        line = "Вступить могут граждане с 14 лет.[^kg-one][^kg-two] [a](b) [^ c]"

        assert ["kg-one", "kg-two"] == [match["id"] for match in CITATION.finditer(line)]

    @pytest.mark.parametrize(
        ("line", "image", "text", "target"),
        [
            ("[путь](a.md#b)", "", "путь", "a.md#b"),
            ("![Үч кадам](a.svg)", "!", "Үч кадам", "a.svg"),
            ('[заң](https://a.kz/(1) "Заң")', "", "заң", "https://a.kz/(1)"),
            ("[[1] qonun](a.md)", "", "[1] qonun", "a.md"),
        ],
    )
    def test_link(self, line: str, image: str, text: str, target: str) -> None:
        found = LINK.search(line)

        assert found is not None
        assert (image, text, target) == (found["image"], found["text"], found["target"])

    @pytest.mark.parametrize(
        ("line", "code"),
        [("a `b` c", "b"), ("a ``b ` c`` d", "b ` c"), ("a `b`` c", None), ("`", None)],
    )
    def test_inline_code(self, line: str, code: str | None) -> None:
        found = INLINE_CODE.search(line)

        assert code == (found["code"] if found else None)
