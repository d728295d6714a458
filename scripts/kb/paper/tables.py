"""Tables whose columns have their widths before they are set, which takes half of the time."""

import re
from html import unescape
from itertools import zip_longest

TABLE = re.compile(r"(?P<head><table\b[^>]*>)(?P<rows>.*?)</table>", re.DOTALL)
ROW = re.compile(r"<tr\b[^>]*>(?P<cells>.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd]\b[^>]*>(?P<text>.*?)</t[hd]>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
EMPTY_HEAD = re.compile(r"<thead\b[^>]*>\s*<tr\b[^>]*>(?:\s*<th[^>]*></th>)+\s*</tr>\s*</thead>")
HEAD = re.compile(r"<th\b")
GAP = re.compile(r"^[_\s]*$")
LEAST = 5
"""Letters for which the narrowest column has room."""
EDGES = 4
"""Letters for which a column's edges take room."""
ROOM = 80
"""Letters that stand beside one another in a table, bold and in the widest of common fonts."""
PHONE = 40
"""The same on a telephone that is 360 points wide, at the size of letters that it begins with."""
MOST = 60
"""Letters after which a longer cell makes its column no wider."""
TO_WRITE = 24
"""Letters for which a cell that is filled in by hand has room."""


def with_columns(html: str) -> str:
    """Return the text with the widths of all columns named, and no table head that is empty."""
    return TABLE.sub(_named, EMPTY_HEAD.sub("", html))


def for_phone(html: str) -> str:
    """Return the text with tables that a telephone can show, and lists in place of the others.

    Of a table in which the words of all columns have no room beside one another, each row becomes
    a list: every cell below the heading of its column.
    """
    return TABLE.sub(_on_phone, EMPTY_HEAD.sub("", html))


def _named(table: re.Match[str], room: int = ROOM) -> str:
    shares = widths(_read(_cells(table)), room)
    columns = "".join(f'<col style="width: {share}%">' for share in shares)
    return f"{table['head']}<colgroup>{columns}</colgroup>{table['rows']}</table>"


def _on_phone(table: re.Match[str]) -> str:
    rows = _cells(table)
    if sum(_least(_read(rows))) <= PHONE:
        return _named(table, PHONE)
    head = rows.pop(0) if HEAD.search(table["rows"]) else []
    return "".join(f'<dl class="kb-row">{_listed(head, row)}</dl>' for row in rows)


def _listed(head: list[str], row: list[str]) -> str:
    """Return a row as a list, without cells that hold nothing, where some hold something.

    A cell without a heading stands for one, if it is the first.
    """
    named = list(zip_longest(head, row, fillvalue=""))
    named = [(name, text) for name, text in named if text] or named
    parts = [
        f"<dt>{name}</dt><dd>{text}</dd>" if name else f"<dd>{text}</dd>" for name, text in named
    ]
    if not named[0][0]:
        parts[0] = f"<dt>{named[0][1]}</dt>{'' if named[1:] else '<dd></dd>'}"
    return "".join(parts)


def _cells(table: re.Match[str]) -> list[list[str]]:
    """Return the HTML of each cell, by rows."""
    rows = ROW.finditer(table["rows"])
    cells = ([cell["text"].strip() for cell in CELL.finditer(row["cells"])] for row in rows)
    return [row for row in cells if row]


def _read(rows: list[list[str]]) -> list[list[str]]:
    """Return what is read in each cell."""
    return [[unescape(TAG.sub("", cell)).strip() for cell in row] for row in rows]


def widths(rows: list[list[str]], room: int = ROOM) -> list[int]:
    """Return how much of a hundred each column takes: its longest word, then its usual cell.

    *room* is how many letters stand beside one another.
    """
    least = _least(rows)
    wishes = [
        max(0, _usual(column) - width) for column, width in zip(_columns(rows), least, strict=True)
    ]
    spare = max(0, room - sum(least)) / (sum(wishes) or 1)
    shares = [width + spare * wish for width, wish in zip(least, wishes, strict=True)]
    return [round(100 * share / sum(shares)) for share in shares]


def _columns(rows: list[list[str]]) -> list[list[str]]:
    count = max(map(len, rows), default=0)
    return [[row[place] for row in rows if place < len(row)] for place in range(count)]


def _least(rows: list[list[str]]) -> list[int]:
    """Return for how many letters each column has room at least."""
    return [_longest_word(column) + EDGES for column in _columns(rows)]


def _longest_word(cells: list[str]) -> int:
    return max(
        [LEAST, *(len(word) for cell in cells for word in cell.split() if not GAP.match(word))]
    )


def _usual(cells: list[str]) -> float:
    return sum(TO_WRITE if GAP.match(cell) else min(len(cell), MOST) for cell in cells) / len(cells)
