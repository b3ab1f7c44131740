"""Ranking: what goes before what, and always in the same order."""

import json
import random
from pathlib import Path

import pytest
from index_fakes import make_document

from index import Index
from ingest.errors import ModelError

DATA = Path(__file__).parents[3] / "shared" / "data"


def test_scores_fall_and_both_routes_are_told(new_index) -> None:
    with new_index() as index:
        index.put([make_document(f"a{n}", f"Tide table {n} for the harbour.") for n in range(5)])
        index.put([make_document("b", "Bread is baked at night.")])
        hits = index.search("tide in the harbour", k=6)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(hit.text == hit.article.text[hit.start : hit.end] for hit in hits)
    assert [hit.lexical is None for hit in hits] == [False] * 5 + [True]
    assert all(hit.dense is not None and -1.001 <= hit.dense <= 1.001 for hit in hits)


@pytest.mark.parametrize("k", [1, 3, 60, 500])
def test_k_is_the_most(new_index, k: int) -> None:
    with new_index() as index:
        index.put([make_document(f"a{n:03}", f"Tide table {n}.") for n in range(120)])
        assert len(index.search("tide", k=k)) == min(k, 120)


def test_equal_chunks_go_by_id_whatever_order_they_came_in(new_index) -> None:
    documents = [make_document(f"a{n}", "The tide was high on Monday.") for n in range(8)]
    orders = []
    for seed in range(3):
        random.Random(seed).shuffle(documents)
        with new_index(str(seed)) as index:
            index.put(documents)
            orders.append([hit.article.id for hit in index.search("tide on Monday")])
    assert orders == [[f"a{n}" for n in range(8)]] * 3


def test_the_same_question_gives_the_same_hits(new_index, tmp_path: Path, encoder) -> None:
    with new_index() as index:
        index.put([make_document(f"a{n}", f"Tide {n} came. Ferry {n * 7} left.") for n in range(30)])
        first = index.search("ferry and tide 14", k=30)
        assert index.search("ferry and tide 14", k=30) == first
    with Index.open(tmp_path / "index", encoder=encoder) as index:
        assert index.search("ferry and tide 14", k=30) == first


def test_one_sentence_with_all_the_words_goes_before_the_words_apart(new_index) -> None:
    apart = "The mayor opened a school. Rain fell on Friday. The bridge stayed shut. A budget was read."
    together = "Rain fell all day. The mayor read the budget on Friday. A school was shut. The bridge opened."
    with new_index() as index:
        index.put([make_document("apart", apart), make_document("together", together)])
        assert index.search("When did the mayor read the budget?")[0].article.id == "together"


def test_an_empty_index_has_no_hits(new_index) -> None:
    with new_index() as index:
        assert index.search("anything") == []


def test_frequencies_count_chunks_by_any_ending(new_index) -> None:
    with new_index() as index:
        index.put([make_document("a", "Two tides and 43,000 boats."), make_document("b", "A tidal bore; the tide.")])
        assert index.frequencies(["tide", "nothing", "boat"]) == ({"tide": 2, "nothing": 0, "boat": 1}, 2)


@pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data")
def test_fusion_finds_more_than_either_route(tmp_path: Path) -> None:
    """60 paragraphs of XQuAD, one question each: the right paragraph first (the whole sets are in `bench/`)."""
    rows = [
        (topic["title"], paragraph["context"], paragraph["qas"][0]["question"])
        for topic in json.loads((DATA / "xquad_en.json").read_text(encoding="utf-8"))["data"]
        for paragraph in topic["paragraphs"]
    ][:60]
    with Index.open(tmp_path, create=True) as index:
        try:
            index.put([make_document(f"p{n:03}", text, title=title) for n, (title, text, _) in enumerate(rows)])
        except ModelError as error:
            pytest.skip(str(error))
        first = {"fused": 0, "dense": 0, "lexical": 0}
        for n, (_, _, question) in enumerate(rows):
            hits = index.search(question, k=200)
            best = {
                "fused": hits[0],
                "dense": max(hits, key=lambda hit: hit.dense or -1),
                "lexical": max(hits, key=lambda hit: hit.lexical or -1),
            }
            for route, hit in best.items():
                first[route] += hit.article.id == f"p{n:03}"
    assert first["fused"] >= max(first["dense"], first["lexical"])
    assert first["fused"] >= 0.9 * len(rows)
