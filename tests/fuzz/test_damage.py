"""Files that anything may have happened to: named problem by problem, never a traceback.

`make fuzz` runs the same for ten minutes; what it finds is kept here as an `@example`.
"""

import os
import re
import time
from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config

from kb.model.languages import LANGUAGES
from kb.model.library import load
from kb.model.search_rules import NO_RULES
from kb.search.index import normalisers
from kb.site.made import markdown as made_markdown
from kb.site.made import paths
from tests.fuzz.damage import DAMAGE, Step, damaged
from tests.knowledge_base import FILES, KnowledgeBase
from tests.real import ROOT

MINUTES = float(os.environ.get("KB_FUZZ_MINUTES", "0"))
CONFIG = load_config(str(ROOT / "mkdocs.yml"))
RULES = "docs/_data/search/rules.json"
SAID = re.compile(r"(?:[^\n:]+:\d+: [A-Z]{2,3}\d\d \S[^\n]*\n    fix: \S[^\n]*\n)*")
PATHS = sorted(path for path in FILES if path.endswith((".md", ".yml")))
long_or_short = settings(
    max_examples=60,
    deadline=timedelta(seconds=20) if MINUTES else None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    derandomize=not MINUTES,
    database=None,
)


def markdown() -> Markdown:
    """Return a reader of Markdown as mkdocs.yml sets it up."""
    return Markdown(extensions=CONFIG.markdown_extensions, extension_configs=CONFIG.mdx_configs)


def again(test: Callable[..., None]) -> Callable[..., None]:
    """Return the test as one that is run anew, with other examples, until its minutes are over."""

    @wraps(test)
    def many(*args: object, **named: object) -> None:
        end = time.monotonic() + 60 * MINUTES
        test(*args, **named)
        while time.monotonic() < end:
            test(*args, **named)

    return many


@again
@long_or_short
@given(path=st.sampled_from(PATHS), steps=DAMAGE)
@example(path="docs/ky/law/kg/joining.md", steps=[("insert", 1.0, "!!! ")])
def test_damage_is_named_and_nothing_is_changed(
    base: KnowledgeBase, path: str, steps: list[Step]
) -> None:
    whole = (base.root / path).read_bytes()
    base.write(path, damaged(whole, steps))
    try:
        outcome = base.check()
        assert (outcome.complained, outcome.changed) == ("", ())
        assert outcome.code == (1 if outcome.said else 0)
        assert SAID.fullmatch(outcome.said)
    finally:
        base.write(path, whole)


@again
@long_or_short
@given(path=st.sampled_from([path for path in PATHS if path.endswith(".md")]), steps=DAMAGE)
def test_what_can_be_read_can_be_shown(base: KnowledgeBase, path: str, steps: list[Step]) -> None:
    for file in (ROOT / "docs" / "_data" / "interface").iterdir():
        base.write(f"docs/_data/interface/{file.name}", file.read_bytes())
    whole = (base.root / path).read_bytes()
    base.write(path, damaged(whole, steps))
    try:
        library = load(base.root)
        if not library.problems:
            for language in LANGUAGES:
                for made in paths(library):
                    text = made_markdown(library, language, made)
                    assert isinstance(markdown().convert(text), str)
    finally:
        base.write(path, whole)


@again
@long_or_short
@given(steps=DAMAGE)
@example(steps=[("insert", 0.3363292233242335, "---")])
def test_search_rules_are_read_or_refused(base: KnowledgeBase, steps: list[Step]) -> None:
    base.write(RULES, damaged((ROOT / RULES).read_bytes(), steps))
    library = load(base.root)

    told = "".join(f"{problem}\n" for problem in library.problems)
    assert SAID.fullmatch(told), told
    assert bool(told) == (library.search_rules is NO_RULES)
    for normaliser in normalisers(library).values():
        normaliser.stem("қызметкерлерімізге")
