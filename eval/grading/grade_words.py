"""Grade dates, names and statements; see `eval.grading.grade` for figures."""

import re
from collections.abc import Sequence
from datetime import date

from eval.grading.match import Match, within
from eval.grading.read import SaidDate, Span, read_dates
from eval.grading.shown import Cited, Shown, span
from eval.grading.words import denies, holds, holds_any, is_quoted, offers_other, stands
from eval.types import ExpectedDate, ExpectedWords, Grade

_YEAR = re.compile(r"[12]\d{3}")
_IN_QUOTES = re.compile("[\"'“‘][^\"'“”‘’]*[\"'”’]|\\([^()]*\\)")


def _named(text: str) -> list[Span]:
    """Return the dates that a text names, without those that cannot be resolved from it."""
    found: list[Span] = [(d.start, d.end) for d in read_dates(text) if d.start or d.end]
    alone = _YEAR.fullmatch(text.strip())
    if not found and alone:  # early years, which alone are read as numbers
        found = [(date(int(alone[0]), 1, 1), date(int(alone[0]), 12, 31))]
    return found


def _beside(shown: Shown, text: str) -> list[Span]:
    """Return the dates that the answer's list of figures gives for words of a text: 2018 for "that year"."""
    found = [(span(row.get("period")), row.get("text")) for row in shown.figures]
    return [days for days, words in found if days and words and holds(text, str(words))]


def _fit(said: Span, wanted: Span) -> str:
    """Say how a date fits: "same", "finer" (inside what is expected), "coarser" (around it), "other"."""
    if said == wanted:
        return "same"
    if within(said, wanted) and all(said):
        return "finer"
    return "coarser" if within(wanted, said) else "other"


def _bare(text: str) -> str:
    """Return a short answer without what stands in brackets or quotation marks: a remark names no date."""
    return _IN_QUOTES.sub(" ", text).strip() or text


def grade_date(wanted: ExpectedDate, shown: Shown) -> Match:
    """Grade an answer that has to name a date.

    Right: the same days, days inside them (what the cited words carry is checked elsewhere), or an accepted wording
    with no other date beside it. A coarser date is a wrong value. A date that cannot be resolved (both ends None) must
    be given as printed, and one that was made up for it is a wrong value.
    """
    text = shown.short or shown.text
    dates, accepted = _named(_bare(text) if shown.short else text), holds_any(text, wanted.accept)
    if wanted.start is None and wanted.end is None:
        return _as_printed(accepted, dates)
    goal = wanted.start, wanted.end
    fits = [_fit(said, goal) for said in dates]
    if "same" in fits or "finer" in fits or (accepted and "other" not in fits):
        if "other" in fits:
            one_of_many = not shown.short and is_quoted(shown.text, shown.quotes)
            return Match(Grade.IN_QUOTE_ONLY if one_of_many else Grade.HEDGED, "names another date too")
        return Match(Grade.CORRECT, notes=("finer than expected",) if "same" not in fits and not accepted else ())
    if dates:
        return Match(Grade.WRONG_VALUE, "too coarse" if set(fits) == {"coarser"} else "another date")
    if goal in _beside(shown, text):
        return Match(Grade.IN_QUOTE_ONLY, "the date is known to the answer, and not said")
    below = shown.short and "same" in [_fit(said, goal) for said in _named(shown.text)]
    return Match(Grade.IN_QUOTE_ONLY if below else Grade.MISSING, "no date is named")


def _as_printed(accepted: bool, dates: Sequence[Span]) -> Match:
    if dates:
        return Match(Grade.WRONG_VALUE, "a date is given that the article does not give")
    return Match(Grade.CORRECT) if accepted else Match(Grade.MISSING, "the date is not given as printed")


def grade_name(wanted: ExpectedWords, shown: Shown) -> Match:
    """Grade an answer that has to give a name: an accepted one, as a whole word, in the short answer.

    Without a short answer the claims may name it in the answer's own words; a quoted sentence that holds the name
    somewhere is "in the quote only". "A or B" with one of them right is hedging, "not A" is wrong.
    """
    text = shown.short or shown.text
    if not text:
        return Match(Grade.MISSING, "no name is given")
    phrases = wanted.accept or wanted.must
    hits = [phrase for phrase in phrases if holds(text, phrase)]
    complete = (hits or not wanted.accept) and all(holds(text, word) for word in wanted.must)
    if not complete:
        below = shown.short and holds_any(shown.text, phrases)
        why = "the right one stands in the text" if below else f"“{text[:80]}”"
        return Match(Grade.WRONG_VALUE if shown.short else Grade.MISSING, why)
    if hits and all(denies(text, phrase) for phrase in hits):
        return Match(Grade.WRONG_VALUE, "it is denied")
    if shown.short and offers_other(shown.short, phrases):
        return Match(Grade.HEDGED, f"“{shown.short}”")
    if not shown.short and is_quoted(shown.text, shown.quotes):
        return Match(Grade.IN_QUOTE_ONLY, "the sentence holds it, and it is not named")
    return Match(Grade.CORRECT)


def grade_statement(wanted: ExpectedWords, shown: Shown) -> Match:
    """Grade a statement: one of `accept` and all of `must` stand in the answer, whatever the wording around them.

    A short answer that holds none of them says something else, even where the sentence below it is the right one.
    """
    text = f"{shown.short} {shown.text}"
    absent = [word for word in wanted.must if not stands(text, word)]
    if wanted.accept and not any(stands(text, phrase) for phrase in wanted.accept):
        absent.append(" / ".join(wanted.accept))
    if absent:
        return Match(Grade.MISSING, f"does not say: {'; '.join(absent)}")
    if shown.short and not any(stands(shown.short, phrase) for phrase in (*wanted.accept, *wanted.must)):
        return Match(Grade.IN_QUOTE_ONLY, f"the short answer “{shown.short}” says something else")
    return Match(Grade.CORRECT)


def dates_carried(shown: Shown, wanted: ExpectedDate) -> bool:
    """Say whether the cited words carry the expected date: read by the date of their article, or that date itself.

    "That year" is carried by the words just before, if the answer says that these very words mean that date.
    """
    return any(_carries(cited, wanted) or _refers(cited, wanted, shown) for cited in shown.citations)


def _refers(cited: Cited, wanted: ExpectedDate, shown: Shown) -> bool:
    goal = wanted.start, wanted.end
    meant = [row for row in shown.figures if span(row.get("period")) == goal]
    before = [(d.start, d.end) for d in read_dates(cited.before, cited.published)]
    return goal in before and any(holds(cited.quote, str(row.get("text", ""))) for row in meant)


def _carries(cited: Cited, wanted: ExpectedDate) -> bool:
    if holds_any(cited.quote, wanted.accept) or _is_published(cited.published, wanted):
        return True
    goal = wanted.start, wanted.end
    return any(_fit((d.start, d.end), goal) in ("same", "finer") for d in _printed(cited))


def _is_published(published: date | None, wanted: ExpectedDate) -> bool:
    return published is not None and published == wanted.start == wanted.end


def _printed(cited: Cited) -> list[SaidDate]:
    return [d for d in read_dates(cited.quote, cited.published) if d.start or d.end]
