"""A page that remembers: conversations come back, are found, renamed, deleted, saved; a question is changed."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ui.browser.conftest import free_port, running
from tests.ui.browser.visit import ASKED, opened, settle
from tests.ui.browser.visit import ask as ask_alone

OTHER = "Who is the mayor of Tianjin?"
HARM = "<img src=x onerror='window.hacked=1'>"


def ask(page: Any, question: str) -> Any:
    """Ask, and wait until the answer is in the browser's store."""
    turn = ask_alone(page, question)
    page.wait_for_function(
        "q => newsdesk.store.read(newsdesk.store.open() ?? '')?.turns.at(-1)?.question === q", arg=question
    )
    return turn


def talks(page: Any) -> Any:
    """Open the list of conversations."""
    page.get_by_role("button", name="Conversations").click()
    return page.locator("#nd-talks")


def close(page: Any) -> None:
    page.locator("#nd-talks").get_by_role("button", name="Close").click()


def back(page: Any, count: int) -> list[str]:
    """Return the questions that are there once so many turns have come back."""
    settle(page, ".nd-turn", count)
    return list(page.locator(".nd-question").all_inner_texts())


def test_a_conversation_outlives_reload_and_server(browser: Any, index: Path, tmp_path: Path) -> None:
    port = free_port()
    context = browser.new_context()
    with running(index, port, tmp_path) as address:
        page = opened(context, address)
        short = ask(page, ASKED).locator(".nd-short").inner_text()
        page.reload()
        assert back(page, 1) == [ASKED]
    with running(index, port, tmp_path):
        page.reload()
        assert back(page, 1) == [ASKED]
        assert page.locator(".nd-short").inner_text() == short
        assert ask(page, OTHER).get_attribute("data-turn") == "2"
        page.locator(".nd-cite").first.click()
        settle(page, "#nd-sheet .nd-quote")
    assert page.errors == []
    context.close()


def test_conversations_are_found_opened_renamed_and_deleted(page: Any) -> None:
    ask(page, ASKED)
    page.get_by_role("button", name="New conversation").click()
    settle(page, ".nd-welcome")
    ask(page, OTHER)
    rows = talks(page).locator("#nd-talks-list li")
    settle(page, "#nd-talks-list li", 2)
    page.locator("#nd-talks-find").fill("43,000")
    assert rows.locator(".nd-link").all_inner_texts() == [ASKED]
    rows.get_by_role("button", name="Rename").click()
    field = rows.get_by_role("textbox", name="New name")
    field.fill(f"{HARM} companies")
    field.press("Enter")
    assert rows.locator(".nd-link").all_inner_texts() == [f"{HARM} companies"]
    rows.locator(".nd-link").click()
    page.wait_for_function("q => document.querySelector('.nd-question')?.textContent === q", arg=ASKED)
    talks(page)
    rows.last.get_by_role("button", name="Delete").click()
    assert rows.count() == 2
    rows.last.get_by_role("button", name="Delete for good").click()
    assert rows.count() == 1
    assert page.evaluate("window.hacked") is None
    close(page)


def test_a_question_is_changed_in_its_place(page: Any) -> None:
    ask(page, OTHER)
    ask(page, "How many penguins live in Hebei?")
    turn = page.locator(".nd-turn").first
    turn.get_by_role("button", name="Edit question").click()
    turn.locator(".nd-edit textarea").fill(ASKED)
    turn.locator(".nd-edit textarea").press("Enter")
    page.wait_for_function("q => newsdesk.store.list()[0].turns[0].question === q", arg=ASKED)
    assert back(page, 2) == [ASKED, "How many penguins live in Hebei?"]
    assert page.locator(".nd-stale").count() == 1
    page.reload()
    assert back(page, 2) == [ASKED, "How many penguins live in Hebei?"]


def test_a_conversation_is_saved_with_its_questions(page: Any) -> None:
    ask(page, ASKED)
    shown = talks(page)
    with page.expect_download() as download:
        shown.get_by_role("button", name="Markdown").click()
    assert f"## {ASKED}" in Path(download.value.path()).read_text(encoding="utf-8")
    with page.expect_download() as download:
        shown.get_by_role("button", name="Word").click()
    assert download.value.suggested_filename == "conversation.docx"
    close(page)
    page.emulate_media(media="print")
    assert page.locator(".nd-print").is_visible()
    assert page.locator("#nd-compose").is_hidden()
    page.emulate_media(media="screen")
    assert page.locator(".nd-print").is_hidden()


def test_what_another_wrote_into_the_store_is_never_markup(page: Any) -> None:
    ask(page, ASKED)
    page.evaluate(
        """harm => {
            const key = Object.keys(localStorage).find((name) => name.startsWith("newsdesk-talk-"));
            const kept = JSON.parse(localStorage.getItem(key));
            const token = kept.turns[0].token.replace('"html":"', `"html":${JSON.stringify(harm).slice(0, -1)}`);
            kept.turns = [{...kept.turns[0], token}, {number: 2, question: harm, token: harm, html: harm}];
            localStorage.setItem(key, JSON.stringify(kept));
            localStorage.setItem("newsdesk-talk-broken", "{");
        }""",
        HARM,
    )
    page.reload()
    assert back(page, 2) == [ASKED, HARM]
    assert page.locator(".nd-failed").count() == 2
    talks(page)
    assert page.evaluate("window.hacked") is None
    assert page.locator("#nd-transcript img, #nd-talks img").count() == 0
    close(page)


def test_the_oldest_conversations_go_first(page: Any) -> None:
    ask(page, ASKED)
    big = {"title": "big", "when": 1, "turns": [{"number": 1, "question": "q", "token": "x" * 2_900_000}]}
    page.evaluate("text => localStorage.setItem('newsdesk-talk-old', text)", json.dumps(big))
    ask(page, "Timeline")
    ask(page, "Timeline")
    page.wait_for_function("() => localStorage.getItem('newsdesk-talk-old') === null")
    assert page.evaluate("newsdesk.store.list().length") == 1


@pytest.mark.parametrize("width", [390, 320])
def test_the_head_of_the_page_fits_a_phone(browser: Any, site: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 640})
    page = opened(context, site)
    for button in page.locator(".nd-header button").all():
        box = button.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    context.close()


def test_axe_finds_nothing_in_the_list(page: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    ask(page, ASKED).get_by_role("button", name="Edit question").click()
    talks(page)
    assert [fault["id"] for fault in axe.Axe().run(page).response["violations"]] == []
    close(page)
