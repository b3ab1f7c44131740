"""Find the figures of an article: scan each sentence, then say of each figure how, when, what, whose and by whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from ingest.figures.about.attribution import Voices, find_speaker
from ingest.figures.about.context import describe
from ingest.figures.about.qualifiers import read_bound, read_change, read_status
from ingest.figures.about.told import tell
from ingest.figures.about.whose.cast import Cast
from ingest.figures.about.whose.whose import Whose
from ingest.figures.quantity.scan import Spotted, carry_unit, scan, share_unit
from ingest.figures.rows import RowFacts, is_place, label_measure, label_period, read_facts, spot_cell
from ingest.figures.time.dates import Context
from ingest.figures.time.governing import assign_periods
from ingest.figures.time.periods import TimeSpan, find_times, to_period
from ingest.figures.time.phrases import Found, Role
from ingest.figures.time.posts import read_post_day
from ingest.figures.tokens import MOST_IN_SENTENCE, Line, pieces, split_sentences
from ingest.text.tables import Cell, is_source, read_row
from ingest.types import Bound, Equivalent, Figure, FigureKind, Period, Sentence, Status

# An article of news holds some dozens of figures; what is beyond this many is not read.
MOST_IN_TEXT = 100_000


@dataclass(slots=True)
class _State:
    """What one sentence hands to the next: the last year named, the last speaker, and whom it was about."""

    ctx: Context
    voices: Voices = field(default_factory=Voices)
    cast: Cast = field(default_factory=Cast)
    paragraph: int = -1


def extract_figures(
    text: str,
    *,
    sentences: Sequence[Sentence] | None = None,
    published: date | None = None,
    title: str = "",
    publisher: str | None = None,
) -> tuple[Figure, ...]:
    """Return the figures of an article in order of their place; every `start:end` is a slice of `text`.

    `published` is what relative expressions are read by. Without `sentences` the text is split by a plain rule.
    Never raises; at most `MOST_IN_TEXT` figures are read. `title` and `publisher` tell the outlet's own voice.
    """
    state = _State(Context(published), Voices(publisher))
    figures: list[Figure] = []
    for start, end, paragraph, heading in _sentences(text, sentences):
        if paragraph != state.paragraph:
            state.paragraph = paragraph
            state.ctx.published = read_post_day(text, start) or published
        for a, b in pieces(text, start, end):
            if is_source(text[a:b]):
                continue  # "Source: yearbook, table 7, page 31"
            cells = read_row(text, a, b)
            found = _read_row(text, cells, state) if cells else _read_line(Line(text, a, b, heading), state)
            figures.extend(tell(text, a, b, found))
            if len(figures) >= MOST_IN_TEXT:
                return tuple(figures[:MOST_IN_TEXT])
    return tuple(figures)


def _sentences(text: str, given: Sequence[Sentence] | None) -> Iterator[tuple[int, int, int, bool]]:
    if given is None:
        for number, (start, end) in enumerate(split_sentences(text)):
            yield start, end, number, False
    else:
        for one in given:
            yield one.start, min(one.end, len(text)), one.paragraph, one.heading


def parse_figures(text: str, published: date | None = None) -> tuple[Figure, ...]:
    """Return the figures of a short string: an answer, a claim or a question."""
    return extract_figures(text, published=published)


def find_periods(text: str, published: date | None = None) -> tuple[TimeSpan, ...]:
    """Return the time expressions of a text in order, each with its place, its period and its role."""
    ctx = Context(published)
    spans: list[TimeSpan] = []
    for start, end in split_sentences(text):
        for a, b in pieces(text, start, end):
            line = Line(text, a, b)
            for one in find_times(line, ctx):
                spans.append(TimeSpan(line.starts[one.a], line.ends[one.b - 1], to_period(line, one, ctx), one.role))
            if len(spans) >= MOST_IN_TEXT:
                return tuple(spans[:MOST_IN_TEXT])
    return tuple(spans)


def _read_line(line: Line, state: _State) -> list[Figure]:
    """Read one sentence."""
    speaker = find_speaker(line, state.voices)
    times = find_times(line, state.ctx)
    spotted = scan(line, times, MOST_IN_SENTENCE)
    periods = assign_periods(line, spotted, times)
    for one, after in pairwise(spotted):
        share_unit(line, one, after)
    whose = Whose(line, state.cast, state.paragraph)
    figures = []
    for number, one in enumerate(spotted):
        if number:
            carry_unit(line, spotted[number - 1], one)
        figures.append(_figure(line, one, periods[number], state, speaker, whose))
    if not line.heading and line.n:
        whose.close(line.starts[0], line.ends[-1])
    figures.extend(_date(line, one, state.ctx) for one in times if one.role is not Role.RATE)
    figures.sort(key=lambda figure: (figure.start, figure.end))
    return figures


def _read_row(text: str, cells: Sequence[Cell], state: _State) -> list[Figure]:
    """Read a row of a table: each value with its header's unit and time, for the name in the first cell."""
    facts = read_facts(text, cells, state.ctx)
    figures: list[Figure] = []
    for number, cell in enumerate(cells):
        if is_place(text, number, cell):
            continue
        if cell.labelled:
            label = Line(text, cell.label_start, cell.label_end)
            figures += [_date(label, one, state.ctx) for one in find_times(label, state.ctx) if one.role is Role.TIME]
        named = not number and len(cells) > 1
        line = Line(text, cell.start, cell.end)
        figures += _read_line(line, state) if named else _read_cell(text, cell, facts, state)
    return figures[:MOST_IN_SENTENCE]


