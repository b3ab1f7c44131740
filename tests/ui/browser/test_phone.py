"""Narrow screens: every table can be read without scrolling sideways, every tab can be reached."""

from typing import Any

import pytest

from tests.ui.browser.visit import ask, opened, tab

TABS = ("Ask", "Articles", "Figures", "Evaluation")
OVER = """width => [...document.querySelectorAll('.nd-table td, .nd-chip, .nd-actions button')]
    .filter((el) => el.checkVisibility() && el.getBoundingClientRect().right > width + 1).length"""


@pytest.mark.parametrize("width", [390, 320])
def test_tables_and_tabs_fit_a_phone(browser: Any, site: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = opened(context, site)
    ask(page, "What was the industrial added value of the Beijing-Tianjin-Hebei region?")
    turn = ask(page, "Timeline")
    cell = turn.locator("td").first
    assert cell.evaluate("e => getComputedStyle(e, '::before').content") == '"When"'
    for name in TABS:
        tab(page, name)
        page.wait_for_timeout(600)
        assert page.get_by_role("tab", name=name).get_attribute("aria-selected") == "true"
        assert page.evaluate(OVER, width) == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.errors == []
    context.close()


def test_axe_finds_nothing_on_a_phone(browser: Any, site: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    context = browser.new_context(viewport={"width": 390, "height": 740})
    page = opened(context, site)
    ask(page, "What was the industrial added value of the Beijing-Tianjin-Hebei region?")
    found = [(f["id"], f["nodes"][0]["html"][:120]) for f in axe.Axe().run(page).response["violations"]]
    assert found == []
    context.close()
