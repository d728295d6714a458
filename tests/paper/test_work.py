"""A paper is kept under a name of all that it is made from."""

import ast
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from kb import paper as package
from kb.paper.document import page_html
from kb.paper.epub import book
from kb.paper.slides import outline
from kb.paper.work import CODE, MAKERS, Paper
from tests.paper.conftest import DAY, SITE, page

HERE = Path(package.__path__[0])
DRAWN_BY = {"pdf": "document", "docx": "document", "pptx": "slides", "epub": "epub"}
"""The module that draws what a maker takes."""


def paper(text: str = "<p>Заң</p>", maker: str = "pdf", day: date = DAY) -> Paper:
    return Paper("kk/paper/law.pdf", maker, partial(page_html, page("kk", text), SITE), day)


def imported(module: str) -> set[str]:
    """Return the modules of kb.paper that one stands on, and those that these stand on."""
    tree = ast.parse((HERE / f"{module}.py").read_text(encoding="utf-8"))
    names = {
        name.removeprefix("kb.paper.").partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in [f"{node.module}.{alias.name}" for alias in node.names]
        if name.startswith("kb.paper.")
    }
    return names.union(*map(imported, names))


@pytest.mark.parametrize("maker", MAKERS)
def test_the_key_of_a_paper_rests_on_all_code_that_makes_it(maker: str) -> None:
    makers = MAKERS[maker].__module__.removeprefix("kb.paper.")
    used = {makers, DRAWN_BY[maker]}

    assert set() == used.union(*map(imported, used)) - set(CODE[maker])


def test_whatever_changes_a_paper_changes_its_key() -> None:
    keys = [
        paper().key,
        paper("<p>Заңы</p>").key,
        paper(maker="docx").key,
        paper(day=date(2026, 11, 3)).key,
        Paper("", "pdf", partial(page_html, page("ky", "<p>Заң</p>"), SITE), DAY).key,
        Paper("", "pdf", partial(page_html, page("kk", "<p>Заң</p>"), "https://x/"), DAY).key,
        Paper("", "pdf", partial(outline, page("kk", "<p>Заң</p>")), DAY).key,
        Paper("", "epub", partial(book, (page("kk", "<p>Заң</p>"),), "kk", SITE, "B"), DAY).key,
    ]

    assert len(keys) == len(set(keys))
    assert paper().key == keys[0]
