"""newsdesk's search as a LangChain retriever, for other people's chains.

Importing `langchain_core.retrievers` takes a second, so this file is imported by whoever wants the class, never on the
way of `ask`:

    from qa.retriever import NewsdeskRetriever
    retriever = NewsdeskRetriever(desk=desk, k=4)
"""

from datetime import date
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables.config import run_in_executor
from pydantic import ConfigDict, Field

from index.types import Hit
from qa.desk import Newsdesk
from qa.types import PASSAGES


def to_document(hit: Hit) -> Document:
    """Return a hit as a LangChain document; its metadata holds only what JSON can hold, days in ISO form.

    `article.text[start:end]` is the document's `page_content`; `dense` and `lexical` are None where that route of the
    search did not return the chunk.
    """
    article = hit.article
    metadata = {
        "article_id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "source": article.source,
        "start": hit.start,
        "end": hit.end,
        "score": hit.score,
        "dense": hit.dense,
        "lexical": hit.lexical,
    }
    return Document(id=f"{article.id}:{hit.start}-{hit.end}", page_content=hit.text, metadata=metadata)


class NewsdeskRetriever(BaseRetriever):
    """Returns the k best chunks of an open newsdesk, best first; it works from other threads and from async code."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    desk: Newsdesk
    k: int = Field(default=PASSAGES, ge=1)
    as_of: date | None = None
    """Hides what was published later; None hides nothing."""

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [to_document(hit) for hit in self.desk.search(query, self.k, as_of=self.as_of)]

    async def _aget_relevant_documents(
        self, query: str, *, run_manager: AsyncCallbackManagerForRetrieverRun, **_: Any
    ) -> list[Document]:
        # Encoding and SQLite hold no event loop up: they run in a thread.
        return await run_in_executor(None, self._get_relevant_documents, query, run_manager=run_manager.get_sync())
