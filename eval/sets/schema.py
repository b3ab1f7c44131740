"""Check rows of a question set by the JSON Schema that stands beside the sets."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

QUESTIONS = Path(__file__).parents[1] / "questions"
SCHEMA = QUESTIONS / "schema.json"


@lru_cache(maxsize=1)
def _validator() -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(
        json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def _deepest(error: Any) -> Any:
    """Return the fault that lies deepest below an error of alternatives: that of the branch that was meant."""
    while error.context:
        error = max(
            error.context, key=lambda e: (len(e.absolute_path), e.validator != "type", e.validator == "required")
        )
    return error


def _lost(error: Any) -> str | None:
    """Return the name of the field that is absent, or that is there and unknown."""
    if error.validator == "required":
        return next((name for name in error.validator_value if name not in error.instance), None)
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        return next((name for name in error.instance if name not in known), None)
    return None


def _field(error: Any) -> str:
    """Return the place of an error as a person writes it: `expected[0].value`."""
    place = ""
    for part in (*error.absolute_path, *filter(None, [_lost(error)])):
        place += f"[{part}]" if isinstance(part, int) else f".{part}"
    return place.lstrip(".") or "the row"


def _reason(error: Any) -> str:
    """Return what is wrong in one short line; long values are cut."""
    if _lost(error):
        return "is missing" if error.validator == "required" else "is not a field of a question"
    message = str(error.message)
    return message if len(message) <= 200 else f"{message[:120]} ... {message[-60:]}"


def find_fault(row: Any) -> str | None:
    """Return "field: what is wrong" for the fault of a row that says most, None for a sound row."""
    validator = _validator()
    if validator.is_valid(row):
        return None
    from jsonschema.exceptions import best_match

    worst = _deepest(best_match(validator.iter_errors(row)))
    return f"{_field(worst)}: {_reason(worst)}"
