"""How the page looks: on a phone, in the dark, to axe."""

from typing import Any

import pytest

from tests.ui.browser.visit import ASKED, ask, opened, settle, tab


def test_on_a_phone_the_article_is_a_sheet_from_below(browser: Any, site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = opened(context, site)
    ask(page, ASKED).locator(".nd-short-link").click()
    settle(page, "#nd-sheet .nd-quote")
    page.wait_for_timeout(300)
    box = page.locator("#nd-sheet").bounding_box()
    assert box["x"] == 0
    assert box["width"] == 390
    assert 100 < box["y"] < 500
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    quote = page.locator(".nd-quote").bounding_box()
    assert box["y"] < quote["y"] < 844
    context.close()


def test_dark_is_kept(browser: Any, site: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = opened(context, site)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Light or dark").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    page.reload()
    page.wait_for_selector("#nd-box textarea")
    page.wait_for_function("() => document.body.classList.contains('dark')")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, site: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 860})
    page = opened(context, site)
    found = {}
    turn = ask(page, "What was the industrial added value of the Beijing-Tianjin-Hebei region?")
    turn.locator(".nd-weigh summary").click()
    turn.locator(".nd-cite").first.click()
    settle(page, "#nd-sheet .nd-quote")
    # In the dark only the colours are others.
    rules = {"runOnly": ["color-contrast"]} if scheme == "dark" else None
    for name in ("Ask", "Articles", "Figures", "Evaluation"):
        tab(page, name)
        page.wait_for_timeout(400)
        for fault in axe.Axe().run(page, options=rules).response["violations"]:
            found[f"{name}: {fault['id']}"] = [node["html"][:160] for node in fault["nodes"]][:4]
        page.keyboard.press("Escape")
    assert found == {}
    context.close()
