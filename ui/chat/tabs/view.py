"""The article pane's question to the server: which article, which words."""

from typing import TYPE_CHECKING, Any

from ingest.errors import NewsdeskError
from ui.show.html.article import article_pane, pane_error

if TYPE_CHECKING:
    from qa.desk import Newsdesk


def _offset(value: Any) -> int | None:
    """Return an offset a browser sent; None for anything but a whole number."""
    try:
        return int(value) if value is not None and value != "" else None
    except (TypeError, ValueError):
        return None


def pane(desk: "Newsdesk", asked: object) -> str:
    """Return the pane for what the page asks: {"article", "start", "end", "from", "to"}, the last two a figure's.

    A figure without a quote is shown in its own sentence. Offsets outside the text mark nothing.
    """
    wanted = asked if isinstance(asked, dict) else {}
    try:
        article = desk.article(str(wanted.get("article") or ""))
        start, end = _offset(wanted.get("start")), _offset(wanted.get("end"))
        first, last = _offset(wanted.get("from")), _offset(wanted.get("to"))
        if start is None and first is not None and last is not None:
            inside = (s for s in desk.index.sentences(article.id) if s.start <= first < last <= s.end)
            sentence = next(inside, None)
            start, end = (sentence.start, sentence.end) if sentence else (first, last)
    except NewsdeskError as error:
        return pane_error(str(error))
    figure = (first, last) if first is not None and last is not None else None
    if start is None or end is None or not 0 <= start < end <= len(article.text):
        return article_pane(article)
    return article_pane(article, start, end, figure)
