"""Take boxes out of a page that hold no word of its article: walls, newsletters, consent, share bars, other stories."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ingest.page.stated import text_of, walk_json
from ingest.text.furniture import is_furniture
from ingest.text.gates import GATE, is_gate, tells_news

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# Publishers give the name of a wall to the text behind it too; a box of this few words is the wall itself.
MOST_BOX_WORDS = 80
# What an offer holds is said in a few words: "2 devices", "Full access to 20 years of archive".
MOST_LISTED_WORDS = 12
# The share of a list's words that are links, above which it is a list of other stories.
MOSTLY_LINKS = 0.7
_WALL = re.compile(
    r"(pay|reg|registration|subscri\w{1,9}|meter\w{0,3}|login|member\w{0,6})-?_?wall|gate(way|d)?\b|barrier",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"newsletter|sign-?_?up|cookie|consent|gdpr|share-?|sharing|social|promo|advert|\bads?\b|banner|donat|breadcrumb|"
    r"meter(ed|ing)?\b|subscri(be|ption)|piano-|premium-?(box|offer)",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"related|recommend|read-?_?(more|next|also)|more-?(from|on|stories|news)|most-?_?(read|popular|viewed)|trending|also-?like|"
    r"further-?reading|up-?next|outbrain|taboola",
    re.IGNORECASE,
)
_TAGS = ("div", "section", "aside", "ul", "ol", "form", "nav", "p", "figure", "dialog", "header", "footer")
_LINK_HEADS = ("h2", "h3", "h4", "h5", "h6", "p", "strong", "span", "div")


def drop_boxes(tree: "HtmlElement") -> None:
    """Take the boxes out; a wall leaves the line GATE, by which a stub is known."""
    for element in [one for one in tree.iter(*_TAGS) if _is_named(one)]:
        if element.getparent() is None or element.find(".//h1") is not None:
            continue
        name = f"{element.get('class', '')} {element.get('id', '')}"
        words = text_of(element)
        if _LINKS.search(name) and link_share(element) >= MOSTLY_LINKS:
            element.drop_tree()
        elif len(words.split()) <= MOST_BOX_WORDS and (_WALL.search(name) or _BOX.search(name)):
            _drop_box(element, wall=bool(_WALL.search(name)))
    _drop_link_lists(tree)
    if any(_is_locked(item) for item in walk_json(tree)):
        _leave_gate(tree)


def _is_named(element: "HtmlElement") -> bool:
    return bool(element.get("class") or element.get("id"))


def _drop_box(element: "HtmlElement", wall: bool) -> None:
    """Drop a box whose lines are all of its kind, or that holds a form or a button; prose under such a name stays."""
    lines = [line for block in _blocks(element) if (line := " ".join(block.split()))]
    if not lines:
        return
    sold = sum(is_gate(line) or is_furniture(line) for line in lines)
    if any(tells_news(line) for line in lines):
        return
    if sold == len(lines) or (sold and (_asks(element) or (wall and _is_list(lines)))):
        if wall and element.getparent() is not None:
            element.addprevious(_paragraph(GATE))
        element.drop_tree()


def _is_list(lines: Sequence[str]) -> bool:
    """Tell short lines, such as those that say what an offer holds, from paragraphs."""
    return all(is_gate(line) or len(line.split()) <= MOST_LISTED_WORDS for line in lines)


def _blocks(element: "HtmlElement") -> list[str]:
    from lxml.html import tostring

    from ingest.text.markup import markup_to_text

    return markup_to_text(tostring(element, encoding="unicode", with_tail=False)).split("\n")


def _asks(element: "HtmlElement") -> bool:
    return element.tag == "form" or any(element.find(f".//{tag}") is not None for tag in ("form", "input", "button"))


def link_share(element: "HtmlElement") -> float:
    """Return which share of an element's letters are those of links."""
    total = len(text_of(element))
    return sum(len(text_of(link)) for link in element.iter("a")) / total if total else 0.0


def _drop_link_lists(tree: "HtmlElement") -> None:
    """Drop a list of links below a line such as "Related stories", and the line."""
    for links in [one for one in tree.iter("ul", "ol") if link_share(one) >= MOSTLY_LINKS]:
        head = links.getprevious()
        if head is not None and head.tag in _LINK_HEADS and is_furniture(text_of(head).rstrip(":")):
            head.drop_tree()
            links.drop_tree()


def _is_locked(item: Mapping[str, object]) -> bool:
    """Tell a page that states that its article is not free to read."""
    return str(item.get("isAccessibleForFree")).lower() == "false" and "article" in str(item.get("@type")).lower()


def _leave_gate(tree: "HtmlElement") -> None:
    """Put the line of a wall behind the last paragraph of the article."""
    for place in (*tree.iter("article"), *tree.iter("main")):
        paragraphs = list(place.iter("p"))
        if paragraphs:
            paragraphs[-1].addnext(_paragraph(GATE))
            return


def _paragraph(words: str) -> "HtmlElement":
    from lxml.html import Element

    paragraph = Element("p")
    paragraph.text = words
    return paragraph
