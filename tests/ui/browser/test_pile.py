"""Articles put in and taken out in the browser, hostile ones too."""

from pathlib import Path
from typing import Any

from tests.ui.browser.visit import ask, settle, tab

HOSTILE = """---
title: 'Tolls <img src=x onerror="window.hacked=1"></title><script>window.hacked=2</script>${window.hacked=3}{{value}}'
publisher: '"><script>window.hacked=4</script>'
published: 2024-05-02
url: 'javascript:window.hacked=5'
---

The harbour of Glasport collected 731 tolls <script>window.hacked=6</script> in April 2024,
<b onclick="x">officials</b> said. </div></section><iframe src="javascript:parent.hacked=7"></iframe>
The ferry <svg onload="window.hacked=8"> sailed.
"""


def test_an_uploaded_article_answers_and_can_be_removed(page: Any, tmp_path: Path) -> None:
    article = tmp_path / "lighthouse.md"
    article.write_text(
        "---\ntitle: Lighthouse reopens\npublisher: Glasport Star\npublished: 2024-06-03\n---\n\n"
        "The Varnholm lighthouse drew 5,214 visitors in May 2024, the harbour office said.\n",
        encoding="utf-8",
    )
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 not really")
    tab(page, "Articles")
    page.locator("#nd-upload input[type=file]").set_input_files([str(article), str(broken)])
    said = settle(page, "#nd-pile-said .nd-done")
    assert "1 added" in said.inner_text()
    assert "broken.pdf" in page.locator("#nd-pile-said .nd-errors").inner_text()
    settle(page, "#nd-pile [data-article]", 6)
    tab(page, "Ask")
    turn = ask(page, "How many visitors did the Varnholm lighthouse draw in May 2024?")
    assert "5,214 visitors" in turn.locator(".nd-short").inner_text()
    tab(page, "Articles")
    row = page.locator("#nd-pile tr", has_text="Lighthouse reopens")
    row.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Keep it").click()
    assert row.count() == 1
    row.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Remove it").click()
    page.wait_for_function("() => document.querySelector('#nd-pile-said').textContent.includes('Removed')")
    page.wait_for_function("() => !document.querySelector('#nd-pile').textContent.includes('Lighthouse reopens')")
    tab(page, "Ask")
    assert "5,214" not in ask(page, "How many visitors did the Varnholm lighthouse draw in May 2024?").inner_text()


def test_pasted_text_goes_in(page: Any) -> None:
    tab(page, "Articles")
    page.get_by_role("button", name="Paste an article").click()
    page.locator("#nd-paste-text textarea").fill("The Orlow cannery packed 88,150 tins of herring in 2023.")
    page.locator("#nd-paste-title textarea, #nd-paste-title input").first.fill("Cannery")
    page.locator("#nd-paste-add").click()
    settle(page, "#nd-pile-said .nd-done")
    tab(page, "Ask")
    turn = ask(page, "How many tins of herring did the Orlow cannery pack in 2023?")
    assert "88,150 tins" in turn.locator(".nd-short").inner_text()


def test_a_path_is_no_address(page: Any) -> None:
    tab(page, "Articles")
    page.locator("#nd-address textarea, #nd-address input").first.fill("file:///etc/passwd")
    page.locator("#nd-fetch").click()
    assert "not a web address" in settle(page, "#nd-pile-said .nd-error").inner_text()


def test_a_hostile_article_is_text(page: Any, tmp_path: Path) -> None:
    name = 'a"><img src=x onerror=window.hacked=9>.md'
    (tmp_path / name).write_text(HOSTILE, encoding="utf-8")
    tab(page, "Articles")
    page.locator("#nd-upload input[type=file]").set_input_files(str(tmp_path / name))
    settle(page, "#nd-pile-said .nd-done")
    page.locator("#nd-pile [data-article]", has_text="Tolls").click()
    settle(page, "#nd-sheet .nd-article")
    tab(page, "Ask")
    turn = ask(
        page, "How many tolls did the harbour of Glasport collect in April 2024? <img src=x onerror=window.hacked=1>"
    )
    turn.locator("[data-article]").first.click()
    settle(page, "#nd-sheet .nd-quote")
    page.locator(".nd-cite").first.hover()
    tab(page, "Figures")
    page.locator("#nd-ledger-words textarea, #nd-ledger-words input").first.fill("tolls")
    settle(page, "#nd-ledger [data-article]")
    page.wait_for_timeout(300)
    assert page.evaluate("window.hacked") is None
    inside = "#nd-transcript, #nd-pile, #nd-ledger, #nd-sheet, #nd-timeline"
    assert page.locator(inside).locator("script, iframe, img, [onerror], [onload], [onclick]").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
