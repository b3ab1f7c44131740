"""Check a claim against the sentences it cites: the figure law, for every reader.

Every figure of a claim must be carried by one cited sentence: same value at the printed precision, same unit and scale,
same subject, same period, same direction. A claim without figures must be made of the cited words. What is not surely
carried fails, and names the nearest fault; the caller then shows the source's own words.

Choices: a forecast told as an outcome (and the reverse) is a wrong period, for it speaks of a time that has not come.
Relative words of a claim are read by the date of the article it cites or by `today`, whichever fits. A quotation that
starts behind a denial or an "if" of its own clause is checked like any other claim.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ingest.figures import extract_figures
from ingest.types import Article, Change, Figure, Period, Sentence
from qa.lexicon.words import tokens
from qa.types import Evidence, Verdict
from qa.verify.figures import figure_fault, same_kind
from qa.verify.periods import covers, figure_time_fits, figures_of, holds, readings_of, told_too_late, told_too_soon
from qa.verify.reading import Reading, Scope, is_whole, own_period, own_status, read_sentence
from qa.verify.statement import alleged, same_polarity, statement_holds
from qa.verify.subject import shared_words, trades_places, wrong_subject
from qa.verify.words import DIRECTION

# How near a fault is: what is right in number and wrong in one other thing stands before what is another number.
_RANKS = {
    Verdict.SUPPORTED: 0,
    Verdict.WRONG_SUBJECT: 1,
    Verdict.WRONG_PERIOD: 1,
    Verdict.WRONG_DIRECTION: 1,
    Verdict.WRONG_UNIT: 2,
    Verdict.WRONG_SCALE: 3,
    Verdict.WRONG_VALUE: 4,
    Verdict.NOT_IN_SOURCE: 5,
}


_HAS = re.compile(r"\b(?:has|have|had|owns?|owned|there (?:are|were)|totals?|in all|runs?|employs?)\b", re.IGNORECASE)
_OF_ARTICLE = re.compile(r"\b(?:article|report|published|as of|reported|wrote)\b", re.IGNORECASE)
# Longer than any sentence of prose, more figures than any: what is longer is a table or an attack, and is read in part.
LONGEST = 2_000
MOST_FIGURES = 40
_STEP = re.compile(r"\b(by|to)\s+(?:(?:about|around|nearly|almost|some|over|just|a|an|more than|at least)\s+)?$")


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence a claim cites: `article.text[start:end]`."""

    article: Article
    start: int
    end: int
    context: str = ""
    """Up to two sentences just before it, read for who "it" and "the company" are."""
    figures: tuple[Figure, ...] | None = None
    """The figures stored for the sentence (offsets in the article); None: they are read here."""

    @property
    def text(self) -> str:
        """The cited words."""
        return self.article.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Source:
    """A cited sentence, read."""

    reading: Reading
    around: frozenset[str]
    published: date | None
    context_dates: tuple[Figure, ...]


def cite_evidence(evidence: Evidence) -> Cited:
    """Return a piece of evidence as something a claim cites."""
    return Cited(evidence.article, evidence.start, evidence.end, evidence.context, evidence.figures or None)


def verify_claim(text: str, cited: Sequence[Cited], *, today: date | None = None) -> Verdict:
    """Check one claim against the sentences it cites; never raises on any text.

    `today` is the day the answer is given, by which a claim's own "last year" may be meant.
    """
    if not cited:
        return Verdict.NO_CITATION
    claim = " ".join(text.split())
    if not any(c.isalnum() for c in claim):
        return Verdict.NOT_IN_SOURCE
    if any(claim == " ".join(one.text.split()) for one in cited):
        return Verdict.SUPPORTED
    if len(claim) > LONGEST:
        return Verdict.NOT_IN_SOURCE
    sources = [_read(one) for one in cited]
    if any(_quotes(claim, source.reading) for source in sources):
        return Verdict.SUPPORTED
    figures = figures_of(claim, None)
    if len(figures) > MOST_FIGURES:
        return Verdict.NOT_IN_SOURCE
    reading = read_sentence(claim, figures)
    if not _numbers_carried(reading, sources):
        return Verdict.NOT_IN_SOURCE
    verdict = _check_figures(reading, sources, today)
    if verdict is not Verdict.SUPPORTED:
        return verdict
    if not all(_date_carried(reading, scope, sources, today) for scope in reading.date_scopes):
        return Verdict.WRONG_PERIOD
    if any(trades_places(reading, source.reading) for source in sources):
        return Verdict.WRONG_SUBJECT if reading.figures else Verdict.NOT_IN_SOURCE
    if reading.figures:
        return Verdict.SUPPORTED
    holds_up = statement_holds(reading, [(source.reading, source.around) for source in sources])
    return Verdict.SUPPORTED if holds_up else Verdict.NOT_IN_SOURCE


