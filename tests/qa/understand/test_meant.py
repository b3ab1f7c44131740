"""The question inside what people type."""

import pytest

from qa.understand.meant import what_is_meant

TABLE = [
    ("Not the county ones: how many are there?", "how many are there?"),
    ("I don't want the old one, what is the new price?", "what is the new price?"),
    ("Not counting schools, on how many sites is work under way?", "on how many sites is work under way?"),
    ("Not staff but branches: how many does it run?", "how many branches does it run?"),
    ("Not firms but projects: how many big new ones did it win?", "how many big new projects did it win?"),
    ("Not the money but the number: how often did they pay?", "how often did they pay?"),
    ("How many are there?", "How many are there?"),
    ("Not everyone agrees. Who does?", "Not everyone agrees. Who does?"),
    ("Apart from Oslo, which towns voted?", "Apart from Oslo, which towns voted?"),
    ("county schools in Arles, how many", "how many county schools in Arles?"),
    ("state-backed mills open in Arles - how many mills?", "how many state-backed mills open in Arles?"),
    ("the Orsund works, how many posts?", "the Orsund works, how many posts?"),
    ("If they strike, how many will stay?", "If they strike, how many will stay?"),
    ("Please report the output of Arles for 2022.", "What is the output of Arles for 2022?"),
    ("I need the number of mills in Arles, please.", "What is the number of mills in Arles?"),
    ("Tell me who paid.", "Tell me who paid."),
    ("What do the sources say about how much they make?", "how much they make?"),
    ("What do the articles say about Arles?", "What do the articles say about Arles?"),
    ("What did the mayor say: not now?", "What did the mayor say: not now?"),
]


@pytest.mark.parametrize(("asked", "meant"), TABLE)
def test_what_is_meant(asked: str, meant: str) -> None:
    assert what_is_meant(asked) == meant
