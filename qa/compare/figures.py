"""Where articles differ, and where they agree, on the figure of an answer.

Two figures are about the same thing when they are of one dimension, fit the question alike, and measure the same words.
Same value at the printed precision: agreement, counted by independent voices. Another value: shown side by side, with
the reason where it can be computed.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.figures import same_value
from ingest.types import Bound, Figure, Status
from qa.answer.cite import Citations
from qa.compare.voices import count_voices, same_publisher
from qa.decide.rules import objection
from qa.decide.times import latest, same_span
from qa.lexicon.denote import says_name
from qa.lexicon.nouns import alike, dimension
from qa.lexicon.wording import day_in_words, short_figure, span_in_words
from qa.lexicon.words import is_stop, tokens, words_like
from qa.reader.pick import Pick
from qa.types import Disagreement, Voice
from qa.understand.question import Question

# A rival figure must fit the question nearly as well as the one shown (scores run to about 25).
MARGIN = 5.0
# Share of the shorter measure's words that the two must have in common.
ALIKE = 0.5
# The reader takes a rival for an answer too: its margin is above nothing, or so near below that of the one shown.
FAINTER = 3.0
# Where one of two figures does not say what it measures, values so many times apart are of different things.
FAR = 100
# "More than 10,000" is the same statement as 10,400; against 13,000 it is another one.
NEAR_BOUND = Decimal("1.1")
# Days before an article by which a figure of another is for another time: news tells of the year behind it.
LONG = 730
# A population and a population density are two measures, though they have a noun in common.
_DERIVED = words_like("density average median per")
_CORRECTS = re.compile(
    r"\bcorrect(?:s|ed|ion|ing)\b|\bearlier (?:version|report|figure|story)\b|\bmisstated\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing an answer's figure with the other articles gave."""

    disagreements: tuple[Disagreement, ...] = ()
    notes: tuple[str, ...] = ()
    replaced_by: Pick | None = None
    """A correction by the same publisher that takes the place of the pick."""


def compare_figures(
    question: Question, chosen: Pick, picks: Sequence[Pick], groups: Mapping[str, str], citations: Citations
) -> Compared:
    """Compare the chosen figure with those of the other picks; `groups` as in `qa.compare.voices`."""
    if chosen.figure is None or chosen.figure.value is None:
        return Compared()
    rivals = _rivals(question, chosen, picks)
    agreeing = [p for p in rivals if p.figure and same_value(chosen.figure, p.figure)]
    differing = first_of_each([p for p in rivals if p.figure and not same_value(chosen.figure, p.figure)])
    correction = next((p for p in differing if corrects(p, chosen)), None)
    if correction is not None:
        return Compared(replaced_by=correction)
    differing = [p for p in differing if not corrects(chosen, p) and not consistent(chosen.figure, p.figure)]
    notes = agreement(chosen, agreeing, groups)
    earlier = [p for p in differing if _told_as_earlier(chosen, p, picks)]
    notes += [_other_time(p) for p in earlier]
    differing = [p for p in differing if p not in earlier]
    asked = bool([p for p in question.periods if p.start])
    if asked:
        other = [p for p in differing if not _same_time(chosen, p)]
        notes += [_other_time(p) for p in other]
        differing = [p for p in differing if _same_time(chosen, p)]
    if not differing:
        return Compared(notes=tuple(notes))
    return Compared((_table(chosen, differing, citations),), tuple(notes))


def _told_as_earlier(chosen: Pick, rival: Pick, picks: Sequence[Pick]) -> bool:
    """Return whether the chosen figure's article gives the rival's too, as that of a time before: it is out of date."""
    figure = rival.figure
    own = [p for p in picks if p.candidate.article.id == chosen.candidate.article.id and p is not chosen]
    same = [p for p in own if p.figure and figure and p.figure.value is not None and same_value(p.figure, figure)]
    return any(_is_before(p, chosen) for p in same)


def _is_before(a: Pick, b: Pick) -> bool:
    one, other = (p.figure.period if p.figure else None for p in (a, b))
    return bool(one and other and one.end and other.start and one.end < other.start)


def newest(question: Question, chosen: Pick, picks: Sequence[Pick]) -> Pick:
    """Return the pick about the same thing that speaks for the latest time, where the question names none."""
    if question.periods or chosen.figure is None or chosen.figure.value is None:
        return chosen
    # That its article gives the chosen figure too, for a time before, says more than how sure the reader is of it.
    told = [p for p in picks if p.margin > -FAINTER and _told_as_earlier(p, chosen, picks)]
    updated = next((p for p in told if objection(question, p) is None and _is_like(question, chosen, p)), None)
    rivals = _rivals(question, chosen, picks)
    if updated is not None or chosen.figure.period is None:
        return updated or chosen
    dated = [p for p in rivals if p.figure and p.figure.period and p.figure.period.end]
    end = chosen.figure.period.end
    later = [
        p for p in dated if end is not None and p.figure and p.figure.period and (p.figure.period.end or end) > end
    ]
    return max(
        later,
        key=lambda p: (latest(p.figure.period if p.figure else None, p.candidate.article), p.score),
        default=chosen,
    )


