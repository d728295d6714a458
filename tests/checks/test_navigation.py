"""NAV01: every page has its place in the navigation."""

import pytest

from tests.knowledge_base import PAGE, KnowledgeBase, problem, told

MKDOCS = "mkdocs.yml"
TEXT = """site_url: !ENV [KB_URL, "http://127.0.0.1:8000/"]

nav:
  - Start: start/organiser.md
  - Law:
      - law/kg/joining.md
      - Sources:
          - glossary.md
          - evidence/kg.md
# what comes after the pages

plugins:
  - kb: !ENV [KB_POLICY, true]
"""


@pytest.fixture
def navigated(base: KnowledgeBase) -> KnowledgeBase:
    """Return the small knowledge base with a navigation, and no problem."""
    base.write(MKDOCS, TEXT)
    assert 0 == base.check().code
    return base


def test_a_page_that_is_not_in_the_navigation_is_told(navigated: KnowledgeBase) -> None:
    """The build ends at it, and names neither a line nor what to do."""
    navigated.write("docs/en/law/kg/dues.md", navigated.read(PAGE))

    fix = "write law/kg/dues.md below 'nav' in mkdocs.yml, where readers should find it"
    what = "NAV01 the page is not in the navigation"
    assert told(problem("docs/en/law/kg/dues.md", 1, what, fix)) == navigated.check()


def test_a_page_that_only_the_navigation_knows_is_told(navigated: KnowledgeBase) -> None:
    navigated.replace(MKDOCS, "joining.md\n", "joining.md\n      - law/kg/leaving.md\n")

    what = "NAV01 the navigation names 'law/kg/leaving.md', which does not exist"
    fix = "correct the path, or remove the line"
    assert told(problem(MKDOCS, 7, what, fix)) == navigated.check()


def test_a_page_that_cannot_be_read_is_not_told_twice(navigated: KnowledgeBase) -> None:
    navigated.write("docs/en/start/organiser.md", "")

    assert "NAV01" not in navigated.check().said


def test_a_navigation_that_cannot_be_read_is_told(navigated: KnowledgeBase) -> None:
    navigated.replace(MKDOCS, "- Law:", "- Law: a: b")

    what = "DAT01 this is not YAML: mapping values are not allowed in this context"
    fix = "quote a value that has a colon, a # or a quote sign; indent with spaces"
    assert told(problem(MKDOCS, 5, what, fix)) == navigated.check()


def test_without_a_navigation_nothing_is_told(navigated: KnowledgeBase) -> None:
    """MkDocs then makes one of all pages."""
    navigated.write(MKDOCS, TEXT.partition("nav:")[0])
    navigated.write("docs/en/law/kg/dues.md", navigated.read(PAGE))

    assert 0 == navigated.check().code
