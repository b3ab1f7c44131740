"""Dates, names, statements, disagreements, abstention and citations: expected, answered, the right verdict, and why."""

from eval.types import ExpectedDate, Grade, Question
from tests.eval.making import Answer, asks, cite, day, declines, fig, says, words

G = Grade
OCTOBER = asks("date", day("2023-10-01", "2023-10-31", "October 2023"))
YEAR = asks("date", day("2018-01-01", "2018-12-31", "2018"))
DAY = asks("date", day("2024-04-29", "2024-04-29", "April 29, 2024", "2024-04-29"))
TUESDAY = asks("date", ExpectedDate(None, None, ("on Tuesday", "Tuesday")))
MAYOR = asks("name", words("Ana Petrovic"))
PORT = asks("name", words("Port of Varna", "Varna"))
WHY = asks("statement", words(must=("high-speed train", "headquarters")))
GOODS = asks("statement", words("fruit", "vegetables"))
STEEL = asks(
    "disagreement",
    (
        fig("2.43 million tons", "2430000", "ton", when="2023-01-01..2023-12-31"),
        fig("2.51 million tons", "2510000", "ton", when="2022-01-01..2022-12-31"),
    ),
)
MORE = asks("comparison", (fig("95 mills", "95", "mill"),), articles=("port",), quote=("107", "12"))
SHIPS = asks("figure", (fig("318 ships", "318", "ship"),), articles=("port",), quote=("318 ships",))
THAT_YEAR: Answer = {"text": "That year", "period": {"start": "2018-01-01", "end": "2018-12-31"}}
LAST_OCTOBER: Answer = {"text": "last October", "period": {"start": "2023-10-01", "end": "2023-10-31"}}
NOTHING = asks("unanswerable", None)
PREMISE = asks("unanswerable", (fig("43 ships", "43", "ship"),), question="Why did only 4 ships call?")

Row = tuple[Question, Answer, Grade, str]


def side(text: str, year: int) -> Answer:
    return {"text": text, "period": {"start": f"{year}-01-01", "end": f"{year}-12-31"}, "citation": "1"}


def from_port(quote: str, short: str = "318 ships") -> Answer:
    return says(short, quote)


def two_sides(*sides: Answer) -> Answer:
    return says(
        "2.43 million tons", "The mills made 2.43 million tons. The mills made 2.51 million tons.", sides=[*sides]
    )


