"""docs/hardening.md names the test that holds each line: it must be there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/hardening.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[name for _, name in NAMED])
def test_the_test_is_there(file: str, name: str) -> None:
    assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_each_line_of_threats_names_one() -> None:
    threats = PAGE.split("## Measured")[0]
    lines = [line for line in threats.split("\n") if line.startswith("| ")][1:]
    assert len(lines) == len(NAMED) > 15
