"""Cut a text into sentences, headings and list items; their spans are what a citation quotes."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.head.stamps import MONTHS
from ingest.text.abbreviations import (
    AFTER_CLOCK,
    BEFORE_LETTER,
    BEFORE_NUMBERS,
    CONTINUES,
    MAY_END,
    PLAIN_WORDS,
    SPEECH,
    STARTERS,
)
from ingest.text.blocks import is_list_item, joins
from ingest.text.tables import is_row
from ingest.types import Sentence

# Nobody reads, and no encoder takes in, a longer "sentence": tables, lists without stops, text without spaces.
LONGEST_SENTENCE = 1200
# A heading is a line alone in its paragraph, without a final stop, of at most so many words or signs.
MOST_HEADING_WORDS = 12
MOST_HEADING_CHARACTERS = 100
MOST_HEADING_WIDE = 30
_CLOSERS = "\"'”’»)\\]」』】》）"
_OPENERS = "\"'“‘«(\\[「『【《（¿¡"
# A run of stops is tried from its first one only, and taken whole: a row of dots ("......4") is read once.
_STOP = re.compile(
    rf"(?P<wide>[。！？｡]+[{_CLOSERS}]*)|(?P<stop>(?:(?<![.!?])(?:\.{{2,}}+|[.!?]++)|(?<!…)…++\.?)[{_CLOSERS}]*+)"
    r"(?=\s|$|(?<=[a-z]\.)[A-Z][a-z]*\s)"
)
_NEXT = re.compile(rf"\s*(?P<open>[{_OPENERS}—–-]*)\s?(?P<word>[^\s]{{0,40}})")
_LAST_WORD = re.compile(r"(?P<word>[^\s\"“”‘«»()\[\]/—–]+)$")
_PREVIOUS_WORD = re.compile(r"(?P<word>[^\W\d_]+)\W+$")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_SPOKEN = re.compile(r"\s+(?:[^\W\d_][\w.'’-]*\s+){0,5}?(?P<verb>[a-z]+)\b")
_ITEM_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})")
# "At 5 a.m. Troops": nothing but the time was said so far.
_AT_CLOCK = re.compile(r"(?:At|By|Around|About|Before|After|From|Until|Since|Just|Shortly)(?:\s\S+){1,4}")
# A firm's name may hold a mark ("Yahoo! Inc.").
_FIRM_FORMS = frozenset({"inc", "ltd", "corp", "co", "plc", "llc"})
_ENDS = re.compile(rf"[.!?…:;,。！？；：，][{_CLOSERS}]*$")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_CUTS = (re.compile(r"[;；。]\s?"), re.compile(r"(?:,\s|，|、|\s[—–-]\s|:\s)"), re.compile(r"\s+"))
# How far back and ahead of a full stop its neighbours are looked at; keeps the work per stop constant.
_REACH = 60


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Cut a text into sentences in order; they do not overlap and cover every character that is no space.

    A line end ends a paragraph unless it only wraps one (`ingest.text.blocks`). Takes time linear in the text.
    """
    sentences: list[Sentence] = []
    for number, (start, end, alone) in enumerate(_paragraphs(text)):
        spans = [part for span in _cut(text, start, end) for part in _shorten(text, *span)]
        heading = alone and len(spans) == 1 and _is_heading(text[start:end])
        sentences += [Sentence(a, b, number, heading) for a, b in spans]
    if all(sentence.heading for sentence in sentences):  # a heading stands above something: a text of a title is none
        return tuple(replace(sentence, heading=False) for sentence in sentences)
    return tuple(sentences)


def _paragraphs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and whether the paragraph is one line; blank ones are left out."""
    lines = text.split("\n")
    at = 0
    start, count = 0, 0
    for line, goes_on in zip(lines, joins(lines), strict=True):
        start = start if count else at
        at += len(line) + 1
        count += 1
        if not goes_on:
            if text[start : at - 1].strip():
                yield (*_trim(text, start, at - 1), count == 1)
            count = 0


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut one paragraph at the stops that end a sentence."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.end() >= end:
            break
        if match.start() > begin and (match["wide"] or _ends_here(text, begin, match, end)):
            yield begin, match.end()
            begin = _skip_space(text, match.end(), end)
    if begin < end:
        yield begin, end


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends_here(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Decide whether the stop at `match` ends the sentence that began at `begin`."""
    after = _NEXT.match(text, match.end(), min(end, match.end() + _REACH))
    word = after["word"] if after else ""
    stop = match["stop"]
    glued = match.end() < end and not text[match.end()].isspace()
    if glued:
        return _bare(word) in STARTERS and len(_last_word(text, begin, match.start())) > 3
    if _goes_on_small(word) or not word:
        return False
    if stop[-1] not in ".!?…" and _is_spoken(text, match.end(), end):
        return False
    if stop[0] != "." or stop.startswith(".."):
        return not _is_pause(text, match.start(), stop) and _bare(word) not in _FIRM_FORMS
    return _full_stop_ends(text, begin, match.start(), word, _opens_quote(after), len(stop) > 1)


