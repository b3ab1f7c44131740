"""Exports of news archives: each document an article, its fields never text, what is left out counted."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.documents import prepare
from ingest.raw import Failure, Note, RawArticle
from ingest.read.exports.split import read_export
from ingest.read.source import read_source
from tests.ingest.archives.factiva import FACTIVA, FACTIVA_TWO
from tests.ingest.archives.nexis import NEXIS, NEXIS_UNI
from tests.ingest.archives.proquest import PROQUEST, PROQUEST_ABSTRACT
from tests.ingest.archives.rows import NO_EXPORTS, Row

ARCHIVES = {"Nexis": NEXIS, "Factiva": FACTIVA, "ProQuest": PROQUEST}
ROWS = [(archive, *row) for archive, rows in ARCHIVES.items() for row in rows]


def read(path: Path) -> tuple[list[RawArticle], list[Note | Failure]]:
    found = list(read_source(path))
    return [item for item in found if isinstance(item, RawArticle)], [
        item for item in found if not isinstance(item, RawArticle)
    ]


@pytest.mark.parametrize(("archive", "name", "content", "expected"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_each_document_is_an_article(
    tmp_path: Path, newline: str, archive: str, name: str, content: str, expected: Row
) -> None:
    path = tmp_path / "export.txt"
    path.write_bytes(content.replace("\n", newline).encode())
    raw, told = read(path)
    articles = [prepare(item).article for item in raw]
    assert [(a.title, a.publisher, a.authors, str(a.published), a.text) for a in articles] == expected, name
    assert [item.source for item in raw] == [f"{path}#{n}" for n in range(1, len(raw) + 1)]
    assert [type(item) for item in told] == [Note]
    assert f"of a {archive} export" in told[0].reason


@pytest.mark.parametrize(("name", "content"), NO_EXPORTS, ids=[row[0] for row in NO_EXPORTS])
def test_other_texts_stay_one_article(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / "note.txt"
    path.write_text(content, encoding="utf-8")
    raw, told = read(path)
    assert ([item.text for item in raw], told) == ([content], []), name


LEFT_OUT = [
    (NEXIS_UNI, 34, "cover page, fields and index terms"),
    (FACTIVA_TWO, 24, "codes and the search"),
    (PROQUEST_ABSTRACT, 5, "the number of the document, its title again, the month, the id, and that there is no text"),
]


@pytest.mark.parametrize(("content", "count", "reason"), LEFT_OUT, ids=[row[2] for row in LEFT_OUT])
def test_what_is_left_out_is_counted(tmp_path: Path, content: str, count: int, reason: str) -> None:
    path = tmp_path / "export.txt"
    path.write_text(content, encoding="utf-8")
    _, told = read(path)
    assert f"; {count} lines of fields" in told[-1].reason, reason


def test_an_article_without_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    lines = [line for line in FACTIVA_TWO.split("\n") if not line.startswith("LP The mill")]
    path.write_text("\n".join(lines), encoding="utf-8")
    raw, told = read(path)
    assert [item.title for item in raw] == ["Ferry fares to rise"]
    assert isinstance(told[0], Failure) and "article 2: the export has no text of it" in told[0].reason


def test_an_abstract_alone_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(PROQUEST_ABSTRACT, encoding="utf-8")
    (raw,), _ = read(path)
    assert raw.notes == ("the export has no full text of it; its text is the abstract",)


def test_a_document_that_stays_keeps_its_bytes_when_another_changes(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(FACTIVA_TWO, encoding="utf-8")
    before, _ = read(path)
    path.write_text(FACTIVA_TWO.replace("12 crowns", "13 crowns"), encoding="utf-8")
    after, _ = read(path)
    assert [a.raw == b.raw for a, b in zip(before, after, strict=True)] == [False, True]


def test_the_same_export_in_a_word_file(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    for block in NEXIS_UNI.split("\n\n"):
        document.add_paragraph(block.strip())
    document.save(str(tmp_path / "export.docx"))
    raw, _ = read(tmp_path / "export.docx")
    _, _, expected = NEXIS[1]
    articles = [prepare(item).article for item in raw]
    assert [(a.title, a.publisher, a.authors, str(a.published), a.text) for a in articles] == expected


LINES = sorted({line for rows in ARCHIVES.values() for _, content, _ in rows for line in content.split("\n")})


@given(st.lists(st.sampled_from(LINES), max_size=60))
@settings(max_examples=200, deadline=None)
def test_lines_in_any_order_end_in_articles_or_none(lines: list[str]) -> None:
    export = read_export("\n".join(lines))
    for found in export.articles if export else ():
        assert all(line == "" or line.strip() or not line for line in found.lines)
