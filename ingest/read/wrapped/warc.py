"""Read web archives (WARC, plain or gzip): each page, and each text made of one (WET), is an article."""

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.errors import InputError
from ingest.raw import Failure, Media, Note, RawArticle
from ingest.read.html_page import read_html
from ingest.text.decode import decode

_GZIP = b"\x1f\x8b"
# A small file can unpack to a huge one.
MOST_UNPACKED_BYTES = 512 * 2**20
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: its own head, and what it holds."""

    head: dict[str, str]
    content: bytes


def read_warc(raw: bytes, where: str) -> Iterator[RawArticle | Failure | Note]:
    """Yield the article of each page in a web archive, and a note of how many records are none.

    Raises InputError for a file that is no archive or holds nothing to read, or is cut off before its first page.
    """
    others = 0
    pages: set[str] = set()
    texts: list[RawArticle] = []
    for record in _records(raw, where):
        page = _page(record)
        address = record.head.get("warc-target-uri", "").strip("<>")
        place = f"{where}#{address}"
        if record.head.get("warc-type") == "conversion" and _is_text(record):
            texts.append(_text(record, place, address))
            continue
        if page is None:
            others += record.head.get("warc-type") in ("response", "resource", "revisit", "conversion")
            continue
        pages.add(address)
        try:
            yield from read_html(page, place, address=address or None)
        except InputError as error:
            yield Failure(place, str(error))
    # The page itself says more than the text that was made of it.
    yield from (text for text in texts if not text.url or text.url not in pages)
    if not pages and not texts and not others:
        raise InputError(f"{where} holds no pages; there is nothing to read")
    if others:
        yield Note(where, f"{where}: {others:,} records that are no pages (pictures, redirects, errors) left out")


def _is_text(record: _Record) -> bool:
    return record.head.get("content-type", "").split(";")[0].strip().lower() == "text/plain" and bool(
        record.content.strip()
    )


def _text(record: _Record, place: str, address: str) -> RawArticle:
    """Read the plain text that an archiver made of a page (WET), whose first line is the page's title."""
    text = decode(record.content, place)
    return RawArticle(source=place, raw=record.content, text=text, media=Media.WARC, url=address or None)


def _records(raw: bytes, where: str) -> Iterator[_Record]:
    stream = _opened(raw)
    size = 0
    try:
        while line := stream.readline(4096):
            if not line.strip():
                continue
            if not line.startswith(b"WARC/"):
                raise InputError(f"{where} is not a web archive (WARC), or is damaged; save it again")
            head = _head(stream)
            length = int(head.get("content-length", "0"))
            size += length
            if size > MOST_UNPACKED_BYTES or length < 0:
                raise InputError(f"{where} unpacks to more than {MOST_UNPACKED_BYTES // 2**20} MB; split it")
            content = stream.read(length)
            if len(content) < length:
                raise InputError(f"{where} is cut off in the middle of a record; get it again")
            yield _Record(head, content)
    except (EOFError, zlib.error, gzip.BadGzipFile, ValueError) as error:
        raise InputError(f"{where} is a damaged web archive ({type(error).__name__}); get it again") from error


def _opened(raw: bytes) -> io.BufferedIOBase:
    stream = io.BytesIO(raw)
    return gzip.GzipFile(fileobj=stream) if raw.startswith(_GZIP) else stream


def _head(stream: io.BufferedIOBase) -> dict[str, str]:
    """Read "Name: value" lines up to a blank one; names in lower case."""
    found: dict[str, str] = {}
    while (line := stream.readline(64 * 1024)).strip():
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found.setdefault(name.strip().lower(), value.strip())
    return found


def _page(record: _Record) -> bytes | None:
    """Return the bytes of the page of a record; None for another kind of record, a redirect, an error."""
    kind = record.head.get("warc-type")
    if kind == "resource":
        return record.content if _is_page(record.head) else None
    if kind != "response" or not record.content.startswith(b"HTTP/"):
        return None
    stream = io.BytesIO(record.content)
    status = stream.readline(4096).split()
    head = _head(stream)
    answered = len(status) > 1 and status[1] == b"200" and _is_page(head)
    return _unpacked(stream.read(), head) if answered else None


def _is_page(head: dict[str, str]) -> bool:
    return head.get("content-type", "").split(";")[0].strip().lower() in _PAGES


def _unpacked(body: bytes, head: dict[str, str]) -> bytes | None:
    """Undo the transfer's chunks and packing; None for a packing that is not known."""
    if head.get("transfer-encoding", "").lower() == "chunked":
        body = _joined(body)
    packing = head.get("content-encoding", "identity").lower()
    if packing in ("gzip", "x-gzip", "deflate") and body:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32 if packing != "deflate" or body[:1] == b"\x78" else -15)
        return unpacker.decompress(body, MOST_UNPACKED_BYTES)
    return body if packing == "identity" else None


def _joined(body: bytes) -> bytes:
    """Join the chunks of a body; one that has none any more (some archivers join them) stays."""
    parts: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at)) >= 0:
        try:
            length = int(body[at:end].split(b";")[0], 16)
        except ValueError:
            return body if not parts else b"".join(parts)
        if length == 0:
            break
        parts.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
    return b"".join(parts) or body
