"""Office files made to fill memory: their parts, elements and covered cells are counted before they are taken in."""

import tracemalloc
import zipfile
from io import BytesIO

import pytest

from ingest.errors import InputError
from ingest.raw import Media
from ingest.read.content import read_bytes
from ingest.read.office import package, xlsx
from ingest.read.office.cells import LONGEST_SPREAD, spread
from tests.ingest.office_files import cell, pack, para, row, table, text_of, word
from tests.ingest.test_xlsx import book, rows


def test_a_long_list_of_parts_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = word(para("Words."))
    monkeypatch.setattr(package, "MOST_LIST_BYTES", 50)
    monkeypatch.setattr(zipfile, "ZipFile", None)  # would fail were it opened
    with pytest.raises(InputError, match="parts; it is not read"):
        list(read_bytes(raw, "a.docx", Media.DOCX))


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 30)
    raw = word(para("Words."))
    assert text_of(raw, Media.DOCX) == "Words."
    with zipfile.ZipFile(packed := BytesIO(raw), "a") as archive:
        for number in range(30):
            archive.writestr(f"media/{number}", "")
    with pytest.raises(InputError, match="more than 30 parts"):
        list(read_bytes(packed.getvalue(), "a.docx", Media.DOCX))


@pytest.mark.parametrize("media", [Media.DOCX, Media.ODT, Media.XLSX])
def test_elements_are_counted_while_they_are_read(media: Media, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_ELEMENTS", 1_000)
    name = {Media.DOCX: "word/document.xml", Media.ODT: "content.xml", Media.XLSX: "xl/workbook.xml"}[media]
    raw = pack({name: f"<a>{'<b/>' * 2_000_000}</a>"})
    tracemalloc.start()
    with pytest.raises(InputError, match="cannot be read"):
        list(read_bytes(raw, "a", media))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 30 * 2**20, "the part itself takes eight of it"


def test_rows_of_all_sheets_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 5)
    read = text_of(book(*((name, rows(*[(f"{name}{at}",) for at in range(4)])) for name in "abc")), Media.XLSX)
    assert [name for name in ("a3", "b0", "b1", "c0") if name in read] == ["a3", "b0"]


def test_merged_cells_cover_so_many_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_MERGED", 4)
    grid = [["a", "", "b"], ["", "", ""], ["", "", ""]]
    left = xlsx._spread(grid, "A1:B2", 4)
    assert (grid[1][:2], left) == (["a", "a"], 0)
    assert xlsx._spread(grid, "C1:C3", left) == 0
    assert grid[2] == ["", "", ""]


def test_long_words_are_said_in_one_column_alone() -> None:
    assert spread("Sales", 3) == ["Sales"] * 3
    long = "x" * (LONGEST_SPREAD + 1)
    assert spread(long, 3) == [long, "", ""]
    wide = cell(para(long), '<w:gridSpan w:val="63"/>')
    assert text_of(word(table(row(wide), row(*["1"] * 63))), Media.DOCX).count(long) == 1