def _rivals(question: Question, chosen: Pick, picks: Sequence[Pick]) -> list[Pick]:
    """Return the picks of other articles about the same thing: neither of another measure nor of another place."""
    rivals = [p for p in picks if p is not chosen and same_thing(question, chosen, p)]
    return [p for p in rivals if objection(question, p) is None]


def same_thing(question: Question, chosen: Pick, rival: Pick) -> bool:
    """Return whether a rival figure of another article is about what the chosen one is about."""
    a, b = chosen.figure, rival.figure
    if a is None or b is None:
        return False
    faint = rival.score < chosen.score - MARGIN or rival.margin < min(0.0, chosen.margin - FAINTER)
    return (_named_alike(a, b) or not faint) and _is_like(question, chosen, rival)


def _is_like(question: Question, chosen: Pick, rival: Pick) -> bool:
    """Return whether the figures of two articles are of one measure, however sure the reader is of the rival's."""
    a, b = chosen.figure, rival.figure
    if a is None or b is None or b.value is None or chosen.candidate.article.id == rival.candidate.article.id:
        return False
    if dimension(a) != dimension(b) or (a.change is None) != (b.change is None):
        return False
    if rival.fits.get("unit", 0) < chosen.fits.get("unit", 0) - 0.3:
        return False
    if _of_others(a, b) or _derived(a) != _derived(b) or (not (a.measure and b.measure) and _far(a, b)):
        return False
    return _overlap(_measured(question, chosen), _measured(question, rival)) >= ALIKE


def _of_others(a: Figure, b: Figure) -> bool:
    """Return whether what two figures count, or whose they are, names other bodies: "Beijing companies" are some."""
    if bool(_NAME.search(a.measure or "")) != bool(_NAME.search(b.measure or "")):
        return True
    one, other = a.subject or "", b.subject or ""
    named = _NAME.search(one) and _NAME.search(other)
    return bool(named) and says_name(one, other) == 0 and says_name(other, one) == 0


# A capital inside the words: that of "Visitors", which opens a sentence, says nothing.
_NAME = re.compile(r"(?<=\S )[A-Z]\w+|^[A-Z]\w+(?= (?:[A-Z]|and [A-Z]|[a-z]+$))")


def _named_alike(a: Figure, b: Figure) -> bool:
    """Return whether both figures measure the same words, and more than one: "industrial added value"."""
    one, other = ({t.stem for t in tokens(f.measure or "") if not is_stop(t.text)} for f in (a, b))
    return len(one) > 1 and one == other


def _derived(figure: Figure) -> frozenset[str]:
    """Return the words that make another measure of the same noun, and "per" for a unit with one."""
    said = {t.stem for t in tokens(figure.measure or "")} & _DERIVED
    return frozenset(said | ({"per"} if "/" in (figure.unit or "") else set()))


def _far(a: Figure, b: Figure) -> bool:
    """Return whether two values of one unit are too unlike to be of one thing."""
    assert a.value is not None and b.value is not None
    low, high = sorted((abs(a.value), abs(b.value)))
    return a.unit == b.unit and 0 < low * FAR < high


def _measured(question: Question, pick: Pick) -> frozenset[str]:
    """Return the stems of what a figure measures; where that could not be told, the question's words in its sentence.

    A counted noun says what is counted; that two figures are both in yuan says nothing.
    """
    figure = pick.figure
    assert figure is not None
    unit = figure.unit if dimension(figure) == "count" else None
    said = [t.stem for t in tokens(f"{figure.measure or ''} {unit or ''}") if not is_stop(t.text)]
    return frozenset(said) or pick.candidate.stems & question.stems


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    met = (
        sum(any(alike(x, y) for y in b) for x in a) if len(a) <= len(b) else sum(any(alike(x, y) for y in a) for x in b)
    )
    return met / min(len(a), len(b)) if a and b else 0.0


def first_of_each(picks: Sequence[Pick]) -> list[Pick]:
    """Keep the best pick of each article."""
    seen: dict[str, Pick] = {}
    for pick in picks:
        seen.setdefault(pick.candidate.article.id, pick)
    return list(seen.values())


