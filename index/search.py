"""Hybrid search: what the words say, what the vectors say, and how the two are weighed.

Ranks are not fused but scores. doc@1 on 400 questions each of SQuAD 2 + XQuAD as paragraphs, as articles of four
paragraphs, and of RAMDocs: words alone .82 .89 .90, vectors alone .70 .77 .90, fused by rank .80 .86 .93, weighed
scores with a look at single sentences .90 .91 .93.
"""

import re
import sqlite3
from dataclasses import dataclass
from datetime import date

import numpy as np

from index.encoder import Vectors
from index.focus import Parts, Shelf, TermFinder
from index.lexical import Ids, Scores, WordMatches, match_phrases, match_words
from index.schema import CHUNK_BITS
from index.terms import is_stop, query_terms
from index.vectors import VectorIndex

CANDIDATES = 100
"""Chunks each route hands in: 997 to 999 of 1,000 answers are among them on the tuning sets."""

FOCUSED = 50
"""Chunks whose sentences are looked at; 994 to 998 of 1,000 answers are among them on the tuning sets."""

# Weights, rounded between two softmax regressions, on SQuAD 2 and XQuAD questions and on 750 questions on invented news
# among 1,200 texts. On as many of other articles the right one is first for .52 and among five for .73 (weights of the
# encyclopedia alone, and two features more: .51 and .71); on SQuAD nothing is lost.
DENSE = 0.5
"""Cosine of question and chunk."""
COVER = 0.6
"""Share of the question's terms, by rarity, that the chunk or its title has."""
PHRASE = 0.6
"""BM25 of the question's neighbouring words standing together, over the question's rarity."""
ARTICLE_COVER = 0.6
"""Share of the question's terms that the whole article has."""
SENTENCE_DENSE = 3.0
"""Best cosine of question and one sentence of the chunk."""
SENTENCE_COVER = 0.8
"""Best share of the question's terms in one sentence of the chunk."""

TOTAL = DENSE + COVER + PHRASE + ARTICLE_COVER + SENTENCE_DENSE + SENTENCE_COVER

PLACES = 6
"""Decimal places in which scores are compared: cosines are float32, good to 1e-7 whatever order they are summed in."""

_WORD_PAIR = re.compile(r"(?=\b([^\W_]+)(?:['’]s)?[\s-]([^\W_]+))")


@dataclass(frozen=True, slots=True)
class Found:
    """A chunk with its fused score and those of both routes; None where a route did not find it."""

    chunk: int
    score: float
    dense: float | None
    lexical: float | None


@dataclass(frozen=True, slots=True)
class _Pool:
    """The candidates of a question: ids (n,), BM25 by term (n, terms), cosine (n,)."""

    ids: Ids
    by_term: Scores
    dense: Scores


def search_chunks(
    connection: sqlite3.Connection,
    vectors: VectorIndex,
    shelf: Shelf,
    question: str,
    query: Vectors,
    k: int,
    hidden: Ids,
) -> list[Found]:
    """Return the k best chunks for a question and its vector (d,), best first; ties go by article id and place.

    Chunks that are `hidden` (ascending or not, see `hidden_chunks`) are left out.
    """
    if not len(vectors):
        return []
    terms = query_terms(question)
    words = match_words(connection, terms, len(vectors), hidden)
    pool = _gather(words, vectors, query, max(CANDIDATES, k), hidden)
    if not len(pool.ids):
        return []
    scores = _score_chunks(connection, words, pool, question)
    order = np.lexsort((pool.ids, -np.round(scores, PLACES)))[: max(FOCUSED, k)]
    finder = TermFinder(terms, words.rarity)
    spans = _spans(connection, pool.ids[order])
    ranked = []
    for place in order:
        chunk = int(pool.ids[place])
        parts = shelf.get(connection, chunk >> CHUNK_BITS)
        scores[place] += score_sentences(parts, spans[chunk], finder, query)
        ranked.append((-round(float(scores[place]), PLACES), parts.article.id, spans[chunk], int(place)))
    return [_found(pool, scores, place) for *_, place in sorted(ranked)[:k]]


def score_sentences(parts: Parts, span: tuple[int, int], finder: TermFinder, query: Vectors) -> float:
    """Return the part of the fused score that is the best sentence's of a chunk."""
    inside = [n for n, s in enumerate(parts.sentences) if span[0] <= s.start < span[1]]
    if not inside:
        return 0.0
    cover = max(finder.cover(parts.folded(n)) for n in inside)
    return SENTENCE_DENSE * float(parts.cosines(query, slice(inside[0], inside[-1] + 1)).max()) + SENTENCE_COVER * cover


def hidden_chunks(connection: sqlite3.Connection, as_of: date | None, dated_only: bool = False) -> Ids:
    """Return the chunks of articles published after a day, and of undated ones if these are not wanted; int64 (n,)."""
    if as_of is None and not dated_only:
        return np.empty(0, np.int64)
    query = (
        "SELECT chunks.id FROM articles JOIN chunks ON chunks.id >= articles.row << ?1 "
        "AND chunks.id < (articles.row + 1) << ?1 WHERE articles.published > ?2 OR (?3 AND articles.published IS NULL)"
    )
    last = as_of.isoformat() if as_of else None  # nothing is later than NULL
    rows = connection.execute(query, (CHUNK_BITS, last, dated_only)).fetchall()
    return np.array(rows, np.int64).reshape(-1)


def _gather(words: WordMatches, vectors: VectorIndex, query: Vectors, count: int, hidden: Ids) -> _Pool:
    """Unite the best chunks of both routes; each gets the scores of both."""
    best = np.argsort(-np.round(words.bm25, PLACES), kind="stable")[:count]
    near, _ = vectors.search(query, count, hidden)
    ids = np.union1d(words.ids[best], near).astype(np.int64)
    return _Pool(ids, words.rows_for(ids), (vectors.vectors(ids) @ query).astype(np.float64))


def _score_chunks(connection: sqlite3.Connection, words: WordMatches, pool: _Pool, question: str) -> Scores:
    """Return the part of the fused score that needs no sentences, float64 (n,)."""
    rarity = float(words.rarity.sum()) or 1.0
    scores: Scores = (
        DENSE * pool.dense
        + COVER * words.cover(pool.by_term)
        + ARTICLE_COVER * words.cover(words.best_in_article(pool.ids))
        + PHRASE * match_phrases(connection, phrases(question), pool.ids) / rarity
    )
    return scores


def phrases(question: str) -> list[str]:
    """Return the FTS5 expressions of neighbouring words of a question, without those that have a stop word."""
    kept = []
    for match in _WORD_PAIR.finditer(question):
        pair = match.groups()
        if not any(is_stop(word) for word in pair):
            kept.append(f'"{pair[0]} {pair[1]}"')
    return list(dict.fromkeys(kept))


def _spans(connection: sqlite3.Connection, ids: Ids) -> dict[int, tuple[int, int]]:
    marks = ",".join("?" * len(ids))
    query = f"SELECT id, start, end FROM chunks WHERE id IN ({marks})"
    return {id_: (start, end) for id_, start, end in connection.execute(query, [int(i) for i in ids])}


def _found(pool: _Pool, scores: Scores, place: int) -> Found:
    lexical = float(pool.by_term[place].sum())
    return Found(
        int(pool.ids[place]), float(scores[place]) / TOTAL, float(pool.dense[place]), lexical if lexical > 0 else None
    )
