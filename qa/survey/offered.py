"""Follow-ups that are offered: each was asked, and is answered by the very figure it was made for."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ingest.types import Figure
from qa.survey.onward import Asked, Onward, onward, told_figures
from qa.types import Answer, CitedFigure

if TYPE_CHECKING:
    from index.index import Index

OFFERED = 3
TRIES = 6
"""Candidates asked at most: with a warm reader about half a second on two cores."""
ARTICLES = 8
"""Articles whose figures are looked through: those that a search for the question finds first."""

Ask = Callable[[str], Answer]


def main_figure(answer: Answer) -> CitedFigure | None:
    """Return the one figure that the short answer gives, None for an answer of another kind."""
    if answer.abstained or answer.kind != "fact" or answer.computed is not None or not answer.short:
        return None
    said = [f for f in answer.figures if f.figure.text and f.figure.text in answer.short]
    return said[0] if said else None


def offered(
    index: "Index", answer: Answer, found: Sequence[str], ask: Ask, before: Sequence[str] = ()
) -> tuple[Onward, ...]:
    """Return at most three questions to follow an answer; `found` are the articles a search found, `ask` the desk's.

    None is one that was asked `before`.

    Raises:
        NewsdeskError: the index was changed meanwhile.
    """
    main = main_figure(answer)
    if main is None:
        return ()
    cited = next(c for c in answer.citations if c.key == main.citation)
    question = answer.understood or answer.question
    ledger = list(told_figures(index, list(dict.fromkeys([cited.article_id, *found]))[:ARTICLES]))
    mine = next((t for t in ledger if (t.article.id, t.figure.start) == (cited.article_id, main.figure.start)), None)
    kept: list[Onward] = []
    for tried, one in enumerate(onward(Asked(question, mine), ledger, before) if mine else ()):
        if tried >= TRIES or len(kept) >= OFFERED:
            break
        # Two ways to ask for one figure are one question too many.
        if not any(_same(one, other) for other in kept) and _answers(ask(one.question), one):
            kept.append(one)
    return tuple(kept)


def _same(one: Onward, other: Onward) -> bool:
    return one.told == other.told


def _answers(answer: Answer, one: Onward) -> bool:
    """Return whether an answer gives the figure a follow-up was made for, of the same thing and time."""
    main = main_figure(answer)
    if main is None or answer.missing:
        return False
    cited = next(c for c in answer.citations if c.key == main.citation)
    if cited.article_id == one.told.article.id and main.figure.start == one.told.figure.start:
        return True
    return _told_alike(main.figure, one.told.figure)


def _told_alike(a: Figure, b: Figure) -> bool:
    """Return whether another article gives the same figure: value, unit, time and subject."""
    return (a.value, a.high, a.unit, a.period, a.subject) == (b.value, b.high, b.unit, b.period, b.subject)
