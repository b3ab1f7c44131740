"""The chat page under measure: how soon it is there, how soon it answers, and what 50 visitors at once do to it.

    python -m bench.chat [--users 50] [--seconds 120] [--index DIR]

Prints one JSON object. Times are in seconds and count from the start of the command `newsdesk chat`; everything runs
on this machine and over loopback. Each visitor asks as the page itself asks (Gradio's queue, a session of its own),
reads the answer for 2 to 8 seconds, and asks again.
"""

import argparse
import asyncio
import json
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[1]
# A reporter reads an answer and its quote before asking on: well under the shortest that people were seen to take.
READING = (2.0, 8.0)
# Memory is called flat by what it grows after the model, the caches and every session are in: from here on.
WARM_UP = 30.0
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@dataclass(slots=True)
class Load:
    """What the visitors saw: seconds of each answer, errors; the server's memory: second, MB, answers so far."""

    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory: list[tuple[float, float, int]] = field(default_factory=list)

    def summary(self, seconds: float) -> dict[str, Any]:
        """Return counts, p50, p95 and the longest wait in seconds, and memory in MB at warm-up and at the end."""
        cuts = statistics.quantiles(self.times, n=100) if len(self.times) > 1 else [0.0] * 99
        warm = [mb for at, mb, _ in self.memory if at >= min(WARM_UP, seconds / 2)]
        return {
            "answers": len(self.times),
            "errors": len(self.errors),
            "first_error": self.errors[0] if self.errors else None,
            "per_second": round(len(self.times) / seconds, 1),
            "p50": round(cuts[49], 3),
            "p95": round(cuts[94], 3),
            "longest": round(max(self.times, default=0.0), 3),
            "memory_mb_warm": round(warm[0]) if warm else None,
            "memory_mb_end": round(warm[-1]) if warm else None,
            "memory_kb_per_answer": self.growth(),
        }

    def growth(self) -> float | None:
        """Return the memory each answer of the last half of the run left behind, in kB; it is to fall towards zero."""
        if len(self.memory) < 4:
            return None
        _, half, before = self.memory[len(self.memory) // 2]
        _, last, after = self.memory[-1]
        return round(1024 * (last - half) / max(1, after - before), 1)


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process in MB (Linux: VmRSS)."""
    for text in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if text.startswith("VmRSS"):
            return int(text.split()[1]) / 1024
    return 0.0


def cpu_seconds(pid: int) -> float:
    """Return the processor time a process has used, in seconds (Linux: utime and stime of /proc/PID/stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def running(index: Path) -> Iterator[tuple[str, subprocess.Popen[bytes], float]]:
    """Start the page; yield its address, its process and the moment it was started."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    began = time.monotonic()
    command = [
        sys.executable,
        "-c",
        "from ui.cli.main import main; main()",
        "chat",
        "--index",
        str(index),
        "--port",
        str(port),
    ]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}", server, began
    finally:
        server.terminate()
        server.wait(15)


def wait_up(address: str, began: float) -> dict[str, float]:
    """Return when something answered, when the real page did, and when the model was warm."""
    found: dict[str, float] = {}
    while "warm" not in found and time.monotonic() - began < 120:
        try:
            status = httpx.get(address + "/newsdesk-status", timeout=2).json()
        except (httpx.HTTPError, ValueError):
            time.sleep(0.02)
            continue
        now = round(time.monotonic() - began, 2)
        found.setdefault("says_loading", now)
        if status["page"]:
            found.setdefault("page", now)
        if status["says"] == "ready":
            found["warm"] = now
        time.sleep(0.02)
    return found


def in_browser(address: str, question: str) -> dict[str, float] | None:
    """Return first paint, when the page can be typed in, and first answer in a fresh browser; None without one."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    if chromium is None:
        return None
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        began = time.monotonic()
        page.goto(address)
        page.wait_for_selector(".nd-welcome")
        page.wait_for_selector("#nd-box textarea")
        usable = time.monotonic() - began
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime / 1000")
        page.fill("#nd-box textarea", question)
        asked = time.monotonic()
        page.press("#nd-box textarea", "Enter")
        page.wait_for_selector(".nd-turn:not(.nd-pending) .nd-short")
        answered = time.monotonic()
        browser.close()
    return {
        "first_paint": round(paint or 0.0, 2),
        "meaningful_paint": round(usable, 2),
        "question_to_answer": round(answered - asked, 3),
    }


def ask_event(config: dict[str, Any]) -> int:
    """Return the number of the event that the page fires when a question is sent."""
    box = next(c["id"] for c in config["components"] if c["props"].get("elem_id") == "nd-box")
    for event in config["dependencies"]:
        if [box, "submit"] in [list(target) for target in event["targets"]]:
            return int(event["id"])
    raise SystemExit("the page has no question box")


async def visit(client: httpx.AsyncClient, event: int, questions: list[str], until: float, load: Load) -> None:
    """Ask and read until the time is over."""
    dice = random.Random(uuid.uuid4().int)
    session = uuid.uuid4().hex[:12]
    await asyncio.sleep(dice.uniform(0, READING[1]))
    while time.monotonic() < until:
        began = time.monotonic()
        try:
            load.times.append(await _ask(client, event, session, dice.choice(questions)) - began)
        except Exception as error:  # every kind of failure counts as one
            load.errors.append(f"{type(error).__name__}: {error}"[:200])
        await asyncio.sleep(dice.uniform(*READING))


async def _ask(client: httpx.AsyncClient, event: int, session: str, question: str) -> float:
    """Ask as the page does; return the moment the answer was there. The stream is read to its end, as the page does."""
    done = 0.0
    body = {"data": [question, None, None, "", 8, False], "fn_index": event, "session_hash": session}
    joined = await client.post("/gradio_api/queue/join", json=body)
    joined.raise_for_status()
    async with client.stream("GET", f"/gradio_api/queue/data?session_hash={session}") as stream:
        async for text in stream.aiter_lines():
            if not text.startswith("data:"):
                continue
            message = json.loads(text[5:])
            if message["msg"] == "process_completed":
                if not message["success"]:
                    raise RuntimeError(message["output"].get("error") or "failed")
                done = time.monotonic()
            elif message["msg"] == "close_stream":
                return done
            elif message["msg"] == "unexpected_error":
                raise RuntimeError(message.get("message"))
    raise RuntimeError("the answer's stream ended early")


async def crowd(address: str, pid: int, users: int, seconds: float, questions: list[str]) -> Load:
    """Let visitors ask for a while; note the server's memory every two seconds."""
    load = Load()
    limits = httpx.Limits(max_connections=users * 3)
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits) as client:
        event = ask_event((await client.get("/config")).json())
        began = time.monotonic()
        visitors = [asyncio.create_task(visit(client, event, questions, began + seconds, load)) for _ in range(users)]
        while time.monotonic() < began + seconds:
            load.memory.append((time.monotonic() - began, resident_mb(pid), len(load.times)))
            await asyncio.sleep(2)
        await asyncio.gather(*visitors)
    return load


def make_index(folder: Path) -> Path:
    """Index the bundled articles and return the folder."""
    from qa.desk import Newsdesk

    with Newsdesk.open(folder) as desk:
        desk.ingest([ROOT / "ingest" / "samples"])
    return folder


def read_questions() -> list[str]:
    """Return the questions of the set on the bundled articles."""
    path = ROOT / "eval" / "questions" / "bundled.jsonl"
    return [json.loads(text)["question"] for text in path.read_text(encoding="utf-8").splitlines() if text.strip()]


def measure(users: int = 50, seconds: float = 120.0, index: Path | None = None) -> dict[str, Any]:
    """Return every measure of the page."""
    questions = read_questions()
    with tempfile.TemporaryDirectory(prefix="newsdesk-bench-") as place:
        folder = index or make_index(Path(place) / "index")
        with running(folder) as (address, server, began):
            up = wait_up(address, began)
            browser = in_browser(address, questions[0])
            used = cpu_seconds(server.pid)
            load = asyncio.run(crowd(address, server.pid, users, seconds, questions))
            used = cpu_seconds(server.pid) - used
    machine = {
        "cpu_ms_per_answer": round(1000 * used / max(1, len(load.times)), 1),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
    }
    return {"up": up, "browser": browser, "users": users, "seconds": seconds, **load.summary(seconds), **machine}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.chat", description="Measure the chat page.")
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--index", type=Path)
    args = parser.parse_args()
    print(json.dumps(measure(args.users, args.seconds, args.index), indent=1))


if __name__ == "__main__":
    main()
