"""From what the reader makes of its windows to picks: spans as they stand, figures and dates as the ledger has them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.text.tables import value_below
from ingest.types import Figure, FigureKind
from qa.lexicon.names import NameKind, find_names, without_role
from qa.lexicon.wording import printed, short_date
from qa.reader.pick import Pick
from qa.reader.spans import Reading, SpanReader
from qa.reader.windows import LONGEST, prefix_of
from qa.retrieve.passages import Candidate
from qa.retrieve.rank import NUMERIC, Scored
from qa.types import Asks
from qa.understand.question import Question
from qa.understand.unit_fit import UNFIT, unit_fit

STEPS = (6, 12)
"""Windows of unlike words that are read of a question: the first six, and up to twelve where none answers clearly.

Over 600 questions of one pile of 136 unread articles, all rules on: three, six, then twelve take 8.4 windows a question
for F1 .511; all 20 give .515, 8 and then 20 (as it was) .513 with 13.3, the first 8 alone .508. Three at first would
leave no room for another article that differs."""
CLEAR = 3.0
"""Margin, in logits, from which a reading is clear."""
SPANS = 4
"""Spans taken from each window."""
MOSTLY = 0.5
"""A span of which a figure covers so much is that figure."""
_NONE = re.compile(r"(?:no|none|nobody|neither|zero|not (?:one|a single))\b", re.IGNORECASE)
_EDGES = " \t\n\r,;:—–-"


@dataclass(frozen=True, slots=True)
class Window:
    """A run of neighbouring candidate sentences of one article that is read at once."""

    sentences: tuple[Scored, ...]

    @property
    def start(self) -> int:
        """Where it starts in the article."""
        return self.sentences[0].candidate.start

    @property
    def end(self) -> int:
        """Where it ends in the article."""
        return self.sentences[-1].candidate.end

    @property
    def text(self) -> str:
        """Its words."""
        return self.sentences[0].candidate.article.text[self.start : self.end]

    @property
    def prefix(self) -> str:
        """What the reader is shown before it: the title of its article."""
        return prefix_of(self.sentences[0].candidate.article.title)


def choose_windows(ranked: Sequence[Scored], most: int = STEPS[-1]) -> list[Window]:
    """Return the windows around the best sentences, best first; a sentence that stands in one makes none of its own.

    Copies of a window's words, in other articles, count as one: they are read once.

    A window has the sentence before, the one after and the one before that, as long as it stays short enough.
    """
    texts: set[str] = set()
    places = {(s.candidate.article.id, s.candidate.number): s for s in ranked}
    windows: list[Window] = []
    covered: set[tuple[str, int]] = set()
    for scored in ranked:
        key, number = scored.candidate.article.id, scored.candidate.number
        if (key, number) in covered:
            continue
        run = [scored]
        for beside in (number - 1, number + 1, number - 2):
            other = places.get((key, beside))
            next_to = beside + 1 == run[0].candidate.number or beside - 1 == run[-1].candidate.number
            if other is None or not next_to:
                continue
            longer = [other, *run] if beside < number else [*run, other]
            if longer[-1].candidate.end - longer[0].candidate.start <= LONGEST:
                run = longer
        window = Window(tuple(run))
        if window.text not in texts and len(texts) == most:
            break
        texts.add(window.text)
        windows.append(window)
        covered |= {(key, s.candidate.number) for s in run}
    return windows


def read_windows(question: Question, windows: Sequence[Window], reader: SpanReader) -> list[Pick]:
    """Return the picks of all windows, unweighed; where two windows propose the same words the better reading stays."""
    best: dict[tuple[str, int, int], Pick] = {}
    for part in _in_steps(windows):
        for window, reading in zip(part, _read_each(question, part, reader), strict=True):
            for pick in _of_window(question, window, reading):
                key = (pick.candidate.article.id, pick.start, pick.end)
                if key not in best or pick.margin > best[key].margin:
                    best[key] = pick
        if any(pick.margin >= CLEAR for pick in best.values()):
            break
    return list(best.values())


def _in_steps(windows: Sequence[Window]) -> Iterator[Sequence[Window]]:
    """Yield the windows of each step; copies of one text go together."""
    texts = list(dict.fromkeys(window.text for window in windows))
    for low, high in pairwise((0, *STEPS)):
        wanted = set(texts[low:high])
        yield [window for window in windows if window.text in wanted]


def _read_each(question: Question, windows: Sequence[Window], reader: SpanReader) -> list[Reading]:
    """Read each window, without the question's time where the ledger knows that the window is of that time.

    The reader sees that "2022" stands nowhere in the window; that "last year" is 2022 the ledger knows better.
    """
    plain = [_tells_time_otherwise(question, w) for w in windows]
    found: dict[int, Reading] = {}
    for text, which in ((question.text, False), (question.timeless, True)):
        places = [n for n, other in enumerate(plain) if other is which]
        once = list(dict.fromkeys((windows[n].prefix, windows[n].text) for n in places))
        read = dict(zip(once, reader.read(text, once), strict=True))
        found |= {n: read[windows[n].prefix, windows[n].text] for n in places}
    return [found[n] for n in range(len(windows))]


def _tells_time_otherwise(question: Question, window: Window) -> bool:
    """Tell whether a window is of the time asked for and prints it in other words."""
    periods = [p for p in question.periods if p.start or p.end]
    if not periods or not question.timeless:
        return False
    if all(p.text.casefold() in f"{window.prefix} {window.text}".casefold() for p in periods):
        return False
    article = window.sentences[0].candidate.article
    days = [f.period for s in window.sentences for f in s.candidate.figures if f.period is not None]
    told = [(d.start or d.end, d.end or d.start) for d in days]
    if article.published is not None:
        told.append((article.published, article.published))
    return any(
        start is not None
        and end is not None
        and (p.start is None or p.start <= end)
        and (p.end is None or start <= p.end)
        and (p.start is None or p.end is None or (end - start).days <= (p.end - p.start).days + 1)
        for p in periods
        for start, end in told
    )


def _of_window(question: Question, window: Window, reading: Reading) -> Iterator[Pick]:
    for margin, start, end in reading.best(SPANS):
        yield from _bind(question, window, start + window.start, end + window.start, margin)
    wanted = _figures_asked(question)
    if wanted is None:
        return
    for scored in window.sentences:
        for figure in scored.candidate.figures:
            if (figure.kind is FigureKind.DATE) is wanted:
                margin = reading.over(figure.start - window.start, figure.end - window.start)
                yield figure_pick(scored.candidate, figure, margin)


def _figures_asked(question: Question) -> bool | None:
    """Return whether dates (True) or other figures (False) are asked for; None where neither is."""
    if question.asks is Asks.DATE:
        return True
    return False if question.asks in NUMERIC else None


def _bind(question: Question, window: Window, start: int, end: int, margin: float) -> Iterator[Pick]:
    """Yield the pick of a span: the figure it is where it is one, each of several like ones, else its words.

    A header in a row of a table stands for its value: "million pounds" of "Budget (million pounds): 9.8" is the 9.8.
    """
    scored = next((s for s in window.sentences if s.candidate.start <= start < s.candidate.end), None)
    if scored is None:
        return
    candidate = scored.candidate
    start, end = value_below(candidate.article.text, (candidate.start, candidate.end), start, min(end, candidate.end))
    several = _like_figures(candidate, start, end)
    if several:
        for one in several:
            yield figure_pick(candidate, one, margin)
        return
    figure = _figure_of(question, candidate, start, end)
    if figure is not None:
        yield figure_pick(candidate, figure, margin)
        return
    pick = span_pick(candidate, *_one_end(question, candidate.article.text, start, end), margin)
    if pick is not None:
        yield in_full(pick) if question.asks is Asks.PERSON else pick


_BOTH_ENDS = re.compile(r"(?:from )?(?P<origin>(?:the )?[A-Z][^,;]*?) to (?P<goal>(?:the )?[A-Z][^,;]*)$")
_WHENCE = re.compile(r"\bfrom\s*\??$|^\W*from (?:where|which|what|whom)\b|\b(?:leaving|left)\s*\??$", re.IGNORECASE)
_WHITHER = re.compile(r"\b(?:to|towards?)\s*\??$|^\W*(?:in)?to (?:where|which|what|whom)\b", re.IGNORECASE)


def _one_end(question: Question, text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow "Riga to Oslo" to the end that is asked for: "Which town does it move away from?"."""
    ends = _BOTH_ENDS.match(text[start:end])
    if ends is None:
        return start, end
    if _WHENCE.search(question.text):
        return start + ends.start("origin"), start + ends.end("origin")
    return (start + ends.start("goal"), end) if _WHITHER.search(question.text) else (start, end)


