"""The real page in Debian's Chromium: a server and a browser for each file of tests."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.ui.browser.visit import opened

ROOT = Path(__file__).parents[3]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
]  # fmt: skip
MARKS = (
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
    # A browser that is closed leaves its pipe to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == Path(__file__).parent:
            for mark in MARKS:
                item.add_marker(mark)


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the bundled articles; no test changes it."""
    folder = tmp_path_factory.mktemp("chat") / "index"
    samples = tmp_path_factory.mktemp("samples") / "news"
    shutil.copytree(ROOT / "ingest" / "samples", samples)
    code = "from qa.desk import Newsdesk; import sys; d = Newsdesk.open(sys.argv[1]); d.ingest(sys.argv[2]); d.close()"
    subprocess.run([sys.executable, "-c", code, str(folder), str(samples)], check=True, cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def index(bundled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of that index for one file of tests to change."""
    return Path(shutil.copytree(bundled, tmp_path_factory.mktemp("own") / "index"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(index: Path, port: int, place: Path) -> Iterator[str]:
    """Run the page on a port; yield its address."""
    log = (place / "chat.log").open("a")
    env = {**os.environ, "GRADIO_TEMP_DIR": str(place / "uploads")}
    command = [sys.executable, "-c", "from ui.chat.app import main; main()", "--index", str(index), "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/"
    try:
        for _ in range(600):
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
def site(index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running page."""
    with running(index, free_port(), tmp_path_factory.mktemp("site")) as address:
        yield address


# Its event loop runs until it is closed, and no test of another file could have one of its own meanwhile.
@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, site: str) -> Iterator[Any]:
    """A visitor's page at desktop width, which must end without an error."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    visit = opened(context, site)
    yield visit
    assert visit.errors == []
    context.close()
