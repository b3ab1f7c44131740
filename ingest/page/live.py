"""Live pages: posts that follow one another, each of its own time.

What a post says held when it was posted. So each paragraph of a post opens with its day and clock, and neither a reader
nor a citation takes the state of one hour for that of another. The newest post comes first, as such pages are read.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING

from ingest.page.clocks import says_live
from ingest.page.stated import text_of, walk_json
from ingest.text.furniture import is_furniture
from ingest.text.markup import has_markup, markup_to_text
from ingest.text.tables import BAR, is_row

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# One post is no series, and a teaser below an article has a date and few words.
FEWEST_POSTS = 2
FEWEST_WORDS = 5
# "Updated at 11.30 a.m. CEST"
LONGEST_CLOCK = 30
_LIVE_NAME = re.compile(
    r"live-?_?(blog|ticker|coverage|updates?|post|feed|stream|event|page|entry)|liveblogupdate|\bblock-time\b", re.I
)
_OTHER_STORIES = re.compile(r"related|recommend|teaser|promo|most-?read|more-|newsletter|comment|sidebar|footer", re.I)
_CLOCK = re.compile(
    r"\b(\d{1,2})[:.h](\d{2})(?!\d)(?:\s?([ap])\.?m\b\.?)?|\b(\d{1,2})\s?([ap])\.?m\b\.?", re.IGNORECASE
)
# What a page prints of a time and nothing else: "22:10", "Updated at 9.10pm BST".
_ONLY_CLOCK = re.compile(
    rf"(?:(?:updated|posted|published)?\s*(?:at )?)?(?:{_CLOCK.pattern})(?: [A-Z]{{2,4}})?", re.IGNORECASE
)
_LABEL = re.compile(r"\W*(?:(?:first|last) )?(?:updated|posted|published|modified)?(?: (?:at|on))?\W*", re.IGNORECASE)
_EPOCH = re.compile(r"\d{10}(\d{3})?")
_COMPACT = re.compile(r"(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?")
_TIME_NAMES = ("datetime", "data-sort-time", "data-timestamp", "data-time", "data-datetime", "data-published")


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a live page: when, as the page states it, and its paragraphs."""

    when: datetime | None
    printed: str
    """The words of its time: "22.10", "7:40pm on Sunday"; empty when it prints none."""
    lines: tuple[str, ...]

    @property
    def stamp(self) -> str:
        """The day and clock that its paragraphs open with; the printed words where no day is stated."""
        if self.when is None:
            return self.printed
        hour, minute = _read_clock(self.printed, self.when.hour) or (self.when.hour, self.when.minute)
        when = _nearest(self.when, hour, minute)
        return f"{when.day} {when:%B} {when.year}, {hour:02}:{minute:02}"


@dataclass(frozen=True, slots=True)
class LivePage:
    """What a live page says of itself."""

    title: str | None
    posts: tuple[Post, ...]
    place: "HtmlElement"
    """Where the posts stood; they were taken out of the tree."""

    @property
    def first_day(self) -> date | None:
        """The day of the earliest post."""
        days = [post.when.date() for post in self.posts if post.when]
        return min(days, default=None)

    def write(self) -> None:
        """Put the posts back as paragraphs that open with their time."""
        from lxml.html import Element

        for post in self.posts:
            for line in post.lines:
                paragraph = Element("p")
                mark = BAR if is_row(line) else ": "
                paragraph.text = f"{post.stamp}{mark}{line}" if post.stamp else line
                self.place.append(paragraph)


def take_live_posts(tree: "HtmlElement") -> LivePage | None:
    """Take the posts out of a live page; None, and the tree as it was, for any other page."""
    stated = next(iter(_stated(tree)), None)
    title = _title(tree, stated)
    if stated is None and not _is_live(tree, title):
        return None
    told = [post for item in _updates(stated) if (post := _stated_post(item))]
    place, elements = _find_posts(tree)
    shown = [_shown_post(element, told) for element in elements]
    said = " ".join(line for post in shown for line in post.lines)
    posts = _newest_first([*shown, *(post for post in told if post.lines[-1][:60] not in said)])
    if len(posts) < FEWEST_POSTS:
        return None
    for element in elements:
        element.drop_tree()
    return LivePage(title, posts, place if place is not None else tree.find("body"))


