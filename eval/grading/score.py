"""Score one answer: what it says, whether the cited words carry it, and every measure taken of it."""

import hashlib
from collections.abc import Mapping
from typing import Any

from eval.grading.grade import found_disagreement, grade_figures, grade_sides, named
from eval.grading.grade_words import dates_carried, grade_date, grade_name, grade_statement
from eval.grading.match import Match
from eval.grading.metrics import recall_at, reciprocal_rank
from eval.grading.shown import Shown, rows, seen_of, show
from eval.grading.support import count_unsupported, is_carried, is_computed
from eval.grading.words import prints
from eval.sets.articles import Mapped, fits
from eval.types import ExpectedDate, ExpectedFigure, ExpectedWords, Grade, Kind, Question, Record, Scored

DEPTHS = (1, 5, 10)
_ALL_ARTICLES = (Kind.COMPARISON, Kind.DISAGREEMENT)


def grade_content(question: Question, shown: Shown) -> Match:
    """Grade what the answer says by what the question expects."""
    expected = question.expected
    if isinstance(expected, ExpectedDate):
        return grade_date(expected, shown)
    if isinstance(expected, ExpectedWords):
        named_kind = question.kind is Kind.NAME
        return grade_name(expected, shown) if named_kind else grade_statement(expected, shown)
    if not expected:
        return Match(Grade.MISSING, "nothing is expected of it")
    if question.kind is Kind.DISAGREEMENT:
        return grade_sides(expected, shown)
    return grade_figures(expected, shown, question.question, computed=question.kind is Kind.COMPARISON)


def cites(question: Question, shown: Shown, mapped: Mapped) -> list[str]:
    """Return the keys of the expected articles that are cited."""
    return [key for key in question.articles if any(fits(key, cited.names, mapped) for cited in shown.citations)]


def lacks_quotes(question: Question, shown: Shown) -> list[str]:
    """Return the expected words that the cited words, taken together, do not hold."""
    cited = " ".join(shown.quotes)
    return [words for words in question.quote if not prints(cited, words)]


def is_supported(question: Question, shown: Shown) -> bool:
    """Say whether the cited words carry the answer: its figures, or the results it computes from them, or its date."""
    if isinstance(question.expected, ExpectedDate):
        return dates_carried(shown, question.expected)
    if isinstance(question.expected, ExpectedWords):
        return bool(shown.citations)
    cited = list(shown.citations)
    computed = question.kind is Kind.COMPARISON
    figures, _ = named(shown)
    return any(is_carried(said, cited) or (computed and is_computed(said, cited)) for said in figures)


def grade_citations(question: Question, shown: Shown, mapped: Mapped) -> Match:
    """Grade what a right answer stands on.

    "Unsupported": no cited words carry it. "Wrong citation": they do, but are of another article (of a comparison or
    a disagreement: not of all articles), or lack the expected words. A question that names no article and no words
    asks for no citation.
    """
    if not shown.citations and not question.articles and not question.quote:
        return Match(Grade.CORRECT, notes=("cites nothing",))
    if not shown.citations or not is_supported(question, shown):
        return Match(Grade.UNSUPPORTED, "the cited words do not carry it" if shown.citations else "cites nothing")
    found = cites(question, shown, mapped)
    enough = len(found) == len(question.articles) if question.kind in _ALL_ARTICLES else bool(found)
    if question.articles and not enough:
        return Match(Grade.WRONG_CITATION, f"cites {len(found)} of the articles {', '.join(question.articles)}")
    lacking = lacks_quotes(question, shown)
    if lacking:
        return Match(Grade.WRONG_CITATION, f"the cited words lack “{'”, “'.join(lacking)}”")
    return Match(Grade.CORRECT)


def _refine(question: Question, shown: Shown, match: Match) -> Match:
    """Tell a faithful figure of something else (wrong subject) from a wrong reading of the right words."""
    if match.grade is not Grade.WRONG_VALUE or not _is_figures(question.expected) or not question.quote:
        return match
    figures, _ = named(shown)
    faithful = any(is_carried(said, list(shown.citations)) for said in figures)
    if faithful and lacks_quotes(question, shown):
        return Match(Grade.WRONG_SUBJECT, "a figure of something else, read from other words")
    return match


def _is_figures(expected: object) -> bool:
    return isinstance(expected, tuple) and bool(expected) and isinstance(expected[0], ExpectedFigure)


