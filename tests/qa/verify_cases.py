"""Pairs of claim and source, written by hand: what checking must find, and why."""

from datetime import date
from typing import NamedTuple

from qa.types import Verdict

OK = Verdict.SUPPORTED
VALUE = Verdict.WRONG_VALUE
UNIT = Verdict.WRONG_UNIT
SCALE = Verdict.WRONG_SCALE
PERIOD = Verdict.WRONG_PERIOD
SUBJECT = Verdict.WRONG_SUBJECT
DIRECTION = Verdict.WRONG_DIRECTION
ABSENT = Verdict.NOT_IN_SOURCE
JAN23, MAR24, JUN19 = date(2023, 1, 12), date(2024, 3, 6), date(2019, 6, 14)


class Case(NamedTuple):
    """One pair; `published` is the day of the source's article, `context` the sentences before it."""

    claim: str
    source: str
    verdict: Verdict
    reason: str
    published: date | None = None
    context: str = ""
    title: str = "News in brief"
    also: tuple[Verdict, ...] = ()
    """Verdicts that are as good where two faults are equally near."""


VALUES = (
    Case("The tax rate is 1.5 percent.", "The tax rate is 15 percent.", VALUE, "1.5 is not 15"),
    Case(
        "The tax rate is 1.5.",
        "The tax rate is 15 percent.",
        ABSENT,
        "1.5 of nothing is not 15 percent",
        also=(VALUE, UNIT),
    ),
    Case("The tax rate is 15 percent.", "The tax rate is 15 percent.", OK, "verbatim"),
    Case("The duty stands at 15 percent.", "The duty on cocoa is 15 per cent.", OK, "percent and per cent"),
    Case(
        "12% of residents were hurt.",
        "The blast in Beira hurt 112 people.",
        ABSENT,
        "a share is not 112 people",
        also=(UNIT, SUBJECT),
    ),
    Case("12 percent were hurt.", "The blast in Beira hurt 12 people.", UNIT, "percent is not people"),
    Case("Orlen hired 416,000 temporary workers.", "Orlen hired 437,000 temporary workers.", VALUE, "other digits"),
    Case(
        "The port of Durban handled 2.43 million containers.",
        "The port of Durban handled 2.432 million containers.",
        OK,
        "rounded as printed",
    ),
    Case(
        "The port of Durban handled 2.432 million containers.",
        "The port of Durban handled 2.43 million containers.",
        VALUE,
        "finer than the source",
    ),
    Case(
        "The port of Durban handled 2.5 million containers.",
        "The port of Durban handled 2.43 million containers.",
        VALUE,
        "2.5 is no rounding of 2.43",
    ),
    Case("About 43,000 spectators came.", "The club said 43,217 spectators came.", OK, "about allows the rounding"),
    Case("About 44,000 spectators came.", "The club said 43,217 spectators came.", VALUE, "about the wrong thousand"),
    Case(
        "More than 43,000 spectators came.", "The club said 43,217 spectators came.", OK, "more than the thousand below"
    ),
    Case("Nearly 44,000 spectators came.", "The club said 43,717 spectators came.", OK, "nearly the thousand above"),
    Case("43,000 spectators came.", "The club said 43,217 spectators came.", VALUE, "told as exact"),
    Case("43 thousand spectators came.", "The club said 43,217 spectators came.", OK, "printed in thousands"),
    Case("Four bridges were closed in Split.", "Police closed 4 bridges in Split.", OK, "words for numbers"),
    Case("Five bridges were closed in Split.", "Police closed 4 bridges in Split.", VALUE, "five is not 4"),
    Case("A dozen bridges were closed in Split.", "Police closed 12 bridges in Split.", OK, "a dozen is 12"),
    Case("The school has twenty-one classrooms.", "The school has 21 classrooms.", OK, "hyphened words"),
    Case("The fund holds 123 million yen.", "The fund holds １２３ million yen.", OK, "full-width digits"),
    Case(
        "The fund holds 124 million yen.", "The fund holds １２３ million yen.", VALUE, "full-width digits, other value"
    ),
    Case(
        "Voters in Tallinn cast 1,204,567 ballots.",
        "Voters in Tallinn cast 1204567 ballots.",
        OK,
        "grouping is not value",
    ),
    Case("Half of the pupils passed.", "A third of the pupils passed.", VALUE, "another fraction"),
    Case(
        "The factory makes 6,000 to 8,000 pumps.",
        "The factory makes between 6,000 and 8,000 pumps.",
        OK,
        "the same range",
    ),
    Case(
        "The factory makes 7,000 pumps.",
        "The factory makes between 6,000 and 8,000 pumps.",
        VALUE,
        "the middle of a range",
    ),
    Case(
        "The factory makes 6,000 to 9,000 pumps.",
        "The factory makes between 6,000 and 8,000 pumps.",
        VALUE,
        "other end",
    ),
    Case(
        "The factory makes up to 8,000 pumps.",
        "The factory makes between 6,000 and 8,000 pumps.",
        OK,
        "the upper end as a limit",
    ),
    Case(
        "The factory makes at least 6,000 pumps.",
        "The factory makes between 6,000 and 8,000 pumps.",
        OK,
        "the lower end as a limit",
    ),
    Case(
        "Nokora opened 38 shops and closed 11.",
        "Nokora opened 38 shops and closed 12.",
        VALUE,
        "the second of two is wrong",
    ),
    Case(
        "Nokora opened 38 shops and closed 12.", "Over the year Nokora opened 38 shops and closed 12.", OK, "both right"
    ),
    Case("The fire killed 9 people.", "The fire killed nine people in Recife.", OK, "digit for a word"),
    Case("The fire killed 90 people.", "The fire killed nine people in Recife.", VALUE, "ten times"),
    Case("The lake is 1,5 km wide.", "The lake is 1.5 km wide.", OK, "decimal comma"),
    Case("The third line opened.", "The second line opened.", ABSENT, "another ordinal", also=(VALUE,)),
)

