"""Read Word files (.docx)."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from ingest.errors import InputError
from ingest.raw import Media, RawArticle

# A small file can unpack to a huge one; no article does.
MOST_UNPACKED_BYTES = 256 * 2**20
_TITLE_STYLES = ("title", "titel", "titre", "título", "heading 1")


def read_docx(raw: bytes, where: str) -> Iterator[RawArticle]:
    """Yield the one article of a Word file: paragraphs and tables in order.

    The file's own dates and author say who typed it and when, and are left alone.
    """
    _check_size(raw, where)
    try:
        title, text = _content(raw)
    except Exception as error:  # zip, XML and python-docx raise errors of many kinds over damaged files
        raise InputError(f"{where} cannot be read as a Word file ({type(error).__name__}); save it again") from error
    if not text.strip():
        raise InputError(f"{where} holds no text; there is nothing to read")
    yield RawArticle(source=where, raw=raw, text=text, media=Media.DOCX, title=title)


def _check_size(raw: bytes, where: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            size = sum(item.file_size for item in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise InputError(f"{where} is not a .docx file, or is damaged; save it again") from error
    if size > MOST_UNPACKED_BYTES:
        raise InputError(f"{where} unpacks to more than {MOST_UNPACKED_BYTES // 2**20} MB; it is not read")


def _content(raw: bytes) -> tuple[str | None, str]:
    from docx import Document
    from docx.table import Table

    title: str | None = None
    blocks: list[str] = []
    for part in Document(BytesIO(raw)).iter_inner_content():
        if isinstance(part, Table):
            blocks.append("\n".join(" | ".join(cell.text.strip() for cell in row.cells) for row in part.rows))
            continue
        style = (part.style.name or "").lower() if part.style is not None else ""
        if title is None and style in _TITLE_STYLES and part.text.strip() and len(blocks) < 3:
            title = part.text.strip()
        bullet = "- " if style.startswith("list") and part.text.strip() else ""
        blocks.append(bullet + part.text.strip())
    return title, "\n\n".join(block for block in blocks if block)
