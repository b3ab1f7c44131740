"""Which pages a sitemap leads to: those of its own site, within bounds; what is left out is told."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from ingest.raw import Failure, Note
from ingest.read.sitemap import Sitemap

MOST_PAGES = 500
"""Pages read of one sitemap, the latest first: some minutes of a server that answers; a large site lists millions."""

MOST_MAPS = 50
"""Sitemaps opened from one that is named: large sites have one a month."""

DEEPEST = 3
"""Sitemaps that lead to one another, the named one counted; the protocol allows two."""

Open = Callable[[str], "Sitemap | Failure | None"]
"""Fetches and reads another sitemap; None where there is nothing new in it."""


class Walk:
    """One walk over the sitemaps of a site; each address is met once."""

    def __init__(self, where: str, open_map: Open) -> None:
        self._where = where
        self._site = site_of(where)
        self._open = open_map
        self._seen = {where}
        self._pages = 0
        self._maps = 1
        self._foreign = 0
        self._left = 0
        self._unopened = 0

    def pages(self, sitemap: Sitemap) -> Iterator[str | Failure]:
        """Yield the addresses of pages, and a failure for each sitemap that could not be read."""
        yield from self._walk(sitemap, 1)

    def notes(self) -> Iterator[Note]:
        """Yield what was left out, once all pages were met."""
        most = f"{MOST_PAGES:,} that are read of a sitemap, the latest first"
        were = "was" if self._unopened == 1 else "were"
        told = (
            (self._left, "page", "pages", f"more than the {most}"),
            (self._unopened, "sitemap", "sitemaps", f"that {were} not opened"),
            (self._foreign, "address", "addresses", "of other sites, which a sitemap does not speak for"),
        )
        left_out = [f"{count:,} {one if count == 1 else many} {which}" for count, one, many, which in told if count]
        if left_out:
            yield Note(self._where, f"left out: {'; '.join(left_out)}; name what else is wanted")

    def _walk(self, sitemap: Sitemap, depth: int) -> Iterator[str | Failure]:
        for address in filter(self._is_new, sitemap.pages):
            if self._pages == MOST_PAGES:
                self._left += 1
            else:
                self._pages += 1
                yield address
        for address in filter(self._is_new, sitemap.maps):
            if depth == DEEPEST or self._maps == MOST_MAPS or self._pages == MOST_PAGES:
                self._unopened += 1
                continue
            self._maps += 1
            found = self._open(address)
            if isinstance(found, Failure):
                yield found
            elif found:
                yield from self._walk(found, depth + 1)

    def _is_new(self, address: str) -> bool:
        if address in self._seen:
            return False
        self._seen.add(address)
        if site_of(address) == self._site:
            return True
        self._foreign += 1
        return False


def site_of(address: str) -> str:
    """Return what tells sites apart: host and port, without "www."."""
    try:
        return urlsplit(address).netloc.lower().removeprefix("www.")
    except ValueError:
        return ""
