"""Candidates and picks made of a few invented lines, without an index."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.types import Hit
from ingest.documents import prepare
from ingest.raw import Media, RawArticle
from ingest.types import Document, Figure, Sentence
from qa.reader.pick import Pick
from qa.retrieve.passages import Candidate, candidates
from qa.understand.question import Question, understand
from qa.understand.unit_fit import unit_fit


@dataclass(frozen=True, slots=True)
class OneArticle:
    """What `candidates` asks of an index, for one article."""

    document: Document

    def sentences(self, article_id: str) -> Sequence[Sentence]:
        return self.document.sentences

    def figures_of(self, article_id: str) -> Sequence[Figure]:
        return self.document.figures


def read_document(
    text: str, *, title: str = "A note from the desk", published: str | None = None, publisher: str | None = None
) -> Document:
    """Return an article with its sentences and figures."""
    day = date.fromisoformat(published) if published else None
    return prepare(
        RawArticle("note.md", text.encode(), text, Media.MARKDOWN, title=title, published=day, publisher=publisher)
    )


def read_candidates(
    text: str, *, title: str = "A note from the desk", published: str | None = None, publisher: str | None = None
) -> list[Candidate]:
    """Return the sentences of an article, its headings left out."""
    document = read_document(text, title=title, published=published, publisher=publisher)
    article = document.article
    hit = Hit(article, 0, len(article.text), article.text, 1.0, 0.5, 1.0)
    return candidates([hit], OneArticle(document), lambda _: [0.5] * len(document.sentences))


def find_candidate(text: str, shown: str, **about: str | None) -> Candidate:
    """Return the sentence that holds some words."""
    return next(c for c in read_candidates(text, **about) if shown in c.text)


def find_figure(text: str, shown: str, **about: str | None) -> tuple[Figure, Candidate]:
    """Return the figure printed so, and its sentence."""
    candidate = find_candidate(text, shown, **about)
    return next(f for f in candidate.figures if f.text == shown), candidate


def make_pick(question: str, text: str, shown: str, inside: str = "", **about: str | None) -> tuple[Question, Pick]:
    """Return a question and the pick of a figure printed so, or of those words; `inside` tells its sentence."""
    asked = understand(question)
    candidate = find_candidate(text, inside or shown, **about)
    figure = next((f for f in candidate.figures if f.text == shown), None)
    start = candidate.start + candidate.text.index(shown)
    fits = {"unit": unit_fit(asked, figure) if figure else 0.5}
    short = "" if shown == candidate.text else shown
    return asked, Pick(candidate, 10.0, short, start, start + len(shown), figure, fits=fits)