def _opens_quote(after: re.Match[str] | None) -> bool:
    """A quotation starts a sentence after a short form; a bracket or dash ("Acme Corp. (ACME)") does not."""
    return bool(after and after["open"] and after["open"][0] in '"“‘«「『')


def _goes_on_small(word: str) -> bool:
    """A word in lower case goes on, unless it is a name like "iPhone" or "eBay"."""
    first = word.lstrip("\"'“‘«([—–-")[:2]
    return bool(first) and first[0].islower() and not first[1:].isupper()


def _is_spoken(text: str, at: int, end: int) -> bool:
    """Tell whether "Smith asked" follows a quote that ended in a stop of its own."""
    spoken = _SPOKEN.match(text, at, min(end, at + _REACH))
    return bool(spoken and spoken["verb"] in SPEECH)


def _is_pause(text: str, at: int, stop: str) -> bool:
    """Three dots with a space before them are a gap inside a sentence, unless a quote closes after them."""
    return stop[0] in ".…" and text[at - 1].isspace() and stop[-1] in ".…"


def _last_word(text: str, begin: int, at: int) -> str:
    found = _LAST_WORD.search(text[max(begin, at - _REACH) : at])
    return found["word"] if found else ""


def _full_stop_ends(text: str, begin: int, at: int, word: str, opened: bool, closed: bool) -> bool:
    """Decide about one full stop by the word before it and the word after it."""
    last = _last_word(text, begin, at)
    low = last.lower().lstrip("'’")
    starts = opened or _bare(word) in STARTERS
    if closed and not (low in CONTINUES and last[:1].isupper()):
        return True
    if _ITEM_NUMBER.fullmatch(text, begin, at):
        return False
    if len(last) == 1 and last.isalpha() and last.isupper():
        return _capital_ends(text, begin, at, word, starts)
    shouted = last.isupper() and len(last) > 2  # "EST." is a time zone, not "est."
    if low in CONTINUES and not shouted and not (low == "st" and _bare(word) in STARTERS):
        return False
    if low in BEFORE_NUMBERS and (
        word[:1].isdigit() or (last[:1].isupper() and not starts and low not in {"no", "mar"})
    ):
        return not word[:1].isdigit()
    if low in {"a.m", "p.m"}:
        return _bare(word) not in AFTER_CLOCK and not _AT_CLOCK.fullmatch(text, begin, at)
    if len(last) <= 2 and last.isdigit() and _bare(word) in MONTHS:
        return False
    if _ACRONYM.fullmatch(last) or low in MAY_END:
        return starts or low in PLAIN_WORDS
    return True


def _capital_ends(text: str, begin: int, at: int, word: str, starts: bool) -> bool:
    """An initial goes on; the letter of "plan B" and "vitamin C" ends."""
    previous = _PREVIOUS_WORD.search(text[max(begin, at - 1 - _REACH) : at - 1])
    if previous and previous["word"].lower() in BEFORE_LETTER:
        return True
    return starts and _bare(word) not in {"a", "i"}


def _bare(word: str) -> str:
    return word.lower().strip(".,;:!?\"'“”‘’()[]").split("’")[0].split("'")[0]


def _shorten(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is longer than LONGEST_SENTENCE at a semicolon, a comma or a space in its second half."""
    while end - start > LONGEST_SENTENCE:
        cut = _cut_at(text, start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        yield _trim(text, start, cut)
        start = _skip_space(text, cut, end)
    if start < end:
        yield start, end


def _cut_at(text: str, low: int, high: int) -> int:
    for form in _CUTS:
        last = max((found.end() for found in form.finditer(text, low, high)), default=None)
        if last is not None:
            return last
    return high


def _is_heading(line: str) -> bool:
    if _ENDS.search(line[-10:]) or is_list_item(line) or is_row(line) or len(line) > MOST_HEADING_CHARACTERS:
        return False
    if _WIDE.search(line):
        return len(line) <= MOST_HEADING_WIDE
    return len(line.split()) <= MOST_HEADING_WORDS and any(sign.isalpha() for sign in line)
