"""The words around a figure: its period and how it was read, where it stands, what is missing."""

import re
from datetime import date

from ingest.figures.rows import say_cell
from ingest.types import Article, Bound, Figure, Period, Status

_BETWEEN = "between "
# "That year" is read from the words before it.
POINTS_BACK = re.compile(r"^(?:in |by )?(?:that|the same|this) (?:year|month|day|week)\b", re.IGNORECASE)
_PART = re.compile(r"^(early|mid|late)\b", re.IGNORECASE)
_END = re.compile(r"\bend\b", re.IGNORECASE)


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


def printed(figure: Figure, text: str, low: int) -> str:
    """Return a figure as printed, with its qualifier: "around 43,000 companies", "20 million yuan or more".

    A bare number of a table's row has the unit that its header gives.
    `text` is that of its article, `low` where its sentence starts.
    """
    words = text[figure.start : figure.end]
    line_end = text.find("\n", figure.end)
    of_row = say_cell(text, low, line_end if line_end >= 0 else len(text), figure.start)
    if of_row:
        return of_row
    lead = text[max(low, figure.start - len(_BETWEEN)) : figure.start]
    if figure.high is not None and " and " in words and lead.casefold() == _BETWEEN:
        return lead + words
    qualifier = figure.qualifier
    if not qualifier or qualifier.casefold() in words.casefold():
        return words
    before, after = text[max(low, figure.start - 40) : figure.start], text[figure.end : figure.end + 20]
    if before.rstrip().casefold().endswith(qualifier.casefold()):
        return f"{before.rstrip()[-len(qualifier) :]} {words}"
    if after.strip().casefold().startswith(qualifier.casefold()):
        return words + after[: after.casefold().index(qualifier.casefold()) + len(qualifier)]
    return words if figure.bound is Bound.EXACT else f"{figure.bound.value} {words}"


def spoken(period: Period, text: str) -> str:
    """Return a resolved period in words ("October 2023"); as printed where the text gives it in full itself."""
    points_back = POINTS_BACK.match(text) is not None
    if (period.resolved_from is None and not points_back) or period.start is None or period.end is None:
        return text
    return span_in_words(period)


def span_in_words(period: Period) -> str:
    """Return the days of a resolved period: "2022", "October 2023", "31 December 2023", "1 to 10 March 2024"."""
    start, end = period.start, period.end
    if start is None or end is None:
        return period.text
    part = part_in_words(period)
    if part:
        return part
    if start == end:
        return f"{start.day} {start:%B %Y}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}" if start.year == end.year else f"{start.year} to {end.year}"
    next_day = end.toordinal() + 1
    whole_month = start.day == 1 and type(end).fromordinal(next_day).day == 1
    if whole_month and (start.year, start.month) == (end.year, end.month):
        return f"{start:%B %Y}"
    if whole_month and start.year == end.year:
        return f"{start:%B} to {end:%B %Y}"
    return f"{start.day} {start:%B %Y} to {end.day} {end:%B %Y}"


def part_in_words(period: Period) -> str | None:
    """Return "late December 2022" or "the end of 2022" for a period printed as a part; None for any other."""
    start, end = period.start, period.end
    if start is None or end is None:
        return None
    part = _PART.match(period.text)
    if part and (start.year, start.month) == (end.year, end.month):
        return f"{part.group(1).lower()} {end:%B %Y}"
    if start == end and _END.search(period.text):
        whole_year = (end.month, end.day) == (12, 31) and "ecember" not in period.text
        return f"the end of {end.year}" if whole_year else f"the end of {end:%B %Y}"
    return None


_WEEKDAY = re.compile(r"^(?:on |last |next |this )?((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", re.IGNORECASE)


def short_date(period: Period, text: str) -> str:
    """Return a date as the short answer: resolved, with the words it was read from where they say it otherwise.

    "Wednesday, 14 May 2024"; "2022 (“last year”)"; "June 2024".
    """
    words = spoken(period, text)
    if words == text or period.resolved_from is None:
        return words
    weekday = _WEEKDAY.match(text)
    if weekday and period.start == period.end:
        return f"{weekday[1]}, {words}"
    missing = {w.casefold() for w in re.findall(r"\w+", text)} - {w.casefold() for w in re.findall(r"\w+", words)}
    return f"{words} (“{text}”)" if missing - {"in", "on", "the", "of", "by", "since", "until"} else words
