"""Workbooks: what the cells show; rows of articles, or tables."""

from datetime import date

import pytest

from ingest.errors import InputError
from ingest.raw import Failure, Media, RawArticle
from ingest.read.content import read_bytes
from ingest.read.office.cells import is_date_format, shown_number
from tests.ingest.office_files import R, document_of, pack, text_of

M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STYLES = (
    f'<styleSheet xmlns="{M}"><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/></numFmts><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="3"/></cellXfs></styleSheet>'
)


def rows(*lines: tuple[object, ...]) -> str:
    """Make the rows of a sheet: words inline, numbers as numbers, a pair as number and style."""
    made = []
    for line in lines:
        cells = []
        for value in line:
            if isinstance(value, str):
                cells.append(f'<c t="inlineStr"><is><t>{value}</t></is></c>' if value else "<c/>")
            else:
                number, style = value if isinstance(value, tuple) else (value, 0)
                cells.append(f'<c s="{style}"><v>{number}</v></c>')
        made.append(f"<row>{''.join(cells)}</row>")
    return f"<sheetData>{''.join(made)}</sheetData>"


def book(*sheets: tuple[str, str], strings: str = "", state: str = "visible") -> bytes:
    """Make a workbook; the last sheet is in `state`."""
    names = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}" state="{state if at == len(sheets) else "visible"}"/>'
        for at, (name, _) in enumerate(sheets, 1)
    )
    relations = "".join(f'<Relationship Id="rId{at}" Type="{R}/worksheet" Target="worksheets/s{at}.xml"/>'
                        for at in range(1, len(sheets) + 1))  # fmt: skip
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook xmlns="{M}" xmlns:r="{R}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{M}">{strings}</sst>',
    }
    parts |= {f"xl/worksheets/s{at}.xml": f'<worksheet xmlns="{M}">{inside}</worksheet>'
              for at, (_, inside) in enumerate(sheets, 1)}  # fmt: skip
    return pack(parts)


SHOWN = [
    ("9.8000000000000007", "General", "9.8", "noise of binary fractions"),
    ("412000", "#,##0", "412,000", "thousands"),
    ("0.125", "0.0%", "12.5%", "a share"),
    ("45414", "dd.mm.yyyy", "2024-05-02", "a day"),
    ("45414.5", "m/d/yy h:mm", "2024-05-02 12:00", "a day and a time"),
    ("45414", "mmm yyyy", "May 2024", "a month"),
    ("0.5", "h:mm", "12:00", "a time"),
    ("9.8", '"£"#,##0.00', "£9.80", "money in quotes"),
    ("9.8", "[$€-407] #,##0.00", "€9.80", "money of a country"),
    ("9.8", "#,##0.00 [$€-1]", "9.80 €", "money behind"),
    ("-5", "$#,##0;[Red]-$#,##0", "-$5", "less than nothing"),
    ("9.8", '0.0" million"', "9.8 million", "a unit in the format"),
    ("5200000", "0.0,,", "5200000", "shown in millions: the number in full"),
    ("12", "# ?/?", "12", "an odd format"),
    ("1E+3", "General", "1000", "with an exponent"),
    ("99999999", "dd.mm.yyyy", "99999999", "no day"),
]


@pytest.mark.parametrize(("value", "code", "shown", "reason"), SHOWN, ids=[one[3] for one in SHOWN])
def test_numbers_as_shown(value: str, code: str, shown: str, reason: str) -> None:
    assert shown_number(value, 164, {164: code}) == shown, reason


def test_what_counts_as_a_date() -> None:
    for code, expected in (("d-mmm", True), ("[h]:mm", True), ("mm:ss.0", True), ("General", False),
                           ('0.0 "days"', False), ("[Red]0.0", False), ("@", False)):  # fmt: skip
        assert is_date_format(code) is expected, code


def test_days_counted_from_1904() -> None:
    assert shown_number("43952", 14, {}, from_1904=True) == "2024-05-02"


def test_rows_of_articles() -> None:
    head = ("ID", "Title", "Text", "Date", "Source")
    lines = (
        ("Our pile",), head, (7, "Quay", "The quay opens.", (45414, 1), "Coast Post"), (),
        (8, "Empty", "", (45414, 1), ""), (9, "Next", "It rained.", "3.5.2024", ""),
    )  # fmt: skip
    raw = book(("Sheet1", rows(*lines)))
    first, bad, last = read_bytes(raw, "a.xlsx", Media.XLSX)
    assert isinstance(first, RawArticle) and isinstance(bad, Failure) and isinstance(last, RawArticle)
    assert (first.source, first.title, first.text, first.published, first.publisher) == (
        "a.xlsx#7", "Quay", "The quay opens.", date(2024, 5, 2), "Coast Post"
    )  # fmt: skip
    assert "row 5" in bad.reason
    assert last.published == date(2024, 5, 3)


TABLE = rows(("Port", "Ships", "Share", "Since"), ("Senna", (1200, 3), (0.25, 2), (45414, 1)))
WRITTEN = "Port: Senna | Ships: 1,200 | Share: 25% | Since: 2024-05-02"
BOOKS = [
    (book(("Sheet1", TABLE)), WRITTEN, "a table"),
    (book(("Ports of the coast", TABLE)), f"Ports of the coast\n\n{WRITTEN}", "a sheet with a name"),
    (book(("Sheet1", TABLE), ("Old", TABLE), state="hidden"), WRITTEN, "a hidden sheet"),
    (book(("Sheet1", rows(("Ships in 2024",), (), ("", "Port", "Ships"), ("", "Senna", 12)))),
     "Ships in 2024\n\nPort: Senna | Ships 2024: 12", "a title above, and an empty column"),
    (book(("Sheet1", '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="2">'
           '<c r="A2" t="str"><f>x</f><v>Senna</v></c><c r="C2"><f>1+2</f><v>3</v></c></row></sheetData>'),
          strings="<si><t>Port</t></si><si><r><t>Shi</t></r><r><t>ps</t></r><rPh><t>no</t></rPh></si>"),
     "Port: Senna | Ships: 3", "shared words, formulas and places"),
    (book(("Sheet1", rows(("Port", "Ships", ""), ("", 2022, 2023), ("Senna", 11, 12))
           + '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>')), "Port: Senna | Ships 2022: 11 | Ships 2023: 12",
     "a header over two columns"),
    (book(("Sheet1", rows(("Port", "Ships"), ("Senna", 12)).replace("<v>12</v>", "<v>#N/A</v>").replace(
        '<c s="0"', '<c t="e"'))), "Port | Ships\nSenna", "an error is no value"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "text", "reason"), BOOKS, ids=[one[2] for one in BOOKS])
def test_tables(raw: bytes, text: str, reason: str) -> None:
    assert text_of(raw, Media.XLSX) == text, reason


def test_the_figures_of_a_sheet() -> None:
    document = document_of(
        book(("Ports", rows(("Port", "Grain (tonnes)"), ("Senna", (900, 3)), ("Tarn", 7)))), Media.XLSX
    )
    assert [(f.text, f.unit, f.subject) for f in document.figures] == [("900", "t", "Senna"), ("7", "t", "Tarn")]


@pytest.mark.parametrize("raw", [book(("Sheet1", rows())), pack({"xl/other.xml": "<a/>"}), b"PK\x03\x04"])
def test_broken_files_are_one_line(raw: bytes) -> None:
    with pytest.raises(InputError) as raised:
        text_of(raw, Media.XLSX)
    assert "\n" not in str(raised.value)
