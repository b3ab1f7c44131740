"""What an answer was looked for in, in words and in its link."""

from datetime import date

import pytest

from qa.types import Answer
from ui.show.html.scope import Scope, chip_html
from ui.show.html.turn import turn_html

DAY = date(2024, 3, 7)


@pytest.mark.parametrize(
    ("scope", "words", "query"),
    [
        (Scope(5), "all 5 articles", ""),
        (Scope(12_000), "all 12,000 articles", ""),
        (Scope(1), "the one article", ""),
        (Scope(0, dated_only=True), "no articles yet", "dated=1"),
        (Scope(5, DAY), "articles until 7 March 2024 and undated ones", "as_of=2024-03-07"),
        (Scope(5, DAY, True), "articles until 7 March 2024, undated left out", "as_of=2024-03-07&dated=1"),
        (Scope(5, None, True, "a&b"), "all articles, undated left out, in a&b", "dated=1&index=a%26b"),
    ],
)
def test_a_scope_in_words_and_in_an_address(scope: Scope, words: str, query: str) -> None:
    assert (scope.words, scope.query) == (words, query)


def test_an_answer_says_its_scope_and_its_link_carries_it(answer: Answer) -> None:
    html = turn_html(answer, 1, None, Scope(5, DAY, True))
    assert '<p class="nd-scope">Searched: articles until 7 March 2024, undated left out</p>' in html
    assert 'data-scope="as_of=2024-03-07&amp;dated=1"' in html


def test_the_name_of_an_index_is_text(answer: Answer) -> None:
    nasty = Scope(5, index='"><img src=x>')
    assert "<img" not in turn_html(answer, 1, None, nasty) + chip_html(nasty.words)
