"""`newsdesk refresh`: what is handed on, what is told, and how it ends."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from index.refreshing import Refreshed
from ingest.raw import Failure, Note
from ui.show.terminal.refreshed import say_failures, say_refreshed

Go = Callable[..., Any]
AT = "https://quay.example"
NOTHING = Refreshed(0, 0, 0, (), (), (), 0, 0)
GONE = (Failure(f"{AT}/old", f"{AT}/old answered 404 Not Found; check it", gone=True),)
FAILED = tuple(Failure(f"{AT}/{n}", f"{AT}/{n} answered 503 Service Unavailable; check it") for n in range(5))
PRIVATE = Failure("http://10.0.0.1/a", "10.0.0.1 is a private or reserved address (10.0.0.1); allow it")
LINKED = Failure(f"{AT}/feed#7", f"{AT}/7 answered 503 Service Unavailable; check it")
ALL = Refreshed(9, 1, 2, GONE, (*FAILED, PRIVATE, LINKED), (Note(f"{AT}/b", "is cut"),), 3, 1)


@pytest.fixture
def found(desk: Any) -> list[Refreshed]:
    """What the desk's refresh finds; its calls are kept in `desk.calls`."""
    results = [ALL]

    def refresh(named: list[str], *, progress: Callable[..., None], allow_private: bool) -> Refreshed:
        desk.calls.append((named, allow_private))
        progress(0, 1, AT)
        progress(1, 1, "")
        return results[0]

    desk.refresh = refresh
    return results


def test_names_and_permission_are_handed_on(run: Go, desk: Any, found: list[Refreshed]) -> None:
    run("refresh")
    run("refresh", f"{AT}/feed", f"{AT}/a", "--allow-private")
    assert [call for call in desk.calls if call != "closed"] == [([], False), ([f"{AT}/feed", f"{AT}/a"], True)]


def test_the_counts_are_the_result_and_the_reasons_are_told(run: Go, found: list[Refreshed]) -> None:
    done = run("refresh")
    assert done.code == 1
    assert done.out == "9 unchanged, 1 changed, 2 new, 1 gone, 7 failed; 3 articles added, 1 article changed\n"
    assert f"{AT}/old answered 404 Not Found; check it; what was read of it stays" in done.err
    named = f"({AT}/0, {AT}/1, {AT}/2, ...)"
    assert f"6 addresses answered 503 Service Unavailable; check it {named}\n" in done.err
    assert "private or reserved" in done.err and "is cut" in done.err


def test_quiet_tells_failures_alone(run: Go, found: list[Refreshed]) -> None:
    done = run("refresh", "-q")
    assert "answered 503" in done.err and "404" not in done.err and "is cut" not in done.err
    assert f"{AT}: 1 of 1" in run("refresh", "-v").err


@pytest.mark.parametrize(
    ("result", "said"),
    [
        (Refreshed(9, 0, 0, (), (), (), 0, 0), "nothing changed: 9 unchanged"),
        (Refreshed(1, 0, 0, GONE, (), (), 0, 0), "nothing changed: 1 unchanged, 1 gone"),
        (Refreshed(0, 1, 0, (), (), (), 0, 1), "1 changed; 1 article changed"),
        (NOTHING, "no web address in the index: `newsdesk ingest URL` reads one"),
    ],
)
def test_what_is_gone_or_nothing_is_no_failure(run: Go, found: list[Refreshed], result: Refreshed, said: str) -> None:
    found[0] = result
    assert (run("refresh").code, say_refreshed(result)) == (0, said)


def test_json_holds_all_of_it(run: Go, found: list[Refreshed]) -> None:
    told = json.loads(run("refresh", "--json").out)
    assert told["addresses"] == {"unchanged": 9, "changed": 1, "new": 2}
    assert told["articles"] == {"added": 3, "changed": 1}
    assert told["gone"] == [{"source": GONE[0].source, "reason": GONE[0].reason}]
    assert len(told["failed"]) == 7 and len(told["notes"]) == 1


def test_one_failure_is_told_as_it_is() -> None:
    assert say_failures(FAILED[:1]) == [FAILED[0].reason]
    assert say_failures(()) == []


def test_without_an_index_it_says_how_to_make_one(run: Go) -> None:
    done = run("refresh", empty=True)
    assert done.code != 0 and "newsdesk ingest" in done.line
