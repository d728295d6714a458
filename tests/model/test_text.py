"""Markdown as plain words."""

import pytest

from kb.model.text import literal, plain, relative_link


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "Вступить могут граждане с 14 лет.[^kg-union-who-may-join]",
            "Вступить могут граждане с 14 лет.",
        ),
        ("## Ким кире алат { #who-may-join }", "Ким кире алат"),
        ("- **Жарнаны** [жарғы](charter.md) белгілейді.", "Жарнаны жарғы белгілейді."),
        ('Qonun <q lang="ru">каждый</q> deydi.', "Qonun каждый deydi."),
        ('!!! danger "Риск для работника"', "Риск для работника"),
        ("1. `make check` &amp; read", "make check & read"),
        ("| a | b |", "a b"),
        ("<!-- kb:cases -->", ""),
    ],
)
def test_plain(line: str, words: str) -> None:
    assert words == plain(line)


def test_literal_means_nothing_to_markdown() -> None:
    assert "&#91;a&#93;&#40;b) &lt;i&gt; &#42;".replace("&#40;", "(") == literal("[a](b) <i> *")


@pytest.mark.parametrize(
    ("here", "there", "anchor", "link"),
    [
        ("law/kz/joining", "evidence/kz", "kz-labour-code", "../../evidence/kz.md#kz-labour-code"),
        ("law/kz/joining", "law/kz/changes", "", "changes.md"),
        ("index", "law/kz/changes", "", "law/kz/changes.md"),
    ],
)
def test_relative_link(here: str, there: str, anchor: str, link: str) -> None:
    assert link == relative_link(here, there, anchor)
