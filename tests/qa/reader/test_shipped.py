"""The reader that ships, and one of a folder: both read anything, and a folder without a reader is refused."""

from pathlib import Path

import pytest

from ingest.errors import ModelError
from qa.reader.shipped import SHIPPED, open_reader
from qa.reader.spans import OnnxSpanReader

WINDOW = ("Fire in Kolda. ", "The mill burned on Monday. No one was hurt, said Ines Falk, who owns it.")


@pytest.fixture(scope="module")
def reader() -> OnnxSpanReader:
    return OnnxSpanReader(SHIPPED)


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Who owns the mill?", "Ines Falk"), ("When did the mill burn?", "Monday"), ("What burned?", "mill")],
)
def test_it_points_at_the_answer(reader: OnnxSpanReader, question: str, answer: str) -> None:
    reading = reader.read(question, [WINDOW])[0]
    _, start, end = reading.best(1)[0]
    assert answer in WINDOW[1][start:end]


def test_it_says_when_a_window_does_not_answer(reader: OnnxSpanReader) -> None:
    answers, does_not = (reader.read(q, [WINDOW])[0].best(1)[0][0] for q in ("Who owns the mill?", "Who won the cup?"))
    assert answers > does_not


@pytest.mark.parametrize(
    "question", ["Who?", "", "1." * 1000, "x" * 2000, "谁拥有这家工厂？", "\u202e\u0000", "Who? " * 400], ids=range(7)
)
@pytest.mark.parametrize(
    "window",
    [WINDOW, ("", ""), ("t" * 5000, "It sank."), ("", "好" * 3000), ("", "\n \n"), ("", "-" * 4000)],
    ids=range(6),
)
def test_it_reads_anything_and_its_spans_lie_in_the_window(
    reader: OnnxSpanReader, question: str, window: tuple[str, str]
) -> None:
    (reading,) = reader.read(question, [window])
    for margin, start, end in reading.best(3):
        assert 0 <= start < end <= len(window[1])
        assert margin == margin


def test_the_same_windows_give_the_same_readings(reader: OnnxSpanReader) -> None:
    windows = [WINDOW, ("", "It sank."), ("", "It sank off Kolda. " * 20)]
    first, second = (reader.read("What sank?", windows) for _ in range(2))
    assert [r.best(3) for r in first] == [r.best(3) for r in second]


def test_no_windows_are_no_work(reader: OnnxSpanReader) -> None:
    assert reader.read("Who?", []) == []


def test_a_folder_without_a_reader_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelError, match="no model in"):
        open_reader(str(tmp_path))
    (tmp_path / "reader.json").write_text("{}")
    with pytest.raises(ModelError, match="damaged"):
        open_reader(str(tmp_path)).read("Who?", [WINDOW])
