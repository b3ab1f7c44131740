"""What other programs may ask of the page: /ask, /search, /articles; also its MCP tools.

The names, arguments and docstrings of these functions are the documentation that clients see.
"""

from collections.abc import Callable
from typing import Any

from index.types import Hit
from ingest.errors import NewsdeskError
from qa.types import PASSAGES
from ui.chat.ask import read_choice
from ui.chat.desks import Desks
from ui.chat.talk.turns import REMEMBERED

MOST_LISTED = 1_000


def _hit(hit: Hit) -> dict[str, Any]:
    article = hit.article
    return {
        "article_id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "score": round(hit.score, 6),
    }


def endpoints(desks: Desks, fail: Callable[[str], Exception]) -> dict[str, Callable[..., Any]]:
    """Return the endpoint functions by name; `fail` makes the exception that carries a message to the client."""

    def ask(
        question: str,
        as_of: str = "",
        k: int = PASSAGES,
        previous: list[str] | None = None,
        dated_only: bool = False,
    ) -> dict[str, Any]:
        """Answer a question from the news articles, with the exact words the answer stands on.

        Args:
            question: A question about what the articles say, in plain English.
            as_of: Use only articles published until this day (YYYY-MM-DD); empty means all of them.
            k: How many passages to read, 1 to 30.
            previous: The questions asked before this one, oldest first, if it is a follow-up.
            dated_only: Leave out articles without a date.

        Returns:
            The answer as JSON: short answer, claims, citations (article, start, end, quote), figures, disagreements.
        """
        try:
            choice = read_choice(None, None, as_of, k, dated_only)
            before = [str(q) for q in (previous or ())][-REMEMBERED:]
            with desks.metrics.question():
                answer = desks.get().ask(
                    question, as_of=choice.as_of, k=choice.k, previous=before, dated_only=choice.dated_only
                )
            return answer.to_dict()
        except NewsdeskError as error:
            raise fail(str(error)) from error

    def search(query: str, k: int = 10) -> list[dict[str, Any]]:
        """Find the passages of the news articles nearest to a query.

        Args:
            query: Words or a question.
            k: How many passages to return, 1 to 30.

        Returns:
            Passages, best first: article_id, title, publisher, published, url, start, end, text, score.
        """
        try:
            return [_hit(hit) for hit in desks.get().search(query, read_choice(None, None, None, k).k)]
        except NewsdeskError as error:
            raise fail(str(error)) from error

    def articles(words: str = "") -> list[dict[str, Any]]:
        """List the news articles that can be asked about, newest first.

        Args:
            words: Only articles whose title, publisher or source holds all of these words; empty means all.

        Returns:
            At most 1,000 articles: id, title, publisher, published, url, sentences, figures.
        """
        from ui.chat.tabs.pile import listed

        try:
            rows = listed(desks.get(), words)[:MOST_LISTED]
        except NewsdeskError as error:
            raise fail(str(error)) from error
        return [
            {
                "id": row.id,
                "title": row.title,
                "publisher": row.publisher,
                "published": row.published.isoformat() if row.published else None,
                "url": row.url,
                "sentences": row.sentences,
                "figures": row.figures,
            }
            for row in rows
        ]

    return {"ask": ask, "search": search, "articles": articles}
