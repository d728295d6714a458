"""On a phone no word of a table is parted between lines."""

import pytest
from playwright.sync_api import Browser

from kb.model.languages import EDITIONS
from tests.browser.conftest import SITE

PARTED = r"""() => {
  const parted = [];
  for (const cell of document.querySelectorAll("main th, main td")) {
    const head = cell.closest("thead");
    if (!cell.getClientRects().length || (head && getComputedStyle(head).position === "absolute")) {
      continue; // heads of cards stand in the cells
    }
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const word of texts.currentNode.data.matchAll(/[\p{L}\p{M}ʻʼ]+/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top)));
        if (lines.size > 1) {
          parted.push(word[0]);
        }
      }
    }
  }
  return parted;
}"""
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_word_of_a_table_is_parted(browser: Browser, address: str, edition: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, service_workers="block")
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    found = {}
    for file in sorted((SITE / edition).rglob("index.html")):
        if "<table" in file.read_text(encoding="utf-8"):
            place = file.parent.relative_to(SITE).as_posix()
            page.goto(f"{address}{place}/")
            found[place] = page.evaluate(PARTED)
    context.close()

    assert found
    assert {} == {place: words for place, words in found.items() if words}