def live_text(markup: str, title: str | None) -> str | None:
    """Write the posts of a live page's text as a service hands it on; None for any other."""
    if "<" not in markup or not (says_live(title) or _LIVE_NAME.search(markup)):
        return None
    from lxml.html import document_fromstring, tostring

    tree = document_fromstring(f"<html><body><main><h1>{escape(title or '')}</h1>{markup}</main></body></html>")
    page = take_live_posts(tree)
    if page is None:
        return None
    page.write()
    for head in list(tree.iter("h1"))[:1]:
        head.drop_tree()
    return markup_to_text(tostring(tree, encoding="unicode"))


def _stated(tree: "HtmlElement") -> Iterator[Mapping[str, object]]:
    for item in walk_json(tree):
        if "LiveBlogPosting" in str(item.get("@type")):
            yield item


def _updates(stated: Mapping[str, object] | None) -> list[Mapping[str, object]]:
    found = stated.get("liveBlogUpdate") if stated else None
    items = found if isinstance(found, list) else [found]
    return [item for item in items if isinstance(item, Mapping)]


def _title(tree: "HtmlElement", stated: Mapping[str, object] | None) -> str | None:
    """Name the page: its only main heading, else what it states, else its title."""
    heads = [words for one in tree.iter("h1") if (words := text_of(one))]
    if len(heads) == 1:
        return heads[0]
    headline = stated.get("headline") if stated else None
    if isinstance(headline, str) and headline.strip():
        return headline.strip()
    return heads[0] if heads else next((text_of(one) for one in tree.iter("title")), None)


def _is_live(tree: "HtmlElement", title: str | None) -> bool:
    if says_live(title):
        return True
    names = (f"{one.get('class', '')} {one.get('id', '')} {one.get('itemprop', '')}" for one in _elements(tree))
    return any(_LIVE_NAME.search(name) for name in names)


def _elements(tree: "HtmlElement") -> Iterator["HtmlElement"]:
    return (one for one in tree.iter() if isinstance(one.tag, str))


def _find_posts(tree: "HtmlElement") -> tuple["HtmlElement | None", list["HtmlElement"]]:
    """Find the element with the most children that each have a time and a few words, and those children."""
    parents = Counter(one for time in _times(tree) for one in (time, *time.iterancestors()))
    best: tuple[HtmlElement | None, list[HtmlElement]] = None, []
    for parent, times in parents.items():
        if times < FEWEST_POSTS or _is_aside(parent):
            continue
        posts = [child for child in parent if child in parents and _is_post(child)]
        if len(posts) >= FEWEST_POSTS and len(posts) > len(best[1]):
            best = parent, posts
    return best


def _times(tree: "HtmlElement") -> list["HtmlElement"]:
    return [one for one in _elements(tree) if _prints_time(one) or _stated_time(one) is not None]


def _prints_time(element: "HtmlElement") -> bool:
    if element.tag == "time":
        return True
    words = (element.text or "").strip() if len(element) == 0 and element.tag != "script" else ""
    return len(words) <= LONGEST_CLOCK and _ONLY_CLOCK.fullmatch(words) is not None


def _stated_time(element: "HtmlElement") -> datetime | None:
    return next((when for name in _TIME_NAMES if (when := _read_time(element.get(name)))), None)


def _is_post(element: "HtmlElement") -> bool:
    lines = element.tag in ("article", "section", "div", "li") and element.find(".//h1") is None
    return bool(lines) and not _is_aside(element) and len(text_of(element).split()) >= FEWEST_WORDS


