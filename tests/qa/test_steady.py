"""An answer is made at one state of the index, whatever others write while it is made."""

from contextlib import nullcontext

import pytest

from ingest.errors import NotFound
from qa.steady import TRIES, at_one_state


class MovingIndex:
    """Counts its states: each call of `move` makes the next one, unless the state is held."""

    def __init__(self) -> None:
        self.number, self.held = 0, False

    def state(self) -> tuple[int, str]:
        return self.number, ""

    def holding(self) -> nullcontext[None]:
        self.held = True
        return nullcontext()

    def move(self) -> None:
        self.number += not self.held


def run(answer, **settings):
    index = MovingIndex()
    return index, at_one_state(index, lambda: answer(index), **settings)  # type: ignore[arg-type]


def test_an_answer_over_which_nothing_moved_is_the_first() -> None:
    index, found = run(lambda index: "first")
    assert found == "first" and not index.held


def test_an_answer_over_a_change_is_made_again_and_at_last_with_the_state_held() -> None:
    made: list[int] = []

    def answer(index: MovingIndex) -> str:
        made.append(index.number)
        index.move()
        return f"answer {len(made)}"

    index, found = run(answer)
    assert found == f"answer {TRIES + 1}" and index.held


def test_an_error_over_a_change_is_none() -> None:
    def answer(index: MovingIndex) -> str:
        if index.number == 0:
            index.move()
            raise NotFound("gone")
        return "found"

    assert run(answer)[1] == "found"


def test_an_error_without_a_change_is_raised_at_once() -> None:
    def answer(index: MovingIndex) -> str:
        raise NotFound("gone")

    with pytest.raises(NotFound):
        run(answer)
