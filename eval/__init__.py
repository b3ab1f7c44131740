"""Question sets, a scorer that grades figures exactly, batch runs, reports and comparisons."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eval.batch import run_questions
    from eval.compare import compare
    from eval.load import load_questions
    from eval.results import evaluate
    from eval.score import score
    from eval.types import Grade, Question, Scored

__all__ = ["Grade", "Question", "Scored", "compare", "evaluate", "load_questions", "run_questions", "score"]
_HOMES = {
    "Grade": "eval.types",
    "Question": "eval.types",
    "Scored": "eval.types",
    "compare": "eval.compare",
    "evaluate": "eval.results",
    "load_questions": "eval.load",
    "run_questions": "eval.batch",
    "score": "eval.score",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that the command line's help costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'eval' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
