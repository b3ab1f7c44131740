"""Documents: ids that last, digests that tell a change, spans that are slices."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.documents import ID_LENGTH, prepare
from ingest.errors import InputError
from ingest.raw import Media, RawArticle

PROSE = "The harbour bridge reopened on Tuesday after 14 months of repairs, and 12,000 cars crossed it by noon."
RAW = RawArticle("folder/a.jsonl#7", PROSE.encode(), PROSE, Media.JSONL, title="Bridge", publisher="Coast Daily")


def id_of(**changes: object) -> str:
    return prepare(replace(RAW, **changes)).article.id  # type: ignore[arg-type]


IDS = [
    ({}, {"source": "other.txt"}, True, "without url and id the content decides, not the place"),
    ({}, {"publisher": "Other Daily"}, False, "each publisher of a wire story keeps its own"),
    ({}, {"text": PROSE + " More."}, False, "another text"),
    ({}, {"title": "Other"}, False, "another title"),
    ({"id": "7"}, {"id": "7", "source": "feb/a.jsonl#7", "text": "Another."}, False, "files that both count from 1"),
    ({"id": "7"}, {"id": "8"}, False, "another row of one file"),
    ({"id": "7"}, {"id": "7", "source": "elsewhere/a.jsonl#7"}, True, "with its file's name, not its folder"),
    ({"id": "7"}, {"id": "7", "source": "folder/b.jsonl#7"}, False, "the same id in another file"),
    ({"url": "https://x.y/a"}, {"url": "https://X.Y/a#top", "text": "Another text."}, True, "an address decides"),
    ({"url": "https://x.y/a"}, {"url": "https://x.y/a?utm_source=z"}, True, "without tracking"),
    ({"url": "https://x.y/a?p=1"}, {"url": "https://x.y/a?p=2"}, False, "but with its query"),
    ({"url": "https://x.y/a"}, {"url": "https://x.y/A"}, False, "a path keeps its case"),
]


@pytest.mark.parametrize(("one", "other", "same", "reason"), IDS, ids=[row[3] for row in IDS])
def test_ids(one: dict[str, object], other: dict[str, object], same: bool, reason: str) -> None:
    assert (id_of(**one) == id_of(**other)) is same, reason
    assert len(id_of(**one)) == ID_LENGTH


def test_the_digest_is_that_of_the_raw_input() -> None:
    assert prepare(RAW).digest == prepare(replace(RAW, source="x")).digest
    assert prepare(RAW).digest != prepare(replace(RAW, raw=b"other")).digest


def test_nothing_left_is_an_input_error() -> None:
    with pytest.raises(InputError, match="no article text"):
        prepare(replace(RAW, text="Share - WeChat\n\nPrint"))


def test_the_same_input_gives_the_same_document() -> None:
    assert prepare(RAW) == prepare(RAW)


@given(st.text(max_size=300), st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_every_span_is_a_slice_of_text_that_can_be_stored(text: str, title: str) -> None:
    try:
        document = prepare(replace(RAW, text=text, title=title))
    except InputError:
        return
    article = document.article
    for field in (article.id, article.title, article.text, article.source, article.publisher or ""):
        field.encode("utf-8")
        assert "\0" not in field
    assert article.title.strip() and "\n" not in article.title
    for part in (*document.sentences, *document.chunks, *document.figures):
        assert 0 <= part.start < part.end <= len(article.text)
    for figure in document.figures:
        assert article.text[figure.start : figure.end] == figure.text