def corrects(later: Pick, earlier: Pick) -> bool:
    """Return whether an article says that it corrects an earlier one of the same publisher."""
    a, b = later.candidate.article, earlier.candidate.article
    if not same_publisher(a.publisher, b.publisher) or a.published is None or b.published is None:
        return False
    return a.published >= b.published and bool(_CORRECTS.search(a.title + " " + a.text[:2000]))


def consistent(a: Figure, b: Figure | None) -> bool:
    """Return whether a bound and a value do not contradict: "more than 10,000" and 12,000."""
    if b is None or a.value is None or b.value is None:
        return False
    for low, other in ((a, b), (b, a)):
        assert low.value is not None and other.value is not None
        if low.bound in (Bound.MORE_THAN, Bound.AT_LEAST) and other.bound is Bound.EXACT:
            return low.value <= other.value <= low.value * NEAR_BOUND
        if low.bound in (Bound.LESS_THAN, Bound.AT_MOST) and other.bound is Bound.EXACT:
            return low.value / NEAR_BOUND <= other.value <= low.value
        if low.high is not None and low.value <= other.value <= low.high:
            return True
    return False


def _same_time(a: Pick, b: Pick) -> bool:
    one, other = (p.figure.period if p.figure else None for p in (a, b))
    if one is not None and one.start is not None and other is not None and other.start is not None:
        return same_span(one, other)
    return not (_long_before(a, b) or _long_before(b, a))


def _long_before(dated: Pick, undated: Pick) -> bool:
    """Return whether a figure is for a time long before the article of another that names no time."""
    period = dated.figure.period if dated.figure else None
    other = undated.figure.period if undated.figure else None
    published = undated.candidate.article.published
    if period is None or period.end is None or published is None or (other is not None and other.text):
        return False
    return (published - period.end).days > LONG


def _when(pick: Pick) -> str:
    """Say what time a figure is for: its period, else the day of its article."""
    period = pick.figure.period if pick.figure else None
    published = pick.candidate.article.published
    if period is not None and (period.start or published is None):
        return span_in_words(period)
    return day_in_words(published) if published else "no time"


def agreement(chosen: Pick, agreeing: Sequence[Pick], groups: Mapping[str, str]) -> list[str]:
    """Return a note on how many independent voices give what was chosen; none where one article alone does."""
    articles = list({p.candidate.article.id: p.candidate.article for p in (chosen, *agreeing)}.values())
    if len(articles) < 2:
        return []
    voices = count_voices(articles, dict(groups))
    if voices == 1:
        paper = all(same_publisher(articles[0].publisher, a.publisher) for a in articles)
        what = "of one publisher" if paper else "copies of one story"
        return [f"{len(articles)} articles give it, all {what}: that is one voice"]
    return [f"{voices} independent publishers give it"]


def _other_time(pick: Pick) -> str:
    figure = pick.figure
    assert figure is not None
    when = f" for {span_in_words(figure.period)}" if figure.period and figure.period.start else ""
    publisher = pick.candidate.article.publisher or "another article"
    return f"{publisher} gives {short_figure(pick.short, figure)}{when}"


def _table(chosen: Pick, differing: Sequence[Pick], citations: Citations) -> Disagreement:
    sides = [chosen, *differing]
    figure = chosen.figure
    assert figure is not None
    return Disagreement(
        measure=figure.measure or figure.unit or figure.text,
        values=tuple(voice(p, citations) for p in sides),
        reason=reason(chosen, differing[0]),
    )


def voice(pick: Pick, citations: Citations) -> Voice:
    """Return what the article of a pick says, cited, as one side of a disagreement."""
    figure, article = pick.figure, pick.candidate.article
    assert figure is not None
    return Voice(
        text=short_figure(pick.short, figure),
        value=figure.value,
        unit=figure.unit,
        period=figure.period,
        citation=citations.cite(pick.candidate),
        publisher=article.publisher,
        published=article.published,
        attributed_to=figure.attributed_to,
    )


def reason(a: Pick, b: Pick) -> str:
    """Return why two values differ where that can be computed, else "unexplained"."""
    one, other = a.figure, b.figure
    assert one is not None and other is not None
    future = (Status.FORECAST, Status.TARGET)
    if (one.status in future) != (other.status in future):
        return "forecast against outcome"
    if not _same_time(a, b):
        return f"other period: {_when(a)} against {_when(b)}"
    if one.bound is not other.bound and Bound.EXACT in (one.bound, other.bound):
        return f"one is given as “{(one if one.bound is not Bound.EXACT else other).bound.value}”"
    if one.unit != other.unit:
        return f"other unit: {one.unit} against {other.unit}"
    first, second = a.candidate.article, b.candidate.article
    if same_publisher(first.publisher, second.publisher) and first.published and second.published:
        return "revised later" if first.published != second.published else "unexplained"
    return "unexplained"
