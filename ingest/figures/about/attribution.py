"""Say who tells a figure: a named or unnamed source, or the outlet itself (None)."""

import re
from dataclasses import dataclass

from ingest.figures.tokens import Line, wordset

SAY = wordset(
    "said says say told added noted announced reported stated explained confirmed revealed disclosed showed shows"
    " show estimated estimates forecast forecasts predicted claimed warned argued found suggested indicated wrote"
    " tweeted pointed stressed reiterated recalled projected predicts expects reports"
)
_DATA = wordset("data figures statistics report survey study estimates numbers census poll")
_PRONOUNS = frozenset(["he", "she", "they", "it", "who"])
_BREAKS = wordset(', ; : . " “ ” ( ) — – while')
_PLAIN_SAY = wordset("said says told added noted announced stated explained confirmed")
_LONGEST_NAME = 9
_QUOTES = frozenset({",", '"', "”", "“", "'", "’"})
# Adjectives as often as verbs; verbs before these.
_NOUNS_TOO = frozenset({"added", "reports", "forecast", "forecasts", "estimates", "estimated", "shows"})
_REPORTED = frozenset({"that", ",", ".", "the", "a", '"', "”", "it", "an", "there"})
_NAME_ENDS = frozenset({",", ".", ";", '"', "”", "on", "in", "", "at", "who", ":", "last"})
_BETWEEN = wordset("also has had have on monday tuesday wednesday thursday friday saturday sunday later")
_PARTICLES = frozenset({"of", "de", "van", "von", "al", "-", "bin", "da"})
_BEFORE_NAME = frozenset({"that", "and", "as", "but"})
# An article that says what it said before is no source: "This article first said", "An earlier version of it said".
_ITSELF = re.compile(
    r"(?:(?:this|our|an? (?:earlier|previous)|earlier|the original|its)\b.{0,30}\b(?:article|story|piece|post|version|"
    r"headline|caption)s?\b.{0,40}|(?:an? |the )?correction)",
    re.IGNORECASE,
)
_HELPED = wordset("is are was were be been being will would to near by from an")


@dataclass(slots=True)
class Voices:
    """The last speaker named, by which "he said" is read."""

    publisher: str | None = None
    last: str | None = None


def find_speaker(line: Line, voices: Voices) -> str | None:
    """Return the source a sentence names: "according to X", "said X", "X said", "data from X show"."""
    speaker = _according(line) or _data(line) or _said(line, voices)
    if speaker is None or _ITSELF.fullmatch(speaker):
        return None
    speaker = "" if any(c.isdecimal() for c in speaker) else _tidy(speaker)
    if speaker and speaker[:1].isupper():
        voices.last = speaker
    return None if speaker == voices.publisher else speaker or None


def _tidy(name: str) -> str:
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        name = name.removeprefix(article)
    return name.strip(" ,\"“”'’")


def _phrase_end(line: Line, i: int) -> int:
    """Return the token after the name that starts at `i`: it ends at a comma, a full stop, a speech verb or "that"."""
    j = i
    while j < line.n and j < i + _LONGEST_NAME:
        if line.low[j] in _BREAKS or (j > i and line.low[j] in SAY and not line.is_capital(j)):
            break
        if j > i and line.low[j] in ("that", "which", "who", "on", "released", "published", "in", "has", "had", "was"):
            break
        j += 1
    return j


def _according(line: Line) -> str | None:
    for i, word in enumerate(line.low):
        if word == "according" and line.word(i + 1) == "to":
            j = i + 2
            end = _phrase_end(line, j)
            for k in range(j, end - 1):
                if line.low[k] in _DATA and line.low[k + 1] in ("from", "by", "of"):
                    return line.span(k + 2, end)
            return line.span(j, end) or None
    return None


def _data(line: Line) -> str | None:
    """Read "data from the commission show"."""
    for i, word in enumerate(line.low):
        if word in _DATA and line.word(i + 1) in ("from", "by", "released", "issued", "published", "compiled"):
            j = i + 3 if line.word(i + 2) == "by" else i + 2
            end = _phrase_end(line, j)
            if end > j and any(w in SAY for w in line.low[end : end + 6]):
                return line.span(j, end)
    return None


def _said(line: Line, voices: Voices) -> str | None:
    """Read "said Jane Roe, head of", "the ministry said", "he said"."""
    for i in range(line.n - 1, -1, -1):
        if line.low[i] not in SAY or line.is_capital(i):
            continue
        if line.low[i] in _NOUNS_TOO and line.word(i + 1) not in _REPORTED:
            continue
        if line.low[i] in _PLAIN_SAY and line.word(i - 1) in _QUOTES:
            end = _phrase_end(line, i + 1)
            if line.is_word(i + 1) and line.word(end) in _NAME_ENDS and _is_name(line, i + 1):
                return line.span(i + 1, end)
        name = _name_before(line, i)
        if name in _PRONOUNS:
            return voices.last if name in ("he", "she") else None
        if name:
            return name
    return None


def _is_name(line: Line, i: int) -> bool:
    return line.is_capital(i) or line.word(i) in ("the", "a", "an")


def _name_before(line: Line, i: int) -> str | None:
    """Read the subject that ends right before the verb at `i`; "is said" and "are estimated" have none."""
    j = i - 1
    while j > 0 and line.low[j] in _BETWEEN:
        j -= 1
    if j >= 0 and line.low[j] == ",":
        return _name_before_comma(line, j)
    end = j + 1
    while j >= 0 and end - j <= _LONGEST_NAME and line.low[j] not in _BREAKS and line.low[j] not in _BEFORE_NAME:
        j -= 1
    start = j + 1
    if start >= end or not line.is_word(start) or _HELPED.intersection(line.low[start:end]):
        return None
    if line.low[start] in _PRONOUNS and end - start == 1:
        return line.low[start]
    return line.span(start, end) if _is_name(line, start) else None


def _name_before_comma(line: Line, comma: int) -> str | None:
    """Read "Jane Roe, head of sales, said": the nearest part between commas that is all capitals."""
    end = comma
    for _ in range(4):
        start = end
        while start > 0 and line.low[start - 1] not in _BREAKS:
            start -= 1
        proper = all(line.is_capital(k) or line.low[k] in _PARTICLES for k in range(start, end))
        if proper and 0 < end - start <= 6 and end != comma:
            return line.span(start, end)
        if line.word(start - 1) != ",":
            return None
        end = start - 1
    return None
