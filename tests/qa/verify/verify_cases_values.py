"""Pairs about values and ranges."""

from verify_cases import ABSENT, OK, SUBJECT, UNIT, VALUE, Case

CASES = (
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
