"""Pairs about claims in words, and what turns them round."""

from verify_cases import ABSENT, OK, PERIOD, SUBJECT, Case

CASES = (
    Case("The council approved the tram.", "The council approved the tram.", OK, "verbatim"),
    Case(
        "The council approved the tram.", "The council of Porto approved the tram line late on Monday.", OK, "shortened"
    ),
    Case("The council rejected the tram.", "The council of Porto approved the tram line.", ABSENT, "the opposite verb"),
    Case(
        "The council did not approve the tram.",
        "The council of Porto approved the tram line.",
        ABSENT,
        "negation put in",
    ),
    Case(
        "The council approved the tram.",
        "The council of Porto did not approve the tram line.",
        ABSENT,
        "negation left out",
    ),
    Case(
        "The council did not approve the tram.",
        "The council of Porto did not approve the tram line.",
        OK,
        "negation kept",
    ),
    Case("The tram never ran.", "The tram of Porto never ran.", OK, "never kept"),
    Case(
        "The council of Lisbon approved the tram.",
        "The council of Porto approved the tram line.",
        ABSENT,
        "another city",
    ),
    Case("Amara Osei leads the union.", "Amara Osei, a nurse, leads the union.", OK, "without the aside"),
    Case("Kofi Mensah leads the union.", "Amara Osei, a nurse, leads the union.", ABSENT, "another name"),
    Case("Brixel bought Domus.", "Brixel bought Domus in a deal signed in Milan.", OK, "who buys whom"),
    Case(
        "Domus bought Brixel.",
        "Brixel bought Domus in a deal signed in Milan.",
        ABSENT,
        "places traded",
        also=(SUBJECT,),
    ),
    Case("Domus was bought by Brixel.", "Brixel bought Domus in a deal signed in Milan.", OK, "passive"),
    Case("Brixel acquired Domus.", "Brixel bought Domus in a deal signed in Milan.", OK, "acquired for bought"),
    Case("Brixel sold Domus.", "Brixel bought Domus in a deal signed in Milan.", ABSENT, "sold for bought"),
    Case(
        "The museum opened.",
        "The museum will open once the roof is dry.",
        ABSENT,
        "a plan told as done",
        also=(PERIOD,),
    ),
    Case("The museum will open.", "The museum will open once the roof is dry.", OK, "a plan told as one"),
    Case(
        "Rado stole the painting.",
        "Police alleged that Rado stole the painting.",
        ABSENT,
        "an allegation told as a fact",
    ),
    Case("Rado stole the painting.", "Rado denied that he stole the painting.", ABSENT, "a denial told as a fact"),
    Case(
        "The minister praised the farmers of Malawi.",
        "Heavy rain closed the airport at Nairobi.",
        ABSENT,
        "nothing in common",
    ),
    Case("The ferry sank off Samos.", "A ferry sank off Samos in a storm, the coastguard said.", OK, "the core of it"),
    Case(
        "The ferry sank off Chios.", "A ferry sank off Samos in a storm, the coastguard said.", ABSENT, "another island"
    ),
    Case(
        "The ferry was old and overloaded.",
        "A ferry sank off Samos in a storm, the coastguard said.",
        ABSENT,
        "made up",
    ),
    Case("It opened a school in Huambo.", "It opened a school in Huambo.", OK, "a pronoun, verbatim"),
    Case(
        "Caritas opened a school in Huambo.",
        "It opened a school in Huambo.",
        OK,
        "who it is stands before",
        context="Caritas has worked here for long.",
    ),
    Case(
        "Caritas opened a school in Huambo.",
        "Unicef opened a school in Huambo.",
        ABSENT,
        "the sentence names somebody else",
        context="Caritas has worked here for long.",
    ),
    Case("", "The council approved the tram.", ABSENT, "nothing said"),
    Case("...", "The council approved the tram.", ABSENT, "no word"),
    Case("The team won the cup.", "The team lost the cup.", ABSENT, "won for lost"),
    Case(
        "Not only the team but the town celebrated.",
        "Not only the team but the town celebrated.",
        OK,
        "not only is no denial",
    ),
    Case("The firm did not sell 30 trains.", "The firm sold 30 trains.", ABSENT, "negation beside a figure"),
    Case("The firm sold 30 trains.", "The firm did not sell 30 trains.", ABSENT, "negation lost beside a figure"),
    Case(
        "The firm sold 30 trains.",
        "The firm sold 30 trains and did not raise its prices.",
        OK,
        "the denial is of something else",
    ),
    Case("Sales fell 4 percent.", "The firm denied that sales fell 4 percent.", ABSENT, "a denial"),
    Case("sell 30 trains", "The firm did not sell 30 trains.", ABSENT, "a quotation cut off behind its not"),
)
