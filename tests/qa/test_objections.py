"""Each reason to decline: a row where it holds, and one much like it where it must not."""

import pytest
from qa_reading import make_pick

from qa.objections import objection

PORT = """Dock crews in Callao loaded 310 ships in 2021, the port said. It will load 400 ships in 2025.

In Guayaquil, crews loaded 190 ships in 2021. The crane fell because a bolt had rusted through."""
FIRMS = "Firms from Lima invested 3 million dollars in Quito in 2021."
TOWN = "Rosa Iturbe, the mayor of Callao, opened the quay. Jorge Paz drives a bus in Callao."
SHOP = "The bakery in Riga earned 4 million euros. It sold 900 loaves and employs 12 bakers."

TABLE = [
    # about another place
    ("How many ships were loaded in Valdivia?", PORT, "310 ships", "Valdivia", "a place no one names"),
    ("How many ships were loaded in Callao in 2021?", PORT, "310 ships", None, "the place and year named"),
    ("Who is the mayor of Callao?", TOWN.replace("the mayor of Callao", "the mayor of Tumbes"), "Rosa Iturbe",
     "Tumbes", "the office of another town"),
    # another time
    ("How many ships were loaded in Callao in 2019?", PORT, "310 ships", "2019", "another year"),
    ("How many ships were loaded in Callao?", PORT, "310 ships", None, "no year asked"),
    # the opposite direction
    ("How much did firms from Quito invest in Lima?", FIRMS, "3 million dollars", "opposite", "swapped"),
    ("How much did firms from Lima invest in Quito?", FIRMS, "3 million dollars", None, "as told"),
    # a forecast is no outcome
    ("How many ships did Callao load in 2025?", PORT, "400 ships", "look forward", "asked as done"),
    ("How many ships will Callao load in 2025?", PORT, "400 ships", None, "asked as planned"),
    ("How many ships did Callao load in 2021?", PORT, "310 ships", None, "an outcome"),
    # a fall is no rise
    ("By how much did rents rise in Graz?", "Rents in Graz fell by 7 percent.", "7 percent", "a fall", "it fell"),
    ("By how much did rents fall in Graz?", "Rents in Graz fell by 7 percent.", "7 percent", None, "as asked"),
    # no reason
    ("Why did Callao load fewer ships?", PORT, "Dock crews in Callao loaded 310 ships in 2021, the port said.",
     "no reason", "a sentence without a reason"),
    ("Why did the crane fall?", PORT, "The crane fell because a bolt had rusted through.", None, "with because"),
    # no office
    ("Who is the governor of Callao?", TOWN, "Jorge Paz", "no one is named as governor", "no office in the sentence"),
    ("Who is the mayor of Callao?", TOWN, "Rosa Iturbe", None, "the office is hers"),
    ("Who drives a bus in Callao?", TOWN, "Jorge Paz", None, "no office asked"),
    # another measure
    ("What was the debt of the bakery in Riga?", SHOP, "4 million euros", "the figure is of", "earned is no debt"),
    ("How much did the bakery in Riga earn?", SHOP, "4 million euros", None, "earned"),
    ("What was the score between Graz and Linz?", "Graz beat Linz 3-1 in May.", "3-1", None, "a score is one"),
    ("How many master bakers does it employ?", SHOP, "12 bakers", None, "the counted noun itself"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text", "shown", "said", "why"), TABLE, ids=[row[4] for row in TABLE])
def test_objection(question: str, text: str, shown: str, said: str | None, why: str) -> None:
    reason = objection(*make_pick(question, text, shown))
    if said is None:
        assert reason is None, why
    else:
        assert reason is not None and said in reason, why


def test_a_count_of_another_thing() -> None:
    asked, pick = make_pick(
        "How many oak trees does the park in Graz have?", "The park in Graz has 40 benches.", "40 benches"
    )
    assert objection(asked, pick) == "it counts benches"
