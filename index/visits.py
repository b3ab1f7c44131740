"""What is remembered of web addresses while they are read: for the next reading, and in a refresh of the last one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.web.visits import Stamp

if TYPE_CHECKING:
    from ingest.raw import Failure, Note, RawArticle, Source
    from ingest.types import Article

    Item = RawArticle | Failure | Note
    Stored = Callable[[str], Article | None]


class Recorded:
    """The visits of an ingest (`ingest.web.visits.Visits`): all is read in full, and what it said is kept."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        """The sources of the articles that addresses gave."""
        self._stamps: dict[str, Stamp] = {}
        self._blotted: set[str] = set()

    def last(self, address: str) -> Stamp | None:
        """Return None: who ingests an address wants all of it."""
        return None

    def skips(self, address: str) -> bool:
        """Return False, likewise."""
        return False

    def note(self, address: str, stamp: Stamp) -> None:
        """Keep what an address said."""
        self._stamps[address] = stamp

    def blot(self, source: str) -> None:
        """Remember that an article could not be made of what an address gave: it is read in full the next time."""
        self._blotted |= {source, source.partition("#")[0]}

    def stamps(self) -> dict[str, Stamp]:
        """Return what the addresses said that were read, by address."""
        return {a: Stamp(s.final) if s.final in self._blotted else s for a, s in self._stamps.items()}

    def watch(self, source: "Source", items: "Iterable[Item]") -> "Iterator[Item]":
        """Pass on what a source gives."""
        from ingest.raw import RawArticle

        for item in items:
            if source.is_address and isinstance(item, RawArticle):
                self.seen.append(item.source)
            yield item


class Again(Recorded):
    """The visits of a refresh: addresses are asked for what changed since, each once."""

    def __init__(self, known: Mapping[str, Stamp], removed: Set[str], stored: "Stored") -> None:
        super().__init__()
        self._known = known
        self._removed = removed
        self._stored = stored
        self.asked: set[str] = set()

    def last(self, address: str) -> Stamp | None:
        """Return what an address said last."""
        return self._known.get(address)

    def skips(self, address: str) -> bool:
        """Tell whether a page was asked in this run already, or its article was taken out."""
        return address in self.asked or address in self._removed

    def note(self, address: str, stamp: Stamp) -> None:
        """Keep what an address said, and that it was asked."""
        self.asked.add(address)
        super().note(address, stamp)

    def watch(self, source: "Source", items: "Iterable[Item]") -> "Iterator[Item]":
        """Pass on what a source gives without what was taken out, with what a feed had said of a page."""
        from ingest.raw import RawArticle

        for item in super().watch(source, items):
            if not isinstance(item, RawArticle):
                yield item
            elif item.source not in self._removed:
                yield keep_told(item, self._stored(item.source))


def keep_told(raw: "RawArticle", known: "Article | None") -> "RawArticle":
    """Add what is known of an article and its page does not say: the feed that led to the page had said it."""
    if known is None:
        return raw
    # A page without a site name has its host's, see `ingest.web.address`.
    stated = raw.publisher if raw.publisher and raw.publisher not in raw.source else None
    return replace(
        raw,
        title=raw.title or known.title,
        publisher=stated or known.publisher or raw.publisher,
        authors=raw.authors or known.authors,
        published=raw.published or known.published,
    )
