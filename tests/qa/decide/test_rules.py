"""Each rule of the gate: a row where it holds, one much like it where it must not, and without it nothing."""

from time import perf_counter

import pytest
from qa_reading import make_pick

from qa.decide.rules import RULES, objection

PORT = """Dock crews in Callao loaded 310 ships in 2021, the port said. It will load 400 ships in 2025.

In Guayaquil, crews loaded 190 ships in 2021."""
DRAWN = "Some 430 firms were attracted to Callao. Tumbes is a port."
MILL = "The mill burns 420 tonnes of straw a day."
COURT = "Judge Rosa Iturbe spoke in Callao on Monday about 30 cases."

TURNOUT = "Turnout was 12 percent in Riga and 9 percent in Oslo."
LATER = "Turnout was 61 percent in 2018 and 58 percent in 2022."
TRADE = "Tumbes will trade with Callao, Mayor Paz said."
FERRIES = "Zorba said on Monday in a note that it employs 54 crew. Tumbes Ferries would not say."
DOCTORS = "Chile sent 14 doctors; Peru sent tents."
SHOWS = "The band gives 48 shows this season, nine of them outside Callao."
BOOKS = "Callao holds 140 books. Tumbes holds 310 books."
QUARTER = "Rents rose by 3.8 percent in the second quarter."
ASKED_FOR = "Prosecutors asked for eight years in prison for Ivo Paz."
SALE = "Kolda has sold its works to Tumbes Foods for 52 million euros."
COMPLAINT = "Rosa Iturbe complained to her colleague Ivo Paz about the rice duty."
FOODS = "Kolda Foods of Chile has 54 crew. Kolda is growing."
KEEPER = "Goalkeeper Ivo Paz has stopped 14 goals."
BUSES = "Buses took 62 boys from the port to Callao."
SHARES = "Kolda rose 4 percent in Lima on Monday. It was a quiet day. In Tumbes no shares were traded."
COD = "Boats landed 560 tonnes of cod and hake."
OWED = "Ivo and Rosa Paz owe 120 euros between them."
NAMED = "The town voted down a plan to name the hall after Ivo Paz."
DEALT = "Callao and Tumbes, which have 410 and 275 people respectively, will merge."
NEIGHBOURS = "The mayor of Callao and the mayor of neighbouring Tumbes, Rosa Iturbe, met."
FARES = """Route: Ica, Northern line | Adult: £4.20 | Child: £2.10
Route: Ica, Southern line | Adult: £6.90 | Child: £3.45
Route: Pisco, Southern line | Adult: £7.90 | Child: £3.80"""
GUESTS = "House: Ica | Guests: 310\nHouse: Total | Guests: 640"
CATCH = "Port: Callao | Catch: 310 tonnes | Value: £4m"
REVENUE = (
    "Line: Ica | Revenue 2022 (million euros): 41 million euros | Revenue 2023 (million euros): 44 million euros"
    " | Passengers 2022: 310 | Passengers 2023: 355"
)
CREW = "Port: Callao | Crew: 54 crew | Crew pay: £4m"
BUDGET = "Town: Callao | Budget: £14m | Change: 3%"
HOLDER = "Rosa Iturbe, mayor of Callao, flew to Tumbes."

