"""Markdown as plain words: for notices, the ledger and search."""

import html
import posixpath
import re
from functools import lru_cache
from pathlib import PurePosixPath

from kb.model.page import CITATION, LINK

ATTRIBUTES = re.compile(r"[ \t]*\{[^{}\n]*\}[ \t]*$")
LEAD_SIGNS = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+|\d+[.)][ \t]+|>[ \t]?|!!!.*$)?")
EMPHASIS = re.compile(r"(?P<signs>\*\*|__|\*|(?<!\w)_(?!_))(?P<text>.+?)(?P=signs)")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->")
MARKED = re.compile(r"<(?P<tag>q|span) lang=\"[^\"]*\">.*?</(?P=tag)>")
"""Words that are marked with their own language."""
MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]<>^~|]")
BOX = re.compile(r"^[ \t]*!!![ \t]+\w+[ \t]+\"(?P<title>[^\"]*)\"")


def plain(line: str) -> str:
    """Return a line of Markdown as words alone, without citations, marks and tags."""
    if (box := BOX.match(line)) is not None:
        return box["title"]
    if "[^" in line:
        line = CITATION.sub("", line)
    if "{" in line:
        line = ATTRIBUTES.sub("", line)
    line = LEAD_SIGNS.sub("", line, count=1)
    if "](" in line:
        line = LINK.sub(lambda link: link["text"], line)
    if "<" in line:
        line = TAG.sub("", line)
    if "*" in line or "_" in line:
        for _ in range(2):  # emphasis inside emphasis
            line = EMPHASIS.sub(lambda match: match["text"], line)
    return html.unescape(" ".join(line.replace("|", " ").replace("`", "").split()))


def literal(text: str) -> str:
    """Return *text* for a Markdown paragraph in which no sign of it means anything."""
    escaped = html.escape(text, quote=False)
    return MARKDOWN_SIGNS.sub(
        lambda sign: f"&#{ord(sign[0])};", escaped.replace("&", "\0")
    ).replace("\0", "&")


def relative_link(from_path: str, to_path: str, anchor: str = "") -> str:
    """Return the Markdown target from one page of a language to another.

    >>> relative_link("law/kz/joining", "evidence/kz", "kz-labour-code")
    '../../evidence/kz.md#kz-labour-code'
    """
    here = PurePosixPath(from_path).parent
    there = PurePosixPath(f"{to_path}.md")
    shared = 0
    for mine, yours in zip(here.parts, there.parts[:-1], strict=False):
        if mine != yours:
            break
        shared += 1
    steps = [".."] * (len(here.parts) - shared)
    target = "/".join([*steps, *there.parts[shared:]])
    return f"{target}#{anchor}" if anchor else target


def linked_page(from_path: str, target: str) -> str | None:
    """Return the page to which a Markdown target leads; None where that is no page of a language.

    >>> linked_page("law/kz/joining", "../../evidence/kz.md")
    'evidence/kz'
    """
    if not target.endswith(".md") or target.startswith("/"):
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(from_path), target))
    return None if path.startswith("..") else path.removesuffix(".md")


@lru_cache(maxsize=10_000)
def relative_address(from_path: str, to_path: str, anchor: str = "") -> str:
    """Return the address from one built page of a language to another.

    >>> relative_address("law/kz/joining", "evidence/kz", "kz-labour-code")
    '../../../evidence/kz/#kz-labour-code'
    """
    up = "../" * _folder(from_path).count("/")
    target = up + _folder(to_path) or "./"
    return f"{target}#{anchor}" if anchor else target


def _folder(path: str) -> str:
    """Return the folder in which a page's index.html is built, with a slash behind each part."""
    folder = path.removesuffix("index")
    return folder if not folder or folder.endswith("/") else f"{folder}/"
