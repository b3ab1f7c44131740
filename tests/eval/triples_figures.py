"""Figures: expected, answered, the right verdict, and why. Written by hand; a scorer that breaks one is wrong."""

from eval.types import ExpectedFigure, Grade
from tests.eval.making import Answer, cite, fig, says

G = Grade
FIRMS = fig("around 43,000 companies", "43000", "company", bound="about")
SHARE = fig("15 percent", "15", "%")
PEOPLE = fig("112 people", "112", "person")
GREW = fig("grew 3.2%", "3.2", "%")
SUM = fig("1.5 billion dollars", "1500000000", "$")
YUAN = fig("2.43 trillion yuan", "2430000000000", "CNY")
MASS = fig("2.4 kilograms", "2.4", "kg")
RANGE = fig("6,000 to 8,000 machines a year", "6000", "machine/year", high="8000")
OVER = fig("more than 10,000 branches", "10000", "branch", bound="more than")
LEAST = fig("at least 40 percent", "40", "%", bound="at least")
MOST = fig("up to 5 million euros", "5000000", "EUR", bound="at most")
POINTS = fig("8.3 percentage points", "8.3", "pp")
IN_2022 = fig("318 projects", "318", "project", when="2022-01-01..2022-12-31")
TASKS = fig("200 tasks", "200", "task")
STAFF = fig("1,500 employees", "1500", "employee")
BOTH = (fig("2.3 trillion yuan", "2300000000000", "CNY"), fig("$319.5 billion", "319500000000", "$"))

Row = tuple[ExpectedFigure | tuple[ExpectedFigure, ...], Answer, Grade, str]


def quoted(sentence: str) -> Answer:
    """An answer that only shows a sentence of the article."""
    return says(None, sentence)