# rule, question, text, words shown, what is said against them (None: nothing)
TABLE = [
    (
        "other_holder",
        "Who is the mayor of Tumbes?",
        HOLDER,
        "Rosa Iturbe",
        "Callao",
    ),
    (
        "other_holder",
        "Who is the mayor of Callao?",
        HOLDER,
        "Rosa Iturbe",
        None,
    ),
    ("other_holder", "Who is Callao's mayor?", "Tumbes Mayor Rosa Iturbe flew to Callao.", "Rosa Iturbe", "Tumbes"),
    ("other_holder", "Who is the mayor of Callao?", "Mayor Rosa Iturbe spoke in Callao.", "Rosa Iturbe", None),
    ("other_row", "What does a child pay on the southern line?", FARES, "£2.10", "Northern"),
    ("other_row", "What does a child pay on the southern line?", FARES, "£3.45", None),
    ("other_row", "What is the fare of a child to Pisco on the northern line?", FARES, "£3.80", "Southern"),
    ("other_row", "How many guests came in total?", GUESTS, "310", "Ica"),
    ("other_row", "How many guests came to Ica?", GUESTS, "310", None),
    ("other_owner", "What was the revenue of Ica in 2023?", REVENUE, "44 million euros", None),
    ("other_column", "What was the value of the catch in Callao?", CATCH, "310 tonnes", "Catch"),
    ("other_column", "What was the value of the catch in Callao?", CATCH, "£4m", None),
    ("other_column", "What was the catch in Callao?", CATCH, "310 tonnes", None),
    ("other_column", "How much pay do the crew of Callao get?", CREW, "54 crew", "Crew"),
    ("other_column", "How did the budget of Callao change?", BUDGET, "£14m", "Budget"),
    ("other_name", "When did crews load ships in Valdivia?", PORT, "2021", "Valdivia"),
    ("other_name", "How many ships were loaded in Guayaquil?", PORT, "190 ships", None),
    ("other_place", "How many firms has Tumbes attracted?", DRAWN, "430 firms", "Callao"),
    ("other_place", "How many firms has Callao attracted?", DRAWN, "430 firms", None),
    (
        "other_holder",
        "Who is the prime minister of Peru?",
        "Prime Minister Rosa Iturbe spoke in Peru.",
        "Rosa Iturbe",
        None,
    ),
    ("other_holder", "Who is the president of China?", "Chinese President Li Hao spoke.", "Li Hao", None),
    ("other_unit", "How many straw mills burn a day?", MILL, "420 tonnes", "another thing"),
    ("other_unit", "How many tonnes of straw does the mill burn a day?", MILL, "420 tonnes", None),
    ("other_unit", "By what factor did it grow?", "It grew to 3 million euros.", "3 million euros", "another thing"),
    ("other_unit", "By what factor did it grow?", "It grew 3 times.", "3 times", None),
    ("other_owner", "What was turnout in Riga?", TURNOUT, "9 percent", "another"),
    ("other_owner", "What was turnout in Riga?", TURNOUT, "12 percent", None),
    (
        "other_direction",
        "What did Peru ship to Chile?",
        "Chile shipped 3 tonnes of tea to Peru.",
        "3 tonnes",
        "opposite",
    ),
    ("other_direction", "What did Peru sell to Chile?", "Peru sold 3 tonnes of tea to Chile.", "3 tonnes", None),
    ("other_deed", "How many people were hurt?", "The blast killed 12 people.", "12 people", "opposite"),
    ("other_deed", "How many people were killed?", "The blast killed 12 people.", "12 people", None),
    ("other_holder", "Who is the mayor of Callao?", TRADE, "Paz", "Tumbes"),
    ("other_holder", "Who is the mayor of Tumbes?", TRADE, "Paz", None),
    (
        "other_holder",
        "Who is the mayor of Callao?",
        "Jorge Paz drives a bus in Callao.",
        "Jorge Paz",
        "no one is named",
    ),
    ("other_time", "How many ships were loaded in Callao in 2019?", PORT, "310 ships", "not for"),
    ("other_time", "How many ships were loaded in Callao in 2021?", PORT, "310 ships", None),
    ("other_time", "Who loaded ships in 1999?", PORT, "Dock crews", "does not speak of"),
    (
        "out_of_date",
        "What is the turnout?",
        LATER,
        "61 percent",
        "later",
    ),
    (
        "out_of_date",
        "What is the turnout?",
        LATER,
        "58 percent",
        None,
    ),
    ("only_planned", "How many ships did Callao load in 2025?", PORT, "400 ships", "look forward"),
    ("only_planned", "How many ships will Callao load in 2025?", PORT, "400 ships", None),
    ("only_planned", "How many ships did Callao load in 2021?", PORT, "310 ships", None),
    ("other_rate", "How much straw does the mill burn a year?", MILL, "420 tonnes", "per day"),
    ("other_rate", "How much straw does the mill burn daily?", MILL, "420 tonnes", None),
    ("other_rate", "How much straw does the mill burn?", MILL, "420 tonnes", None),
    ("other_rate", "How many days in total did the strike last?", "The strike lasted 12 days.", "12 days", None),
    (
        "other_rate",
        "How much is spent in total?",
        "Kolda spends 56 euros per resident.",
        "56 euros per resident",
        "resident",
    ),
    ("other_class", "Who spoke in Callao?", COURT, "Monday", "a time"),
    ("other_class", "Who spoke in Callao?", COURT, "Rosa Iturbe", None),
    ("other_class", "How many cases are there?", COURT, "Callao", "no figure"),
    ("other_class", "How many cases are there?", COURT, "30 cases", None),
    ("other_class", "When did she speak?", COURT, "Callao", "no time"),
    ("other_class", "When did she speak?", COURT, "Monday", None),
    ("not_so", "How many crew were charged?", "Police said 14 crew were not charged.", "14 crew", "not so"),
    ("not_so", "How many crew were charged?", "Police said 14 crew were charged.", "14 crew", None),
    ("not_so", "How many crew were not charged?", "Police said 14 crew were not charged.", "14 crew", None),
    (
        "not_so",
        "How much did she steal?",
        "She was acquitted of stealing 2 million euros.",
        "2 million euros",
        "not so",
    ),
    ("not_so", "How much did it cost?", "It was not late, but it cost 2 million euros.", "2 million euros", None),
    ("no_comparison", "Who invested the most?", "Kolda Foods invested 2 million euros.", "Kolda Foods", "which it is"),
    ("no_comparison", "Who invested the most?", "Kolda Foods was the biggest investor.", "Kolda Foods", None),
    ("no_comparison", "Who invested?", "Kolda Foods invested 2 million euros.", "Kolda Foods", None),
    ("other_person", "Which prize did Anton Paz win?", "Irena Paz won the Sandal Prize.", "Sandal Prize", "Irena"),
    ("other_person", "Which prize did A. Paz win?", "Anton Paz won the Sandal Prize.", "Sandal Prize", None),
    ("other_subject", "How many crew does Tumbes Ferries have?", FERRIES, "54 crew", "Zorba"),
    ("other_subject", "How many crew does Zorba have?", FERRIES, "54 crew", None),
    ("other_clause", "How many doctors did Peru send?", DOCTORS, "14 doctors", "Chile"),
    ("other_clause", "How many doctors did Chile send?", DOCTORS, "14 doctors", None),
    ("other_clause", "Which port did Peru close?", "Chile closed Arica; Peru did not.", "Arica", "Chile"),
    ("other_clause", "Which port did Peru close?", "Chile did not; Peru closed Callao.", "Callao", None),
    ("no_longer", "Who runs Kolda Foods?", "Rosa Iturbe, who ran Kolda Foods until 2021, died.", "Rosa Iturbe", "was"),
    ("no_longer", "Who runs Kolda Foods?", "Rosa Iturbe, who runs Kolda Foods, left Peru.", "Rosa Iturbe", None),
    ("no_longer", "Who ran Kolda Foods until 2021?", "Rosa Iturbe ran Kolda Foods until 2021.", "Rosa Iturbe", None),
    ("of_a_part", "How many guests did the hotel have?", "The hotel's west wing had 90 guests.", "90 guests", "wing"),
    ("of_a_part", "How many guests did the west wing have?", "The hotel's west wing had 90 guests.", "90 guests", None),
    ("of_a_part", "How many outlets does Kolda have?", "Kolda has 13 branches.", "13 branches", None),
    ("of_a_part", "How many schools closed in all?", "In the north 61 schools closed.", "61 schools", "north"),
    ("of_a_part", "How many schools closed in the north?", "In the north 61 schools closed.", "61 schools", None),
    ("other_end", "Which club is Ivo Paz leaving?", "Ivo Paz is moving to Arlo Town.", "Arlo Town", "goes"),
    ("other_end", "Which club is Ivo Paz joining?", "Ivo Paz is moving to Arlo Town.", "Arlo Town", None),
    ("other_end", "Where is its kiln?", "It moved its kiln from Arlo Town to Tumbes.", "Arlo Town", "comes"),
    ("other_end", "Where is its kiln?", "It moved its kiln from Arlo Town to Tumbes.", "Tumbes", None),
    (
        "other_holder",
        "Who is the Party secretary of Callao?",
        "Ivo Paz, Party secretary of Tumbes, spoke in Callao.",
        "Ivo Paz",
        "Tumbes",
    ),
    ("other_end", "Which club is Ivo Paz joining?", "Ivo Paz is moving from Arlo Town.", "Arlo Town", "comes"),
    ("was_then", "How many branches has it now?", "Before the merger it had 210 branches.", "210 branches", "before"),
    ("was_then", "How many branches had it?", "Before the merger it had 210 branches.", "210 branches", None),
    ("was_then", "How many branches has it now?", "It now has 210 branches.", "210 branches", None),
    ("other_rate", "How many miners had accidents?", "It had 4 accidents per 900 miners.", "900 miners", "per"),
    ("other_change", "By how many did dogs rise?", "The number of dogs fell by 1,900.", "1,900", "fall"),
    ("other_change", "By how many did dogs fall?", "The number of dogs fell by 1,900.", "1,900", None),
    ("of_the_whole", "How many shows are outside Callao?", SHOWS, "48 shows", "nine"),
    ("of_the_whole", "How many shows are there this season?", SHOWS, "48 shows", None),
    ("of_one_alone", "How many books do Callao and Tumbes hold together?", BOOKS, "140 books", "Callao alone"),
    ("of_one_alone", "How many books does Callao hold?", BOOKS, "140 books", None),
    (
        "second_best",
        "How long is the longest pier?",
        "The second-longest pier is 540 metres long.",
        "540 metres",
        "second",
    ),
    ("second_best", "How long is the longest pier?", "The longest pier is 540 metres long.", "540 metres", None),
    (
        "second_best",
        "Which team got the most points?",
        "Ada Holm, who came third, had a puncture.",
        "Ada Holm",
        "third",
    ),
    ("second_best", "Who won the race?", "Bo Lind won, and Ada Holm finished second.", "Bo Lind", None),
    ("second_best", "Who won the race?", "Bo Lind won, and Ada Holm finished second.", "Ada Holm", "second"),
    ("second_best", "Who came second in the race?", "Ada Holm finished second.", "Ada Holm", None),
    ("other_name", "How many crew has Kolda Foods of Peru?", FOODS, "54 crew", "Peru"),
    ("other_name", "How many crew has Kolda Foods of Chile?", FOODS, "54 crew", None),
    ("other_name", "How many goals has Goalkeeper Anton Ost stopped?", KEEPER, "14 goals", "Anton Ost"),
    ("other_name", "How many goals has Goalkeeper Ivo Paz stopped?", KEEPER, "14 goals", None),
    ("other_name", "How many crew has Kolda Limited?", FOODS, "54 crew", None),
    ("other_direction", "How many boys did buses take from Callao?", BUSES, "62 boys", "opposite"),
    ("other_direction", "How many boys did buses take to Callao?", BUSES, "62 boys", None),
    ("other_place", "By how much did Kolda rise in Tumbes?", SHARES, "4 percent", "Lima"),
    ("other_place", "By how much did Kolda rise in Lima?", SHARES, "4 percent", None),
    ("other_bound", "Until when is the pier closed?", "The pier has been closed since 3 May.", "3 May", "since"),
    ("other_bound", "Since when is the pier closed?", "The pier has been closed since 3 May.", "3 May", None),
    ("other_bound", "Since when is it closed?", "The pier stays closed until 3 May.", "3 May", "until"),
    ("other_bound", "Until when is it closed?", "The pier stays closed until 3 May.", "3 May", None),
    ("other_time", "What did rents do in the third quarter?", QUARTER, "3.8 percent", "second quarter"),
    ("other_time", "What did rents do in the second quarter?", QUARTER, "3.8 percent", None),
    ("only_asked", "How many years did Ivo Paz get?", ASKED_FOR, "eight years", "asked for"),
    ("only_asked", "How many years did they ask for?", ASKED_FOR, "eight years", None),
    ("only_asked", "How many years did Ivo Paz get?", "A court gave Ivo Paz eight years.", "eight years", None),
    ("other_doer", "How much did Kolda pay?", SALE, "52 million euros", "sold"),
    ("other_doer", "How much did Tumbes Foods pay?", SALE, "52 million euros", None),
    ("other_doer", "For how much did Tumbes Foods sell it?", SALE, "52 million euros", "done to"),
    ("other_doer", "For how much did Kolda sell it?", SALE, "52 million euros", None),
    ("other_doer", "What did Ivo Paz complain about?", COMPLAINT, "the rice duty", "done to"),
    ("other_doer", "What did Rosa Iturbe complain about?", COMPLAINT, "the rice duty", None),
    ("was_then", "How many work there today?", "When it opened in 1974, it had 9,000 staff.", "9,000 staff", "1974"),
    ("was_then", "How many worked there?", "When it opened in 1974, it had 9,000 staff.", "9,000 staff", None),
    ("no_longer", "Who coaches Arlo now?", "Until May Ivo Paz coached Arlo.", "Ivo Paz", "was"),
    (
        "no_longer",
        "Who coaches Arlo now?",
        "Until May Ivo Paz coached Arlo; now Rosa Iturbe does.",
        "Rosa Iturbe",
        None,
    ),
    (
        "of_the_whole",
        "How many of the crew were from Callao?",
        "Some 320 crew came. Callao sent tea.",
        "320 crew",
        "whole",
    ),
    (
        "of_the_whole",
        "How many of the crew were from Callao?",
        "Some 320 crew from Callao took part.",
        "320 crew",
        None,
    ),
    ("of_the_whole", "How many tonnes of cod were landed?", COD, "560 tonnes", "cod and hake"),
    ("of_the_whole", "How many tonnes of cod and hake were landed?", COD, "560 tonnes", None),
    ("of_one_alone", "What does Ivo Paz owe?", OWED, "120 euros", "together"),
    ("of_one_alone", "What do Ivo and Rosa Paz owe?", OWED, "120 euros", None),
    ("of_one_alone", "What does Ivo Paz owe?", "Ivo and Rosa Paz owe 120 euros each.", "120 euros", None),
    ("other_rate", "toll per lorry at Callao", "The bridge at Callao took 7 million euros.", "7 million euros", "each"),
    ("other_rate", "toll per lorry at Callao", "Callao let in 30 lorries, each of them for 7 euros.", "7 euros", None),
    ("other_rate", "toll per lorry at Callao", "At Callao each lorry pays 7 euros.", "7 euros", None),
    ("other_class", "What reason did Kolda give?", "Kolda gave no reason.", "no reason", "none"),
    ("other_class", "What reason did Kolda give?", "Kolda gave fog as the reason.", "fog", None),
    ("not_so", "Which ship hit the pier?", "It was not the ferry Ada that hit the pier.", "Ada", "not so"),
    ("not_so", "Which ship hit the pier?", "It was the ferry Ada that hit the pier.", "Ada", None),
    (
        "not_so",
        "Who lit the fire?",
        "She denied reports that a night guard had lit the fire.",
        "a night guard",
        "not so",
    ),
    ("not_so", "Who lit the fire?", "Police dismissed claims that a guard lit the fire.", "a guard", "not so"),
    ("not_so", "Who lit the fire?", "She said that a night guard had lit the fire.", "a night guard", None),
    ("not_so", "Who denied that it was lit?", "Ada Holm denied that a guard had lit the fire.", "Ada Holm", None),
    ("not_so", "Whom is it named after?", NAMED, "Ivo Paz", "not so"),
    ("not_so", "After whom was it rejected to name it?", NAMED, "Ivo Paz", None),
    ("other_owner", "How many live in Tumbes?", DEALT, "410", "another"),
    ("other_owner", "How many live in Callao?", DEALT, "410", None),
    (
        "other_unit",
        "What is the price of the lens?",
        "The lens weighs 900 kilograms.",
        "900 kilograms",
        "another thing",
    ),
    ("other_holder", "Who is the mayor of Tumbes?", NEIGHBOURS, "Rosa Iturbe", None),
]

