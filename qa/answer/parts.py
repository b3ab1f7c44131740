"""One answer of two: a question that asks two things shows what was found of each, and says what was not."""

from collections.abc import Sequence
from dataclasses import replace

from qa.answer.cite import Citations
from qa.types import Answer


def join_parts(question: str, parts: Sequence[Answer], citations: Citations) -> Answer:
    """Return the answer to a question from those of its parts, which share `citations`; at least one must answer."""
    said = [p for p in parts if not p.abstained]
    unsaid = [p for p in parts if p.abstained]
    return replace(
        said[0],
        question=question,
        answer="\n\n".join(p.answer for p in said),
        short="; ".join(p.short for p in said if p.short) or None,
        missing="; ".join(f"not answered: “{p.question}” ({p.missing})" for p in unsaid) or None,
        claims=tuple(dict.fromkeys(c for p in said for c in p.claims)),
        citations=citations.all(),
        figures=tuple(f for p in said for f in p.figures),
        notes=tuple(dict.fromkeys(n for p in said for n in p.notes)),
        confidence=min(p.confidence for p in said),
    )