FIGURES: list[Row] = [
    # the traps that public scorers fall into
    (SHARE, says("1.5"), G.WRONG_UNIT, "1.5 is not 15 percent, and has no unit"),
    (SHARE, says("1.5 percent"), G.WRONG_VALUE, "digits alike, value not; no scale word says a power of ten"),
    (SHARE, says("15%"), G.CORRECT, "the sign is the word"),
    (SHARE, says("15 per cent"), G.CORRECT, "British spelling"),
    (SHARE, says("15"), G.WRONG_UNIT, "15 of what? A share needs its unit"),
    (SHARE, says("15 percentage points"), G.WRONG_UNIT, "points are not percent"),
    (SHARE, says("0.15 percent"), G.WRONG_VALUE, "a hundred times too small"),
    (PEOPLE, says("12%"), G.WRONG_UNIT, "a share is no head count"),
    (PEOPLE, says("112%"), G.WRONG_UNIT, "the right number of something else"),
    (PEOPLE, says("12 people"), G.WRONG_VALUE, "12 stands inside 112 and is not 112"),
    (PEOPLE, says("1,112 people"), G.WRONG_VALUE, "112 stands inside 1,112"),
    (PEOPLE, says("112"), G.CORRECT, "a count may stand without its noun"),
    (PEOPLE, says("one hundred and twelve people"), G.CORRECT, "in words"),
    (PEOPLE, says("112 residents"), G.CORRECT, "residents are people"),
    (GREW, says("-3.2%"), G.WRONG_VALUE, "a fall is no growth"),
    (GREW, says("fell 3.2%"), G.WRONG_VALUE, "the opposite direction"),
    (GREW, says("3.2%"), G.CORRECT, "the direction is in the question"),
    (GREW, says("rose by 3.2 percent"), G.CORRECT, "rising is growing"),
    (fig("-3.2%", "-3.2", "%"), says("3.2%"), G.WRONG_VALUE, "the minus sign is lost"),
    (fig("-3.2%", "-3.2", "%"), says("fell 3.2%"), G.CORRECT, "the verb says the sign"),
    (SUM, says("$1,500 million"), G.CORRECT, "1,500 million is 1.5 billion"),
    (SUM, says("US$1.5bn"), G.CORRECT, "US dollars are dollars"),
    (SUM, says("1,500,000,000 dollars"), G.CORRECT, "written out"),
    (SUM, says("$1.5 million"), G.WRONG_SCALE, "a thousand times too small"),
    (SUM, says("1.5 billion euros"), G.WRONG_UNIT, "another currency"),
    (SUM, says("1.5 billion"), G.WRONG_UNIT, "of which currency?"),
    (SUM, says("$1.6 billion"), G.WRONG_VALUE, "within 7% and wrong"),
    (SUM, says("$15 billion"), G.WRONG_VALUE, "a slip of the point"),
    (MASS, says("2.4 kg"), G.CORRECT, "the symbol is the word"),
    (MASS, says("2,400 grams"), G.CORRECT, "converted exactly"),
    (MASS, says("2.4 grams"), G.WRONG_SCALE, "kilo is lost"),
    (MASS, says("2.4 km"), G.WRONG_UNIT, "a length"),
    (fig("416,000", "416000"), says("437,000"), G.WRONG_VALUE, "within 5.1% and wrong"),
    (fig("416,000", "416000"), says("416 thousand"), G.CORRECT, "the same number"),
    # rounding at the printed place
    (YUAN, says("2.43 trillion yuan"), G.CORRECT, "as printed"),
    (YUAN, says("2,430 billion yuan"), G.CORRECT, "other scale word"),
    (YUAN, says("2.4 trillion yuan"), G.CORRECT, "rounded as it should be, with two digits"),
    (YUAN, says("2 trillion yuan"), G.WRONG_VALUE, "rounded away"),
    (YUAN, says("2.5 trillion yuan"), G.WRONG_VALUE, "2.43 does not round to 2.5"),
    (YUAN, says("2.44 trillion yuan"), G.WRONG_VALUE, "the last place is another"),
    (YUAN, says("2.43 billion yuan"), G.WRONG_SCALE, "billion for trillion"),
    (YUAN, says("2.43 trillion"), G.WRONG_UNIT, "a sum of money without its currency"),
    (YUAN, says("RMB 2.43tn"), G.CORRECT, "RMB is the yuan"),
    (YUAN, says("2.43 trillion yen"), G.WRONG_UNIT, "another currency"),
    (fig("21.4 percent", "21.4", "%"), says("about 21 percent"), G.CORRECT, "rounded to two digits, and says about"),
    (fig("four schools", "4", "school"), says("4"), G.CORRECT, "word and digit"),
    (fig("four schools", "4", "school"), says("fourteen"), G.WRONG_VALUE, "four stands inside fourteen"),
    # other units and scripts
    (FIRMS, says("４３，０００ companies"), G.CORRECT, "full-width digits"),
    (FIRMS, says("4.3 wan companies"), G.CORRECT, "a wan is 10,000"),
    (FIRMS, says("4.3万"), G.CORRECT, "the same in its own script"),
    (FIRMS, says("43k companies"), G.CORRECT, "k is thousand"),
    (FIRMS, says("43 000 companies"), G.CORRECT, "grouped by a space"),
    (FIRMS, says("43.000 companies"), G.WRONG_SCALE, "in English text a point is no thousands mark"),
    (fig("1.2 crore rupees", "12000000", "INR"), says("₹12 million"), G.CORRECT, "a crore is ten million"),
    (fig("3 lakh people", "300000", "person"), says("300,000 people"), G.CORRECT, "a lakh is 100,000"),
    (fig("10 kilometers", "10", "km"), says("10,000 meters"), G.CORRECT, "converted exactly"),
    (fig("10 miles", "10", "mile"), says("16 km"), G.CORRECT, "16.09 at the printed place"),
    (fig("10 miles", "10", "mile"), says("10 km"), G.WRONG_VALUE, "the number is right, the length is not"),
    # qualifiers
    (OVER, says("10,000 branches"), G.CORRECT, "a qualifier left out is a note"),
    (OVER, says("over 10,000 branches"), G.CORRECT, "the same in other words"),
    (OVER, says("at least 10,000 branches"), G.CORRECT, "the same side"),
    (OVER, says("fewer than 10,000 branches"), G.WRONG_QUALIFIER, "the other side"),
    (LEAST, says("at most 40 percent"), G.WRONG_QUALIFIER, "the other side"),
    (LEAST, says("40 percent or more"), G.CORRECT, "behind the number"),
    (LEAST, says("no more than 40%"), G.WRONG_QUALIFIER, "the other side in other words"),
    (MOST, says("5 million euros"), G.CORRECT, "left out"),
    (MOST, says("at least €5m"), G.WRONG_QUALIFIER, "the other side"),
    (STAFF, says("more than 1,500 employees"), G.WRONG_QUALIFIER, "the article says exactly 1,500"),
    (STAFF, says("about 1,500 employees"), G.CORRECT, "added, and true"),
    # ranges
    (RANGE, says("between 6,000 and 8,000 machines a year"), G.CORRECT, "the same range"),
    (RANGE, says("6,000 and 8,000 machines a year"), G.CORRECT, "both ends, in its own words"),
    (RANGE, says("8,000 and 6,000 machines a year"), G.WRONG_VALUE, "a range does not run backwards"),
    (RANGE, says("6,000-8,000 machines"), G.CORRECT, "the year is in the question"),
    (RANGE, says("6,000 machines a year"), G.WRONG_VALUE, "one end of it"),
    (RANGE, says("6,000 to 9,000 machines a year"), G.WRONG_VALUE, "another end"),
    (FIRMS, says("40,000 to 45,000 companies"), G.WRONG_VALUE, "a range that holds it is not it"),
    # periods
    (IN_2022, says("318 projects in 2022"), G.CORRECT, "the same year"),
    (IN_2022, says("318 projects in 2021"), G.WRONG_PERIOD, "the right value in the wrong year"),
    (IN_2022, says("318 projects"), G.CORRECT, "says no period: a note"),
    (IN_2022, says("250 projects in 2021"), G.WRONG_PERIOD, "the figure of another year"),
    (IN_2022, says("250 projects in 2022"), G.WRONG_VALUE, "the right year, another figure"),
    (
        IN_2022,
        says("318 projects", figures=[{"value": 318, "period": {"start": "2021-01-01", "end": "2021-12-31"}}]),
        G.WRONG_PERIOD,
        "the list of figures says 2021",
    ),
    (
        IN_2022,
        says(
            "318 projects, in 2022 (the article of 13 January 2023 says 'last year')",
            "Work began on 318 projects last year.",
            published="2023-01-13",
        ),
        G.CORRECT,
        "the resolved year beside the printed one is no second figure",
    ),
    # what is counted
    (TASKS, says("200 enterprises"), G.WRONG_SUBJECT, "the same number of other things in the same sentence"),
    (TASKS, says("200 research tasks"), G.CORRECT, "an adjective more"),
    (STAFF, says("1,500 workers"), G.CORRECT, "workers are employees"),
    (FIRMS, says("43,000 firms"), G.CORRECT, "firms are companies"),
    (POINTS, says("8.3 percent"), G.WRONG_UNIT, "percent are not points"),
    (POINTS, says("8.3 percentage points"), G.CORRECT, "as printed"),
    (POINTS, says("830 basis points"), G.CORRECT, "a hundred to the point"),
    # two figures
    (SHARE, says("12 or 15 percent"), G.HEDGED, "both are offered"),
    (SHARE, says("15 percent, or perhaps 18 percent"), G.HEDGED, "both are offered"),
    (STAFF, says("1,500 employees at 12 sites"), G.HEDGED, "two counts in a short answer: which is it?"),
    (STAFF, says("1,500 employees in 10 years"), G.CORRECT, "a duration is no rival of a count"),
    (BOTH, says("2.3 trillion yuan ($319.5 billion)"), G.CORRECT, "one sum in two currencies"),
    (BOTH, says("2.3 trillion yuan ($319.5 million)"), G.HEDGED, "the second says another sum"),
    (
        STAFF,
        quoted("The maker has 1,500 employees, 12 plants and 43 shops in 9 provinces."),
        G.IN_QUOTE_ONLY,
        "a list from which the reader has to pick",
    ),
    (STAFF, quoted("The maker now has 1,500 employees."), G.CORRECT, "the sentence holds one figure"),
    (
        STAFF,
        says("the maker", "The maker now has 1,500 employees."),
        G.IN_QUOTE_ONLY,
        "the short answer names something else",
    ),
    (
        STAFF,
        says("12", "The maker has 1,500 employees and 12 plants."),
        G.WRONG_VALUE,
        "the wrong one of two in the sentence",
    ),
    (STAFF, says("the maker", "The maker now has many employees."), G.MISSING, "no figure at all"),
    # what the answer stands on
    (STAFF, says("1,500 employees", citations=[]), G.CORRECT, "the set names no article: nothing to cite"),
    (STAFF, says("1,500 employees", quote="The maker has many employees."), G.UNSUPPORTED, "the words do not carry it"),
    (STAFF, says("1,500 employees", quote="The maker has 15,000 employees."), G.UNSUPPORTED, "the words say another"),
    (STAFF, says("1,500 employees", quote="The maker has 1,500 shops."), G.UNSUPPORTED, "shops are no employees"),
    (
        STAFF,
        says("1,500 employees", citations=[cite("Its plants are old."), cite("It has 1,500 employees.", key="2")]),
        G.CORRECT,
        "one of two citations carries it",
    ),
]
