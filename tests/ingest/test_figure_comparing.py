"""Does a source carry a claim's figure? A table of claims, sources, the verdict and the reason."""

from datetime import date

import pytest

from ingest.figures import Difference, compare_figures, parse_figures, same_value
from ingest.types import Figure, FigureKind

PUBLISHED = date(2024, 3, 7)
VALUE, UNIT, SCALE = Difference.VALUE, Difference.UNIT, Difference.SCALE
PERIOD, DIRECTION = Difference.PERIOD, Difference.DIRECTION

PAIRS = [
    ("It is 1.5", "It rose 15 percent", UNIT, "a bare number is no percentage"),
    ("It gained 12%", "It hired 112 people", UNIT, "a percentage is no head count"),
    ("It grew -3.2%", "It grew 3.2%", DIRECTION, "the sign"),
    ("It fell 3.2%", "It grew 3.2%", DIRECTION, "the verb"),
    ("It cost 1.5 billion dollars", "It cost $1,500 million", None, "the same in another scale"),
    ("It cost $1.5 million", "It cost $1.5 billion", SCALE, "a thousandth"),
    ("It cost 1,500 billion yuan", "It cost 1.5 trillion yuan", None, "the same in another scale"),
    ("It weighs 2.4 kg", "It weighs 2.4 kilograms", None, "two spellings"),
    ("It weighs 2.4 kg", "It weighs 2,400 grams", None, "convertible"),
    ("It weighs 2.4 kg", "It weighs 2,450 grams", None, "rounded from it"),
    ("It weighs 2.4 kg", "It weighs 2,500 grams", VALUE, "not rounded from it"),
    ("It sold 416,000 cars", "It sold 437,000 cars", VALUE, "another number"),
    ("It rose 5 percent", "It rose 5 percentage points", UNIT, "percent are no points"),
    ("It rose 50 basis points", "It rose 0.5 percentage points", None, "a hundred to the point"),
    ("It made 2.4 trillion yuan", "It made 2.43 trillion yuan", None, "a rounder claim"),
    ("It made 2.43 trillion yuan", "It made 2.43 trillion yuan", None, "the same"),
    ("It made 2.432 trillion yuan", "It made 2.43 trillion yuan", VALUE, "a finer claim than its source"),
    ("It made 2.5 trillion yuan", "It made 2.43 trillion yuan", VALUE, "wrongly rounded"),
    ("It made 2,430 billion yuan", "It made 2.43 trillion yuan", None, "finer scale, equal value"),
    ("About 43,000 firms came", "It drew 43,217 firms", None, "about rounds to its zeros"),
    ("43,000 firms came", "It drew 43,217 firms", VALUE, "without about it does not"),
    ("At most 50 firms came", "At least 50 firms came", DIRECTION, "opposite bounds"),
    ("More than 50 firms came", "At least 50 firms came", None, "both bound from below"),
    ("More than 50 firms came", "Fewer than 50 firms came", DIRECTION, "opposite bounds"),
    ("More than 50 firms came", "50 firms came", DIRECTION, "exactly 50 is not more than 50"),
    ("50 firms came", "More than 50 firms came", None, "a dropped bound is no other value"),
    ("Up to 50 firms came", "50 firms came", None, "50 is at most 50"),
    ("It cost $5", "It cost US$5", None, "an unsaid dollar may be this one"),
    ("It cost HK$5", "It cost US$5", UNIT, "two dollars"),
    ("It cost 5 euros", "It cost $5", UNIT, "two currencies"),
    ("It cost 5 yuan", "It cost ¥5", None, "an unsaid sign"),
    ("It has 6,000 machines", "It makes 6,000 to 8,000 machines", VALUE, "one end of a range"),
    ("It makes 6,000 to 8,000 machines", "It makes 6,000 to 8,000 machines annually", None, "the rate left out"),
    ("A quarter of people left", "25 percent of people left", None, "a share in words"),
    ("Two-thirds of people left", "67 percent of people left", None, "rounded by the source"),
    ("Two-thirds of people left", "60 percent of people left", VALUE, "another share"),
    ("In 2022 it made 5 cars", "In 2023 it made 5 cars", PERIOD, "the right value in the wrong year"),
    ("In 2023 it made 5 cars", "In 2023 it made 5 cars", None, "the same year"),
    ("In 2023 it made 5 cars", "Last year it made 5 cars", None, "last year is read by the article"),
    ("In 2023 it made 5 cars", "It made 5 cars", PERIOD, "a year the source does not give"),
    ("It made 5 cars", "In 2023 it made 5 cars", None, "a year left out"),
    ("In 2022 it had 5 labs", "At the end of 2022 it had 5 labs", None, "the end of a year stands for its level"),
    ("In 2022 it had 5 labs", "In March 2022 it had 5 labs", PERIOD, "a month does not stand for its year"),
    ("In December it had 5 labs", "In late December it had 5 labs", None, "part of the month"),
    ("Sales rose to 5 million euros", "Sales rose by 5 million euros", DIRECTION, "to is not by"),
    ("It will build 300 homes", "It plans to build 300 homes", None, "both ahead"),
    ("It built 300 homes", "It will build 300 homes", DIRECTION, "a forecast told as an outcome"),
    ("It rose from 13.1 percent", "It rose to 13.1 percent", DIRECTION, "a swapped pair"),
    ("12 people died", "12 cars burned", UNIT, "other things are counted"),
    ("It has 12 million", "It has 12 million users", None, "a bare number may count them"),
    ("It is 100 km long", "It is 62 miles long", None, "converted and rounded"),
    ("It is 100 km long", "It is 60 miles long", VALUE, "no rounding of it"),
    ("It is 100 km long", "It is 62 miles (100 km) long", None, "the source gives the equivalent"),
    ("It cost $319.5 billion", "It cost 2.3 trillion yuan ($319.5 billion)", None, "carried by the equivalent"),
    ("It cost $319 billion", "It cost 2.3 trillion yuan ($316.5 billion)", VALUE, "not carried by the equivalent"),
    ("It was 100.4 degrees Fahrenheit", "It was 38 degrees Celsius", None, "temperatures have another zero"),
    ("It was 38 degrees Celsius", "It was 38 degrees Fahrenheit", VALUE, "the same number of other degrees"),
    ("A 43-year-old man", "A man aged 43", None, "an age said two ways"),
    ("They won 3-1", "They won 3-2", VALUE, "another score"),
    ("They won 3-1", "They won 3 titles", UNIT, "a score is no count"),
    ("She came 3rd", "She came third", None, "an ordinal in words"),
    ("She came 3rd", "She has 3 sons", UNIT, "an ordinal is no count"),
    ("A dozen people came", "12 people came", None, "twelve"),
    ("A dozen people came", "14 people came", VALUE, "a dozen is no rounding"),
    ("Hundreds of people came", "340 people came", None, "of that magnitude"),
    ("Hundreds of people came", "3,400 people came", VALUE, "of another magnitude"),
    ("340 people came", "Hundreds of people came", VALUE, "finer than its source"),
    ("43,000 companies came", "43,000 enterprises came", None, "used for one another"),
    ("43,000 companies came", "43,000 schools came", UNIT, "another thing"),
    ("It cost 5 crore rupees", "It cost 50 million rupees", None, "Indian scales"),
    ("It cost 4.3 wan yuan", "It cost 43,000 yuan", None, "a Chinese scale"),
    ("It cost 43,000 yuan", "It cost 43,000 yuan", None, "full-width digits"),
    ("It lost 300 jobs", "It added 300 jobs", DIRECTION, "lost for added"),
    ("It grew 15 percent", "It grew 1.5 percent", VALUE, "a lost point"),
    ("Growth was 0.5 percent", "Growth was 5 percent", VALUE, "a shifted point"),
    ("Oil cost $80 a barrel", "Oil cost US$80 per barrel", None, "a price said two ways"),
    ("Oil cost $80", "Oil cost $80 a barrel", UNIT, "a price without what it is for"),
]  # fmt: skip


