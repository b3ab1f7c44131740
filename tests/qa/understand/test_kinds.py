"""What kind of answer a question asks for: a row, and what a reader would expect to be told."""

import pytest

from qa.types import Asks
from qa.understand.kinds import asked_kind

TABLE = [
    # counts
    ("How many nurses work at the Karachi clinic?", Asks.COUNT),
    ("how many flats were let in leipzig", Asks.COUNT),
    ("What is the number of ferries in service?", Asks.COUNT),
    ("Tell me the number of schools in Maputo.", Asks.COUNT),
    ("Could you say how many wells were dug?", Asks.COUNT),
    ("Do we know how many people were hurt?", Asks.COUNT),
    ("What was the death toll in the Valparaiso fire?", Asks.COUNT),
    ("What is the population of Tromso?", Asks.COUNT),
    ("What is the headcount of the shipyard?", Asks.COUNT),
    ("Exactly how many trees did the Kigali council plant?", Asks.COUNT),
    ("By how many seats did the party miss a majority?", Asks.COUNT),
    ("How numerous are the wolves of Abruzzo?", Asks.COUNT),
    # amounts of money
    ("How much did the bridge at Pakse cost?", Asks.AMOUNT),
    ("How many euros will the stadium cost?", Asks.AMOUNT),
    ("How many million dollars did Nexora borrow?", Asks.AMOUNT),
    ("What is the price of a tonne of cocoa?", Asks.AMOUNT),
    ("What was the revenue of the port in 2019?", Asks.AMOUNT),
    ("What was its net profit?", Asks.AMOUNT),
    ("How expensive is a ticket to Busan?", Asks.AMOUNT),
    ("What does a litre of diesel cost in Accra?", Asks.AMOUNT),
    ("What did the painting sell for?", Asks.AMOUNT),
    ("What fine was the airline given?", Asks.AMOUNT),
    ("What is the market capitalisation of Oriel Foods?", Asks.AMOUNT),
    ("How much money was stolen?", Asks.AMOUNT),
    ("Which sum of money did the heirs receive?", Asks.AMOUNT),
    ("What was the annual budget of the museum?", Asks.AMOUNT),
    ("What are the wine exports of Chile worth?", Asks.AMOUNT),
    # shares and rates
    ("What percentage of homes have fibre?", Asks.SHARE),
    ("What share of voters stayed at home?", Asks.SHARE),
    ("What proportion of the fleet is electric?", Asks.SHARE),
    ("How much of the harvest was lost?", Asks.SHARE),
    ("What was the unemployment rate in Durban?", Asks.SHARE),
    ("At what rate did exports grow?", Asks.SHARE),
    ("How fast did the economy of Ghana grow in 2021?", Asks.SHARE),
    ("By what percentage did rents rise?", Asks.SHARE),
    ("How many percent of pupils passed?", Asks.SHARE),
    ("What fraction of the reef has died?", Asks.SHARE),
    ("What is the interest rate of the central bank?", Asks.SHARE),
    # measures
    ("How long is the new tunnel?", Asks.MEASURE),
    ("How tall is the tower in Jakarta?", Asks.MEASURE),
    ("How far is the plant from the coast?", Asks.MEASURE),
    ("How big is the reserve?", Asks.MEASURE),
    ("How heavy is the bell?", Asks.MEASURE),
    ("How much does the bell weigh?", Asks.MEASURE),
    ("What is the area of the lake?", Asks.MEASURE),
    ("What was the speed of the train?", Asks.MEASURE),
    ("How deep is the shaft?", Asks.MEASURE),
    ("How hot was it in Seville?", Asks.MEASURE),
    ("What is the capacity of the battery?", Asks.MEASURE),
    ("How many times larger is the new dam?", Asks.MEASURE),
    ("How large is the solar park near Ouarzazate?", Asks.MEASURE),
    ("How high did the river rise?", Asks.MEASURE),
    # dates
    ("When did the ferry to Lamu start?", Asks.DATE),
    ("In which year was the mint founded?", Asks.DATE),
    ("What year did the mine close?", Asks.DATE),
    ("On what date was the treaty signed?", Asks.DATE),
    ("Since when has the road been shut?", Asks.DATE),
    ("How long ago did the volcano erupt?", Asks.DATE),
    ("In what month was the ship launched?", Asks.DATE),
    ("On which day will the vote be held?", Asks.DATE),
    ("Do you know when the line opens?", Asks.DATE),
    # durations and ages
    ("How long did the strike last?", Asks.DURATION),
    ("For how many years has she led the union?", Asks.DURATION),
    ("How long will the works take?", Asks.DURATION),
    ("How old is the suspect?", Asks.AGE),
    ("At what age did he retire?", Asks.AGE),
    # people
    ("Who is the mayor of Cusco?", Asks.PERSON),
    ("Who wrote the report?", Asks.PERSON),
    ("Whose company built the pier?", Asks.PERSON),
    ("Which minister resigned?", Asks.PERSON),
    ("Name the founder of the choir.", Asks.PERSON),
    ("What is the name of the club's captain?", Asks.PERSON),
    ("By whom was the prize awarded?", Asks.PERSON),
    ("Which analyst expects lower prices?", Asks.PERSON),
    # places
    ("Where will the festival be held?", Asks.PLACE),
    ("In which city is the plant?", Asks.PLACE),
    ("To which country were the tractors sold?", Asks.PLACE),
    ("Which village was cut off by snow?", Asks.PLACE),
    ("Where does the cobalt come from?", Asks.PLACE),
    ("In what province lies the new park?", Asks.PLACE),
    # other names
    ("Which company won the tender?", Asks.NAME),
    ("What is the ship called?", Asks.NAME),
    ("Which bank lent the money?", Asks.NAME),
    ("What is the name of the new telescope?", Asks.NAME),
    ("Which steelmaker closed its furnace?", Asks.NAME),
    ("Which newspaper broke the story?", Asks.NAME),
    ("What university runs the trial?", Asks.NAME),
    # yes or no
    ("Is the harbour open?", Asks.YES_NO),
    ("Did the council approve the plan?", Asks.YES_NO),
    ("Has the factory reopened?", Asks.YES_NO),
    ("Will the airline fly to Perth?", Asks.YES_NO),
    ("Are there bears on the island?", Asks.YES_NO),
    # statements
    ("Why did the dam fail?", Asks.STATEMENT),
    ("What did the governor say about the drought?", Asks.STATEMENT),
    ("How does the filter work?", Asks.STATEMENT),
    ("What is the treaty about?", Asks.STATEMENT),
    ("Tell me about the flood in Chiang Mai.", Asks.STATEMENT),
    ("What happened at the refinery?", Asks.STATEMENT),
    ("How did farmers react to the tax?", Asks.STATEMENT),
    # as people type into a search box
    ("steel output growth 2021", Asks.SHARE),
    ("nexora revenue 2020", Asks.AMOUNT),
    ("population tromso", Asks.COUNT),
    ("length of the tunnel", Asks.MEASURE),
    ("number of ferries kochi", Asks.COUNT),
]


@pytest.mark.parametrize(("question", "asks"), TABLE, ids=[row[0] for row in TABLE])
def test_asked_kind(question: str, asks: Asks) -> None:
    assert asked_kind(question) is asks


def test_every_kind_has_rows() -> None:
    assert {asks for _, asks in TABLE} == set(Asks)
    assert len(TABLE) >= 80


@pytest.mark.parametrize("question", ["how many nurses work at the clinic", "when did it start", "who won"])
def test_case_and_marks_do_not_matter(question: str) -> None:
    assert asked_kind(question) is asked_kind(question.upper()) is asked_kind(f"  {question.capitalize()} ?!")


@pytest.mark.parametrize("text", ["", "?", "\0\ud800", "数字はいくつですか", "how many " * 2000])
def test_anything_has_a_kind(text: str) -> None:
    assert asked_kind(text) in set(Asks)
