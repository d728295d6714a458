"""HTML in the words of paper.typ: nothing is lost, spaces stand as a browser shows them."""

import pytest

from kb.paper.markup import markup, quoted


def code(html: str) -> str:
    return markup(f"<html><body>{html}</body></html>")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a \n b</p>", '{par({"a b"})}'),
        (
            "<p> a <strong>b </strong> c </p>\n<p>d</p>",
            '{par({"a ";strong({"b "});"c"});par({"d"})}',
        ),
        ("<p>a <br>\n b</p>", '{par({"a";linebreak();"b"})}'),
        ("<ul><li>a\n<ul><li>b</li></ul></li></ul>", '{list({"a";list({"b"})})}'),
        ("<ol>\n<li lang='ky'>өкүл</li>\n</ol>", '{enum(text(lang: "ky",{"өкүл"}))}'),
        ("<h2 id='a'>b</h2>", '{heading(level: 2,{"b"})}'),
        ("<p role='heading' aria-level='3'>b</p>", '{heading(level: 3,{"b"})}'),
        ("<cite lang='uz-Cyrl'>қонун</cite>", '{text(lang: "uz",strong({"қонун"}))}'),
        ("<div class='admonition danger'><p>a</p></div>", '{danger-box({par({"a"})})}'),
        ("<div class='admonition tip'><p>a</p></div>", '{note-box({par({"a"})})}'),
        ("<p>a</p><form><p>b</p></form><p hidden>c</p>", '{par({"a"})}'),
        ("<p><a href='https://a.kz/'>b</a></p>", '{par({to("https://a.kz/",{"b"})})}'),
        ("<p></p>", '{par({""})}'),
        ("<p><em>a b.</em><sup>1</sup></p>", '{par({emph({"a b."});sym.wj;note-sign({"1"})})}'),
        (
            "<p><a href='https://a.kz/'>b</a>.<sup>1</sup></p>",
            '{par({to("https://a.kz/",{"b"});sym.wj;box({".";note-sign({"1"})})})}',
        ),
        ("<p>бұл 2019-жылы.</p>", '{par({"бұл ";box("2019-жылы");"."})}'),
        ("<p>163–175-баптары</p>", '{par({box("163–175-баптары")})}'),
        ("<p>ab c.<sup>1</sup> d</p>", '{par({"ab ";box({"c.";note-sign({"1"})});" d"})}'),
        (
            "<p>a 1-iyun.<sup>1</sup><sup>2</sup></p>",
            '{par({"a ";box({box({box("1-iyun");".";note-sign({"1"})});note-sign({"2"})})})}',
        ),
    ],
)
def test_an_element_has_its_word(html: str, expected: str) -> None:
    assert expected == code(html)


def test_an_anchor_stands_where_a_link_leads_to_it() -> None:
    html = "<h2 id='a'>1</h2><h2 id='b'>2</h2><p><a href='#b'>3</a><a href='#c'>4</a></p>"

    expected = (
        '{heading(level: 2,{"1"});heading(level: 2,{anchor("b");"2"});par({to("#b",{"3"});{"4"}})}'
    )
    assert expected == code(html)


def test_a_table_keeps_its_head_its_widths_and_room_for_a_hand() -> None:
    html = (
        '<table><colgroup><col style="width: 30%"><col style="width: 70%"></colgroup>'
        "<thead><tr><th>Күні</th><th>Орны</th></tr></thead>"
        "<tbody><tr><td>1 ___</td><td>____</td></tr><tr><td>2</td></tr></tbody></table>"
    )

    expected = (
        '{table(columns: (30fr,70fr,),table.header(strong({"Күні"}),strong({"Орны"})),'
        '{"1 ___"},blank,{"2"},[])}'
    )
    assert expected == code(html)


def test_a_text_stays_a_text() -> None:
    """Nothing that an author writes is read as code."""
    assert r'"#let \"a\" \\u{1}"' == quoted(r'#let "a" \u{1}')