def _is_aside(element: "HtmlElement") -> bool:
    """Tell what stands beside the posts: lists of other stories, menus, the head of the page."""
    for one in (element, *element.iterancestors()):
        if one.tag in ("aside", "nav", "footer", "head"):
            return True
        if _OTHER_STORIES.search(f"{one.get('class', '')} {one.get('id', '')}") and one.tag not in ("body", "html"):
            return True
    return False


def _shown_post(element: "HtmlElement", told: Sequence[Post]) -> Post:
    """Read a post from its markup; the time it only states elsewhere is found by its words."""
    from lxml.html import tostring

    times = [one for one in _times(element) if _prints_time(one)]
    times.sort(key=lambda one: one.get("itemprop") != "datePublished")
    printed = text_of(times[0]) if times else ""
    whens = (_stated_time(one) for one in (*times, element, *_elements(element)))
    when = next((one for one in whens if one), None)
    for one in times:
        around = one.getparent()
        one.drop_tree()
        if around is not None and around is not element and _LABEL.fullmatch(text_of(around)):
            around.drop_tree()
    lines = _lines(tostring(element, encoding="unicode", with_tail=False))
    same = (post.when for post in told if lines and post.lines[-1][:60] in " ".join(lines))
    return Post(when or next(same, None), printed, lines)


def _stated_post(item: Mapping[str, object]) -> Post | None:
    when = _read_time(item.get("datePublished")) or _read_time(item.get("dateModified"))
    words = [text for name in ("headline", "articleBody", "text") if isinstance(text := item.get(name), str)]
    lines = _lines("\n\n".join(dict.fromkeys(words)))
    return Post(when, "", lines) if lines else None


def _lines(markup: str) -> tuple[str, ...]:
    text = markup_to_text(markup) if has_markup(markup) or "<" in markup else markup
    lines = (f"{line.strip()} ".removeprefix("- ").strip() for line in text.split("\n"))
    return tuple(line for line in lines if line and not is_furniture(line))


def _newest_first(posts: Sequence[Post]) -> tuple[Post, ...]:
    if not all(post.when for post in posts):
        return tuple(posts)
    return tuple(sorted(posts, key=lambda post: _in_utc(post.when), reverse=True))


def _in_utc(when: datetime | None) -> datetime:
    if when is None:
        return datetime.min.replace(tzinfo=UTC)
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)


def _nearest(when: datetime, hour: int, minute: int) -> datetime:
    """Put the printed clock on the day nearest the stated time: 23:40 in UTC may be 00:40 where it is read."""
    days = (when + timedelta(days=shift) for shift in (0, -1, 1))
    return min((day.replace(hour=hour, minute=minute) for day in days), key=lambda one: abs(one - when))


def _read_time(value: object) -> datetime | None:
    """Read a time as programs write it: ISO 8601, seconds since 1970, or digits in a row."""
    if not isinstance(value, str) or not value.strip():
        return None
    value = value.strip()
    try:
        if _EPOCH.fullmatch(value):
            return datetime.fromtimestamp(int(value[:10]), UTC)
        compact = _COMPACT.fullmatch(value)
        if compact:
            year, month, day, hour, minute, _ = compact.groups()
            return datetime(int(year), int(month), int(day), int(hour), int(minute))
        found = datetime.fromisoformat(value)
    except (ValueError, OverflowError):
        return None
    return found if len(value) > len("2024-01-22") else None


def _read_clock(words: str, stated: int) -> tuple[int, int] | None:
    """Read the clock that a post prints, which is that of its readers; `stated` tells 7.40 in the evening apart."""
    found = _CLOCK.search(words)
    if found is None:
        return None
    hour, minute = int(found[1] or found[4]), int(found[2] or 0)
    half = (found[3] or found[5] or "").lower()
    if half:
        hour = hour % 12 + 12 * (half == "p")
    elif hour <= 12 and hour % 12 == stated % 12:
        hour = stated
    return (hour, minute) if hour < 24 and minute < 60 else None
