"""What a sentence tells of a figure: beside which words, as what was before, as a loss, as a part of another."""

import re
from dataclasses import replace

from ingest.types import Change, Figure, FigureKind
from qa.compute.phrases import noun_phrase
from qa.decide.times import latest
from qa.lexicon.nouns import alike, dimension
from qa.lexicon.words import content, is_stop, stem, tokens, words_like
from qa.reader.pick import Pick
from qa.retrieve.passages import Candidate

_BEFORE = re.compile(
    r"(?:\b(?:(?:from|against|compared with) (?:a|an|the) [\w ]{3,25} of|from|compared (?:with|to)"
    r"|against|versus|than|(?:up|down) (?:from|on)|initially|originally|started with|began with"
    r"|used to (?:be|have)|had (?:been|only))\s+(?:about |around |some |only |just |over |nearly |almost )?)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[^.;]{0,25}?\b(?:(?:a|one) (?:year|month|quarter|week|decade) (?:earlier|ago|before)|at (?:first"
    r"|the start)|initially|originally"
    r"|previously|(?:the|in the same (?:period|quarter|month)) (?:year before|last year|previous year|a"
    r" year earlier))\b",
    re.IGNORECASE,
)
_WHAT = re.compile(r"^What (?:percentage )?(?:was|is) (?:the |its |their )?(?P<of>.+?)\?*$")
# Heads that fit any measure; the words beside them tell which.
_VAGUE = words_like("rate share proportion percentage level figure number amount total value price cost size rise fall")
_LOSS = re.compile(r"\b(?:loss(?:es)?|deficit|shortfall|minus)\b", re.IGNORECASE)


def own_words(phrase: str, other: str) -> frozenset[str]:
    """Return the stems only one of two phrases has."""
    return frozenset(t.stem for t in content(phrase)) - {t.stem for t in content(other)}


def beside(candidate: Candidate, figure: Figure) -> frozenset[str]:
    """Return the stems that stand with a figure: its own words and those up to the figures around it."""
    text, start = candidate.text, candidate.start
    others = [f for f in candidate.figures if f.kind is not FigureKind.DATE and f is not figure]
    a = max((f.end for f in others if f.end <= figure.start), default=start) - start
    b = min((f.start for f in others if f.start >= figure.end), default=candidate.end) - start
    words = f"{figure.measure or ''} {figure.subject or ''} {text[a:b]}"
    return frozenset(t.stem for t in tokens(words))


def named(figure: Figure, candidate: Candidate, wanted: frozenset[str]) -> float:
    """Return the share of the wanted stems that stand with a figure, 0 to 1."""
    if not wanted:
        return 0.0
    said = beside(candidate, figure)
    return sum(any(w == s or alike(w, s) for s in said) for w in wanted) / len(wanted)


def opposed(a: Pick, b: Pick) -> bool:
    """Say whether one figure is a loss and the other is not: "a profit of 4 against a loss of 2" differ by 6."""
    return _is_loss(a) != _is_loss(b)


def _is_loss(pick: Pick) -> bool:
    at = pick.start - pick.candidate.start
    measure = pick.figure.measure if pick.figure else None
    return bool(_LOSS.search(f"{pick.candidate.text[max(0, at - 25) : max(0, at)]} {measure or ''}"))


def same_sentence(a: Pick, b: Pick) -> bool:
    """Say whether two picks stand in one sentence."""
    return a.candidate.article.id == b.candidate.article.id and a.candidate.start == b.candidate.start


def years_apart(a: Pick, b: Pick) -> bool:
    """Say whether two figures are of years that do not meet; one without a time is of the day of its article."""
    spans = []
    for pick in (a, b):
        period, day = pick.figure.period if pick.figure else None, pick.candidate.article.published
        start, end = (period.start or period.end, period.end or period.start) if period else (None, None)
        spans.append((start or day, end or day))
    (a_start, a_end), (b_start, b_end) = spans
    return bool(a_start and a_end and b_start and b_end and (a_end.year < b_start.year or b_end.year < a_start.year))


