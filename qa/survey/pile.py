"""The part of the pile a request is about: its articles, one voice once, and their sentences."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from index.encoder import Vectors
from ingest.types import Article, Figure
from qa.lexicon.denote import says_name
from qa.lexicon.words import ASKING_STEMS, content, is_stop, stems_of
from qa.understand.question import proper_names

if TYPE_CHECKING:
    from index.index import Index

MOST = 400
"""Articles that are read sentence by sentence; the request says so where there are more."""
ENOUGH, SOME = 0.6, 0.3
"""Share of the topic that a sentence says: to be about it; and where the words around it say all of it."""


LEANS = re.compile(
    r"^[“\"'‘]?(?:it|its|he|she|they|his|her|their|this|that|these|those|there|but|and|so|then|however|also|both|such"
    r"|the (?:two|three|four|latter|former|same)|another|others|meanwhile|in addition|he said|she said)\b",
    re.IGNORECASE,
)
"""How a sentence opens that is not understood without the one before."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence of an article in scope: `article.text[start:end]`."""

    article: Article
    number: int
    """Which sentence of its article it is, from 0."""
    start: int
    end: int
    text: str
    before: str
    """The sentence before it in its paragraph, empty for the first."""
    figures: tuple[Figure, ...]
    vector: Vectors
    """float32 (d,), of length 1."""


@dataclass(frozen=True, slots=True)
class Pile:
    """The articles a request may be answered from."""

    articles: tuple[Article, ...]
    """One of each voice, oldest first, undated ones last."""
    left_out: int = 0
    """Articles that were too many to be read."""

    def words(self) -> str:
        """Return "4 articles", or how many of how many were read."""
        read = len(self.articles)
        some = f"{read:,} article{'s' if read != 1 else ''}"
        return f"the newest {some} of {read + self.left_out:,}" if self.left_out else some


def open_pile(index: "Index", as_of: date | None, dated_only: bool) -> Pile:
    """Return the articles published until `as_of`, near copies left out; the newest `MOST` where they are more."""
    voices = index.voices()
    kept: dict[str, Article] = {}
    for article in index.articles():
        late = as_of is not None and article.published is not None and article.published > as_of
        if not late and not (dated_only and article.published is None):
            kept.setdefault(voices.get(article.id, article.id), article)
    found = list(kept.values())
    dated = [a for a in found if a.published is not None]
    undated = [a for a in found if a.published is None]
    read = [*undated, *dated][-MOST:] if len(found) > MOST else found
    order = sorted(read, key=lambda a: (a.published is None, a.published or date.max, a.id))
    return Pile(tuple(order), len(found) - len(read))


def lines_of(index: "Index", articles: Sequence[Article]) -> list[Line]:
    """Return the sentences of some articles, headings left out."""
    lines = []
    for article in articles:
        sentences, vectors = index.sentences(article.id), index.sentence_vectors(article.id)
        figures = index.figures_of(article.id)
        for n, sentence in enumerate(sentences):
            if sentence.heading:
                continue
            near = n > 0 and sentences[n - 1].paragraph == sentence.paragraph
            before = article.text[sentences[n - 1].start : sentences[n - 1].end] if near else ""
            inside = tuple(f for f in figures if sentence.start <= f.start < sentence.end)
            text = article.text[sentence.start : sentence.end]
            lines.append(Line(article, n, sentence.start, sentence.end, text, before, inside, vectors[n]))
    return lines


def speaks_of(topic: str) -> Callable[[Line], bool]:
    """Return the test whether a sentence is about a topic: it says most, or part where what is around says all."""
    say = share_of(topic)

    def test(line: Line) -> bool:
        own = say(line.text)
        if own >= ENOUGH:
            return True
        near = own >= SOME or (LEANS.match(line.text) is not None and say(line.before) > 0.99)
        return near and say(f"{line.article.title} {line.before} {line.text}") > 0.99

    return test


NEAR, NEAR_NAMED = 0.23, 0.45
"""Cosine of a topic to the mean of an article's sentences from which it is about it, if it says it; with a name in it.
A bare name is near to all that happens there."""
OFTEN = 0.25
"""Share of an article's sentences that speak of a name from which it is about it."""


class Topic:
    """A topic and the articles that are about it: their titles say it, or they speak of it all through."""

    def __init__(self, index: "Index", words: str, lines: Sequence[Line]) -> None:
        self.says = speaks_of(words)
        """Tells whether a sentence speaks of the topic itself."""
        self.vector = index.encode_query(words)
        of_article = defaultdict[str, list[Line]](list)
        for line in lines:
            of_article[line.article.id].append(line)
        say, names = share_of(words), proper_names(f"about {words}")
        bare = not {t.stem for t in content(words)} - stems_of(" ".join(names))
        found = []
        for id_, own in of_article.items():
            often = sum(map(self.says, own)) / len(own)
            mean = np.mean([line.vector for line in own], axis=0)
            near = float(mean @ self.vector) >= (NEAR_NAMED if names else NEAR) * float(np.linalg.norm(mean))
            if say(own[0].article.title) > 0.99 or often >= OFTEN or (often > 0 and near and not bare):
                found.append(id_)
        self.articles = frozenset(found)

    def tells(self, line: Line) -> bool:
        """Tell whether a sentence speaks of the topic or stands in an article about it."""
        return line.article.id in self.articles or self.says(line)


def share_of(topic: str) -> Callable[[str], float]:
    """Return the measure of how much of a topic a text says, 0 to 1: its names by what they denote, words by stem."""
    names = proper_names(f"about {topic}")
    named = stems_of(" ".join(names))
    stems = {t.stem for t in content(topic)} - named - ASKING_STEMS

    def say(text: str) -> float:
        if not names and not stems:
            return 0.0
        met = sum(says_name(name, text) for name in names) + len(stems & stems_of(text))
        return met / (len(names) + len(stems))

    return say


def topic_of(words: str | None) -> str | None:
    """Return a topic without the words that only lead to it; None where nothing is left."""
    kept = (words or "").strip()
    return kept if any(not is_stop(t) for t in kept.split()) else None
