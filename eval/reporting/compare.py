"""Compare two runs on one set, question by question."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from eval.grading.bootstrap import mcnemar, paired_difference
from eval.grading.metrics import Pair
from eval.reporting.results import Results
from eval.types import Grade, Kind
from ingest.errors import InputError

NAMES = ("reader", "index", "code")
RIGHT = Grade.CORRECT.value


def _pair(line: Mapping[str, Any]) -> Pair:
    return float(line["grade"] == RIGHT), 1.0


def _difference(pairs: list[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> dict[str, Any]:
    """Return accuracies, their difference with its interval, and McNemar's test over pairs of lines."""
    before, after = [_pair(a) for a, _ in pairs], [_pair(b) for _, b in pairs]
    difference = paired_difference(before, after, [str(a.get("fact") or a["id"]) for a, _ in pairs])
    better = sum(b > a for a, b in zip(before, after, strict=True))
    worse = sum(b < a for a, b in zip(before, after, strict=True))
    return {
        "n": len(pairs),
        "before": sum(a for a, _ in before) / len(pairs) if pairs else None,
        "after": sum(b for b, _ in after) / len(pairs) if pairs else None,
        "difference": asdict(difference) if difference else None,
        "better": better,
        "worse": worse,
        "mcnemar_p": mcnemar(better, worse),
    }


def _change(a: Mapping[str, Any], b: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: b.get(name) or a.get(name) for name in ("id", "question", "kind", "expected")}
    sides = {"before": a, "after": b}
    for side, line in sides.items():
        kept[side] = {name: line.get(name) for name in ("grade", "why", "short", "answer")}
    return kept


def compare(before: Results, after: Results) -> dict[str, Any]:
    """Return what got better and worse from one run to another, with the paired difference of the accuracies.

    Raises:
        InputError: the runs are on different sets.
    """
    if before["set"] != after["set"]:
        raise InputError(f"the runs are on different sets ({before['set']}, {after['set']}); compare runs on one set")
    later = {line["id"]: line for line in after["questions"]}
    if [line["id"] for line in before["questions"]] != list(later):
        raise InputError("the runs do not hold the same questions; run both on the whole set")
    pairs = [(line, later[line["id"]]) for line in before["questions"]]
    kinds = [kind.value for kind in Kind if any(a["kind"] == kind.value for a, _ in pairs)]
    changed = [(a, b) for a, b in pairs if a["grade"] != b["grade"]]
    return {
        "newsdesk": "comparison",
        "set": before["set"],
        "before": {name: before.get(name, "unknown") for name in NAMES},
        "after": {name: after.get(name, "unknown") for name in NAMES},
        "all": _difference(pairs),
        "by_kind": {kind: _difference([p for p in pairs if p[0]["kind"] == kind]) for kind in kinds},
        "better": [_change(a, b) for a, b in changed if b["grade"] == RIGHT],
        "worse": [_change(a, b) for a, b in changed if a["grade"] == RIGHT],
        "other": [_change(a, b) for a, b in changed if RIGHT not in (a["grade"], b["grade"])],
    }
