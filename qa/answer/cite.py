"""Citations: the exact words an answer stands on, numbered in the order they are used."""

from ingest.types import Article
from qa.retrieve.passages import Candidate
from qa.types import Citation


class Citations:
    """Numbers citations as they are asked for; the same words get the same number."""

    def __init__(self) -> None:
        self._keys: dict[tuple[str, int, int], Citation] = {}

    def cite(self, candidate: Candidate) -> str:
        """Return the key of a sentence's citation, adding it if it is new."""
        return self.cite_span(candidate, candidate.start, candidate.end)

    def cite_span(self, candidate: Candidate, start: int, end: int) -> str:
        """Return the key of any span of the candidate's article."""
        return self.cite_words(candidate.article, start, end)

    def cite_words(self, article: Article, start: int, end: int) -> str:
        """Return the key of a span of an article."""
        place = (article.id, start, end)
        if place not in self._keys:
            self._keys[place] = Citation(
                key=str(len(self._keys) + 1),
                article_id=article.id,
                title=article.title,
                publisher=article.publisher,
                published=article.published,
                url=article.url,
                source=article.source,
                start=start,
                end=end,
                quote=article.text[start:end],
            )
        return self._keys[place].key

    def all(self) -> tuple[Citation, ...]:
        """Return the citations in the order of their numbers."""
        return tuple(self._keys.values())
