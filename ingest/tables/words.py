"""What the words of a header, a row's name or a caption are: a unit, a time, a measure, the name of a thing."""

import re

from ingest.figures.about.nouns import is_plural
from ingest.figures.rows import is_unit

YEAR = re.compile(r"\b(?:1[89]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\b")
_TIME = re.compile(
    rf"(?:FY\s?|[QHT][1-4]\s|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s)?{YEAR.pattern}|(?:FY|[QHT])\s?\d{{1,2}}"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October"
    r"|November|December|Mon|Tue|Wed|Thu|Fri|Sat|Sun|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?"
    r"|(?:this|last|next) (?:year|month|week)|now|then|before|after|today",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[](?:in\s+)?(?P<unit>[^()\[\]]{1,40})[)\]]", re.IGNORECASE)
_BEHIND = re.compile(r",\s+(?:in\s+)?(?P<unit>[^,]{1,40})$|\s+in\s+(?P<in>[^,()]{1,40})$", re.IGNORECASE)
# Nouns that name what is measured, in the form of one thing or a mass; plurals need no list.
_MEASURES = frozenset(
    "staff budget population turnout revenue income profit loss cost price fare fee area height length"
    " depth width weight age number total share rate average median workforce employment unemployment"
    " inflation debt output production capacity distance speed volume growth change spending turnover"
    " attendance membership density temperature rainfall rent wage salary tax deficit surplus value margin"
    " headcount possession percentage proportion crime traffic investment demand supply consumption cargo"
    " tonnage score rating time duration period founded opened mayor capital crew equity ebitda ebit gdp"
    " sales".split()
)
_CORNERS = frozenset(
    "measure measures indicator indicators metric metrics statistic statistics item items figure figures".split()
)


def split_unit(words: str) -> tuple[str, str]:
    """Part a header from its unit: "Budget (million pounds)", "Leakage, %", "Fare in euros"; "" where it gives none."""
    for found in _BRACKET.finditer(words):
        if is_unit(found["unit"]):
            return " ".join((words[: found.start()] + words[found.end() :]).split()), found["unit"].strip()
    behind = _BEHIND.search(words)
    unit = (behind["unit"] or behind["in"]) if behind else ""
    return (words[: behind.start()].strip(), unit.strip()) if behind and is_unit(unit) else (words, "")


def is_time(words: str) -> bool:
    """Tell words that are a time and nothing else: "2023", "Q1 2024", "March"."""
    return bool(_TIME.fullmatch(split_unit(words)[0].strip("*: ")))


def is_measure(words: str) -> bool:
    """Tell words that name what is measured: with a unit, a plural, or one of the usual nouns."""
    bare, unit = split_unit(words)
    letters = re.findall(r"[^\W\d_]+", bare)
    plain = all(word.islower() for word in letters[1:])  # "Boats in port", not "Senna Foods"
    heads = [word.lower() for word in (*letters[:1], *letters[-1:])]
    return bool(unit) or any(word in _MEASURES or (plain and is_plural(word)) for word in heads)


def is_name(words: str) -> bool:
    """Tell words that may name a thing: letters, a capital first, no unit, no time, no measure."""
    return words[:1].isupper() and not is_time(words) and not split_unit(words)[1] and not is_measure(words)


def is_corner(words: str) -> bool:
    """Tell a header over names of measures, or an empty one."""
    return not words or words.casefold() in _CORNERS
