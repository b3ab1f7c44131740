"""Read a web address: a page, a file, a feed whose entries may only announce their pages, or a sitemap."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from ingest.errors import AddressGone, FetchError, InputError
from ingest.raw import Failure, Media, Note, RawArticle
from ingest.read.content import read_bytes
from ingest.read.feed import Entry, read_entries
from ingest.read.html_page import read_html
from ingest.read.sitemap import Sitemap, is_sitemap, read_sitemap
from ingest.web.fetch import Page, fetch_since
from ingest.web.visits import Stamp, Visits
from ingest.web.walk import Walk

Found = RawArticle | Failure | Note

MOST_UNHEARD = 10
"""Pages of a sitemap in a row that their server does not send: it is down or wants no more, and the rest is left."""


def read_address(address: str, *, allow_private: bool = False, visits: Visits | None = None) -> Iterator[Found]:
    """Yield the articles at an address; raises FetchError or InputError when it cannot be read.

    An entry of a feed that does not hold its whole text is read from the page it links to, by the same rules;
    where that fails, its own words are taken. A sitemap is read as the pages of its site that it lists. `visits` is
    asked before each address and told after it; what did not change since is not yielded.
    """
    yield from _Reading(allow_private, visits).read(address)


class _Reading:
    """The reading of one address and of the pages it links to."""

    def __init__(self, allow_private: bool, visits: Visits | None) -> None:
        self._allow_private = allow_private
        self._visits = visits
        self._whole = True

    def read(self, address: str) -> Iterator[Found]:
        page = self._fetch(address)
        if page is None:
            return
        if page.media is not Media.FEED:
            yield from _articles(page)
            self._note(address, page.stamp)
            return
        if is_sitemap(page.raw):
            yield from self._site(page)
        else:
            for entry in read_entries(page.raw, page.address):
                yield from self._entry(entry)
        # A feed some page of which could not be had is read again in full: what it links to is to be had then.
        self._note(address, page.stamp if self._whole else Stamp(page.address))

    def _entry(self, entry: Entry) -> Iterator[Found]:
        own = entry.article
        if entry.full or own.url is None:
            nothing = f"{own.source}: the entry has neither text nor a link"
            yield own if own.text.strip() else Failure(own.source, nothing)
            return
        if self._visits and self._visits.skips(own.url):
            return
        try:
            page = self._fetch(own.url)
            if page is None:
                return
            found = next(_articles(page), None) if page.media is not Media.FEED else None
        except InputError as error:
            self._whole = False
            # The few words of an entry do not take the place of the page that was read before.
            known = self._visits and self._visits.last(own.url)
            gone = isinstance(error, AddressGone)
            yield own if own.text.strip() and not known else Failure(own.source, str(error), gone)
            return
        if isinstance(found, RawArticle):
            yield _with_entry(found, own, page)
            self._note(own.url, page.stamp)
        else:
            yield own if own.text.strip() else Failure(own.source, f"{own.source}: its page holds no article")

    def _site(self, page: Page) -> Iterator[Found]:
        walk = Walk(page.address, self._open_map)
        unheard = 0
        for listed in walk.pages(read_sitemap(page.raw, page.address)):
            if isinstance(listed, Failure):
                yield listed
                continue
            if self._visits and self._visits.skips(listed):
                continue
            try:
                yield from self._listed(listed)
                unheard = 0
            except InputError as error:
                self._whole = False
                gone = isinstance(error, AddressGone)
                yield Failure(listed, str(error), gone)
                unheard = unheard + 1 if isinstance(error, FetchError) and not gone else 0
                if unheard == MOST_UNHEARD:
                    yield Failure(page.address, f"{page.address}: {unheard} pages failed in a row; try again later")
                    return
        yield from walk.notes()

    def _listed(self, address: str) -> Iterator[Found]:
        """Read a page that a sitemap lists; one that is no article, as the front of a section, is no failure."""
        page = self._fetch(address)
        if page is None:
            return
        try:
            if page.media is Media.FEED:
                raise InputError(f"{address} is no page; name it alone if it is wanted")
            yield from _articles(page)
        except InputError as error:
            yield Note(address, str(error))
        except Exception as error:  # a page that breaks a parser must not keep the others out
            yield Failure(address, f"{address} cannot be read ({type(error).__name__}); save it as a file")
        else:
            self._note(address, page.stamp)

    def _open_map(self, address: str) -> Sitemap | Failure | None:
        """Read a sitemap that another leads to."""
        if self._visits and self._visits.skips(address):
            return None
        try:
            page = self._fetch(address)
            if page is None:
                return None
            if page.media is not Media.FEED or not is_sitemap(page.raw):
                raise InputError(f"{address} is named as a sitemap and is none; check it")
            found = read_sitemap(page.raw, page.address)
        except InputError as error:
            self._whole = False
            return Failure(address, str(error), isinstance(error, AddressGone))
        # Its pages are read after it: without a stamp it is read in full the next time, with those that fail now.
        self._note(address, Stamp(page.address))
        return found

    def _fetch(self, address: str) -> Page | None:
        """Fetch an address, None where nothing changed; raises InputError for a page that now leads elsewhere."""
        before = self._visits.last(address) if self._visits else None
        page = fetch_since(address, before, allow_private=self._allow_private)
        if page is None and before:
            self._note(address, before)
        if page and before and page.media is Media.HTML and _place(page.address) != _place(before.final):
            raise InputError(f"{address} now leads to {page.address}; ingest that if it is wanted")
        return page

    def _note(self, address: str, stamp: Stamp) -> None:
        if self._visits:
            self._visits.note(address, stamp)


def _articles(page: Page) -> Iterator[Found]:
    if page.media is Media.HTML:
        if not page.raw.strip():
            raise InputError(f"{page.address} is empty; there is nothing to read")
        yield from read_html(page.raw, page.address, address=page.address)
        return
    for found in read_bytes(page.raw, page.address, page.media):
        alone = isinstance(found, RawArticle) and found.source == page.address
        yield replace(found, url=found.url or page.address) if alone and isinstance(found, RawArticle) else found


def _with_entry(found: RawArticle, own: RawArticle, page: Page) -> RawArticle:
    """Add to the article of a page what its entry in a feed says."""
    # A page without a site name has its host's; the feed's title says more.
    stated = found.publisher if found.publisher and found.publisher not in page.address else None
    return replace(
        found,
        title=own.title or found.title,
        publisher=stated or own.publisher or found.publisher,
        authors=found.authors or own.authors,
        published=own.published or found.published,
    )


def _place(address: str) -> tuple[str, str, str]:
    """Return what tells places apart: a move to https, to "www." or to a slash at the end leads to the same one."""
    parts = urlsplit(address)
    return (parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query)
