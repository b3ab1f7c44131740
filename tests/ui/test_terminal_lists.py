"""Tables, rates and bars."""

import io

import pytest

from ui.show.terminal.progress import PLAIN_EVERY, plain_progress, say_progress, say_seconds, shorten
from ui.show.terminal.table import draw_table, fit_widths, tab_line
from ui.show.terminal.text import Paint, cells

PLAIN = Paint(False)


def test_a_table_is_as_wide_as_its_words_and_leaves_empty_columns_out() -> None:
    assert draw_table(("name", "empty", "n"), [("ferry", "", "12"), ("京", "", "3")], 80, PLAIN) == [
        "name   n",
        "ferry  12",
        "京     3",
    ]


def test_a_wide_cell_goes_on_below() -> None:
    lines = draw_table(("title", "n"), [("a quay with a very long name indeed", "1")], 24, PLAIN)
    assert all(cells(line) <= 24 for line in lines)
    assert lines[1].split() == ["a", "quay", "with", "a", "very", "1"] and len(lines) == 3


@pytest.mark.parametrize(
    ("wanted", "width", "firm", "widths"),
    [
        ([5, 5], 80, [False, False], [5, 5]),
        ([50, 5], 30, [False, False], [23, 5]),
        ([40, 40], 42, [False, False], [20, 20]),
        ([30, 30, 30], 10, [False, True, False], [10, 10, 10]),
        ([30, 20], 42, [True, False], [30, 10]),
        ([30, 20], 32, [True, False], [20, 10]),
    ],
)
def test_the_widest_column_gives_first_and_firm_ones_last(
    wanted: list[int], width: int, firm: list[bool], widths: list[int]
) -> None:
    assert fit_widths(wanted, width, firm) == widths


def test_a_piped_row_is_one_line() -> None:
    assert tab_line(("a\tb", "c\nd", "\x1b")) == "a b\tc d\t␛"


@pytest.mark.parametrize(
    ("done", "total", "seconds", "said"),
    [
        (120, 638, 4.0, "120 of 638 articles, 30 a second, 17 s left"),
        (638, 638, 4.0, "638 of 638 articles, 160 a second"),
        (1200, None, 2400.0, "1,200 articles, 30 a minute"),
        (0, 10, 1.0, "0 of 10 articles"),
        (1, 10, 0.0, "1 of 10 articles"),
    ],
)
def test_progress_in_words(done: int, total: int | None, seconds: float, said: str) -> None:
    assert say_progress(done, total, seconds, "articles") == said


@pytest.mark.parametrize(("seconds", "said"), [(9.6, "10 s"), (60, "1 min"), (3599, "1 h 0 min"), (5400, "1 h 30 min")])
def test_time_in_words(seconds: float, said: str) -> None:
    assert say_seconds(seconds) == said


def test_plain_lines_are_seldom() -> None:
    now, lines = [0.0], list[str]()
    progress = plain_progress(lines.append, "articles", lambda: now[0])
    for done in range(1, 101):
        now[0] += PLAIN_EVERY / 10
        progress(done, 100, "x")
    assert len(lines) == 10 and lines[-1] == "100 of 100 articles, 2 a second"


def test_the_end_of_a_name_is_kept() -> None:
    assert shorten("a.md") == "a.md"
    assert shorten("x" * 40 + "/a.md").endswith("/a.md") and len(shorten("y" * 99)) == 28
    assert io.StringIO(shorten("\x1b\n")).getvalue() == "␛"
