"""Publishers as voices: editions of one paper are one, and so are copies of one story."""

import pytest

from ingest.types import Article
from qa.compare.voices import count_voices, family, same_publisher

SAME = [
    ("The Daily Lantern", "Daily Lantern", "the article"),
    ("dailylantern.com", "Daily Lantern", "a site and its paper"),
    ("https://www.dailylantern.co.uk/news", "The Daily Lantern", "an address"),
    ("Daily Lantern", "Daily Lantern Global", "an edition"),
    ("DAILY LANTERN", "daily-lantern", "case and hyphen"),
    ("El Faro de Quito", "El Faro de Quito (online)", "an addition in brackets"),
]
OTHERS = [
    ("Daily Lantern", "Weekly Lantern", "two papers"),
    ("The Sun", "The Sunday Review", "a short name is no prefix"),
    ("Bild", "Bildungszeitung", "nor is this one"),
    ("Times of Malta", "Times of Oman", "the same first words"),
    ("", "", "no name"),
    ("Daily Lantern", "", "one name"),
]


@pytest.mark.parametrize(("a", "b", "why"), SAME)
def test_one_publisher(a: str, b: str, why: str) -> None:
    assert same_publisher(a, b) and same_publisher(b, a), why


@pytest.mark.parametrize(("a", "b", "why"), OTHERS)
def test_two_publishers(a: str, b: str, why: str) -> None:
    assert not same_publisher(a or None, b or None), why


def test_family_of_no_publisher() -> None:
    assert family(None) is None
    assert family("—") is None


def article(id_: str, publisher: str | None) -> Article:
    return Article(id_, "t", "x", "s", publisher=publisher)


@pytest.mark.parametrize(
    ("articles", "groups", "voices"),
    [
        ([("a", "Lantern Post"), ("b", "Quay Herald")], {}, 2),
        ([("a", "Lantern Post"), ("b", "Lantern Post")], {}, 1),
        ([("a", "Lantern Post"), ("b", "Quay Herald")], {"a": "v", "b": "v"}, 1),
        ([("a", "Lantern Post"), ("b", "Quay Herald"), ("c", "Shore Mail")], {"a": "v", "b": "v", "c": "c"}, 2),
        ([("a", None), ("b", None)], {}, 2),
        ([("a", None), ("a", None)], {}, 1),
        ([], {}, 0),
    ],
)
def test_count_voices(articles: list[tuple[str, str | None]], groups: dict[str, str], voices: int) -> None:
    assert count_voices([article(*row) for row in articles], groups) == voices
