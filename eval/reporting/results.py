"""The file of a run: its name, its numbers, and a line for every question; what reports and comparisons are made of."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.grading.score import score
from eval.grading.shown import rows, seen_of
from eval.reporting.summary import summarise
from eval.sets.articles import Mapped
from eval.types import ExpectedDate, ExpectedWords, Kind, Question, Record, Scored
from ingest.errors import InputError

RESULTS = Path(__file__).parents[1] / "results"
VERSION = 1
Results = dict[str, Any]


def expected_text(question: Question) -> str:
    """Return what a question expects as a person would say it."""
    expected = question.expected
    if isinstance(expected, ExpectedWords):
        parts = [" / ".join(expected.accept), " + ".join(expected.must)]
        said = "; with ".join(part for part in parts if part)
    elif isinstance(expected, ExpectedDate):
        said = expected.accept[0]
    else:
        joint = " and " if question.kind is Kind.DISAGREEMENT else " or "
        said = joint.join(dict.fromkeys(one.text for one in expected or ()))
    if question.kind is Kind.UNANSWERABLE:
        return f"declines, or corrects: {said}" if said else "declines"
    return said


def _cited(record: Record) -> list[dict[str, Any]]:
    """Return the citations with the words around them, where those were noted."""
    seen = seen_of(record)
    befores, afters = list(seen.get("before") or ()), list(seen.get("after") or ())
    found = []
    for number, row in enumerate(rows(record.get("citations"))):
        kept = {name: row.get(name) for name in ("key", "title", "publisher", "published", "source", "url", "quote")}
        kept["before"] = befores[number] if number < len(befores) else ""
        kept["after"] = afters[number] if number < len(afters) else ""
        found.append(kept)
    return found


def describe_answer(question: Question, record: Record, scored: Scored) -> dict[str, Any]:
    """Return all that is told of one question: what was asked, expected, said, cited, and the verdict."""
    return {
        "id": question.id,
        "question": question.question,
        "kind": question.kind.value,
        "follows": question.follows,
        "as_of": question.as_of.isoformat() if question.as_of else None,
        "expected": expected_text(question),
        "fact": scored.fact,
        "grade": scored.grade.value,
        "why": scored.why,
        "notes": list(scored.notes),
        "articles": list(question.articles),
        "short": record.get("short"),
        "answer": record.get("answer"),
        "abstained": scored.abstained,
        "missing": record.get("missing"),
        "confidence": scored.confidence,
        "ms": scored.latency_ms,
        "unsupported": scored.unsupported,
        "recall": {str(k): v for k, v in scored.recall.items()},
        "reciprocal_rank": scored.reciprocal_rank,
        "citations": _cited(record),
    }


def evaluate(
    questions: Sequence[Question], records: Mapping[str, Record], mapped: Mapped, run: Mapping[str, str]
) -> Results:
    """Return the results of a run: scored, summarised, told question by question; ungraded rows are left out.

    `run` names the set, the reader and the index.
    """
    graded = [question for question in questions if question.kind is not Kind.UNGRADED]
    if not graded:
        raise InputError("no question says what it expects; grade a set with `expected`")
    found = [(q, records.get(q.id, {"error": "there is no answer to it"})) for q in graded]
    scored = [score(question, record, mapped) for question, record in found]
    return {
        "newsdesk": "results",
        "version": VERSION,
        **{name: run.get(name, "unknown") for name in ("set", "reader", "index", "code")},
        "summary": summarise(scored),
        "questions": [describe_answer(q, record, one) for (q, record), one in zip(found, scored, strict=True)],
    }


def short_form(results: Results) -> Results:
    """Return results without the words of articles: id, kind, grade and short answer of each question."""
    kept = ("id", "kind", "fact", "grade", "short", "unsupported")
    lines = [{name: line[name] for name in kept} for line in results["questions"]]
    summary = {name: value for name, value in results["summary"].items() if name != "latency_ms"}
    return {**results, "summary": summary, "questions": lines}


def write_results(results: Results, path: Path) -> None:
    """Write results as JSON, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + ".part")
    lines = ",\n".join(json.dumps(line, ensure_ascii=False) for line in results["questions"])
    head = json.dumps({**results, "questions": []}, ensure_ascii=False, indent=1)
    aside.write_text(head.replace('"questions": []\n}', f'"questions": [\n{lines}\n]}}') + "\n", encoding="utf-8")
    aside.replace(path)


def read_results(path: str | Path) -> Results:
    """Return the results of a file.

    Raises:
        InputError: it cannot be read, or is no file of results.
    """
    path = Path(path)
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; name a file written by `newsdesk eval --json`") from error
    except ValueError as error:
        raise InputError(f"{path}: not JSON ({error})") from error
    if not isinstance(found, dict) or found.get("newsdesk") != "results" or found.get("version") != VERSION:
        raise InputError(f"{path}: no results of this version; write them anew with `newsdesk eval --json`")
    return found


def committed_path(results: Mapping[str, Any]) -> Path:
    """Return where the results of a set and a reader are kept: `results/<set>-<reader>.json`."""
    name = str(results["set"]).rsplit("-", 1)[0]
    return RESULTS / f"{name}-{results['reader']}.json"
