"""`kb spell`: what a translator should look at again."""

import pytest

from kb.checks import spelling
from kb.checks.spelling import NoDictionaryError, unknown_words
from kb.model.library import load
from tests.knowledge_base import KnowledgeBase

KY = "docs/ky/law/kg/joining.md"
RU = "docs/ru/law/kg/joining.md"


class TestSpelling:
    def test_a_word_that_begins_like_no_other_is_told(self, base: KnowledgeBase) -> None:
        base.replace(KY, "жарандар", "жарандар фштыклма")
        before = {found.word for found in unknown_words(load(base.root), "ky")}

        assert "фштыклма" in before

    def test_a_form_of_a_word_that_stands_elsewhere_is_passed_over(
        self, base: KnowledgeBase
    ) -> None:
        base.replace(KY, "жарандар", "жарандардын фштыклма фштыклманы")

        assert not [
            found for found in unknown_words(load(base.root), "ky") if found.word[:4] == "фшты"
        ]

    def test_a_word_of_another_language_is_none_of_ours(self, base: KnowledgeBase) -> None:
        base.replace(KY, "жарандар", 'жарандар <q lang="ru">фштыклма</q>')

        assert not [found for found in unknown_words(load(base.root), "ky") if "фшт" in found.word]

    def test_without_hunspell_it_says_so(
        self, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", "")

        with pytest.raises(NoDictionaryError, match=r"^hunspell$"):
            unknown_words(load(base.root), "ru")

    def test_a_slip_is_told_with_its_place(
        self, base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Hunspell itself is not asked here; it need not be on the machine."""
        monkeypatch.setattr(spelling, "_not_in_dictionary", lambda *_: ["профосюз"])
        base.replace(RU, "Страница отвечает", "Профосюз: страница профосюз отвечает")
        found = [str(one) for one in unknown_words(load(base.root), "ru")]

        assert [f"{RU}:12: профосюз (1)"] == found
