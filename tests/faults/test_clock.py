"""A clock that jumps changes nothing: no part goes by what day it is, and no file is known by its time alone."""

import ast
import os
from pathlib import Path

from index import Index, update
from tests.faults.pile import Pile
from tests.index.fakes import FakeEncoder

ROOT = Path(__file__).parents[2]
READS_THE_CLOCK = {
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "datetime.now", "datetime.utcnow",
    "datetime.today", "date.today", "datetime.datetime.now", "datetime.date.today",
}  # fmt: skip
WRITES_IT_DOWN = ROOT / "index/versions/kept.py"
"""Tells a reader when a text was replaced; versions are kept, told and dropped in the order in which they came."""


def test_no_part_reads_the_wall_clock() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for package in ("ingest", "index", "qa", "ui", "eval")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in READS_THE_CLOCK and path != WRITES_IT_DOWN
    ]
    assert not found


def test_a_file_is_read_again_for_what_it_says_whatever_its_time(tmp_path: Path) -> None:
    pile = Pile(tmp_path / "pile")
    pile.fill()
    with Index.open(tmp_path / "index", encoder=FakeEncoder(), create=True) as index:
        for number, clock in enumerate((2_000_000_000, 1_000_000_000, 1_000_000_000, 4_000_000_000), 1):
            file = pile.write("a3", number)
            os.utime(file, (clock, clock))
            assert update(index, [file]).failed == ()
            (article,) = index.articles()
            assert article.title == f"a3 {number}"
            os.utime(file, (clock + 9, clock + 9))
            assert update(index, [file]).unchanged == 1
