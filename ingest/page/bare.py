"""Pages that are an article and nothing else: what Markdown, word processors and editors save as HTML."""

from typing import Any

# Of the text of such a page so much stands in paragraphs right below its body: a site wraps them in a column.
BARE_SHARE = 0.5
# What says itself where the article is, or that there is more than one thing on the page.
_STATED = ("article", "main", "nav", "header", "footer", "aside", "form", "iframe")
# What parts a page into columns, menus and boxes, where it stands right below the body.
_PARTS = frozenset({"div", "section", "center"})
_KEPT_OUT = ("script", "style", "noscript", "template")


def mark_bare_article(tree: Any) -> None:
    """Put the content of a bare page's body into an `article`, so that its lists and short lines are its text too.

    Where a page does not say what its article is, trafilatura takes paragraphs and tables alone.
    """
    body = tree.find("body")
    if body is None or next(body.iter(*_STATED), None) is not None or any(child.tag in _PARTS for child in body):
        return
    whole = _length(body)
    inside = sum(_length(child) for child in body if child.tag == "p")
    if not whole or inside < BARE_SHARE * whole:
        return
    article = body.makeelement("article", {})
    article.text, body.text = body.text, None
    article.extend(list(body))
    body.append(article)


def _length(element: Any) -> int:
    """Return how many letters an element shows."""
    skipped = sum(len(part.text or "") for part in element.iter(*_KEPT_OUT))
    return sum(map(len, element.itertext(with_tail=False))) - skipped
