"""Reading again the web addresses that articles came from: only what changed since is sent by their servers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index import addresses
from index.updating import Progress, State, read_in
from index.visits import Again
from ingest.errors import InputError

if TYPE_CHECKING:
    from index.index import Index
    from ingest.raw import Failure, Note
    from ingest.web.visits import Stamp


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh found: counts of addresses, and of the articles they gave."""

    unchanged: int
    """Addresses that gave nothing new, most of them without sending their page."""
    changed: int
    """Addresses that gave an article that is new or other than before."""
    new: int
    """Pages that a feed led to for the first time."""
    gone: "tuple[Failure, ...]"
    """Addresses whose server says that they are no more; their articles stay."""
    failed: "tuple[Failure, ...]"
    notes: "tuple[Note, ...]"
    articles_added: int
    articles_changed: int


def refresh(
    index: "Index", named: Sequence[str] = (), *, progress: Progress | None = None, allow_private: bool = False
) -> Refreshed:
    """Read addresses again, those `named` or all, each asked only for what changed since it was read last.

    A feed leads to pages that are new; a page that changed replaces its article. An article stays when its page is
    gone or fails, and one that was removed stays away. `progress` is called before each address. Raises InputError for
    a name that was not ingested, else as `index.updating.update`.
    """
    from ingest.raw import Source

    with index.changing() as connection:  # to write, for so a file of a former version gets its table
        known, removed = addresses.read_known(connection), addresses.read_removed(connection)
    todo = _pick(known, named)
    visits = Again(known, removed, index.article_from)
    state = State(None, None)

    def sources() -> Iterator[Source]:
        for number, address in enumerate(todo):
            if progress:
                progress(number, len(todo), address)
            if address not in visits.asked:  # what a feed read just before led to is not asked twice
                yield Source(address, None, allow_private)
        if progress and todo:
            progress(len(todo), len(todo), "")

    read_in(index, sources(), state, visits)
    stamps = visits.stamps()
    if stamps:
        with index.changing() as connection:
            addresses.write(connection, stamps)
    return _count(stamps, known, state)


def _pick(known: "dict[str, Stamp]", named: Sequence[str]) -> list[str]:
    """Return the addresses to read, each once; raise InputError for a name that is none of those known."""
    names = {stamp.final: address for address, stamp in known.items()} | {address: address for address in known}
    for name in named:
        if name not in names:
            raise InputError(f"{name} is no address that was ingested; `newsdesk ingest` reads it for the first time")
    return list(dict.fromkeys(names[name] for name in named) if named else known)


def _count(stamps: "dict[str, Stamp]", known: "dict[str, Stamp]", state: State) -> Refreshed:
    written = state.written | {source.partition("#")[0] for source in state.written}
    changed = {address for address, stamp in stamps.items() if stamp.final in written}
    summary = state.summary()
    return Refreshed(
        unchanged=len(stamps.keys() - changed),
        changed=len(changed & known.keys()),
        new=len(changed - known.keys()),
        gone=tuple(one for one in summary.failed if one.gone),
        failed=tuple(one for one in summary.failed if not one.gone),
        notes=summary.notes,
        articles_added=summary.added,
        articles_changed=summary.changed,
    )