def _like_figures(candidate: Candidate, start: int, end: int) -> list[Figure]:
    """Return the figures of a span that opens with one and has others of its unit: "3 percent in A and 4 in B"."""
    inside = [f for f in candidate.figures if start <= f.start and f.end <= end and f.kind is FigureKind.QUANTITY]
    opens = inside and inside[0].start - start <= OPENS and inside[0].unit in MEASURED
    return inside if opens and len(inside) > 1 and len({f.unit for f in inside}) == 1 else []


OPENS = 12
"""Characters before the first figure of a span: "about ", "more than "."""
MEASURED = frozenset({"%", "pp", "CNY", "USD", "EUR", "GBP", "$"})
"""Units of which one of two places has one figure each; of counted things a list may be asked for."""


def in_full(pick: Pick) -> Pick:
    """Return the pick of a lone surname with the full name it stands for, and the span of the words that give it.

    "Wu" after "said Wu Lijun, deputy director ..." is Wu Lijun; a name of several words stands for itself.
    """
    word = pick.short
    if not word[:1].isupper() or not word.isalpha():
        return pick
    text = pick.candidate.article.text
    at = pick.start
    for _ in range(MENTIONS):
        at = text.rfind(word, max(0, pick.start - BACK), at)
        if at < 0:
            break
        low = max(0, at - AROUND)
        for earlier in find_names(text[low : at + len(word) + AROUND]):
            name = without_role(earlier)
            words = name.text.split()
            person = earlier.kind in (NameKind.PERSON, NameKind.OTHER) and 1 < len(words) < MOST_NAMES
            if person and word in (words[0], words[-1]) and low + name.start <= at < low + name.end:
                return replace(pick, short=name.text, also=((low + name.start, low + name.end),))
    return pick


