"""The marks and letters of Rich Text, in order."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|(?P<rest>[\r\n]+|\\)",
    re.DOTALL,
)


class Token(NamedTuple):
    """One control word with its number, one sign behind a backslash, one brace, or a run of bytes."""

    kind: str
    """word, sign, brace or bytes"""
    value: str = ""
    number: int | None = None
    data: bytes = b""


def read_tokens(raw: bytes) -> Iterator[Token]:
    """Yield the tokens; embedded binary data and line ends of the file are left out."""
    at = 0
    while match := _TOKEN.match(raw, at):
        at = match.end()
        if match["word"]:
            word = match["word"].decode("ascii")
            number = int(match["number"]) if match["number"] else None
            if word == "bin":
                at += max(0, number or 0)
            else:
                yield Token("word", word, number)
        elif match["hex"]:
            yield Token("bytes", "hex", None, bytes([int(match["hex"], 16)]))
        elif match["sign"]:
            yield Token("sign", match["sign"].decode("latin-1"))
        elif match["brace"]:
            yield Token("brace", match["brace"].decode("ascii"))
        elif match["text"]:
            yield Token("bytes", "", None, match["text"])


# Character sets of fonts, by their number in the font table.
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


def charset_codec(number: int | None, default: str) -> str:
    """Name the codec of a font's character set."""
    return _CHARSETS.get(number or 0, default)


def page_codec(word: str, number: int | None) -> str | None:
    """Name the codec that "ansicpg1251" or "mac" sets for a file; None for other words and pages unknown."""
    if word != "ansicpg":
        return _PAGES.get(word)
    name = {65001: "utf-8", 10000: "mac_roman", 936: "gbk", 949: "cp949", 950: "big5"}.get(number or 0, f"cp{number}")
    try:
        b"".decode(name)
    except LookupError:
        return None
    return name
