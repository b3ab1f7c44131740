"""`newsdesk watch`: what is new or changed is read, once, and whole."""

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ingest.raw import Failure
from ingest.watching import Watched
from ui.cli.console import Console
from ui.cli.parser import parse
from ui.commands.watch import run_watch

Go = Callable[..., Any]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "news" / "deep").mkdir(parents=True)
    return tmp_path / "news"


def put(file: Path, text: str, seconds: int = 0) -> str:
    """Write a file that was changed so many seconds after a fixed time."""
    file.write_text(text, encoding="utf-8")
    os.utime(file, (1_000_000_000 + seconds,) * 2)
    return str(file)


def test_a_file_is_given_once_and_again_when_it_changed(news: Path) -> None:
    watched = Watched([str(news)])
    first, second = put(news / "a.txt", "one"), put(news / "deep" / "b.md", "two")
    put(news / "c.exe", "no article")
    assert [watched.changed() for _ in range(3)] == [[], [first, second], []]
    put(news / "a.txt", "one", seconds=1)
    assert [watched.changed() for _ in range(3)] == [[], [first], []]
    put(news / "a.txt", "longer", seconds=1)
    assert [watched.changed() for _ in range(3)] == [[], [first], []]


def test_a_file_that_is_being_written_is_waited_for(news: Path) -> None:
    watched = Watched([str(news)])
    for size in range(1, 4):
        name = put(news / "a.txt", "x" * size)
        assert watched.changed() == []
    assert watched.changed() == [name]


def test_what_is_gone_is_passed_over_and_read_again_only_if_it_differs(news: Path, tmp_path: Path) -> None:
    watched = Watched([str(news)])
    put(news / "a.txt", "one")
    watched.changed(), watched.changed()
    news.rename(tmp_path / "elsewhere")
    assert [watched.changed() for _ in range(2)] == [[], []]
    (tmp_path / "elsewhere").rename(news)
    assert [watched.changed() for _ in range(3)] == [[], [], []]


class Looks:
    """A sleep during which something happens, and at last a Ctrl-C."""

    def __init__(self, *happens: Callable[[], Any]) -> None:
        self.happens = list(happens)
        self.slept: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)
        if not self.happens:
            raise KeyboardInterrupt
        self.happens.pop(0)()


def watch(desk: Any, looks: Looks, *argv: str) -> tuple[int, str, str]:
    args = parse(["watch", *argv])
    console = Console(io.StringIO(), io.StringIO(), io.StringIO(), {}, lambda *_, **__: desk, quiet=args.quiet)
    code = run_watch(args, console, sleep=looks)
    return code, console.out.getvalue(), console.err.getvalue()  # type: ignore[attr-defined]


def test_it_reads_until_ctrl_c_which_is_no_failure(desk: Any, news: Path) -> None:
    first = put(news / "a.txt", "one")
    second = str(news / "b.txt")
    desk.failed = (Failure("b.txt", "holds no text"),)
    looks = Looks(lambda: None, lambda: put(Path(second), "two"), lambda: None, lambda: None)
    code, out, err = watch(desk, looks, str(news), "--every", "0.5")
    assert code == 0 and desk.calls == [((first,), {}), ((second,), {}), "closed"]
    assert out == "2 added, 1 unchanged, 1 failed\n" * 2 and set(looks.slept) == {0.5}
    lines = err.splitlines()
    assert lines[0] == f"newsdesk: watching {news}; Ctrl-C ends it" and lines[-1].startswith("newsdesk: no longer")
    assert lines[1:-1] == ["newsdesk: b.txt: holds no text"] * 2


def test_quiet_it_says_only_what_was_read(desk: Any, news: Path) -> None:
    put(news / "a.txt", "one")
    assert watch(desk, Looks(lambda: None), str(news), "-q") == (0, "2 added, 1 unchanged\n", "")


def test_a_folder_that_is_none_and_a_time_that_is_none_are_wrong_usage(run: Go, tmp_path: Path) -> None:
    done = run("watch", str(tmp_path / "none"))
    assert done.code == 2 and "is no folder" in done.line and not done.opened
    for seconds in ("0", "-1", "soon"):
        assert run("watch", str(tmp_path), f"--every={seconds}").code == 2
