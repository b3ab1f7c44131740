"""A server that is gone: it is said, nothing is lost, and the way back is one button."""

from pathlib import Path
from typing import Any

from tests.ui.browser.conftest import free_port, running
from tests.ui.browser.visit import ASKED, ask, opened, settle

DRAFT = "Who is the mayor of Tianjin?"


def test_a_lost_server_is_said_and_the_page_goes_on_where_it_was(browser: Any, index: Path, tmp_path: Path) -> None:
    port = free_port()
    context = browser.new_context()
    with running(index, port, tmp_path) as address:
        page = opened(context, address)
        ask(page, ASKED)
    page.locator("#nd-box textarea").fill(DRAFT)
    page.locator("#nd-ask").click()
    banner = settle(page, "#nd-lost:not([hidden])")
    assert "The server does not answer" in banner.inner_text()
    assert "undefined" not in page.inner_text("body")
    page.get_by_role("button", name="Try again").click()
    page.wait_for_function("() => document.querySelector('#nd-lost p').textContent.startsWith('Still no answer.')")
    page.locator("#nd-box textarea").fill(DRAFT)
    with running(index, port, tmp_path):
        page.wait_for_function("() => document.querySelector('#nd-lost')?.hidden")
        page.wait_for_function("() => document.querySelector('.nd-question') && !document.querySelector('.nd-pending')")
        settle(page, ".nd-turn:not(.nd-pending) .nd-short")
        assert page.locator(".nd-question").first.inner_text() == ASKED
        page.wait_for_function("d => document.querySelector('#nd-box textarea').value === d", arg=DRAFT)
        assert page.locator("#nd-lost").is_hidden()
    context.close()
