"""TRN01-TRN04: a translation has its source's shape and figures, and says what it was made from."""

import pytest

from tests.knowledge_base import PAGE, KnowledgeBase, problem, told

KY = "docs/ky/law/kg/joining.md"
RECORDS = "docs/_data/translations/ky.yml"
SHAPE = "bring the section into the shape of the English one, in number and order"
REMOVE = "remove the section from the record, or restore it in the page"

SHAPES = [
    pytest.param(
        "[^kg-union-who-may-join]",
        "",
        16,
        "the facts of 'who-may-join' lack kg-union-who-may-join",
        id="a fact lacks",
    ),
    pytest.param(
        "кире алат.[^",
        "кире алат.[^kg-union-join-index-2024][^",
        16,
        "the facts of 'who-may-join' have kg-union-join-index-2024 that the English has not",
        id="a fact too many",
    ),
    pytest.param(
        "[уюштуруучунун жолун](../../start/organiser.md#top)",
        "уюштуруучунун жолун",
        24,
        "the links of 'dues' lack ../../start/organiser.md#top",
        id="a link lacks",
    ),
    pytest.param(
        "organiser.md#top",
        "organiser.md#law",
        24,
        "the links of 'dues' lack ../../start/organiser.md#top"
        " and have ../../start/organiser.md#law that the English has not",
        id="another link",
    ),
    pytest.param(
        "!!! danger",
        "!!! warning",
        16,
        "the boxes of 'who-may-join' lack danger and have warning that the English has not",
        id="another box",
    ),
    pytest.param(
        "{ #dues }\n",
        "{ #dues }\n\n<!-- kb:cut -->\n",
        24,
        "the comments of 'dues' have <!-- kb:cut --> that the English has not",
        id="a line at which to cut",
    ),
    pytest.param(
        "- Мүчөлүк акыны устав белгилейт.\n",
        "",
        24,
        "the list items and table rows of 'dues' lack item",
        id="an item lacks",
    ),
    pytest.param(
        "- Мүчөлүк акыны",
        "| а | б |\n- Мүчөлүк акыны",
        24,
        "the list items and table rows of 'dues' have row of 2 that the English has not",
        id="a row too many",
    ),
    pytest.param(
        "{ #dues }\n",
        "{ #dues }\n\n### Базарда { #dues-market }\n",
        24,
        "the headings of 'dues' have dues-market that the English has not",
        id="an H3 too many",
    ),
    pytest.param(
        "![Үч кадам: суроо, уставды окуу, кол коюу](../../../images/steps.svg)",
        "Үч кадам.",
        9,
        "the links of 'top' lack ../../../images/steps.svg",
        id="an image lacks",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "what"), SHAPES)
def test_a_translation_of_another_shape_is_told(
    base: KnowledgeBase, old: str, new: str, line: int, what: str
) -> None:
    base.replace(KY, old, new)

    assert told(problem(KY, line, f"TRN02 {what}", SHAPE)) == base.check()


def test_a_box_of_which_only_the_signs_are_typed_is_told(base: KnowledgeBase) -> None:
    base.replace(KY, "Укуктук индекс", "!!! \n\nУкуктук индекс")

    kinds = "note: ground in law; tip: what to say; warning: what not to promise"
    fix = f"take one of {kinds}; danger: risk to the worker"
    assert told(problem(KY, 19, "BOX01 there is no box ''", fix)) == base.check()


def test_a_stale_section_may_have_another_shape(base: KnowledgeBase) -> None:
    """The translator is told by the notice; a second complaint would not help."""
    base.replace(PAGE, "A legal index says no for 2024.[^kg-union-join-index-2024]\n", "")

    assert base.check().code == 0


class TestIds:
    def test_an_id_that_differs_between_languages_is_told(self, base: KnowledgeBase) -> None:
        base.replace(KY, "{ #dues }", "{ #fees }")

        expected = [
            problem(RECORDS, 4, "TRN01 ky/law/kg/joining has no section 'dues'", REMOVE),
            problem(KY, 24, "TRN02 the English page has no section 'fees'", SHAPE),
        ]
        assert told(*expected) == base.check()

    def test_sections_in_another_order_are_told(self, base: KnowledgeBase) -> None:
        head, second, third = base.read(KY).split("\n## ")
        base.write(KY, f"{head}\n## {third}\n## {second}")

        what = "TRN02 the sections do not stand in the order of the English page"
        fix = "put them into this order: top, who-may-join, dues"
        assert told(problem(KY, 1, what, fix)) == base.check()

    def test_a_page_under_a_name_that_no_english_page_has_is_told(
        self, base: KnowledgeBase
    ) -> None:
        base.write("docs/ky/law/kg/join-us.md", base.read(KY))

        what = "TRN02 there is no English page docs/en/law/kg/join-us.md"
        fix = "give it the name of the English page, or write that page first"
        assert told(problem("docs/ky/law/kg/join-us.md", 1, what, fix)) == base.check()


class TestRecords:
    def test_a_section_without_a_record_is_told(self, base: KnowledgeBase) -> None:
        text = base.read(RECORDS)
        base.write(RECORDS, text.partition("      dues:")[0])

        what = "TRN01 no record says from which wording 'dues' was made"
        fix = "run: kb accept ky law/kg/joining#dues"
        assert told(problem(KY, 24, what, fix)) == base.check()

    def test_a_record_of_a_page_that_is_gone_is_told(self, base: KnowledgeBase) -> None:
        (base.root / KY).unlink()

        what = "TRN01 there is no page docs/ky/law/kg/joining.md"
        fix = "remove the record, or restore the page"
        assert told(problem(RECORDS, 4, what, fix)) == base.check()

    @pytest.mark.parametrize(
        ("old", "new"),
        [("read: null", "read: 2026-11-02"), ("reader: null", "reader: Айгүл")],
    )
    def test_a_reading_has_a_day_and_a_reader(
        self, base: KnowledgeBase, old: str, new: str
    ) -> None:
        """No page claims that a person read it whom nobody could ask."""
        base.replace(RECORDS, old, new)

        what = "TRN03 ky/law/kg/joining does not say both when it was read and by whom"
        fix = "write the day into 'read' and who read it into 'reader', or null into both"
        assert told(problem(RECORDS, 4, what, fix)) == base.check()

    def test_a_broken_file_of_records_is_told_once(self, base: KnowledgeBase) -> None:
        base.replace(RECORDS, "pages:", "pages: x")

        what = "DAT01 this is not YAML: mapping values are not allowed in this context"
        fix = "quote a value that has a colon, a # or a quote sign; indent with spaces"
        assert told(problem(RECORDS, 4, what, fix)) == base.check()


FIGURES = "write the figures of the English, as the language writes them"


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (
            "15 жаштан",
            "the numbers of 'who-may-join' lack 14 and have 15 that the English has not",
        ),
        (
            "2026-жылдын май айынан 14 жаштан",
            "the numbers of 'who-may-join' have 2026 that the English has not",
        ),
    ],
)
def test_a_translation_has_the_figures_of_its_source(
    base: KnowledgeBase, wrong: str, what: str
) -> None:
    base.replace(KY, "14 жаштан", wrong)

    assert problem(KY, 16, f"TRN04 {what}", FIGURES) in base.check().said


def test_a_month_that_the_source_does_not_name_is_told(base: KnowledgeBase) -> None:
    base.replace(KY, "14 жаштан", "14-майдан")
    what = "the months of 'who-may-join' have May that the English has not"

    assert told(problem(KY, 16, f"TRN04 {what}", FIGURES)) == base.check()
