"""The six that work on one index until they are killed: one ingests, one updates, one removes, three ask."""

import random
from collections.abc import Callable
from pathlib import Path

from index import Index, update
from ingest.errors import NewsdeskError
from qa import Newsdesk
from tests.faults.pile import NAMES, Pile, check_quote
from tests.faults.reader import StateReader
from tests.index.fakes import FakeEncoder

Work = Callable[[Newsdesk, Pile, random.Random], None]
QUESTIONS = (
    "What state has item {}?",
    "Which state has item {} in part 0?",
    "How many articles mention item {}?",
    "What are these articles about?",
    "Give me all figures about item {}",
)


def open_desk(folder: Path, *, create: bool = False) -> Newsdesk:
    """Open the index of a folder to read and to write, with an encoder and a reader that are no models."""
    index = Index.open(folder, encoder=FakeEncoder(), create=create, read_only=False)
    return Newsdesk(index, span_reader=StateReader())


def ingest(desk: Newsdesk, pile: Pile, rng: random.Random) -> None:
    """Read all files, as `newsdesk ingest FOLDER` does."""
    summary = update(desk.index, [pile.folder])
    assert not summary.failed, summary.failed


def change(desk: Newsdesk, pile: Pile, rng: random.Random) -> None:
    """Rewrite a file and read it."""
    summary = update(desk.index, [pile.change(rng)])
    assert not summary.failed, summary.failed


def remove(desk: Newsdesk, pile: Pile, rng: random.Random) -> None:
    """Take an article out, if there is one."""
    if present := [listing.id for listing in desk.index.listings()]:
        desk.remove(rng.choice(present))


def ask(desk: Newsdesk, pile: Pile, rng: random.Random) -> None:
    """Ask, and hold every citation of the answer against the version it quotes."""
    answer = desk.ask(rng.choice(QUESTIONS).format(rng.choice(NAMES)))
    assert answer.short or answer.answer or answer.abstained
    for citation in answer.citations:
        check_quote(citation.quote, citation.start, citation.end)


WORKERS: dict[str, Work] = {
    "ingest": ingest, "update": change, "remove": remove, "ask 1": ask, "ask 2": ask, "ask 3": ask
}  # fmt: skip


def work(kind: str, folder: Path, pile: Pile, seed: int) -> None:
    """Do one kind of work without end; a new process (index) every few steps. One clear line is no failure."""
    rng = random.Random(seed)
    while True:
        try:
            with open_desk(folder, create=kind == "ingest") as desk:
                for _ in range(rng.randrange(1, 6)):
                    clear_line(lambda opened=desk: WORKERS[kind](opened, pile, rng))
        except NewsdeskError as error:
            check_line(error)


def clear_line(step: Callable[[], None]) -> None:
    """Run a step; an error that newsdesk means to raise has to be one line."""
    try:
        step()
    except NewsdeskError as error:
        check_line(error)


def check_line(error: NewsdeskError) -> None:
    """Hold an error to what a user is promised: one line, not empty, and no damage."""
    said = str(error)
    assert said.strip() and "\n" not in said and "damaged" not in said, said
