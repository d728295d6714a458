"""BOX01, BOX02, HTM01, HTM02: what prints whole, and nothing that runs."""

import pytest

from tests.knowledge_base import PAGE, KnowledgeBase, problem, told

KINDS = (
    "take one of note: ground in law; tip: what to say;"
    " warning: what not to promise; danger: risk to the worker"
)
ONLY = 'write Markdown; of HTML only <q lang="…">, <span lang="…"> and <br> are taken'

BOXES = [
    pytest.param('!!! info "Good to know"', "BOX01 there is no box 'info'", KINDS, id="kind"),
    pytest.param('!!! "Good to know"', "BOX01 there is no box ''", KINDS, id="no kind"),
    pytest.param(
        "!!! tip", "BOX01 the box 'tip' has no title", 'write !!! tip "Title"', id="title"
    ),
    pytest.param(
        '!!! tip ""', "BOX01 the box 'tip' has no title", 'write !!! tip "Title"', id="empty title"
    ),
    pytest.param(
        '!!! tip inline "Say"',
        "BOX01 the box 'tip' has no title",
        'write !!! tip "Title"',
        id="more than a title",
    ),
    pytest.param(
        '??? note "More"',
        "BOX02 a folded box prints closed",
        'write it open: !!! note "Title"',
        id="folded",
    ),
    pytest.param(
        '???+ note "More"',
        "BOX02 a folded box prints closed",
        'write it open: !!! note "Title"',
        id="folded but open",
    ),
    pytest.param(
        '    ??? note "More"',
        "BOX02 a folded box prints closed",
        'write it open: !!! note "Title"',
        id="folded in a list",
    ),
]


def html(what: str) -> str:
    return f"HTM01 {what} stands in the page"


HTML = [
    pytest.param(
        "<script>alert(1)</script>",
        [html("raw HTML '<script>'"), html("raw HTML '</script>'")],
        id="script",
    ),
    pytest.param(
        '<iframe src="https://example.org">',
        [html("raw HTML '<iframe src=\"https://example.org\">'")],
        id="iframe",
    ),
    pytest.param(
        '<q lang="ky" onclick="go()">union</q>',
        [html('raw HTML \'<q lang="ky" onclick="go()">\'')],
        id="onclick",
    ),
    pytest.param(
        "<IMG SRC=x ONERROR=go()",
        [html("raw HTML '<IMG SRC=x ONERROR=go()'")],
        id="a tag that never ends",
    ),
    pytest.param(
        '<q lang="ky"\nonclick="go()">union</q>',
        [html("raw HTML '<q lang=\"ky\"'")],
        id="a tag over two lines",
    ),
    pytest.param(
        "Go on.<br\nonclick=go()>", [html("raw HTML '<br'")], id="the name of a tag at a line's end"
    ),
    pytest.param(
        '<span lang="ky" <br>', [html("raw HTML '<span lang=\"ky\" '")], id="a tag in a tag"
    ),
    pytest.param("<q lang='ky\n' onclick='go()'>", [html("raw HTML '<q lang='")], id="open quote"),
    pytest.param(
        "<a href='x'>law</a>", [html("raw HTML '</a>'"), html("raw HTML '<a href='x'>'")], id="a"
    ),
    pytest.param("<svg/onload=go()>", [html("raw HTML '<svg/onload=go()>'")], id="svg"),
    pytest.param("<?php go() ?>", [html("raw HTML '<?php go() ?>'")], id="instruction"),
    pytest.param("<!DOCTYPE html>", [html("raw HTML '<!DOCTYPE html>'")], id="declaration"),
    pytest.param(
        'Read on.{ onclick="go()" }', [html("the event 'onclick' in an attribute list")], id="event"
    ),
    pytest.param(
        "Read on.{ ONCLICK='{}' }",
        [html("the event 'ONCLICK' in an attribute list")],
        id="event with braces",
    ),
    pytest.param(
        "Read on.{ href='javascript:go()' }",
        [html("the address 'javascript:…'")],
        id="javascript in an attribute",
    ),
]


@pytest.mark.parametrize(("line", "what", "fix"), BOXES)
def test_a_box_that_is_not_one_of_the_four_is_told(
    base: KnowledgeBase, line: str, what: str, fix: str
) -> None:
    base.write("docs/en/law/kg/dues.md", base.read(PAGE) + f"\n{line}\n")

    assert told(problem("docs/en/law/kg/dues.md", 29, what, fix)) == base.check()


