"""The route of the words: BM25 by term from the full-text index, and phrases."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.schema import CHUNK_BITS
from index.terms import Term

Ids = NDArray[np.int64]
Scores = NDArray[np.float64]

COLUMN_WEIGHTS = (2.0, 1.0, 1.0)
"""Of title, text and added forms in BM25: a title says in few words what an article is about."""


@dataclass(frozen=True, slots=True)
class WordMatches:
    """What the terms of a question find: ids int64 (n,), BM25 by chunk and term float64 (n, terms)."""

    ids: Ids
    by_term: Scores
    rarity: Scores
    """Inverse document frequency of each term over chunks, float64 (terms,); a term found nowhere weighs most."""

    @property
    def bm25(self) -> Scores:
        """BM25 of the whole question, float64 (n,): FTS5's is the sum over its terms."""
        total: Scores = self.by_term.sum(axis=1)
        return total

    def rows_for(self, ids: Ids) -> Scores:
        """Return BM25 by term of other chunks, zeros for those no term is in; float64 (ids, terms)."""
        return _spread(self.ids, self.by_term, ids)

    def best_in_article(self, ids: Ids) -> Scores:
        """Return, for the article of each chunk, the best BM25 any of its chunks has by term; float64 (ids, terms)."""
        articles, group = np.unique(self.ids >> CHUNK_BITS, return_inverse=True)
        best = np.zeros((len(articles), self.by_term.shape[1]))
        np.maximum.at(best, group, self.by_term)
        return _spread(articles, best, ids >> CHUNK_BITS)

    def cover(self, by_term: Scores) -> Scores:
        """Return the share of the question's rarity that is found in each row, 0 to 1; float64 (rows,)."""
        total = float(self.rarity.sum()) or 1.0
        found: Scores = (by_term > 0) @ self.rarity / total
        return found


def match_words(connection: sqlite3.Connection, terms: Sequence[Term], chunks: int, hidden: Ids) -> WordMatches:
    """Ask the full-text index for each term; `chunks` is how many chunks there are, `hidden` are left out.

    The inverse document frequency is that of BM25 (Robertson and Zaragoza 2009, 3.3), plus one so that it
    is never negative: log(1 + (N - n + 0.5) / (n + 0.5)).
    """
    columns = [_ask(connection, term.match) for term in terms]
    found = [ids for ids, _ in columns]
    ids = np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)
    if len(hidden):
        ids = ids[~np.isin(ids, hidden)]
    by_term = np.zeros((len(ids), len(terms)))
    for place, (some, scores) in enumerate(columns):
        by_term[:, place] = _spread(some, scores, ids)
    counts = (by_term > 0).sum(axis=0)
    rarity = np.log1p((np.maximum(chunks - counts, 0) + 0.5) / (counts + 0.5))
    return WordMatches(ids, by_term, rarity)


def match_phrases(connection: sqlite3.Connection, phrases: Sequence[str], ids: Ids) -> Scores:
    """Return for each chunk the BM25 of the phrases in it, summed; float64 (ids,)."""
    total = np.zeros(len(ids))
    for phrase in phrases:
        total += _spread(*_ask(connection, phrase), ids)
    return total


def _ask(connection: sqlite3.Connection, match: str) -> tuple[Ids, Scores]:
    """Return ids in ascending order and BM25 of the chunks an FTS5 expression finds."""
    weights = ", ".join(str(weight) for weight in COLUMN_WEIGHTS)
    query = f"SELECT rowid, -bm25(words, {weights}) FROM words WHERE words MATCH ? ORDER BY rowid"
    rows = connection.execute(query, (match,)).fetchall()
    ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    # FTS5 lets the weight of a term in over half the chunks sink to 1e-6; it must stay above zero to count as found.
    scores = np.fromiter((max(row[1], 1e-9) for row in rows), np.float64, len(rows))
    return ids, scores


def _spread(known: Ids, values: Scores, wanted: Ids) -> Scores:
    """Return the value of each wanted id from ascending known ids, zero where it is not known."""
    out = np.zeros((len(wanted), *values.shape[1:]))
    if len(known):
        place = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
        hit = known[place] == wanted
        out[hit] = values[place[hit]]
    return out
