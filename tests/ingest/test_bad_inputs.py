"""Awkward inputs: each becomes an article or one line that says what is wrong, and nothing else."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.documents import prepare
from ingest.errors import InputError, UnsupportedInput
from ingest.raw import Failure, Media, RawArticle
from ingest.read.content import read_bytes
from ingest.read.source import read_source
from ingest.sources import discover, survey

PROSE = "The harbour bridge reopened on Tuesday after fourteen months of repairs, the city said."

DEEP_MAIL = b"Subject: x\n" + b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(2_000)
)
REFUSED = [
    ("empty.txt", b"", "is empty", "zero length"),
    ("blank.txt", b" \n\t\r\n ", "is empty", "only spaces"),
    ("blank.md", b"---\ntitle: x\n---\n", "no article text", "only front matter"),
    ("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "is not text but an image", "an image"),
    ("program.txt", bytes(range(256)) * 40, "is a binary file", "every byte"),
    ("zipped.txt", b"PK\x03\x04" + bytes(50), "zip archive", "a zip"),
    ("really.txt", b"%PDF-1.7\nxyz", "a PDF", "a PDF by another name"),
    ("cut.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog", "cannot be read as a PDF", "a truncated PDF"),
    ("no.pdf", b"hello", "cannot be read as a PDF", "no PDF at all"),
    ("cut.docx", b"PK\x03\x04\x14\x00", "damaged", "a truncated docx"),
    ("no.docx", b"hello there", "not a .docx", "no docx at all"),
    ("bad.json", b'{"text": ', "not valid JSON", "cut JSON"),
    ("deep.json", b"[" * 200_000, "nested too deep", "deep nesting"),
    ("deepobject.json", b'{"a":' * 100_000, "nested too deep", "deep objects"),
    ("digits.json", b'{"text": "x", "id": ' + b"9" * 10_000 + b"}", "number too long", "a huge number"),
    ("number.json", b"5", "holds no articles", "JSON of another kind"),
    ("none.json", b"[]", "empty list", "no rows"),
    ("rows.jsonl", b"\n\n", "is empty", "no lines"),
    ("columns.csv", b"a,b\n1,2\n", "no column 'text'", "other columns"),
    ("page.html", b"<html><body><script>let a = 1;</script></body></html>", "no article text", "only script"),
    ("map.xml", b"<?xml version='1.0'?><map><a/></map>", "not an RSS or Atom feed", "other XML"),
    ("feed.rss", b"<rss version='2.0'><channel><title>x</title></channel></rss>", "without entries", "no entries"),
    ("deep.rss", b"<rss version='2.0'><channel><item>" + b"<a>" * 400_000, "nested too deep", "a deep feed"),
    (
        "head.eml",
        b"Subject: x\nFrom: " + b"(" * 100_000 + b"\n\nWords.",
        "nested too deep",
        "a mail's head of brackets",
    ),
    ("parts.eml", DEEP_MAIL, "nested too deep", "a mail of parts in parts"),
    ("front.md", b"---\na: [1\n---\ntext", "front matter is not valid YAML near line", "bad YAML"),
    ("list.md", b"---\n- a\n- b\n---\ntext", "front matter is not", "YAML of another kind"),
    ("object.md", b"---\na: !!python/object/apply:os.system ['ls']\n---\ntext", "front matter", "YAML that runs code"),
    ("menu.txt", b"Share - WeChat\n\nPrint\n\nAdvertisement\n", "no article text", "nothing left after cleaning"),
]


def read_all(path: Path) -> list[RawArticle | Failure]:
    return list(read_source(path))


def reason_of(path: Path) -> str:
    """Read and prepare one file; the reason it fails with, or ''."""
    for found in read_all(path):
        if isinstance(found, Failure):
            return found.reason
        try:
            prepare(found)
        except InputError as error:
            return str(error)
    return ""


@pytest.mark.parametrize(("name", "content", "words", "why"), REFUSED, ids=[row[3] for row in REFUSED])
def test_refused_with_one_line(tmp_path: Path, name: str, content: bytes, words: str, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    reason = reason_of(path)
    assert words in reason, why
    assert name in reason
    assert "\n" not in reason
    assert "Traceback" not in reason


TAKEN = [
    ("crlf.txt", PROSE.encode() + b"\r\n\r\nTraffic was heavy.\r\n", f"{PROSE}\n\nTraffic was heavy.", "CRLF"),
    ("bom.txt", b"\xef\xbb\xbf" + PROSE.encode(), PROSE, "UTF-8 with a mark"),
    ("utf16.txt", PROSE.encode("utf-16"), PROSE, "UTF-16 with a mark"),
    ("utf16be.txt", b"\xfe\xff" + PROSE.encode("utf-16-be"), PROSE, "big-endian UTF-16"),
    ("utf16le.txt", PROSE.encode("utf-16-le"), PROSE, "UTF-16 without a mark"),
    ("nul.txt", PROSE.replace(" ", "\0 ", 1).encode(), PROSE, "a zero byte"),
    ("bell.txt", PROSE.replace("T", "T\x07", 1).encode(), PROSE, "a control character"),
    ("cut.txt", PROSE.encode() + b" caf\xc3", PROSE + " cafÃ", "a letter cut in two"),
    ("latin.txt", "Le président a déclaré que l'été serait très sec à Orléans.".encode("latin-1"),
     "Le président a déclaré que l'été serait très sec à Orléans.", "Latin-1"),
    ("cp1252.txt", "Größe: 5 € “heute” – für Österreich.".encode("cp1252"),
     "Größe: 5 € “heute” – für Österreich.", "cp1252"),
    ("gb.txt", "市政府周二宣布，将投资二十亿元建设新的地铁线路，预计明年完工。".encode("gb18030"),
     "市政府周二宣布，将投资二十亿元建设新的地铁线路，预计明年完工。", "GB18030"),
    ("russian.txt", "Мэр города заявил во вторник, что мост откроют в мае.".encode("cp1251"),
     "Мэр города заявил во вторник, что мост откроют в мае.", "cp1251"),
    ("polish.txt",
     "Burmistrz powiedział we wtorek, że most będzie otwarty w maju. Źródło: gmina, łąka.".encode("cp1250"),
     "Burmistrz powiedział we wtorek, że most będzie otwarty w maju. Źródło: gmina, łąka.", "cp1250"),
    ("spaces.txt", b"x" * 1_000_000, "x" * 1_000_000, "a million characters without a space"),
    ("signs.html", f"<h1>Bridge &amp; port</h1><p>{PROSE}</p><script>alert('x')</script><p>{PROSE} Again.</p>".encode(),
     f"{PROSE}\n\n{PROSE} Again.", "a page with scripts"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "text", "why"), TAKEN, ids=[row[3] for row in TAKEN])
def test_taken(tmp_path: Path, name: str, content: bytes, text: str, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found = read_all(path)
    assert [type(item) for item in found] == [RawArticle], why
    assert isinstance(found[0], RawArticle)
    document = prepare(found[0])
    assert document.article.text == text, why
    assert document.raw == content
    for sentence in document.sentences:
        assert text[sentence.start : sentence.end].strip()


def test_bad_rows_name_their_line_and_the_others_go_in(tmp_path: Path) -> None:
    rows = [
        '{"id": "a", "text": "One came."}',
        "",
        '{"text": "Two came."}',
        '{"text": 5}',
        "[]",
        "null",
        '{"text": "x"',
        '{"title": "none"}',
        '{"text": "  "}',
        '{"text": "Lone \\ud800 here."}',
        '{"id": 7, "text": "Nul \\u0000 here."}',
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    found = read_all(path)
    failures = {item.source.rsplit("#", 1)[1]: item.reason for item in found if isinstance(item, Failure)}
    assert list(failures) == ["4", "5", "6", "7", "8", "9"]
    assert "line 7: not valid JSON" in failures["7"]
    assert "has no field 'text'" in failures["8"]
    articles = [prepare(item).article for item in found if isinstance(item, RawArticle)]
    assert [item.text for item in articles] == ["One came.", "Two came.", "Lone \ufffd here.", "Nul here."]
    assert [item.source.rsplit("#", 1)[1] for item in articles] == ["a", "3", "10", "7"]
    for item in articles:
        item.text.encode("utf-8")


def test_a_row_in_another_encoding_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "One came."}\n' + '{"text": "Le café est fermé à midi."}\n'.encode("latin-1"))
    assert [item.text for item in read_all(path) if isinstance(item, RawArticle)] == [
        "One came.",
        "Le café est fermé à midi.",
    ]


def test_csv_rows(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(
        'id;title;text;date;source;authors\n1;One;"First line.\nSecond; line.";13/04/2022;Coast Daily;'
        "Ana Lima, Bo Chen\n"
        "2;Two;;;;\n3;a;b;c;d;e;f;g\n\n4;Four;Fine.;03/04/2022;;\n",
        encoding="utf-8-sig",
    )
    found = read_all(path)
    assert [type(item).__name__ for item in found] == ["RawArticle", "Failure", "Failure", "RawArticle"]
    first = found[0]
    assert isinstance(first, RawArticle)
    assert (first.title, first.publisher, first.authors, str(first.published)) == (
        "One", "Coast Daily", ("Ana Lima", "Bo Chen"), "2022-04-13"
    )  # fmt: skip
    assert first.text == "First line.\nSecond; line."
    assert isinstance(found[3], RawArticle)
    assert str(found[3].published) == "2022-04-03"  # the first row proves that the day comes first


def test_json_shapes() -> None:
    row = {"text": PROSE, "headline": "Bridge", "author": [{"name": "Ana Lima"}], "source": {"name": "Coast Daily"}}
    for document in (row, [row], {"articles": [row]}, {"data": [row]}):
        (found,) = read_bytes(json.dumps(document).encode(), "a.json", Media.JSON)
        assert isinstance(found, RawArticle)
        assert (found.title, found.publisher, found.authors) == ("Bridge", "Coast Daily", ("Ana Lima",))


def test_a_title_with_markup_is_plain() -> None:
    raw = RawArticle("a", b"", PROSE, Media.JSON, title='<b onclick="x()">Rates</b> rise <img src=x onerror=y> 3 < 5\n')
    assert prepare(raw).article.title == "Rates rise 3 < 5"


def test_a_file_that_vanishes_and_one_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "gone.txt"
    path.write_text(PROSE, encoding="utf-8")
    (source,) = discover([path])
    path.unlink()
    (found,) = read_source(source)
    assert isinstance(found, Failure)
    assert "no such file" in found.reason
    path.write_text(PROSE, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    (found,) = read_source(source)
    assert isinstance(found, Failure)
    assert "permission denied" in found.reason


def test_a_file_that_breaks_a_parser_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(raw: bytes, where: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ingest.read.plain.read_text", breaks)
    path = tmp_path / "a.txt"
    path.write_text(PROSE, encoding="utf-8")
    assert "cannot be read (ZeroDivisionError)" in reason_of(path)


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 2**20)
    assert "larger than 64 MB" in reason_of(path)


def test_an_encrypted_pdf_and_one_without_text(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    for name, password, words in (("locked.pdf", "secret", "is encrypted"), ("scan.pdf", "", "no text layer")):
        writer = PdfWriter()
        writer.add_blank_page(200, 200)
        if password:
            writer.encrypt(password, algorithm="RC4-128")
        writer.write(tmp_path / name)
        assert words in reason_of(tmp_path / name)


def test_a_docx(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Bridge reopens", 0)
    document.add_paragraph(PROSE)
    document.add_paragraph("a new lane", style="List Bullet")
    document.save(str(tmp_path / "a.docx"))
    (found,) = read_source(tmp_path / "a.docx")
    assert isinstance(found, RawArticle)
    article = prepare(found).article
    assert (article.title, article.text) == ("Bridge reopens", f"{PROSE}\n\n- a new lane")
    assert article.published is None


def test_memory_stays_flat_over_many_rows(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    line = json.dumps({"text": PROSE * 20}) + "\n"
    with path.open("w", encoding="utf-8") as stream:
        for _ in range(5_000):
            stream.write(line)
    tracemalloc.start()
    assert sum(1 for _ in read_source(path)) == 5_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5 * 2**20 < path.stat().st_size


def test_discover(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/z.md", "b/a.txt", "c.jsonl", ".hidden.txt", ".git/x.txt", "b/photo.jpg", "~$draft.docx", "UP.TXT"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = survey([tmp_path, tmp_path / "c.jsonl", "https://example.com/a", str(tmp_path / "none.txt")])
    assert [Path(item.location).name for item in found.sources] == ["UP.TXT", "c.jsonl", "a.txt", "z.md", "a"]
    assert found.skipped == 1
    assert len(found.failures) == 1
    assert discover([tmp_path]) == discover([tmp_path])


def test_discover_refuses(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    with pytest.raises(InputError, match="holds no file newsdesk reads"):
        discover([tmp_path])
    with pytest.raises(UnsupportedInput, match=r"a file \.jpg is not read"):
        discover([tmp_path / "photo.jpg"])
    with pytest.raises(InputError, match="does not exist"):
        discover([tmp_path / "none"])
    for name in ("", "a\0b", "x" * 5000):
        with pytest.raises(InputError):
            discover([name])


@given(st.binary(max_size=400), st.sampled_from(list(Media)))
@settings(max_examples=300, deadline=None)
def test_any_bytes_end_in_articles_or_input_errors(content: bytes, media: Media) -> None:
    try:
        found = list(read_bytes(content, "x", media))
    except InputError as error:
        assert "\n" not in str(error)
        return
    for item in found:
        if isinstance(item, RawArticle):
            try:
                document = prepare(item)
            except InputError:
                continue
            document.article.text.encode("utf-8")
            document.article.title.encode("utf-8")
        else:
            assert "\n" not in item.reason
