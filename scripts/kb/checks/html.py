"""HTM01, HTM02: no raw HTML in a page but marks of language, and no code that could hide it."""

import re
from collections.abc import Iterator

from kb.model.library import Library
from kb.model.page import DIRECTIVE, INLINE_CODE, Page
from kb.model.problem import Problem

TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)(?P<end>>?)"
)
"""A tag, or what of it stands on the line: the rest could hold anything."""
ALLOWED = {"q", "span", "br"}
LANG_ONLY = re.compile(r"^\s*(?:lang=\"[a-z]{2,3}(?:-[A-Za-z]{4})?\")?\s*/?\s*$")
COMMENT = "<!--"
DECLARATION = re.compile(r"<(?P<sign>\?|!(?!--))")
KNOWN = (
    "remove it, or write one of these alone on its line: <!-- kb:cut -->,"
    " <!-- kb:open-questions -->, <!-- kb:seminar-questions -->, <!-- kb:tool can-join -->"
)
MARKDOWN = 'write Markdown; of HTML only <q lang="…">, <span lang="…"> and <br> are taken'
SCRIPT_ADDRESS = re.compile(
    r"(?:\]\(\s*<?|\]:\s*<?|\{[^{}]*=\s*[\"']?)\s*(?P<scheme>javascript|data|vbscript):",
    re.IGNORECASE,
)
"""In a link, in an address given further down, or in an attribute list."""
FENCE = re.compile(r"^[ \t]*(?:`{3}|~{3})")
EVENT = re.compile(r"\{[^{}]*\b(?P<event>on[a-z]+)\s*=", re.IGNORECASE)


def html_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each tag, comment, event or script address that a page may not hold."""
    del library
    for number, line in enumerate(page.plain, page.front_lines + 1):
        for match in TAG.finditer(line):
            if not _is_allowed(match):
                yield _htm01(page, number, f"raw HTML '{match[0][:40]}'")
        if COMMENT in line and not DIRECTIVE.match(line):
            yield _htm01(page, number, "a comment that the build does not know", KNOWN)
        if (found := DECLARATION.search(line)) is not None:
            yield _htm01(page, number, f"raw HTML '{line[found.start() :][:40]}'")
        if (found := SCRIPT_ADDRESS.search(line)) is not None:
            yield _htm01(page, number, f"the address '{found['scheme']}:…'")
        if (found := EVENT.search(line)) is not None:
            yield _htm01(page, number, f"the event '{found['event']}' in an attribute list")


def code_problems(library: Library, page: Page) -> Iterator[Problem]:
    """Yield a problem for each line of whose code Markdown may think otherwise than the checks."""
    del library
    fix = "write code between two backticks on one line: `make check`"
    for number, line in enumerate(page.lines, page.front_lines + 1):
        if ("`" in line or "~" in line) and (what := _code_problem(line)):
            yield Problem(page.file, number, "HTM02", what, fix)


def _code_problem(line: str) -> str:
    if FENCE.match(line):
        return "a block of code begins or ends"
    if "\\`" in line:
        return "a backslash stands before a backtick"
    return "a backtick has no partner on its line" if "`" in INLINE_CODE.sub("", line) else ""


def _is_allowed(tag: re.Match[str]) -> bool:
    is_known = tag["name"].lower() in ALLOWED and bool(tag["end"])
    return is_known and LANG_ONLY.match(tag["attributes"]) is not None


def _htm01(page: Page, line: int, what: str, fix: str = MARKDOWN) -> Problem:
    return Problem(page.file, line, "HTM01", f"{what} stands in the page", fix)