def _read_cell(text: str, cell: Cell, facts: RowFacts, state: _State) -> list[Figure]:
    """Read one value of a row; what its own words do not say of a figure, its header and its row say."""
    one = spot_cell(text, cell)
    figures = [_measured(text, cell, one)] if one else _read_line(Line(text, cell.start, cell.end), state)
    period = label_period(text, cell, state.ctx) or facts.period
    measure = label_measure(text, cell) if cell.labelled else None
    whole = Line(text, cell.label_start, cell.end)
    name = None if facts.name and measure and measure.startswith(facts.name) else facts.name
    completed = []
    for figure in figures:
        if figure.kind is not FigureKind.DATE:
            at = whole.starts.index(figure.start) if figure.start in whole.starts else whole.n - 1
            mine = figure.period or period
            figure = replace(
                figure,
                subject=figure.subject or name,
                measure=figure.measure or measure,
                period=mine,
                status=_told(whole, at, at + 1, mine, state.ctx),
            )
        completed.append(figure)
    return completed


def _measured(text: str, cell: Cell, one: Spotted) -> Figure:
    """Make the figure of a cell that is a bare number with its header's unit."""
    q, words = one.quantity, text[cell.start : cell.end]
    start = cell.start + len(words) - len(words.lstrip())
    end = cell.end - len(words) + len(words.rstrip())
    return Figure(
        one.kind, start, end, text[start:end], value=q.value, high=q.high, unit=one.unit, scale=q.scale, step=q.step
    )


def _date(line: Line, one: Found, ctx: Context) -> Figure:
    start, end = line.starts[one.a], line.ends[one.b - 1]
    status = read_status(line, one.a, one.b)
    return Figure(FigureKind.DATE, start, end, line.text[start:end], period=to_period(line, one, ctx), status=status)


def _figure(line: Line, one: Spotted, time: Found | None, state: _State, speaker: str | None, whose: Whose) -> Figure:
    q = one.quantity
    qualifier, bound, first = read_bound(line, q.a, q.number_end, q.b, q.unit)
    if q.vague:
        qualifier, bound = line.span(q.a, q.number_end), Bound.AT_LEAST
    period = _period(line, time, state.ctx)
    subject, measure = describe(line, one, first, whose)
    start, end = line.starts[q.a], line.ends[q.b - 1]
    return Figure(
        kind=one.kind,
        start=start,
        end=end,
        text=line.text[start:end],
        value=q.value,
        high=q.high,
        unit=one.unit,
        scale=q.scale,
        step=q.step,
        qualifier=qualifier,
        bound=bound,
        status=_status(line, one, period, state.ctx),
        change=read_change(line, first, q.b, one.unit) if one.kind is FigureKind.QUANTITY else None,
        period=period,
        subject=subject,
        measure=measure,
        attributed_to=speaker,
        equivalents=tuple(_equivalent(line, a, b, value, unit) for a, b, value, unit in one.equivalents),
    )


def _equivalent(line: Line, a: int, b: int, value: Decimal, unit: str) -> Equivalent:
    start, end = line.starts[a], line.ends[b - 1]
    return Equivalent(value, unit, line.text[start:end], start, end)


def _period(line: Line, time: Found | None, ctx: Context) -> Period | None:
    return to_period(line, time, ctx) if time else None


def _status(line: Line, one: Spotted, period: Period | None, ctx: Context) -> Status:
    return _told(line, one.quantity.a, one.quantity.b, period, ctx)


def _told(line: Line, a: int, b: int, period: Period | None, ctx: Context) -> Status:
    """Read the status; what lies wholly after the publication day cannot be an outcome."""
    status = read_status(line, a, b)
    if status is not Status.OUTCOME or not (period and period.start and period.end and ctx.published):
        return status
    return Status.FORECAST if period.start >= ctx.published < period.end else status
