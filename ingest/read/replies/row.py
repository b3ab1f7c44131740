"""Read one row of a news service's reply: its names put into ours, what is cut or missing said.

The forms: NewsAPI and its like (content ends in "[+2219 chars]", removed rows), the Guardian (webTitle, fields),
the New York Times (headline.main, lead_paragraph), GDELT (seendate, no text), JSON Feed (content_html), WordPress
(title.rendered), and services that give a summary alone.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from math import isfinite
from typing import Any

from ingest.head.fields import NAMES, read_day, read_row
from ingest.page.fragment import fragment_to_text
from ingest.raw import Media, Note, RawArticle
from ingest.text.markup import has_markup

# Both are looked for at the very end, behind which no blanks are left.
_CUT = re.compile(r"(?:…|\.{3})?\s*\[\+?(?P<count>[\d,]+) (?:more )?char(?:acter)?s?\]$", re.IGNORECASE)
_CUT_REACH = 100
_CUT_END = re.compile(r"(?:…|\.{3}|\[…\]|\[\.{3}\])$")
_REMOVED = re.compile(r"\s*\[removed\]\s*", re.IGNORECASE)
_WITHHELD = re.compile(r"\s*(?:only available in|available on) (?:\w+ ){1,4}plans?\W*", re.IGNORECASE)
# Fields that hold the whole text where those of every row do not; of several the longest counts.
_TEXTS = ("content_html", "content_text", "bodytext", "fulltext", "article_text")
# Fields with a part of the text, in the order in which a reader would meet them.
_SUMMARIES = ("description", "summary", "abstract", "standfirst", "trailtext", "lead_paragraph", "snippet", "excerpt")
_DATES = (
    "date_published", "webpublicationdate", "publishedat", "pub_date", "pubdate", "datepublished", "published_at",
    "publication_date", "publish_date", "time_published", "datetimepub", "seendate",
)  # fmt: skip
_AUTHORS = ("byline", "creator", "authorsbyline")
_URLS = ("weburl", "web_url", "external_url")
_PUBLISHERS = ("publication", "source_name", "source_title", "provider", "domain", "source_id")
# What services that serve one house alone leave unsaid; their form is known by the names of its fields.
_HOUSES = (("webpublicationdate", "The Guardian"), ("lead_paragraph", "The New York Times"))
# Clocks of programs start here; a service gives this day where it knows none.
_NO_DAY = date(1970, 1, 1)
_SECONDS = range(10**8, 10**10)
_MILLISECONDS = range(10**11, 10**13)


def read_reply_row(row: object, where: str, place: str, raw: bytes, media: Media) -> RawArticle | Note:
    """Read a row as an article, or a note on one that the service took back; raises InputError like read_row."""
    if not isinstance(row, Mapping):
        return read_row(row, where, raw, media)
    given = _flatten(row)
    if any(isinstance(given.get(name), str) and _REMOVED.fullmatch(given[name]) for name in ("title", "content")):
        return Note(place, f"{place}: the service removed this article ([Removed]); it is left out")
    text, notes = _text(given)
    if not text:
        return read_row(row, where, raw, media)
    article = read_row(_in_our_names(given, text), where, raw, media)
    return replace(article, title=_without_publisher(article), notes=notes)


def _flatten(row: Mapping[str, Any]) -> dict[str, Any]:
    """Lower the names, lift the fields of a Guardian row, and unpack {"main": ...} and {"rendered": ...}."""
    given = {str(name).strip().lower(): value for name, value in row.items()}
    inner = given.pop("fields", None)
    if isinstance(inner, Mapping):
        given |= {str(name).lower(): value for name, value in inner.items() if value}
    return {name: _unpack(value) for name, value in given.items()}


def _unpack(value: object) -> object:
    """Return the string of {"main": ...} and the words of {"rendered": ...}, which is HTML; others as they are."""
    if not isinstance(value, Mapping):
        return value
    if isinstance(value.get("rendered"), str):
        return fragment_to_text(value["rendered"])
    return value.get("main") or value.get("original") or value


def _text(given: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """Choose the text of a row, and say where it is only a part of the article."""
    title = _words(given.get("title") or given.get("headline") or given.get("webtitle"))
    own = (_words(given.get(name), title) for name in NAMES["text"])
    whole = next(filter(None, own), "") or max((_words(given.get(name), title) for name in _TEXTS), key=len)
    summary = _join_summaries([_words(given.get(name)) for name in _SUMMARIES])
    cut = _CUT.search(whole, max(0, len(whole) - _CUT_REACH))
    if cut:
        text = _with_summary(f"{whole[: cut.start()].rstrip()}…", summary)
        return text, (f"it is cut: {cut['count']} characters of the text are missing; read its page for the rest",)
    if whole:
        return whole, ()
    if summary:
        return summary, ("only a summary of it is given, not its text; read its page for the rest",)
    if title and any(isinstance(given.get(name), str) for name in ("url", "link", *_URLS)):
        return title, ("only its title is given, not its text; read its page for the rest",)
    return "", ()


def _words(value: object, title: str | None = None) -> str:
    """Return a value as plain text, a list as its paragraphs; "" for what is no text, or a notice in its place."""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        value = "\n\n".join(value)
    if not isinstance(value, str) or _WITHHELD.fullmatch(value):
        return ""
    text = fragment_to_text(value, title) if has_markup(value) else value
    return text.replace("\r\n", "\n").strip()


def _join_summaries(summaries: list[str]) -> str:
    """Join what the summaries say, each thing once."""
    kept: list[str] = []
    for summary in filter(None, summaries):
        if not any(_plain(summary) in _plain(other) for other in kept):
            kept = [other for other in kept if _plain(other) not in _plain(summary)] + [summary]
    return "\n\n".join(kept)


def _with_summary(text: str, summary: str) -> str:
    """Put the summary of a cut text before it where it says something else; the longer of two that begin alike."""
    body, lead = _plain(text), _plain(summary)
    if not lead or lead in body:
        return text
    return summary if lead.startswith(body) else f"{summary}\n\n{text}"


def _plain(text: str) -> str:
    return " ".join(_without_end(text).split()).casefold()


def _without_end(text: str) -> str:
    text = text.rstrip()
    cut = _CUT_END.search(text, max(0, len(text) - _CUT_REACH))
    return text[: cut.start()] if cut else text


def _in_our_names(given: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Put what a row says into the names that every row has."""
    house = next((name for mark, name in _HOUSES if mark in given), None)
    ours = {
        "id": _first(given, NAMES["id"]),
        "title": _first(given, (*NAMES["title"], "webtitle", "name")),
        "text": text,
        "published": _day(given),
        "publisher": _publisher(given) or house,
        "authors": _first(given, (*NAMES["authors"], *_AUTHORS)),
        "url": next((url for name in (*NAMES["url"], *_URLS) if _is_address(url := given.get(name))), None),
    }
    title = ours["title"]
    ours["title"] = _words(title) if isinstance(title, str) else None
    if _is_address(ours["id"]) and ours["url"]:
        ours["id"] = None  # a feed repeats the address as the id
    return {name: value for name, value in ours.items() if value not in (None, "", [])}


