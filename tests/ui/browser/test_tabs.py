"""The other tabs in the browser: the ledger and the evaluation."""

from pathlib import Path
from typing import Any

from tests.ui.browser.visit import settle, tab


def test_the_ledger_filters_plots_and_downloads(page: Any) -> None:
    tab(page, "Figures")
    settle(page, "#nd-ledger tbody tr", 20)
    page.locator("#nd-ledger-words textarea, #nd-ledger-words input").first.fill("industrial added value")
    page.wait_for_function("() => document.querySelectorAll('#nd-ledger tbody tr').length <= 4")
    settle(page, "#nd-timeline svg")
    page.locator("#nd-ledger [data-article]").first.click()
    assert settle(page, "#nd-sheet .nd-figure").count() == 1
    with page.expect_download() as download:
        page.locator("#nd-csv").click()
    assert Path(download.value.path()).read_text(encoding="utf-8-sig").startswith("figure,value,")


def test_a_question_set_runs_and_its_report_opens(page: Any) -> None:
    tab(page, "Evaluation")
    page.locator("#nd-set input").click()
    page.get_by_role("option", name="smoke").click()
    page.locator("#nd-run").click()
    link = settle(page, "#nd-eval-said a.nd-open")
    with page.context.expect_page() as report:
        link.click()
    report.value.wait_for_load_state()
    assert report.value.locator("h1").count() >= 1
