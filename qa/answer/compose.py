"""Putting the answer together: the short answer, the sentence it stands on, citations, notes, or a plain "not said"."""

from collections.abc import Sequence

from ingest.types import FigureKind
from qa.answer.cite import Citations
from qa.compare.figures import Compared
from qa.decide.weigh import Trust
from qa.lexicon.wording import read_by, short_figure, source_line, spoken, time_clause
from qa.reader.pick import Pick
from qa.retrieve.passages import Candidate
from qa.types import EXTRACTIVE, Answer, CitedFigure, Claim, Verdict
from qa.understand.question import Question
from qa.understand.record import Field, tell

RECORD = 0.9
"""Confidence of what an article's own record says: which article is meant may still be mistaken."""
NOT_SAID = "The articles do not say."
"""The one refusal; programs may compare with it."""


def compose(
    question: Question, pick: Pick, trust: Trust, citations: Citations, compared: Compared, notes: Sequence[str] = ()
) -> Answer:
    """Return the answer a pick gives."""
    key = citations.cite(pick.candidate)
    extra_keys = [citations.cite_span(pick.candidate, a, b) for a, b in also_sentences(pick)]
    headline = _headline(pick)
    all_notes = [*_notes(pick), *compared.notes, *notes]
    lines = [headline if headline.endswith((".", "!", "?")) else f"{headline}." if headline else ""]
    lines.append(f"{quoted(pick.candidate.text)} {''.join(f'[{k}]' for k in (key, *extra_keys))}")
    lines.append(f"— {source_line(pick.candidate.article)}")
    return Answer(
        question=question.text,
        answer="\n".join(line for line in lines if line),
        short=_short(pick) or None,
        abstained=False,
        missing=None,
        reader=EXTRACTIVE,
        claims=(Claim(pick.candidate.text, (key,), Verdict.SUPPORTED),),
        citations=citations.all(),
        figures=(CitedFigure(pick.figure, key),) if pick.figure is not None else (),
        disagreements=compared.disagreements,
        notes=tuple(dict.fromkeys(all_notes)),
        confidence=trust.probability,
    )


def also_sentences(pick: Pick) -> list[tuple[int, int]]:
    """Return the spans a pick rests on beside its sentence, without those inside it."""
    inside = pick.candidate
    return [(a, b) for a, b in pick.also if not inside.start <= a < inside.end]


def decline(
    question: Question, nearest: Pick | None, trust: Trust | None, citations: Citations, stranger: str | None = None
) -> Answer:
    """Return "the articles do not say" with the nearest thing they do say, cited.

    `stranger` is a name of the question that stands in no article; it is then the reason.
    """
    missing = "no article says anything near it"
    if nearest is not None:
        key = citations.cite(nearest.candidate)
        why = (trust.reason if trust else None) or "no sentence answers it"
        why = f"no article speaks of {stranger}" if stranger else why
        missing = f"{why}; the nearest is: {quoted(nearest.candidate.text)} [{key}]"
    return Answer(
        question=question.text,
        answer=NOT_SAID,
        short=None,
        abstained=True,
        missing=missing,
        reader=EXTRACTIVE,
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
        return f"{spoken(period, figure.text)} ({read_by(period)})" if relative and period else pick.short
    return _short(pick) + time_clause(figure.period)


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


def answer_from_record(question: Question, candidate: Candidate, field: Field) -> Answer:
    """Answer a question about an article itself from its record; its best sentence shows which article is meant."""
    citations = Citations()
    key = citations.cite(candidate)
    told = tell(candidate.article, field)
    abstained = told.short is None
    return Answer(
        question=question.text,
        answer=NOT_SAID if abstained else f"{told.short}.\n{told.sentence} [{key}]",
        short=told.short,
        abstained=abstained,
        missing=told.sentence if abstained else None,
        reader=EXTRACTIVE,
        claims=() if abstained else (Claim(told.sentence, (key,)),),
        citations=citations.all(),
        confidence=RECORD,
    )
