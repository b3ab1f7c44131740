"""Conversations in memory: bounded by bytes, the oldest gone first, and no event's change lost to another's."""

from dataclasses import replace

from ui.chat.talk.sessions import MOST_BYTES, Sessions, weight
from ui.chat.talk.turns import Talk, Turn

LONG = Turn(1, "q", "x" * 10_000, "q")


def test_the_oldest_go_when_there_are_too_many_bytes() -> None:
    gone: list[str] = []
    talks = Sessions(3 * weight(LONG) + 100, gone.append)
    for name in "abc":
        talks.change(name, lambda talk: talk.with_turn(LONG))
    assert (len(talks), gone) == (3, [])
    talks.get("a")
    talks.change("d", lambda talk: talk.with_turn(LONG))
    assert gone == ["b"]
    assert talks.get("b") == Talk()
    assert talks.get("a").turns == (LONG,)


def test_thousands_of_long_conversations_stay_within_the_bound() -> None:
    talks = Sessions()
    html = "x" * 500_000
    for number in range(300):
        talks.change(str(number), lambda talk, n=number: talk.with_turn(Turn(1, str(n), html + str(n))))  # type: ignore[misc]
    assert talks.size <= MOST_BYTES
    assert 50 < len(talks) < 70


def test_many_short_ones_are_kept() -> None:
    talks = Sessions()
    for number in range(2_000):
        talks.change(str(number), lambda talk: talk.with_turn(Turn(1, "q", "<p>short</p>")))
    assert len(talks) == 2_000


def test_one_that_is_larger_than_all_room_is_still_shown() -> None:
    talks = Sessions(10)
    talks.change("a", lambda talk: talk.with_turn(LONG))
    assert talks.get("a").turns == (LONG,)


def test_what_changed_meanwhile_is_kept() -> None:
    talks = Sessions()
    talks.change("a", lambda talk: talk.with_turn(LONG))
    before = talks.get("a")
    talks.change("a", lambda talk: Talk((replace(talk.turn(1), stale=True),)))
    talks.change("a", lambda talk: talk.with_turn(Turn(before.next, "next", "")))
    assert [turn.stale for turn in talks.get("a").turns] == [True, False]
