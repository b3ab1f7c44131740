"""Requests that the ledger answers: all figures of a topic, two sides compared, one measure over time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.types import Figure, FigureKind, Status
from qa.lexicon.denote import says_name
from qa.lexicon.nouns import dimension
from qa.lexicon.wording import printed, short_figure, span_in_words
from qa.lexicon.words import stems_of
from qa.survey.pile import Line, Pile, share_of, speaks_of
from qa.survey.told import Entry, Told
from qa.understand.question import proper_names
from qa.understand.request import Request

ROWS = 40
COMMON = 0.5
"""Share of the shorter measure's words that two measures have in common, to be one."""
NAMED = 0.75
"""Share of the topic that a figure's measure and subject say, to be of its trend."""


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


def quantities(lines: Sequence[Line]) -> Iterator[Said]:
    """Yield what is counted or measured in some sentences, in digits: "two sides" is no figure to list."""
    for line in lines:
        for figure in line.figures:
            told = figure.value is not None and (figure.unit or figure.measure)
            if figure.kind is FigureKind.QUANTITY and told and any(c.isdigit() for c in figure.text):
                yield Said(line, figure)


def list_figures(pile: Pile, lines: Sequence[Line], request: Request) -> Told | None:
    """Return the figures of the sentences about a topic, article by article."""
    test = speaks_of(request.topic) if request.topic else None
    found = [said for said in quantities(lines) if test is None or test(said.line)]
    if not found:
        return None
    rows = tuple(
        Entry((s.shown, s.figure.measure or "", s.whose, s.when), (s.line,), (s.figure,)) for s in found[:ROWS]
    )
    shown = f"the first {len(rows)} of {len(found)}" if len(rows) < len(found) else f"all {len(found)}"
    note = f"{shown} figures of the ledger{f' about {request.topic}' if request.topic else ''}, from {pile.words()}"
    title = f"Figures{f' about {request.topic}' if request.topic else ''}"
    return Told("figures", title=title, columns=("Figure", "Of what", "Whose", "When"), rows=rows, note=note)


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
    say = share_of(request.topic)
    groups: dict[tuple[str, str | None], list[Said]] = defaultdict(list)
    for said in quantities(lines):
        period = said.figure.period
        named = say(said.words) >= NAMED
        if named and period is not None and period.end is not None and said.figure.change is None:
            groups[dimension(said.figure), said.figure.unit].append(said)
    steady = [_first_of_each_time(group) for group in groups.values()]
    best = max((g for g in steady if len(g) > 1), key=len, default=[])
    if not best:
        return None
    rows = []
    for before, said in zip([None, *best], best, strict=False):
        step = _step(before.figure, said.figure) if before else ""
        rows.append(Entry((said.when, said.shown, step, said.whose), (said.line,), (said.figure,)))
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
    alike = [s for s in group if same_measure(first, s.figure)]
    alike.sort(key=lambda s: s.figure.status is not Status.OUTCOME)
    by_time: dict[str, Said] = {}
    for said in alike:
        by_time.setdefault(said.when, said)
    return sorted(by_time.values(), key=lambda s: (s.figure.period and s.figure.period.end) or date.max)


def same_measure(a: Figure, b: Figure) -> bool:
    """Return whether two figures are of one measure and unit, and told in one way: both outcomes, both a rise."""
    if a.unit != b.unit or a.change is not b.change or a.status is not b.status or dimension(a) != dimension(b):
        return False
    one, other = stems_of(a.measure or a.unit or ""), stems_of(b.measure or b.unit or "")
    return bool(one and other) and len(one & other) / min(len(one), len(other)) >= COMMON
