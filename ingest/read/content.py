"""Read the content of one file or page that is already in memory, by its media type; one file a format."""

from collections.abc import Iterator
from importlib import import_module

from ingest.errors import InputError
from ingest.raw import Failure, Media, Note, RawArticle
from ingest.text.decode import MOST_TEXT_BYTES

# Books scanned to PDF are large; beyond this it is no article.
MOST_FILE_BYTES = 256 * 2**20

READERS = {
    Media.TEXT: ("ingest.read.plain", "read_text", MOST_TEXT_BYTES),
    Media.MARKDOWN: ("ingest.read.markdown", "read_markdown", MOST_TEXT_BYTES),
    Media.HTML: ("ingest.read.html_page", "read_html", MOST_TEXT_BYTES),
    Media.PDF: ("ingest.read.pdf", "read_pdf", MOST_FILE_BYTES),
    Media.DOCX: ("ingest.read.office.docx", "read_docx", MOST_FILE_BYTES),
    Media.ODT: ("ingest.read.office.odt", "read_odt", MOST_FILE_BYTES),
    Media.RTF: ("ingest.read.office.rtf", "read_rtf", MOST_TEXT_BYTES),
    Media.XLSX: ("ingest.read.office.xlsx", "read_xlsx", MOST_FILE_BYTES),
    Media.JSON: ("ingest.read.json_file", "read_json", MOST_FILE_BYTES),
    Media.FEED: ("ingest.read.feed", "read_feed", MOST_TEXT_BYTES),
    Media.MAIL: ("ingest.read.wrapped.mail", "read_mail", MOST_TEXT_BYTES),
    Media.WARC: ("ingest.read.wrapped.warc", "read_warc", MOST_FILE_BYTES),
    Media.STREAM: ("ingest.read.wrapped.stream", "read_stream", MOST_TEXT_BYTES),
}


# Files whose text may be the export of an archive; pages, feeds and rows say themselves what an article of theirs is.
_MAY_BE_EXPORT = frozenset(Media) - {
    Media.HTML, Media.MARKDOWN, Media.XLSX, Media.JSON, Media.FEED, Media.MAIL, Media.WARC, Media.STREAM
}  # fmt: skip


def read_bytes(raw: bytes, where: str, media: Media) -> Iterator[RawArticle | Failure | Note]:
    """Read the content of one file or page that is already in memory; raises InputError when it is not readable."""
    if not raw.strip():
        raise InputError(f"{where} is empty; there is nothing to read")
    if media in (Media.JSONL, Media.CSV):
        from io import BytesIO

        from ingest.read.rows import read_csv, read_jsonl

        yield from (read_jsonl if media is Media.JSONL else read_csv)(BytesIO(raw), where)
        return
    module, name, _ = READERS[media]
    for found in getattr(import_module(module), name)(raw, where):
        if media in _MAY_BE_EXPORT and isinstance(found, RawArticle):
            from ingest.read.exports.split import split_export

            yield from split_export(found)
        else:
            yield found
