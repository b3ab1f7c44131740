"""Tables in all formats: a row says what its values are, its figures whose they are, and no label is made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.figures import extract_figures
from ingest.raw import Media
from ingest.tables.write import write_table
from ingest.text.clean import clean_text
from ingest.text.sentences import split_sentences
from ingest.text.tables import read_row
from tests.ingest.office_files import document_of

PORTS = [["Port", "Ships"], ["Senna", "12"], ["Tarn", "9"]]
WRITTEN = [
    (PORTS, None, "Port: Senna | Ships: 12\nPort: Tarn | Ships: 9", "words above numbers"),
    ([["", "2022", "2023"], ["Tarn", "5", "6"]], None, "Tarn | 2022: 5 | 2023: 6", "years above numbers"),
    ([["Port", "Q1 2022", "FY23"], ["Tarn", "5", "6"]], None, "Port: Tarn | Q1 2022: 5 | FY23: 6", "quarters"),
    ([["Ana", "mayor"], ["Bo", "clerk"]], None, "Ana | mayor\nBo | clerk", "words above words may be no header"),
    ([["Ana", "mayor"], ["Bo", "clerk"]], 1, "Ana: Bo | mayor: clerk", "unless the source says so"),
    ([["Area", "12 km2"], ["People", "4,500"]], 1, "Area | 12 km2\nPeople | 4,500", "a number is no header"),
    ([["Ships in port"], ["12"]], None, "Ships in port\n\n12", "one column is paragraphs"),
    ([["Ships", "", ""], *[[*row, "x"] for row in PORTS]], None,
     "Ships\nPort: Senna | Ships: 12 | x: x\nPort: Tarn | Ships: 9 | x: x", "a caption"),
    ([["Port", "Ships"], ["Senna", "n/a"], ["Tarn", "9"]], None, "Port: Senna | Ships: n/a\nPort: Tarn | Ships: 9",
     "a value that is not known"),
    ([["Port", "Ships"], ["Senna", ""], ["Tarn", "9"]], None, "Senna\nPort: Tarn | Ships: 9", "an empty cell"),
    ([["Port", "Ships:"], ["Senna", "1\n2"]], None, "Port: Senna | Ships: 1 2", "one line and one colon"),
    ([["Port", "Ships"], ["Senna", "12", "9"]], 1, "Port: Senna | Ships: 12 | 9", "a cell beyond the header"),
    ([["Port", "Ships", "Ships"], ["Port", "in", "out"], ["Senna", "1", "2"]], None,
     "Port: Senna | Ships in: 1 | Ships out: 2", "two header rows"),
    ([["Port", "Ships"]], 1, "Port | Ships", "a header alone"),
    ([[" ".join(["word"] * 80), "12"]], None, " ".join(["word"] * 80) + "\n\n12", "a page laid out as a table"),
    ([], None, "", "nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "headers", "text", "reason"), WRITTEN, ids=[one[3] for one in WRITTEN])
def test_written(rows: list[list[str]], headers: int | None, text: str, reason: str) -> None:
    assert write_table(rows, headers) == text, reason


CELLS = st.lists(st.lists(st.text("ab1 .:|€%\n", max_size=6), min_size=1, max_size=4), max_size=5)


@given(CELLS, st.none() | st.integers(0, 3))
def test_no_word_is_lost_below_the_header(rows: list[list[str]], headers: int | None) -> None:
    written = write_table(rows, headers)
    for cell in (cell for row in rows for cell in row):
        for word in cell.split():
            assert word.strip(" :|") in written or any(word in other for row in rows[:4] for other in row)


@given(st.text("ab1 .:|€%", max_size=60))
def test_the_cells_of_any_line_are_slices_of_it(line: str) -> None:
    for cell in read_row(f"x{line}y", 1, 1 + len(line)):
        assert 1 <= cell.label_start <= cell.label_end <= cell.start <= cell.end <= 1 + len(line)
    for figure in extract_figures(line):
        assert line[figure.start : figure.end] == figure.text


FIGURES = [
    ("Budget (million pounds): 9.8", "9800000", "pound", "million", "Budget", "unit and scale in brackets"),
    ("Budget (£m): 9.8", "9800000", "GBP", "m", "Budget", "a sign before a letter"),
    ("Budget (US$ bn): 9.8", "9800000000", "USD", "bn", "Budget", "a code and a short scale"),
    ("Budget, million euros: 9.8", "9800000", "EUR", "million", "Budget", "behind a comma"),
    ("Budget in million euros: 9,8", "9800000", "EUR", "million", "Budget in million euros", "behind in"),
    ("Million €: 9.8", "9800000", "EUR", "Million", "Million €", "a unit alone"),
    ("EUR million: 9.8", "9800000", "EUR", "million", "EUR million", "a unit alone, the code first"),
    ("Share (%): 3.1", "3.1", "%", None, "Share", "percent"),
    ("Change %: -3.2", "-3.2", "%", None, "Change %", "percent without brackets"),
    ("Grain (tonnes): 51,000", "51000", "t", None, "Grain", "tonnes"),
    ("Passengers (thousands): 31", "31000", "passenger", "thousand", "Passengers", "a scale of what is counted"),
    ("Passengers ('000): 31", "31000", "passenger", "thousand", "Passengers", "the same in digits"),
    ("Staff: 205", "205", "staff", None, "Staff", "what is counted"),
    ("Number of ships: 2019", "2019", "ship", None, "Number of ships", "a count that looks like a year"),
    ("Fee per tonne (£): 4.2", "4.2", "GBP/t", None, "Fee per tonne", "a rate"),
    ("Cost: 17.5 million pounds", "17500000", "pound", "million", "Cost", "a value with its own unit"),
    ("Budget (m): 9.8", "9.8", None, None, "Budget", "m may be metres or millions"),
    ("Work in services: 5", "5", None, None, "Work in services", "a place of work is no unit"),
    ("Turnout: 61", "61", None, None, "Turnout", "no unit is said"),
]


@pytest.mark.parametrize(("cell", "value", "unit", "scale", "measure", "reason"), FIGURES, ids=[x[5] for x in FIGURES])
def test_the_figures_of_a_row(
    cell: str, value: str, unit: str | None, scale: str | None, measure: str, reason: str
) -> None:
    text = f"Port: Senna | {cell} | Mayor: Ana Lima"
    (figure,) = extract_figures(text)
    assert (str(figure.value), figure.unit, figure.scale) == (value, unit, scale), reason
    assert (figure.subject, figure.measure) == ("Senna", measure)
    assert text[figure.start : figure.end] == figure.text


TIMES = [
    ("Senna | 2022: 5 | 2023: 6", {"5": 2022, "6": 2023}, "years as headers"),
    ("Year: 2022 | Ships: 5", {"5": 2022}, "a year as the row's name"),
    ("Port: Senna | Year: 2022 | Ships: 5", {"5": 2022}, "a year in a column of its own"),
    ("Port: Senna | Budget 2022 (£m): 5", {"5": 2022}, "a year in the header"),
    ("Port: Senna | Ships: 5 | Opened: May 2022", {"5": None}, "a day on which something else happened"),
    ("Port: Senna | Ships: 5 in 2021 | Budget 2022: 7", {"5": 2021, "7": 2022}, "a year in the value"),
]


@pytest.mark.parametrize(("text", "years", "reason"), TIMES, ids=[one[2] for one in TIMES])
def test_the_time_of_a_row(text: str, years: dict[str, int | None], reason: str) -> None:
    found = {f.text: f.period.start.year if f.period and f.period.start else None
             for f in extract_figures(text, published=date(2024, 5, 2)) if f.value is not None}  # fmt: skip
    assert found == years, reason


def test_a_target_is_no_outcome() -> None:
    figures = extract_figures("Port: Senna | Target (£m): 5 | Spent (£m): 4", published=date(2024, 5, 2))
    assert [f.status.value for f in figures] == ["target", "outcome"]


def test_rows_stay_rows_through_cleaning_and_cutting() -> None:
    rows = write_table([["the port of", "ships"], *[[f"name number {n} of many", str(n)] for n in range(10, 16)]])
    assert clean_text(rows).text == rows
    sentences = split_sentences(f"The ports.\n\n{rows}")
    assert [rows[s.start - 12 : s.end - 12] for s in sentences[1:]] == rows.split("\n")
    assert not any(s.heading for s in sentences[1:])


PAGE = """<html><body><article><h1>Ships</h1><p>The harbour board met on Monday to count the ships that came in the
year, and heard that the new pilots had been taken up well by the crews.</p><table>{}</table><p>They meet again in
June, the board said, when the ice has gone from the upper river and the first
boats come.</p></article></body></html>"""
HEAD = "<tr><th>Port</th><th>Ships</th><th>Grain (tonnes)</th></tr>"
MARKUP = [
    (PAGE.format(HEAD + "<tr><td>Senna</td><td>12</td><td>900</td></tr>"), Media.HTML, "a page"),
    (PAGE.format("<thead>" + HEAD + "</thead><tbody><tr><th>Senna</th><td>12</td><td>900</td></tr></tbody>"),
     Media.HTML, "a page whose rows have headers too"),
    (PAGE.format("<caption>Ships of the year</caption>" + HEAD + "<tr><td>Senna</td><td>12</td><td>900</td></tr>"),
     Media.HTML, "a page with a caption"),
    ("Ships came.\n\n| Port | Ships | Grain (tonnes) |\n|---|--:|--:|\n| Senna | 12 | 900 |\n\nThey left.",
     Media.MARKDOWN, "markdown"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "media", "reason"), MARKUP, ids=[one[2] for one in MARKUP])
def test_all_formats_write_tables_alike(markup: str, media: Media, reason: str) -> None:
    document = document_of(markup.encode(), media)
    assert "\nPort: Senna | Ships: 12 | Grain (tonnes): 900\n" in document.article.text, reason
    told = [(f.text, f.unit, f.subject) for f in document.figures if f.subject == "Senna"]
    assert told == [("12", "ship", "Senna"), ("900", "t", "Senna")]
