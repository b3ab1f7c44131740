"""Read what comes in on standard input: an article, rows of JSON, or a file by its first bytes."""

import json
from collections.abc import Iterator

from ingest.errors import InputError
from ingest.raw import Failure, Media, Note, RawArticle
from ingest.read.content import read_bytes
from ingest.text.decode import MOST_TEXT_BYTES

_MAGIC = ((b"%PDF-", Media.PDF), (b"PK\x03\x04", Media.DOCX))
_HEAD_BYTES = 2048


def read_stream(raw: bytes, where: str) -> Iterator[RawArticle | Failure | Note]:
    """Yield the articles of a stream; raises InputError when it is empty, too long or unreadable."""
    if len(raw) > MOST_TEXT_BYTES:
        raise InputError(f"{where} is longer than {MOST_TEXT_BYTES // 2**20} MB; save it as a file and name it")
    yield from read_bytes(raw, where, sniff_media(raw))


def sniff_media(raw: bytes) -> Media:
    """Tell by the first bytes what a stream is; plain text where nothing says otherwise."""
    head = raw[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for magic, media in _MAGIC:
        if raw.startswith(magic):
            return media
    if head.startswith((b"<!doctype html", b"<html")):
        return Media.HTML
    if head.startswith((b"<?xml", b"<rss", b"<feed")):
        return Media.FEED
    if head.startswith((b"{", b"[")):
        return _json_media(raw)
    return Media.TEXT


def _json_media(raw: bytes) -> Media:
    """Tell one JSON document from rows, one a line: each of the first lines is whole by itself."""
    lines = [line for line in raw.split(b"\n") if line.strip()]
    if len(lines) < 2:
        return Media.JSON
    try:
        json.loads(lines[0])
    except (ValueError, RecursionError):
        return Media.JSON
    return Media.JSONL
