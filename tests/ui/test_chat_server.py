"""The running page without a browser: loading, API, users, strange hosts, restart."""

import asyncio
import importlib.util
import json
import logging
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import SettingError
from ui.chat.auth import add_user
from ui.chat.server import Guard, LoadingPage, hosts_for, listen, worth_saying

ROOT = Path(__file__).parents[2]
ARTICLE = """---
title: Trams return
publisher: Glasport Star
published: 2024-06-03
---

The city of Glasport bought 48 trams in 2023, the mayor said. The trams cost 95 million euros.
"""
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


def get(address: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=5) as reply:
            return reply.status, reply.read().decode(), {k.lower(): v for k, v in reply.headers.items()}
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), dict(error.headers.items())


@contextmanager
def served(folder: Path, *words: str, heard: set[str] | None = None) -> Iterator[tuple[str, float]]:
    """Run the page; yield its address and the seconds until something answered there; put in `heard` what it says."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    code = "from ui.chat.app import main; main()"
    command = [sys.executable, "-c", code, "--index", str(folder / "index"), "--port", str(port), *words]
    log = (folder / "chat.log").open("w")
    env = {**os.environ, "GRADIO_TEMP_DIR": str(folder / "uploads")}
    began, first = time.monotonic(), 0.0
    server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
    try:
        for _ in range(600):
            try:
                status = json.loads(get(address + "newsdesk-status")[1])
                first = first or time.monotonic() - began
                if heard is not None:
                    heard.add(status["says"])
                if status["page"]:
                    break
            except OSError:
                assert server.poll() is None, (folder / "chat.log").read_text(encoding="utf-8")
            time.sleep(0.05)
        yield address, first
    finally:
        server.terminate()
        server.wait(10)
        log.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from qa.desk import Newsdesk

    made = tmp_path_factory.mktemp("served")
    (made / "trams.md").write_text(ARTICLE, encoding="utf-8")
    with Newsdesk.open(made / "index") as desk:
        desk.ingest([made / "trams.md"])
    return made


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[tuple[str, float]]:
    with served(folder) as found:
        yield found


def client(address: str, **settings: Any) -> Any:
    gradio_client = pytest.importorskip("gradio_client")
    return gradio_client.Client(address, verbose=False, analytics_enabled=False, **settings)


def test_something_answers_within_three_seconds(site: tuple[str, float]) -> None:
    assert site[1] < 3.0


def test_the_page_has_a_title_our_script_and_nothing_of_others(site: tuple[str, float]) -> None:
    status, html, headers = get(site[0])
    assert status == 200
    assert "newsdesk.view" in html
    assert "og:image" not in html
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"
    config = json.loads(get(site[0] + "config")[1])
    assert config["title"] == "newsdesk"
    assert config["footer_links"] == []
    assert config["analytics_enabled"] is False


def test_only_what_takes_time_waits_in_the_queue(site: tuple[str, float]) -> None:
    """What answers at once is asked for directly: a question is lost that joins the queue as its last reply leaves."""
    events = json.loads(get(site[0] + "config")[1])["dependencies"]
    queued = [e for e in events if e["queue"] is not False and e["backend_fn"] and e["api_visibility"] == "private"]
    assert queued
    assert all(e["types"]["generator"] or "remove" in str(e["targets"]) for e in queued), queued


def test_the_endpoints_are_named_documented_and_answer(site: tuple[str, float]) -> None:
    desk = client(site[0])
    described = desk.view_api(return_format="dict")["named_endpoints"]
    assert sorted(described) == ["/articles", "/ask", "/search"]
    answer = desk.predict("How many trams did Glasport buy in 2023?", api_name="/ask")
    assert answer["short"] == "48 trams"
    cited = answer["citations"][0]
    assert ARTICLE.find(cited["quote"]) >= 0
    again = desk.predict("What did they cost?", "", 8, [answer["question"]], api_name="/ask")
    assert again["understood"]
    assert desk.predict("trams", 3, api_name="/search")[0]["title"] == "Trams return"
    assert desk.predict(api_name="/articles")[0]["publisher"] == "Glasport Star"


def test_the_example_of_the_documentation_runs(site: tuple[str, float], capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "docs" / "chat.md").read_text(encoding="utf-8")
    code = re.findall(r"```python\n(.*?)```", text, re.DOTALL)[0]
    code = code.replace("http://127.0.0.1:7860/", site[0]).replace(
        "companies has Hebei attracted", "trams did Glasport buy"
    )
    exec(compile(code, "docs/chat.md", "exec"), {})
    assert "48 trams" in capsys.readouterr().out


def test_health_says_ready_and_how_many_articles(site: tuple[str, float]) -> None:
    for _ in range(600):
        status, said, _ = get(site[0] + "health")
        if status == 200:
            break
        assert (status, json.loads(said)) == (503, {"status": "loading"})
        time.sleep(0.1)
    assert json.loads(said) == {"status": "ready", "articles": 1}
    assert get(site[0] + "metrics")[0] == 404


def test_metrics_count_what_is_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSDESK_METRICS", "1")
    with served(folder) as (address, _):
        client(address).predict("How many trams did Glasport buy in 2023?", api_name="/ask")
        with pytest.raises(Exception, match="the question is empty"):
            client(address).predict("???", api_name="/ask")
        status, text, headers = get(address + "metrics")
    assert status == 200
    assert headers["content-type"].startswith("text/plain; version=0.0.4")
    assert "\nnewsdesk_questions_total 2\n" in text
    assert "\nnewsdesk_question_errors_total 1\n" in text
    assert "\nnewsdesk_articles 1\n" in text


def test_mcp_without_its_package_is_said_in_one_line(folder: Path) -> None:
    if importlib.util.find_spec("mcp"):
        pytest.skip("the package is installed here")
    command = [sys.executable, "-m", "ui.cli.main", "chat", "--index", str(folder / "index"), "--port", "0", "--mcp"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode != 0
    assert "gradio[mcp]" in ended.stderr


def called(address: str, *calls: tuple[str, dict[str, Any]]) -> tuple[list[str], list[Any]]:
    """Return the names of the MCP tools, and the result of each call."""
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async def go() -> tuple[list[str], list[Any]]:
        async with (
            streamable_http_client(address + "gradio_api/mcp/") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = (await session.list_tools()).tools
            return sorted(t.name for t in tools), [await session.call_tool(*call) for call in calls]

    return asyncio.run(go())


def test_mcp_tools_answer_in_json(folder: Path) -> None:
    pytest.importorskip("mcp", reason="the extra is not installed: pip install 'gradio[mcp]'")
    with served(folder, "--mcp") as (address, _):
        calls: list[tuple[str, dict[str, Any]]] = [
            ("ask", {"question": "How many trams did Glasport buy in 2023?"}),
            ("search", {"query": "trams", "k": 3}),
            ("articles", {}),
            ("ask", {"question": "???"}),
        ]
        names, (answer, hits, pile, wrong) = called(address, *calls)
    assert names == ["articles", "ask", "search"]
    found = json.loads(answer.content[0].text)
    assert (found["short"], found["abstained"], found["missing"]) == ("48 trams", False, None)
    assert found["citations"][0]["quote"] in ARTICLE
    assert json.loads(hits.content[0].text)[0]["title"] == "Trams return"
    assert json.loads(pile.content[0].text)[0]["publisher"] == "Glasport Star"
    assert wrong.isError
    assert "the question is empty" in wrong.content[0].text


def test_mcp_tools_answer_nobody_where_there_are_users(folder: Path) -> None:
    pytest.importorskip("mcp", reason="the extra is not installed: pip install 'gradio[mcp]'")
    add_user(folder / "mcp-users.json", "ann", "correct horse")
    with served(folder, "--mcp", "--auth", str(folder / "mcp-users.json")) as (address, _):
        _, (refused,) = called(address, ("ask", {"question": "How many trams did Glasport buy in 2023?"}))
    assert refused.isError
    assert "credentials" in refused.content[0].text


def test_a_bad_question_is_an_error_in_one_line(site: tuple[str, float]) -> None:
    with pytest.raises(Exception, match="the question is empty"):
        client(site[0]).predict("???", api_name="/ask")


def test_a_strange_host_is_refused(site: tuple[str, float]) -> None:
    assert get(site[0], Host="evil.example")[0] == 421
    assert get(site[0], Host="localhost")[0] == 200


def test_files_of_the_machine_are_not_served(site: tuple[str, float], folder: Path) -> None:
    for path in ("/etc/passwd", str(folder / "trams.md"), str(folder / "index" / "news.sqlite")):
        assert get(f"{site[0]}gradio_api/file={path}")[0] in (403, 404)
    assert get(site[0] + "newsdesk-report/unknown")[0] == 404


def test_only_users_come_in(folder: Path) -> None:
    add_user(folder / "users.json", "ann", "correct horse")
    with served(folder, "--auth", str(folder / "users.json")) as (address, _):
        assert get(address + "config")[0] == 401
        answer = client(address, auth=("ann", "correct horse")).predict(
            "How many trams did Glasport buy?", api_name="/ask"
        )
        assert answer["short"] == "48 trams"
        with pytest.raises(Exception, match=r"(?i)credentials|login|401|auth"):
            client(address, auth=("ann", "wrong horse")).predict("x", api_name="/ask")


def test_the_loading_page_answers_at_once_and_hands_over() -> None:
    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    loading = LoadingPage(listening)
    loading.start()
    status, html, _ = get(f"http://127.0.0.1:{port}/")
    assert status == 200
    assert "Loading" in html
    loading.say("3 so far")
    assert json.loads(get(f"http://127.0.0.1:{port}/newsdesk-status")[1]) == {"page": False, "says": "3 so far"}
    assert get(f"http://127.0.0.1:{port}/gradio_api/info")[0] == 503
    status, said, _ = get(f"http://127.0.0.1:{port}/health")
    assert (status, json.loads(said)) == (503, {"status": "loading"})
    loading.stop()
    assert listening.fileno() >= 0
    listening.close()


def test_the_first_run_says_what_it_reads(tmp_path: Path) -> None:
    seen = set()
    with served(tmp_path, "--samples-if-empty", heard=seen) as (address, _):
        assert len(client(address).predict(api_name="/articles")) == 5
    assert any("reading those that come with newsdesk" in says for says in seen)


@pytest.mark.parametrize(
    ("message", "error", "said"),
    [
        ("Cancel 1 running task(s), timeout graceful shutdown exceeded", None, False),
        ("Exception in ASGI application", asyncio.CancelledError("the end"), False),
        ("Exception in ASGI application", ValueError("a defect"), True),
    ],
)
def test_the_end_of_an_open_page_is_no_error(message: str, error: BaseException | None, said: bool) -> None:
    record = logging.LogRecord("uvicorn.error", logging.ERROR, "", 0, message, None, error and (None, error, None))
    assert worth_saying(record) is said


def test_a_taken_port_is_said_in_one_line() -> None:
    taken = listen("127.0.0.1", 0)
    with pytest.raises(SettingError, match="choose another --port"):
        listen("127.0.0.1", taken.getsockname()[1])
    taken.close()


@pytest.mark.parametrize(
    ("host", "said"),
    [(b"127.0.0.1:7860", 200), (b"localhost", 200), (b"[::1]:7860", 200), (b"evil.example", 421), (b"", 421)],
)
def test_guard(host: bytes, said: int) -> None:
    sent: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "headers": [(b"host", host)]}
    asyncio.run(Guard(app, hosts_for("127.0.0.1"))(scope, None, send))  # type: ignore[arg-type]
    assert sent[0]["status"] == said


def test_other_addresses_answer_to_any_name() -> None:
    assert hosts_for("0.0.0.0") is None
