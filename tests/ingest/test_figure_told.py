"""Whose a figure is, whether it is so, per what, whence and where to, of what whole: every hand-marked row is read."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from ingest.figures import extract_figures
from ingest.figures.about.told import tell
from ingest.text.sentences import split_sentences
from ingest.types import Figure, FigureKind, Polarity

PUBLISHED = date(2024, 3, 7)
CASES = Path(__file__).parent / "figure_cases" / "told"
DEFAULTS = {"polarity": "said", "rate": "-", "from": "-", "to": "-", "part": "-"}
COLUMNS = ("subject", *DEFAULTS)


class Case(NamedTuple):
    """A text, the first words of one of its figures, and what each column may be."""

    text: str
    words: str
    marked: dict[str, tuple[str, ...]]
    reason: str


def cases() -> Iterator[Case]:
    """Yield the rows of all tables."""
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text, words, columns, reason = line.split(" | ")
            said = DEFAULTS | dict(pair.split("=", 1) for pair in columns.split("; "))
            yield Case(text.replace(" ¶ ", "\n\n"), words, {k: tuple(v.split("/")) for k, v in said.items()}, reason)


def figures(text: str) -> list[Figure]:
    found = extract_figures(text, sentences=split_sentences(text), published=PUBLISHED)
    return [one for one in found if one.kind is not FigureKind.DATE]


def read(figure: Figure) -> dict[str, str]:
    """Return what a figure says in each column of the tables."""
    values = (figure.subject, figure.polarity, figure.rate, figure.origin, figure.destination, figure.part_of)
    return {name: str(value or "-") for name, value in zip(COLUMNS, values, strict=True)}


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.reason)
def test_a_marked_figure_is_read(case: Case) -> None:
    figure = next(one for one in figures(case.text) if one.text.startswith(case.words))
    told = read(figure)
    assert {k: v for k, v in told.items() if v not in case.marked[k]} == {}, (case.text, case.marked)


def test_the_tables_are_long_enough_and_mark_something_in_every_column() -> None:
    rows = list(cases())
    assert len(rows) >= 120
    plain = {"subject": "-", "polarity": "said", "rate": "-", "from": "-", "to": "-", "part": "-"}
    assert all(sum(plain[name] not in row.marked[name] for row in rows) >= 10 for name in COLUMNS)


SUBJECTS_THAT_ARE_NONE = (
    "when he", "now it", "it", "he", "and the", "there", "you cannot", "supplies the valley",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "It was when he left that 40 pupils sang.",
        "Now it has 60 seats.",
        "You cannot have a village of 300 people.",
        "There were 30 guests.",
        "The plant that supplies the valley shut after 14 hours.",
    ],
)
def test_no_subject_is_a_pronoun_or_a_piece_of_a_clause(text: str) -> None:
    assert all((one.subject or "").lower() not in SUBJECTS_THAT_ARE_NONE for one in figures(text))


def test_a_dateline_is_no_subject() -> None:
    (first, second) = figures(
        "OSTBY, May 22 - A fire on the island of Hvalo burnt 970 hectares and closed 11 villages."
    )
    assert (first.subject, second.subject) == ("fire", "fire")


def test_of_two_people_named_neither_is_she() -> None:
    text = "Anna Holt met Maria Lind in Orm. She owns 40 horses."
    assert figures(text)[0].subject is None


def test_a_name_in_an_earlier_article_is_unknown_to_the_next() -> None:
    figures("Stenholt is a brewery in Orm.")
    assert figures("The brewery employs 310 people.")[0].subject == "brewery"


def test_a_denied_date_is_denied() -> None:
    text = "The club denied that it was founded on 4 May 1901."
    (day,) = [one for one in extract_figures(text) if one.kind is FigureKind.DATE]
    assert day.polarity is Polarity.DENIED


def test_telling_figures_again_changes_nothing() -> None:
    text = "Some 38 of the 112 graduates came to Sund from Torvik, but 9 euros a day were not paid."
    once = list(extract_figures(text))
    assert tell(text, 0, len(text), once) == once