def is_part(pick: Pick) -> bool:
    """Say whether a figure is only a part of one: the "50 minutes" of "2 hours 50 minutes"."""
    figure, text = pick.figure, pick.candidate.article.text
    if figure is None or dimension(figure) not in ("time", "length", "mass"):
        return False
    return any(
        f is not figure
        and dimension(f) == dimension(figure)
        and _joined(text[min(f.end, figure.end) : max(f.start, figure.start)])
        for f in pick.candidate.figures
    )


def _joined(between: str) -> bool:
    return between.strip(" ,") in ("", "and")


def has_head(pick: Pick, question: str) -> bool:
    """Say whether a pick's sentence tells of what is asked: a question for revenue is not answered by an income.

    A head that fits anything ("the jobless rate", "the share of wind power") hands on to the words around it.
    """
    asked = _WHAT.match(question)
    words = noun_phrase(asked["of"].split(" of ")[0])[0].split() if asked else []
    if not words or is_stop(words[-1]) or words[-1][:1].isupper():
        return True
    if stem(words[-1]) not in _VAGUE:
        return _tells_of(pick, stem(words[-1]))
    others = [t.stem for t in content(asked["of"] if asked else "") if not t.text[0].isupper() and t.stem not in _VAGUE]
    others = [s for s in others if not s[0].isdigit()]
    return not others or any(_tells_of(pick, s) for s in others)


def _tells_of(pick: Pick, head: str) -> bool:
    said = pick.candidate.stems | {t.stem for t in tokens((pick.figure.measure or "") if pick.figure else "")}
    return any(head == s or alike(head, s) or (min(len(s), len(head)) > 4 and s[:5] == head[:5]) for s in said)


def told_as_before(figure: Figure, candidate: Candidate) -> bool:
    """Say whether a sentence tells a figure as what was so earlier."""
    if figure.change is Change.FROM:
        return True
    text, start = candidate.text, candidate.start
    before, after = text[: figure.start - start], text[figure.end - start :]
    own = after[
        : min(
            (f.start - figure.end for f in candidate.figures if f.start > figure.end and f.kind is not FigureKind.DATE),
            default=60,
        )
    ]
    return bool(_BEFORE.search(before[-40:]) or _AFTER.search(own))


def is_change(figure: Figure) -> bool:
    """Say whether a figure is told as the rise or fall itself."""
    return figure.change in (Change.RISE_BY, Change.FALL_BY)


def differ(a: Pick, b: Pick) -> bool:
    """Say whether two figures are of different times; both were asked for by name, in either order."""
    assert a.figure is not None and b.figure is not None
    if a.figure.period is None or b.figure.period is None:
        return is_later(a, b)
    return (a.figure.period.start, a.figure.period.end) != (b.figure.period.start, b.figure.period.end)


def is_later(now: Pick, then: Pick) -> bool:
    """Say whether one figure is of a later time than the other, as its words or its period tell."""
    a, b = now.figure, then.figure
    assert a is not None and b is not None
    if told_as_before(a, now.candidate):
        return False
    if told_as_before(b, then.candidate) and same_sentence(now, then):
        return True
    if b.period is None or not (b.period.start or b.period.end):
        return False
    return (a.period is None and same_sentence(now, then)) or latest(a.period, now.candidate.article) > latest(
        b.period, then.candidate.article
    )


def one_measure(a: Pick, b: Pick) -> bool:
    """Two sentences must say the same of what they measure; in one sentence the second figure may leave it out."""
    assert a.figure is not None and b.figure is not None
    if same_sentence(a, b):
        return not (a.figure.measure and b.figure.measure) or bool(
            {t.stem for t in content(a.figure.measure)} & {t.stem for t in content(b.figure.measure)}
        )
    said = [{t.stem for t in content(f"{p.figure.measure or ''} {p.figure.unit or ''}")} for p in (a, b) if p.figure]
    return bool(said[0] & said[1]) or not (a.figure.measure and b.figure.measure)


def filled(figure: Figure, model: Figure | None) -> Figure:
    """Return a figure with the unit its sentence says once: "27 cents per litre, compared with 31 cents"."""
    if model is None or not figure.unit or not (model.unit or "").startswith(f"{figure.unit}/"):
        return figure
    return replace(figure, unit=model.unit)
