"""Over many documents of all formats: each word of a story stands in its article, or is told to be left out."""

from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest

from ingest.documents import prepare
from ingest.raw import Media, RawArticle
from ingest.read.content import read_bytes
from tests.ingest.words import office_makers as office
from tests.ingest.words import plain_makers as plain
from tests.ingest.words import printed_makers as printed
from tests.ingest.words.bodies import Story, make_story, words

SEEDS = range(5)
FORMS: dict[str, tuple[Media, Callable[[Story], bytes]]] = {
    "text": (Media.TEXT, plain.text),
    "text in lines": (Media.TEXT, partial(plain.text, newline="\r\n", width=72)),
    "text in UTF-16": (Media.TEXT, partial(plain.text, encoding="utf-16")),
    "markdown": (Media.MARKDOWN, plain.markdown),
    "markdown, other signs": (Media.MARKDOWN, partial(plain.markdown, bullet="*", underlined=True)),
    "page": (Media.HTML, plain.page),
    "page of div": (Media.HTML, partial(plain.page, tag="div")),
    "page in Latin-1": (Media.HTML, partial(plain.page, encoding="iso-8859-1")),
    "page by markdown-it": (Media.HTML, plain.rendered_page),
    "page by lxml": (Media.HTML, plain.built_page),
    "json": (Media.JSON, plain.rows_json),
    "jsonl": (Media.JSONL, partial(plain.rows_json, lines=True)),
    "jsonl by pandas": (Media.JSONL, plain.rows_jsonl_pandas),
    "csv": (Media.CSV, plain.rows_csv),
    "csv as Excel writes it": (Media.CSV, partial(plain.rows_csv, delimiter=";", encoding="utf-8-sig")),
    "tsv": (Media.CSV, partial(plain.rows_csv, delimiter="\t")),
    "csv by pandas": (Media.CSV, plain.rows_csv_pandas),
    "rss": (Media.FEED, plain.rss),
    "atom by ElementTree": (Media.FEED, plain.atom),
    "json feed": (Media.JSON, plain.json_feed),
    "warc": (Media.WARC, plain.warc),
    "warc in chunks": (Media.WARC, partial(plain.warc, chunked=True, packed=False)),
    "docx by python-docx": (Media.DOCX, office.docx_library),
    "docx": (Media.DOCX, office.docx_hand),
    "docx in pieces": (Media.DOCX, partial(office.docx_hand, pieces=3)),
    "docx of controls and links": (Media.DOCX, office.docx_wrapped),
    "odt": (Media.ODT, office.odt_hand),
    "odt of spans": (Media.ODT, partial(office.odt_hand, spans=True)),
    "rtf": (Media.RTF, office.rtf_hand),
    "rtf in Unicode": (Media.RTF, partial(office.rtf_hand, unicode=True)),
    "xlsx": (Media.XLSX, office.xlsx_rows),
    "xlsx with shared words": (Media.XLSX, partial(office.xlsx_rows, shared=True)),
    "xlsx with shared runs": (Media.XLSX, partial(office.xlsx_rows, shared=True, runs=True)),
    "xlsx of a table": (Media.XLSX, office.xlsx_table),
    "pdf": (Media.PDF, printed.pdf_hand),
    "pdf in one go": (Media.PDF, partial(printed.pdf_hand, at_once=True)),
    "pdf of two columns": (Media.PDF, partial(printed.pdf_hand, columns=2)),
    "mail": (Media.MAIL, printed.mail_plain),
    "mail in base64": (Media.MAIL, partial(printed.mail_plain, cte="base64")),
    "mail of HTML": (Media.MAIL, printed.mail_html),
    "mail of both, by MIMEText": (Media.MAIL, printed.mail_legacy),
}


def read(raw: bytes, media: Media) -> tuple[Counter[str], list[str]]:
    """Return the words of all articles of a file, and what is told of them."""
    found: Counter[str] = Counter()
    told: list[str] = []
    for item in read_bytes(raw, f"a.{media}", media):
        if isinstance(item, RawArticle):
            article = prepare(item).article
            found += words(f"{article.title}\n{article.text}")
            told += item.notes
        else:
            told.append(item.reason)
    return found, told


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", FORMS)
def test_no_word_is_lost(form: str, seed: int) -> None:
    media, make = FORMS[form]
    story = make_story(seed)
    found, told = read(make(story), media)
    assert not story.words() - found, told
    assert not told


def test_every_format_is_among_them() -> None:
    assert {media for media, _ in FORMS.values()} == set(Media) - {Media.STREAM}
    assert len(FORMS) * len(SEEDS) >= 200
