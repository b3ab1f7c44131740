"""What an address said when it was read last, so that the next reading can ask for what changed since."""

import re
from dataclasses import dataclass
from typing import Protocol

# What a server may have sent back to it: printable, on one line, of a length no server refuses.
_SENDABLE = re.compile(r"[\x20-\x7e]{1,500}")


@dataclass(frozen=True, slots=True)
class Stamp:
    """How to ask an address whether it changed since it was read."""

    final: str
    """The address that answered, after redirects; `etag` and `modified` are its own and are sent to no other."""
    etag: str | None = None
    """`ETag` as it came."""
    modified: str | None = None
    """`Last-Modified` as it came."""

    @property
    def headers(self) -> dict[str, str]:
        """Return the headers that ask for what changed since; none where there is nothing to ask by."""
        asked = (("If-None-Match", self.etag), ("If-Modified-Since", self.modified))
        return {name: value for name, value in asked if value}


class Visits(Protocol):
    """The memory of addresses that reading asks and tells; ingest keeps none itself."""

    def last(self, address: str) -> Stamp | None:
        """Return what an address said last; None for one to be read as if for the first time."""

    def skips(self, address: str) -> bool:
        """Tell whether a page that a feed links to is to be left out: it was asked already, or is not wanted."""

    def note(self, address: str, stamp: Stamp) -> None:
        """Take note of what an address said; also where nothing changed since."""


def sendable(value: str | None) -> str | None:
    """Return the value of a header that may be sent back, else None."""
    return value if value and _SENDABLE.fullmatch(value) else None
