"""What has to be in view after a long answer: the question box, and the head of the answer."""

from typing import Any

import pytest

from tests.ui.browser.visit import ASKED, ask, opened

BOX = "#nd-compose"


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (1024, 768), (390, 800)])
def test_the_box_and_the_head_of_a_long_answer_are_in_view(browser: Any, site: str, width: int, height: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": height})
    page = opened(context, site)
    ask(page, ASKED)
    turn = ask(page, "Timeline")
    assert turn.bounding_box()["height"] > height / 2
    page.wait_for_timeout(300)
    box, head = page.locator(BOX).bounding_box(), turn.locator(".nd-question").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height
    assert head["y"] >= 0
    assert head["y"] + head["height"] < box["y"]
    page.mouse.wheel(0, 4000)
    page.wait_for_timeout(300)
    assert page.locator(BOX).bounding_box()["y"] + box["height"] <= height
    context.close()
