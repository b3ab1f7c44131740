"""Markdown, pages and feeds: every word, and only what the page states."""

from datetime import date

import pytest

from ingest.documents import prepare
from ingest.head.page_facts import read_page_facts
from ingest.raw import Media, RawArticle
from ingest.read.content import read_bytes
from ingest.read.markdown import markdown_to_text
from ingest.read.pdf import mend_broken_words
from ingest.text.markup import has_markup, markup_to_text

PROSE = "The harbour bridge reopened on Tuesday after fourteen months of repairs, the city said, and traffic was heavy."
MARKDOWN = [
    ("One *two* **three** `four` ~~five~~", "One two three four five", "emphasis and code"),
    ("[the port](http://x.y 'title') and <http://a.b>", "the port and http://a.b", "links keep their words"),
    ("# Head\ntext\n## Sub ##\nmore", "Head\n\ntext\n\nSub\n\nmore", "headings"),
    ("a line\nthat goes on", "a line that goes on", "soft breaks"),
    ("a\\\nb", "a\nb", "hard breaks"),
    ("- a\n- b\n  - c\n\nend", "- a\n- b\n\n- c\n\nend", "nested bullets"),
    ("3. a\n4. b", "3. a\n4. b", "numbers as printed"),
    ("> quoted words", "quoted words", "quotes"),
    ("| a | b |\n|---|---|\n| 1 | 2 |", "a: 1 | b: 2", "tables"),
    ("| | b |\n|---|---|\n| c | 2 |", "c | b: 2", "tables without a name for their first column"),
    ("x ![a picture](p.png) y", "x  y", "pictures are no text"),
    ("a\n\n---\n\nb", "a\n\nb", "rules"),
    ("<div>in html</div>\n\nafter", "in html\n\nafter", "blocks of HTML"),
    ("5 \\* 3 = 15 & a < b", "5 * 3 = 15 & a < b", "escapes"),
    ("```\ncode 1.5\n```", "code 1.5", "code"),
    ("2\\. is no list", "2. is no list", "an escaped number"),
    ("*a" * 30_000, "*a" * 30_000, "a block no one wrote stays as it is"),
]


@pytest.mark.parametrize(("markdown", "text", "reason"), MARKDOWN, ids=[row[2] for row in MARKDOWN])
def test_markdown_keeps_the_words(markdown: str, text: str, reason: str) -> None:
    assert markdown_to_text(markdown) == text, reason


FRONT = "---\ntitle: 'Port: reopens'\npublisher: Coast Daily\npublished: 2022-05-04\nauthor: [Ana Lima, Bo Chen]\nurl: https://x.y/a\n---\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter(newline: str) -> None:
    raw = (FRONT + f"# Port: reopens\n\n{PROSE}\n").replace("\n", newline).encode()
    (found,) = read_bytes(raw, "a.md", Media.MARKDOWN)
    assert isinstance(found, RawArticle)
    article = prepare(found).article
    assert (article.title, article.publisher, article.authors, article.published, article.url, article.text) == (
        "Port: reopens", "Coast Daily", ("Ana Lima", "Bo Chen"), date(2022, 5, 4), "https://x.y/a", PROSE
    )  # fmt: skip


def page(head: str = "", top: str = "", foot: str = "") -> str:
    return (
        f"<html><head><title>Port reopens - Coast Daily</title>{head}</head><body><h1>Port reopens</h1>{top}"
        f"<p>{PROSE} {PROSE}</p><p>{PROSE} {PROSE}</p>{foot}</body></html>"
    )


LD = '<script type="application/ld+json">{}</script>'
DATES = [
    (page("<meta property='article:published_time' content='2022-05-04T08:00:00Z'>"), date(2022, 5, 4), "meta"),
    (page("<meta content='2022-05-04' name='date'>"), date(2022, 5, 4), "attributes in another order"),
    (page(LD.format('{"@type": "NewsArticle", "datePublished": "2022-05-04"}')), date(2022, 5, 4), "JSON-LD"),
    (page(LD.format('{"@graph": [{"@type": ["NewsArticle"], "datePublished": "2022-05-04"}]}')), date(2022, 5, 4),
     "JSON-LD in a graph"),
    (page(top="<time datetime='2022-05-04T08:00'>today</time>"), date(2022, 5, 4), "a time beside the title"),
    (page(top="<div>By Ana Lima</div><div>Published 4 May 2022</div>"), date(2022, 5, 4), "a byline"),
    (page(foot="<footer>Copyright 2022 Coast Daily</footer>"), None, "a copyright year"),
    (page(foot="<p>Built on 4 May 2012 by the city.</p>"), None, "a date in the text"),
    (page(foot="<aside><time datetime='2023-01-01'>other story</time></aside>"), None, "a time beside another story"),
    (page(LD.format('{"@type": "ItemList", "datePublished": "2022-05-04"}')), None, "JSON-LD of something else"),
    (page(LD.format("{broken")), None, "broken JSON-LD"),
    (page("<meta name='date' content='03/04/2022'>"), None, "an ambiguous date"),
    (page("<meta property='article:modified_time' content='2022-05-04'>"), None, "only a change is dated"),
    (page("<link rel='canonical' href='https://x.y/2022/05/04/port'>"), None, "a date in the address"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "expected", "reason"), DATES, ids=[row[2] for row in DATES])
