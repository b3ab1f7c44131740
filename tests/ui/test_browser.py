"""The real page in Debian's Chromium: what a reporter does with it, and what must never happen."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
    # A browser that is closed leaves its pipe to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"),
]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
]  # fmt: skip
# Milliseconds a wait may last: many times what it takes on an idle machine, for these tests run beside others.
PATIENCE = 60_000
ASKED = "How many companies has Hebei attracted?"
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


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the bundled articles, made by the command line."""
    folder = tmp_path_factory.mktemp("chat") / "index"
    samples = tmp_path_factory.mktemp("samples") / "news"
    shutil.copytree(ROOT / "ingest" / "samples", samples)
    code = "from qa.desk import Newsdesk; import sys; d = Newsdesk.open(sys.argv[1]); d.ingest(sys.argv[2]); d.close()"
    subprocess.run([sys.executable, "-c", code, str(folder), str(samples)], check=True, cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def site(index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running page."""
    port = free_port()
    log = (tmp_path_factory.mktemp("log") / "chat.log").open("w")
    env = {**os.environ, "GRADIO_TEMP_DIR": str(tmp_path_factory.mktemp("uploads"))}
    command = [sys.executable, "-c", "from ui.chat.app import main; main()", "--index", str(index), "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/"
    try:
        for _ in range(300):
            if _ready(address):
                break
            assert server.poll() is None, Path(log.name).read_text(encoding="utf-8")
            time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(10)
        log.close()


def _ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(address + "newsdesk-status", timeout=1) as reply:
            return b"ready" in reply.read()
    except OSError:
        return False


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, site: str) -> Iterator[Any]:
    """A visitor's page at desktop width; every request and every error of it is noted."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    visit = opened(context, site)
    yield visit
    assert visit.errors == []
    context.close()


def opened(context: Any, address: str) -> Any:
    context.set_default_timeout(PATIENCE)
    visit = context.new_page()
    visit.requests, visit.errors = [], []
    visit.on("request", lambda request: visit.requests.append(request.url))
    visit.on("pageerror", lambda error: visit.errors.append(str(error)))
    visit.on("dialog", lambda dialog: (visit.errors.append(dialog.message), dialog.dismiss()))
    visit.goto(address)
    visit.wait_for_selector("#nd-box textarea")
    return visit


def ask(page: Any, question: str) -> Any:
    """Ask by keyboard; return the turn that answers."""
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
    except playwright.TimeoutError:
        pytest.fail(f"no answer; in the box: {box.input_value()!r}; page: {page.inner_text('body')[:1500]}")
    return page.locator(".nd-turn").last


def tab(page: Any, name: str) -> None:
    page.get_by_role("tab", name=name).click()


def settle(page: Any, selector: str, count: int = 1) -> Any:
    page.wait_for_function("([s, n]) => document.querySelectorAll(s).length >= n", arg=[selector, count])
    return page.locator(selector)


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


def test_a_follow_up_is_understood_and_can_be_corrected(page: Any) -> None:
    ask(page, "What was the industrial added value of the region in 2023?")
    turn = ask(page, "And in 2022?")
    assert turn.locator(".nd-question").inner_text() == "And in 2022?"
    assert "region in 2022" in turn.locator(".nd-understood").inner_text()
    assert "2,511.44 billion yuan" in turn.locator(".nd-short").inner_text()
    turn.locator("[data-edit]").click()
    assert "region in 2022" in page.locator("#nd-box textarea").input_value()


def test_what_the_articles_do_not_say_is_said_plainly(page: Any) -> None:
    turn = ask(page, "How many penguins live in Hebei?")
    assert turn.locator(".nd-short").inner_text() == "The articles do not say."
    assert turn.locator(".nd-nearest, .nd-missing").count() >= 1


def test_keys_copy_and_share(page: Any) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    turn = ask(page, ASKED)
    page.locator("h1").first.click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.closest('#nd-box') !== null")
    page.keyboard.press("ArrowUp")
    assert page.locator("#nd-box textarea").input_value() == ASKED
    turn.locator("summary", has_text="Copy").click()
    turn.get_by_role("button", name="Footnotes").click()
    page.wait_for_function("() => document.querySelector('#nd-toast').textContent === 'Copied'")
    assert "[^1]: " in page.evaluate("navigator.clipboard.readText()")
    turn.get_by_role("button", name="Share link").click()
    page.wait_for_function("() => document.querySelector('#nd-toast').textContent === 'Link copied'")
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto(link)
    assert "43,000" in settle(page, ".nd-short").inner_text()


def test_the_quote_shows_on_hover(page: Any) -> None:
    mark = ask(page, ASKED).locator(".nd-cite").first
    mark.hover()
    tip = settle(page, "#nd-tip:not([hidden])")
    assert tip.inner_text().strip() == mark.get_attribute("data-quote")


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


def test_settings_are_kept_in_the_browser(browser: Any, site: str) -> None:
    context = browser.new_context()
    page = opened(context, site)
    page.get_by_role("button", name="Settings").click()
    page.locator("#nd-as-of textarea, #nd-as-of input").first.fill("2023-02-01")
    page.wait_for_timeout(1500)
    for pause in (600, 2_000, 6_000):  # the page takes the kept settings back a moment after it opens
        page.reload()
        page.wait_for_selector("#nd-box textarea")
        page.wait_for_timeout(pause)
        said = ask(page, ASKED).inner_text()
        if "2024" not in said:
            break
    assert "2024" not in said
    context.close()


def test_two_visitors_at_once_do_not_mix(browser: Any, site: str) -> None:
    contexts = [browser.new_context(), browser.new_context()]
    pages = [opened(context, site) for context in contexts]
    questions = [ASKED, "Who is the mayor of Tianjin?"]
    for page, question in zip(pages, questions, strict=True):
        page.locator("#nd-box textarea").fill(question)
    for page in pages:
        page.locator("#nd-ask").click()
    for page, question in zip(pages, questions, strict=True):
        settle(page, ".nd-turn:not(.nd-pending) .nd-short")
        assert page.locator(".nd-question").all_inner_texts() == [question]
    for context in contexts:
        context.close()


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
