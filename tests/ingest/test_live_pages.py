"""Live pages: the page's title, and every post with its own time."""

import json
import re
from datetime import date

import pytest

from ingest.documents import prepare
from ingest.figures import extract_figures
from ingest.raw import Media, RawArticle
from ingest.read.content import read_bytes
from ingest.types import Document, FigureKind

INTRO = "Our reporters follow the flood as it moves down the Ullen valley, from the dam at Brekke to the sea at Norvik."
LATE = "The water board says 40 villages are cut off tonight."
EARLY = "The water board says 12 villages are cut off this morning."


def read(markup: str) -> Document:
    (found,) = read_bytes(markup.encode(), "a.html", Media.HTML)
    assert isinstance(found, RawArticle)
    return prepare(found)


def page(posts: str, head: str = "", title: str = "Flood in the Ullen valley: live") -> str:
    return (
        f"<html><head><title>{title}</title>{head}</head><body><main><h1>{title}</h1><p>{INTRO}</p>{posts}</main>"
        "<aside class='related'><ul><li><time datetime='2023-01-01T10:00'>1 Jan</time> An older flood of long ago"
        "</li><li><time datetime='2023-01-02T10:00'>2 Jan</time> Another one of the same kind</li></ul></aside>"
        "</body></html>"
    )


def stated(**more: object) -> str:
    posts = [
        {"@type": "BlogPosting", "headline": "Villages cut off", "datePublished": "2024-05-04T07:05:00+02:00",
         "articleBody": f"<p>{EARLY}</p>"},
        {"@type": "BlogPosting", "headline": "More villages", "datePublished": "2024-05-05T21:30:00+02:00",
         "articleBody": LATE},
    ]  # fmt: skip
    item = {"@type": "LiveBlogPosting", "headline": "Flood in the Ullen valley: live", "liveBlogUpdate": posts, **more}
    return f"<script type='application/ld+json'>{json.dumps({'@graph': [item]})}</script>"


ARTICLES = (
    f"<article><time datetime='2024-05-05T21:30:00+02:00'>21.30</time><h2>More villages</h2><p>{LATE}</p></article>"
    f"<article><time datetime='2024-05-04T07:05:00+02:00'>7.05</time><h2>Villages cut off</h2><p>{EARLY}</p></article>"
)
PAGES = [
    (page(ARTICLES), "plain articles"),
    (page(ARTICLES.replace("article>", "section>")), "sections"),
    (page(ARTICLES, stated(datePublished="2024-05-04T06:00:00Z")), "stated and shown: each post once"),
    (page("", stated()), "stated only, as when a script makes the page"),
    (page(f"<div class='live-blog'><div itemprop='liveBlogUpdate' itemscope><h2 itemprop='headline'>More villages</h2>"
          f"<time itemprop='dateModified' datetime='2024-05-06T09:00'>9.00</time><time itemprop='datePublished' "
          f"datetime='2024-05-05T21:30'>9.30pm</time><div itemprop='articleBody'><p>{LATE}</p></div></div>"
          f"<div itemprop='liveBlogUpdate' itemscope><h2>Villages cut off</h2><time itemprop='datePublished' "
          f"datetime='2024-05-04T07:05'>7.05am</time><div><p>{EARLY}</p></div></div></div>",
          title="Flood in the Ullen valley"), "microdata, with a change of a post"),
    (page(f"<ul class='liveblog'><li data-sort-time='20240505213000'><h3>More villages</h3>"
          f"<p>{LATE}</p></li><li data-sort-time='20240504070500'><h3>Villages cut off</h3><p>{EARLY}</p></li></ul>",
          title="Flood in the Ullen valley"), "a list with times in attributes"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "reason"), PAGES, ids=[row[1] for row in PAGES])
def test_posts_open_with_their_time(markup: str, reason: str) -> None:
    article = read(markup).article
    assert article.title.startswith("Flood in the Ullen valley"), reason
    assert article.published == date(2024, 5, 4), reason
    assert [line for line in article.text.split("\n") if line] == [
        INTRO,
        "5 May 2024, 21:30: More villages",
        f"5 May 2024, 21:30: {LATE}",
        "4 May 2024, 07:05: Villages cut off",
        f"4 May 2024, 07:05: {EARLY}",
    ], reason


