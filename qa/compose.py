"""Putting the answer together: the short answer, the sentence it stands on, citations, notes, or a plain "not said"."""

from collections.abc import Sequence

from ingest.types import FigureKind
from qa.cite import Citations
from qa.pick import Pick
from qa.question import Question
from qa.trust import Trust
from qa.types import Answer, CitedFigure, Claim, Disagreement, Verdict
from qa.wording import read_by, short_figure, source_line, time_clause

NOT_SAID = "The articles do not say."
"""The one refusal; programs may compare with it."""


def compose(
    question: Question,
    pick: Pick,
    trust: Trust,
    citations: Citations,
    *,
    more: Sequence[Pick] = (),
    disagreements: Sequence[Disagreement] = (),
    notes: Sequence[str] = (),
) -> Answer:
    """Return the answer a pick gives; `more` are further sentences that belong to it."""
    key = citations.cite(pick.candidate)
    claims = [Claim(pick.candidate.text, (key,), Verdict.SUPPORTED)]
    extra_keys = [citations.cite_span(pick.candidate, a, b) for a, b in also_sentences(pick)]
    for other in more:
        claims.append(Claim(other.candidate.text, (citations.cite(other.candidate),), Verdict.SUPPORTED))
    figures = _figures(pick, key)
    headline = _headline(pick)
    all_notes = [*_notes(pick), *notes]
    lines = [f"{headline}." if headline else ""]
    lines += [f"{quoted(c.text)} {''.join(f'[{k}]' for k in (*c.citations, *extra_keys))}" for c in claims]
    lines.append(f"— {source_line(pick.candidate.article)}")
    return Answer(
        question=question.text,
        answer="\n".join(line for line in lines if line),
        short=_short(pick) or None,
        abstained=False,
        missing=None,
        reader="extractive",
        claims=tuple(claims),
        citations=citations.all(),
        figures=figures,
        disagreements=tuple(disagreements),
        notes=tuple(dict.fromkeys(all_notes)),
        confidence=trust.probability,
    )


def also_sentences(pick: Pick) -> list[tuple[int, int]]:
    """Return the spans a pick rests on beside its sentence, without those inside it."""
    inside = pick.candidate
    return [(a, b) for a, b in pick.also if not inside.start <= a < inside.end]


def decline(question: Question, nearest: Pick | None, trust: Trust | None, citations: Citations) -> Answer:
    """Return "the articles do not say" with the nearest thing they do say, cited."""
    missing = "no article says anything near it"
    if nearest is not None:
        key = citations.cite(nearest.candidate)
        why = (trust.reason if trust else None) or "no sentence answers it"
        missing = f"{why}; the nearest is: {quoted(nearest.candidate.text)} [{key}]"
    return Answer(
        question=question.text,
        answer=NOT_SAID,
        short=None,
        abstained=True,
        missing=missing,
        reader="extractive",
        citations=citations.all(),
        confidence=trust.probability if trust else 0.0,
    )


def quoted(text: str) -> str:
    """Return a sentence in quotation marks, unless it opens with its own."""
    plain = text.strip()
    return plain if plain[:1] in '“"‘«' else f"“{plain}”"


def _short(pick: Pick) -> str:
    if pick.figure is not None and pick.figure.kind is not FigureKind.DATE:
        return short_figure(pick.short, pick.figure)
    return pick.short


def _headline(pick: Pick) -> str:
    figure = pick.figure
    if figure is None:
        return pick.short
    if figure.kind is FigureKind.DATE:
        period = figure.period
        relative = period is not None and period.resolved_from is not None and period.start is not None
        return f"{pick.short} ({read_by(period)})" if relative and period else pick.short
    return _short(pick) + time_clause(figure.period)


def _figures(pick: Pick, key: str) -> tuple[CitedFigure, ...]:
    return (CitedFigure(pick.figure, key),) if pick.figure is not None else ()


def _notes(pick: Pick) -> list[str]:
    figure = pick.figure
    notes = []
    if figure is not None and figure.period is not None:
        period = figure.period
        if period.resolved_from is not None and period.start is not None:
            notes.append(read_by(period))
        elif period.start is None and period.end is None and period.text:
            notes.append(f"“{period.text}” is left as printed: the article carries no date to read it by")
    if figure is not None and figure.attributed_to:
        notes.append(f"said by {figure.attributed_to}")
    return notes
