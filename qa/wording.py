"""The words around a figure: its period and how it was read, where it stands, what is missing."""

from datetime import date

from ingest.types import Article, Figure, Period, Status
from qa.pick_date import span_in_words


def day_in_words(day: date) -> str:
    """Return "13 January 2023"."""
    return f"{day.day} {day:%B %Y}"


def short_figure(printed: str, figure: Figure) -> str:
    """Return a figure as the short answer: with what it equals in another unit, and marked when it is a forecast."""
    text = printed
    if figure.equivalents:
        text += f" ({', '.join(e.text for e in figure.equivalents)})"
    if figure.status in (Status.FORECAST, Status.TARGET):
        text += f" ({figure.status.value})"
    return text


def time_clause(period: Period | None, *, resolved: bool = True) -> str:
    """Return ", in 2022 (the article of 13 January 2023 says “last year”)"; empty where no time is said.

    Without `resolved` the bracket is left out.
    """
    if period is None or not period.text:
        return ""
    if period.start is None and period.end is None:
        return f", {period.text}" + (" (the article does not say which day that is)" if resolved else "")
    if period.start is None or period.end is None:
        return f", {period.text}"
    words = span_in_words(period)
    joiner = "on" if period.start == period.end else "in" if " to " not in words else "from"
    joiner = "at" if words.startswith("the end") else joiner
    clause = f", {joiner} {words}"
    if resolved and period.resolved_from is not None:
        clause += f" ({read_by(period)})"
    return clause


def read_by(period: Period) -> str:
    """Say by which article's date a relative expression was read."""
    assert period.resolved_from is not None
    return f"the article of {day_in_words(period.resolved_from)} says “{period.text}”"


def source_line(article: Article) -> str:
    """Return "China Daily, 7 March 2024"; what is not known is said to be so."""
    publisher = article.publisher or "publisher not named"
    return f"{publisher}, {day_in_words(article.published) if article.published else 'undated'}"
