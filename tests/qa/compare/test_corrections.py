"""What an article corrects itself: the right figure is shown, and any other notice stands beside the answer."""

from collections.abc import Callable

import pytest
from newsroom import Story, check_slices

from qa import Newsdesk
from qa.answer.cite import Citations
from qa.compare.corrections import corrected, find_notice
from tests.qa.reading import OneArticle, make_pick, read_document

FALL = "Lanes airport had 310,000 passengers last year, 6 percent fewer than a year earlier. It has two runways."
QUESTION = "By how much did the number of passengers fall?"

RIGHT = [
    ("Correction: the fall was 4 percent, not 6 percent.", "4 percent"),
    ("CORRECTION (April 15, 2024): An article on Thursday misstated the fall. It was 4 percent, not 6.", "6 percent"),
    ("Correction (15 April): An article on Thursday gave the fall as 6 percent. It was 4 percent.", "4 percent"),
    ("Editor's note: An earlier version of this story gave the fall as 6 percent. It was 4 percent.", "4 percent"),
    ("This article was amended on 3 May 2024. The fall was 4 percent rather than the 6 percent first given.",
     "4 percent"),
    ("An earlier version of this article said traffic fell 6 percent; it fell 4 percent.", "4 percent"),
    ("Clarification: passengers fell by 4 percent, not 6 percent; freight is not meant.", "4 percent"),
    ("Correction: the fall was 4 or 5 percent, not 6 percent, and freight fell by 8 percent.", "6 percent"),
    ("Correction: it has three runways, not two.", "6 percent"),
    ("Correction: The figure of 6 percent was wrong. It was 4 percent.", "4 percent"),
    ("Correction: This story originally said 16 percent. It is 6 percent.", "6 percent"),
    ("An earlier version gave the fall as 16 percent. The correct figure is 6 percent.", "6 percent"),
    ("Correction: the fall was 6 percent, not 16 percent.", "6 percent"),
    ("Correction: the fall was 6 percent of all, not of some.", "6 percent"),
]  # fmt: skip


@pytest.mark.parametrize(("notice", "shown"), RIGHT, ids=[row[0][:60] for row in RIGHT])
@pytest.mark.parametrize("first", [True, False])
def test_the_right_figure_takes_the_place_of_the_one_taken_back(notice: str, shown: str, first: bool) -> None:
    text = f"{notice}\n\n{FALL}" if first else f"{FALL}\n\n{notice}"
    _, pick = make_pick(QUESTION, text, "6 percent", inside="310,000", published="2024-04-11")
    source, citations = OneArticle(read_document(text, published="2024-04-11")), Citations()
    found, notes = corrected(pick, [pick], source, citations)
    assert found.short == shown and len(notes) == 1
    if shown == "6 percent":
        assert [c.quote for c in citations.all()] == [pick.candidate.text, notice] and notes[0].endswith("[2]")
    else:
        assert "6 percent" in notes[0] and found.also == ((pick.candidate.start, pick.candidate.end),)
        assert found.candidate.article.text[found.start : found.end] == shown
        assert found.candidate.text in notice and found.figure is not None


@pytest.mark.parametrize(
    "text",
    ["Correction officers were hired.", "The corrections came late, the mayor said.", "He was corrected by his wife.",
     "Editor's note: this is the second of three parts.", "This article was written with the help of two readers.",
     "An article in the treaty misleads many.", "An earlier version of the plan was cheaper."],
)  # fmt: skip
def test_what_is_no_notice(text: str) -> None:
    assert find_notice(f"Rain fell.\n\n{text}") is None


def test_nothing_is_added_where_there_is_none_or_the_answer_stands_in_it() -> None:
    for text, shown in ((FALL, "6 percent"), (f"{FALL}\n\nCorrection: it was 4 percent, not 6 percent.", "4 percent")):
        _, pick = make_pick(QUESTION, text, shown, published="2024-04-11")
        citations = Citations()
        assert corrected(pick, [], OneArticle(read_document(text, published="2024-04-11")), citations) == (pick, ())
        assert len(citations.all()) == 1


