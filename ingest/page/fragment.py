"""Turn the HTML of an article that a feed or a service hands on into text, cleaned of boxes as a page is."""

import re

from ingest.page.boxes import MOSTLY_LINKS, drop_boxes, link_share
from ingest.page.live import live_text
from ingest.text.markup import markup_to_text

# What only pages have; a text of paragraphs alone needs no look at its boxes.
_BOXED = re.compile(r"<(?:aside|nav|footer|form|time)\b|\s(?:class|id)\s?=", re.IGNORECASE)
_BESIDE = ("aside", "nav", "footer", "form")
_OTHERS = re.compile(
    r"rich-?link|related|newsletter|promo|teaser|sign-?up|atom-?(?:cta|quiz)|embed-?link", re.IGNORECASE
)
# lxml takes the square of the depth of what is nested without end; texts are handed on with a few levels.
MOST_TAGS = 20_000


def fragment_to_text(markup: str, title: str | None = None) -> str:
    """Return the text of a fragment of HTML; `title` says whether it is of a live page, whose posts get their times."""
    if not _BOXED.search(markup) or markup.count("<") > MOST_TAGS:
        return markup_to_text(markup)
    posts = live_text(markup, title)
    if posts is not None:
        return posts
    from lxml.html import document_fromstring, tostring  # type: ignore[import-untyped]

    tree = document_fromstring(f"<html><body><div>{markup}</div></body></html>")
    for element in list(tree.iter(*_BESIDE)):
        name = f"{element.get('class', '')} {element.get('id', '')}"
        if element.getparent() is not None and (_OTHERS.search(name) or link_share(element) >= MOSTLY_LINKS):
            element.drop_tree()
    drop_boxes(tree)
    return markup_to_text(tostring(tree.find("body"), encoding="unicode"))
