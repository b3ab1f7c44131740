"""newsdesk figures: the ledger of every figure the articles print."""

import argparse
from typing import TYPE_CHECKING, Any

from ui.cli.console import Console
from ui.cli.errors import DONE
from ui.cli.options import add_index, add_words, first_day, joined, last_day, words
from ui.commands.units import say_unknown, units_meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.types import Article, Figure
    from qa.desk import Newsdesk

HEADERS = ("figure", "measures", "how", "subject", "period", "date", "publisher", "article")
COLUMNS = (
    *("text", "value", "high", "unit", "qualifier", "status", "change", "measure", "subject"),
    *("polarity", "rate", "origin", "destination", "part_of"),
    *("period_start", "period_end", "period_text", "resolved_from", "attributed_to"),
    *("publisher", "published", "title", "article_id", "start", "end"),
)


def add_figures(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk figures` takes."""
    add_words(parser, "WORDS", "words the figure's sentence holds", needed=False)
    parser.add_argument("--subject", type=words, metavar="NAME", help="whose figure it is")
    parser.add_argument(
        "--unit", type=words, metavar="UNIT", help="its unit: percent, yuan, US dollars, km, or what is counted: people"
    )
    parser.add_argument(
        "--from",
        dest="start",
        type=first_day,
        metavar="DAY",
        help="about that day or later (2024, 2024-03, 2024-03-07)",
    )
    parser.add_argument("--to", dest="end", type=last_day, metavar="DAY", help="about that day or earlier")
    parser.add_argument("--publisher", type=words, metavar="NAME", help="only this publisher's articles")
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="print the figures as JSON")
    forms.add_argument("--csv", action="store_true", help="print the figures as CSV")
    add_index(parser)


def run_figures(args: argparse.Namespace, console: Console) -> int:
    """List the figures that fit every condition."""
    with console.desk(args.index, encoder=False) as desk:
        held = desk.index.units() if args.unit else {}
        units: list[str | None] = [*units_meant(args.unit, held)] if args.unit else [None]
        found = [pair for unit in units for pair in _of_unit(desk, args, unit)]
        found.sort(key=lambda pair: (pair[0].id, pair[1].start))
        is_unknown = bool(held) and not units
        if is_unknown:
            console.say(say_unknown(args.unit, held))
        if args.json:
            console.json([figure_dict(article, figure) for article, figure in found])
        elif args.csv:
            _write_csv(console, [figure_dict(article, figure) for article, figure in found])
        elif not is_unknown:
            _print(console, found)
    return DONE


def _of_unit(desk: "Newsdesk", args: argparse.Namespace, unit: str | None) -> "Iterator[tuple[Article, Figure]]":
    return desk.figures(
        joined(args.words) or None,
        subject=args.subject,
        unit=unit,
        start=args.start,
        end=args.end,
        publisher=args.publisher,
    )


def figure_dict(article: "Article", figure: "Figure") -> dict[str, Any]:
    """Return a figure as in an answer's JSON, with the article whose text its `start:end` points into."""
    from qa.export import figure_to_dict
    from qa.types import CitedFigure

    exported = figure_to_dict(CitedFigure(figure, ""))
    del exported["citation"]
    return exported | {
        "status": figure.status.value,
        "change": figure.change.value if figure.change else None,
        "article_id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
    }


def _print(console: Console, found: "list[tuple[Article, Figure]]") -> None:
    from ui.show.terminal.answer import SHORT_ID
    from ui.show.terminal.listing import print_table

    # In full an id leaves too little room for the other columns of a window of 100 cells; `show` takes its beginning.
    longest = SHORT_ID if console.out.isatty() else None
    rows = [_row(article, figure, longest) for article, figure in found]
    print_table(console, HEADERS, rows, "no figures fit: name fewer conditions, or see `newsdesk articles`")


def _row(article: "Article", figure: "Figure", longest: int | None) -> tuple[str, ...]:
    from ui.show.how import say_how, say_qualified
    from ui.show.terminal.dates import say_short_period

    published = article.published.isoformat() if article.published else "undated"
    period = say_short_period(figure.period) if figure.period else ""
    return (
        say_qualified(figure),
        figure.measure or "",
        say_how(figure),
        figure.subject or "",
        period,
        published,
        article.publisher or "",
        article.id[:longest],
    )


def _write_csv(console: Console, figures: list[dict[str, Any]]) -> None:
    import csv

    from ui.show.sheet import cell

    writer = csv.DictWriter(console.out, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for figure in figures:
        period = figure["period"] or {}
        flat = figure | {f"period_{name}": period.get(name) for name in ("start", "end", "text")}
        flat["resolved_from"] = period.get("resolved_from")
        writer.writerow({name: cell(flat.get(name)) for name in COLUMNS})
