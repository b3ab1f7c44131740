"""Small piles of invented articles behind a real newsdesk, for tests that go the whole way from file to answer."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index import Encoder, Index
from qa import Answer, Newsdesk


@dataclass(frozen=True, slots=True)
class Story:
    """An article as its newspaper would hand it in; `name` is its file's name without the ending."""

    name: str
    title: str
    text: str
    publisher: str | None = None
    published: str | None = None

    def markdown(self) -> str:
        """Return the file's text: front matter, then the story."""
        fields = {"title": self.title, "publisher": self.publisher, "published": self.published}
        head = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value is not None]
        return "\n".join(["---", *head, "---", "", self.text, ""])


def write_stories(folder: Path, stories: Iterable[Story]) -> Path:
    """Write each story to a file of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for story in stories:
        (folder / f"{story.name}.md").write_text(story.markdown(), encoding="utf-8")
    return folder


def open_newsroom(folder: Path, stories: Sequence[Story], encoder: Encoder) -> Newsdesk:
    """Return a desk over an index of the stories, read in their order; a story that fails to go in is an error."""
    desk = Newsdesk(Index.open(folder / "index", encoder=encoder, create=True))
    for story in stories:
        write_stories(folder / "news", [story])
        summary = desk.ingest([folder / "news" / f"{story.name}.md"])
        assert not summary.failed, summary.failed
    return desk


def told(answer: Answer) -> str:
    """Return an answer as the bytes the laws speak of: its JSON without timings."""
    return json.dumps(answer.to_dict() | {"timings_ms": {}}, ensure_ascii=False, sort_keys=False)


def seen(answer: Answer) -> str:
    """Return every word an answer shows as an answer: short answer, claims, figures, sides of a disagreement."""
    sides = [voice.text for d in answer.disagreements for voice in d.values]
    claims = [claim.text for claim in answer.claims]
    figures = [found.figure.text for found in answer.figures]
    return "\n".join([answer.answer, answer.short or "", *claims, *figures, *sides, *answer.notes])


def check_slices(desk: Newsdesk, answer: Answer) -> None:
    """Assert the slice law: every quote, figure and equivalent is exactly the article's words at its place."""
    cited = {citation.key: citation for citation in answer.citations}
    for citation in answer.citations:
        assert desk.article(citation.article_id).text[citation.start : citation.end] == citation.quote
    for claim in answer.claims:
        assert set(claim.citations) <= set(cited)
    for found in answer.figures:
        citation = cited[found.citation]
        text = desk.article(citation.article_id).text
        figure = found.figure
        assert text[figure.start : figure.end] == figure.text
        assert citation.start <= figure.start < figure.end <= citation.end
        assert all(text[e.start : e.end] == e.text for e in figure.equivalents)
    for voice in (v for d in answer.disagreements for v in d.values):
        assert voice.citation in cited
