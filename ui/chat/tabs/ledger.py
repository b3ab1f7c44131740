"""What the page does with the ledger: filter, plot one measure over time, hand out as CSV."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from ingest.types import Article, Figure, FigureKind
from ui.show.html.lists import ledger_html
from ui.show.html.tables import unit_words
from ui.show.html.text import period_words, span
from ui.show.plots import Point, plot_timeline
from ui.show.sheet import cell

if TYPE_CHECKING:
    from qa.desk import Newsdesk

Row = tuple[Article, Figure]
# Figures read for one view; a ledger of 10,000 articles has about 200,000, which CSV gives whole.
MOST_READ = 5_000
PLOTTED = 60
COLUMNS = (
    "figure", "value", "high", "unit", "what", "subject", "period_start", "period_end", "period_text", "qualifier",
    "status", "polarity", "rate", "origin", "destination", "part_of",
    "attributed_to", "title", "publisher", "published", "url", "article_id", "start", "end",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of the ledger; empty ones ask nothing."""

    words: str = ""
    unit: str = ""
    year_from: int | None = None
    year_to: int | None = None
    publisher: str = ""
    dates: bool = False


def figures(desk: "Newsdesk", wanted: Wanted, most: int | None = MOST_READ) -> list[Row]:
    """Return the figures that fit; dates are left out unless asked for."""
    found = desk.figures(
        wanted.words.strip() or None,
        unit=wanted.unit.strip() or None,
        start=date(wanted.year_from, 1, 1) if wanted.year_from else None,
        end=date(wanted.year_to, 12, 31) if wanted.year_to else None,
        publisher=wanted.publisher.strip() or None,
    )
    kept = (row for row in found if wanted.dates or row[1].kind is not FigureKind.DATE)
    return list(islice(kept, most))


def read_year(value: object) -> int | None:
    """Return a year from 1 to 9999; None for nothing or anything else."""
    try:
        year = int(str(value).strip())
    except ValueError:
        return None
    return year if 1 <= year <= 9999 else None


def choices(desk: "Newsdesk") -> tuple[list[str], list[str]]:
    """Return the units and the publishers of the ledger, the most frequent first."""
    units: Counter[str] = Counter()
    publishers: Counter[str] = Counter()
    for article, figure in islice(desk.figures(), MOST_READ):
        if figure.unit:
            units[figure.unit] += 1
        if article.publisher:
            publishers[article.publisher] += 1
    return [u for u, _ in units.most_common(60)], [p for p, _ in publishers.most_common(60)]


def view(desk: "Newsdesk", wanted: Wanted) -> tuple[str, str]:
    """Return the table and the timeline of the figures that fit."""
    rows = figures(desk, wanted)
    if not wanted.words.strip():
        return ledger_html(rows, len(rows)), '<p class="nd-count">Search for a measure to see it over time.</p>'
    return ledger_html(rows, len(rows)), timeline(rows)


def timeline(rows: Sequence[Row]) -> str:
    """Return the plot of one measure over time: the dated figures of the unit most of them have."""
    dated = [(a, f) for a, f in rows if f.value is not None and f.unit and _when(f)]
    units = Counter(f.unit for _, f in dated)
    if not units or units.most_common(1)[0][1] < 2:
        hint = "A timeline needs two dated figures of one unit: search for a measure."
        return f'<p class="nd-count">{hint}</p>' if rows else ""
    unit = units.most_common(1)[0][0]
    points = [
        Point(
            value=float(f.value or 0),
            label=span(f.period.start, f.period.end) if f.period else "",
            when=_when(f),
            who=a.publisher or a.title,
            text=f.text,
        )
        for a, f in dated
        if f.unit == unit
    ][:PLOTTED]
    return plot_timeline(points, f"Figures in {unit_words(unit)} over time")


def _when(figure: Figure) -> date | None:
    return (figure.period.end or figure.period.start) if figure.period else None


def as_csv(rows: Sequence[Row]) -> str:
    """Return figures as CSV (RFC 4180); a text that a spreadsheet would run as a formula gets a quote before it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for a, f in rows:
        period = f.period
        start, end = (period.start, period.end) if period else (None, None)
        values = (
            f.text, _number(f.value), _number(f.high), f.unit, f.measure, f.subject, start, end,
            period_words(period) if period and not (start or end) else period.text if period else None,
            f.qualifier, f.status.value, f.polarity.value, f.rate, f.origin, f.destination, f.part_of,
            f.attributed_to, a.title, a.publisher, a.published, a.url, a.id, f.start, f.end,
        )  # fmt: skip
        writer.writerow([cell(v) for v in values])
    return out.getvalue()


def _number(value: object) -> str | None:
    return None if value is None else f"{value:f}"
