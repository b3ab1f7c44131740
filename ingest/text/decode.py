"""Bytes to text: byte order marks, UTF-8, and older encodings by their look."""

import codecs
import re

from ingest.errors import InputError

# Beyond this a "text file" is a dump of something; rows are streamed and have no limit.
MOST_TEXT_BYTES = 64 * 2**20
# The share of control bytes in the first part of a file above which it is no text.
MOST_CONTROLS = 0.02
SAMPLE_BYTES = 64 * 1024
# charset-normalizer looks at this much of a file; more changes its guess seldom and its time much.
_GUESS_BYTES = 256 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF; give it the suffix .pdf"),
    (b"PK\x03\x04", "a zip archive (or .docx, .odt, .xlsx); unpack it or give it its own suffix"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a gzip archive; unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as .docx or .xlsx"),
    (b"{\\rtf", "a Rich Text file; give it the suffix .rtf"),
)
# Names that stand for a larger set of letters than they say; browsers read them so.
_LABELS = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift-jis": "cp932",
    "euc-kr": "cp949",
    "ks-c-5601-1987": "cp949",
    "tis-620": "cp874",
}
# Valid letters for each broken byte; the letters of other encodings are seldom UTF-8 by chance.
MOSTLY_UTF8 = 4
_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b") | {127})
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")


def decode(raw: bytes, where: str, *, told: str | None = None) -> str:
    """Decode the bytes of a text; raises InputError for what is no text. `where` names it in the message.

    `told` is the charset that the text says of itself. What the bytes are goes before it: pages that were converted
    often keep the name of their old encoding.
    """
    marked = _sniff_marks(raw[:_GUESS_BYTES], where)
    if marked:
        return raw.decode(marked, "replace")
    if raw.isascii():
        return raw.decode(_codec_of(told, raw) or "utf-8", "replace")
    if _is_utf8(raw):
        return raw.decode("utf-8")
    if _is_mostly_utf8(raw):
        return raw.decode("utf-8", _ONE_BYTE)
    return raw.decode(_codec_of(told, raw) or guess_encoding(raw), "replace")


def _codec_of(told: str | None, raw: bytes) -> str | None:
    """Name the codec of a charset that a text says of itself; None where its bytes are none of it."""
    name = (told or "").lower().replace("_", "-")
    name = _LABELS.get(name, name)
    if not name or name.startswith(("utf", "ucs")):
        return None
    if name == "cp1252":
        return name if _is_western(_HIGH_RUN.findall(raw[:_GUESS_BYTES])) else None
    try:
        raw.decode(name)
    except (LookupError, UnicodeError):
        return None
    return name


def _is_mostly_utf8(raw: bytes) -> bool:
    """Tell UTF-8 in which a few bytes are broken: cut letters, or a line pasted from an older file."""
    letters = len(_UTF8_LETTER.findall(raw))
    broken = len(_HIGH.findall(_UTF8_LETTER.sub(b"", raw)))
    return letters >= MOSTLY_UTF8 * max(1, broken)


def _one_byte(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as the code page of the West."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_ONE_BYTE = "newsdesk-one-byte"
codecs.register_error(_ONE_BYTE, _one_byte)


def sniff_encoding(head: bytes, where: str) -> str:
    """Name the encoding of a text by its first bytes: a codec name for `bytes.decode`.

    Raises InputError when the bytes look like no text at all.
    """
    return _sniff_marks(head, where) or ("utf-8" if _is_utf8(head, cut=True) else guess_encoding(head))


def _sniff_marks(head: bytes, where: str) -> str | None:
    """Name the encoding that a byte order mark or zero bytes tell; raises InputError for what is no text."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise InputError(f"{where} is not text but {what}")
    wide = _wide_without_mark(head[:SAMPLE_BYTES])
    if wide:
        return wide
    sample = head[:SAMPLE_BYTES]
    if len(sample.translate(None, _CONTROL)) < len(sample) * (1 - MOST_CONTROLS) - 2:
        raise InputError(f"{where} is a binary file, not text; export it as text, PDF or .docx")
    return None


def guess_encoding(raw: bytes) -> str:
    """Guess the encoding of bytes that are not UTF-8: GB18030 and its like, or a one-byte code page."""
    sample = raw[:_GUESS_BYTES]
    runs = _HIGH_RUN.findall(sample)
    if _is_western(runs):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=list(_CANDIDATES)).best()
    return best.encoding if best else "cp1252"


_CANDIDATES = (
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp1251", "koi8_r", "cp1250", "cp1252", "cp1253", "cp1254",
    "cp1255", "cp1256", "cp874",
)  # fmt: skip
# Letters of cp1252 that Western languages use; code pages of other languages have their letters elsewhere.
_WESTERN = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœ‘’“”–—…•€£©®°«»§·½¼¾¿¡™\xa0".encode("cp1252")
)


def _is_western(runs: list[bytes]) -> bool:
    """Tell whether high bytes stand alone between ASCII letters and are Western letters or typographic signs."""
    total = sum(map(len, runs))
    alone = sum(len(run) == 1 for run in runs)
    known = sum(byte in _WESTERN for run in runs for byte in run)
    return alone >= 0.8 * len(runs) and known >= 0.97 * total


def _is_utf8(raw: bytes, cut: bool = False) -> bool:
    """Tell whether bytes are UTF-8; with `cut` the last letter may be incomplete."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(raw, final=not cut)
    except UnicodeDecodeError:
        return False
    return True


def _wide_without_mark(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes, which stand in every other place."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) * 0.2:
        return None
    if even <= odd * 0.02:
        return "utf-16-le"
    return "utf-16-be" if odd <= even * 0.02 else None
