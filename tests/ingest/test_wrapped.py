"""Mails, web archives, standard input and sitemaps: what they hold is read, the rest said."""

import gzip
import io
import json
import sys
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.documents import prepare
from ingest.errors import InputError
from ingest.raw import Failure, Media, Note, RawArticle
from ingest.read.content import read_bytes
from ingest.read.source import read_source
from ingest.read.wrapped.stream import sniff_media
from ingest.sources import discover, media_of

TEXT = "The mill at Vell will close with the loss of 70 posts, its owner said on Thursday."
MORE = "Its owner lost 3 million crowns last year, and the town will lose its biggest payer of taxes."
FOOT = "You are receiving this email because you signed up in 2019.\n\nUnsubscribe\n\nVell Press, 12 Quay Street"


def mail(text: str | None = None, html: str | None = None, **headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {
        "Subject": "Mill to close", "From": "Vell Observer <news@vell.example>", "To": "reader@desk.example",
        "Date": "Thu, 08 Jun 2023 23:30:00 -0500",
    }  # fmt: skip
    for name, value in (given | headers).items():
        if value:
            message[name] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        (message.add_alternative if text is not None else message.set_content)(html, subtype="html")
    return message


def quoted(charset: str, body: bytes) -> bytes:
    head = "Subject: Mill to close\nFrom: Vell Observer <a@b.example>\nDate: 8 Jun 2023 10:00:00 +0200\n"
    head += f"MIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n"
    head += "Content-Transfer-Encoding: quoted-printable\n\n"
    return head.encode() + body


ROW = "<table role='presentation'><tr><td>{}</td><td>{}</td></tr></table>"
FORWARDED = f"""FYI

---------- Forwarded message ---------
From: Vell Observer <news@vell.example>
Date: Thu, 8 Jun 2023 at 10:00
Subject: Mill to close
To: <reader@desk.example>

{TEXT}
"""
HEAD_LINES = ["From: Vell Observer &lt;news@vell.example&gt;", "Sent: Thursday, June 8, 2023 7:00 AM", "To: Ann",
              "Subject: Mill to close"]  # fmt: skip
IN_GERMAN = """Von: Vell Observer <news@vell.example>
Gesendet: Donnerstag, 8. Juni 2023 07:00
An: Ann
Betreff: Mill to close
"""


def outlook(joint: str) -> str:
    return f"<p>See this!</p><hr><p>{joint.join(f'<b>{line}' for line in HEAD_LINES)}</p><p>{TEXT}</p>"


BOTH = f"{TEXT}\n\n{MORE}"
# fmt: off
MAILS = [
    ("plain text", mail(f"{BOTH}\n").as_bytes(), BOTH),
    ("HTML alone", mail(html=f"<p>{TEXT}</p><p>{MORE}</p>").as_bytes(), BOTH),
    (
        "a plain part that holds nothing",
        mail("Read this in your browser.", f"<p>{TEXT}</p><p>{MORE}</p>").as_bytes(),
        BOTH,
    ),
    ("both parts whole", mail(BOTH, f"<p>{TEXT}</p><p>{MORE}</p>").as_bytes(), BOTH),
    ("tables that lay out", mail(html=ROW.format(f"<p>{TEXT}</p>", f"<p>{MORE}</p>")).as_bytes(), BOTH),
    ("words that are not shown", mail(html=f"<div style='display:none'>Peek</div><p>{TEXT}</p>").as_bytes(), TEXT),
    ("a footer", mail(f"{BOTH}\n\n{FOOT}\n").as_bytes(), BOTH),
    ("a line to the browser", mail(f"View this email in your browser\n\n{BOTH}\n").as_bytes(), BOTH),
    ("the sender's address", mail(f"{BOTH}\n\n--\nVell Press, 12 Quay Street\nManage preferences\n").as_bytes(), BOTH),
    ("an address at the end", mail(f"{BOTH}\n\nVell Press | 2nd floor, 8 Mill Lane, Vell\n").as_bytes(), BOTH),
    ("a line that is paid for", mail(f"{TEXT}\n\nSponsored: Win 90 crowns!\n\n{MORE}\n").as_bytes(), BOTH),
    ("a block that is paid for",
     mail(f"{TEXT}\n\nADVERTISEMENT\n12 lamps for 9 crowns\nAt Lux & Co\n\n{MORE}\n").as_bytes(), BOTH),
    ("a paragraph that sells", mail(f"{TEXT}\n\nAdvertisement\n\nGet 30% off lamps\n\n{MORE}\n").as_bytes(), BOTH),
    ("a mark between paragraphs", mail(f"{TEXT}\n\nAdvertisement\n\n{MORE}\n").as_bytes(), BOTH),
    ("the time that reading takes", mail(f"{TEXT}\n\nRead more (4 min): https://vell.example/7\n\n{MORE}\n").as_bytes(),
     BOTH),
    ("a street in the news", mail(f"{TEXT}\n\nThe fire at 12 Quay Street began at noon.\n").as_bytes(),
     f"{TEXT}\n\nThe fire at 12 Quay Street began at noon."),
    (
        "addresses of links",
        mail(f"{TEXT} <https://vell.example/t/9812>\n\nhttps://vell.example/77\n\n{MORE}").as_bytes(),
        BOTH,
    ),
    (
        "quoted-printable",
        quoted("utf-8", b"M=C3=BChle schlie=C3=9Ft mit 70=\n Posten."),
        "Mühle schließt mit 70 Posten.",
    ),
    ("another charset", quoted("iso-8859-1", b"M=FChle schlie=DFt."), "Mühle schließt."),
    ("a charset nobody knows", quoted("x-own", b"M=FChle schlie=DFt heute."), "Mühle schließt heute."),
    ("a charset that is not so", quoted("utf-8", b"M=FChle schlie=DFt heute."), "Mühle schließt heute."),
    ("sent on", mail(FORWARDED, Subject="Fwd: Mill to close", From="Ann <ann@desk.example>").as_bytes(), TEXT),
    ("sent on as HTML", mail(html=outlook("<br>"), Subject="FW: Mill to close", From="Ann").as_bytes(), TEXT),
    ("sent on, a paragraph a line", mail(html=outlook("</p><p>"), Subject="Fwd: x", From="Ann").as_bytes(), TEXT),
    ("sent on in German", mail(f"{IN_GERMAN}\n{TEXT}", Subject="WG: Mill to close", From="Ann").as_bytes(), TEXT),
    ("an encoded subject", mail(TEXT, Subject="=?utf-8?q?Mill_to_close?=").as_bytes(), TEXT),
]
# fmt: on


@pytest.mark.parametrize(("name", "raw", "text"), MAILS, ids=[row[0] for row in MAILS])
def test_mails(name: str, raw: bytes, text: str) -> None:
    found = list(read_bytes(raw, "a.eml", Media.MAIL))
    assert isinstance(found[0], RawArticle), name
    article = prepare(found[0]).article
    assert (article.title, article.publisher, article.published, article.text) == (
        "Mill to close", "Vell Observer", date(2023, 6, 8), text
    ), name  # fmt: skip
    assert all(isinstance(item, Note) for item in found[1:])


SUBJECTS = [("Fire: mill to close", "Fire: mill to close"), ("Re: Fwd: Mill to close", "Mill to close")]


@pytest.mark.parametrize(("subject", "title"), SUBJECTS)
def test_a_subject_loses_only_the_marks_before_it(subject: str, title: str) -> None:
    (found,) = read_bytes(mail(TEXT, Subject=subject).as_bytes(), "a.eml", Media.MAIL)
    assert isinstance(found, RawArticle) and found.title == title


def test_lines_like_a_head_in_a_mail_of_ones_own_are_text() -> None:
    text = f"{IN_GERMAN}\n{TEXT}"
    (found,) = read_bytes(mail(text).as_bytes(), "a.eml", Media.MAIL)
    assert isinstance(found, RawArticle) and found.text == text


def test_what_a_mail_leaves_out_is_said() -> None:
    message = mail(f"{BOTH}\n\n{FOOT}\n")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="plan.pdf")
    _, foot, files = read_bytes(message.as_bytes(), "a.eml", Media.MAIL)
    assert isinstance(foot, Note) and foot.reason.startswith("a.eml: 3 lines of the newsletter's own")
    assert isinstance(files, Note) and "attached files are not read (plan.pdf)" in files.reason


