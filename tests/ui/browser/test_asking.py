"""Asking in the browser: keys, copies, links, settings, two visitors."""

from typing import Any

from tests.ui.browser.visit import ASKED, ask, opened, settle


def test_a_follow_up_is_understood_and_can_be_corrected(page: Any) -> None:
    ask(page, "What was the industrial added value of the region in 2023?")
    turn = ask(page, "And in 2022?")
    assert turn.locator(".nd-question").inner_text() == "And in 2022?"
    assert "region in 2022" in turn.locator(".nd-understood").inner_text()
    assert "2,511.44 billion yuan" in turn.locator(".nd-short").inner_text()
    turn.get_by_role("button", name="Correct it").click()
    assert "region in 2022" in turn.locator(".nd-edit textarea").input_value()
    turn.locator(".nd-edit textarea").press("Escape")
    assert turn.locator(".nd-question").inner_text() == "And in 2022?"


def test_what_the_articles_do_not_say_is_said_plainly(page: Any) -> None:
    turn = ask(page, "How many penguins live in Hebei?")
    assert turn.locator(".nd-short").inner_text() == "The articles do not say."
    assert turn.locator(".nd-nearest, .nd-missing").count() >= 1


def test_keys_copy_and_share(page: Any) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    turn = ask(page, ASKED)
    page.locator("h1").first.click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.closest('#nd-box') !== null")
    page.keyboard.press("ArrowUp")
    assert page.locator("#nd-box textarea").input_value() == ASKED
    turn.locator("summary", has_text="Copy").click()
    turn.get_by_role("button", name="Footnotes").click()
    page.wait_for_function("() => document.querySelector('#nd-toast').textContent === 'Copied as footnotes'")
    assert "[^1]: " in page.evaluate("navigator.clipboard.readText()")
    turn.get_by_role("button", name="Share link").click()
    page.wait_for_function("() => document.querySelector('#nd-toast').textContent === 'Link copied'")
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto(link)
    assert "43,000" in settle(page, ".nd-short").inner_text()


def test_settings_are_kept_in_the_browser(browser: Any, site: str) -> None:
    context = browser.new_context()
    page = opened(context, site)
    page.locator("#nd-settings button").first.click()
    page.locator("#nd-as-of textarea, #nd-as-of input").first.fill("2023-02-01")
    page.keyboard.press("Tab")
    chip = "() => (document.querySelector('.nd-chip')?.innerText || '').includes('2023')"
    page.wait_for_function(chip)
    page.reload()
    page.wait_for_function(chip)
    said = ask(page, ASKED).inner_text()
    assert "2024" not in said
    context.close()


def test_two_visitors_at_once_do_not_mix(browser: Any, site: str) -> None:
    contexts = [browser.new_context(), browser.new_context()]
    pages = [opened(context, site) for context in contexts]
    questions = [ASKED, "Who is the mayor of Tianjin?"]
    for page, question in zip(pages, questions, strict=True):
        page.locator("#nd-box textarea").fill(question)
    for page in pages:
        page.locator("#nd-ask").click()
    for page, question in zip(pages, questions, strict=True):
        settle(page, ".nd-turn:not(.nd-pending) .nd-short")
        assert page.locator(".nd-question").all_inner_texts() == [question]
    for context in contexts:
        context.close()
