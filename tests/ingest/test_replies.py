"""Replies of news services in JSON: each form's names, what is cut or removed, and never a date nobody gave."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ingest.documents import prepare
from ingest.errors import InputError
from ingest.raw import Failure, Media, Note, RawArticle
from ingest.read.content import read_bytes
from ingest.read.source import read_source

TEXT = "The mill at Vell will close with the loss of 70 posts."
MORE = "Its owner lost 3 million crowns last year."
URL = "https://vell.example/mill"
DAY = date(2023, 6, 8)
SUMMARY = "only a summary of it is given, not its text; read its page for the rest"
TITLE_ONLY = "only its title is given, not its text; read its page for the rest"


def cut_by(count: int) -> str:
    return f"it is cut: {count} characters of the text are missing; read its page for the rest"


def newsapi(**fields: Any) -> dict[str, Any]:
    row = {
        "source": {"id": None, "name": "Vell Observer"}, "author": "Tom Aske", "title": "Mill to close - Vell Observer",
        "description": None, "url": URL, "urlToImage": None, "publishedAt": "2023-06-08T05:00:00Z", "content": TEXT,
    }  # fmt: skip
    return {"status": "ok", "totalResults": 1, "articles": [row | fields]}


def json_feed(**fields: Any) -> dict[str, Any]:
    return {
        "version": "https://jsonfeed.org/version/1.1", "title": "Vell Observer", "authors": [{"name": "Tom Aske"}],
        "items": [
            {"id": "9", "url": URL, "title": "Mill to close", "date_published": "2023-06-08T23:30:00-05:00"} | fields
        ],
    }  # fmt: skip


GUARDIAN = {
    "id": "business/2023/jun/08/mill", "type": "article", "webPublicationDate": "2023-06-08T05:00:00Z",
    "webTitle": "Mill to close", "webUrl": URL, "apiUrl": "https://api.example/mill",
}  # fmt: skip
BLOCK = (
    "<div class='block' id='{0}'><p class='block-time published-time'><time datetime='{0}'>{1} <span>BST</span></time>"
    "</p><div class='block-elements'><p>{2}</p></div><p class='block-time updated-time'>Updated <time datetime='{0}'>"
    "at {1} BST</time></p></div>"
)
BLOCKS = BLOCK.format("2023-06-08T15:40:00Z", "4.40pm", MORE) + BLOCK.format("2023-06-08T08:05:00Z", "9.05am", TEXT)
NYT = {
    "abstract": TEXT, "web_url": URL, "snippet": TEXT, "lead_paragraph": MORE, "pub_date": "2023-06-08T05:00:00+0000",
    "headline": {"main": "Mill to close", "kicker": None, "print_headline": "A Mill Closes"}, "word_count": 812,
    "byline": {"original": "By Tom Aske", "person": [{"firstname": "Tom"}]}, "_id": "nyt://article/1",
    "source": "Vell Observer",
}  # fmt: skip
GDELT = {
    "url": URL, "title": "Mill at Vell to close with loss of 70 posts", "seendate": "20230608T051500Z",
    "socialimage": "", "domain": "vell.example", "language": "English", "sourcecountry": "Norway",
}  # fmt: skip
# Each: a document, and title, publisher, authors, day, text and notes of its one article.
FORMS = [
    ("NewsAPI", newsapi(), ("Mill to close", "Vell Observer", ("Tom Aske",), DAY, TEXT, ())),
    ("NewsAPI, cut", newsapi(content=f"{TEXT}\r\nIts ow\u2026 [+2219 chars]"),
     ("Mill to close", "Vell Observer", ("Tom Aske",), DAY, f"{TEXT}\nIts ow\u2026", (cut_by(2219),))),
    ("cut, with a description of its own", newsapi(content=f"{TEXT}\u2026 [+40 chars]", description=MORE),
     ("Mill to close", "Vell Observer", ("Tom Aske",), DAY, f"{MORE}\n\n{TEXT}\u2026", (cut_by(40),))),
    ("cut, with a description that is its beginning",
     newsapi(content=f"{TEXT} {MORE}\u2026 [+40 chars]", description=f"{TEXT}"),
     ("Mill to close", "Vell Observer", ("Tom Aske",), DAY, f"{TEXT} {MORE}\u2026", (cut_by(40),))),
    ("cut, with a longer description", newsapi(content=f"{TEXT}... [40 chars]", description=f"{TEXT} {MORE}"),
     ("Mill to close", "Vell Observer", ("Tom Aske",), DAY, f"{TEXT} {MORE}", (cut_by(40),))),
    ("no content", newsapi(content=None, description=TEXT),
     ("Mill to close", "Vell Observer", ("Tom Aske",), DAY, TEXT, (SUMMARY,))),
    ("content for those who pay", {"results": [{
        "article_id": "a1", "title": "Mill to close", "link": URL, "creator": ["Tom Aske"], "description": TEXT,
        "content": "ONLY AVAILABLE IN PAID PLANS", "pubDate": "2023-06-08 05:00:00", "source_name": "Vell Observer"}]},
     ("Mill to close", "Vell Observer", ("Tom Aske",), DAY, TEXT, (SUMMARY,))),
    ("a live page of the Guardian", {"response": {"status": "ok", "results": [GUARDIAN | {
        "webTitle": "Mill to close \u2013 live", "fields": {"byline": "Tom Aske", "body": BLOCKS}}]}},
     ("Mill to close \u2013 live", "The Guardian", ("Tom Aske",), DAY,
      f"8 June 2023, 16:40: {MORE}\n\n8 June 2023, 09:05: {TEXT}", ())),
    ("boxes in a body", {"response": {"status": "ok", "results": [GUARDIAN | {"fields": {
        "byline": "Tom Aske", "body": f"<p>{TEXT}</p><aside class='rich-link'><p>Ferry sinks, 9 lost</p></aside>"
        f"<p>{MORE}</p><p class='share'>Share this: 31 shares</p>"}}]}},
     ("Mill to close", "The Guardian", ("Tom Aske",), DAY, f"{TEXT}\n\n{MORE}", ())),
    ("Guardian, body as HTML", {"response": {"status": "ok", "results": [GUARDIAN | {"fields": {
        "headline": "Mill to close", "byline": "Tom Aske", "body": f"<p>{TEXT}</p> <p>{MORE}</p>", "wordcount": "17",
        "bodyText": f"{TEXT} {MORE}"}}]}},
     ("Mill to close", "The Guardian", ("Tom Aske",), DAY, f"{TEXT}\n\n{MORE}", ())),
    ("Guardian, plain text, one article", {"response": {"content": GUARDIAN | {"fields": {
        "bodyText": TEXT, "publication": "Vell Observer"}}}},
     ("Mill to close", "Vell Observer", (), DAY, TEXT, ())),
    ("Guardian, fields not asked for", {"response": {"results": [GUARDIAN | {"fields": {"trailText": TEXT}}]}},
     ("Mill to close", "The Guardian", (), DAY, TEXT, (SUMMARY,))),
    ("New York Times", {"status": "OK", "copyright": "(c) 2023", "response": {"docs": [NYT], "meta": {"hits": 1}}},
     ("Mill to close", "Vell Observer", ("Tom Aske",), DAY, f"{TEXT}\n\n{MORE}", (SUMMARY,))),
    ("GDELT", {"articles": [GDELT]},
     (GDELT["title"], "vell.example", (), DAY, GDELT["title"], (TITLE_ONLY,))),
    ("JSON Feed", json_feed(content_html=f"<p>{TEXT}</p><p>{MORE}</p>", content_text="See the page."),
     ("Mill to close", "Vell Observer", ("Tom Aske",), DAY, f"{TEXT}\n\n{MORE}", ())),
    ("JSON Feed, plain, its own author", json_feed(content_text=TEXT, authors=[{"name": "Lena Orth"}]),
     ("Mill to close", "Vell Observer", ("Lena Orth",), DAY, TEXT, ())),
    ("JSON Feed 1.0, a link blog", json_feed(
        content_text=TEXT, url=None, external_url=URL, author={"name": "Lena Orth"}),
     ("Mill to close", "Vell Observer", ("Lena Orth",), DAY, TEXT, ())),
    ("JSON Feed without title and date", json_feed(content_text=TEXT, title=None, date_published=None),
     (TEXT, "Vell Observer", ("Tom Aske",), None, TEXT, ())),
    ("mediastack", {"pagination": {"total": 1}, "data": [{
        "author": None, "title": "Mill to close", "description": TEXT, "url": URL, "source": "Vell Observer",
        "published_at": "2023-06-08T05:00:00+00:00"}]}, ("Mill to close", "Vell Observer", (), DAY, TEXT, (SUMMARY,))),
    ("Event Registry", {"articles": {"results": [{
        "uri": "77", "title": "Mill to close", "body": TEXT, "date": "2023-06-08", "url": URL,
        "source": {"uri": "vell.example", "title": "Vell Observer"}, "authors": [{"name": "Tom Aske"}]}], "pages": 1}},
     ("Mill to close", "Vell Observer", ("Tom Aske",), DAY, TEXT, ())),
    ("WordPress", [{
        "id": 12, "date": "2023-06-08T05:00:00", "link": URL, "title": {"rendered": "Mill &amp; yard to close"},
        "content": {"rendered": f"<p>{TEXT}</p>", "protected": False}, "author": 4}],
     ("Mill & yard to close", None, (), DAY, TEXT, ())),
    ("seconds since 1970", [{
        "headline": "Mill to close", "summary": TEXT, "datetime": 1686200400, "source": "Vell Observer"}],
     ("Mill to close", "Vell Observer", (), DAY, TEXT, (SUMMARY,))),
    ("a clock without signs between", {"feed": [{
        "title": "Mill to close", "url": URL, "time_published": "20230608T051500", "authors": ["Tom Aske"],
        "summary": TEXT, "source": "Vell Observer"}]},
     ("Mill to close", "Vell Observer", ("Tom Aske",), DAY, TEXT, (SUMMARY,))),
    ("Bing", {"_type": "News", "value": [{
        "name": "Mill to close", "url": URL, "description": TEXT, "datePublished": "2023-06-08T05:00:00.0000000Z",
        "provider": [{"_type": "Organization", "name": "Vell Observer"}]}]},
     ("Mill to close", "Vell Observer", (), DAY, TEXT, (SUMMARY,))),
    ("paragraphs as a list", {"articles": [{"title": "Mill to close", "body": [TEXT, MORE]}]},
     ("Mill to close", None, (), None, f"{TEXT}\n\n{MORE}", ())),
]  # fmt: skip


def read(document: object) -> list[RawArticle | Failure | Note]:
    return list(read_bytes(json.dumps(document).encode(), "reply.json", Media.JSON))


@pytest.mark.parametrize(("name", "document", "expected"), FORMS, ids=[row[0] for row in FORMS])
def test_forms(name: str, document: object, expected: tuple[Any, ...]) -> None:
    (found,) = read(document)
    assert isinstance(found, RawArticle), name
    made = prepare(found)
    a = made.article
    assert (a.title, a.publisher, a.authors, a.published, a.text, found.notes) == expected, name
    assert a.url in (URL, None)
    printed = [a.text[figure.start : figure.end] for figure in made.figures]
    assert not any(count in figure for figure in printed for count in ("2219", "40", "812"))


NO_DAYS = ["1970-01-01T00:00:00Z", "1970-01-01", 0, -1, "", None, "0001-01-01T00:00:00Z", True, "soon", 1e400]


@pytest.mark.parametrize("value", NO_DAYS)
def test_no_day_is_no_day(value: object) -> None:
    (found,) = read(newsapi(publishedAt=value))
    assert isinstance(found, RawArticle)
    assert prepare(found).article.published is None


@pytest.mark.parametrize("removed", [{"title": "[Removed]", "description": "[Removed]"}, {"title": "x"}])
def test_a_removed_row_is_named_and_the_others_go_in(removed: dict[str, str]) -> None:
    document = newsapi()
    document["articles"].insert(0, {"source": {"name": "[Removed]"}, "content": "[Removed]", **removed})
    note, article = read(document)
    assert note == Note("reply.json#1", "reply.json#1: the service removed this article ([Removed]); it is left out")
    assert isinstance(article, RawArticle)


UNKNOWN = [
    ({"name": "mill", "version": "1.0", "dependencies": {"saw": "2"}}, "in a form that is read", "settings"),
    ({"data": [[1, 2], [3, 4]]}, "in a form that is read", "numbers"),
    ({"type": "FeatureCollection", "features": [{"geometry": {}}]}, "in a form that is read", "a map"),
    ([{"x": 1}, {"x": 2}], "in a form that is read", "rows of something else"),
    (
        {"status": "error", "code": "apiKeyInvalid", "message": "Your key\nis wrong."},
        "(Your key is wrong.)",
        "an error",
    ),
    ({"status": "ok", "totalResults": 0, "articles": []}, "empty list", "no hits"),
]


@pytest.mark.parametrize(("document", "words", "reason"), UNKNOWN, ids=[row[2] for row in UNKNOWN])
def test_an_unknown_document_is_one_line(document: object, words: str, reason: str) -> None:
    with pytest.raises(InputError, match="holds") as caught:
        read(document)
    assert words in str(caught.value) and "\n" not in str(caught.value), reason


def test_the_line_names_the_forms() -> None:
    with pytest.raises(InputError) as caught:
        read({"x": 1})
    assert all(form in str(caught.value) for form in ("NewsAPI", "Guardian", "GDELT", "JSON Feed", '"text"'))


def test_rows_of_a_service_one_a_line(tmp_path: Path) -> None:
    rows = [newsapi(content=f"{TEXT}\u2026 [+9 chars]")["articles"][0], newsapi(title="[Removed]")["articles"][0]]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    article, note = read_source(path)
    assert isinstance(article, RawArticle) and article.publisher == "Vell Observer"
    assert article.notes == (cut_by(9),)
    assert isinstance(note, Note) and note.source == f"{path}#2"