def test_a_mail_in_a_mail_is_an_article_of_its_own() -> None:
    outer = mail("Two for you.", Subject="Two")
    outer.add_attachment(mail(TEXT))
    found = [item for item in read_bytes(outer.as_bytes(), "a.eml", Media.MAIL) if isinstance(item, RawArticle)]
    assert [(item.title, item.source) for item in found] == [("Two", "a.eml"), ("Mill to close", "a.eml#1")]


def test_a_mail_without_name_and_day_has_neither() -> None:
    (found,) = read_bytes(mail(TEXT, From="news@vell.example", Date="").as_bytes(), "a.eml", Media.MAIL)
    assert isinstance(found, RawArticle)
    assert (found.publisher, found.published) == ("vell.example", None)


@pytest.mark.parametrize(("raw", "words"), [(b"just words", "is not a mail"), (mail("").as_bytes(), "holds no text")])
def test_no_mail(raw: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        list(read_bytes(raw, "a.eml", Media.MAIL))


HEAD = "<html><head><title>Mill to close</title></head>"
PAGE = f"{HEAD}<body><h1>Mill to close</h1><p>{TEXT}</p><p>{MORE}</p></body></html>"
FEED = f"<rss version='2.0'><channel><item><description>{TEXT}</description></item></channel></rss>"


def record(kind: str, address: str, content: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Length: {len(content)}\r\n\r\n"
    return head.encode() + content + b"\r\n\r\n"


def answer(body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", **more: str) -> bytes:
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in ({"Content-Type": kind} | more).items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


CHUNKED = f"{len(PAGE) - 20:x}\r\n{PAGE[:-20]}\r\n14\r\n{PAGE[-20:]}\r\n0\r\n\r\n".encode()
BODIES = [
    ("as it is", answer(PAGE.encode())),
    ("in chunks", answer(CHUNKED, Transfer_Encoding="chunked")),
    ("said to be in chunks", answer(PAGE.encode(), Transfer_Encoding="chunked")),
    ("packed", answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")),
]


@pytest.mark.parametrize(("name", "content"), BODIES, ids=[row[0] for row in BODIES])
@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive(tmp_path: Path, name: str, content: bytes, packed: bool) -> None:
    records = [
        record("warcinfo", "", b"software: x\r\n"),
        record("request", "https://vell.example/mill", b"GET /mill HTTP/1.1\r\n\r\n"),
        record("response", "https://vell.example/mill", content),
        record("response", "https://vell.example/old", answer(b"moved", "301 Moved")),
        record("response", "https://vell.example/a.png", answer(b"\x89PNG", kind="image/png")),
    ]
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(b"".join(gzip.compress(one) if packed else one for one in records))
    (source,) = discover([path])
    page, note = read_source(source)
    assert isinstance(page, RawArticle) and isinstance(note, Note)
    article = prepare(page).article
    assert (article.title, article.text, article.url) == ("Mill to close", BOTH, "https://vell.example/mill"), name
    assert "2 records that are no pages" in note.reason


TEXTS = [
    ([("conversion", "https://vell.example/mill")], ["conversion"], "the text of a page alone"),
    ([("conversion", "https://vell.example/mill"), ("response", "https://vell.example/mill")], ["response"],
     "the page is there too"),
    ([("response", "https://vell.example/fire"), ("conversion", "https://vell.example/mill")],
     ["response", "conversion"], "of two pages"),
]  # fmt: skip


@pytest.mark.parametrize(("records", "read", "reason"), TEXTS, ids=[row[2] for row in TEXTS])
def test_texts_of_a_web_archive(records: list[tuple[str, str]], read: list[str], reason: str) -> None:
    bodies = {"response": answer(PAGE.encode()), "conversion": f"Mill to close\n{TEXT}\n{MORE}\n".encode()}
    whole = b"".join(
        record(kind, address, bodies[kind]).replace(b"Content-Length", b"Content-Type: text/plain\r\nContent-Length", 1)
        for kind, address in records
    )
    found = list(read_bytes(whole, "a.warc.wet", Media.WARC))
    articles = [prepare(item).article for item in found if isinstance(item, RawArticle)]
    assert len(articles) == len(found) == len(read), reason
    for article, kind in zip(articles, read, strict=True):
        assert (article.title, article.url) == ("Mill to close", dict(records)[kind]), reason
        assert article.text.split() == BOTH.split(), reason


def test_a_web_archive_of_no_pages() -> None:
    raw = record("warcinfo", "", b"software: x\r\n") + record("request", "https://vell.example/", b"GET / HTTP/1.1\r\n")
    with pytest.raises(InputError, match="holds no pages"):
        list(read_bytes(raw, "a.warc", Media.WARC))


def test_damaged_web_archives() -> None:
    whole = record("response", "https://vell.example/mill", answer(PAGE.encode()))
    for raw, words in (
        (b"hello", "is not a web archive"),
        (whole[:-200], "cut off"),
        (gzip.compress(whole)[:60], "damaged"),
    ):
        with pytest.raises(InputError, match=words):
            list(read_bytes(raw, "a.warc", Media.WARC))


STREAMS = [
    (f"Mill to close\n\n{TEXT}".encode(), Media.TEXT, 1),
    (json.dumps({"text": TEXT}).encode(), Media.JSON, 1),
    (json.dumps([{"text": TEXT}, {"text": MORE}], indent=1).encode(), Media.JSON, 2),
    (f'{{"text": "{TEXT}"}}\n\n{{"text": "{MORE}"}}\n'.encode(), Media.JSONL, 2),
    (PAGE.encode(), Media.HTML, 1),
    (f"<?xml version='1.0'?>{FEED}".encode(), Media.FEED, 1),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "media", "count"), STREAMS, ids=[f"{row[1]} {row[2]}" for row in STREAMS])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, raw: bytes, media: Media, count: int) -> None:
    assert sniff_media(raw) is media
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    (source,) = discover(["-"])
    found = list(read_source(source))
    assert [type(item) for item in found] == [RawArticle] * count
    assert all(item.source.startswith("standard input") for item in found)


def test_empty_standard_input_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" \n")))
    (source,) = discover(["-"])
    (found,) = read_source(source)
    assert isinstance(found, Failure) and found.reason == "standard input is empty; there is nothing to read"


@pytest.mark.parametrize("root", ["urlset", "sitemapindex"])
def test_a_sitemap_is_said_to_list_addresses(root: str) -> None:
    entry = "<url><loc>https://vell.example/1</loc></url>" * 3
    raw = f"<?xml version='1.0'?><{root} xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{entry}</{root}>".encode()
    with pytest.raises(InputError, match="is a sitemap: it lists 3 addresses and holds no article"):
        list(read_bytes(raw, "map.xml", Media.FEED))


@pytest.mark.parametrize(
    ("name", "media"), [("a.b.warc.gz", Media.WARC), ("A.EML", Media.MAIL), ("a.gz", None), ("v1.2.txt", Media.TEXT)]
)
def test_media_by_name(name: str, media: Media | None) -> None:
    assert media_of(name) is media
