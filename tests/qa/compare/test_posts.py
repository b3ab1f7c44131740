"""Live pages: what is asked as it stands now is answered from the newest post that tells of it."""

from collections.abc import Callable

import pytest
from newsroom import Story, check_slices

from qa import Newsdesk

LIVE = """Our reporters follow the storm as it crosses the islands.

22 January 2024, 22:10: Fewer homes dark

22 January 2024, 22:10: The grid company says 30,000 homes are without power tonight. Crews are out with 12 trucks.

21 January 2024, 19:40: 120,000 homes without power

21 January 2024, 19:40: The grid company says 120,000 homes are without power this evening.

21 January 2024, 08:00: Three people died when a tree fell on a bus in Merrow. 45 roads are closed.
"""
ROWS = [
    ("How many homes are without power after the storm?", "30,000 homes", "asked of now"),
    ("How many homes are still without power?", "30,000 homes", "said to be of now"),
    ("How many homes were without power on 21 January?", "120,000 homes", "a day is named"),
    ("How many roads are closed?", "45 roads", "no later post tells of them"),
    ("How many people died when a tree fell on a bus?", "Three people", "no state"),
]


@pytest.mark.parametrize(("question", "shown", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_the_newest_post_tells_of_now(
    open_desk: Callable[[list[Story]], Newsdesk], question: str, shown: str, why: str
) -> None:
    desk = open_desk([Story("live", "Storm Ada: live", LIVE, "Merrow Post", "2024-01-21")])
    answer = desk.ask(question)
    check_slices(desk, answer)
    assert answer.short == shown
    told = [note for note in answer.notes if "older post" in note]
    assert told in ([], ["an older post (21 January 2024, 19:40) gives 120,000 homes"])
    assert shown == "30,000 homes" or not told


def test_what_no_post_dates_is_left_in_its_order(open_desk: Callable[[list[Story]], Newsdesk]) -> None:
    text = LIVE.replace("22 January 2024, 22:10: ", "").replace("21 January 2024, 19:40: ", "")
    desk = open_desk([Story("plain", "Storm Ada", text, "Merrow Post", "2024-01-21")])
    answer = desk.ask("How many homes are without power after the storm?")
    assert not [note for note in answer.notes if "older post" in note]


CLOCKS = """19:40: Some 120,000 homes are without power this evening, the grid company says.

20:30: The road to the port is shut by 3 fallen trees, the police say.

22:10: Some 30,000 homes are without power tonight, the grid company says.
"""


def test_without_a_day_the_later_clock_tells(open_desk: Callable[[list[Story]], Newsdesk]) -> None:
    desk = open_desk([Story("clocks", "How the storm came", CLOCKS, "Merrow Post", None)])
    answer = desk.ask("How many homes are without power?")
    check_slices(desk, answer)
    assert answer.short == "Some 30,000 homes"
    assert "an older post (19:40) gives Some 120,000 homes" in answer.notes


NONE = """22 January 2024, 22:10: Nobody is stranded any more, the coast guard says.

21 January 2024, 19:40: The coast guard says 14 sailors are stranded on the sandbank.
"""
LATER = [
    (NONE, True, "a newer post says that there is none"),
    (NONE.replace("22 January 2024, 22:10", "20 January 2024, 22:10"), False, "an older one says so"),
    (NONE.replace("Nobody is stranded any more", "Nobody knows the cause"), False, "of another thing"),
]


@pytest.mark.parametrize(("text", "noted", "why"), LATER, ids=[row[2] for row in LATER])
def test_a_newer_post_that_says_there_is_none_is_noted(
    open_desk: Callable[[list[Story]], Newsdesk], text: str, noted: bool, why: str
) -> None:
    desk = open_desk([Story("ship", "Ship aground: live", text, "Merrow Post", "2024-01-21")])
    answer = desk.ask("How many sailors are stranded on the sandbank?")
    assert answer.short == "14 sailors"
    told = "a newer post (22 January 2024, 22:10) says “Nobody is stranded any more, the coast guard says.”"
    assert (told in answer.notes) is noted, why
