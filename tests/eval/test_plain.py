"""The second reader of numbers: what it reads, what it takes for carried, and that it needs nothing of the first."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.grading import plain
from eval.grading.plain import carries_numbers, read_numbers

READ = [
    ("$1.2 million", [("1200000", "USD", "")]),
    ("43,000 yuan", [("43000", "CNY", "")]),
    ("forty-two trams", [("42", "", "")]),
    ("three hundred and five homes", [("305", "", "")]),
    ("two thousand a day", [("2000", "", "day")]),
    ("420 tonnes per day", [("420", "", "day")]),
    ("the fleet has 42, with 3 a week more", [("42", "", ""), ("3", "", "week")]),
    ("from -3.5% to 12 per cent", [("-3.5", "%", ""), ("12", "%", "")]),
    ("2-3 people, well-3", [("2", "", ""), ("3", "", ""), ("3", "", "")]),
    ("$13 009 million", [("13009000000", "USD", "")]),
    ("$1MM, US$5bn, €3m", [("1000000", "USD", ""), ("5000000000", "USD", ""), ("3000000", "EUR", "")]),
    ("a wall 5 m long", [("5", "", "")]),
    ("twenty-one and thirty", [("21", "", ""), ("30", "", "")]),
    ("5 crore rupees", [("50000000", "INR", "")]),
    ("nothing at all", []),
]


@pytest.mark.parametrize(("text", "found"), READ, ids=[row[0] for row in READ])
def test_it_reads_plainly(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(n.value, n.mark, n.rate) for n in read_numbers(text)] == [(Decimal(v), m, r) for v, m, r in found]


CARRIED = [
    ("43,000 companies", "Some forty-three thousand companies came.", True),
    ("43,000 companies", "Some 42,000 companies came.", False),
    ("$5 million", "It cost 5 million dollars.", True),
    ("$5 million", "It cost 5 million euros.", False),
    ("$5 million", "It cost $5 billion.", False),
    ("5 percent", "Some 5 people came.", False),
    ("5 people", "It rose by 5 percent.", False),
    ("420 tonnes per day", "It makes 420 tonnes per year.", False),
    ("420 tonnes", "It makes 420 tonnes per year.", True),
    ("from 3 to 4", "It rose from 3.", False),
]


@pytest.mark.parametrize(("shown", "quote", "carried"), CARRIED)
def test_what_is_carried(shown: str, quote: str, carried: bool) -> None:
    assert (not carries_numbers(shown, quote)) is carried


@given(st.text(max_size=200))
def test_it_reads_anything_and_a_text_carries_itself(text: str) -> None:
    assert carries_numbers(text, text) == []


@given(st.integers(0, 10**12))
def test_separators_change_nothing(number: int) -> None:
    assert [n.value for n in read_numbers(f"{number:,} tons")] == [n.value for n in read_numbers(f"{number} tons")]


def test_it_owes_nothing_to_the_reader_it_checks() -> None:
    assert "import" in (source := Path(plain.__file__).read_text(encoding="utf-8"))
    assert "from ingest" not in source and "from qa" not in source and "from eval" not in source
