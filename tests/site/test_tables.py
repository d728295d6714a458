"""Wide tables carry what a phone needs to show them as cards."""

from markdown import markdown

EXTENSIONS = ["tables", "footnotes", "attr_list", "kb.site.tables"]


def test_each_cell_of_a_wide_table_carries_the_head_of_its_column() -> None:
    html = markdown(
        "| Country | What the **law** says | Note |\n|---|---|---|\n"
        "| [Qozogʻiston](a.md) | Ha | |\n",
        extensions=EXTENSIONS,
    )

    assert '<table data-columns="3" role="table">' in html
    assert (
        '<td data-label="Country" role="cell"><a href="a.md">Qozogʻiston</a></td>\n'
        '<td data-label="What the law says" role="cell">Ha</td>\n'
        '<td data-label="Note" role="cell"></td>'
    ) in html


def test_a_narrow_table_stays_as_it_is() -> None:
    html = markdown("| Minutes | What |\n|---|---|\n| 10 | Tea |\n", extensions=EXTENSIONS)

    assert "data-" not in html
    assert "role" not in html


def test_a_head_with_a_note_keeps_its_words_only() -> None:
    html = markdown(
        "| A[^x] | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n\n[^x]: A note.\n", extensions=EXTENSIONS
    )

    assert '<td data-label="A" role="cell">1</td>' in html
