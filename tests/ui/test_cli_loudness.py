"""How much the commands tell: --verbose, --quiet, and the version."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ingest.raw import Failure, Note
from ui.show.terminal.stages import say_timings

Go = Callable[..., Any]


def test_verbose_tells_what_was_understood_and_the_stages(run: Go, desk: Any) -> None:
    desk.answer = replace(desk.answer, timings_ms={"read": 21.4, "decide": 0.26, "total": 52.0})
    done = run("ask", "-v", "How many ferries did Ostby count in 2022?")
    understood, took = done.err.splitlines()
    assert "asks for count; names Ostby; time 2022; words ferries, Ostby, 2022" in understood
    assert took == "newsdesk: took read 21 ms, decide 0.3 ms, total 52 ms"
    assert done.out == run("ask", "How many ferries did Ostby count in 2022?").out


def test_verbose_names_a_request_by_its_kind_and_a_slip_as_it_was_read(run: Go, desk: Any) -> None:
    desk.answer = replace(desk.answer, kind="brief", understood="Summarise the ferries")
    assert "understood Summarise the ferries: asks for brief" in run("ask", "-v", "Summarise the feries").err


def test_timings_are_as_exact_as_they_can_be_read() -> None:
    assert say_timings({"a": 9.96, "b": 10.4}) == "took a 10.0 ms, b 10 ms"


def test_quiet_asks_without_hints(run: Go, desk: Any) -> None:
    desk.pile = []
    desk.answer = replace(desk.answer, abstained=True)
    assert run("ask", "ferries?").err and not run("ask", "-q", "ferries?").err
    assert not run("ask", "ferries?", "--samples-if-empty", "-q", empty=True).err


def test_quiet_ingests_without_bar_and_notes_but_names_failures(run: Go, desk: Any) -> None:
    desk.notes, desk.failed = (Note("a.txt", "it is cut"),), (Failure("b.txt", "holds no text"),)
    done = run("ingest", "a.txt", "b.txt", "-q", tty=True)
    assert (done.code, done.out) == (1, "2 added, 1 unchanged, 1 failed\n")
    assert done.line == "newsdesk: b.txt: holds no text\n"


def test_verbose_names_each_article_as_it_comes_in(run: Go, desk: Any) -> None:
    lines = run("ingest", "a.txt", "b.txt", "--verbose").err.splitlines()
    assert lines[:2] == ["newsdesk: a.txt: 1", "newsdesk: b.txt: 2"]
    assert lines[2].startswith("newsdesk: took reading and storing ") and len(lines) == 3


def test_nothing_is_both_quiet_and_verbose(run: Go) -> None:
    assert "not allowed with" in run("ask", "x", "-q", "-v").line


@pytest.mark.parametrize("flag", ["-V", "--version"])
def test_the_version_has_a_short_name(run: Go, flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(flag).code == 0
    assert capsys.readouterr().out.startswith("newsdesk ")
