"""A conversation: follow-ups, its size, a question asked anew in its place."""

import pytest

from qa.desk import Newsdesk
from ui.chat.ask import asked_turn, read_choice
from ui.chat.talk.turns import KEPT_TURNS, Talk, Turn

CHOICE = read_choice(None, None, "", 8)
BOUGHT = "How many trams did Glasport buy in 2023?"


def numbered(count: int) -> Talk:
    talk = Talk()
    for number in range(count):
        talk = talk.with_turn(Turn(talk.next, f"q{number}", f"<p>{number}</p>", f"q{number}"))
    return talk


def test_a_follow_up_reads_the_question_before(desk: Newsdesk) -> None:
    talk = asked_turn(desk, Talk(), BOUGHT, CHOICE)
    assert "48 trams" in talk.turns[-1].html
    talk = asked_turn(desk, talk, "What did they cost?", CHOICE)
    assert "Understood as" in talk.turns[-1].html
    assert "they" not in talk.asked[-1]


def test_a_question_asked_anew_stands_in_its_place_and_follows_on_those_before_it(desk: Newsdesk) -> None:
    talk = asked_turn(desk, Talk(), BOUGHT, CHOICE)
    talk = asked_turn(desk, talk, "What did they cost?", CHOICE)
    talk = asked_turn(desk, talk, "Who is the mayor?", CHOICE)
    after = asked_turn(desk, talk, "And in 2022?", CHOICE, place=2)
    assert [turn.question for turn in after.turns] == [BOUGHT, "And in 2022?", "Who is the mayor?"]
    assert [turn.number for turn in after.turns] == [1, 2, 3]
    assert "trams" in (after.turns[1].asked or "")
    assert [turn.stale for turn in after.turns] == [False, False, True]
    assert after.html().index("was asked anew") > after.html().index("And in 2022?")


def test_a_conversation_stays_small() -> None:
    talk = numbered(KEPT_TURNS + 5)
    assert len(talk.turns) == KEPT_TURNS
    assert len(talk.asked) == 4
    assert talk.next == KEPT_TURNS + 6


def test_an_empty_question_is_one_line(desk: Newsdesk) -> None:
    talk = asked_turn(desk, Talk(), "???", CHOICE)
    assert "nd-error" in talk.turns[-1].html
    assert talk.asked == ()


def test_a_defect_ends_the_waiting(desk: Newsdesk, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Newsdesk(desk.index)
    monkeypatch.setattr(own, "ask", lambda *a, **k: 1 / 0, raising=False)
    assert "could not be answered" in asked_turn(own, Talk(), "Why?", CHOICE).turns[-1].html
