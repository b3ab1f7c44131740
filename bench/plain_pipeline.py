"""The plain pipeline that many tutorials build, as a baseline: fixed-size chunks, one model, FAISS.

What LangChain's RecursiveCharacterTextSplitter, HuggingFaceEmbeddings and FAISS store do, with its defaults in
tutorials: chunks of at most 1,000 characters that overlap by 200, split at paragraphs, lines, spaces; cosine. The
splitters and stores are separate packages of LangChain that newsdesk does not install, so the steps stand here by hand,
on the libraries beneath them: sentence-transformers and faiss.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.types import Article

CHUNK = 1_000
OVERLAP = 200
SEPARATORS = ("\n\n", "\n", " ")


@dataclass(frozen=True, slots=True)
class PlainHit:
    """A chunk found: `article.text[start:end]`."""

    article: Article
    start: int
    end: int
    text: str
    score: float


def _cut(text: str, start: int) -> int:
    """Return where a chunk that begins at `start` ends: the last separator, the coarsest first, that lets it fit."""
    limit = start + CHUNK
    if limit >= len(text):
        return len(text)
    for separator in SEPARATORS:
        at = text.rfind(separator, start + OVERLAP + 1, limit)
        if at > start:
            return at
    return limit


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield `start, end` of overlapping chunks of at most `CHUNK` characters."""
    start = 0
    while start < len(text):
        end = _cut(text, start)
        if text[start:end].strip():
            yield start, end
        if end >= len(text):
            return
        back = text.find(" ", end - OVERLAP, end)
        start = back + 1 if back > start else end


@lru_cache(maxsize=1)
def load_model() -> Any:
    """Load the default model with sentence-transformers, as the pipeline does."""
    from sentence_transformers import SentenceTransformer

    from index.model import find_model

    return SentenceTransformer(str(find_model().folder), device="cpu")


class PlainPipeline:
    """Chunks, vectors and a flat FAISS index over articles."""

    def __init__(self, articles: Sequence[Article], model: Any = None) -> None:
        import faiss

        self._model = model or load_model()
        self._spans = [(article, start, end) for article in articles for start, end in split(article.text)]
        vectors = self._encode([article.text[start:end] for article, start, end in self._spans])
        self._index = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(vectors)

    def _encode(self, texts: Sequence[str]) -> Any:
        return self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)

    def search(self, query: str, k: int = 10) -> list[PlainHit]:
        """Return the k chunks with the highest cosine, best first."""
        scores, numbers = self._index.search(self._encode([query]), min(k, len(self._spans)))
        found = []
        for score, number in zip(scores[0], numbers[0], strict=True):
            article, start, end = self._spans[number]
            found.append(PlainHit(article, start, end, article.text[start:end], float(score)))
        return found
