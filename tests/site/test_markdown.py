"""The steps that spare Markdown work change no page."""

import pytest
from markdown import Markdown
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import (
    InlineProcessor,
    PrettifyTreeprocessor,
    UnescapeTreeprocessor,
)
from mkdocs.config import load_config

from kb.model.library import Library
from kb.site.lean import lean
from kb.site.made import markdown, paths
from kb.site.quick import FENCED, INLINE, LAST, NORMALIZE, Fenced, SetUp
from tests.real import ROOT

PRETTIFY = 10
"""The place of Python-Markdown's own `prettify`."""


@pytest.fixture(scope="module")
def settings() -> tuple[list[str], dict[str, dict[str, object]]]:
    """Return the extensions of mkdocs.yml and what they are told."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return config.markdown_extensions, config.mdx_configs


def parser(settings: tuple[list[str], dict[str, dict[str, object]]]) -> Markdown:
    extensions, told = settings
    return Markdown(extensions=extensions, extension_configs=told)


def slow(whole: Markdown) -> Markdown:
    """Return the parser without the steps that leave something out."""
    fenced = whole.preprocessors["fenced_code_block"]
    assert isinstance(fenced, Fenced)
    whole.preprocessors.register(NormalizeWhitespace(whole), "normalize_whitespace", NORMALIZE)
    whole.preprocessors.register(fenced.fenced, "fenced_code_block", FENCED)
    whole.treeprocessors.register(InlineProcessor(whole), "inline", INLINE)
    whole.treeprocessors.register(PrettifyTreeprocessor(whole), "prettify", PRETTIFY)
    whole.treeprocessors.register(UnescapeTreeprocessor(whole), "unescape", LAST)
    whole.parser.blockprocessors.deregister("kb-plain")
    return whole


@pytest.mark.parametrize("language", ["en", "uz"])
def test_inline_marks_are_those_of_python_markdown(
    library: Library, settings: tuple[list[str], dict[str, dict[str, object]]], language: str
) -> None:
    """A new mark, in Python-Markdown or in mkdocs.yml, must be named in kb.site.quick."""
    different = []
    for path in paths(library):
        text = markdown(library, language, path)
        quick, whole = parser(settings), slow(parser(settings))
        if lean(quick.convert(text)) != lean(whole.convert(text)):
            different.append(path)

    assert [] == different


@pytest.mark.parametrize(
    "text",
    [
        "`code`",
        "a\\*b",
        "[link](https://example.org)",
        "![image](a.png)",
        "<https://example.org>",
        "<anna@example.org>",
        "two spaces  \nbreak",
        "<b>bold</b>",
        "&copy;",
        "*em* and __strong__",
        "~~deleted~~",
        "[^a]\n\n[^a]: note",
        "\\# no heading",
        "word_with_underscores",
        "A paragraph\nof two lines",
        "Бир сүйлөм.\nЭки **сүйлөм**.",
        "A heading\n=========",
        "A line\n---",
        "a | b\n--|--\nc | d",
        "A line\n- no item",
        "A line\n> no quotation",
        "A line\n    and its indent",
        "- Item\n\n    A paragraph in it.\n\n- Next",
        "- Item\n- Item\n\n    Lines of\n    the second",
        '!!! note "Title"\n    A line.\n\n    Another.\n\nNo longer in it.',
        "Term\n: no list of terms",
        "A line\n\n\n\nafter many",
        "A line  \nbreaks { #id }",
        "A line\n{ .class }",
        '<div markdown="1">\nA line\n\nAnother\n</div>',
        "```\ncode\n```",
        "~~~ python\ncode\n\nmore\n~~~",
        "A line\n```\nand code\n```",
        "`` ` ``\n``` no fence ```",
        "A tab\tin a line\n\tand before one",
        "A line\r\nof another\rsystem",
        "A line\n   \nand another",
        "   \nA line",
        "A line\n    ",
        "A sign\x02 of\x03 Markdown's own",
    ],
)
def test_each_mark_is_found(
    settings: tuple[list[str], dict[str, dict[str, object]]], text: str
) -> None:
    whole = slow(parser(settings))

    assert lean(whole.convert(text)) == lean(parser(settings).convert(text))


def test_a_note_stays_as_it_is_written(
    settings: tuple[list[str], dict[str, dict[str, object]]],
) -> None:
    """Point 1(c) of a decree is no sign of copyright, and a title may hold a star."""
    note = '<cite lang="en">A *law* [of] <b>_1st_</b></cite>, 1(c) &amp; 1/2. <a href="x">y</a>'

    html = parser(settings).convert(f"Said.[^a]\n\n[^a]: {note}\n")

    assert f'<li id="fn:1"><p>{note}&#160;<a class="footnote-backref"' in html


def test_a_parser_that_is_set_up_once_starts_anew_on_each_page(
    settings: tuple[list[str], dict[str, dict[str, object]]],
) -> None:
    """Neither notes, nor links, nor ids of one page are known on the next."""
    extensions, told = settings
    ready = SetUp(extensions, told)
    pages = [
        "# One\n\nSaid.[^a] [Link][b] <b>bold</b>\n\n[^a]: Note\n\n[b]: https://example.org",
        "# One\n\n[Link][b] and[^a]\n\n| a | b |\n| - | - |\n| c | d |",
        "# Two\n\nSaid.[^c]\n\n[^c]: Another",
    ]

    made = [Markdown(extensions=[ready]).convert(page) for page in pages]

    assert made == [parser(settings).convert(page) for page in pages]
