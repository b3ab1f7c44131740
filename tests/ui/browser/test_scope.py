"""What is searched is in sight beside the question box, under each answer, and in each link."""

from typing import Any

from tests.ui.browser.visit import ASKED, ask, opened, settle, tab

WORDS = "articles until 1 February 2023, undated left out"


def chip(page: Any, words: str) -> None:
    page.wait_for_function("w => document.querySelector('.nd-chip')?.textContent === `Searched: ${w}`", arg=words)


def test_the_chip_the_answer_and_the_link_say_what_is_searched(browser: Any, site: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(context, site)
    chip(page, "all 5 articles")
    page.locator(".nd-chip").click()
    page.wait_for_function("() => document.activeElement.closest('#nd-as-of') !== null")
    page.keyboard.type("2023-02-01")
    page.get_by_label("Leave out undated articles").check()
    chip(page, WORDS)
    turn = ask(page, ASKED)
    assert turn.locator(".nd-scope").inner_text() == f"Searched: {WORDS}"
    share = turn.get_by_role("button", name="Share link")
    share.click()
    page.wait_for_function("() => document.querySelector('#nd-toast').textContent === 'Link copied'")
    toast, button = (
        page.locator("#nd-toast").bounding_box(),
        turn.get_by_role("button", name="Share link").bounding_box(),
    )
    assert abs(toast["y"] + toast["height"] - button["y"]) < 40
    link = page.evaluate("navigator.clipboard.readText()")
    other = browser.new_context()
    visit = opened(other, link)
    assert settle(visit, ".nd-turn:not(.nd-pending) .nd-scope").inner_text() == f"Searched: {WORDS}"
    chip(visit, WORDS)
    visit.reload()
    chip(visit, "all 5 articles")
    assert page.errors == visit.errors == []
    other.close()
    context.close()


def test_a_day_that_is_none_is_said_on_the_chip(page: Any) -> None:
    page.locator(".nd-chip").click()
    page.wait_for_function("() => document.activeElement.closest('#nd-as-of') !== null")
    page.keyboard.type("7.3.2024")
    page.keyboard.press("Tab")
    page.wait_for_function("() => document.querySelector('.nd-chip').textContent.includes('is not a day')")
    tab(page, "Articles")
    tab(page, "Ask")
    assert "is not a day" in page.locator(".nd-chip").inner_text()
