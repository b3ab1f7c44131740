"""A fast encoder and hand-made documents for the tests of the index."""

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from ingest.text.chunks import cut_chunks
from ingest.text.sentences import split_sentences
from ingest.types import Article, Document, Figure

DIMENSION = 16


class FakeEncoder:
    """Hashes words into a bag of 16 places: texts that share words are near, and no model is needed."""

    model = "fake"
    dimension = DIMENSION

    def __init__(self, sha256: str = "0" * 64) -> None:
        self.sha256 = sha256
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.encoded += len(texts)
        out = np.zeros((len(texts), DIMENSION), np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r"\w+", text.lower()):
                code = hashlib.blake2b(word.encode(), key=self.sha256[:8].encode(), digest_size=2).digest()
                out[row, code[0] % DIMENSION] += 1 if code[1] % 2 else -1
            out[row] /= max(float(np.linalg.norm(out[row])), 1e-12)
        return out

    def encode_parts(
        self, texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]
    ) -> list[tuple[np.ndarray, np.ndarray]]:
        return [
            (self.encode([text])[0], self.encode([text[start:end] for start, end in of_text]).reshape(-1, DIMENSION))
            for text, of_text in zip(texts, spans, strict=True)
        ]


def make_document(
    id: str,
    text: str,
    *,
    title: str = "",
    source: str | None = None,
    figures: tuple[Figure, ...] = (),
    signature: tuple[int, ...] = (),
    **fields: object,
) -> Document:
    """Build a document; its digest is that of title and text."""
    article = Article(id, title, text, source or f"{id}.txt", **fields)  # type: ignore[arg-type]
    sentences = split_sentences(text)
    raw = f"{title}\n{text}".encode()
    digest = hashlib.sha256(raw).hexdigest()
    return Document(article, raw, digest, sentences, cut_chunks(text, sentences, title=title), figures, signature)