UNITS = (
    Case("Sales were 1.5 billion dollars.", "Sales were $1,500 million.", OK, "one value, two scales"),
    Case("The newborn weighed 2.4 kg.", "The newborn weighed 2.4 kilograms.", OK, "kg is kilograms"),
    Case("The newborn weighed 2,400 grams.", "The newborn weighed 2.4 kilograms.", OK, "grams and kilograms"),
    Case("The newborn weighed 2.4 grams.", "The newborn weighed 2.4 kilograms.", UNIT, "grams are not kilograms"),
    Case("The rate rose by 0.5 percent.", "The rate rose by 0.5 percentage points.", UNIT, "percent is not points"),
    Case(
        "The rate rose by 50 basis points.",
        "The rate rose by 0.5 percentage points.",
        OK,
        "50 basis points are half a point",
    ),
    Case("Sales were 1.5 million dollars.", "Sales were $1.5 billion.", SCALE, "million for billion"),
    Case("Sales were 1.5 trillion dollars.", "Sales were $1.5 billion.", SCALE, "trillion for billion"),
    Case("The bond raised Rs 4 lakh.", "The bond raised Rs 4 crore.", SCALE, "lakh for crore"),
    Case("The bond raised 40 million rupees.", "The bond raised Rs 4 crore.", OK, "a crore is ten million"),
    Case("The town lent 400,000 rupees.", "The town lent 4 lakh rupees.", OK, "a lakh is a hundred thousand"),
    Case(
        "The town lent 4 million rupees.", "The town lent 4 lakh rupees.", SCALE, "a lakh is no million", also=(VALUE,)
    ),
    Case("Sales were 1.5 billion euros.", "Sales were $1.5 billion.", UNIT, "euros are not dollars"),
    Case("Sales were HK$80 million.", "Sales were A$80 million.", UNIT, "which dollar"),
    Case("Sales were US$80 million.", "Sales were $80 million.", OK, "a dollar of no nation may be any"),
    Case("Sales were 80 million yen.", "Sales were 80 million yuan.", UNIT, "yen are not yuan"),
    Case(
        "The loan is worth $319 million.",
        "The loan is worth 2.3 billion yuan ($319 million).",
        OK,
        "the equivalent in brackets",
    ),
    Case(
        "The loan is worth 2.3 billion yuan.",
        "The loan is worth 2.3 billion yuan ($319 million).",
        OK,
        "the figure before the bracket",
    ),
    Case(
        "The loan is worth $2.3 billion.",
        "The loan is worth 2.3 billion yuan ($319 million).",
        UNIT,
        "currencies crossed",
    ),
    Case(
        "The loan is worth 319 million yuan.",
        "The loan is worth 2.3 billion yuan ($319 million).",
        VALUE,
        "currencies crossed the other way",
        also=(UNIT,),
    ),
    Case("The well is 300 metres deep.", "The well is 300 feet deep.", UNIT, "feet are not metres"),
    Case("The well is 0.3 km deep.", "The well is 300 metres deep.", OK, "metres and kilometres"),
    Case("The estate covers 40 hectares.", "The estate covers 40 acres.", UNIT, "acres are not hectares"),
    Case("The mine produced 5,000 tonnes.", "The mine produced 5,000 tons of zinc.", OK, "which ton is not said"),
    Case("The line carries 200 km/h trains.", "The line carries trains at 200 mph.", UNIT, "mph is not km/h"),
    Case(
        "Output was three times that of Chile.", "Output was 3 percent of that of Chile.", UNIT, "times is not percent"
    ),
    Case("Water reached 30 degrees Celsius.", "Water reached 30 degrees Fahrenheit.", UNIT, "Celsius and Fahrenheit"),
    Case("The strike lasted 12 days.", "The strike lasted 12 hours.", UNIT, "days are not hours"),
    Case("The strike lasted two weeks.", "The strike lasted 14 days.", OK, "two weeks are 14 days"),
    Case("The paper employs 40 firms.", "The paper employs 40 writers.", SUBJECT, "another counted noun", also=(UNIT,)),
    Case("The park has 300 companies.", "The park has 300 firms.", OK, "companies and firms"),
    Case("The park has 300 employees.", "The park has 300 firms.", SUBJECT, "employees are not firms", also=(UNIT,)),
    Case("The cut is worth 12 percent.", "The cut is worth $12.", UNIT, "percent is not dollars"),
)

