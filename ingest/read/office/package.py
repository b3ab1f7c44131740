"""Open office files, which are zip archives of XML, within limits that no article needs."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ingest.errors import InputError

# A small file can unpack to a huge one; no article does.
MOST_UNPACKED_BYTES = 256 * 2**20
MOST_PART_BYTES = 64 * 2**20
# The list of parts is read before anything else and may be as long as the file; office files have some hundred parts.
MOST_PARTS = 20_000
MOST_LIST_BYTES = 4 * 2**20
# 64 MB of "<a/>" would be 16 million elements, and each takes some 200 bytes; a sheet of 200,000 rows has two million.
MOST_ELEMENTS = 4_000_000
# Text boxes in cells of nested tables reach 40; a reader calls itself once a level.
DEEPEST = 150
_BRACES = re.compile(r"\{[^}]*\}")


class Package:
    """An open office file. `kind` is what messages call it: "a .docx file"."""

    def __init__(self, raw: bytes, where: str, kind: str) -> None:
        self.where = where
        self.kind = kind
        if _list_bytes(raw) > MOST_LIST_BYTES:
            raise InputError(f"{where} holds more than {MOST_PARTS:,} parts; it is not read")
        try:
            self._archive = zipfile.ZipFile(BytesIO(raw))
            size = sum(item.file_size for item in self._archive.infolist())
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            locked = " (or is protected by a password)" if raw.startswith(b"\xd0\xcf\x11\xe0") else ""
            raise InputError(f"{where} is not {kind}, or is damaged{locked}; save it again") from error
        if len(self._archive.infolist()) > MOST_PARTS:
            raise InputError(f"{where} holds more than {MOST_PARTS:,} parts; it is not read")
        if size > MOST_UNPACKED_BYTES:
            raise InputError(f"{where} unpacks to more than {MOST_UNPACKED_BYTES // 2**20} MB; it is not read")

    def names(self) -> list[str]:
        """List the parts of the file."""
        return self._archive.namelist()

    def read(self, name: str) -> bytes | None:
        """Unpack one part, None where there is none of that name; raises InputError for a damaged one."""
        try:
            item = self._archive.getinfo(name)
        except KeyError:
            return None
        if item.file_size > MOST_PART_BYTES:
            raise InputError(f"{self.where} holds a part of more than {MOST_PART_BYTES // 2**20} MB; it is not read")
        try:
            return self._archive.read(item)
        except Exception as error:  # zipfile and its decoders raise errors of many kinds over damaged parts
            raise self.damaged(error) from error

    def parse(self, name: str) -> Element | None:
        """Parse one part; its names come without namespaces. None where there is none.

        Raises InputError where it is no XML, or XML that no office program writes.
        """
        content = self.read(name)
        if content is None:
            return None
        parser = ElementTree.XMLParser(target=_Builder())
        try:
            parser.feed(content)
            root: Any = parser.close()
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise self.damaged(error) from error
        return root if isinstance(root, Element) else None

    def related(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Yield the parts that a part names as its relations: id, kind ("footnotes") and name."""
        folder, file = dirname(name), name.rpartition("/")[2]
        relations = self.parse(join(folder, "_rels", f"{file}.rels"))
        for one in relations if relations is not None else ():
            if one.get("TargetMode") != "External":
                target = one.get("Target", "")
                full = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
                yield one.get("Id", ""), one.get("Type", "").rpartition("/")[2], full

    def damaged(self, error: Exception | None = None) -> InputError:
        """Make the error for a part that cannot be read."""
        why = f" ({type(error).__name__})" if error else ""
        return InputError(f"{self.where} cannot be read as {self.kind}{why}; save it again, without a password")


def _list_bytes(raw: bytes) -> int:
    """Return how long the list of an archive's parts says it is, in bytes (its last record, bytes 12 to 16)."""
    at = raw.rfind(b"PK\x05\x06", max(0, len(raw) - 66_000))
    return int.from_bytes(raw[at + 12 : at + 16], "little") if at >= 0 else 0


class _Builder(ElementTree.TreeBuilder):
    """Builds a tree without namespaces, and refuses what only an attack has: entities and endless depth."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._count = 0

    def start(self, tag: Any, attrs: Any) -> Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST or self._count > MOST_ELEMENTS:
            raise ValueError("nested too deep, or too many elements")
        return super().start(_bare(tag), {_bare(name): value for name, value in attrs.items()})

    def end(self, tag: Any) -> Element:
        self._depth -= 1
        return super().end(_bare(tag))

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise ValueError("a document type is declared")


def _bare(name: str) -> str:
    return _BRACES.sub("", name, count=1) if name[:1] == "{" else name
