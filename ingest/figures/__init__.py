"""Figures said in text: found, read, printed and compared.

A figure is a quantity or a date with its unit, scale, qualifier, period, measure, subject and source, at an exact
`start:end`. Standard library only, so that it can stand on the path of a cold question.
"""

from ingest.figures.comparing import Difference, compare_figures, same_value
from ingest.figures.extract import extract_figures, find_periods, parse_figures
from ingest.figures.formatting import format_figure
from ingest.figures.time.periods import TimeSpan

__all__ = [
    "Difference",
    "TimeSpan",
    "compare_figures",
    "extract_figures",
    "find_periods",
    "format_figure",
    "parse_figures",
    "same_value",
]
