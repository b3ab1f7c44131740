"""Read a source: yield its articles as they come, and a failure for each part that cannot be read."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import AddressGone, InputError
from ingest.raw import Failure, Media, Note, RawArticle, Source
from ingest.read.content import READERS, read_bytes
from ingest.sources import is_address, media_of
from ingest.text.decode import MOST_TEXT_BYTES

if TYPE_CHECKING:
    from ingest.web.visits import Visits


def read_source(source: Source | str | Path, visits: "Visits | None" = None) -> Iterator[RawArticle | Failure | Note]:
    """Yield the articles of a file or address, streaming rows; never raises for what is wrong with the input.

    A bad row, or a file that cannot be read, is yielded as a Failure whose reason is one line; what is left out of a
    file, and is no failure, as a Note. `visits` remembers addresses; what did not change since is not yielded.
    """
    source = source if isinstance(source, Source) else _as_source(source)
    try:
        if source.media is None:
            yield from _read_address(source, visits)
        elif source.media in (Media.JSONL, Media.CSV):
            yield from _read_rows(source)
        elif source.media is Media.STREAM:
            import sys

            yield from read_bytes(sys.stdin.buffer.read(MOST_TEXT_BYTES + 1), source.location, Media.STREAM)
        else:
            raw = _load(source.location, READERS[source.media][2])
            yield from read_bytes(raw, source.location, source.media)
    except InputError as error:
        yield Failure(source.location, str(error), gone=isinstance(error, AddressGone))
    except OSError as error:
        yield Failure(source.location, f"{source.location} cannot be read ({_why(error)}); check the file")
    except Exception as error:  # a file that breaks a parser in a way nobody thought of must not keep the others out
        kind = type(error).__name__
        yield Failure(source.location, f"{source.location} cannot be read ({kind}); save it in another form")


def _as_source(item: str | Path) -> Source:
    if is_address(item):
        return Source(str(item))
    media = media_of(item)
    return Source(str(item), media or Media.TEXT)


def _read_address(source: Source, visits: "Visits | None") -> Iterator[RawArticle | Failure | Note]:
    from ingest.web.address import read_address

    yield from read_address(source.location, allow_private=source.allow_private, visits=visits)


def _read_rows(source: Source) -> Iterator[RawArticle | Failure | Note]:
    from ingest.read.rows import read_csv, read_jsonl

    with Path(source.location).open("rb") as stream:
        yield from (read_jsonl if source.media is Media.JSONL else read_csv)(stream, source.location)


def _load(location: str, most: int) -> bytes:
    """Read a whole file of at most `most` bytes; a file that grows meanwhile is refused too."""
    with Path(location).open("rb") as stream:
        raw = stream.read(most + 1)
    if len(raw) > most:
        raise InputError(
            f"{location} is larger than {most // 2**20} MB, too large for one article; split it, or use .jsonl rows"
        )
    return raw


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
