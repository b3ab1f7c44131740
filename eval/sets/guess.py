"""Guess the kind of a question from the text that a plain `question,expected` table expects."""

import re
from datetime import date

from eval.grading.read import read_dates, read_figures
from eval.grading.words import fold
from eval.types import Expected, ExpectedDate, ExpectedFigure, ExpectedWords, Kind

# What tables write where the articles do not say.
NOTHING = frozenset({"", "-", "none", "n/a", "unanswerable", "no answer", "not stated", "null"})
# A text with more words than this is a statement, whatever number stands in it.
LONGEST_FIGURE = 8
LONGEST_NAME = 5
_YEAR = re.compile(r"[12]\d{3}")
_ASKS_WHEN = re.compile(r"\b(?:when|years?|date)\b", re.IGNORECASE)


def guess_expected(text: str, question: str = "") -> tuple[Kind, Expected]:
    """Return kind and expectation of an expected text; several accepted texts are parted by "|".

    An empty text (or "none", "unanswerable", ...) means that declining is right. Four digits are a year where the
    question asks for one.
    """
    if fold(text) in NOTHING:
        return Kind.UNANSWERABLE, None
    texts = tuple(part.strip() for part in text.split("|") if part.strip())
    if _ASKS_WHEN.search(question) and _YEAR.fullmatch(texts[0]):
        year = int(texts[0])
        return Kind.DATE, ExpectedDate(date(year, 1, 1), date(year, 12, 31), texts)
    figures = tuple(figure for part in texts if (figure := _figure(part)))
    if len(figures) == len(texts):
        return Kind.FIGURE, figures
    dates = read_dates(texts[0])
    if len(dates) == 1 and len(texts[0].split()) <= LONGEST_FIGURE and len(dates[0].text) * 2 > len(texts[0]):
        return Kind.DATE, ExpectedDate(dates[0].start, dates[0].end, texts)
    return _words(texts)


def _figure(text: str) -> ExpectedFigure | None:
    """Return the one figure that a short text is, None for any other text."""
    said = read_figures(text)
    if not said or len({one.group for one in said}) > 1 or len(text.split()) > LONGEST_FIGURE or read_dates(text):
        return None
    first = said[0]
    value = -first.value if "-" in text[:2] or "−" in text[:2] else first.value
    return ExpectedFigure(text, value, first.high, first.unit, first.bound)


def _words(texts: tuple[str, ...]) -> tuple[Kind, ExpectedWords]:
    short = all(len(text.split()) <= LONGEST_NAME for text in texts)
    return (Kind.NAME if short else Kind.STATEMENT), ExpectedWords(accept=texts)
