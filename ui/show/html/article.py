"""The article beside the chat, with the cited words marked by their stored offsets."""

from ingest.types import Article
from ui.show.html.text import Span, day, esc, line, marked, web_link

# Characters shown on either side of the cited words: five long articles' worth; a browser lays it out in about 50 ms.
WINDOW = 30_000


def article_head(article: Article) -> str:
    """Return title, publisher, date, authors and the link to the original."""
    facts = [line(article.publisher or "publisher not said"), day(article.published)]
    if article.authors:
        facts.append("by " + line(", ".join(article.authors)))
    link = web_link(article.url, "Open the original")
    facts += [link] if link else []
    parts = "".join(f"<span>{fact}</span>" for fact in facts)
    title = f'<h2 class="nd-article-title">{line(article.title or article.source)}</h2>'
    return f'<header class="nd-article-head">{title}<p class="nd-facts">{parts}</p></header>'


def article_text(
    article: Article, start: int | None = None, end: int | None = None, figure: tuple[int, int] | None = None
) -> str:
    """Return the article's text with `start:end` marked as the quote and a figure marked inside it.

    Of a very long text only the `WINDOW` characters around the quote are shown, and what is left out is said.
    """
    text = article.text
    middle = start if start is not None else 0
    low, high = max(0, middle - WINDOW), min(len(text), (end if end is not None else middle) + WINDOW)
    spans = []
    if start is not None and end is not None:
        spans.append(Span(start - low, end - low, '<mark class="nd-quote" id="nd-quote" tabindex="-1">'))
    if figure is not None and start is not None and end is not None and start <= figure[0] < figure[1] <= end:
        spans.append(Span(figure[0] - low, figure[1] - low, '<mark class="nd-figure">'))
    before, after = _left_out(low, "before"), _left_out(len(text) - high, "after")
    return f'{before}<div class="nd-text">{marked(text[low:high], spans)}</div>{after}'


def _left_out(count: int, side: str) -> str:
    return f'<p class="nd-cut">{count:,} characters {side} this are not shown.</p>' if count > 0 else ""


def article_pane(
    article: Article, start: int | None = None, end: int | None = None, figure: tuple[int, int] | None = None
) -> str:
    """Return the whole pane of an article: head and marked text."""
    body = article_text(article, start, end, figure)
    return f'<article class="nd-article" data-article="{esc(article.id)}">{article_head(article)}{body}</article>'


def pane_error(message: str) -> str:
    """Return the pane's words for an article that cannot be shown."""
    return f'<p class="nd-error" role="alert">{line(message)}</p>'
