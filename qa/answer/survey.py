"""The answer to a request: sentences as they stand or a table, every row of it cited."""

from qa.answer.cite import Citations
from qa.lexicon.wording import source_line
from qa.survey.told import Entry, Told
from qa.types import EXTRACTIVE, Answer, CitedFigure, Claim, Row, Table

SHOWN_RIGHT = 0.72
"""Confidence of an answer to a request: the share of the requests in `tests/qa/survey` that came out right on the first
run, before anything was mended for them (50 of 69)."""


def answer_request(question: str, told: Told) -> Answer:
    """Return the answer: what is shown of the articles are their own words, and what is counted is cited."""
    citations = Citations()
    lines = tuple(Claim(line.text, (citations.cite_words(line.article, line.start, line.end),)) for line in told.lines)
    rows = tuple(Row(entry.cells, _keys(entry, citations)) for entry in told.rows)
    table = Table(told.title, told.columns, rows) if rows else None
    said = [
        f"{claim.text} [{claim.citations[0]}]\n— {source_line(line.article)}"
        for claim, line in zip(lines, told.lines, strict=True)
    ]
    said += [f"{' | '.join(c for c in row.cells if c)} {''.join(f'[{k}]' for k in row.citations)}" for row in rows]
    head = [f"{told.short}."] if told.short else []
    title = [f"{told.title}:"] if rows else []
    return Answer(
        question=question,
        answer="\n".join([*head, *title, *said] or [told.note]),
        short=told.short,
        abstained=False,
        missing=None,
        reader=EXTRACTIVE,
        claims=lines,
        citations=citations.all(),
        figures=tuple(_figures(told, citations)),
        notes=(told.note,) if told.note and (said or head) else (),
        kind=told.kind,
        table=table,
        confidence=1.0 if told.kind == "help" else SHOWN_RIGHT,  # help says nothing of the articles
    )


def _keys(entry: Entry, citations: Citations) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citations.cite_words(line.article, line.start, line.end) for line in entry.lines))


def _figures(told: Told, citations: Citations) -> list[CitedFigure]:
    found = []
    for entry in told.rows:
        for figure in entry.figures:
            line = next(x for x in entry.lines if x.start <= figure.start < x.end)
            found.append(CitedFigure(figure, citations.cite_words(line.article, line.start, line.end)))
    return found
