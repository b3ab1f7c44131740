"""What a visitor does on the page: open it, ask, go to a tab, wait for something to be there."""

from typing import Any

import pytest

# Milliseconds a wait may last: many times what it takes on an idle machine, for these tests run beside others.
PATIENCE = 60_000
ASKED = "How many companies has Hebei attracted?"


def opened(context: Any, address: str) -> Any:
    """Open the page; every request and every error of it is noted."""
    context.set_default_timeout(PATIENCE)
    visit = context.new_page()
    visit.requests, visit.errors = [], []
    visit.on("request", lambda request: visit.requests.append(request.url))
    visit.on("pageerror", lambda error: visit.errors.append(str(error)))
    visit.on("dialog", lambda dialog: (visit.errors.append(dialog.message), dialog.dismiss()))
    visit.goto(address)
    visit.wait_for_selector("#nd-box textarea")
    visit.wait_for_selector(".nd-welcome, .nd-turn")  # the kept settings have been taken back
    return visit


def ask(page: Any, question: str) -> Any:
    """Ask by keyboard; return the turn that answers."""
    from playwright.sync_api import TimeoutError

    before = page.locator(".nd-turn:not(.nd-pending)").count()
    box = page.locator("#nd-box textarea")
    box.fill(question)
    box.press("Enter")
    try:
        page.wait_for_function(
            "n => document.querySelectorAll('.nd-turn').length > n && !document.querySelector('.nd-pending')",
            arg=before,
            timeout=PATIENCE,  # the first question loads the reader, on a busy machine too
        )
    except TimeoutError:
        pytest.fail(f"no answer; in the box: {box.input_value()!r}; page: {page.inner_text('body')[:1500]}")
    return page.locator(".nd-turn").last


def tab(page: Any, name: str) -> None:
    page.get_by_role("tab", name=name).click()


def settle(page: Any, selector: str, count: int = 1) -> Any:
    page.wait_for_function("([s, n]) => document.querySelectorAll(s).length >= n", arg=[selector, count])
    return page.locator(selector)