def only(text: str) -> Figure:
    figures = [one for one in parse_figures(text, PUBLISHED) if one.kind is not FigureKind.DATE]
    assert len(figures) == 1, (text, figures)
    return figures[0]


@pytest.mark.parametrize(("claim", "source", "verdict", "reason"), PAIRS)
def test_a_source_carries_a_claim_or_says_why_not(
    claim: str, source: str, verdict: Difference | None, reason: str
) -> None:
    assert compare_figures(only(claim), only(source)) == verdict, reason


@pytest.mark.parametrize(("claim", "source", "verdict", "reason"), PAIRS)
def test_same_value_is_symmetric_and_never_less_lenient(
    claim: str, source: str, verdict: Difference | None, reason: str
) -> None:
    a, b = only(claim), only(source)
    assert same_value(a, b) == same_value(b, a), reason
    if verdict is None and not b.equivalents:
        assert same_value(a, b), reason
    if verdict in (UNIT, SCALE):
        assert not same_value(a, b), reason


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("in 2023", "last year", True),
        ("in 2022", "last year", False),
        ("on 5 March 2024", "on Tuesday", True),
        ("fiscal 2022", "fiscal 2022", True),
        ("fiscal 2022", "2022", False),
        ("1712", "in 1712", True),
        ("1713", "in 1712", False),
    ],
)
def test_dates_agree_by_their_days(a: str, b: str, same: bool) -> None:
    (one,), (two,) = parse_figures(a, PUBLISHED), parse_figures(b, PUBLISHED)
    assert same_value(one, two) is same
    assert (compare_figures(one, two) is None) is same
