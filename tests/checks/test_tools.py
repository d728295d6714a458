"""TOL01-TOL07: what an editor of a tool is told."""

import pytest

from tests.knowledge_base import EVIDENCE, PAGE, KnowledgeBase, problem, told

TOOL = "docs/_data/tools/can-join.yml"
TOOL_PAGE = "docs/en/tools/can-join.md"
TWICE = "give one of the two another id, or remove it"
YAML = "quote a value that has a colon, a # or a quote sign; indent with spaces"
PAGE_TEXT = """---
title: May she join?
description: Two questions and an answer.
kind: tool
countries: [kg]
checked: 2026-11-02
check_by: 2027-05-02
---

# May she join? { #top }

<!-- kb:tool can-join -->
"""
TEXT = """id: can-join
kind: walk
start: age
steps:
  - id: age
    country: kg
    question: {en: Is she 14?, ru: Ей 14?}
    why:
      - text: {en: Article 2 begins at 14.}
        facts: [kg-union-who-may-join]
    answers:
      - {id: "yes", text: {en: "Yes"}, next: may}
      - {id: "no", text: {en: "No"}, next: may-not}
outcomes:
  - id: may
    country: kg
    verdict: charter
    parts:
      - kind: law
        text: {en: She may join under the charter.}
        facts: [kg-union-who-may-join]
        see: [law/kg/joining#dues]
  - id: may-not
    country: kg
    verdict: "no"
    parts:
      - kind: answer
        text: {en: Not by this article.}
        facts: [kg-union-who-may-join]
"""
FIRST = """steps:
  - id: first
    country: null
    question: {en: Where does she work?}
    answers:
      - {id: kg, text: {en: Kyrgyzstan}, next: age}"""
PLAN = "docs/_data/tools/plan.yml"
PLAN_TEXT = """id: plan
kind: builder
folder: start
parts:
  - {id: grounds, label: {en: The law}, section: law}
  - {id: money, label: {en: Money}, section: null}
"""


@pytest.fixture
def tool(base: KnowledgeBase) -> KnowledgeBase:
    """Return the small knowledge base with one tool, and no problem."""
    base.write(TOOL, TEXT)
    base.write(TOOL_PAGE, PAGE_TEXT)
    assert 0 == base.check().code
    return base


CASES = [
    pytest.param(
        "facts: [kg-union-who-may-join]\n    answers",
        "facts: [kg-union-who-my-join]\n    answers",
        10,
        "TOL01 fact 'kg-union-who-my-join' is not in docs/_data/evidence/",
        "did you mean 'kg-union-who-may-join'? Correct the id, or add the fact with its source "
        "and pinpoint",
        id="unknown fact",
    ),
    pytest.param(
        "start: age",
        "start: age\n# a line more",
        None,
        "",
        "",
        id="nothing",
    ),
    pytest.param(
        "        facts: [kg-union-who-may-join]\n        see",
        "        see",
        15,
        "TOL04 'She may join under the charter.' states law without a fact",
        "name the fact, or say in the sentence that it is our advice or view",
        id="law without a fact",
    ),
    pytest.param(
        "        see: [law/kg",
        "        since: 2021-01-02\n        see: [law/kg",
        15,
        "TOL03 no fact of 'She may join under the charter.' names the day 2021-01-02",
        "take the day from the fact or its law, or name the fact that says it",
        id="day out of the air",
    ),
    pytest.param(
        "joining#dues",
        "joining#due",
        15,
        "TOL05 the reader is sent to 'law/kg/joining#due', which is not there",
        "name a page, and a section that it has",
        id="no section",
    ),
    pytest.param(
        "        see: [law/kg",
        "        when: presnt\n        see: [law/kg",
        15,
        "TOL07 'She may join under the charter.' waits for 'presnt', which no answer in kg leaves",
        "name the mark of an answer; present, unsure and nothing are marks of signs",
        id="a mark that nobody leaves",
    ),
    pytest.param(
        "        see: [law/kg",
        "        when: present\n        see: [law/kg",
        15,
        "TOL07 'She may join under the charter.' waits for 'present', which no answer in kg leaves",
        "name the mark of an answer; present, unsure and nothing are marks of signs",
        id="a mark of signs where no sign is asked for",
    ),
    pytest.param(
        "start: age",
        "start: may",
        1,
        "TOL02 the tool starts at 'may', which is no question",
        "name the first step",
        id="no question at the beginning",
    ),
    pytest.param(
        '- {id: "no", text',
        '- {id: "yes", text',
        13,
        "DAT03 'yes' stands already in docs/_data/tools/can-join.yml:12",
        TWICE,
        id="an answer twice",
    ),
    pytest.param(
        "  - id: may-not",
        "  - id: age",
        23,
        "DAT03 'age' stands already in docs/_data/tools/can-join.yml:5",
        TWICE,
        id="an outcome with the id of a step",
    ),
    pytest.param(
        "id: can-join",
        "id: can-joint",
        1,
        "DAT02 'id': the tool is 'can-joint', its file 'can-join'",
        "give the tool the name of its file",
        id="another name than its file",
    ),
    pytest.param(
        "Ей 14?",
        "Ей eщё 14?",
        7,
        "LNG01 the word 'eщё' mixes Latin and Cyrillic letters",
        "type it again in one alphabet, or part a name from its ending with a hyphen: Glovo-да",
        id="letters",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "what", "fix"), CASES)
