"""Short fuzz tests: no parser falls over what strangers write, and what is cited stands in the text at its place."""

import csv
import io
import json
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.terms import query_terms
from ingest.documents import prepare
from ingest.errors import InputError, QuestionError
from ingest.figures import extract_figures, find_periods
from ingest.head.fields import read_authors, read_day
from ingest.head.stamps import find_stamps, parse_stamp
from ingest.raw import Failure, Media, Note, RawArticle
from ingest.read.content import read_bytes
from qa.chat_model.call import ask_model
from qa.chat_model.llm import read_with_model
from qa.chat_model.prompt import parse_reply
from qa.desk import checked
from qa.types import Evidence, Verdict
from qa.understand.followup import complete
from qa.understand.question import understand

WORDS = (
    "How many who when ( ) [ ] { } \" “ ” ' ’ . , ; : ? ! - – — / 5 1,060 1.5 3/4 2023 May Monday last year percent % $"
    " € million trillion yuan km per than more up to from between and of the in Anna Lee Ltd. U.S. Mr. said 万 年 ½ ٣ é"
    " \u0301 \u202e \u00a0 \n \t \0 \ud800 😀 <b> </p> &amp; http://a.b @x =1 S1 [S1] 12:30 a.m. 04/05/2022"
    " 2022-05-04 20220504 5月4日"
).split(" ")
TEXT = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
)  # fmt: skip
DAYS = st.one_of(st.none(), st.dates())
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXT, inner, max_size=4)),
    max_leaves=12,
)
FIELDS = st.sampled_from(
    "id title text content body date published publishedAt author authors byline source publisher url fields".split()
)
QUICK = settings(max_examples=100, deadline=None)


@QUICK
@given(TEXT, DAYS)
def test_figures_stand_at_their_places(text: str, day: date | None) -> None:
    for figure in extract_figures(text, published=day):
        assert text[figure.start : figure.end] == figure.text
    for span in find_periods(text, day):
        assert text[span.start : span.end] == span.period.text


@QUICK
@given(TEXT)
def test_dates_stand_at_their_places_and_are_days(text: str) -> None:
    stamps = find_stamps(text)
    assert all(0 <= one.start < one.end <= len(text) for one in stamps)
    assert all(before.end <= after.start for before, after in pairwise(stamps))
    assert parse_stamp(text) is None or isinstance(parse_stamp(text), date)
    read_day(text)
    assert all(name.strip() for name in read_authors(text))


@QUICK
@given(TEXT, TEXT, DAYS)
def test_any_question_is_understood_or_refused(text: str, before: str, today: date | None) -> None:
    try:
        question = checked(text)
    except QuestionError as error:
        assert "\n" not in str(error)
        return
    understood = understand(question, today)
    assert all(understood.text[t.start : t.end] == t.text for t in understood.terms)
    for term in query_terms(question):
        assert term.match.count('"') % 2 == 0
    complete(question, [before])


SOURCE = "The tram in Porto carried 12 million passengers in 2022."
SHOWN = Evidence("S1", prepare(RawArticle("x", b"", SOURCE, Media.TEXT)).article, 0, len(SOURCE), SOURCE, 1.0)
REPLIES = st.one_of(
    TEXT, JSON.map(lambda value: json.dumps(value)), TEXT.map(lambda text: f"{SOURCE[:-1]} [S1]. {text} [S1].")
)


class Says:
    """A model that says one thing, whatever it is asked."""

    def __init__(self, content: Any) -> None:
        self.content = content

    def invoke(self, messages: Any, /) -> Any:
        return self


@QUICK
@given(REPLIES)
def test_whatever_a_model_writes_only_what_is_carried_is_kept(reply: str) -> None:
    parsed = parse_reply(reply, ["S1"])
    assert {key for _, keys in parsed.sentences for key in keys} <= {"S1"}
    reading = read_with_model("How many passengers did the tram carry?", [SHOWN], Says(reply))
    assert all(verdict is Verdict.SUPPORTED and keys == ("S1",) for _, keys, verdict in reading.claims)


@QUICK
@given(JSON)
def test_whatever_a_model_returns_in_place_of_words_is_text(content: object) -> None:
    assert isinstance(ask_model(Says(content), [], 30), str)


def check(raw: bytes, media: Media) -> None:
    """Read a file to its end: articles that keep the slice law, or one line for each part that is none."""
    try:
        for found in read_bytes(raw, "rows", media):
            if isinstance(found, Failure | Note):
                assert "\n" not in found.reason
                continue
            try:
                document = prepare(found)
            except InputError as error:
                assert "\n" not in str(error)
                continue
            text = document.article.text
            assert all(text[one.start : one.end] == one.text for one in document.figures)
            assert all(text[one.start : one.end].strip() for one in document.sentences)
            text.encode("utf-8")
    except InputError as error:
        assert "\n" not in str(error)


@QUICK
@given(st.lists(st.one_of(st.dictionaries(FIELDS, JSON, max_size=6), JSON), max_size=4))
def test_rows_and_lists_of_json(rows: list[Any]) -> None:
    check("\n".join(json.dumps(row) for row in rows).encode("utf-8", "replace"), Media.JSONL)
    check(json.dumps(rows).encode("utf-8", "replace"), Media.JSON)


@QUICK
@given(st.lists(FIELDS, max_size=5), st.lists(st.lists(TEXT, max_size=6), max_size=4), st.sampled_from(",;\t"))
def test_rows_of_csv(names: list[str], rows: list[list[str]], mark: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows([names, *rows])
    check(out.getvalue().encode("utf-8", "replace"), Media.CSV)


@QUICK
@pytest.mark.parametrize("media", [Media.JSONL, Media.JSON, Media.CSV, Media.MAIL, Media.RTF, Media.FEED])
@given(raw=st.one_of(st.binary(max_size=300), TEXT.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_bytes_of_any_kind(media: Media, raw: bytes) -> None:
    check(raw, media)


@pytest.mark.parametrize("number", range(8))
def test_the_long_form_runs(number: int) -> None:
    from tests.fuzz.__main__ import SHARES, run

    ran = run((number, 1, 20))
    assert (ran.inputs, ran.failures, len(SHARES)) == (20, (), 8)