def _read(cited: Cited) -> _Source:
    article, end = cited.article, min(cited.end, cited.start + LONGEST)
    figures = cited.figures
    if figures is None:
        whole = Sentence(cited.start, end, 0)
        figures = extract_figures(article.text, sentences=(whole,), published=article.published)
    inside = [
        replace(f, start=f.start - cited.start, end=f.end - cited.start)
        for f in figures
        if cited.start <= f.start and f.end <= end
    ]
    context, title = cited.context[-LONGEST:], article.title[:LONGEST]
    words = f"{context} {title} {article.publisher or ''}"
    return _Source(
        reading=read_sentence(article.text[cited.start : end], inside[:MOST_FIGURES]),
        around=frozenset(t.stem for t in tokens(words)),
        published=article.published,
        context_dates=tuple(
            f for f in figures_of(f"{context}\n{title}", article.published) if f.period and f.value is None
        ),
    )


def _quotes(claim: str, source: Reading) -> bool:
    """Return whether the claim is a piece of the source that cuts no word, no figure and no denial off."""
    words = claim.rstrip(" .").strip('"“”')
    text = " ".join(source.text.split())
    at = text.find(words) if words else -1
    if at < 0:
        return False
    end = at + len(words)
    if _inside_word(text, at) or _inside_word(text, end):
        return False
    if at == 0 and end >= len(text.rstrip(' ."”')):
        return True
    if text != source.text:
        return False
    if any(f.start < at < f.end or f.start < end < f.end for f in (*source.figures, *source.dates)):
        return False
    kept = [f for f in source.figures if at <= f.start and f.end <= end and f.qualifier]
    if any(f.qualifier and f.qualifier not in words for f in kept):
        return False
    lead = re.split(r"[;:]|, (?:but|and|while) ", text[:at])[-1]
    return not (alleged(lead) or re.search(r"[-−–]\s?$", text[:at]))


