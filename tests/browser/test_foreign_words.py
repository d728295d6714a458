"""The same for what scripts write: no English word in the rendered text of another language."""

import re

import pytest
from playwright.sync_api import Page

from tests.real import library
from tests.site.test_foreign_words import NAMED, ROMAN, WORD

pytestmark = pytest.mark.browser
PAGES = (
    "",
    "tools/work-status/kz/",
    "tools/dues-calculator/",
    "search/?q=glovo",
    "law/kz/joining/",
)
READ = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const said = [];
  while (walker.nextNode()) {
    const home = walker.currentNode.parentElement;
    const marked = home.closest("[lang]").lang !== document.documentElement.lang;
    if (!marked && !home.closest("script, style, code, [translate=no]")) {
      said.push(walker.currentNode.data);
    }
  }
  return said.join("\\n");
}"""
ADDRESS = re.compile(r"\S+:\d+/\S*|\S+\.(?:kz|kg|uz|org)\b")


@pytest.mark.parametrize("language", ["ru", "kk", "ky"])
@pytest.mark.parametrize("path", PAGES)
def test_what_scripts_write_is_in_the_language(
    pages: dict[str, Page], address: str, language: str, path: str
) -> None:
    page = pages["360-light"]
    page.goto(f"{address}{language}/{path}")
    if "?q=" in path:  # a tool is drawn while the page loads
        page.wait_for_selector("[data-search-state=done]")

    said = ADDRESS.sub(" ", page.evaluate(READ))
    words = {word for word in WORD.findall(said) if not ROMAN.fullmatch(word)}

    assert [] == sorted(words - NAMED - set(library().cyrillic.kept))
