"""The page of a run in a real browser: filters, search, links, phone width, nothing fetched."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eval.reporting.report import report_page
from eval.reporting.results import evaluate
from tests.eval.making import asks, cite, declines, fig, says, words

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
    # A browser that is closed leaves its pipe to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"),
]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
HOSTILE = "<script>window.hacked=1</script><img src='http://example.invalid/x.png' onerror='window.hacked=2'>"


def make_page() -> str:
    questions = [
        asks("figure", (fig("318 ships", "318", "ship"),), question=f"How many ships? {HOSTILE}", id="ships"),
        asks("name", words("Ana Petrović"), question="Who is mayor?", id="mayor"),
        asks("unanswerable", None, question="How many trains?", id="trains"),
    ]
    long = "a-word-without-a-break-" * 30
    quoted = [cite(f"In May 318 ships called. {HOSTILE} {long}", source=f"news/{long}.md")]
    answers = {
        "ships": says("318 ships", citations=quoted) | {"ms": 4.0, "confidence": 0.9},
        "mayor": says("Ivan Kolev") | {"ms": 5.0, "confidence": 0.7},
        "trains": declines() | {"ms": 6.0, "confidence": 0.1},
    }
    return report_page(evaluate(questions, answers, {}, {"set": "set-1", "reader": "fake", "index": "0123"}))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(params=[1280, 375], ids=["desktop", "phone"])
def page(browser: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The opened page; afterwards: nothing fetched, no error, no script of an article run, nothing wider than it."""
    file = tmp_path / "report.html"
    file.write_text(make_page(), encoding="utf-8")
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    context.set_default_timeout(10_000)
    opened, fetched, errors = context.new_page(), [], []
    opened.on("request", lambda asked: fetched.append(asked.url))
    opened.on("console", lambda message: errors.append(message.text))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(file.as_uri())
    yield opened
    assert [url for url in fetched if not url.startswith(("file:", "data:"))] == []
    assert errors == []
    assert opened.evaluate("window.hacked") is None
    assert opened.evaluate("document.documentElement.scrollWidth") <= request.param
    context.close()


def shown(page: Any) -> list[str]:
    return [row.get_attribute("id") for row in page.locator(".row:visible").all()]


def test_filters_and_search_narrow_the_list(page: Any) -> None:
    assert shown(page) == ["q-ships", "q-mayor", "q-trains"]
    page.select_option("select[data-field=grade]", "any error")
    assert shown(page) == ["q-mayor"]
    page.select_option("select[data-field=grade]", "correct")
    page.select_option("select[data-field=kind]", "unanswerable")
    assert shown(page) == ["q-trains"]
    page.click("#clear")
    page.fill("#words", "petrovic MAYOR")
    assert shown(page) == ["q-mayor"]
    assert page.inner_text("#count") == "1 of 3"
    page.fill("#words", "nothing like it")
    assert shown(page) == []


def test_a_verdict_leads_to_its_questions_and_to_its_meaning(page: Any) -> None:
    page.click("a[data-filter]:has-text('wrong value')")
    assert shown(page) == ["q-mayor"]
    assert "grade=wrong" in page.url
    page.reload()
    assert shown(page) == ["q-mayor"]
    page.click("#q-mayor summary")
    page.click("#q-mayor .inside a[href='#verdict-wrong-value']")
    assert page.locator("#verdict-wrong-value").is_visible()


def test_a_question_opens_on_its_cited_words(page: Any) -> None:
    page.click("#q-ships summary")
    assert page.inner_text("#q-ships mark").startswith("In May 318 ships called. <script>")