NAMES = [
    ("Correction: the pilot's name is Ada Holm, not Ida Holm.", "Ada Holm"),
    ("An earlier version of this story gave her name as Ida Holm. She is Ada Holm.", "Ada Holm"),
    ("Correction: the pilot was Bo Lind, not Ida Holm.", "Bo Lind"),
    ("Correction: Ida Holm flew from Lanes, not from Orsk.", "Ida Holm"),
    ("Correction: the pilot is Ida Holm. An earlier version of this story named her as Ada Holm.", "Ida Holm"),
    ("Correction: Bo Lind, who owns the field, was called its builder.", "Ida Holm"),
]


@pytest.mark.parametrize(("notice", "shown"), NAMES, ids=[row[0][:60] for row in NAMES])
def test_the_right_name_takes_the_place_of_the_one_taken_back(notice: str, shown: str) -> None:
    text = f"The pilot, Ida Holm, had landed twice before.\n\n{notice}"
    _, pick = make_pick("Who was the pilot?", text, "Ida Holm", inside="landed twice")
    found, notes = corrected(pick, [pick], OneArticle(read_document(text)), Citations())
    assert found.short == shown and len(notes) == 1
    assert found.candidate.article.text[found.start : found.end] == shown


FIRST = Story("first", "New wing for Orsk", "The new wing of the hospital in Orsk will cost 198 million pounds, the"
              " board said. Its auditor, Helen Quist, spoke of late changes.", "Orsk Ledger", "2024-02-06")  # fmt: skip
LATER = Story("later", "Correction: the hospital in Orsk", "An article published on 6 February said that the new wing"
              " of the hospital in Orsk would cost 198 million pounds. That was wrong. The correct figure is 189"
              " million pounds, up from 120 million pounds.\n\nThe article also gave the name of the auditor as Helen"
              " Quist. She is Helena Quist.", "Orsk Ledger", "2024-02-09")  # fmt: skip


@pytest.mark.parametrize(
    ("question", "shown"),
    [("How much will the new wing of the hospital in Orsk cost?", "189 million pounds (forecast)"),
     ("Who is the auditor?", "Helena Quist"), ("What is the name of the auditor?", "Helena Quist")],
)  # fmt: skip
def test_a_later_article_takes_back(open_desk: Callable[[list[Story]], Newsdesk], question: str, shown: str) -> None:
    desk = open_desk([FIRST, LATER])
    answer = desk.ask(question)
    check_slices(desk, answer)
    assert answer.short in (shown, shown.removesuffix(" (forecast)"))
    assert not answer.disagreements


def test_what_another_publisher_takes_back_is_its_own(open_desk: Callable[[list[Story]], Newsdesk]) -> None:
    other = Story("later", LATER.title, LATER.text, "Plains Tribune", "2024-02-09")
    answer = open_desk([FIRST, other]).ask("How much will the new wing of the hospital in Orsk cost?")
    assert not any("corrects it" in note and "publisher" in note for note in answer.notes)


def test_asked_of_a_pile(open_desk: Callable[[list[Story]], Newsdesk]) -> None:
    text = f"{FALL}\n\nCorrection (15 April 2024): the fall was 4 percent, not 6 percent."
    desk = open_desk([Story("air", "Fewer fly from Lanes", text, "Lanes Herald", "2024-04-11")])
    answer = desk.ask("By how much did the number of passengers of Lanes airport fall?")
    check_slices(desk, answer)
    assert answer.short == "4 percent" and any("first gave 6 percent" in note for note in answer.notes)
    assert [figure.figure.text for figure in answer.figures] == ["4 percent"]
    whole = desk.ask("How many passengers did Lanes airport have last year?")
    check_slices(desk, whole)
    assert whole.short == "310,000 passengers" and any("carries a correction" in note for note in whole.notes)
