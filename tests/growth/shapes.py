"""Shapes of text that cost a careless reader the square of their length: each piece is repeated to any length."""

SHAPES = {
    "blanks": " ", "no-break spaces": "\u00a0", "line ends": "\n", "carriage returns": "\r\n", "blank lines": " \n",
    "letters": "x", "capitals": "X", "letter and capital": "xY", "words of a letter": "a ", "lines": "ab cd\n",
    "paragraphs": "a\n\n", "broken lines": "ab-\n", "digits": "9", "numbers": "1 ", "thousands": "1,",
    "decimals": "1.", "fractions": "1/", "number words": "two hundred and ", "hyphened numbers": "two-",
    "scales": "million ", "ranges": "from 5 to ", "money": "$", "shares": "5% ", "years": "1990 ",
    "dates": "5 March 2020 ", "relative dates": "last ", "weekdays": "Monday, ", "clocks": "5 a.m. ", "dots": ".",
    "stops": ". ", "question marks": "?", "commas": ", ", "dashes": "— ", "hyphens": "-", "underscores": "_",
    "quotes": '"', "nested quotes": "“a ‘b ", "brackets": "(", "square brackets": "[", "braces": "{", "tags": "<a ",
    "paragraph tags": "<p>", "cells": "<td>", "comments": "<!--", "stars": "*a **b ", "backslashes": "\\",
    "bars": "|a|b\n", "items": "\n1. ", "entities": "&amp;", "addresses": "www.a", "initials": "A. ",
    "abbreviations": "Mr. ", "firms": "Acme Corp. ", "acronyms": "U.S.", "names": "Anna and ", "bylines": "By Anna\n",
    "speakers": "he said, ", "crumbs": "Home > ", "possessives": "Anna’s ", "of the": "the end of ",
    "combining marks": "e\u0301", "bare marks": "\u0301", "joiners": "\u200d", "soft hyphens": "a\u00ad",
    "wide": "年1", "wide stops": "。", "halves": "½", "right to left": "א", "emoji": "😀", "zeros": "\0",
    "news": "The firm sold 43,000 cars in May 2020. ", "questions": "how many ",
}  # fmt: skip


def stretch(piece: str, length: int) -> str:
    """Return a piece repeated to about so many characters, inside a text: what fails only at its end costs most."""
    return f"It began. A{piece * (length // len(piece) + 1)}b It ended?"


def mixture(length: int) -> str:
    """Return all shapes one after another, so many characters in all."""
    return "\n\n".join(stretch(piece, length // len(SHAPES)) for piece in SHAPES.values())
