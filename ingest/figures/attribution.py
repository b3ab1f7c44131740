"""Say who tells a figure: a named or unnamed source, or the outlet itself (None)."""

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


@dataclass(slots=True)
class Voices:
    """The last speaker named, by which "he said" is read."""

    publisher: str | None = None
    last: str | None = None


def find_speaker(line: Line, voices: Voices) -> str | None:
    """Return the source a sentence names: "according to X", "said X", "X said", "data from X show"."""
    speaker = _according(line) or _data(line) or _said(line, voices)
    if speaker is None:
        return None
    speaker = _tidy(speaker)
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
        after = line.word(i + 1)
        inverted = line.word(i - 1) in (",", '"', "”", "“", "'", "’") and line.is_word(i + 1) and after != "that"
        if inverted and line.low[i] in _PLAIN_SAY and (line.is_capital(i + 1) or after in ("the", "a", "an")):
            return line.span(i + 1, _phrase_end(line, i + 1))
        name = _name_before(line, i)
        if name in _PRONOUNS:
            return voices.last if name in ("he", "she") else None
        if name:
            return name
    return None


def _name_before(line: Line, i: int) -> str | None:
    """Read the subject that ends right before the verb at `i`."""
    j = i - 1
    while j > 0 and line.low[j] in ("also", "has", "had", "have", "on", "monday", "tuesday", "wednesday", "thursday"):
        j -= 1
    if j >= 0 and line.low[j] == ",":  # "Jane Roe, head of sales, said"
        k = j - 1
        while k > 0 and line.low[k] != "," and j - k < 14:
            k -= 1
        if line.word(k) != ",":
            return None
        j = k - 1
    end = j + 1
    while (
        j >= 0 and end - j <= _LONGEST_NAME and line.low[j] not in _BREAKS and line.low[j] not in ("that", "and", "as")
    ):
        j -= 1
    start = j + 1
    if start >= end or not line.is_word(start):
        return None
    name = line.span(start, end)
    if line.low[start] in _PRONOUNS and end - start == 1:
        return line.low[start]
    if line.low[start] in ("the", "a", "an") or line.is_capital(start):
        return name
    return None
