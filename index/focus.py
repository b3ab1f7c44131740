"""A closer look at chunks: their sentences, by words and by vectors.

A chunk of 200 tokens may be about several things; the sentence that answers is about one. What is kept here
of an article never changes (rows are not given twice), so it may be kept as long as there is room.
"""

import re
import sqlite3
import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import store
from index.encoder import Vectors
from index.terms import UNSPACED, Term, number_term, numbers
from ingest.types import Article, Sentence

KEPT_ARTICLES = 2000
"""Articles kept in memory: of 500 words each they take 50 MB."""

SHORT_STEM = 5
"""A stem below this length is followed only by an inflection: "port" finds "ports" and not "portrait"."""


@dataclass(frozen=True, slots=True)
class Parts:
    """An article with its sentences and their vectors, float16 (sentences, d)."""

    article: Article
    sentences: list[Sentence]
    vectors: NDArray[np.float16]
    _folded: dict[int, str] = field(default_factory=dict, repr=False)

    def folded(self, number: int) -> str:
        """Return the text of a sentence in lower case and without accents."""
        if number not in self._folded:
            sentence = self.sentences[number]
            self._folded[number] = fold(self.article.text[sentence.start : sentence.end])
        return self._folded[number]

    def whole(self) -> Vectors:
        """Return the vectors of all sentences, float32 (sentences, d)."""
        vectors: Vectors = self.vectors.astype(np.float32)
        return vectors

    def cosines(self, query: Vectors, places: slice = slice(None)) -> Vectors:
        """Return the cosines of sentences to a query (d,), float32 (sentences,)."""
        cosines: Vectors = self.vectors[places].astype(np.float32) @ query
        return cosines


class Shelf:
    """Articles with their sentences, the ones used last kept in memory."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, Parts] = OrderedDict()

    def get(self, connection: sqlite3.Connection, row: int) -> Parts:
        """Return the parts of an article row."""
        if row not in self._kept:
            sentences = store.read_sentences(connection, row)
            article, vectors = store.read_article(connection, row), store.read_sentence_vectors(connection, row)
            self._kept[row] = Parts(article, sentences, vectors)
            if len(self._kept) > KEPT_ARTICLES:
                self._kept.popitem(last=False)
        self._kept.move_to_end(row)
        return self._kept[row]

    def clear(self) -> None:
        """Forget everything: the vectors were made anew."""
        self._kept.clear()


class TermFinder:
    """Finds a question's terms in sentences, by stem as the full-text index does."""

    def __init__(self, terms: Sequence[Term], rarity: NDArray[np.float64]) -> None:
        self._rarity: list[float] = rarity.tolist()
        self._total = float(rarity.sum()) or 1.0
        self._numbers = {form: n for n, term in enumerate(terms) for form in term.forms if term.number}
        words = [(n, form) for n, term in enumerate(terms) for form in term.forms if not term.number]
        self._places = [n for n, _ in words]
        self._pattern = _join([_form_pattern(form) for _, form in words]) if words else None

    def cover(self, text: str) -> float:
        """Return the share of the terms' rarity that stands in a folded text, 0 to 1."""
        found = set()
        if self._pattern:
            found = {self._places[(m.lastindex or 1) - 1] for m in self._pattern.finditer(text)}
        if self._numbers:
            found |= {self._numbers.get(number_term(value), -1) for value, _, _ in numbers(text)} - {-1}
        return sum([self._rarity[n] for n in found]) / self._total


def _join(patterns: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of some at the start of a word; its last group is the number of the one found."""
    letters = {pattern[0] for pattern in patterns}
    if not all(letter.isalnum() for letter in letters):
        branches = "|".join(f"({pattern})" for pattern in patterns)
        return re.compile(rf"(?:\b|(?=[{UNSPACED}]))(?:{branches})")
    # To begin with a set of letters lets the search skip from one to the next; the rest then looks back at it.
    branches = "|".join(f"((?<={pattern[0]}){pattern[1:]})" for pattern in patterns)
    return re.compile(rf"[{''.join(sorted(letters))}](?:(?<=\b.)|(?<=[{UNSPACED}]))(?:{branches})")


def fold(text: str) -> str:
    """Return a text in lower case and without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in apart if not unicodedata.combining(c))


def _form_pattern(form: str) -> str:
    """Return a pattern for the words of a form, each by its stem."""
    words = re.findall(r"[^\W_]+", fold(form))
    if not words or not words[0].isascii():
        return re.escape(fold(form)) or r"(?!)"
    return r"[\W_]+".join(map(_word_pattern, words)) + r"\b"


@cache
def _word_pattern(word: str) -> str:
    stem = str(_stemmer().stemWord(word))
    if stem.endswith("i") and len(stem) > 3:
        stem = stem[:-1]  # Porter writes "compani" for company and companies
    if len(stem) < SHORT_STEM:
        return re.escape(stem) + r"(?:e|s|es|ed|d|ing|er|y|ies|ly)?"
    return re.escape(stem) + r"\w{0,6}"


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("porter")
