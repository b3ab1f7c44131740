"""Question sets, a scorer that grades figures exactly, batch runs, reports and comparisons."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eval.grading.score import score
    from eval.reporting.compare import compare
    from eval.reporting.results import evaluate
    from eval.running.batch import run_questions
    from eval.sets.load import load_questions
    from eval.types import Grade, Question, Scored

__all__ = ["Grade", "Question", "Scored", "compare", "evaluate", "load_questions", "run_questions", "score"]
_HOMES = {
    "Grade": "eval.types",
    "Question": "eval.types",
    "Scored": "eval.types",
    "compare": "eval.reporting.compare",
    "evaluate": "eval.reporting.results",
    "load_questions": "eval.sets.load",
    "run_questions": "eval.running.batch",
    "score": "eval.grading.score",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that the command line's help costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'eval' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
