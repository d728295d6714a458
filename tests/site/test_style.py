"""The theme's style is cut to what pages use, and to no less."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html
from mkdocs.utils import get_theme_dir

from kb.site.style import ABSENT, ABSENT_ELEMENTS, CLASSES, OURS, UNSEEN, cut, lean
from tests.site.conftest import ROOT, SITE

THEME = next(Path(get_theme_dir("material")).glob("assets/stylesheets/main.*.min.css"))
CLASS = re.compile(r"\.(?P<name>[a-zA-Z][\w-]*)")
ADDRESS = re.compile(r"url\([^)]*\)")
ON_PAGE = re.compile(r"\bclass=\"(?P<names>[^\"]*)\"")
ATTRIBUTE = re.compile(r"\[(?P<name>\w+)\]")
IN_SCRIPT = re.compile(r"\bmd-[\w-]+")


def pages() -> Iterator[str]:
    for file in SITE.rglob("index.html"):
        yield file.read_text(encoding="utf-8")


def test_the_classes_kept_are_those_that_stand_on_pages() -> None:
    of_theme = set(CLASS.findall(ADDRESS.sub("", THEME.read_text(encoding="utf-8"))))
    on_pages = {
        name for page in pages() for names in ON_PAGE.findall(page) for name in names.split()
    }
    in_scripts = {
        name
        for file in (ROOT / "overrides/assets/js").glob("*.js")
        for name in IN_SCRIPT.findall(file.read_text(encoding="utf-8"))
    }

    assert sorted((on_pages | in_scripts) & of_theme) == sorted(CLASSES | OURS)


def test_what_is_cut_by_its_attribute_stands_on_no_page() -> None:
    wanted = {name: name.strip("[]").replace("=", '="') for name in ABSENT}

    found = {name for page in pages() for name, text in wanted.items() if f" {text}" in page}

    assert set() == found


def test_what_is_cut_as_an_element_stands_on_no_page() -> None:
    named = re.compile(rf"<({'|'.join(ABSENT_ELEMENTS)})\b")
    found = {match[1] for page in pages() for match in named.finditer(page)}

    assert set() == found


def path(selector: str) -> str:
    """Return elements in elements, as a selector of `UNSEEN` names them, in XPath."""
    steps = []
    for element in selector.replace(":hover", "").replace(":focus", "").split():
        tag, *classes = element.partition("[")[0].split(".")
        tests = [f"contains(concat(' ',@class,' '),' {name} ')" for name in classes]
        if attribute := ATTRIBUTE.search(element):
            tests.append(f"@{attribute[1]}")
        steps.append((tag or "*") + "".join(f"[{test}]" for test in tests))
    return "//" + "//".join(steps)


def test_what_is_cut_as_one_in_another_stands_on_no_page() -> None:
    paths = {selector: etree.XPath(path(selector)) for selector in UNSEEN}
    found = set()
    for page in pages():
        tree = html.document_fromstring(page.encode())
        found |= {selector for selector, search in paths.items() if search(tree)}

    assert set() == found


@pytest.mark.parametrize(
    ("style", "kept"),
    [
        (".md-nav{color:red}", ".md-nav{color:red}"),
        (".md-search{color:red}", ""),
        (".md-nav,.md-search .md-nav{color:red}", ".md-nav{color:red}"),
        (".md-nav:not(.md-search){color:red}", ".md-nav:not(.md-search){color:red}"),
        ("[dir=rtl] .md-nav{left:0}", ""),
        ("[dir=ltr] .md-nav{left:0}", "[dir=ltr] .md-nav{left:0}"),
        ('.md-nav:before{content:".md-search"}', '.md-nav:before{content:".md-search"}'),
        ("blockquote>p{margin:0}", "blockquote>p{margin:0}"),
        ("kbd,.md-nav kbd>p{margin:0}", ""),
        ("@media print{.md-nav{margin:0}.md-search{margin:0}}", "@media print{.md-nav{margin:0}}"),
        ("@media print{.md-search{margin:0}}", ""),
        (".md-nav,.md-nav .tip{color:red}", ".md-nav{color:red}"),
        (".md-typeset summary:before,summary:after{top:0}", "summary:after{top:0}"),
        (".md-typeset h4,hr{margin:0}", "hr{margin:0}"),
        (".md-header__button:not(.focus-visible){outline:none}", ""),
        (".md-typeset ol ol,.md-typeset ol ol ol{top:0}", ".md-typeset ol ol{top:0}"),
        ("hr{top:0;transition:color 1s,background-color 1s}", "hr{top:0}"),
        ("hr{transition:color 1s,transform 1s}", "hr{transition:color 1s,transform 1s}"),
        ("@page{margin:1cm}", "@page{margin:1cm}"),
        ('@charset "UTF-8";/*! words */hr{margin:0}', "hr{margin:0}"),
        ("hr{color:red!important;top:0}", "hr{color:red!important;top:0}"),
        ("@keyframes beat{to{top:0}}hr{top:0}", "hr{top:0}"),
        (
            "@keyframes beat{to{top:0}}hr{animation:beat 1s}",
            "@keyframes beat{to{top:0}}hr{animation:beat 1s}",
        ),
    ],
)
def test_a_rule_stays_when_a_page_can_need_it(style: str, kept: str) -> None:
    assert kept == cut(style)


def test_our_own_style_loses_its_comments_and_spaces_and_nothing_else() -> None:
    style = """/* Words */
    .kb-a , .kb-b:not(p, q) { color : red ; margin: 0  auto; --kb-c: 1px }
    @media screen and (max-width: 30em) { .kb-a::before { content: " ·  " !important; } }
    """

    assert (
        ".kb-a,.kb-b:not(p,q){color:red;margin:0 auto;--kb-c:1px}"
        '@media screen and (max-width:30em){.kb-a::before{content:" ·  "!important}}'
    ) == lean(style)


def test_a_variable_stays_when_something_reads_it() -> None:
    """Straight, through another variable, or from the style beside."""
    style = ":root{--a:var(--b);--b:1px;--c:2px;--d:3px}hr{top:var(--a)}"

    assert ":root{--a:var(--b);--b:1px}hr{top:var(--a)}" == cut(style)
    assert ":root{--a:var(--b);--b:1px;--d:3px}hr{top:var(--a)}" == cut(
        style, "p{top:calc(var( --d) * 2)}"
    )


def test_a_variable_goes_when_our_style_gives_it_another_value() -> None:
    """For the whole page, not for the dark alone."""
    style = ":root{--a:1px;--b:2px}hr{top:var(--a);left:var(--b)}"
    ours = ":root{--a:3px}@media (prefers-color-scheme:dark){:root{--b:4px}}"

    assert ":root{--b:2px}hr{top:var(--a);left:var(--b)}" == cut(style, ours)


def test_a_mask_is_said_once() -> None:
    """Under the name that every browser knows, old ones too."""
    style = "hr{-webkit-mask-image:var(--a);mask-image:var(--a)}p{mask-image:none}"

    assert "hr{-webkit-mask-image:var(--a)}p{mask-image:none}" == cut(style)


def test_what_browsers_do_by_themselves_is_not_said() -> None:
    style = 'body{-webkit-font-smoothing:antialiased;font-feature-settings:"kern";margin:0}'

    assert "body{margin:0}" == cut(style)


def test_four_fifths_of_the_theme_are_cut() -> None:
    whole = THEME.read_text(encoding="utf-8")

    assert len(cut(whole)) * 5 < len(whole)
