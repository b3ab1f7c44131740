"""Tables to weigh an answer by: its figures, and the sides of a disagreement."""

from collections.abc import Mapping, Sequence

from qa.lexicon.wording import part_in_words
from qa.types import Answer, Citation, CitedFigure, Claim, Disagreement
from ui.show.html.marks import figure_opening, mark
from ui.show.html.text import line, period_words, qualifier_words, short_day, span
from ui.show.plots import Point, plot_timeline, plot_values


def table(head: Sequence[str], rows: Sequence[Sequence[str]], caption: str, css: str = "") -> str:
    """Return a table in a scrollable box; cells are HTML already, heads and caption plain text.

    Each cell carries its head, for narrow screens show a row as a card.
    """
    heads = "".join(f'<th scope="col">{line(h)}</th>' for h in head)
    body = "".join(f"<tr>{_cells(head, row)}</tr>" for row in rows)
    return (
        f'<div class="nd-scroll" tabindex="0" role="region" aria-label="{line(caption)}">'
        f'<table class="nd-table {css}"><caption>{line(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cells(head: Sequence[str], row: Sequence[str]) -> str:
    return "".join(
        f'<td data-head="{line(name)}"><div class="nd-cell">{cell}</div></td>'
        for name, cell in zip(head, row, strict=True)
    )


def _verdict(figure: CitedFigure, claims: Sequence[Claim]) -> str:
    """Return the verdict of the claim that shows the figure; the figure itself stands in its cited sentence."""
    for claim in claims:
        if figure.citation in claim.citations and figure.figure.text in claim.text:
            return claim.verdict.value
    return next((c.verdict.value for c in claims if figure.citation in c.citations), "in the cited words")


def unit_words(unit: str | None) -> str:
    """Return a unit as it is shown: "%" in words, none as a dash."""
    return {"%": "percent", "pp": "percentage points", "bp": "basis points"}.get(unit or "", unit or "–")


def figures_table(figures: Sequence[CitedFigure], citations: Mapping[str, Citation], claims: Sequence[Claim]) -> str:
    """Return the table of an answer's figures: value, unit, period, qualifier, who says it, verdict; empty for none."""
    rows = []
    for cited in figures:
        citation, figure = citations.get(cited.citation), cited.figure
        if citation is None:
            continue
        equal = "".join(f' <span class="nd-equal">= {line(e.text)}</span>' for e in figure.equivalents)
        who = line(figure.attributed_to or citation.publisher or "the article itself")
        value = f"{figure_opening(citation, cited)}{line(figure.text)}</button>{equal}"
        rows.append(
            [
                value,
                line(unit_words(figure.unit)),
                line(period_words(figure.period) or "not said"),
                line(qualifier_words(figure) or "as printed"),
                f"{who} {mark(citation)}",
                f'<span class="nd-verdict">{line(_verdict(cited, claims))}</span>',
            ]
        )
    if not rows:
        return ""
    return table(["Value", "Unit", "Period", "Qualifier", "Who says it", "Check"], rows, "Figures in this answer")


def listing_html(answer: Answer, citations: Mapping[str, Citation]) -> str:
    """Return the table of a list, a timeline or a comparison, every row with its marks; a trend with its plot."""
    if answer.table is None:
        return ""
    rows = [
        [*(line(cell) for cell in row.cells), " ".join(mark(citations[k]) for k in row.citations if k in citations)]
        for row in answer.table.rows
    ]
    shown = table([*answer.table.columns, "Source"], rows, answer.table.title, "nd-listing")
    return shown + (_trend(answer) if answer.kind == "trend" else "")


def _trend(answer: Answer) -> str:
    figures = [f.figure for f in answer.figures if f.figure.value is not None and f.figure.period]
    points = [
        Point(
            value=float(f.value or 0),
            label=span(f.period.start, f.period.end),
            when=f.period.end or f.period.start,
            who=f.subject or "",
            text=f.text,
        )
        for f in figures
        if f.period
    ]
    title = answer.table.title if answer.table else ""
    return plot_timeline(points, title) if len(points) > 1 else ""


def disagreement_html(disagreement: Disagreement, citations: Mapping[str, Citation]) -> str:
    """Return one disagreement: table, reason, and the plot of its values by period."""
    rows = [
        [
            f"<strong>{line(voice.text)}</strong>",
            line(period_words(voice.period) or "not said"),
            line(voice.publisher or "not said")
            + (f" {mark(citations[voice.citation])}" if voice.citation in citations else ""),
            line(short_day(voice.published)),
            line(voice.attributed_to or "the article itself"),
        ]
        for voice in disagreement.values
    ]
    title = f"The articles disagree: {disagreement.measure}" if disagreement.measure else "The articles disagree"
    head = ["Value", "Period", "Publisher", "Published", "Who says it"]
    reason = f'<p class="nd-reason">Why they differ: {line(disagreement.reason)}.</p>' if disagreement.reason else ""
    return f'<section class="nd-disagree">{table(head, rows, title)}{reason}{_plot(disagreement, citations)}</section>'


def _plot(disagreement: Disagreement, citations: Mapping[str, Citation]) -> str:
    points = [
        Point(
            value=float(v.value),
            label=(part_in_words(v.period) or span(v.period.start, v.period.end)) if v.period else "",
            when=v.period.end or v.period.start if v.period else None,
            who=v.publisher or (citations[v.citation].title if v.citation in citations else "publisher not said"),
            text=v.text,
        )
        for v in disagreement.values
        if v.value is not None
    ]
    units = {v.unit for v in disagreement.values if v.value is not None}
    if len(points) < 2 or len(units) > 1:
        return ""
    return plot_values(points, f"Values of {disagreement.measure or 'the same thing'} by period and publisher")
