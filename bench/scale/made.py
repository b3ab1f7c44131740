"""Articles by number, with their vectors: the n-th is the same on every machine and at every size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from bench.scale.vectors import (
    CHUNK_SPREAD,
    CLUSTERS,
    DIMENSION,
    QUESTION_SPREAD,
    SENTENCE_SPREAD,
    centres,
    near,
)
from bench.scale.words import COMMON, draw, vocabulary
from index.encoder import Span, Vectors
from index.store import Embedded
from ingest.copies import SIGNATURE_SIZE
from ingest.types import Article, Chunk, Document, Figure, FigureKind, Sentence

CHUNKS = 5
SENTENCES = 6
WORDS = 16
"""Words of a sentence besides its number: an article has 500 words, 5 chunks, 30 sentences and 30 figures. One of the
corpus of `python -m bench` has 500, 5, 33 and 44."""

ASKED = 6
"""Rare words of a question, in the order of a chunk that has them."""

FIRST_DAY, DAYS = date(2019, 1, 1), 2000


@dataclass(frozen=True, slots=True)
class Question:
    """Words of one chunk, and a vector (d,) beside that of the same chunk."""

    text: str
    vector: Vectors
    article: str
    """The id of the article they are of."""


def make_article(number: int, version: int = 0) -> Embedded:
    """Return the article of a number with its vectors; another version has the same id, source and topic only."""
    random = np.random.default_rng((number, version))
    ranks = draw((CHUNKS * SENTENCES + 1) * WORDS, random).reshape(-1, WORDS)
    words = vocabulary()[ranks]
    text, sentences, figures = _text(words[1:], random)
    chunks = tuple(Chunk(s[0].start, s[-1].end) for s in _groups(sentences))
    title = " ".join(words[0, :8]).capitalize()
    day = FIRST_DAY + timedelta(days=number % DAYS)
    id_ = f"made-{number}"
    article = Article(id_, title, text, f"made.jsonl#{id_}", "The Courier", (), day)
    raw = text.encode()
    signature = tuple(random.integers(0, 2**32, SIGNATURE_SIZE).tolist())
    document = Document(article, raw, sha256(raw).hexdigest(), tuple(sentences), chunks, tuple(figures), signature)
    topic = np.tile(centres()[number % CLUSTERS], (CHUNKS, 1))
    of_chunks = near(topic, CHUNK_SPREAD, random)
    of_sentences = near(np.repeat(of_chunks, SENTENCES, axis=0), SENTENCE_SPREAD, random)
    return Embedded(document, of_chunks, of_sentences)


def make_question(number: int, version: int = 0) -> Question:
    """Return a question about one chunk of an article."""
    random = np.random.default_rng((number, version, 1))
    made = make_article(number, version)
    place = int(random.integers(CHUNKS))
    chunk = made.document.chunks[place]
    common = set(vocabulary()[:COMMON])
    told = made.document.article.text[chunk.start : chunk.end].lower().replace(".", "").split()
    rare = [word for word in told if word.isalpha() and word not in common]
    at = int(random.integers(max(1, len(rare) - ASKED)))
    vector = near(made.chunks[place : place + 1], QUESTION_SPREAD, random)[0]
    return Question(" ".join(rare[at : at + ASKED]), vector, made.document.article.id)


def _text(rows: NDArray[np.object_], random: np.random.Generator) -> tuple[str, list[Sentence], list[Figure]]:
    """Write a sentence of each row of words, with a number in its middle; a chunk is a paragraph."""
    parts, sentences, figures, at = [], [], [], 0
    for n, (row, value) in enumerate(zip(rows, random.integers(10, 90_000, len(rows)).tolist(), strict=True)):
        head, tail = " ".join(row[:6]).capitalize(), " ".join(row[6:])
        printed = f"{value:,} {row[6]}"
        start = at + len(head) + 1
        end = start + len(printed)
        figures.append(Figure(FigureKind.QUANTITY, start, end, printed, Decimal(value), unit=row[6], subject=row[0]))
        sentence = f"{head} {value:,} {tail}."
        sentences.append(Sentence(at, at + len(sentence), n // SENTENCES))
        gap = "\n\n" if n % SENTENCES == SENTENCES - 1 else " "
        parts += [sentence, gap]
        at += len(sentence) + len(gap)
    return "".join(parts[:-1]), sentences, figures


def _groups(sentences: list[Sentence]) -> list[list[Sentence]]:
    return [sentences[place : place + SENTENCES] for place in range(0, len(sentences), SENTENCES)]


class GivenEncoder:
    """Hands back the vectors questions were made with; articles bring their own."""

    model = "made"
    sha256 = "0" * 64
    dimension = DIMENSION

    def __init__(self, questions: Sequence[Question]) -> None:
        self._known = {question.text: question.vector for question in questions}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 (n, d); raises KeyError for a text that is none of the questions."""
        return np.array([self._known[text] for text in texts], np.float32).reshape(-1, DIMENSION)

    def encode_parts(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> list[tuple[Vectors, Vectors]]:
        """Raise NotImplementedError: what is put in was embedded when it was made."""
        raise NotImplementedError