def test_page_dates_are_stated_ones(markup: str, expected: date | None, reason: str) -> None:
    (found,) = read_bytes(markup.encode(), "a.html", Media.HTML)
    assert isinstance(found, RawArticle)
    document = prepare(found)
    assert document.article.published == expected, reason
    assert document.article.title == "Port reopens"
    assert PROSE in document.article.text
    assert "Copyright" not in document.article.text


def test_page_facts() -> None:
    facts = read_page_facts(
        page(
            "<meta property='og:site_name' content='Coast &amp; Daily'><link href='https://x.y/a' rel='canonical'>"
            + LD.format('{"@type": "NewsArticle", "author": [{"name": "Ana Lima"}], "publisher": {"name": "Other"}}')
        )
    )
    assert (facts.publisher, facts.authors, facts.url) == ("Coast & Daily", ("Ana Lima",), "https://x.y/a")


FRAGMENTS = [
    ("<p>a</p><p>b<br>c</p>", "a\n\nb\nc"),
    ("<ul><li>a</li><li>b</li></ul>", "- a\n\n- b"),
    ("<script>x()</script>a<style>y</style><!-- z -->", "a"),
    ("a &lt;b&gt; &amp; c", "a <b> & c"),
    ("<script>never closed", ""),
    ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ("<table><tr><td>a</td><td>b</td></tr></table>", "a | b"),
    (
        "x<table><caption>c</caption><tr><th>a<th>b</tr><tr><td>1 &lt; 2</td><td>3</td></tr></table>y",
        "x\n\nc\n\na: 1 < 2 | b: 3\n\ny",
    ),
    (
        "<table><tr><th>a</th><th colspan=2>b</th></tr><tr><td>c</td><td>3</td><td>4</td></tr></table>",
        "a: c | b: 3 | b: 4",
    ),
    ("<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>", "a\n\nb"),
    ("<table><tr><td>never closed", "never closed"),
]


@pytest.mark.parametrize(("markup", "text"), FRAGMENTS)
def test_fragments(markup: str, text: str) -> None:
    assert markup_to_text(markup) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("<p>a</p>", True), ("a<br>b", True), ("a < b", False), ("1 <2> 3", False), ("x <b y", False), ("", False)],
)
def test_what_counts_as_markup(text: str, expected: bool) -> None:
    assert has_markup(text) is expected


ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Coast Daily</title>
<entry><id>urn:1</id><title type="html">Port &lt;b&gt;reopens&lt;/b&gt;</title><link href="https://x.y/a"/>
<published>2022-05-04T23:30:00Z</published><author><name>Ana Lima</name></author>
<content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content></entry></feed>"""


def test_an_atom_file() -> None:
    (found,) = read_bytes(ATOM.encode(), "a.atom", Media.FEED)
    assert isinstance(found, RawArticle)
    article = prepare(found).article
    assert (article.title, article.publisher, article.authors, article.published, article.url, article.text) == (
        "Port reopens", "Coast Daily", ("Ana Lima",), date(2022, 5, 4), "https://x.y/a", PROSE
    )  # fmt: skip


def test_the_day_of_an_entry_is_the_printed_one() -> None:
    item = f"<item><title>a</title><description>{PROSE}</description>"
    item += "<pubDate>Wed, 04 May 2022 23:30:00 -0500</pubDate></item>"
    (found,) = read_bytes(f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), "a.rss", Media.FEED)
    assert isinstance(found, RawArticle)
    assert found.published == date(2022, 5, 4)


def test_words_broken_at_line_ends() -> None:
    text = "the govern-\nment and a state-\nowned port; the government said"
    assert mend_broken_words(text) == "the government and a state-owned port; the government said"
