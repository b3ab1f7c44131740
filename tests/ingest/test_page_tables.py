"""Tables of web pages: what the markup tells of header cells, spans and notes is told by the rows that are written."""

import pytest

from ingest.read.html_page import read_html

PAGE = """<html><head><title>The ports of Orrin</title></head><body><article><h1>The ports of Orrin</h1><p>The ports of
Orrin counted their boats on Monday, and the board of the ports wrote down all that came in and went out.</p>{table}
<p>The board meets again in June, and will then say what it makes of all this.</p></article></body></html>"""
ANSA = "<tr><td>Ansa<td>31<td>5</tr>"
ROWS = [
    ("<table><tr><th rowspan=2>Port<th colspan=2>2023</tr><tr><th>Boats<th>Staff</tr>" + ANSA + "</table>",
     "Port: Ansa | 2023 Boats: 31 | 2023 Staff: 5", "a header over two columns, another over two rows"),
    ("<table><tr><th>Coast<th>Port<th>Boats</tr><tr><td rowspan=2>North<td>Ansa<td>31</tr><tr><td>Bell<td>44</table>",
     "Coast: North | Port: Ansa | Boats: 31\nCoast: North | Port: Bell | Boats: 44", "a cell over two rows"),
    ("<table><tr><th>Port<th>Boats<th>Staff</tr>" + ANSA + "</table><table><tr><th>Crew</th><td>310</td></tr>"
     "<tr><th>Cranes</th><td>12</td></tr></table>",
     "Port: Ansa | Boats: 31 | Staff: 5\nCrew | 310\nCranes | 12", "a table right below another has no headers of it"),
    ("<table><tr><th>Port</th><td>Ansa</td></tr><tr><th>Boats</th><td>31</td></tr></table>",
     "Port | Ansa\nBoats | 31", "a name marked as header beside its value"),
    ("<table><tfoot><tr><td>All<td>75<td>9</tr></tfoot><tbody>" + ANSA + "</tbody><thead><tr><th>Port<th>Boats<th>Staff"
     "</tr></thead></table>",
     "Port: Ansa | Boats: 31 | Staff: 5\nPort: All | Boats: 75 | Staff: 9", "head first, foot last"),
    ("<table><tr><th>Port<th>Area (km<sup>2</sup>)</tr><tr><td>Ansa<sup>a</sup><td>31<sup>[1]</sup></table>",
     "Port: Ansa | Area (km²): 31", "marks of notes are no words, a square is"),
    ("<table><tr><th>Port<th>Grain (10<sup>6</sup> t)<th>Rank</tr><tr><td>Ansa<td>31<td>1<sup>st</sup></table>",
     "Port: Ansa | Grain (10^6 t): 31 | Rank: 1st", "nor is a power of ten a note, or the end of a word"),
    ("<table><tr><td><table><tr><th>Port<th>Boats</tr><tr><td>Ansa<td>31</table></td></tr></table>",
     "Port: Ansa | Boats: 31", "a table in a page that is laid out with one"),
    ("<figure><table><tr><th>Port<th>Boats</tr><tr><td>Ansa<td>31</table><figcaption>By port</figcaption></figure>",
     "By port\nPort: Ansa | Boats: 31", "in a figure"),
    ("<table><caption>Boats, by port</caption><tr><th>Port<th>Boats</tr><tr><td>Ansa<td>31</table>",
     "Boats, by port\nPort: Ansa | Boats: 31", "with a caption"),
    ("<table><tr><th>Port<th>Boats<tr><td>Ansa|Bell<td colspan=9999999>31</table>",
     "Port: Ansa|Bell | Boats: 31" + " | 31" * 58, "a bar in a name; a span beyond all pages"),
    ("<table role=presentation><tr><td>The master of the port said that the boats may come in.</td></tr></table>",
     "The master of the port said that the boats may come in.", "a page laid out with a table keeps its words"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "rows", "reason"), ROWS, ids=[one[2] for one in ROWS])
def test_the_rows_of_a_page(table: str, rows: str, reason: str) -> None:
    text = next(read_html(PAGE.format(table=table).encode(), "p.html")).text
    assert text.partition("went out.")[2].partition("The board meets")[0].strip() == rows, reason