@pytest.mark.parametrize(("line", "found"), HTML)
def test_html_that_could_run_or_hide_is_told(
    base: KnowledgeBase, line: str, found: list[str]
) -> None:
    base.write("docs/en/law/kg/dues.md", base.read(PAGE) + f"\n{line}\n")

    expected = [problem("docs/en/law/kg/dues.md", 29, what, ONLY) for what in found]
    assert told(*sorted(expected)) == base.check()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("<!-- later -->", id="a note to oneself"),
        pytest.param("<!-- kb:cut", id="not closed"),
        pytest.param("<!-- kb:opne-questions -->", id="mistyped"),
        pytest.param(" <!-- kb:cut -->", id="not at the beginning of its line"),
        pytest.param("<!-- kb:cut --> here", id="not alone on its line"),
        pytest.param("<!-- kb:tool -->", id="a tool without its name"),
        pytest.param("<!-- kb:cut 2 -->", id="a name too many"),
    ],
)
def test_a_comment_that_the_build_does_not_know_is_told(base: KnowledgeBase, line: str) -> None:
    """The build would make nothing of it, and the page would lack its list or tool."""
    base.write("docs/en/law/kg/dues.md", base.read(PAGE) + f"\n{line}\n")

    fix = (
        "remove it, or write one of these alone on its line: <!-- kb:cut -->,"
        " <!-- kb:open-questions -->, <!-- kb:seminar-questions -->, <!-- kb:tool can-join -->"
    )
    what = html("a comment that the build does not know")
    assert told(problem("docs/en/law/kg/dues.md", 29, what, fix)) == base.check()


@pytest.mark.parametrize(
    ("lines", "line", "what"),
    [
        pytest.param("```\nkb check\n```", 29, "a block of code begins or ends", id="block"),
        pytest.param("    ~~~ sh", 29, "a block of code begins or ends", id="indented block"),
        pytest.param("``` Read on.", 29, "a block of code begins or ends", id="open block"),
        pytest.param(
            "\\`<script>go()</script>\\`",
            29,
            "a backslash stands before a backtick",
            id="backslash",
        ),
        pytest.param(
            "Run ` here,\nand ` <script>go()</script> ` there.",
            29,
            "a backtick has no partner on its line",
            id="over two lines",
        ),
    ],
)
def test_code_of_which_markdown_may_think_otherwise_is_told(
    base: KnowledgeBase, lines: str, line: int, what: str
) -> None:
    """What stands in code is not checked: what Markdown takes for none could run."""
    base.write("docs/en/law/kg/dues.md", base.read(PAGE) + f"\n{lines}\n")

    fix = "write code between two backticks on one line: `make check`"
    expected = problem("docs/en/law/kg/dues.md", line, f"HTM02 {what}", fix)
    assert expected in base.check().said


def test_what_stands_between_fences_is_checked_too(base: KnowledgeBase) -> None:
    base.replace(PAGE, "Citizens from", "```\n<script>\n```\nCitizens from")

    fix = "write code between two backticks on one line: `make check`"
    what = "HTM02 a block of code begins or ends"
    expected = [
        problem(PAGE, 18, what, fix),
        problem(PAGE, 19, html("raw HTML '<script>'"), ONLY),
        problem(PAGE, 20, what, fix),
    ]
    assert told(*expected) == base.check()


@pytest.mark.parametrize(
    "address",
    ["javascript:go()", "JavaScript:go()", " javascript:go()", "data:text/html,x", "vbscript:go"],
)
def test_an_address_that_runs_is_told(base: KnowledgeBase, address: str) -> None:
    """It is no page either, so that it may be told twice."""
    base.write("docs/en/law/kg/dues.md", base.read(PAGE) + f"\n[the way]({address})\n")

    scheme = address.partition(":")[0].strip()
    outcome = base.check()
    assert (1, "") == (outcome.code, outcome.complained)
    what = html(f"the address '{scheme}:…'")
    assert problem("docs/en/law/kg/dues.md", 29, what, ONLY) in outcome.said


@pytest.mark.parametrize(
    "line",
    [
        'Закон говорит <q lang="ky">ар бир жаран</q>.',
        '<span lang="uz-Cyrl">касаба уюшмаси</span>',
        "First line<br>second line",
        "<!-- kb:cut -->",
        "<!-- kb:open-questions -->",
        "<!-- kb:tool can-join -->",
        "`<script>` is refused, and ``<a `b`>`` too.",
        "Fewer than 5 < 7 and 9 > 8.",
        "Without JavaScript: the page stands.",
        '!!! tip "What to say"',
        '    !!! note "In a list"',
    ],
)
def test_what_a_page_may_hold_is_passed_over(base: KnowledgeBase, line: str) -> None:
    path = "docs/ru/law/kg/joining.md"
    base.replace(path, "Страница отвечает", f"{line}\n\nСтраница отвечает")

    said = base.check().said
    assert [] == [code for code in ("HTM01", "HTM02", "BOX01", "BOX02") if code in said]
