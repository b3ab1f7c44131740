"""What newsdesk does that writes, each as a step over an index folder that others have prepared."""

import random
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index import schema, update
from index.connect import FILE
from index.updating import reembed
from index.vectors import FILE as VECTORS
from tests.faults.pile import Pile
from tests.faults.workers import ask, open_desk


@dataclass(frozen=True, slots=True)
class Step:
    """What is prepared, what is changed in the files, and what is then done while writes fail."""

    name: str
    run: Callable[[Path, Pile], None]
    prepare: Callable[[Path, Pile], None] = lambda index, pile: _ingest(index, pile)
    edit: Callable[[Pile], object] = lambda pile: None


def _ingest(index: Path, pile: Pile) -> None:
    with open_desk(index, create=True) as desk:
        summary = update(desk.index, [pile.folder])
        assert not summary.failed, summary.failed


def _nothing(index: Path, pile: Pile) -> None:
    index.mkdir()


def _edit(pile: Pile) -> None:
    pile.write("a3", 7)
    pile.write("a4", 9)
    pile.write_rows({"r0": 4, "r1": 5})


def _remove(index: Path, pile: Pile) -> None:
    with open_desk(index) as desk:
        desk.remove(desk.index.listings()[0].id)


def _save(index: Path, pile: Pile) -> None:
    with open_desk(index) as desk:
        desk.index.save_vectors(always=True)


def _reembed(index: Path, pile: Pile) -> None:
    with open_desk(index) as desk:
        reembed(desk.index)


def _ask(index: Path, pile: Pile) -> None:
    with open_desk(index) as desk:
        ask(desk, pile, random.Random(3))


def _no_vectors(index: Path, pile: Pile) -> None:
    _ingest(index, pile)
    (index / VECTORS).unlink()


def _version_one(index: Path, pile: Pile) -> None:
    _ingest(index, pile)
    with sqlite3.connect(index / FILE) as raw:
        for name in ("figures_unit", "figures_period"):
            raw.execute(f"DROP INDEX {name}")
        raw.execute("DROP TABLE addresses")
        raw.execute("DROP TABLE versions")
        raw.execute("PRAGMA user_version = 1")
    raw.close()
    assert schema.VERSION == 4, "a later schema: undo its steps here too"


STEPS = {
    step.name: step
    for step in (
        Step("a first ingest", _ingest, prepare=_nothing),
        Step("an ingest of changes", _ingest, edit=_edit),
        Step("a removal", _remove),
        Step("saving vectors", _save),
        Step("encoding anew", _reembed),
        Step("a question", _ask),
        Step("a question without vectors", _ask, prepare=_no_vectors),
        Step("a migration", _ask, prepare=_version_one),
    )
}
