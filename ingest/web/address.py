"""Read a web address: a page, a file, or a feed whose entries may only announce their pages."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.errors import InputError
from ingest.raw import Failure, Media, Note, RawArticle
from ingest.read.content import read_bytes
from ingest.read.feed import Entry, read_entries
from ingest.read.html_page import read_html
from ingest.web.fetch import Page, fetch


def read_address(address: str, *, allow_private: bool = False) -> Iterator[RawArticle | Failure | Note]:
    """Yield the articles at an address; raises FetchError or InputError when it cannot be read.

    An entry of a feed that does not hold its whole text is read from the page it links to, by the same rules;
    where that fails, its own words are taken.
    """
    page = fetch(address, allow_private=allow_private)
    if page.media is Media.FEED:
        for entry in read_entries(page.raw, page.address):
            yield _entry_article(entry, allow_private)
        return
    yield from _articles(page)


def _articles(page: Page) -> Iterator[RawArticle | Failure | Note]:
    if page.media is Media.HTML:
        if not page.raw.strip():
            raise InputError(f"{page.address} is empty; there is nothing to read")
        yield from read_html(page.raw, page.address, address=page.address)
        return
    for found in read_bytes(page.raw, page.address, page.media):
        alone = isinstance(found, RawArticle) and found.source == page.address
        yield replace(found, url=found.url or page.address) if alone and isinstance(found, RawArticle) else found


def _entry_article(entry: Entry, allow_private: bool) -> RawArticle | Failure:
    own = entry.article
    if entry.full or own.url is None:
        return own if own.text.strip() else Failure(own.source, f"{own.source}: the entry has neither text nor a link")
    try:
        page = fetch(own.url, allow_private=allow_private)
        found = next(_articles(page), None) if page.media is not Media.FEED else None
    except InputError as error:
        return own if own.text.strip() else Failure(own.source, str(error))
    if not isinstance(found, RawArticle):
        return own if own.text.strip() else Failure(own.source, f"{own.source}: its page holds no article")
    # A page without a site name has its host's; the feed's title says more.
    stated = found.publisher if found.publisher and found.publisher not in page.address else None
    return replace(
        found,
        title=own.title or found.title,
        publisher=stated or own.publisher or found.publisher,
        authors=found.authors or own.authors,
        published=own.published or found.published,
    )
