"""Make articles of a text that is the export of an archive; every other text stays the one article it is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from ingest.raw import Failure, Note, RawArticle
from ingest.read.exports.factiva import read_factiva
from ingest.read.exports.factiva_plain import read_factiva_plain
from ingest.read.exports.nexis import read_nexis
from ingest.read.exports.parts import Export, Found, unwrap_paragraphs, wrap_width_of
from ingest.read.exports.proquest import read_proquest

_ARCHIVES: tuple[Callable[[list[str]], Export | None], ...] = (
    read_proquest,
    read_factiva,
    read_nexis,
    read_factiva_plain,
)

_LINE_END = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")

_FILLED = re.compile(r"[^\W_][^\n]*")


def split_export(whole: RawArticle) -> Iterator[RawArticle | Note | Failure]:
    """Yield the articles of an export, then one note of what was left out; a text that is none as it came."""
    export = read_export(whole.text)
    if export is None:
        yield whole
        return
    width = wrap_width_of(export.articles)
    count = 0
    for number, found in enumerate(export.articles, 1):
        place = f"{whole.source}#{number}"
        text = unwrap_paragraphs(found.lines, width)
        if text:
            count += 1
            yield _article(whole, found, text, place)
        else:
            yield Failure(place, f"{whole.source} article {number}: the export has no text of it; export its full text")
    left_out = len(_FILLED.findall(whole.text)) - sum(found.kept for found in export.articles)
    yield Note(whole.source, f"{whole.source}: {_say(export.archive, count, max(left_out, 0))}")


def read_export(text: str) -> Export | None:
    """Read a text as the export of an archive; None when it is none."""
    plain = text.replace("\ufeff", "").replace("\xa0", " ").replace("\t", "  ")
    lines = [line.rstrip() for line in _LINE_END.split(plain)]
    return next((export for read in _ARCHIVES if (export := read(lines)) and export.articles), None)


def _article(whole: RawArticle, found: Found, text: str, place: str) -> RawArticle:
    """Make the raw article; its bytes are its own part of the file, so that a change of another leaves it alone."""
    stated = (found.title, found.publisher, *found.authors, str(found.published or ""))
    return replace(
        whole,
        source=place,
        raw="\n".join([*(word for word in stated if word), text]).encode("utf-8", "replace"),
        text=text,
        title=found.title,
        publisher=found.publisher,
        authors=found.authors,
        published=found.published,
        notes=tuple(found.notes),
    )


def _say(archive: str, count: int, left_out: int) -> str:
    articles = "1 article" if count == 1 else f"{count:,} articles"
    lines = "1 line" if left_out == 1 else f"{left_out:,} lines"
    return f"{articles} of a {archive} export; {lines} of fields, index terms, rights and page marks left out"