WHEN = [
    ("When did they last meet?", "They will meet on 20 June 2023.", "20 June 2023", True),
    ("When did they last meet?", "They met on 20 June 2021.", "20 June 2021", False),
    ("When will they meet?", "They will meet on 20 June 2023.", "20 June 2023", False),
    ("When was the trial adjourned to?", "The trial goes on on 20 June 2023.", "20 June 2023", False),
]


@pytest.mark.parametrize(("question", "text", "shown", "objects"), WHEN)
def test_a_day_to_come_is_none_of_what_was(question: str, text: str, shown: str, objects: bool) -> None:
    asked, pick = make_pick(question, text, shown, published="2022-05-01")
    reason = objection(asked, pick)
    assert (reason is not None) is objects
    assert reason is None or objection(asked, pick, off={"to_come"}) is None


def test_a_figure_is_told_of_whom_the_words_around_it_name() -> None:
    talk = "The owner spoke of the weather at length and of little else that day. " * 6
    text = f"{talk}The mill in Tumbes is old. {talk}It lost 13 percent of its trade in that year."
    reason = objection(*make_pick("What share of its trade did the mill in Tumbes lose?", text, "13 percent"))
    assert reason == "the words around it do not speak of Tumbes"
    near = f"{talk}The mill in Tumbes is old. It lost 13 percent of its trade in that year."
    assert objection(*make_pick("What share of its trade did the mill in Tumbes lose?", near, "13 percent")) is None


