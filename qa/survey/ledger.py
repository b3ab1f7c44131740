"""Requests that the ledger answers: all figures of a topic, two sides compared, one measure over time."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ingest.types import Change, Figure, FigureKind, Status
from qa.lexicon.denote import says_name
from qa.lexicon.nouns import dimension
from qa.lexicon.wording import day_in_words, printed, short_figure, span_in_words
from qa.lexicon.words import stems_of
from qa.survey.pile import Line, Pile, Topic, share_of
from qa.survey.told import Entry, Told
from qa.understand.question import proper_names
from qa.understand.request import Request

if TYPE_CHECKING:
    from index.index import Index

ROWS = 40
COMMON = 0.5
"""Share of the shorter measure's words that two measures have in common, to be one."""
NAMED, PART = 0.75, 0.4
"""Share of the topic that a figure's measure and subject say, to be of its trend; and where its sentence says all."""
_LEVELS = (None, Change.RISE_TO, Change.FALL_TO)
_AMOUNT = re.compile(r"\b(?:number|amount|level|total|count|size|sum)s?(?= of\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A figure and the sentence that says it."""

    line: Line
    figure: Figure

    @property
    def shown(self) -> str:
        """The figure as printed, with its qualifier, and marked where it is a forecast."""
        return short_figure(printed(self.figure, self.line.article.text, self.line.start), self.figure)

    @property
    def subject(self) -> str:
        """Whose it is, empty where the ledger does not say."""
        return self.figure.subject or ""

    @property
    def words(self) -> str:
        """What it is of: subject, measure, unit."""
        return f"{self.subject} {self.figure.measure or ''} {self.figure.unit or ''}"

    @property
    def whose(self) -> str:
        """Its subject, empty where that is only a pronoun or no name."""
        words = self.subject
        return words if proper_names(f"of {words}") else ""

    @property
    def when(self) -> str:
        """Its time in words, empty where none is said."""
        period = self.figure.period
        return span_in_words(period) if period else ""

    @property
    def day(self) -> date | None:
        """The last day of its time; where none is said that of its article, for news tells of its day."""
        period, published = self.figure.period, self.line.article.published
        return (period.end or period.start) if period else published

    @property
    def dated(self) -> str:
        """Its time, else the day of its article, said to be that."""
        published = self.line.article.published
        return self.when or (f"{day_in_words(published)} (day of the article)" if published else "")


def quantities(lines: Sequence[Line], in_words: bool = False) -> Iterator[Said]:
    """Yield what is counted or measured in some sentences; in digits, for "two sides" is no figure to list."""
    for line in lines:
        for figure in line.figures:
            told = figure.value is not None and (figure.unit or figure.measure)
            if figure.kind is FigureKind.QUANTITY and told and (in_words or any(c.isdigit() for c in figure.text)):
                yield Said(line, figure)


def list_figures(index: "Index", pile: Pile, lines: Sequence[Line], request: Request) -> Told | None:
    """Return the figures of the sentences about a topic, article by article."""
    found = list(quantities(lines))
    if request.topic:
        topic, head = Topic(index, request.topic, lines), request.topic.split()[-1:]
        # A topic that figures count or measure ("passengers") is told of where it is said; a flood all through.
        near = [said for said in found if topic.says(said.line)]
        counted = sum(_counts(said.figure, stems_of(" ".join(head))) for said in near) * 2 >= len(near) > 0
        found = near if counted else [said for said in found if topic.tells(said.line)]
    if not found:
        return None
    rows = tuple(
        Entry((s.shown, s.figure.measure or "", s.whose, s.when), (s.line,), (s.figure,)) for s in found[:ROWS]
    )
    shown = f"the first {len(rows)} of {len(found)}" if len(rows) < len(found) else f"all {len(found)}"
    note = f"{shown} figures of the ledger{f' about {request.topic}' if request.topic else ''}, from {pile.words()}"
    title = f"Figures{f' about {request.topic}' if request.topic else ''}"
    return Told("figures", title=title, columns=("Figure", "Of what", "Whose", "When"), rows=rows, note=note)


def _counts(figure: Figure, stems: frozenset[str]) -> bool:
    """Tell whether a figure counts or measures what some stems name: its unit, or the head of its measure."""
    heads = [figure.unit or "", *(figure.measure or "").split()[-1:]]
    return bool(stems & stems_of(" ".join(heads)))


def compare(pile: Pile, lines: Sequence[Line], request: Request) -> Told | None:
    """Return the figures of one measure, unit and time that are told of both sides, side by side.

    Where there are none: None, and what is said of each has to be read for itself.
    """
    sides = (request.topic or "", request.other or "")
    only = share_of(request.noun) if request.noun else None
    found = [said for said in quantities(lines) if only is None or only(said.words) >= NAMED]
    ours = [said for said in found if says_name(sides[0], said.subject) == 1.0 and said.subject]
    theirs = [said for said in found if says_name(sides[1], said.subject) == 1.0 and said.subject]
    rows = []
    for one in ours:
        other = next((o for o in theirs if same_measure(one.figure, o.figure) and one.when == o.when), None)
        if other is not None:
            cells = (one.figure.measure or one.figure.unit or "", one.shown, other.shown, one.when or "not said")
            lines_of_row = (one.line,) if one.line is other.line else (one.line, other.line)
            rows.append(Entry(cells, lines_of_row, (one.figure, other.figure)))
    if not rows:
        return None
    note = f"only figures of one measure, unit and time that are told of both, from {pile.words()}"
    return Told(
        "comparison",
        title=f"{sides[0]} and {sides[1]}",
        columns=("Of what", *sides, "When"),
        rows=tuple(rows[:ROWS]),
        note=note,
    )


def trend(pile: Pile, lines: Sequence[Line], request: Request) -> Told | None:
    """Return the figures of one measure at two times or more, in order, with the step from each to the next."""
    if not request.topic:
        return None
    say = share_of(_AMOUNT.sub("", request.topic))
    groups: dict[tuple[str, str | None], list[Said]] = defaultdict(list)
    for said in quantities(lines, in_words=True):
        own = say(said.words)
        named = own >= NAMED or (own >= PART and say(f"{said.words} {said.line.text}") > 0.99)
        if named and said.day is not None and said.figure.change in _LEVELS:
            groups[dimension(said.figure), said.figure.unit].append(said)
    steady = [_first_of_each_time(group) for group in groups.values()]
    best = max((g for g in steady if len(g) > 1), key=len, default=[])
    if not best:
        return None
    rows = []
    for before, said in zip([None, *best], best, strict=False):
        step = _step(before.figure, said.figure) if before else ""
        rows.append(Entry((said.dated, said.shown, step, said.whose), (said.line,), (said.figure,)))
    note = f"one measure and unit at {len(best)} times, from {pile.words()}; the steps are calculated"
    return Told(
        "trend",
        title=f"{request.topic[:1].upper()}{request.topic[1:]} over time",
        columns=("When", "Figure", "Step", "Whose"),
        rows=tuple(rows),
        note=note,
    )


def _step(before: Figure, after: Figure) -> str:
    """Return the change from one figure to the next in their unit: "+15,000", "−0.3"; empty for a range."""
    if before.value is None or after.value is None or before.high is not None or after.high is not None:
        return ""
    change = (after.value - before.value).normalize()
    return f"{'−' if change < 0 else '+'}{abs(change):,f}"


def _first_of_each_time(group: Sequence[Said]) -> list[Said]:
    """Return the figures of one measure in order of time, those that were before those that were only planned."""
    first = group[0].figure
    alike = [s for s in group if _of_one_measure(first, s.figure)]
    alike.sort(key=lambda s: s.figure.status is not Status.OUTCOME)
    by_time: dict[str, Said] = {}
    for said in alike:
        by_time.setdefault(said.dated, said)
    return sorted(by_time.values(), key=lambda s: s.day or date.max)


def same_measure(a: Figure, b: Figure) -> bool:
    """Return whether two figures are of one measure and unit, and told in one way: both outcomes, both a rise."""
    if a.unit != b.unit or a.change is not b.change or a.status is not b.status or dimension(a) != dimension(b):
        return False
    return _of_one_measure(a, b)


def _of_one_measure(a: Figure, b: Figure) -> bool:
    one, other = stems_of(a.measure or a.unit or ""), stems_of(b.measure or b.unit or "")
    return bool(one and other) and len(one & other) / min(len(one), len(other)) >= COMMON