SUBJECTS = (
    Case("Kano has 12 clinics.", "Lagos has 107 clinics and Kano has 12.", OK, "the second pair"),
    Case("Lagos has 12 clinics and Kano has 107.", "Lagos has 107 clinics and Kano has 12.", SUBJECT, "swapped pair"),
    Case("Kano has 107 clinics.", "Lagos has 107 clinics and Kano has 12.", SUBJECT, "the other one's figure"),
    Case("Lagos has 107 clinics.", "Lagos has 107 clinics and Kano has 12.", OK, "the first pair"),
    Case("Accra has 107 clinics.", "Lagos has 107 clinics.", SUBJECT, "another city"),
    Case("Exports rose 5 percent.", "Exports rose 5 percent while imports rose 2 percent.", OK, "first clause"),
    Case(
        "Imports rose 5 percent.",
        "Exports rose 5 percent while imports rose 2 percent.",
        SUBJECT,
        "second clause's noun",
    ),
    Case("Imports rose 2 percent.", "Exports rose 5 percent while imports rose 2 percent.", OK, "second clause"),
    Case("Profit at Vestra was $4.5 billion.", "Sales at Vestra were $4.5 billion.", SUBJECT, "profit is not sales"),
    Case("Revenue at Vestra was $4.5 billion.", "Sales at Vestra were $4.5 billion.", OK, "revenue for sales"),
    Case(
        "Vestra's profit was $1.2 billion.",
        "Vestra's sales rose to $4.5 billion and its profit fell to $1.2 billion.",
        OK,
        "its profit",
    ),
    Case(
        "Vestra's profit was $4.5 billion.",
        "Vestra's sales rose to $4.5 billion and its profit fell to $1.2 billion.",
        SUBJECT,
        "sales told as profit",
    ),
    Case(
        "Lima received 30 buses.",
        "Quito received 45 buses, Lima received 30 and La Paz received 12.",
        OK,
        "a list of three",
    ),
    Case(
        "La Paz received 30 buses.",
        "Quito received 45 buses, Lima received 30 and La Paz received 12.",
        SUBJECT,
        "the next in the list",
    ),
    Case(
        "Quito received 12 buses.",
        "Quito received 45 buses, Lima received 30 and La Paz received 12.",
        SUBJECT,
        "the last one's figure",
    ),
    Case("Turku has 9 ferries.", "Turku and Vaasa have 9 and 14 ferries respectively.", OK, "respectively, first"),
    Case(
        "Turku has 14 ferries.", "Turku and Vaasa have 9 and 14 ferries respectively.", SUBJECT, "respectively, crossed"
    ),
    Case("Vaasa has 14 ferries.", "Turku and Vaasa have 9 and 14 ferries respectively.", OK, "respectively, second"),
    Case(
        "The company employs 800 people in Oran.",
        "It employs 800 people in Oran.",
        OK,
        "it, from the context",
        context="The company makes tiles.",
    ),
    Case(
        "Brixel employs 800 people in Oran.",
        "It employs 800 people in Oran.",
        OK,
        "the name stands before",
        context="Brixel makes tiles.",
    ),
    Case(
        "Brixel employs 800 people in Oran.",
        "Domus employs 800 people in Oran.",
        SUBJECT,
        "the name before is another's",
        context="Brixel makes tiles.",
    ),
    Case(
        "Brixel employs 800 people.",
        "The firm employs 800 people.",
        OK,
        "the name stands in the title",
        title="Brixel to open a kiln",
    ),
    Case("Women hold 40 seats.", "Men hold 40 seats and women hold 22.", SUBJECT, "men told as women"),
    Case("Women hold 22 seats.", "Men hold 40 seats and women hold 22.", OK, "women's own figure"),
    Case(
        "The budget of Ghent is 3 million euros.",
        "The budget of Bruges is 5 million euros and that of Ghent 3 million euros.",
        OK,
        "that of",
    ),
    Case(
        "The budget of Bruges is 3 million euros.",
        "The budget of Bruges is 5 million euros and that of Ghent 3 million euros.",
        SUBJECT,
        "that of, crossed",
    ),
    Case("Wheat output was 9 million tonnes.", "Barley output was 9 million tonnes.", SUBJECT, "another crop"),
    Case(
        "Of the trainees, 60 percent were women.", "Women made up 60 percent of the trainees.", OK, "the order of words"
    ),
    Case(
        "Some 4,000 homes in Hanover lost power.",
        "Some 4,000 homes in Hanover lost power, and 300 in Celle.",
        OK,
        "the first place",
    ),
    Case(
        "Some 4,000 homes in Celle lost power.",
        "Some 4,000 homes in Hanover lost power, and 300 in Celle.",
        SUBJECT,
        "the second place's name",
    ),
    Case("Ines Duarte scored 24 points.", "Ines Duarte scored 24 points and Mara Voss added 17.", OK, "whole name"),
    Case(
        "Mara Voss scored 24 points.",
        "Ines Duarte scored 24 points and Mara Voss added 17.",
        SUBJECT,
        "the other player",
    ),
    Case("Lagos has 12 clinics.", "Lagos has 107 clinics while the capital has 12.", SUBJECT, "the capital's figure"),
)