def test_what_it_came_to_is_asked_where_no_time_is() -> None:
    text = "Its share rose from 13 percent in 2014 to 21 percent."
    assert objection(*make_pick("What is its share?", text, "13 percent")) is not None
    assert objection(*make_pick("What is its share?", text, "21 percent")) is None
    assert objection(*make_pick("From what did its share rise?", text, "13 percent")) is None


@pytest.mark.parametrize(("rule", "question", "text", "shown", "said"), TABLE, ids=[f"{r[0]}: {r[1]}" for r in TABLE])
def test_rule(rule: str, question: str, text: str, shown: str, said: str | None) -> None:
    asked, pick = make_pick(question, text, shown)
    reason = objection(asked, pick)
    if said is None:
        assert reason is None
    else:
        assert reason is not None and said in reason
        assert objection(asked, pick, off={rule}) is None, "the row must turn on this rule alone"


def test_every_rule_has_a_row_that_turns_on_it() -> None:
    held = {row[0] for row in TABLE if row[4] is not None}
    assert held | {"only_repeats", "to_come"} == set(RULES)


def test_what_the_question_names_is_no_answer() -> None:
    asked, pick = make_pick("Who accused Rosa Iturbe in Callao?", COURT, "Rosa Iturbe")
    from dataclasses import replace

    assert objection(asked, replace(pick, fits={"repeats": 1.0})) is not None
    assert objection(asked, replace(pick, fits={"repeats": 0.5})) is None


@pytest.mark.parametrize("run", ["-", "- ", "a-", "not ", "A ", "1.", "’"])
def test_rules_take_linear_time(run: str) -> None:
    text = "Police held 14 crew " + run * (20_000 // len(run))
    asked, pick = make_pick("How many crew were charged in Callao in 2019 in total?", text, "14 crew")
    began = perf_counter()
    objection(asked, pick)
    assert perf_counter() - began < 5  # a backtracking pattern would take hours
