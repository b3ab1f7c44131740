"""The commands over a fake desk: what they hand on, what they print, how they end."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from index.types import Hit
from ingest.errors import CorruptIndex, ModelError
from ingest.raw import Failure, Note

Go = Callable[..., Any]


def test_ask_prints_the_answer(run: Go, desk: Any) -> None:
    done = run("ask", "How many  ferries?", "-k", "3", "--as-of", "2023-02-01", "--index", "here", "--reader", "other")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("1,406 ferries, in 2022 (the article of 13 January 2023 says “last year”)\n")
    asked = {"as_of": date(2023, 2, 1), "k": 3, "dated_only": False, "min_confidence": None}
    assert desk.calls == [("How many ferries?", asked), "closed"]
    assert done.opened[0]["folder"] == "here" and done.opened[0]["reader"] == "other" and done.opened[0]["status"]


def test_ask_json_is_the_answer_as_exported(run: Go, desk: Any) -> None:
    printed = json.loads(run("ask", "ferries?", "--json").out)
    assert printed["short"] == "1,406 ferries" and printed["question"] == "ferries?"
    assert printed["claims"][0]["citations"] == ["1"] and printed["citations"][0]["published"] == "2023-01-13"


def test_ask_reads_standard_input(run: Go, desk: Any) -> None:
    assert run("ask", "-", stdin="How many\nferries?\n").code == 0
    assert desk.calls[0][0] == "How many ferries?"


@pytest.mark.parametrize(
    "argv",
    [
        ["how", "many", "of", "-k", "3"],
        ["-k", "3", "how", "many", "of"],
        ["how", "-k", "3", "many", "of"],
        ["how many", "-k3", "of"],
        ["-k", "3", "--", "how", "many", "of"],
        ["how", "-k", "3", "--", "many", "of"],
    ],
)
@pytest.mark.parametrize("command", ["ask", "search"])
def test_words_need_no_quotes_on_either_side_of_the_options(run: Go, desk: Any, command: str, argv: list[str]) -> None:
    assert run(command, *argv).code == 0
    (typed, settings, *_), *_ = desk.calls
    assert (typed, settings["k"] if command == "ask" else settings) == ("how many of", 3)


def test_behind_two_dashes_a_dash_begins_a_word(run: Go, desk: Any) -> None:
    assert run("ask", "-k", "3", "--", "-v", "or", "--json").code == 0
    assert run("ask", "how", "-k", "3", "--", "-v").code == 0
    assert run("ask", "how", "-").code == 0
    assert [call[0] for call in desk.calls if call != "closed"] == ["-v or --json", "how -v", "how -"]


def test_words_of_a_figure_need_no_quotes(run: Go, desk: Any) -> None:
    run("figures", "of", "--unit", "%", "boats")
    run("figures")
    assert [words for words, _ in desk.calls[::2]] == ["of boats", None]


def test_a_question_of_broken_bytes_is_asked_with_their_sign(run: Go, desk: Any) -> None:
    assert run("ask", "ferries \udcff?").code == 0
    assert "\ufffd" in desk.calls[0][0]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["ask", ""], "empty"),
        (["ask", "?!"], "empty"),
        (["ask", "x" * 100_000], "100,000 characters"),
        (["ask"], "QUESTION"),
        (["ask", "x", "--as-of", "yesterday"], "not a day"),
        (["ask", "x", "--as-of", "20240307"], "not a day"),
        (["ask", "x", "--as-of", "2024-02-30"], "not a day"),
        (["ask", "x", "-k", "0"], "not a number from 1"),
        (["ask", "x", "-k", "five"], "not a number from 1"),
        (["ask", "x", "--colour"], "unrecognized"),
        (["ask", "how", "many", "--loud"], "unrecognized"),
        (["aks", "x"], "no command 'aks'"),
        (["\x1b[2J"], "no command"),
        (["--loud"], "COMMAND"),
        (["show", "zz"], "no article has the id 'zz'"),
        (["show", "ab"], "2 ids: ab12, ab77"),
        (["show", ""], "no article"),
        (["remove", "ab12", "zz"], "no article has the id 'zz'"),
        (["figures", "--from", "2024-13"], "not a month"),
        (["figures", "--json", "--csv"], "not allowed"),
        (["ingest"], "PATH|URL"),
        (["search", " "], "empty"),
        (["show", "ab12", "ab77"], "unrecognized arguments: ab77"),
    ],
)
def test_wrong_usage_is_one_line_and_two(run: Go, desk: Any, argv: list[str], words: str) -> None:
    done = run(*argv)
    assert done.code == 2 and words in done.line and not done.out
    assert len(done.line) < 300 and "\x1b" not in done.line
    assert len(desk.pile) == 2


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (CorruptIndex("the index in x is damaged: move it away"), 1, "is damaged: move it away"),
        (ModelError("no weights"), 1, "no weights"),
        (KeyboardInterrupt(), 130, "what was stored stays"),
        (OSError(28, "No space left on device"), 1, "free some space"),
        (PermissionError(13, "Permission denied", "/some/where"), 1, "/some/where: permission denied"),
        (sqlite3.OperationalError("database is locked"), 1, "another process"),
        (sqlite3.OperationalError("database or disk is full"), 1, "disk is full"),
        (sqlite3.DatabaseError("database disk image is malformed"), 1, "damaged"),
        (sqlite3.ProgrammingError("wrong number of bindings"), 70, "defect in newsdesk"),
        (MemoryError(), 1, "out of memory"),
        (ModuleNotFoundError("No module named 'faiss'", name="faiss"), 1, "faiss is not installed"),
        (ZeroDivisionError("division by zero"), 70, "ZeroDivisionError: division by zero; this is a defect"),
        (RecursionError(), 70, "RecursionError; this is a defect"),
        (RuntimeError("two\nlines \x1b[31m"), 70, "RuntimeError: two lines"),
    ],
)
def test_what_goes_wrong_is_one_line_and_a_code(
    run: Go, desk: Any, error: BaseException, code: int, words: str
) -> None:
    desk.fails = error
    done = run("ask", "ferries?")
    assert (done.code, done.out) == (code, "") and words in done.line and "\x1b" not in done.line
    assert desk.calls == ["closed"]


@pytest.mark.parametrize(("leaving", "code"), [(SystemExit(3), 3), (SystemExit(), 0), (SystemExit("port taken"), 1)])
def test_a_library_that_ends_the_process_keeps_its_code(run: Go, desk: Any, leaving: SystemExit, code: int) -> None:
    desk.fails = leaving
    assert run("ask", "ferries?").code == code


def test_debug_shows_a_defect_and_no_users_error(run: Go, desk: Any, capsys: pytest.CaptureFixture[str]) -> None:
    desk.fails = ZeroDivisionError("x")
    assert run("ask", "ferries?", NEWSDESK_DEBUG="1").code == 70
    assert "Traceback" in capsys.readouterr().err
    desk.fails = CorruptIndex("damaged")
    assert run("ask", "ferries?", NEWSDESK_DEBUG="1").code == 1
    assert "Traceback" not in capsys.readouterr().err


def test_no_index_yet_names_the_command(run: Go) -> None:
    done = run("ask", "ferries?", empty=True)
    assert done.code == 2 and "newsdesk ingest PATH" in done.line


def test_samples_if_empty_reads_them_first_and_says_so(run: Go, desk: Any) -> None:
    done = run("ask", "ferries?", "--samples-if-empty", "--index", "d", empty=True)
    assert done.code == 0 and "there are no articles yet" in done.err and done.out.startswith("1,406 ferries")
    assert [one["create"] for one in done.opened] == [False, True, False]
    (inputs, allowed), *_ = desk.calls
    assert inputs[0].endswith("samples") and not any(allowed.values())


def test_an_index_left_empty_gets_the_samples_too(run: Go, desk: Any) -> None:
    desk.pile = []
    done = run("ask", "ferries?", "--samples-if-empty")
    assert done.code == 0 and [one["create"] for one in done.opened] == [False, True, False]


def test_an_empty_index_is_said_to_be_empty(run: Go, desk: Any) -> None:
    desk.pile, desk.answer = [], replace(desk.answer, abstained=True, short=None, citations=())
    assert "newsdesk ingest PATH" in run("ask", "ferries?").line


def test_samples_if_empty_leaves_an_index_alone(run: Go, desk: Any) -> None:
    done = run("ask", "ferries?", "--samples-if-empty")
    assert (done.code, done.err, len(done.opened)) == (0, "", 1)


def test_ingest_counts_and_names_failures(run: Go, desk: Any) -> None:
    desk.failed = (Failure("a.pdf", "a.pdf is cut short; get it anew"), Failure("b.txt", "holds no text"))
    done = run("ingest", "a.pdf", "b.txt", "--allow-private", "--follow-links")
    assert (done.code, done.out) == (1, "2 added, 1 unchanged, 2 failed\n")
    assert done.err == "newsdesk: a.pdf is cut short; get it anew\nnewsdesk: b.txt: holds no text\n"
    assert desk.calls[0] == (("a.pdf", "b.txt"), {"allow_private": True, "follow_links": True})


def test_ingest_tells_notes_and_does_not_fail_for_them(run: Go, desk: Any) -> None:
    desk.notes = (Note("a.txt", "a.txt: 2 articles of an export; 3 lines left out"), Note("b.json#1", "it is cut"))
    done = run("ingest", "a.txt", "b.json")
    assert (done.code, done.out) == (0, "2 added, 1 unchanged\n")
    assert done.err == "newsdesk: a.txt: 2 articles of an export; 3 lines left out\nnewsdesk: b.json#1: it is cut\n"
    assert json.loads(run("ingest", "a.txt", "--json").out)["notes"][1] == {"source": "b.json#1", "reason": "it is cut"}


def test_ingest_json(run: Go, desk: Any) -> None:
    done = run("samples", "--json")
    assert done.code == 0 and json.loads(done.out)["added"] == 2 and json.loads(done.out)["failed"] == []


def test_ingest_shows_a_bar_on_a_terminal_and_its_names_are_no_markup(run: Go) -> None:
    done = run("ingest", "[red]x[/red]\x1b[31m", tty=True)
    assert done.code == 0 and done.out == "2 added, 1 unchanged\n" and "\x1b[31mx" not in done.err


def test_articles_as_lines_table_and_json(run: Go, desk: Any) -> None:
    assert (
        run("articles").out.splitlines()[1] == "ab12\t2023-01-13\tQuay Herald\tFerries return to the north quay\t11\t1"
    )
    table = run("articles", tty=True, NO_COLOR="1").out
    assert "undated" in table and all(len(line) <= 80 for line in table.splitlines())
    first = json.loads(run("articles", "--json").out)[0]
    assert first["authors"] == ["Ann Oar"] and first["words"] == 11 and first["figures"] == 1
    desk.pile = []
    done = run("articles")
    assert done.code == 0 and "newsdesk samples" in done.line
    assert json.loads(run("articles", "--json").out) == []


def test_show_by_prefix_and_its_contract(run: Go) -> None:
    shown = run("show", "ab1")
    assert shown.out.startswith(
        "Ferries return to the north quay\npublisher: Quay Herald\npublished: 13 January 2023\n"
    )
    exported = json.loads(run("show", "ab77", "--json").out)
    assert list(exported) == ["id", "title", "publisher", "authors", "published", "url", "source", "text"]
    assert exported["published"] is None and exported["text"] == "The city has 12 bridges."


def test_remove_by_prefix_once(run: Go, desk: Any) -> None:
    assert run("remove", "ab7", "ab77").out == "removed ab77 Bridges\n"
    assert [a.id for a in desk.pile] == ["ab12"]


def test_search_hands_on_and_prints(run: Go, desk: Any) -> None:
    hits = json.loads(run("search", "ferries", "--json", "-k", "2", "--as-of", "2024-01-01").out)
    assert desk.calls[0] == ("ferries", 2, date(2024, 1, 1))
    assert (hits[0]["article_id"], hits[0]["start"], hits[0]["end"], hits[0]["lexical"]) == ("ab12", 0, 50, None)
    assert "score 0.500, dense 0.250, lexical none" in run("search", "ferries").out


def test_figures_filters_and_forms(run: Go, desk: Any) -> None:
    run("figures", "boats", "--unit", "%", "--from", "2023", "--to", "2023-02", "--publisher", "Q", "--subject", "S")
    wanted = {"subject": "S", "unit": "%", "start": date(2023, 1, 1), "end": date(2023, 2, 28), "publisher": "Q"}
    assert desk.calls[0] == ("boats", wanted)
    assert run("figures").out.splitlines()[1].startswith("1,406 ferries\tferries\t\t\t2022\t2023-01-13")
    (row,) = csv.DictReader(io.StringIO(run("figures", "--csv").out))
    assert (row["value"], row["period_start"], row["resolved_from"], row["article_id"]) == (
        "1406",
        "2022-01-01",
        "2023-01-13",
        "ab12",
    )
    (figure,) = json.loads(run("figures", "--json").out)
    assert figure["value"] == 1406 and figure["article_id"] == "ab12" and figure["period"]["text"] == "last year"


@pytest.mark.parametrize(
    "argv", [["articles"], ["show", "ab12"], ["remove", "ab12"], ["search", "x"], ["figures"], ["figures", "--csv"]]
)
@pytest.mark.parametrize("tty", [False, True])
def test_a_hostile_article_sends_no_control_to_the_terminal(run: Go, desk: Any, argv: list[str], tty: bool) -> None:
    evil = "\x1b]0;x\x07\u202e\x9bH\r"
    hostile = replace(desk.pile[0], title=evil, publisher=evil, source=evil, authors=(evil,), text=evil * 9)
    ((_, figure),) = desk.figures(None)
    desk.pile = [hostile]
    desk.search = lambda *_, **__: [Hit(hostile, 0, 9, evil, 1.0, None, None)]
    desk.figures = lambda *_, **__: iter([(hostile, replace(figure, text=evil, subject=evil, measure=evil))])
    done = run(*argv, tty=tty, NO_COLOR="1")
    assert done.code == 0 and not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.out)


@pytest.mark.parametrize("name", ["batch", "eval", "compare", "chat"])
def test_commands_of_others_are_wired(run: Go, name: str) -> None:
    done = run(name, "--no-such-option")
    assert done.code == 2 and f"newsdesk {name} --help" in done.line


@pytest.mark.parametrize("argv", [[], ["--help"], ["ask", "--help"]])
def test_help_is_no_error(run: Go, argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*argv).code == 0
    assert "newsdesk" in capsys.readouterr().out