def test_one_thing_to_mend(
    tool: KnowledgeBase, old: str, new: str, line: int | None, what: str, fix: str
) -> None:
    tool.replace(TOOL, old, new)

    if line is None:
        assert 0 == tool.check().code
    else:
        assert told(problem(TOOL, line, what, fix)) == tool.check()


def test_an_answer_that_leads_nowhere_and_an_outcome_that_nothing_reaches(
    tool: KnowledgeBase,
) -> None:
    tool.replace(TOOL, "next: may-not", "next: perhaps")

    nowhere = "TOL02 the answer 'no' leads to 'perhaps', which is not there"
    assert (
        told(
            problem(TOOL, 5, nowhere, "name a step or an outcome"),
            problem(TOOL, 23, "TOL02 no way leads to 'may-not'", "lead an answer to it"),
        )
        == tool.check()
    )


def test_an_answer_that_leads_into_another_country(tool: KnowledgeBase) -> None:
    """Each country has a page of its own, on which the next question would not stand."""
    tool.replace(TOOL, "  - id: may\n    country: kg", "  - id: may\n    country: uz")

    stray = "TOL02 the answer 'yes' leads to 'may', which is not about kg"
    other = "TOL05 a sentence about uz rests on 'kg-union-who-may-join' of kg"
    assert (
        told(
            problem(TOOL, 5, stray, "lead it to a step or an outcome of the same country"),
            problem(TOOL, 15, other, "name a fact of that country, or move the sentence"),
        )
        == tool.check()
    )


def test_a_second_question_for_all_countries(tool: KnowledgeBase) -> None:
    """Only the first question stands before the countries part."""
    tool.replace(TOOL, "start: age", "start: first")
    tool.replace(TOOL, "steps:", FIRST)
    tool.replace(TOOL, "country: kg", "country: null")

    stray = "TOL02 the answer 'kg' leads to 'age', which is not about one country"
    fix = "lead it to a step or an outcome of the same country"
    assert problem(TOOL, 5, stray, fix) in tool.check().said


def test_two_files_with_one_tool(tool: KnowledgeBase) -> None:
    """The second would take the place of the first, unseen."""
    tool.write("docs/_data/tools/copy.yml", TEXT)

    what = "DAT02 'id': the tool is 'can-join', its file 'copy'"
    fix = "give the tool the name of its file"
    assert told(problem("docs/_data/tools/copy.yml", 1, what, fix)) == tool.check()