def test_a_printed_clock_past_midnight_is_of_the_next_day() -> None:
    turned = ARTICLES.replace("2024-05-05T21:30:00+02:00'>21.30", "2024-05-05T22:20:00Z'>0.20")
    assert f"6 May 2024, 00:20: {LATE}" in read(page(turned)).article.text


def test_a_clock_in_any_element_of_a_post_is_its_time() -> None:
    spans = re.sub(r"<time[^>]*>([^<]*)</time>", r"<p>Posted at <span class='t'>\1</span></p>", ARTICLES)
    text = read(page(spans, "<meta property='article:published_time' content='2024-05-04'>")).article.text
    assert f"4 May 2024, 21:30: {LATE}" in text
    assert f"4 May 2024, 07:05: {EARLY}" in text


def test_posts_printed_oldest_first_are_turned() -> None:
    late, early = ARTICLES.split("</article>")[:2]
    text = read(page(f"{early}</article>{late}</article>")).article.text
    assert text.index(LATE) < text.index(EARLY)


def test_two_posts_of_one_day_are_told_apart() -> None:
    text = read(page(ARTICLES.replace("2024-05-05", "2024-05-04"))).article.text
    assert f"4 May 2024, 21:30: {LATE}" in text
    assert f"4 May 2024, 07:05: {EARLY}" in text


def test_a_time_without_a_day_stays_as_printed() -> None:
    text = read(page(ARTICLES.replace(" datetime='2024-05-05T21:30:00+02:00'", ""))).article.text
    assert f"21.30: {LATE}" in text


def test_every_paragraph_of_a_post_has_its_time_and_share_bars_go() -> None:
    more = ARTICLES.replace(f"<p>{LATE}</p>", f"<p>{LATE}</p><p>Share on Facebook</p><p>Boats bring bread.</p>", 1)
    text = read(page(more)).article.text
    assert "5 May 2024, 21:30: Boats bring bread." in text
    assert "Facebook" not in text


def test_figures_of_a_post_are_of_its_day() -> None:
    figures = [one for one in read(page(ARTICLES)).figures if one.kind is FigureKind.QUANTITY and one.value]
    assert [(f"{one.value}", one.period and str(one.period.start)) for one in figures] == [
        ("40", "2024-05-05"),
        ("12", "2024-05-04"),
    ]
    assert all(one.measure == "villages" for one in figures)


def test_the_words_of_a_post_are_read_by_its_day() -> None:
    text = "5 May 2024, 21:30: It sold 50 boats yesterday.\n\nIt sold 60 boats yesterday."
    sold = [one for one in extract_figures(text, published=date(2024, 1, 2)) if one.kind is FigureKind.QUANTITY]
    assert [one.period and one.period.start for one in sold] == [date(2024, 5, 4), date(2024, 1, 1)]


def test_a_row_of_a_post_has_its_time_and_its_headers() -> None:
    table = "<table><tr><th>Village<th>Boats</tr><tr><td>Brekke<td>17</tr></table>"
    found = read(page(ARTICLES.replace(f"<p>{EARLY}</p>", f"<p>{EARLY}</p>{table}")))
    assert "4 May 2024, 07:05 | Village: Brekke | Boats: 17" in found.article.text
    (boats,) = (one for one in found.figures if one.unit == "boat")
    assert (boats.text, boats.subject, boats.period and boats.period.start) == ("17", "Brekke", date(2024, 5, 4))


NOT_LIVE = [
    (page(ARTICLES, title="Flood in the Ullen valley"), "articles with times on a page that is not live"),
    (page(f"<p>{INTRO} {INTRO}</p>", title="Live music returns"), "a title with the word and no posts"),
]


@pytest.mark.parametrize(("markup", "reason"), NOT_LIVE, ids=[row[1] for row in NOT_LIVE])
def test_other_pages_have_no_posts(markup: str, reason: str) -> None:
    text = read(markup).article.text
    assert "2024, 21:30:" not in text, reason
    assert "2023, 10:00:" not in text, reason
    assert INTRO in text
