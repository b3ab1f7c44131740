"""Which questions ask for arithmetic, and how they are split."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.compute.ask import find_task
from qa.compute.operations import Operation
from qa.compute.task import Shape, Task

D, R, S = Operation.DIFFERENCE, Operation.RATIO, Operation.SUM
THINGS, TIMES = Shape.THINGS, Shape.TIMES
TABLE = [
    ("How many more mills than quarries has Lagos built?", D, THINGS,
     "How many mills has Lagos built?", "How many quarries has Lagos built?", "the tail is shared"),
    ("How many more schools than clinics opened in Abuja?", D, THINGS,
     "How many schools opened in Abuja?", "How many clinics opened in Abuja?", "a participle ends the noun phrase"),
    ("How many fewer seats did the Reds win than the Blues?", D, THINGS,
     "How many seats did the Reds win?", "How many seats did the Blues win?", "another subject"),
    ("How much more did Nexora earn in Lagos than in Kano?", D, THINGS,
     "How much did Nexora earn in Lagos?", "How much did Nexora earn in Kano?", "another place"),
    ("By how much does Nexora's revenue exceed that of Halvorsen?", D, THINGS,
     "What was Nexora's revenue?", None, "exceeds"),
    ("What is the difference between the number of ships and the number of ports?", D, THINGS,
     "How many ships?", "How many ports?", "number of"),
    ("What is the difference in revenue between Nexora and Halvorsen?", D, THINGS,
     "What was revenue of Nexora?", "What was revenue of Halvorsen?", "difference in"),
    ("How many times as many tunnels as stations does the line have?", R, THINGS,
     "How many tunnels does the line have?", "How many stations does the line have?", "times as many"),
    ("How many schools and clinics are there altogether in Abuja?", S, THINGS,
     "How many schools are there in Abuja?", "How many clinics are there in Abuja?", "a sum"),
    ("By how many percentage points did turnout rise from 2014 to 2020?", D, TIMES,
     "What percentage was turnout in 2020?", "What percentage was turnout in 2014?", "from and to"),
    ("By how many percentage points did turnout in Kano rise from 2014?", D, TIMES,
     "What percentage was turnout in Kano?", "What percentage was turnout in Kano in 2014?", "the later time is open"),
    ("How much did revenue grow between 2013 and 2022?", D, TIMES,
     "What was revenue in 2022?", "What was revenue in 2013?", "between and"),
    ("How many more visitors came in 2023 than in 2022?", D, TIMES,
     "How many visitors came in 2023?", "How many visitors came in 2022?", "more than in another year"),
    ("How many times as large as in 2014 is the share of wind power?", R, TIMES,
     "What was the share of wind power?", "What was the share of wind power in 2014?", "as large as in"),
    ("What was the percentage increase in turnover from 2019 to 2023?", Operation.CHANGE, TIMES,
     "What was turnover in 2023?", "What was turnover in 2019?", "percentage increase"),
    ("How many months passed between the signing of the deal and the closure of the plant?", Operation.ELAPSED, THINGS,
     "When was the signing of the deal?", "When was the closure of the plant?", "time between"),
    ("Which came first, the strike or the storm?", Operation.EARLIER, THINGS,
     "When was the strike?", "When was the storm?", "came first"),
    ("Which number is larger in Kano: schools or clinics?", Operation.LARGER, THINGS,
     "How many schools in Kano?", "How many clinics in Kano?", "larger"),
    ("What is the average amount per loan that the bank granted?", Operation.PER, Shape.SHARED,
     None, "How many loans that the bank granted?", "average per"),
    ("What is the difference between the deepest and the shallowest cut in the hull?", D, Shape.RANGE,
     None, None, "both ends of a range"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "operation", "shape", "left", "right"), [r[:5] for r in TABLE],
                         ids=[r[5] for r in TABLE])  # fmt: skip
def test_split(question: str, operation: Operation, shape: Shape, left: str | None, right: str | None) -> None:
    task = find_task(question)
    assert isinstance(task, Task)
    assert (task.operation, task.shape) == (operation, shape)
    assert left is None or task.left == left
    assert right is None or task.right == right


ORDINARY = [
    ("How many companies are there in Lagos and Kano?", "two places, one figure"),
    ("What is the total investment?", "a total the article gives"),
    ("How much did sales rise?", "the change itself is told"),
    ("How much did revenue grow last year?", "the same, with a time"),
    ("By what factor did output in 2023 exceed that of 2013?", "a factor is told"),
    ("What is the average annual growth rate?", "an average is told"),
    ("What was the output per hectare?", "a rate is told"),
    ("How many more people does it plan to hire?", "more than nothing"),
    ("Who won more than 40 seats?", "a bound, no comparison"),
    ("Which firms built more than 20 ships?", "the same"),
    ("Did more than 300 people come to Kano?", "the same"),
    ("When did the strike begin and who called it?", "two questions"),
    ("Why is the plant larger than planned?", "a reason"),
    ("What lies between Lagos and Kano?", "a place"),
    ("How long did the strike last?", "a duration is told"),
]  # fmt: skip


@pytest.mark.parametrize("question", [r[0] for r in ORDINARY], ids=[r[1] for r in ORDINARY])
def test_ordinary_questions_are_left_alone(question: str) -> None:
    assert find_task(question) is None


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    find_task(text)


_WORDS = (
    "how many more less than by much did rise from 2014 to the difference between and or which first per average"
).split()


@given(st.lists(st.sampled_from(_WORDS), max_size=30))
def test_no_run_of_asking_words_raises(words: list[str]) -> None:
    task = find_task(" ".join(words))
    assert task is None or task.left
