"""The slice law: whatever is cited or figured stands in its article, at its place, letter for letter."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsroom import check_slices

from index import Index, OnnxEncoder
from ingest.types import FigureKind
from qa import Newsdesk

QUESTIONS = (
    "How many companies came to Tianjin from Beijing?",
    "How many companies has Hebei attracted?",
    "What was the industrial added value of the region?",
    "How much are the investments from Beijing businesses worth?",
    "What share of value-added is high-tech?",
    "Who is the mayor of Baoding?",
    "Where is the spindle speed measured?",
    "When was the steel sheet project completed?",
    "What did Luo Jun say?",
    "Why was a subsidiary placed in Tangshan?",
    "How many machines can the Langfang facility produce a year?",
    "How many airports does Baoding have?",
    "When was the article on factory clusters published?",
    "Which metro line used the radio system?",
    "How deep are the carved words?",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_on_the_bundled_articles(samples: Newsdesk, question: str) -> None:
    answer = samples.ask(question)
    check_slices(samples, answer)
    assert answer.citations
    told = answer.to_dict()
    for citation in told["citations"]:
        text = samples.article(citation["article_id"]).text
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_every_figure_of_the_ledger(samples: Newsdesk) -> None:
    found = list(samples.figures())
    assert len(found) > 60
    for article, figure in found:
        assert article.text[figure.start : figure.end] == figure.text
        assert all(article.text[e.start : e.end] == e.text for e in figure.equivalents)
        if figure.kind is FigureKind.QUANTITY:
            assert figure.value is not None and any(c.isalnum() for c in figure.text)


def test_every_hit(samples: Newsdesk) -> None:
    for question in QUESTIONS:
        for hit in samples.search(question, 20):
            assert hit.article.text[hit.start : hit.end] == hit.text


# Astral planes, right to left, combining marks, width-less marks, other digits: offsets count code points.
NOISE = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=("Cs", "Cc")),
        st.sampled_from("😀👩‍🚀e\u0301\u202eאבג\u200b\ufeffﬁ①٤२ẞı𝟜€“”—…\u00a0\u2028ü"),
    ),
    max_size=60,
)
FACT = "The lighthouse of Gåsøy drew 8,417 visitors in 2021."


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory, real_encoder: OnnxEncoder) -> Iterator[tuple[Path, Newsdesk]]:
    folder = tmp_path_factory.mktemp("unicode")
    with Newsdesk(Index.open(folder / "index", encoder=real_encoder, create=True)) as desk:
        yield folder / "news.jsonl", desk


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(before=NOISE, after=NOISE, title=NOISE)
def test_any_unicode_around_a_fact(scratch: tuple[Path, Newsdesk], before: str, after: str, title: str) -> None:
    file, desk = scratch
    row = {"id": "1", "title": title, "text": f"{before}\n\n{FACT}\n\n{after} {FACT[:-9]}😀 in 2020."}
    file.write_text(json.dumps(row), encoding="utf-8")
    assert not desk.ingest([file]).failed
    for question in (
        "How many visitors did the lighthouse of Gåsøy draw in 2021?",
        f"What of {before}?",
        "Who drew it?",
    ):
        if any(c.isalnum() for c in question):
            check_slices(desk, desk.ask(question))
    for article, figure in desk.figures():
        assert article.text[figure.start : figure.end] == figure.text
    answer = desk.ask("How many visitors did the lighthouse of Gåsøy draw in 2021?")
    assert answer.abstained or "8,417" in (answer.short or answer.answer)