PERIODS = (
    Case(
        "Exports were $3 billion in 2022.", "Exports were $3 billion last year.", OK, "last year of January 2023", JAN23
    ),
    Case(
        "Exports were $3 billion in 2022.",
        "Exports were $3 billion last year.",
        PERIOD,
        "last year of March 2024 is 2023",
        MAR24,
    ),
    Case(
        "Exports were $3 billion in 2023.", "Exports were $3 billion last year.", OK, "last year of March 2024", MAR24
    ),
    Case(
        "Exports were $3 billion last year.",
        "Exports were $3 billion in 2022.",
        OK,
        "the claim's last year, by the article",
        JAN23,
    ),
    Case("Exports were $3 billion in 2021.", "Exports were $3 billion in 2022.", PERIOD, "other year", JAN23),
    Case("Exports were $3 billion.", "Exports were $3 billion in 2022.", OK, "no period claimed", JAN23),
    Case(
        "In 2014 the share was 13.1 percent.",
        "The share rose from 13.1 percent in 2014 to 21.4 percent in 2023.",
        OK,
        "the year of the start",
        MAR24,
    ),
    Case(
        "In 2023 the share was 13.1 percent.",
        "The share rose from 13.1 percent in 2014 to 21.4 percent in 2023.",
        PERIOD,
        "the year of the other",
        MAR24,
    ),
    Case(
        "In 2023 the share was 21.4 percent.",
        "The share rose from 13.1 percent in 2014 to 21.4 percent in 2023.",
        OK,
        "the year of the end",
        MAR24,
    ),
    Case(
        "The share is 13.1 percent.",
        "The share rose from 13.1 percent in 2014 to 21.4 percent in 2023.",
        PERIOD,
        "what it was, told as what it is",
        MAR24,
    ),
    Case(
        "Ridership was 5 million in 2022.",
        "Ridership was 5 million in the first half of 2022.",
        PERIOD,
        "half a year is not the year",
        JAN23,
    ),
    Case(
        "Ridership was 5 million in the first half of 2022.",
        "Ridership was 5 million in 2022.",
        PERIOD,
        "a year is not its half",
        JAN23,
    ),
    Case(
        "The flood of March 2021 killed 40 people.",
        "On 5 March 2021 the flood killed 40 people.",
        OK,
        "a day within the month",
        JAN23,
    ),
    Case(
        "The flood of 6 March 2021 killed 40 people.",
        "On 5 March 2021 the flood killed 40 people.",
        PERIOD,
        "another day",
        JAN23,
    ),
    Case(
        "The flood killed 40 people on Tuesday.",
        "The flood killed 40 people on Tuesday.",
        OK,
        "verbatim weekday",
        JAN23,
    ),
    Case(
        "The flood killed 40 people on 10 January 2023.",
        "The flood killed 40 people on Tuesday.",
        OK,
        "the Tuesday before the 12th",
        JAN23,
    ),
    Case(
        "The flood killed 40 people on 11 January 2023.",
        "The flood killed 40 people on Tuesday.",
        PERIOD,
        "not the Wednesday",
        JAN23,
    ),
    Case(
        "Exports were $3 billion in 2022.",
        "Exports were $3 billion last year.",
        PERIOD,
        "an undated article resolves nothing",
    ),
    Case(
        "Exports reached 2 million tonnes.",
        "The ministry expects exports to reach 2 million tonnes by 2026.",
        PERIOD,
        "a forecast told as an outcome",
        JAN23,
    ),
    Case(
        "Exports will reach 2 million tonnes.",
        "Exports are expected to reach 2 million tonnes by 2026.",
        OK,
        "a forecast told as one",
        JAN23,
    ),
    Case(
        "Exports will reach 2 million tonnes.",
        "Exports reached 2 million tonnes in 2022.",
        PERIOD,
        "an outcome told as a forecast",
        JAN23,
    ),
    Case("The city built 40 schools.", "The city plans to build 40 schools.", PERIOD, "a plan told as done", JAN23),
    Case(
        "The city plans to build 40 schools.", "The city aims to build 40 schools.", OK, "a plan told as an aim", JAN23
    ),
    Case("The plant opened in 1987.", "The plant opened in 1987.", OK, "a bare year"),
    Case("The plant opened in 1978.", "The plant opened in 1987.", PERIOD, "another year", also=(ABSENT,)),
    Case("Vesna Ilic was born in 1961.", "Vesna Ilic was born in 1961 and Petar Ilic in 1959.", OK, "the first birth"),
    Case(
        "Petar Ilic was born in 1961.",
        "Vesna Ilic was born in 1961 and Petar Ilic in 1959.",
        PERIOD,
        "the other's year",
        also=(SUBJECT, ABSENT),
    ),
    Case(
        "As of March 2024 the bank has 900 branches.", "The bank has 900 branches.", OK, "of the article's month", MAR24
    ),
    Case(
        "In 2019 the bank had 900 branches.",
        "The bank has 900 branches.",
        PERIOD,
        "a year the source does not name",
        MAR24,
    ),
    Case("Rainfall was 90 mm in May 2019.", "Rainfall was 90 mm last month.", OK, "last month of June 2019", JUN19),
    Case("Rainfall was 90 mm in April 2019.", "Rainfall was 90 mm last month.", PERIOD, "two months before", JUN19),
    Case(
        "In the third quarter of 2018 sales were $7 million.",
        "Sales were $7 million in Q3 2018.",
        OK,
        "Q3 is the third quarter",
        JUN19,
    ),
    Case(
        "In the second quarter of 2018 sales were $7 million.",
        "Sales were $7 million in Q3 2018.",
        PERIOD,
        "another quarter",
        JUN19,
        also=(ABSENT, VALUE),
    ),
    Case(
        "1,406 firms moved in, in 2022 (the article of 12 January 2023 says 'last year').",
        "A total of 1,406 firms moved in last year.",
        OK,
        "the answer that shows both readings",
        JAN23,
    ),
    Case(
        "In 2020 sales were $7 million and in 2021 $9 million.",
        "Sales were $9 million in 2021, up from $7 million in 2020.",
        OK,
        "two years in the other order",
        JAN23,
    ),
    Case(
        "In 2020 sales were $9 million and in 2021 $7 million.",
        "Sales were $9 million in 2021, up from $7 million in 2020.",
        PERIOD,
        "two years crossed",
        JAN23,
        also=(DIRECTION,),
    ),
)