def _grade_unanswerable(question: Question, shown: Shown) -> Match:
    """Grade an answer to a question that has none: declining is right, and so is correcting a wrong premise."""
    if shown.abstained:
        return Match(Grade.CORRECT)
    if question.expected is not None and _corrects(question, shown):
        return Match(Grade.CORRECT, notes=("corrects the premise",))
    return Match(Grade.SHOULD_HAVE_ABSTAINED, "the articles do not say")


def _corrects(question: Question, shown: Shown) -> bool:
    """Say whether the answer states what is true instead of the premise."""
    match = grade_content(question, shown)
    return match.grade is Grade.CORRECT or (
        match.grade in (Grade.HEDGED, Grade.IN_QUOTE_ONLY) and is_supported(question, shown)
    )


def grade(question: Question, record: Record, mapped: Mapped) -> Match:
    """Return the verdict on one answer."""
    shown = show(record)
    if record.get("error") or not (shown.claims or shown.short or shown.abstained):
        return Match(Grade.FAILED, str(record.get("error") or "there is no answer"))
    if question.kind is Kind.UNANSWERABLE:
        return _grade_unanswerable(question, shown)
    if shown.abstained:
        return Match(Grade.SHOULD_NOT_HAVE_ABSTAINED, "the articles do say")
    match = grade_content(question, shown)
    if match.grade is not Grade.CORRECT:
        return _refine(question, shown, match)
    citations = grade_citations(question, shown, mapped)
    return Match(citations.grade, citations.why, match.notes + citations.notes)


def citation_precision(question: Question, shown: Shown, mapped: Mapped) -> float | None:
    """Return the share of citations that are of an expected article; None without either."""
    if not shown.citations or not question.articles:
        return None
    good = sum(any(fits(key, cited.names, mapped) for key in question.articles) for cited in shown.citations)
    return good / len(shown.citations)


def citation_recall(question: Question, shown: Shown) -> float | None:
    """Return the share of the expected words that the cited words hold; None where none are expected or it declined."""
    if not question.quote or shown.abstained or question.kind is Kind.UNANSWERABLE:
        return None
    return 1 - len(lacks_quotes(question, shown)) / len(question.quote)


def quotes_exact(record: Record) -> float | None:
    """Return the share of citations that are exactly the slice they name, as seen when the answer was given.

    None without citations, and in answers of systems whose article texts were not at hand.
    """
    exact = seen_of(record).get("exact")
    return sum(map(bool, exact)) / len(exact) if exact and isinstance(exact, list) else None


def _false_disagreement(question: Question, shown: Shown) -> bool | None:
    return None if question.kind in (Kind.DISAGREEMENT, Kind.UNANSWERABLE) else bool(shown.sides)


def _ranks(question: Question, record: Record, mapped: Mapped) -> list[Mapping[str, Any]] | None:
    seen = seen_of(record)
    return rows(seen["retrieved"]) if question.articles and "retrieved" in seen else None


def fact_of(question: Question) -> str:
    """Return what stands for the fact a question asks for: alike for two wordings, which expect the same.

    Questions that expect nothing are each a fact of their own.
    """
    if question.expected is None:
        return question.id
    return hashlib.sha256(repr((question.articles, question.expected)).encode()).hexdigest()[:8]


def score(question: Question, record: Record, mapped: Mapped | None = None) -> Scored:
    """Score an answer (the JSON of `Answer.to_dict()`, see `eval.types.Record`) against its question."""
    mapped = mapped or {}
    shown = show(record)
    match = grade(question, record, mapped)
    echoed = question.question if question.kind is Kind.UNANSWERABLE else ""
    figures, bad = count_unsupported(shown, computed=question.kind is Kind.COMPARISON, echoed=echoed)
    hits = _ranks(question, record, mapped)
    expected = question.expected
    sides = found_disagreement(expected, shown) if isinstance(expected, tuple) else False
    return Scored(
        id=question.id,
        kind=question.kind,
        grade=match.grade,
        why=match.why,
        notes=match.notes,
        fact=fact_of(question),
        articles=question.articles,
        abstained=shown.abstained,
        citation_precision=citation_precision(question, shown, mapped),
        citation_recall=citation_recall(question, shown),
        quotes_exact=quotes_exact(record),
        recall=recall_at(DEPTHS, question, hits, mapped) if hits is not None else {},
        reciprocal_rank=reciprocal_rank(question, hits, mapped) if hits is not None else None,
        disagreement_found=sides if question.kind is Kind.DISAGREEMENT else None,
        false_disagreement=_false_disagreement(question, shown),
        unsupported=bad,
        figures=figures,
        latency_ms=_number(record.get("ms")),
        confidence=_number(record.get("confidence")),
    )


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