def _inside_word(text: str, at: int) -> bool:
    """Return whether a cut at `at` parts a word or a number."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return True
    joined = at + 1 < len(text) and after in ".,-'’/" and before.isalnum() and text[at + 1].isalnum()
    return joined or (before in ".,-'’/$€£¥" and after.isalnum() and (at > 1 and text[at - 2].isalnum()))


def _numbers_carried(claim: Reading, sources: Sequence[_Source]) -> bool:
    """Return whether every printed number that is no figure (a name's, a code's) stands in the sources too."""
    inside = [(f.start, f.end) for f in (*claim.figures, *claim.dates)]
    inside += [(e.start, e.end) for f in claim.figures for e in f.equivalents]
    loose = {w.stem for w in claim.words if w.text[0].isdigit() and not any(a <= w.start < b for a, b in inside)}
    return all(any(n in s.reading.stems or n in s.around for s in sources) for n in loose)


def _check_figures(claim: Reading, sources: Sequence[_Source], today: date | None) -> Verdict:
    """Return the verdict of the first figure that no cited sentence carries."""
    for scope in claim.figure_scopes:
        verdict = _check_figure(claim, scope, sources, today)
        if verdict is not Verdict.SUPPORTED:
            return verdict
    return Verdict.SUPPORTED


def _check_figure(claim: Reading, mine: Scope, sources: Sequence[_Source], today: date | None) -> Verdict:
    best = (_RANKS[Verdict.NOT_IN_SOURCE], 0, Verdict.NOT_IN_SOURCE)
    for source in sources:
        for its in source.reading.figure_scopes:
            verdict = _compare(claim, mine, source, its, today)
            if verdict is Verdict.SUPPORTED:
                return verdict
            found = (_RANKS[verdict], -shared_words(claim, mine, its), verdict)
            best = min(best, found, key=lambda one: one[:2])
    return best[2]


def _compare(claim: Reading, mine: Scope, source: _Source, its: Scope, today: date | None) -> Verdict:
    """Compare one figure of the claim with one of a source; the fault named is the first found."""
    fault = figure_fault(mine.figure, its.figure)
    if fault is None and _by_for_to(claim, mine, source.reading, its):
        fault = Verdict.WRONG_DIRECTION
    if fault is Verdict.WRONG_VALUE and not (same_kind(mine.figure, its.figure) and _like(claim, mine, source, its)):
        return Verdict.NOT_IN_SOURCE
    if fault is Verdict.WRONG_DIRECTION and wrong_subject(claim, mine, source.reading, its, source.around):
        return Verdict.WRONG_SUBJECT
    if fault is not None:
        return fault
    if wrong_subject(claim, mine, source.reading, its, source.around):
        return Verdict.WRONG_SUBJECT
    if not same_polarity(claim, source.reading, its.figure):
        return Verdict.NOT_IN_SOURCE
    whole = is_whole(source.reading, its)
    if whole and not (is_whole(claim, mine) or _HAS.search(claim.text)):
        return Verdict.WRONG_SUBJECT
    soon = told_too_soon(own_status(claim, mine), own_status(source.reading, its)) and not whole
    if soon or told_too_late(mine.figure, claim.text, its.figure):
        return Verdict.WRONG_PERIOD
    return Verdict.SUPPORTED if _on_time(claim, mine, source, its, today) else Verdict.WRONG_PERIOD


def _by_for_to(claim: Reading, mine: Scope, source: Reading, its: Scope) -> bool:
    """Return whether one text says by how much something changed and the other to how much."""
    one, other = _STEP.search(claim.text[: mine.figure.start]), _STEP.search(source.text[: its.figure.start])
    return (
        one is not None and other is not None and one[1] != other[1] and any(w.stem in DIRECTION for w in claim.words)
    )


def _like(claim: Reading, mine: Scope, source: _Source, its: Scope) -> bool:
    """Return whether two figures measure like things, so that other values contradict each other."""
    return shared_words(claim, mine, its) > 0 or not mine.stems - {t.stem for t in tokens(mine.figure.text)}


def _on_time(claim: Reading, mine: Scope, source: _Source, its: Scope, today: date | None) -> bool:
    period = own_period(claim, mine)
    if period is None:
        return True
    wanted = _meanings(period, claim, source, mine.figure.start, today)
    if not wanted:
        return period.text.casefold() in source.reading.text.casefold()
    if its.figure.change is Change.FROM:  # what it was before has no time but its own
        own = own_period(source.reading, its)
        return own is not None and any(covers(one, own) for one in wanted)
    near = [s.figure for s in source.reading.figure_scopes if s is not its and s.before == its.before]
    dates = source.reading.dates or source.context_dates
    return figure_time_fits(wanted, own_period(source.reading, its), source.reading.text, dates, near, source.published)


def _meanings(period: Period, claim: Reading, source: _Source, at: int, today: date | None) -> list[Period]:
    return readings_of(period, claim.text, at, (source.published, today))


def _date_carried(claim: Reading, mine: Scope, sources: Sequence[_Source], today: date | None) -> bool:
    """Return whether a date of the claim stands in a cited sentence, before it, or is the article's own."""
    period = mine.figure.period
    if period is None:
        return True
    for source in sources:
        wanted = _meanings(period, claim, source, mine.figure.start, today)
        if not wanted and mine.figure.text.casefold() in source.reading.text.casefold():
            return True
        if any(_date_in(claim, mine, w, source) for w in wanted):
            return True
    return False


def _date_in(claim: Reading, mine: Scope, wanted: Period, source: _Source) -> bool:
    reading = source.reading
    for its in reading.date_scopes:
        if its.figure.period is not None and covers(wanted, its.figure.period):
            alone = bool(claim.figures) or len(reading.date_scopes) == 1
            if alone or not wrong_subject(claim, mine, reading, its, source.around):
                return True
    if any(f.period is not None and covers(wanted, f.period) for f in (*reading.figures, *source.context_dates)):
        return True
    if wanted.start == wanted.end == source.published and _OF_ARTICLE.search(claim.text):
        return True
    return holds(wanted, source.published) and not reading.dates


__all__ = ["Cited", "cite_evidence", "verify_claim"]
