"""The page by keyboard alone."""

from typing import Any

import pytest

from tests.ui.browser.visit import ASKED, ask, settle, tab

IN_BOX = "() => document.activeElement.closest('#nd-box') !== null"


@pytest.mark.parametrize("name", ["Articles", "Figures", "Evaluation"])
def test_a_slash_goes_to_the_box_from_every_tab(page: Any, name: str) -> None:
    tab(page, name)
    page.locator("h1").first.click()
    page.keyboard.press("/")
    page.wait_for_function(IN_BOX)
    page.keyboard.type("a/b")
    assert page.locator("#nd-box textarea").input_value() == "a/b"


def test_escape_closes_one_thing_at_a_time(page: Any) -> None:
    turn = ask(page, ASKED)
    turn.locator(".nd-claims .nd-fig").first.click()
    settle(page, "#nd-sheet .nd-quote")
    turn.locator("summary", has_text="Copy").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert turn.locator("details.nd-copy[open]").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Copy"
    turn.locator(".nd-cite").first.hover()
    settle(page, "#nd-tip:not([hidden])")
    page.keyboard.press("Escape")
    assert page.locator("#nd-tip").is_hidden()
    assert page.locator("#nd-sheet").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#nd-sheet").is_hidden()


def test_arrows_move_in_the_copy_menu(page: Any) -> None:
    turn = ask(page, ASKED)
    turn.locator("summary", has_text="Copy").focus()
    seen = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Home", "End"):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.textContent"))
    kinds = ["Plain text", "Markdown", "Footnotes"]
    assert seen == [*kinds, kinds[0], kinds[2], kinds[0], kinds[2]]
