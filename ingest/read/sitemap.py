"""Read a sitemap: the addresses of the pages of a site, or of its other sitemaps (sitemaps.org, protocol 0.9)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin

from ingest.errors import InputError

# The root element stands within so many bytes.
_ROOT_BYTES = 64 * 1024
_ROOT = re.compile(rb"<(?:\w{1,20}:)?(?:urlset|sitemapindex)\b", re.IGNORECASE)
# What lists a video or a translation of a page reaches five; more is no sitemap.
_DEEPEST = 20
# A day as W3C writes it, perhaps with its time; such texts sort as their times do, but for time zones.
_TIME = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]{4,20}(?:Z|[+-]\d\d:\d\d)?)?)?)?")
_LOC, _CHANGED, _PRINTED = "loc", "lastmod", "publication_date"


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The addresses a sitemap lists, the latest first where it says when they changed, else in its order."""

    pages: tuple[str, ...]
    maps: tuple[str, ...]


@dataclass(slots=True)
class _Entry:
    is_map: bool
    said: dict[str, str] = field(default_factory=dict)

    @property
    def time(self) -> str:
        found = _TIME.fullmatch(self.said.get(_CHANGED) or self.said.get(_PRINTED, ""))
        return found.group() if found else ""


def is_sitemap(raw: bytes) -> bool:
    """Tell whether an XML file is a sitemap, by its root element."""
    return _ROOT.search(raw[:_ROOT_BYTES].replace(b"\0", b"")) is not None


def read_sitemap(raw: bytes, where: str) -> Sitemap:
    """Read the addresses a sitemap lists, each once; raises InputError where it is broken or declares entities."""
    from xml.parsers.expat import ExpatError

    reading = _Reading(where)
    try:
        reading.parser.Parse(raw, True)
    except (ExpatError, LookupError, ValueError) as error:
        raise InputError(f"{where} is a sitemap that is broken ({error}); name the pages that are wanted") from error
    entries = sorted(reading.entries, key=lambda entry: entry.time, reverse=True)
    return Sitemap(_addresses(entries, where, is_map=False), _addresses(entries, where, is_map=True))


def _addresses(entries: Sequence[_Entry], where: str, *, is_map: bool) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for entry in entries:
        if entry.is_map is is_map and (loc := entry.said.get(_LOC)):
            try:
                found[urldefrag(urljoin(where, loc)).url] = None
            except ValueError:  # as "http://[": no address
                continue
    return tuple(found)


class _Reading:
    """The handlers of one run of expat, which fetches nothing; entities, by which little can grow, are refused."""

    def __init__(self, where: str) -> None:
        from xml.parsers.expat import ParserCreate

        self.entries: list[_Entry] = []
        self._where = where
        self._path: list[str] = []
        self._words: list[str] = []
        self.parser = ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words.append
        self.parser.EntityDeclHandler = self._refuse

    def _start(self, name: str, _: object) -> None:
        local = name.rpartition(":")[2].lower()
        self._path.append(local)
        self._words.clear()
        if len(self._path) > _DEEPEST:
            raise InputError(f"{self._where} is nested too deep for a sitemap; it is not read")
        if len(self._path) == 2 and local in ("url", "sitemap"):
            self.entries.append(_Entry(local == "sitemap"))

    def _end(self, _: str) -> None:
        local = self._path.pop()
        # The address of a picture has the same name, and stands deeper.
        wanted = {1: ("url", "sitemap"), 2: (_LOC, _CHANGED), 3: (_PRINTED,)}
        depth = len(self._path)
        if depth > 1 and local in wanted.get(depth, ()) and self._path[1] in wanted[1]:
            self.entries[-1].said.setdefault(local, "".join(self._words).strip())
        self._words.clear()

    def _refuse(self, *_: object) -> None:
        raise InputError(f"{self._where} declares entities, which no sitemap needs; it is not read")
