"""The shapes of tables in files: pages, markdown, office files, workbooks, rows without texts."""

from io import BytesIO

import pytest

from ingest.errors import InputError
from ingest.raw import Media, RawArticle
from ingest.read.rows import read_csv
from ingest.tables.sheet import write_sheet
from tests.ingest.office_files import cell, document_of, para, row, table, text_of, word
from tests.ingest.test_odt import cells, odt
from tests.ingest.test_page_tables import PAGE
from tests.ingest.test_xlsx import book, rows

HEAD = "<thead><tr><th>Port<th>Boats</tr></thead>"
SPAN2 = '<w:gridSpan w:val="2"/>'
SECTIONED = "Port: Ansa, North | Boats: 31\nPort: Ansa, South | Boats: 44"
TURNED = "Ansa | Crew: 31 | Fees (£m): 1.2\nBell | Crew: 44 | Fees (£m): 2.4"
CAPTION = "Landings in tonnes"
GRAIN = f"{CAPTION}\nPort: Ansa | Grain (tonnes): 31"
FILES = [
    (f"<table>{HEAD}<tbody><tr><th colspan=2>North</tr><tr><td>Ansa<td>31</tr><tr><th colspan=2>South</tr>"
     "<tr><td>Ansa<td>44</tr></tbody></table>", SECTIONED, "header cells over all columns below a header"),
    ("<table><tr><th><th>Ansa<th>Bell</tr><tr><th>Crew<td>31<td>44</tr><tr><th>Fees (£m)<td>1.2<td>2.4</tr></table>",
     TURNED, "things side by side"),
    (f"<table><caption>{CAPTION}</caption><tr><th>Port<th>Grain</tr><tr><td>Ansa<td>31</tr></table>", GRAIN,
     "a caption"),
    (f"<figure><table><tr><th>Port<th>Grain</tr><tr><td>Ansa<td>31</tr></table><figcaption>{CAPTION}</figcaption>"
     "</figure>", GRAIN, "a caption of a figure"),
    (f"<h3>{CAPTION}</h3><table><tr><th>Port<th>Grain</tr><tr><td>Ansa<td>31</tr></table>", GRAIN, "a heading above"),
    ("<table><tr><th>Port<th>Fleet</tr><tr><td>Ansa<td><table><tr><td>Tugs<td>3</tr><tr><td>Barges<td>4</tr></table>"
     "</tr><tr><td>Bell<td><table><tr><td>Tugs<td>5</tr></table></tr></table>",
     "Port: Ansa | Fleet Tugs: 3 | Fleet Barges: 4\nPort: Bell | Fleet Tugs: 5", "tables of numbers in the cells"),
    ("<table><tr><th>Port<th>Fleet</tr><tr><td>Ansa<td><table><tr><td>Old<td>tugs</tr></table></tr></table>",
     "Port | Fleet\nAnsa\nOld | tugs", "other tables in the cells stay"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "text", "reason"), FILES, ids=[one[2] for one in FILES])
def test_pages(markup: str, text: str, reason: str) -> None:
    found = text_of(PAGE.format(table=markup).encode(), Media.HTML)
    found = found.partition("went out.")[2].partition("The board meets")[0].strip()
    assert found.replace("\n\n", "\n") == text.replace("\n\n", "\n"), reason


OTHERS = [
    ("| | Ansa | Bell |\n|---|--|--|\n| Crew | 31 | 44 |\n| Fees (£m) | 1.2 | 2.4 |", TURNED, "things side by side"),
    (f"{CAPTION}:\n\n| Port | Grain |\n|---|--|\n| Ansa | 31 |", f"{CAPTION}:\n\nPort: Ansa | Grain (tonnes): 31",
     "a line above"),
    ("It rose.[^a]\n\n| Port | Boats |\n|---|--|\n| Ansa | 31[^1] |\n\n[^1]: Without tugs.\n[^a]: Or so.",
     "It rose.\n\nPort: Ansa | Boats: 31\n\nWithout tugs. Or so.", "marks of notes"),
    ("See [^x] there.", "See [^x] there.", "a mark of no note stays"),
]  # fmt: skip


