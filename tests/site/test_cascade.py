"""The published style says each thing once, and looks the same."""

import pytest

from kb.site.cascade import settled


@pytest.mark.parametrize(
    ("style", "left"),
    [
        ("p{top:0;left:0}p{top:1px}", "p{left:0}p{top:1px}"),
        ("p{top:0}b{top:2px}p{top:1px}", "b{top:2px}p{top:1px}"),
        ("p{top:0;top:1px}", "p{top:1px}"),
        ("p{top:0}.a p{top:1px}", "p{top:0}.a p{top:1px}"),
        ("p,b{top:0}p{top:1px}", "p,b{top:0}p{top:1px}"),
        ("p,b{top:0}p{top:1px}i,b{top:2px}", "p{top:1px}i,b{top:2px}"),
        ("p{top:0!important}p{top:1px}", "p{top:0!important}p{top:1px}"),
        ("p{top:0}p{top:1px!important}", "p{top:1px!important}"),
        ("p{margin-left:0}p{margin:1px}", "p{margin:1px}"),
        ("p{margin:0}p{margin-left:1px}", "p{margin:0}p{margin-left:1px}"),
        ("p:is(a,b){top:0}b{top:1px}", "p:is(a,b){top:0}b{top:1px}"),
        ("p{border-radius:0}p{border:0}", "p{border-radius:0}p{border:0}"),
        ("p{outline-offset:0}p{outline:0}", "p{outline-offset:0}p{outline:0}"),
    ],
)
def test_what_a_later_rule_of_the_same_selector_sets_is_said_there_alone(
    style: str, left: str
) -> None:
    assert left == settled(style)


@pytest.mark.parametrize(
    ("style", "left"),
    [
        ("@media print{p{top:0}}p{top:1px}", "p{top:1px}"),
        ("p{top:0}@media print{p{top:1px}}", "p{top:0}@media print{p{top:1px}}"),
        ("@media print{p{top:0}}@media print{p{top:1px}}", "@media print{p{top:1px}}"),
        (
            "@media print{p{top:0}}@media screen{p{top:1px}}",
            "@media print{p{top:0}}@media screen{p{top:1px}}",
        ),
        ("@page{margin:0}@page{margin:1px}", "@page{margin:0}@page{margin:1px}"),
    ],
)
def test_a_group_outdoes_itself_alone_and_the_whole_outdoes_a_group(style: str, left: str) -> None:
    assert left == settled(style)


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (":root{--md-a:var(--kb-b);--kb-b:red}p{color:var(--md-a)}", ":root{--kb-b:red}p{color:"),
        (":root{--md-a:url('x')}p{color:var(--md-a)}", "p{color:url("),
        (":root{--md-a:0}p{top:1px}", "p{top:1px}"),
        (":root{--md-a:var(--md-b);--md-b:#fff}p{color:var(--md-a)}", "p{color:#fff}"),
    ],
)
def test_a_variable_of_the_theme_with_one_value_is_that_value(style: str, left: str) -> None:
    assert settled(style).startswith(left)


@pytest.mark.parametrize(
    "style",
    [
        ":root{--kb-a:red}p{color:var(--kb-a)}",
        ":root{--md-a:red}@media print{:root{--md-a:blue}}p{color:var(--md-a)}",
        "body{--md-a:red}p{color:var(--md-a)}",
        ":root{--md-a:url(a-long-address-of-a-picture)}p{top:var(--md-a)}b{top:var(--md-a)}",
    ],
    ids=["ours, which other styles read", "two values", "not for the page", "long, read twice"],
)
def test_any_other_variable_stays(style: str) -> None:
    assert style == settled(style)
