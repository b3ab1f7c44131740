"""The functions that read text from outside, each as one that takes a text of any length."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from html import escape

from index.terms import extra_terms, query_terms
from ingest.copies import sign
from ingest.documents import prepare
from ingest.errors import InputError
from ingest.figures import extract_figures, find_periods
from ingest.head.fields import read_authors, read_day
from ingest.head.headline import read_head_line
from ingest.head.metadata import make_title, read_metadata
from ingest.head.page_facts import read_page_facts
from ingest.raw import Media, RawArticle
from ingest.read.content import read_bytes
from ingest.read.exports.split import read_export
from ingest.read.markdown import markdown_to_text
from ingest.read.pdf import mend_broken_words
from ingest.read.sitemap import read_sitemap
from ingest.text.chunks import cut_chunks
from ingest.text.clean import Cleaned, clean_text
from ingest.text.decode import decode
from ingest.text.markup import has_markup, markup_to_text
from ingest.text.sentences import split_sentences
from qa.chat_model.prompt import clean_data, instructs, parse_reply
from qa.desk import LONGEST_QUESTION
from qa.lexicon.names import find_names
from qa.lexicon.words import tokens
from qa.understand.question import understand

DAY = date(2024, 3, 7)
PROSE = "The harbour bridge reopened on Tuesday after fourteen months of repairs, the city said. "
_FEED = "<?xml version='1.0'?><rss version='2.0'><channel><item><description>{}</description></item></channel></rss>"
_FIELDS = ("text", "title", "author", "date", "source", "url", "summary")
Reader = Callable[[str], object]


def _reads(media: Media, wrap: Callable[[str], str]) -> Reader:
    """Return a reader of a file format, given what puts a text into such a file; a refusal is an answer too."""

    def read(text: str) -> None:
        with suppress(InputError):
            list(read_bytes(wrap(text).encode("utf-8", "replace"), "x", media))

    return read


def _decodes(text: str) -> None:
    with suppress(InputError):
        decode(text.encode("latin-1", "replace") + b"\xe9", "x")


def _reads_sitemap(text: str) -> None:
    with suppress(InputError):
        listed = f"<url><loc>{escape(text)}</loc><lastmod>{escape(text)}</lastmod></url>"
        read_sitemap(f"<urlset>{listed}</urlset>".encode("utf-8", "replace"), "https://vell.example/sitemap.xml")


def prepare_text(text: str) -> None:
    """Do all that is done with an article that was read."""
    with suppress(InputError):
        document = prepare(RawArticle("x", b"", text, Media.TEXT))
        for chunk in document.chunks:
            extra_terms(document.article.text[chunk.start : chunk.end])


FUNCTIONS: dict[str, Reader] = {
    "clean": clean_text,
    "decode": _decodes,
    "sentences": split_sentences,
    "chunks": lambda t: cut_chunks(t, split_sentences(t), title="x"),
    "figures": lambda t: extract_figures(t, published=DAY),
    "figures by sentence": lambda t: extract_figures(t, sentences=split_sentences(t), published=DAY),
    "periods": lambda t: find_periods(t, DAY),
    "metadata": lambda t: read_metadata(Cleaned(t, (t,))),
    "headline": lambda t: (read_head_line(t), make_title(t)),
    "fields": lambda t: (read_authors(t), read_authors(t[:1_900]), read_day(t)),
    "page facts": lambda t: read_page_facts(f"<html><head><title>x</title></head><body><h1>x</h1>{t}<p>{PROSE * 9}"),
    "markup": lambda t: (has_markup(t), markup_to_text(t)),
    "markdown": markdown_to_text,
    "export": read_export,
    "broken words": mend_broken_words,
    "signature": sign,
    "names": find_names,
    "words": tokens,
    "index terms": extra_terms,
    "query terms": query_terms,
    "understand": lambda t: understand(t[:LONGEST_QUESTION]),
    "reply": lambda t: parse_reply(t, ["S1"]),
    "evidence": lambda t: (instructs(t), clean_data(t, 1_500)),
    "read text": _reads(Media.TEXT, lambda t: t),
    "read markdown": _reads(Media.MARKDOWN, lambda t: f"---\ntitle: {t}\n---\n{PROSE}"),
    "read page": _reads(Media.HTML, lambda t: f"<html><body><article><p>{PROSE * 2}</p><p>{t}</p></article></body>"),
    "read rtf": _reads(Media.RTF, lambda t: "{\\rtf1\\ansi " + t),
    "read json": _reads(Media.JSON, lambda t: json.dumps(dict.fromkeys(_FIELDS, t))),
    "read rows": _reads(Media.JSONL, lambda t: json.dumps({"text": PROSE, "byline": t, "publishedAt": t}) + "\n" + t),
    "read csv": _reads(Media.CSV, lambda t: f"text,title\n{t}"),
    "read csv header": _reads(Media.CSV, lambda t: t),
    "read feed": _reads(Media.FEED, lambda t: _FEED.format(escape(t))),
    "read sitemap": _reads_sitemap,
    "read broken feed": _reads(Media.FEED, _FEED.format),
    "read mail": _reads(Media.MAIL, lambda t: f"From: a@b.c\nSubject: x\n\n{t}"),
    "read mail head": _reads(Media.MAIL, lambda t: f"From: {t}\nSubject: {t}\nTo: x@y.z\n\n{PROSE}"),
    "read mail of html": _reads(Media.MAIL, lambda t: f"From: a@b.c\nSubject: x\nContent-Type: text/html\n\n<p>{t}"),
    "read stream": _reads(Media.STREAM, lambda t: t),
}
