"""Tables of other shapes: things side by side, heads of sections, units and years told once, marks of notes."""

import pytest

from ingest.tables.write import write_table

TURNED = [
    ([["", "Ansa", "Bell"], ["Crew", "31", "44"], ["Boats", "5", "6"], ["Budget (£m)", "1.2", "2.4"]],
     "Ansa | Crew: 31 | Boats: 5 | Budget (£m): 1.2\nBell | Crew: 44 | Boats: 6 | Budget (£m): 2.4",
     "names over the columns, measures before the rows"),
    ([["Measure", "Ansa", "Bell"], ["Draught", "3.1", "4.4"], ["Berth", "5", "6"]],
     "Ansa | Draught: 3.1 | Berth: 5\nBell | Draught: 4.4 | Berth: 6", "a header that says so"),
    ([["Measure", "Unit", "Ansa", "Bell"], ["Grain", "tonnes", "3", "4"], ["Oil", "million litres", "5", ""]],
     "Ansa | Grain (tonnes): 3 | Oil (million litres): 5\nBell | Grain (tonnes): 4", "a column of units"),
    ([["", "Adult", "Child"], ["Ansa", "31", "44"], ["Bell", "5", "6"]],
     "Ansa | Adult: 31 | Child: 44\nBell | Adult: 5 | Child: 6", "names before the rows stay there"),
    ([["", "2022", "2023"], ["Crew", "31", "44"], ["Boats", "5", "6"]],
     "Crew | 2022: 31 | 2023: 44\nBoats | 2022: 5 | 2023: 6", "years are no things"),
    ([["Port", "Ansa", "Bell"], ["Crew", "31", "44"]], "Port: Crew | Ansa: 31 | Bell: 44",
     "a header that names things"),
    ([["", "Ansa", "Bell"], ["Wales Foods", "31", "44"], ["Orrin Motors", "5", "6"]],
     "Wales Foods | Ansa: 31 | Bell: 44\nOrrin Motors | Ansa: 5 | Bell: 6", "plurals in names are no measures"),
]  # fmt: skip
SECTIONS = [
    ([["Port", "Boats"], ["North", "North"], ["Ansa", "3"], ["South", "South"], ["Ansa", "4"], ["Bell", "5"]],
     "Port: Ansa, North | Boats: 3\nPort: Ansa, South | Boats: 4\nPort: Bell, South | Boats: 5",
     "a cell over all columns is the head of the rows up to the next"),
    ([["Port", "Boats", "Crew"], ["North", "", ""], ["Ansa", "3", "4"], ["South", "", ""], ["Bell", "5", "6"]],
     "Port: Ansa, North | Boats: 3 | Crew: 4\nPort: Bell, South | Boats: 5 | Crew: 6", "names beside empty cells"),
    ([["Port", "Boats", "Crew"], ["Ansa", "3", "4"], ["Bell", "", ""], ["Coll", "5", "6"]],
     "Port: Ansa | Boats: 3 | Crew: 4\nBell\nPort: Coll | Boats: 5 | Crew: 6", "a row of which nothing is known"),
    ([["Port", "Boats"], ["Ansa", ""], ["Bell", "3"], ["Coll", ""], ["Dorn", "5"]],
     "Ansa\nPort: Bell | Boats: 3\nColl\nPort: Dorn | Boats: 5", "two of them in a narrow table"),
    ([["Port", "Boats"], ["North:", ""], ["Bell", "3"]], "Port: Bell, North | Boats: 3", "a colon says so"),
    ([["Port", "Boats"], ["2022", "2022"], ["Ansa", "3"], ["2023", "2023"], ["Ansa", "4"]],
     "Port: Ansa | Boats 2022: 3\nPort: Ansa | Boats 2023: 4", "a year as head is the time of its rows"),
    ([["North", "North"], ["Ansa", "3"], ["South", "South"], ["Bell", "4"]], "Ansa, North | 3\nBell, South | 4",
     "the first head in a table without header"),
    ([["Port", "Boats"], ["Ansa", "3"], ["Source: harbour book", "Source: harbour book"]],
     "Port: Ansa | Boats: 3\n[Source: harbour book]", "a note below is no head, its source no publisher"),
    ([["Port", "Boats"], ["Note: no tugs", "Note: no tugs"], ["Ansa", "3"]], "Note: no tugs\nPort: Ansa | Boats: 3",
     "nor is a note above the rows"),
]  # fmt: skip
TOLD = [
    ([["Port", "2023"], ["Ansa", "3.1"]], "Budgets (million euros)", "Port: Ansa | Budgets 2023 (million euros): 3.1",
     "the measure and the unit of a year's numbers"),
    ([["Port", "2023"], ["Ansa", "3.1"]], "Table 4: Budgets, in million euros",
     "Port: Ansa | Budgets 2023 (million euros): 3.1", "behind a number and a comma"),
    ([["Port", "Grain", "Crew"], ["Ansa", "3", "31"]], "Landings in tonnes",
     "Port: Ansa | Grain (tonnes): 3 | Crew: 31", "what is counted has no such unit"),
    ([["Port", "Crew costs", "Boats"], ["Ansa", "3", "4"]], "Costs, £m", "Port: Ansa | Crew costs (£m): 3 | Boats: 4",
     "the column of the same word"),
    ([["Port", "Share (%)", "2023"], ["Ansa", "3", "4"]], "Fees (£m)", "Port: Ansa | Share (%): 3 | Fees 2023 (£m): 4",
     "a column with a unit of its own"),
    ([["Port", "Fee", "Crew"], ["Ansa", "3", "4"]], "All figures in thousand euros",
     "Port: Ansa | Fee (thousand euros): 3 | Crew (thousand euros): 4", "said of all numbers"),
    ([["Port", "Turnout"], ["Ansa", "31.5"]], "Turnout in 2023, %", "Port: Ansa | Turnout 2023 (%): 31.5", "a year"),
    ([["Port", "2022", "2023"], ["Ansa", "3", "4"]], "Ships since 2021", "Port: Ansa | 2022: 3 | 2023: 4",
     "columns with years of their own"),
    ([["Year", "Ships"], ["2022", "3"]], "Ships in 2023", "Year: 2022 | Ships: 3", "rows with years of their own"),
    ([["Port", "Ships"], ["Ansa", "3"]], "The ports and their ships", "Port: Ansa | Ships: 3", "nothing of the kind"),
    ([["Measure", "Unit", "2022", "2023"], ["Grain", "thousand tonnes", "3", "4"], ["Fees", "%", "5", "6"]], "",
     "Measure: Grain | Grain 2022 (thousand tonnes): 3 | Grain 2023 (thousand tonnes): 4\n"
     "Measure: Fees | Fees 2022 (%): 5 | Fees 2023 (%): 6", "a column of units"),
    ([["Port", "Unit", "Stock"], ["Ansa", "tonnes", "3"], ["Bell", "", "4"]], "",
     "Port: Ansa | Stock (tonnes): 3\nPort: Bell | Stock: 4", "such a column beside names"),
    ([["", "2022"], ["Fees (£m)", "3"]], "", "Fees (£m) | Fees 2022 (£m): 3", "a unit behind the name of the row"),
    ([["Port", "Fees (£m)", "Fees (£m)"], ["Port", "2022", "2023"], ["Ansa", "3", "4"]], "",
     "Port: Ansa | Fees 2022 (£m): 3 | Fees 2023 (£m): 4", "the unit of a group of columns"),
    ([["Port", "Fees (£m)", "Fees (£m)"], ["Port", "2023", "Change (%)"], ["Ansa", "3", "4"]], "",
     "Port: Ansa | Fees 2023 (£m): 3 | Fees Change (%): 4",
     "the column's own unit before the group's"),
]  # fmt: skip
MARKED = [
    ([["Port", "Leaks (%)*"], ["Ansa†", "17.5*"], ["Bell¹", "3.1[2]"], ["Coll [^1]", "†4"], ["Dorn (a)", "5²"]],
     "Port: Ansa | Leaks (%): 17.5\nPort: Bell | Leaks (%): 3.1\nPort: Coll | Leaks (%): 4\nPort: Dorn | Leaks (%): 5",
     "marks of notes"),
    ([["Port", "Area, km²"], ["Ansa¹ (old)", "3"]], "Port: Ansa (old) | Area, km²: 3",
     "inside a name; no square is one"),
    ([["Port", "Boats"], ["Ansa", "21a"], ["Bell", "14"]], "Port: Ansa | Boats: 21\nPort: Bell | Boats: 14",
     "a letter"),
    ([["Port", "Fee"], ["Ansa", "21p"], ["Bell", "14"]], "Port: Ansa | Fee: 21p\nPort: Bell | Fee: 14", "pence"),
    ([["Port", "Boats"], ["Ansa", "*"], ["Bell", "3"]], "Port: Ansa | Boats: *\nPort: Bell | Boats: 3", "a mark alone"),
    ([["Rank", "Port", "Boats"], ["1", "Ansa", "9"], ["2", "Bell", "8"]],
     "Port: Ansa | Boats: 9 | Rank: 1\nPort: Bell | Boats: 8 | Rank: 2", "places stand last"),
    ([["Place", "Boats"], ["Ansa", "9"]], "Place: Ansa | Boats: 9", "unless they are places on a map"),
    ([["Port", "Crew"], ["Ansa | Old Quay", "9"]], "Port: Ansa; Old Quay | Crew: 9", "a bar in a cell"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "text", "reason"), [*TURNED, *SECTIONS, *MARKED])
def test_shapes(rows: list[list[str]], text: str, reason: str) -> None:
    assert write_table(rows, 0 if rows[0][0] == "North" else 1) == text, reason


@pytest.mark.parametrize(("rows", "caption", "text", "reason"), TOLD, ids=[one[3] for one in TOLD])
def test_what_is_told_once(rows: list[list[str]], caption: str, text: str, reason: str) -> None:
    assert write_table(rows, None, [caption]) == text, reason


ABOVE = [
    ("Budgets in million euros:", "Budgets 2023 (million euros)", "a line that leads up to the table"),
    ("The board set its budgets in million euros.", "2023", "a sentence"),
    ("The budgets rose after 2019:", "2023", "a year of prose"),
    ("All amounts are in million euros.", "2023 (million euros)", "a sentence about all numbers"),
]


@pytest.mark.parametrize(("above", "label", "reason"), ABOVE, ids=[one[2] for one in ABOVE])
def test_the_line_above(above: str, label: str, reason: str) -> None:
    assert write_table([["Port", "2023"], ["Ansa", "3.1"]], 1, above=above) == f"Port: Ansa | {label}: 3.1", reason
