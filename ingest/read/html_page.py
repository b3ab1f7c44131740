"""Read web pages: the main text by trafilatura, the date only where the page states it."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from ingest.errors import InputError
from ingest.head.fields import read_authors
from ingest.head.page_facts import MOST_TAGS, read_page_facts
from ingest.page.bare import mark_bare_article
from ingest.page.boxes import drop_boxes
from ingest.page.grids import write_page_tables
from ingest.page.live import LivePage, take_live_posts
from ingest.raw import Media, RawArticle
from ingest.tables.write import write_table
from ingest.text.decode import decode
from ingest.text.markup import markup_to_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# Below this trafilatura takes all words of a page (it calls 250 short); the markup around them is longer.
MOST_SHORT_CHARACTERS = 1_000
_BESIDE = ("aside", "footer", "nav", "form", "button")
# A page from which less is taken was probably a menu; then all its text is tried.
FEWEST_WORDS = 8
_TABLE = re.compile(r"(?:^\|.*\|\s*$\n?)+", re.MULTILINE)
_TABLE_RULE = re.compile(r"\|?(\s?:?-{3,}:?\s?\|)+")
# trafilatura parts paragraphs by one line end; only items and rows belong that close together.
_LINE_END = re.compile(r"\n(?!- )(?![^\n]*\|)")
_IP = re.compile(r"[\d.:\[]+")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s?=\s?[\"']?([\w-]{3,20})|\A\s*<\?xml[^>]{0,60}encoding\s?=\s?[\"']([\w-]{3,20})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What trafilatura finds on a page."""

    text: str = ""
    title: str | None = None
    author: str | None = None
    site: str | None = None
    url: str | None = None
    frame: str = ""
    """A live page's markup without its posts, whose bylines and times are not the page's."""


def read_html(raw: bytes, where: str, *, address: str | None = None) -> Iterator[RawArticle]:
    """Yield the article of a page; `address` is where it was fetched from.

    Title, authors, site name and address come from the page's metadata. Raises InputError when no text is found.
    """
    markup = decode(raw, where, told=_told_charset(raw))
    yield read_page(markup, raw, where, address=address)


def _told_charset(raw: bytes) -> str | None:
    named = _CHARSET.search(raw[:4096])
    return (named[1] or named[2]).decode("ascii") if named else None


def read_page(markup: str, raw: bytes, where: str, *, address: str | None = None) -> RawArticle:
    """Make the raw article of a page's markup."""
    try:
        found, live = _extract(markup, address)
    except Exception as error:  # whatever a parser may raise over broken markup is this page's failure
        raise InputError(
            f"{where} cannot be read as a web page ({type(error).__name__}); save its text instead"
        ) from error
    text = _LINE_END.sub("\n\n", _plain_tables(found.text))
    if len(text.split()) < FEWEST_WORDS:
        text = markup_to_text(markup)
    if not text.strip():
        raise InputError(f"{where} holds no article text (a page made by script, or only menus); save its text instead")
    title = (live.title if live else None) or found.title
    facts = read_page_facts(found.frame if live else markup, title)
    return RawArticle(
        source=where,
        raw=raw,
        text=text,
        media=Media.HTML,
        title=title,
        publisher=facts.publisher or (found.site if found.site and not _IP.fullmatch(found.site) else None),
        authors=facts.authors or read_authors(found.author),
        published=facts.published or (live.first_day if live else None),
        url=address or facts.url or found.url,
    )


def _extract(markup: str, address: str | None) -> tuple[_Found, LivePage | None]:
    """Find text and metadata by trafilatura, once tables and live posts are written out; raises what parsers raise."""
    from lxml.html import tostring
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    tree = load_html(markup.replace("\0", ""))
    if tree is None:
        return _Found(), None
    for surplus in list(islice(tree.iter("meta"), MOST_TAGS, None)):
        surplus.drop_tree()
    drop_boxes(tree)
    mark_bare_article(tree)
    write_page_tables(tree)
    live = take_live_posts(tree)
    frame = ""
    if live:
        frame = tostring(tree, encoding="unicode")
        live.write()
    short = _short_article(tree)
    # Without the extensive search its date is not looked for in text; it is not used anyway (it guesses).
    page = bare_extraction(
        tree,
        url=address,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or isinstance(page, dict):
        return _Found(frame=frame), live
    text = page.text or ""
    if short and "\n" not in text and text.split() == short.split():
        text = short  # of short pages trafilatura glues the paragraphs together
    return _Found(text, page.title, page.author, page.sitename, page.url, frame), live


def _short_article(tree: "HtmlElement") -> str:
    """Return the paragraphs of a page's only article where they are few, as the page parts them; else ""."""
    from lxml.html import tostring

    places = list(tree.iter("article"))
    if len(places) != 1 or len(places[0].text_content()) > MOST_SHORT_CHARACTERS:
        return ""
    place = deepcopy(places[0])
    for beside in list(place.iter(*_BESIDE)):
        beside.drop_tree()
    return markup_to_text(tostring(place, encoding="unicode", with_tail=False)).replace("\n\n", "\n")


def _plain_tables(text: str) -> str:
    """Undo the markdown that tables are printed in: each row says its headers."""
    return _TABLE.sub(lambda table: _plain_table(table[0]) + "\n", text) if "|" in text else text


def _plain_table(table: str) -> str:
    """Write one table; a rule stands below each row that starts with a header cell.

    In a table of two columns that may be a name before its value as well, and the look of the cells decides.
    """
    rows: list[list[str]] = []
    headers = 0
    for line in table.splitlines():
        if _TABLE_RULE.fullmatch(line.strip()):
            headers = len(rows)
        else:
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
    pair = max(map(len, rows), default=0) < 3
    return write_table(rows, headers=None if pair or not headers else headers)