def _first(given: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((given[name] for name in names if given.get(name) not in (None, "", [], {})), None)


def _is_address(value: object) -> bool:
    return isinstance(value, str) and value.lower().startswith(("http://", "https://"))


def _publisher(given: Mapping[str, Any]) -> str | None:
    """Read the name of the paper: a string, an object with a name, or a list of such."""
    for name in (*NAMES["publisher"], *_PUBLISHERS):
        value = given.get(name)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, Mapping):
            value = next((value[key] for key in ("name", "Name", "title", "domain") if value.get(key)), None)
        if isinstance(value, str) and value.strip() and not _WITHHELD.fullmatch(value):
            return value.strip()
    return None


def _day(given: Mapping[str, Any]) -> date | None:
    """Read the day of publication: a date, a number of seconds, never the first day of the clock."""
    for name in (*_DATES[:-1], *NAMES["published"], "timestamp", _DATES[-1]):
        value = given.get(name)
        day = _clock_day(value) if isinstance(value, int | float) else read_day(value)
        if day and day != _NO_DAY:
            return day
    return None


def _clock_day(value: float) -> date | None:
    """Read seconds or milliseconds since 1970, in UTC; 20240502 is a date of its own."""
    if isinstance(value, bool) or not isfinite(value):
        return None
    seconds = int(value) // 1000 if int(value) in _MILLISECONDS else int(value)
    return datetime.fromtimestamp(seconds, UTC).date() if seconds in _SECONDS else read_day(seconds)


def _without_publisher(article: RawArticle) -> str | None:
    """Take the paper's name off the end of a title that carries it."""
    title, name = article.title, article.publisher
    for mark in (" - ", " | ", " – ", " — "):
        if title and name and title.casefold().endswith(f"{mark}{name}".casefold()):
            return title[: -len(mark) - len(name)].strip() or title
    return title
