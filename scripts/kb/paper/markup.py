"""A page's HTML as Typst code, in the words that paper.typ defines."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import html

SPACE = re.compile(r"[ \t\r\n\f]+")
UNBROKEN = re.compile(r"((?:\w+[–-])?\d+-\w+)")
"""A number with its ending, '2019-yilda', which no line may break."""
BLOCKS = {
    *("aside", "blockquote", "body", "div", "h1", "h2", "h3", "li", "noscript", "ol", "p"),
    *("section", "table", "td", "th", "ul"),
}
"""Elements at whose edges no space is shown."""
LEFT_OUT = {"button", "form", "hr", "input", "select"}
"""Elements that paper has no use for."""
WORDS = {
    ("aside", "kb-notice--draft"): "draft",
    ("aside", ""): "notice",
    ("blockquote", ""): "quotation",
    ("cite", ""): "strong",
    ("dfn", ""): "strong",
    ("div", "danger"): "danger-box",
    ("div", "admonition"): "note-box",
    ("div", "footnote"): "notes",
    ("em", ""): "emph",
    ("p", "admonition-title"): "box-title",
    ("p", "kb-checked"): "checked",
    ("p", "kb-cut"): "cut",
    ("p", "kb-small"): "small-par",
    ("p", ""): "par",
    ("q", ""): "quoted-words",
    ("span", "kb-amended"): "emph",
    ("span", "kb-read"): "emph",
    ("span", "kb-small"): "small",
    ("strong", ""): "strong",
    ("sup", ""): "note-sign",
}
"""The word of paper.typ, or of Typst itself, for an element and one of its classes."""
GAP = re.compile(r"^[_\s]*$")
"""What a cell holds that is filled in by hand."""
Element = Any
"""lxml ships no types."""


def markup(page: str) -> str:
    """Return the code that sets the body of an HTML page, as `page_html` gives it."""
    body = html.document_fromstring(page).find("body")
    ids = {element.get("id") for element in body.iter() if element.get("id")}
    links = {link.get("href", "") for link in body.iter("a")}
    return _Writer({f"#{name}" for name in ids} & links).content(body)


def quoted(text: str) -> str:
    """Return the text as a string of Typst."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def called(word: str, *arguments: str) -> str:
    """Return a call of a word of paper.typ."""
    return f"{word}({','.join(arguments)})"


class _Writer:
    """Writes elements one after the other, with the spaces that a browser shows."""

    def __init__(self, targets: set[str]) -> None:
        self.targets = targets
        self.after_space = True

    def content(self, element: Element) -> str:
        """Return what stands in an element, as a block of code."""
        if element.tag in BLOCKS:
            self.after_space = True
        parts = [called("anchor", quoted(element.get("id")))] if self._is_target(element) else []
        parts += self._text(element.text)
        for child in element:
            if child.tag in BLOCKS or child.tag == "br":
                _trim(parts)
            if child.tag == "sup":
                _glue(parts, self._code(child))
            else:
                parts += self._element(child)
            parts += self._text(child.tail)
        if element.tag in BLOCKS:
            _trim(parts)
            self.after_space = True
        return "{" + ";".join(parts or ['""']) + "}"

    def _is_target(self, element: Element) -> bool:
        return f"#{element.get('id')}" in self.targets

    def _text(self, text: str | None) -> Iterator[str]:
        shown = SPACE.sub(" ", text or "")
        if self.after_space:
            shown = shown.removeprefix(" ")
        if shown:
            self.after_space = shown.endswith(" ")
            for place, part in enumerate(UNBROKEN.split(shown)):
                if part:
                    yield called("box", quoted(part)) if place % 2 else quoted(part)

    def _element(self, element: Element) -> Iterator[str]:
        is_comment = not isinstance(element.tag, str)
        if is_comment or element.tag in LEFT_OUT or "hidden" in element.attrib:
            return
        if element.tag == "br":
            self.after_space = True
            yield "linebreak()"
        else:
            yield _in_its_language(element, self._code(element))

    def _code(self, element: Element) -> str:
        if element.tag == "table":
            return self._table(element)
        if element.tag in ("ul", "ol"):
            name = "list" if element.tag == "ul" else "enum"
            items = element.iterchildren("li")
            return called(name, *(_in_its_language(item, self.content(item)) for item in items))
        if element.tag == "a":
            return self._link(element)
        if element.tag in ("h1", "h2", "h3") or element.get("role") == "heading":
            level = element.get("aria-level") or element.tag[1:]
            return called("heading", f"level: {level}", self.content(element))
        if "kb-row" in _classes(element):
            return called("row", *(self.content(column) for column in element))
        word = _word(element)
        content = self.content(element)
        return called(word, content) if word else content

    def _link(self, element: Element) -> str:
        target = element.get("href", "")
        content = self.content(element)
        if not target or (target.startswith("#") and target not in self.targets):
            return content
        return called("to", quoted(target), content)

    def _table(self, table: Element) -> str:
        shares = [column.get("style").strip("width: %") for column in table.iter("col")]
        code = [f"columns: ({''.join(f'{share}fr,' for share in shares)})"]
        for row in table.iter("tr"):
            cells = [self._cell(cell) for cell in row]
            cells += ["[]"] * (len(shares) - len(cells))
            is_head = row.getparent().tag == "thead"
            code += [called("table.header", *cells)] if is_head else cells
        return called("table", *code)

    def _cell(self, cell: Element) -> str:
        if cell.tag == "td" and GAP.match(cell.text_content()):
            return "blank"  # room for a hand
        content = _in_its_language(cell, self.content(cell))
        return called("strong", content) if cell.tag == "th" else content


def _glue(parts: list[str], sign: str) -> None:
    """Add the sign of a note so that it stays on the line of the word before it."""
    word: list[str] = []
    while parts and parts[-1].startswith(('"', "box(")):
        last = parts.pop()
        if last.startswith("box("):
            word.insert(0, last)
            continue
        start, space, end = last[1:-1].rpartition(" ")
        if end:
            word.insert(0, f'"{end}"')
        if space:
            parts.append(f'"{start}{space}"')
            break
    is_open = bool(parts) and not parts[-1].endswith(' "')
    if is_open:  # the word began in what stands before, such as a link
        parts.append("sym.wj")
    parts.append(called("box", "{" + ";".join([*word, sign]) + "}") if word else sign)


def _trim(parts: list[str]) -> None:
    if parts and parts[-1].endswith(' "'):
        parts[-1] = parts[-1][:-2] + '"'


def _in_its_language(element: Element, code: str) -> str:
    language = (element.get("lang") or "").partition("-")[0]
    return called("text", f"lang: {quoted(language)}", code) if language else code


def _classes(element: Element) -> list[str]:
    """Return the classes, the narrowest first; at last none, which every element has."""
    return [*reversed((element.get("class") or "").split()), ""]


def _word(element: Element) -> str:
    found = (WORDS.get((element.tag, name)) for name in _classes(element))
    return next(filter(None, found), "")
