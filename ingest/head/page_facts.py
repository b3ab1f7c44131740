"""Read what a web page states about its article: date, authors, publisher, address.

Only statements count: meta tags, JSON-LD, <time> beside the title, a byline under the title. A copyright year, an
address with a date in it, or a date in the text does not.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from ingest.head.fields import read_authors, read_day
from ingest.head.headline import Head, Label, read_head_line
from ingest.head.people import Prose
from ingest.text.markup import markup_to_text

# In the order they are believed; names differ by the systems that make the pages.
_DATE_NAMES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date_published",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "ptime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "article.published",
    "citation_publication_date",
    "date",
)
_META = re.compile(r"<meta\b[^<>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<![\w:.-])([\w:.-]++)\s*+=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")
_LD = re.compile(r"<script\b[^<>]{0,500}application/ld\+json[^<>]{0,500}>", re.IGNORECASE)
_LINK = re.compile(r"<link\b[^<>]{1,2000}>", re.IGNORECASE)
_TIME = re.compile(r"<time\b([^<>]{0,500})>", re.IGNORECASE)
_TITLE = re.compile(r"<h1\b[^<>]{0,500}>", re.IGNORECASE)
_TITLE_END = re.compile(r"</h1\s*>", re.IGNORECASE)
_LONGEST_TITLE = 2_000
_PROSE = re.compile(r"<p\b[^<>]*>(?:[^<]|<(?!/p)[^<>]*>){120,}", re.IGNORECASE)
# ... of a page that has no longer one.
_SHORT_PROSE = re.compile(r"<p\b[^<>]*>(?:[^<]|<(?!/p)[^<>]*>){60,}", re.IGNORECASE)
# The byline stands within this many characters of markup behind the title.
_HEAD_REACH = 20_000
_MOST_HEAD_LINES = 12
# A page of news has some dozens of meta tags, links and blocks of JSON-LD, and one title; what comes after so many of
# them was put there to be looked at in vain.
MOST_TAGS = 1_000
_MOST_BLOCKS = 50
_ARTICLE_TYPES = ("article", "report", "blogposting", "posting", "analysis", "review")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page states; None or () where it is silent."""

    published: date | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None


def read_page_facts(markup: str, title: str | None = None) -> PageFacts:
    """Read the facts of a page from its markup."""
    meta = _metas(markup)
    ld = next(iter(_articles(markup)), {})
    heads = _heads(markup, title)
    labelled = [pair for head in heads for pair in head.dates]
    dates = (
        next((day for name in _DATE_NAMES if (day := read_day(meta.get(name)))), None),
        read_day(ld.get("datePublished")),
        _time_beside_title(markup),
        min(labelled, key=lambda pair: Label(pair[0]))[1] if labelled else None,
    )
    publisher = ld.get("publisher")
    return PageFacts(
        published=next((day for day in dates if day), None),
        authors=read_authors(ld.get("author")) or next((head.authors for head in heads if head.authors), ()),
        publisher=meta.get("og:site_name") or (_name(publisher) if publisher else None),
        url=_canonical(markup) or meta.get("og:url"),
    )


def _metas(markup: str) -> dict[str, str]:
    """Map the names of meta tags to their contents; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in islice(_META.finditer(markup), MOST_TAGS):
        attributes = _attributes(tag[0])
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and attributes.get("content", "").strip():
            found.setdefault(name.lower(), attributes["content"].strip())
    return found


def _attributes(tag: str) -> dict[str, str]:
    return {
        match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "") for match in _ATTRIBUTE.finditer(tag)
    }


def _articles(markup: str) -> Iterator[Mapping[str, object]]:
    """Yield the JSON-LD objects that describe an article; lists of other articles are passed over."""
    for opened in islice(_LD.finditer(markup), _MOST_BLOCKS):
        closed = markup.find("</script", opened.end())
        try:
            found = json.loads(markup[opened.end() : closed if closed >= 0 else opened.end()])
        except (ValueError, RecursionError):
            continue
        items = found if isinstance(found, list) else [found]
        for item in items:
            graph = item.get("@graph") if isinstance(item, Mapping) else None
            for part in graph if isinstance(graph, list) else [item]:
                if isinstance(part, Mapping) and str(part.get("@type")).strip("[]'").lower().endswith(_ARTICLE_TYPES):
                    yield part


def _time_beside_title(markup: str) -> date | None:
    """Read the first <time datetime> between the title and the first paragraph of prose."""
    head = _head_markup(markup)
    for match in islice(_TIME.finditer(head), _MOST_BLOCKS):
        attributes = _attributes(match[1])
        before = markup_to_text(head[: match.start()])[-40:].lower()
        if "updated" not in before and "modified" not in before and (day := read_day(attributes.get("datetime"))):
            return day
    return None


def _heads(markup: str, title: str | None) -> list[Head]:
    """Read the lines between the title and the first paragraph of prose."""
    lines = markup_to_text(_head_markup(markup)).split("\n")
    filled = [line for line in lines if line and line != title][:_MOST_HEAD_LINES]
    prose = Prose(markup_to_text(markup)) if filled else None
    return [head for line in filled if (head := read_head_line(line, None, prose))]


def _head_markup(markup: str) -> str:
    titles = islice(_TITLE.finditer(markup), _MOST_BLOCKS)
    ends = (_TITLE_END.search(markup, title.end(), title.end() + _LONGEST_TITLE) for title in titles)
    title = next(filter(None, ends), None)
    if title is None:
        return ""
    after = markup[title.end() : title.end() + _HEAD_REACH]
    prose = _PROSE.search(after) or _SHORT_PROSE.search(after)
    return after[: prose.start()] if prose else ""


def _canonical(markup: str) -> str | None:
    for tag in islice(_LINK.finditer(markup), MOST_TAGS):
        attributes = _attributes(tag[0])
        if attributes.get("rel", "").lower() == "canonical" and attributes.get("href", "").startswith("http"):
            return attributes["href"]
    return None


def _name(value: object) -> str | None:
    name = value.get("name") if isinstance(value, Mapping) else value
    return name.strip() or None if isinstance(name, str) else None
