"""What may be asked next: it comes after the answer, one press asks it, and it comes back with the conversation."""

from typing import Any

from tests.ui.browser.visit import ask, settle

ASKED = "What was the industrial added value of the Beijing-Tianjin-Hebei region in 2023?"


def test_a_follow_up_is_offered_and_pressed(page: Any) -> None:
    turn = ask(page, ASKED)
    button = settle(page, ".nd-onward button").first
    assert button.inner_text() == "And in 2022?"
    assert "2.43 trillion yuan" in turn.locator(".nd-short").inner_text()
    page.wait_for_function("() => newsdesk.store.list()[0].turns[0].token.includes('And in 2022?')")
    page.reload()
    settle(page, ".nd-onward button").first.click()
    page.wait_for_function("() => document.querySelectorAll('.nd-turn:not(.nd-pending)').length === 2")
    last = page.locator(".nd-turn").last
    assert "2,511.44 billion yuan" in last.locator(".nd-short").inner_text()
    assert last.locator(".nd-question").inner_text() == ASKED.replace("2023", "2022")
    settle(page, ".nd-turn:last-child .nd-onward button")
    assert not page.locator(".nd-turn").first.locator(".nd-onward").is_visible()


def test_an_answer_without_a_figure_has_none(page: Any) -> None:
    ask(page, "Who is the mayor of Tianjin?")
    page.wait_for_timeout(1500)
    assert page.locator(".nd-onward").count() == 0