@pytest.mark.parametrize(("markdown", "text", "reason"), OTHERS, ids=[one[2] for one in OTHERS])
def test_markdown(markdown: str, text: str, reason: str) -> None:
    assert text_of(markdown.encode(), Media.MARKDOWN) == text, reason


def test_office_files() -> None:
    sections = table(row("Port", "Boats"), row(cell("North", SPAN2)), row("Ansa", "31"), row(cell("South", SPAN2)),
                     row("Ansa", "44"))  # fmt: skip
    assert text_of(word(sections), Media.DOCX) == SECTIONED
    told = para(f"Table 1: {CAPTION}") + table(row("Port", "Grain"), row("Ansa", "31"))
    assert text_of(word(told), Media.DOCX).endswith("Port: Ansa | Grain (tonnes): 31")
    turned = "".join((cells("", "Ansa", "Bell"), cells("Crew", "31", "44"), cells("Fees (£m)", "1.2", "2.4")))
    assert text_of(odt(f"<table:table>{turned}</table:table>"), Media.ODT) == TURNED


SHEETS = [
    ([["Fees (£m)"], [], ["Port", "2023"], ["Ansa", "3"]], "Fees (£m)\n\nPort: Ansa | Fees 2023 (£m): 3",
     "a title above an empty row"),
    ([["Port", "Boats"], ["Ansa", "3"], ["Source: harbour book"]], "Port: Ansa | Boats: 3\n\n[Source: harbour book]",
     "a source below"),
    ([["Port", "Boats"], ["Ansa", "3"], [], ["Sources:", "harbour book"]],
     "Port: Ansa | Boats: 3\n\n[Sources: harbour book]", "below an empty row, in two cells"),
    ([["Fees (£m)"], ["Port", "2023"], ["Ansa", "3"], [], ["Port", "2022"], ["Ansa", "4"]],
     "Fees (£m)\nPort: Ansa | Fees 2023 (£m): 3\n\nPort: Ansa | 2022: 4", "a title is of the next table alone"),
]  # fmt: skip


@pytest.mark.parametrize(("grid", "text", "reason"), SHEETS, ids=[one[2] for one in SHEETS])
def test_sheets(grid: list[list[str]], text: str, reason: str) -> None:
    assert write_sheet(grid) == text, reason


def test_a_source_is_no_publisher_and_a_row_no_title() -> None:
    made = book(("Sheet1", rows(("Port", "Boats"), ("Ansa", 31), ("Bell", 44), ("Source: harbour book, page 7",))))
    document = document_of(made, Media.XLSX)
    assert (document.article.title, document.article.publisher) == ("a", None)
    assert document.article.text.endswith("[Source: harbour book, page 7]")
    assert [figure.text for figure in document.figures] == ["31", "44"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Port;Fees (£m)\nAnsa;3,1\nBell;4\n", "semicolons"),
        ("Port,Fees (£m)\nAnsa,3.1\nBell,4\n", "commas"),
        ("\ufeffPort\tFees (£m)\nAnsa\t3.1\nBell\t4\n", "tabs behind a mark"),
    ],
)
def test_rows_of_names_and_numbers_are_a_table(text: str, reason: str) -> None:
    (found,) = read_csv(BytesIO(text.encode()), "fees/of ports.csv")
    assert isinstance(found, RawArticle), reason
    assert (found.title, found.source, found.raw) == ("of ports", "fees/of ports.csv", text.encode())
    assert found.text.replace(",", ".") == "Port: Ansa | Fees (£m): 3.1\nPort: Bell | Fees (£m): 4", reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title,views\nQuay opens,31\n", "articles whose text is missing"),
        ("a,b\n1,2\n", "no names"),
        ("name,office\nAna,mayor\n", "no numbers"),
    ],
)
def test_other_rows_are_no_table(text: str, reason: str) -> None:
    with pytest.raises(InputError, match="no column 'text'"):
        list(read_csv(BytesIO(text.encode()), "a.csv"))
