"""Read plain text files."""

from collections.abc import Iterator

from ingest.raw import Media, RawArticle
from ingest.text.decode import decode


def read_text(raw: bytes, where: str) -> Iterator[RawArticle]:
    """Yield the one article of a plain text file."""
    yield RawArticle(source=where, raw=raw, text=decode(raw, where), media=Media.TEXT)
