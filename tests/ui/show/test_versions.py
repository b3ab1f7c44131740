"""What `newsdesk show --versions` tells: which versions there are, and what changed from each to the next."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from index.types import Version
from index.versions.changes import Changes
from index.versions.kept import MOST
from ui.show.terminal.text import Paint, cells
from ui.show.terminal.versions import render_versions, say_changes

Go = Callable[..., Any]
NOON = datetime(2024, 3, 8, 12, 5, tzinfo=UTC)
FIRST = Version(
    "Ferries return",
    "Harbour officials counted about 1,380 ferries last year. Tickets cost 3 crowns. Fog held up some of them.",
    date(2023, 1, 12),
    None,
    NOON,
)


def test_one_version_is_said_to_be_the_only_one(run: Go) -> None:
    done = run("show", "ab12", "--versions")
    assert done.code == 0 and "one version of it is kept" in done.out
    assert done.out.splitlines()[2].split() == [
        "1",
        "2023-01-13",
        "11",
        "Ferries",
        "return",
        "to",
        "the",
        "north",
        "quay",
    ]
    exported = json.loads(run("show", "ab12", "--versions", "--json").out)
    assert len(exported["versions"]) == 1 and exported["changes"] == []


def test_versions_and_their_changes_figures_first(run: Go, desk: Any) -> None:
    desk.former = (FIRST,)
    said = run("show", "ab1", "--versions", COLUMNS="100").out.splitlines()
    assert said[0] == "Ferries return to the north quay"
    assert said[1].split("  ")[0] == "version"
    assert said[2].split() == ["1", "2024-03-08", "12:05", "2023-01-12", "18", "Ferries", "return"]
    assert said[3].startswith("2        2024-03-08 12:05 ")
    assert said[4:] == [
        "",
        "version 1 to 2: 1 figure gone, 1 new; 2 sentences gone, 1 new",
        "change  figure               subject",
        "gone    about 1,380 ferries  Harbour officials",
        "new     1,406 ferries        Harbour officials",
        "- Harbour officials counted about 1,380 ferries last year.",
        "- Fog held up some of them.",
        "+ Harbour officials counted 1,406 ferries last year.",
    ]


def test_json_holds_every_version_and_change(run: Go, desk: Any) -> None:
    desk.former = (FIRST,)
    exported = json.loads(run("show", "ab12", "--versions", "--json").out)
    assert exported["id"] == "ab12" and "text" not in exported
    first, now = exported["versions"]
    assert first["text"] == FIRST.text and first["replaced"] == now["read"] == "2024-03-08T12:05:00+00:00"
    assert (first["read"], now["replaced"], first["words"]) == (None, None, 18)
    (changed,) = exported["changes"]
    assert list(changed) == ["figures_gone", "figures_new", "sentences_gone", "sentences_new"]
    (gone,), (new,) = changed["figures_gone"], changed["figures_new"]
    assert (gone["text"], gone["qualifier"], new["text"], new["qualifier"]) == (
        "1,380 ferries",
        "about",
        "1,406 ferries",
        None,
    )
    assert gone["sentence"] == "Harbour officials counted about 1,380 ferries last year."


@pytest.mark.parametrize("tty", [False, True])
def test_no_control_of_an_article_reaches_the_terminal(run: Go, desk: Any, tty: bool) -> None:
    odd = "Fog \x1b[2Jheld up 40\x07 ferries\u202e."
    desk.former = (Version(f"T\x1b]0;x\x07 {odd}", odd, None, None, NOON),)
    said = run("show", "ab12", "--versions", tty=tty, NO_COLOR="1").out
    assert "␛[2J" in said and not set("\x1b\x07\u202e") & set(said)


def test_lines_fit_the_screen() -> None:
    words = "Harbour officials counted 1,406 ferries on the north quay last year. " * 3
    changed = Changes((), (), (words,), ("京" * 60,))
    drawn = render_versions("T", [FIRST, FIRST], [changed], 60, Paint(False))
    assert all(cells(line) <= 60 for line in drawn.splitlines())


def test_that_older_ones_are_not_kept_is_said_where_it_may_be_so() -> None:
    none = Changes((), (), (), ())
    for count, said in ((MOST, False), (MOST + 1, True)):
        drawn = render_versions("T", [FIRST] * count, [none] * (count - 1), 80, Paint(False))
        assert (f"no more than the last {MOST}" in drawn) is said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0, 0), "the same sentences"),
        ((0, 0, 1, 0), "1 sentence gone"),
        ((0, 2, 0, 1), "2 figures new; 1 sentence new"),
        ((1, 2, 3, 4000), "1 figure gone, 2 new; 3 sentences gone, 4,000 new"),
    ],
)
def test_changes_in_words(counts: tuple[int, ...], said: str) -> None:
    assert say_changes(Changes(*(("",) * count for count in counts))) == said  # type: ignore[arg-type]
