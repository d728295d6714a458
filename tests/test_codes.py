"""Every code that a check can say is explained to editors, and no other is."""

import re
from collections import Counter

from tests.real import ROOT

IN_CODE = re.compile(r"\"(?P<code>[A-Z]{2,3}\d\d)\"")
EXPLAINED = re.compile(r"^- `(?P<code>[A-Z]{2,3}\d\d)` (?P<text>\S.*)$", re.MULTILINE)


def explained() -> list[str]:
    text = (ROOT / "docs/en/about/contribute.md").read_text(encoding="utf-8")
    return [match["code"] for match in EXPLAINED.finditer(text)]


def said() -> set[str]:
    modules = (ROOT / "scripts/kb").rglob("*.py")
    texts = [module.read_text(encoding="utf-8") for module in modules]
    return {match["code"] for text in texts for match in IN_CODE.finditer(text)}


def test_every_code_is_explained_and_every_explained_code_is_said() -> None:
    assert sorted(said()) == sorted(set(explained()))


def test_no_code_is_explained_twice() -> None:
    """A code that is used again would mean two things in old messages."""
    assert [] == [code for code, times in Counter(explained()).items() if times > 1]
