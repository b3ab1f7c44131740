"""Citations in the browser: the words that are marked are the words that were cited."""

from pathlib import Path
from typing import Any

from tests.ui.browser.visit import ASKED, ask, settle


def test_the_highlighted_words_are_the_quote(page: Any, index: Path) -> None:
    from qa.desk import Newsdesk

    turn = ask(page, ASKED)
    assert "43,000 companies" in turn.locator(".nd-short").inner_text()
    mark = turn.locator(".nd-claims .nd-fig").first
    quote, start, end, article = (mark.get_attribute(f"data-{n}") for n in ("quote", "start", "end", "article"))
    mark.click()
    shown = settle(page, "#nd-sheet .nd-quote")
    with Newsdesk.open(index, create=False) as desk:
        text = desk.article(article).text
    assert shown.evaluate("e => e.textContent") == quote == text[int(start) : int(end)]
    assert page.locator("#nd-sheet .nd-quote .nd-figure").evaluate("e => e.textContent") == "43,000 companies"
    assert page.locator("#nd-sheet .nd-text").evaluate("e => e.textContent") == text
    top, height = shown.evaluate("e => [e.getBoundingClientRect().top, innerHeight]")
    assert 0 < top < height
    page.keyboard.press("Escape")
    assert page.locator("#nd-sheet").is_hidden()
    assert all(url.startswith((page.url.split("?")[0], "data:", "blob:")) for url in page.requests), page.requests


def test_every_citation_and_every_figure_of_an_answer_is_highlighted_exactly(page: Any) -> None:
    turn = ask(page, "What was the industrial added value of the Beijing-Tianjin-Hebei region?")
    assert turn.locator(".nd-disagree table").count() == 1
    assert turn.locator(".nd-disagree svg[role=img]").count() == 1
    assert turn.locator(".nd-plot circle, .nd-plot polygon").count() >= 4
    turn.locator(".nd-weigh summary").click()
    marks = turn.locator("[data-article]")
    assert marks.count() >= 4
    for at in range(marks.count()):
        marks.nth(at).click()
        quote = marks.nth(at).get_attribute("data-quote")
        page.wait_for_function(
            "q => document.querySelector('#nd-sheet-body:not([aria-busy]) .nd-quote')?.textContent === q", arg=quote
        )
    page.locator("#nd-sheet [data-step='1']").click()
    page.wait_for_function("() => /Citation \\d of \\d/.test(document.querySelector('#nd-where').textContent)")


def test_citations_are_stepped_through_by_keyboard(page: Any) -> None:
    turn = ask(page, "What was the industrial added value of the Beijing-Tianjin-Hebei region?")
    turn.locator("[data-article]").first.focus()
    page.keyboard.press("Enter")

    def shown(number: int) -> str:
        page.wait_for_function(
            "n => document.querySelector('#nd-sheet-body:not([aria-busy]) .nd-quote') && "
            "document.querySelector('#nd-where').textContent.startsWith(`Citation ${n} of`)",
            arg=number,
        )
        return str(page.locator("#nd-sheet .nd-quote").evaluate("e => e.textContent"))

    first = shown(1)
    page.keyboard.press("ArrowRight")
    second = shown(2)
    assert second != first
    page.keyboard.press("ArrowLeft")
    assert shown(1) == first
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.ariaLabel") == "Next citation"
    page.keyboard.press("Enter")
    assert shown(2) == second
    assert page.get_by_role("button", name="Previous citation").is_visible()
    page.keyboard.press("Escape")
    assert turn.locator("[data-article]").first.evaluate("e => e === document.activeElement")


def test_the_quote_shows_on_hover(page: Any) -> None:
    mark = ask(page, ASKED).locator(".nd-cite").first
    mark.hover()
    tip = settle(page, "#nd-tip:not([hidden])")
    assert tip.inner_text().strip() == mark.get_attribute("data-quote")
