"""Forms in which words and numerals meet."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from index_fakes import make_document

from index.terms import extra_terms, number_term, numbers, query_terms


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("43,000 firms", ["n43000"], "grouped by commas"),
        ("43000 firms", ["n43000"], "bare"),
        ("43 thousand firms", ["n43000"], "scale word"),
        ("43-thousand-strong", ["n43000"], "scale after a hyphen"),
        ("2.43 trillion", ["n2430000000000"], "decimals with a scale"),
        ("2,430 billion", ["n2430000000000"], "the same value by another scale"),
        ("$5.4bn", ["n5400000000"], "scale glued on"),
        ("5 m", ["n5", "n5000000"], "metres or millions"),
        ("12,34,567", ["n1234567"], "Indian grouping"),
        ("3 lakh", ["n300000"], "Indian scale"),
        ("2.50", ["n2d5"], "trailing zero"),
        ("twenty-one", ["n21"], "spelled out"),
        ("four million", ["n4000000"], "spelled out with a scale"),
        ("one of them", [], "a pronoun"),
        ("one million", ["n1000000"], "not a pronoun"),
        ("in the 1990s.", ["n1990"], "a decade"),
        ("A380 and 5,", ["n5"], "a model name is a word"),
    ],
)
def test_numerals(text: str, expected: list[str], reason: str) -> None:
    assert [number_term(value) for value, _, _ in numbers(text)] == expected, reason


@pytest.mark.parametrize(
    ("text", "term", "reason"),
    [
        ("the NorthSouth line", "North", "camel-glued words by their parts"),
        ("medium-sized firms", "mediumsized", "hyphen lost elsewhere"),
        ("the U.S. and the E.U.", "US", "dotted initials"),
        ("東京都は", "京都", "pairs in a script without spaces"),
    ],
)
def test_extra_terms(text: str, term: str, reason: str) -> None:
    assert term in extra_terms(text).split(), reason


@pytest.mark.parametrize(
    ("question", "forms", "reason"),
    [
        ("How many firms came?", ["firms", "came"], "stop words go"),
        ("Who is he?", ["Who", "is", "he"], "unless nothing is left"),
        ("What did the WHO say?", ["WHO"], "an initialism is no stop word"),
        ("the mayor's plan", ["mayor", "plan"], "without the ending of the genitive"),
        ("43 thousand firms", ["n43000", "firms"], "a numeral is one term"),
        ("5G masts", ["n5", "5G", "masts"], "a word that begins with a digit stays"),
    ],
)
def test_query_terms(question: str, forms: list[str], reason: str) -> None:
    assert [term.forms[0] for term in query_terms(question)] == forms, reason


def test_neighbours_are_also_searched_glued() -> None:
    first, second = query_terms("medium sized")
    assert "mediumsized" in first.forms and "mediumsized" in second.forms


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["thousand", "million", "bn"]))
def test_a_value_has_one_term(value: Decimal, scale: str) -> None:
    factor = {"thousand": 3, "million": 6, "bn": 9}[scale]
    scaled = number_term(value.scaleb(factor))
    assert number_term(next(numbers(f"{value} {scale}"))[0]) == scaled
    assert number_term(next(numbers(f"{value:,} {scale}"))[0]) == scaled
    plain = next(numbers(format(value.scaleb(factor), "f")))[0]
    assert number_term(plain) == scaled


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    from index_fakes import FakeEncoder

    from index import Index

    texts = {
        "count": "The zone drew 43,000 companies by spring.",
        "money": "Output came to 2.43 trillion pesos.",
        "camel": "The NorthportEasthaven corridor opened.",
        "glued": "Help goes to mediumsized firms of the district.",
        "hyphen": "A well-being budget was passed.",
        "accent": "Señor Muñoz spoke in São Paulo.",
        "plain": "Rain fell on the hills all week.",
    }
    folder = tmp_path_factory.mktemp("terms")
    with Index.open(folder, encoder=FakeEncoder(), create=True) as index:
        index.put([make_document(id, text) for id, text in texts.items()])
        yield index


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("43000", "count"),
        ("43 thousand", "count"),
        ("43,000 company", "count"),
        ("2,430 billion", "money"),
        ("Easthaven", "camel"),
        ("northport corridors", "camel"),
        ("medium sized", "glued"),
        ("medium-sized", "glued"),
        ("wellbeing", "hyphen"),
        ("munoz sao paulo", "accent"),
    ],
)
def test_search_finds_every_form(corpus, query: str, id: str) -> None:
    lexical = [hit for hit in corpus.search(query) if hit.lexical]
    assert [hit.article.id for hit in lexical] == [id]


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_question_is_syntax(corpus, question: str) -> None:
    corpus.search(question)


@pytest.mark.parametrize(
    "question",
    ['"', "a AND b OR", "title:x", "x*", "NEAR(a b)", "{a b}", "-a", "^a", "a) OR (b", "\0", "'; DROP TABLE words; --"],
)
def test_query_language_is_plain_text(corpus, question: str) -> None:
    corpus.search(question)
    assert len(corpus) == 7