MENTIONS, BACK, AROUND = 6, 6_000, 60
"""Earlier mentions that are looked at, how far back in characters, and how much is read around each."""
MOST_NAMES = 5
"""A person has fewer names than this; a longer run of capitalised words is something else."""


def _figure_of(question: Question, candidate: Candidate, start: int, end: int) -> Figure | None:
    """Return the figure a span is: the first of several where a figure is asked for, else none of them."""
    if _NONE.match(candidate.article.text[start:end]):
        return None  # "none of the 26 miners" is not 26
    over = [f for f in candidate.figures if f.kind is not FigureKind.ORDINAL and _touches(f, start, end)]
    dates = question.asks is Asks.DATE
    numeric = question.asks in NUMERIC
    if numeric:
        over = [f for f in over if f.kind is not FigureKind.DATE and unit_fit(question, f) > UNFIT]
    elif dates:
        over = [f for f in over if f.kind is FigureKind.DATE]
    if len(over) != 1:
        return over[0] if over and numeric else None
    covered = min(end, over[0].end) - max(start, over[0].start)
    return over[0] if numeric or covered >= MOSTLY * (end - start) else None


def _touches(figure: Figure, start: int, end: int) -> bool:
    """Tell whether a span meets a figure, or the figure in another unit behind it: "2 trillion yuan ($280 billion)"."""
    places = [(figure.start, figure.end), *((e.start, e.end) for e in figure.equivalents)]
    return any(a < end and start < b for a, b in places)


def figure_pick(candidate: Candidate, figure: Figure, margin: float) -> Pick:
    """Return the pick of a figure or date of the ledger."""
    if figure.kind is FigureKind.DATE and figure.period is not None:
        short = short_date(figure.period, figure.text)
    else:
        short = printed(figure, candidate.article.text, candidate.start)
    return Pick(candidate, margin, short, figure.start, figure.end, figure, margin)


def span_pick(candidate: Candidate, start: int, end: int, margin: float) -> Pick | None:
    """Return the pick of words as they stand, without marks at the edges and without half a pair of quotation marks."""
    text = candidate.article.text
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES + ".":
        if text[end - 1] == "." and _is_abbreviation(text, start, end):
            break
        end -= 1
    start, end = _without_half_pairs(text, start, end)
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if start >= end or not any(c.isalnum() for c in text[start:end]):
        return None
    return Pick(candidate, margin, text[start:end], start, end, None, margin)


def _without_half_pairs(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out a mark at either edge whose partner is not inside."""
    for opening, closing in ("“”", '""', "()", "‘’", "[]"):
        words = text[start:end]
        if opening != closing and words.count(opening) != words.count(closing):
            start += words.startswith((opening, closing))
            end -= words.endswith((opening, closing)) and end > start
        elif opening == closing and words.count(opening) % 2:
            start += words.startswith(opening)
            end -= words.endswith(opening) and end > start
    return start, end


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Tell "U.S." and "Inc." from the end of a sentence."""
    word = text[start:end].split()[-1]
    return "." in word[:-1] or word in ("Inc.", "Corp.", "Co.", "Ltd.", "Jr.", "Sr.", "St.", "No.")


def best_sentence(ranked: Sequence[Scored]) -> Pick | None:
    """Return the best ranked sentence as a pick without a short answer."""
    if not ranked:
        return None
    candidate = ranked[0].candidate
    return Pick(candidate, 0.0, "", candidate.start, candidate.end)
