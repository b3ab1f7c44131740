"""Inputs that once hung newsdesk, and the seconds of one core they may take: `python -m tests.growth` prints them."""

import json
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from index.terms import extra_terms, query_terms
from ingest.documents import prepare
from ingest.errors import InputError
from ingest.figures import extract_figures
from ingest.raw import Media, RawArticle
from ingest.read.content import read_bytes
from ingest.read.pdf import mend_broken_words
from qa.chat_model.prompt import parse_reply
from qa.understand.followup import complete
from qa.understand.question import understand

PROSE = "The harbour bridge reopened on Tuesday after fourteen months of repairs, the city said. "


class Cost(NamedTuple):
    """An input and what is done with it."""

    name: str
    run: Callable[[], object]
    most: float
    """Seconds of one core: several times what it takes on a slow one, a small part of what it once took."""


def _whole(text: str) -> Callable[[], object]:
    """Return what reads an article from its text to the terms of the index."""

    def run() -> None:
        document = prepare(RawArticle("x", b"", text, Media.TEXT))
        for chunk in document.chunks:
            extra_terms(document.article.text[chunk.start : chunk.end])

    return run


def _file(raw: bytes, media: Media) -> Callable[[], object]:
    def run() -> None:
        with suppress(InputError):
            list(read_bytes(raw, "x", media))

    return run


def _ask(question: str) -> Callable[[], object]:
    return lambda: (understand(question), query_terms(question), complete(question, [question]))


def make_pdf(text: bytes) -> bytes:
    """Make a PDF of one page that shows a text and a line more, packed: 40,000 letters take some 700 bytes.

    It is turned by a quarter, so that the places of its words are not used and its lines are mended as they are.
    """
    packed = zlib.compress(b"BT /F1 10 Tf 0 1 -1 0 9 9 Tm (" + text + b") Tj 0 -30 Td (b) Tj ET", 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
    ]
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%b endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%btrailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return made + end % (table, len(made))


DEEP_FEED = b"<rss version='2.0'><channel><item>" + b"<a>" * 400_000
METAS = "<html><head>" + "<meta name='k' content='v'>" * 118_000 + f"</head><body><p>{PROSE * 5}"
BLANK_ROW = json.dumps({"text": f"a{' ' * 60_000}b", "author": f"a{' ' * 60_000}b"}).encode()
COSTS = (
    Cost("figures of 80,000 blanks", lambda: extract_figures(" " * 80_000), 0.3),
    Cost("figures of 80,000 no-break spaces", lambda: extract_figures("\u00a0" * 80_000), 0.3),
    Cost("a PDF of one word of 40,000 letters", _file(make_pdf(b"x" * 40_000), Media.PDF), 3),
    Cost("1 MB of lines that end in hyphens", lambda: mend_broken_words("ab-\n" * 250_000), 6),
    Cost("one line of 1.1 MB", _whole(PROSE * 12_500), 20),
    Cost("one word of 3 MB", _whole("x" * 3_000_000), 15),
    Cost("270 kB of nested quotation marks", _whole("“a ‘b " * 22_500 + "’ ”" * 45_000), 10),
    Cost("a row of 200,000 dots", _whole("It said" + "." * 200_000 + "4"), 4),
    Cost("a feed nested 1.2 MB deep", _file(DEEP_FEED, Media.FEED), 1),
    Cost("a page with 3.2 MB of meta tags", _file(METAS.encode(), Media.HTML), 4),
    Cost("a row with 60,000 blanks in its fields", _file(BLANK_ROW, Media.JSON), 1),
    Cost("a question that is one word of 1,990 letters", _ask("x" * 1_990), 0.2),
    Cost("a question of 990 words", _ask("a " * 990), 0.3),
    Cost("a chat model's reply of 32,000 line ends", lambda: parse_reply("\n" * 32_000, ["S1"]), 0.3),
)