OTHERS: list[Row] = [
    # dates
    (
        OCTOBER,
        says("last October", figures=[LAST_OCTOBER], published="2024-04-29"),
        G.IN_QUOTE_ONLY,
        "as printed; which October it was is known and not said",
    ),
    (
        OCTOBER,
        says("October 2023 (the article says “last October”)", "It opened last October.", published="2024-04-29"),
        G.CORRECT,
        "both are said",
    ),
    (
        OCTOBER,
        says("October 2023 (the article says “last October”)", "It opened last October."),
        G.UNSUPPORTED,
        "the citation gives no date to read it by",
    ),
    (OCTOBER, says("October 2022"), G.WRONG_VALUE, "another year"),
    (OCTOBER, says("2023"), G.WRONG_VALUE, "too coarse"),
    (OCTOBER, says("October 2023 or November 2023"), G.HEDGED, "two dates"),
    (OCTOBER, says("soon"), G.MISSING, "no date"),
    (YEAR, says("2018"), G.CORRECT, "the year"),
    (
        YEAR,
        says("2018 (that year)", "That year it sank.", figures=[THAT_YEAR])
        | {"seen": {"before": ["It sailed in 2018."]}},
        G.CORRECT,
        "the words before say which year, and the answer says that it is meant",
    ),
    (
        YEAR,
        says("2018 (that year)", "That year it sank.", figures=[THAT_YEAR])
        | {"seen": {"before": ["It sailed in 2017."]}},
        G.UNSUPPORTED,
        "the words before say another year",
    ),
    (YEAR, says("That year", "That year it sank.", figures=[THAT_YEAR]), G.IN_QUOTE_ONLY, "which year?"),
    (
        asks("date", day("1817-01-01", "1817-12-31", "1817")),
        says("1817", "The pier was built in 1817."),
        G.CORRECT,
        "a year that alone might be a number",
    ),
    (
        asks("date", day("1817-01-01", "1817-12-31", "1817")),
        says("1871", "The pier was built in 1817 and 1871."),
        G.WRONG_VALUE,
        "another year",
    ),
    (YEAR, says("in June 2018"), G.CORRECT, "finer, and in the cited words"),
    (YEAR, says("20180"), G.MISSING, "2018 stands inside another number"),
    (DAY, says("29 April 2024", "The paper is out.", published="2024-04-29"), G.CORRECT, "the article's own date"),
    (DAY, says("April 28, 2024"), G.WRONG_VALUE, "a day off"),
    (DAY, says("2024-04-29", "The paper is out."), G.UNSUPPORTED, "an undated article does not say when it was out"),
    (TUESDAY, says("on Tuesday"), G.CORRECT, "cannot be resolved and is left as printed"),
    (TUESDAY, says("16 April 2024"), G.WRONG_VALUE, "guessed"),
    (YEAR, says(None, "It was founded in 2018."), G.CORRECT, "the sentence holds one date"),
    (YEAR, says(None, "It was founded in 2018 and moved in 2021."), G.IN_QUOTE_ONLY, "which of two?"),
    # names
    (MAYOR, says("Ana Petrovic"), G.CORRECT, "the name"),
    (MAYOR, says("ana petrović"), G.CORRECT, "letter case and accents aside"),
    (MAYOR, says("mayor Ana Petrovic of Varna"), G.CORRECT, "words around it"),
    (MAYOR, says("Petrovic"), G.WRONG_VALUE, "half a name is not among the accepted ones"),
    (MAYOR, says("Ana Petrovicova"), G.WRONG_VALUE, "another name that begins alike"),
    (MAYOR, says("Ana Petrovic or Ivan Kolev"), G.HEDGED, "two names"),
    (MAYOR, says("not Ana Petrovic"), G.WRONG_VALUE, "denied"),
    (MAYOR, says("Ivan Kolev", "Ivan Kolev succeeded Ana Petrovic."), G.WRONG_VALUE, "the other name of the sentence"),
    (MAYOR, says(None, "Ivan Kolev succeeded Ana Petrovic."), G.IN_QUOTE_ONLY, "a sentence that holds it"),
    (
        MAYOR,
        says(None, "The mayor is Ana Petrovic.", quote="Ana Petrovic, the mayor, opened the pier."),
        G.CORRECT,
        "named in words of its own",
    ),
    (MAYOR, says(None, "The mayor opened the pier."), G.MISSING, "a sentence that does not hold it"),
    (PORT, says("Varna"), G.CORRECT, "the shorter accepted name"),
    (PORT, says("Port of Burgas"), G.WRONG_VALUE, "any shared word is not enough"),
    # statements
    (WHY, says(None, "The high-speed train ends near the headquarters."), G.CORRECT, "both words"),
    (WHY, says(None, "The high‑speed train matters."), G.MISSING, "half of it"),
    (WHY, says(None, "The weather was fine."), G.MISSING, "none of it"),
    (GOODS, says("fruit", "The port ships fruit."), G.CORRECT, "one of the accepted"),
    (GOODS, says("the port", "The port ships fruit."), G.IN_QUOTE_ONLY, "the short answer is not what was asked for"),
    (GOODS, says(None, "The port ships steel."), G.MISSING, "neither"),
    # disagreement
    (STEEL, two_sides(side("2.43 million tons", 2023), side("2.51 million tons", 2022)), G.CORRECT, "both, with years"),
    (STEEL, says("2.43 million tons in 2023"), G.MISSING, "one side"),
    (STEEL, says("2.6 million tons"), G.WRONG_VALUE, "neither side"),
    (
        STEEL,
        says(
            None,
            "2.43 million tons in 2020 and 2.51 million tons in 2019.",
            sides=[side("2.43 million tons", 2020), side("2.51 million tons", 2019)],
        ),
        G.WRONG_PERIOD,
        "both, with the wrong years",
    ),
    # arithmetic
    (
        MORE,
        says("95", "107 - 12 = 95", quote="It has 107 mills, and 12 of them are new."),
        G.CORRECT,
        "computed, operands cited",
    ),
    (MORE, says("95 (107 - 12)", quote="It has 107 mills, and 12 of them are new."), G.CORRECT, "says how in brackets"),
    (MORE, says("95", "95 more", quote="It has 107 mills."), G.UNSUPPORTED, "an operand is not cited"),
    (MORE, says("85", "85 more", quote="It has 107 mills, and 12 of them are new."), G.WRONG_VALUE, "a slip"),
    (
        asks("comparison", (fig("16 months", "16", "month"),)),
        says("16 months", "It took 16 months.", quote="The plan of February 2014 was issued in June 2015."),
        G.CORRECT,
        "the time between two cited dates",
    ),
    (
        asks("comparison", (fig("16 months", "16", "month"),)),
        says("16 months", "It took 16 months.", quote="The plan of February 2014 was issued in June 2016."),
        G.UNSUPPORTED,
        "the cited dates are farther apart",
    ),
    (
        asks("comparison", (fig("81.44 billion yuan", "81440000000", "CNY"),)),
        says(
            "about 81 billion yuan",
            "It is 81 billion yuan.",
            quote="It was 2,511.44 billion yuan, now 2.43 trillion yuan.",
        ),
        G.CORRECT,
        "a difference, rounded as it is printed",
    ),
    (
        asks("comparison", (fig("12.4 billion yuan", "12400000000", "CNY"),)),
        says("12.4 billion yuan", "It is 12.4 billion yuan.", quote="It has 248 projects of 50 million yuan each."),
        G.CORRECT,
        "a product of two cited figures",
    ),
    # citations
    (SHIPS, from_port("In May 318 ships called."), G.CORRECT, "the right words of the right article"),
    (SHIPS, says("318 ships", citations=[]), G.UNSUPPORTED, "cites nothing"),
    (
        SHIPS,
        says("318 ships", citations=[cite("In May 318 ships called.", source="news/rail.md")]),
        G.WRONG_CITATION,
        "the right figure under another article",
    ),
    (SHIPS, from_port("In May 318 vessels called."), G.UNSUPPORTED, "ships are not printed there"),
    (
        SHIPS,
        from_port("318 trains ran.", "318 trains"),
        G.WRONG_SUBJECT,
        "the same number of something else",
    ),
    (
        SHIPS,
        from_port("The yard employs 54 ships.", "54 ships"),
        G.WRONG_SUBJECT,
        "a faithful figure from other words",
    ),
    (
        SHIPS,
        from_port("In May 318 ships called, 54 ships fewer than in April.", "54 ships"),
        G.WRONG_VALUE,
        "the right words, the wrong figure in them",
    ),
    # abstention
    (NOTHING, declines(), G.CORRECT, "declining is right, not a NaN"),
    (NOTHING, says("43 ships"), G.SHOULD_HAVE_ABSTAINED, "the articles do not say"),
    (SHIPS, declines(), G.SHOULD_NOT_HAVE_ABSTAINED, "the articles do say"),
    (PREMISE, says("43 ships", "Not 4: 43 ships called."), G.CORRECT, "corrects the premise"),
    (PREMISE, says("4 ships"), G.SHOULD_HAVE_ABSTAINED, "goes along with the premise"),
    (PREMISE, declines(), G.CORRECT, "declining is right too"),
    (SHIPS, {"error": "the question is empty"}, G.FAILED, "a bad row"),
    (SHIPS, {"short": None, "claims": None, "citations": 7}, G.FAILED, "no answer, whatever its types"),
]
