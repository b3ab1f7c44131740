"""An answer is flagged as wrong: by keyboard, with a mark that stays, and a row that eval grades."""

import json
from pathlib import Path
from typing import Any

from tests.ui.browser.visit import ASKED, ask, opened, settle


def flag(page: Any, turn: Any, right: str = "", unknown: bool = False) -> None:
    """Fill in the form by keyboard alone, and wait for the mark."""
    turn.get_by_role("button", name="Wrong?").focus()
    page.keyboard.press("Enter")
    settle(page, ".nd-flag textarea")
    page.keyboard.type(right)
    page.keyboard.press("Tab")
    if unknown:
        page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    turn.locator(".nd-flag").wait_for(state="detached")
    turn.locator(".nd-flagged").wait_for()


def rows(index: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (index / "flagged.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_flagged_answer_is_a_row_that_eval_grades(page: Any, index: Path) -> None:
    from eval.running.answerer import DeskSource
    from eval.running.batch import run_questions
    from eval.running.run import grade_set

    right = ask(page, ASKED)
    flag(page, right, "about 43,000 companies")
    wrong = ask(page, "Who is the mayor of Tianjin?")
    flag(page, wrong, unknown=True)
    wrong = ask(page, "How many companies has Hebei attracted in all?")
    flag(page, wrong, "44,000 companies")
    assert [row["kind"] for row in rows(index)] == ["figure", "unanswerable", "figure"]
    file = index / "flagged.jsonl"
    results = grade_set(file, lambda out: run_questions(file, out, DeskSource(str(index), "extractive")), None, {})
    verdicts = [row["grade"] for row in results["questions"]]
    assert verdicts[0] == "correct"
    assert verdicts[2] == "wrong value"


def test_the_mark_stays_and_the_form_goes_with_escape(page: Any, index: Path) -> None:
    turn = ask(page, ASKED)
    turn.get_by_role("button", name="Wrong?").click()
    page.keyboard.press("Escape")
    assert turn.locator(".nd-flag").count() == 0
    assert page.evaluate("document.activeElement.classList.contains('nd-wrong')")
    flag(page, turn, "42,000 companies")
    flag(page, turn, "41,000 companies")
    assert [row["expected"][0]["value"] for row in rows(index) if row["question"] == ASKED] == ["41000"]
    ask(page, "And Tianjin?")
    assert page.locator(".nd-turn").first.locator(".nd-flagged").count() == 1
    page.wait_for_function("() => newsdesk.store.list()[0].turns.length === 2")
    page.reload()
    settle(page, ".nd-turn", 2)
    assert page.locator(".nd-flagged").count() == 1


def test_two_visitors_flag_at_once(browser: Any, site: str, index: Path) -> None:
    contexts = [browser.new_context(), browser.new_context()]
    pages = [opened(context, site) for context in contexts]
    questions = ["How many schools have opened in Xiong'an?", "How many industrial parks are there?"]
    turns = [ask(page, question) for page, question in zip(pages, questions, strict=True)]
    for page, turn in zip(pages, turns, strict=True):
        flag(page, turn, unknown=True)
    assert {row["question"] for row in rows(index)} >= set(questions)
    for context in contexts:
        context.close()