def test_a_plan_that_cannot_be_filled(base: KnowledgeBase) -> None:
    page = PAGE_TEXT.replace("can-join", "plan")
    base.write("docs/en/tools/plan.md", page)
    base.write(PLAN, PLAN_TEXT)
    assert 0 == base.check().code

    base.replace(PLAN, "section: law", "section: laws")

    what = "TOL07 the part 'grounds' waits for 'laws', a section that no page of start has"
    assert (
        told(problem(PLAN, 5, what, "name a section of these pages, or write null")) == base.check()
    )


def test_questions_that_go_round_in_a_circle(tool: KnowledgeBase) -> None:
    """An endless walk would never let the reader go."""
    tool.replace(TOOL, "next: may-not", "next: age")

    circle = "TOL02 the questions go round in a circle at 'age'"
    assert (
        told(
            problem(TOOL, 5, circle, "let answers lead onward"),
            problem(TOOL, 23, "TOL02 no way leads to 'may-not'", "lead an answer to it"),
        )
        == tool.check()
    )


def test_a_page_that_asks_for_another_tool(tool: KnowledgeBase) -> None:
    tool.replace(TOOL_PAGE, "kb:tool can-join", "kb:tool can-join2")

    assert (
        told(
            problem(
                TOOL_PAGE,
                12,
                "TOL06 there is no tool 'can-join2'",
                "name a file of docs/_data/tools/ without its ending",
            )
        )
        == tool.check()
    )


def test_facts_of_a_file_that_cannot_be_read_are_not_missing(tool: KnowledgeBase) -> None:
    """Else an editor would be told to rename facts that are there."""
    tool.replace(TOOL, "        see: [law/kg", "        since: 2004-08-04\n        see: [law/kg")
    tool.replace(EVIDENCE, "facts:", "facts: x")

    what = "DAT01 this is not YAML: mapping values are not allowed in this context"
    broken = problem(EVIDENCE, 19, what, YAML)
    assert told(broken) == tool.check()


def test_a_tool_that_cannot_be_read_is_not_missing(tool: KnowledgeBase) -> None:
    tool.replace(TOOL, "start: age", "start: age: 14")

    what = "DAT01 this is not YAML: mapping values are not allowed in this context"
    assert told(problem(TOOL, 3, what, YAML)) == tool.check()


def test_a_tool_with_a_field_too_many_is_not_missing(tool: KnowledgeBase) -> None:
    tool.replace(TOOL, "start: age", "start: age\nscore: 5")

    fix = "see docs/_data/evidence/SCHEMA.md and docs/en/about/contribute.md for the fields"
    assert told(problem(TOOL, 4, "DAT02 'score': there is no such field", fix)) == tool.check()


@pytest.mark.parametrize("path", [TOOL_PAGE, PAGE])
def test_a_page_that_cannot_be_read_is_not_missing(tool: KnowledgeBase, path: str) -> None:
    """It is the page of the tool, or one to which the tool sends its reader."""
    tool.write(path, "")

    what = "FIL05 the file is empty"
    assert told(problem(path, 1, what, "write it, or remove it")) == tool.check()


def test_a_tool_without_a_page(tool: KnowledgeBase) -> None:
    (tool.root / TOOL_PAGE).unlink()

    what = "TOL06 there is no page docs/en/tools/can-join.md"
    assert told(problem(TOOL, 1, what, "write it")) == tool.check()


def test_who_rests_on_a_fact_names_the_steps_of_tools(tool: KnowledgeBase) -> None:
    done = tool.run("depends", "kg-union-who-may-join")

    assert f"{TOOL}:10: kg-union-who-may-join: Article 2 begins at 14." in done.said.splitlines()


@pytest.mark.parametrize(
    ("russian", "what"),
    [
        ("Ей 15?", "the numbers of 'Is she 14?' lack 14 and have 15 that the English has not"),
        ("Ей есть?", "the numbers of 'Is she 14?' lack 14"),
    ],
)
def test_a_translation_with_other_figures_is_told(
    tool: KnowledgeBase, russian: str, what: str
) -> None:
    tool.replace(TOOL, "ru: Ей 14?", f"ru: {russian}")

    fix = "write the figures of the English, as the language writes them"
    assert told(problem(TOOL, 7, f"TRN04 {what}", fix)) == tool.check()
