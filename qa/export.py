"""Answer -> the JSON object of the command line; its keys are a contract."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ingest.types import Equivalent, Period

if TYPE_CHECKING:
    from qa.types import Answer, Citation, CitedFigure, Computed, Disagreement, Table


def number(value: Decimal | None) -> int | float | None:
    """Return a JSON number: an integer where the value is one."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def period_to_dict(period: Period | None) -> dict[str, Any] | None:
    """Return a period with ISO days and how it was resolved."""
    if period is None:
        return None
    return {
        "start": _iso(period.start),
        "end": _iso(period.end),
        "text": period.text,
        "resolved_from": _iso(period.resolved_from),
    }


def _equivalent(equivalent: Equivalent) -> dict[str, Any]:
    return asdict(equivalent) | {"value": number(equivalent.value)}


def figure_to_dict(cited: "CitedFigure") -> dict[str, Any]:
    """Return one figure of an answer; `start:end` points into the cited article's text."""
    figure = cited.figure
    return {
        "text": figure.text,
        "kind": figure.kind.value,
        "value": number(figure.value),
        "high": number(figure.high),
        "unit": figure.unit,
        "scale": figure.scale,
        "qualifier": figure.qualifier,
        "period": period_to_dict(figure.period),
        "subject": figure.subject,
        "measure": figure.measure,
        "polarity": figure.polarity.value,
        "rate": figure.rate,
        "origin": figure.origin,
        "destination": figure.destination,
        "part_of": figure.part_of,
        "forecast": figure.status.value in ("forecast", "target"),
        "attributed_to": figure.attributed_to,
        "citation": cited.citation,
        "start": figure.start,
        "end": figure.end,
        "equivalents": [_equivalent(e) for e in figure.equivalents],
    }


def citation_to_dict(citation: "Citation") -> dict[str, Any]:
    """Return one citation, its date in ISO form."""
    return asdict(citation) | {"published": _iso(citation.published)}


def disagreement_to_dict(disagreement: "Disagreement") -> dict[str, Any]:
    """Return the sides of a disagreement and its reason."""
    return {
        "measure": disagreement.measure,
        "values": [
            {
                "text": voice.text,
                "value": number(voice.value),
                "unit": voice.unit,
                "period": period_to_dict(voice.period),
                "citation": voice.citation,
                "publisher": voice.publisher,
                "published": _iso(voice.published),
                "attributed_to": voice.attributed_to,
            }
            for voice in disagreement.values
        ],
        "reason": disagreement.reason,
    }


def computed_to_dict(computed: "Computed | None") -> dict[str, Any] | None:
    """Return how a result was calculated, None where nothing was."""
    if computed is None:
        return None
    return asdict(computed) | {"value": number(computed.value), "operands": list(computed.operands)}


def table_to_dict(table: "Table | None") -> dict[str, Any] | None:
    """Return a table with its rows, each with the keys of the citations that carry it; None where there is none."""
    if table is None:
        return None
    rows = [{"cells": list(row.cells), "citations": list(row.citations)} for row in table.rows]
    return {"title": table.title, "columns": list(table.columns), "rows": rows}


def answer_to_dict(answer: "Answer") -> dict[str, Any]:
    """Return the whole answer in the key order of the contract."""
    return {
        "question": answer.question,
        "understood": answer.understood,
        "answer": answer.answer,
        "short": answer.short,
        "abstained": answer.abstained,
        "missing": answer.missing,
        "confidence": round(answer.confidence, 4),
        "reader": answer.reader,
        "claims": [{"text": c.text, "citations": list(c.citations), "verdict": c.verdict.value} for c in answer.claims],
        "citations": [citation_to_dict(c) for c in answer.citations],
        "figures": [figure_to_dict(f) for f in answer.figures],
        "computed": computed_to_dict(answer.computed),
        "kind": answer.kind,
        "table": table_to_dict(answer.table),
        "disagreements": [disagreement_to_dict(d) for d in answer.disagreements],
        "notes": list(answer.notes),
        "timings_ms": {k: round(v, 2) for k, v in answer.timings_ms.items()},
    }
