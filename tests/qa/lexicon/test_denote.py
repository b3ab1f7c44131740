"""Names that denote the same thing, and names that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.lexicon.denote import says_name

SAME = [
    ("U.S.", "Births in the United States fell."),
    ("United States", "U.S. births fell."),
    ("the US", "American births fell."),
    ("Norway", "Norwegians voted."),
    ("Peruvians", "The vote in Peru is on Sunday."),
    ("WHO", "The World Health Organization said so."),
    ("World Health Organization", "The WHO said so."),
    ("Rosa Iturbe", "Rosa Iturbe spoke."),
    ("European Union", "The EU agreed."),
    ("China", "Chinese exports rose."),
    ("Japan", "The Japanese voted."),
    ("France", "French farmers struck."),
    ("NATO", "Nato sent ships."),
    ("GDP", "Gross domestic product rose."),
]
OTHER = [
    ("Norway", "Sweden voted."),
    ("U.S.", "They told us so."),
    ("WHO", "The man who said so left."),
    ("Iran", "Iraq voted."),
    ("Austria", "Australian farmers struck."),
]


@pytest.mark.parametrize(("name", "text"), SAME)
def test_said(name: str, text: str) -> None:
    assert says_name(name, text) == 1.0


@pytest.mark.parametrize(("name", "text"), OTHER)
def test_not_said(name: str, text: str) -> None:
    assert says_name(name, text) == 0.0


def test_half_a_name_is_half_said() -> None:
    assert says_name("Rosa Iturbe", "Iturbe spoke.") == 0.5


@given(st.text(max_size=40), st.text(max_size=80))
def test_it_is_a_share_for_any_text(name: str, text: str) -> None:
    assert 0.0 <= says_name(name, text) <= 1.0
