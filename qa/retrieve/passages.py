"""From hits to sentences: each candidate sentence with what is needed to judge it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol

from index.types import Hit
from ingest.types import Article, Figure, Sentence
from qa.lexicon.words import stems_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a retrieved chunk, not yet scored: `article.text[start:end]`."""

    article: Article
    number: int
    """Which sentence of its article it is, from 0."""
    start: int
    end: int
    text: str
    stems: frozenset[str]
    before: tuple[tuple[int, int], ...]
    """Spans of the sentences just before it that it may lean on, nearest first."""
    before_stems: frozenset[str]
    title_stems: frozenset[str]
    chunk_stems: frozenset[str]
    figures: tuple[Figure, ...]
    figures_before: tuple[Figure, ...]
    """Those of the sentence just before in the same paragraph: "Their capital was ..." is of its year."""
    cosine: float
    """Of question and sentence."""
    chunk_cosine: float
    rank: int
    """Place of its chunk among the hits, from 0."""


class Source(Protocol):
    """What is asked of an index to read the sentences of its hits."""

    def sentences(self, article_id: str) -> Sequence[Sentence]:
        """Return the sentences of an article in order."""

    def figures_of(self, article_id: str) -> Sequence[Figure]:
        """Return the figures of an article in order."""


# How many sentences before a sentence are read for the names it leans on, and of these for its words.
LEANS_ON = 5
NEXT_BEFORE = 2


@dataclass(frozen=True, slots=True)
class _Parts:
    sentences: Sequence[Sentence]
    figures: Sequence[Figure]
    cosines: Sequence[float]


def candidates(hits: Sequence[Hit], index: Source, cosines: Callable[[str], Sequence[float]]) -> list[Candidate]:
    """Return every sentence of the hits once, in order of the hits.

    `cosines(article_id)` gives one cosine with the question for each sentence of that article.
    """
    parts: dict[str, _Parts] = {}
    seen: set[tuple[str, int]] = set()
    found: list[Candidate] = []
    for rank, hit in enumerate(hits):
        key = hit.article.id
        if key not in parts:
            parts[key] = _Parts(index.sentences(key), index.figures_of(key), cosines(key))
        part = parts[key]
        title = stems_of(hit.article.title)
        chunk = _chunk_stems(hit, part.sentences)
        for number, sentence in enumerate(part.sentences):
            inside = hit.start <= sentence.start and sentence.end <= hit.end
            if not inside or sentence.heading or (key, number) in seen:
                continue
            seen.add((key, number))
            found.append(_candidate(hit, part, number, title, chunk, rank))
    return found


def _chunk_stems(hit: Hit, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the stems of a hit, by its sentences: those are read once and kept."""
    inside = (s for s in sentences if s.start < hit.end and hit.start < s.end)
    text = hit.article.text
    return frozenset().union(*(stems_of(text[max(s.start, hit.start) : min(s.end, hit.end)]) for s in inside))


def _candidate(
    hit: Hit,
    part: _Parts,
    number: int,
    title: frozenset[str],
    chunk: frozenset[str],
    rank: int,
) -> Candidate:
    sentence = part.sentences[number]
    text = hit.article.text[sentence.start : sentence.end]
    before = tuple((s.start, s.end) for s in reversed(part.sentences[max(0, number - LEANS_ON) : number]))
    return Candidate(
        article=hit.article,
        number=number,
        start=sentence.start,
        end=sentence.end,
        text=text,
        stems=stems_of(text),
        before=before,
        before_stems=frozenset().union(*(stems_of(hit.article.text[a:b]) for a, b in before[:NEXT_BEFORE])),
        title_stems=title,
        chunk_stems=chunk,
        figures=tuple(f for f in part.figures if sentence.start <= f.start < sentence.end),
        figures_before=_figures_before(part, number),
        cosine=float(part.cosines[number]) if number < len(part.cosines) else 0.0,
        chunk_cosine=hit.dense if hit.dense is not None else 0.0,
        rank=rank,
    )


def _figures_before(part: _Parts, number: int) -> tuple[Figure, ...]:
    if not number or part.sentences[number - 1].paragraph != part.sentences[number].paragraph:
        return ()
    sentence = part.sentences[number - 1]
    return tuple(f for f in part.figures if sentence.start <= f.start < sentence.end)


def rarity(stems: Sequence[str], frequencies: Mapping[str, int], chunks: int) -> dict[str, float]:
    """Return the weight of each stem: inverse document frequency over chunks, as BM25 defines it.

    A stem in no chunk weighs most: what the corpus never names is what a question most likely turns on.
    """
    return {s: log(1 + (chunks - frequencies.get(s, 0) + 0.5) / (frequencies.get(s, 0) + 0.5)) for s in stems}
