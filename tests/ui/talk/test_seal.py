"""What a browser kept comes back as it was, or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.chat.talk.seal import page_key, seal, unseal, unsealed
from ui.chat.talk.turns import Talk, Turn
from ui.show.html.part import Part

KEY = b"k" * 32
NASTY = "<img src=x onerror=hacked()>"
TURN = Turn(3, "Why?", "<section>because</section>", "Why?", Part("Because", (("So.", ("1",)),), (("1", "Star"),)))


@given(st.builds(Turn, st.integers(1, 99), st.text(), st.text(), st.none() | st.text(), st.just(TURN.part)))
def test_a_sealed_turn_comes_back_the_same(turn: Turn) -> None:
    assert unseal(seal(turn, KEY), KEY) == turn


@given(st.integers(0, 10_000), st.characters())
def test_one_changed_character_breaks_the_seal(at: int, other: str) -> None:
    text = seal(TURN, KEY)
    at %= len(text)
    changed = text[:at] + other + text[at + 1 :]
    assert unseal(changed, KEY) == (TURN if changed == text else None)


@pytest.mark.parametrize("kept", [None, 3, "", ".", "x.{}", seal(TURN, b"other" * 8), seal(TURN, KEY)[65:]])
def test_what_another_wrote_shows_the_question_alone(kept: object) -> None:
    assert unseal(kept, KEY) is None
    (turn,) = unsealed([{"number": 1, "question": NASTY, "token": kept, "html": NASTY}], KEY)
    assert turn.asked is None
    assert "<img" not in Talk((turn,)).html()
    assert "&lt;img src=x" in turn.html
    assert "is not shown" in turn.html


@pytest.mark.parametrize("kept", [None, "x", {"a": 1}, [1, None, "x"]])
def test_what_is_no_list_of_turns_is_an_empty_conversation(kept: object) -> None:
    assert unsealed(kept, KEY) == []


def test_turns_come_back_in_order_and_each_once() -> None:
    rows = [{"question": "q", "token": seal(replace(TURN, number=n), KEY)} for n in (2, 1, 2)]
    assert [turn.number for turn in unsealed([*rows, {"question": "lost"}], KEY)] == [1, 2, 3]


def test_the_key_is_made_once_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    key = page_key(tmp_path / "index")
    assert len(key) == 32
    assert page_key(tmp_path / "index") == key
    assert (tmp_path / "index" / "page.key").stat().st_mode & 0o077 == 0


def test_where_no_key_can_be_kept_there_is_one_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    keys = {page_key(tmp_path / "file") for _ in range(2)}
    assert [len(key) for key in keys] == [32, 32]
    (tmp_path / "page.key").write_text("broken", encoding="utf-8")
    assert len(page_key(tmp_path)) == 32