DIRECTIONS = (
    Case("Output grew 3.2% in May.", "Output changed by -3.2% in May.", DIRECTION, "minus is not growth"),
    Case("Output changed by -3.2%.", "Output grew 3.2% in May.", DIRECTION, "growth is not minus"),
    Case("Output fell 3.2 percent.", "Output shrank 3.2 percent in May.", OK, "fell for shrank"),
    Case("Output rose 3.2 percent.", "Output fell 3.2 percent in May.", DIRECTION, "rose for fell"),
    Case("Output climbed by 3.2 percent.", "Output rose 3.2 percent in May.", OK, "climbed for rose"),
    Case("Rents fell to 900 euros.", "Rents rose to 900 euros.", DIRECTION, "fell to for rose to"),
    Case("Rents rose by 900 euros.", "Rents rose to 900 euros.", DIRECTION, "by for to"),
    Case("At least 40 people drowned.", "At most 40 people drowned.", DIRECTION, "at least for at most"),
    Case("At least 40 people drowned.", "At least 40 people drowned off Tartus.", OK, "the same limit"),
    Case("Up to 40 people drowned.", "At least 40 people drowned off Tartus.", DIRECTION, "up to for at least"),
    Case("At least 40 people drowned.", "No fewer than 40 people drowned off Tartus.", OK, "no fewer than is at least"),
    Case("Fewer than 40 people drowned.", "More than 40 people drowned off Tartus.", DIRECTION, "fewer for more"),
    Case(
        "The chain has 10,000 branches.", "The chain has more than 10,000 branches.", DIRECTION, "the limit is left out"
    ),
    Case("The chain has over 10,000 branches.", "The chain has more than 10,000 branches.", OK, "over is more than"),
    Case(
        "The chain has more than 10,000 branches.", "The chain has 10,000 branches.", DIRECTION, "more than is made up"
    ),
    Case("Some 500 people marched.", "Around 500 people marched in Tunis.", OK, "some is around"),
    Case("500 people marched.", "As many as 500 people marched in Tunis.", DIRECTION, "a most told as the number"),
    Case("Unemployment rose to 8 percent.", "Unemployment rose from 5 percent to 8 percent.", OK, "where it came to"),
    Case(
        "Unemployment rose to 5 percent.",
        "Unemployment rose from 5 percent to 8 percent.",
        DIRECTION,
        "where it came from",
        also=(PERIOD,),
    ),
    Case(
        "Unemployment fell from 8 percent to 5 percent.",
        "Unemployment rose from 5 percent to 8 percent.",
        DIRECTION,
        "turned round",
    ),
)

STATEMENTS = (
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

CASES = (*VALUES, *UNITS, *SUBJECTS, *PERIODS, *DIRECTIONS, *STATEMENTS)
