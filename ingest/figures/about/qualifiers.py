"""Read what qualifies a figure: its bound ("more than"), its standing (forecast, target), the change it tells of."""

from ingest.figures.tokens import Line, wordset
from ingest.types import Bound, Change, Status

_BEFORE = {
    Bound.ABOUT: "about|around|approximately|approx|roughly|nearly|almost|some|circa|ca|c|close to|in the region of"
    "|in the neighborhood of|in the neighbourhood of|in the order of|on the order of|an estimated|estimated|~|≈"
    "|near|approaching|just about|or so|virtually|practically|just shy of|nearing|~",
    Bound.MORE_THAN: "more than|over|well over|above|upwards of|upward of|north of|in excess of|exceeding|exceeded"
    "|exceed|exceeds|surpassed|surpassing|surpass|surpasses|topped|topping|tops|top|passed|passing|crossed|crossing"
    "|greater than|higher than|larger than|bigger than|longer than|better than|just over|just above|a little over"
    "|slightly over|slightly more than|well above|far more than|>|beyond|broke through|outstripped|more than a"
    "|much more than|older than|no fewer less than",
    Bound.AT_LEAST: "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of"
    "|minimum|≥|starting at|starting from|no lower than|not lower than",
    Bound.LESS_THAN: "less than|fewer than|under|below|lower than|smaller than|just under|just below|well below"
    "|well under|slightly less than|slightly under|shorter than|<|short of|a little under|younger than",
    Bound.AT_MOST: "at most|up to|as many as|as much as|as high as|no more than|not more than|a maximum of|maximum of"
    "|maximum"
    "|capped at|limited to|≤|not exceeding|not to exceed|no higher than|up until",
}
BEFORE: dict[tuple[str, ...], Bound] = {
    tuple(phrase.split()): bound for bound, phrases in _BEFORE.items() for phrase in phrases.split("|")
}
_LONGEST = max(len(phrase) for phrase in BEFORE)
_LAST_WORDS = frozenset(phrase[-1] for phrase in BEFORE)
_AFTER = {
    ("or", "more"): Bound.AT_LEAST,
    ("and", "more"): Bound.AT_LEAST,
    ("or", "above"): Bound.AT_LEAST,
    ("and", "above"): Bound.AT_LEAST,
    ("or", "over"): Bound.AT_LEAST,
    ("and", "over"): Bound.AT_LEAST,
    ("and", "up"): Bound.AT_LEAST,
    ("or", "higher"): Bound.AT_LEAST,
    ("or", "older"): Bound.AT_LEAST,
    ("and", "older"): Bound.AT_LEAST,
    ("at", "least"): Bound.AT_LEAST,
    ("plus",): Bound.AT_LEAST,
    ("+",): Bound.AT_LEAST,
    ("or", "less"): Bound.AT_MOST,
    ("or", "fewer"): Bound.AT_MOST,
    ("or", "lower"): Bound.AT_MOST,
    ("or", "below"): Bound.AT_MOST,
    ("or", "under"): Bound.AT_MOST,
    ("and", "under"): Bound.AT_MOST,
    ("or", "younger"): Bound.AT_MOST,
    ("at", "most"): Bound.AT_MOST,
    ("-", "odd"): Bound.ABOUT,
    ("or", "so"): Bound.ABOUT,
    ("or", "thereabouts"): Bound.ABOUT,
}
# Kept as a qualifier without a bound of its own.
_PLAIN = (("a", "record"), ("record",), ("a", "total", "of"), ("exactly",), ("precisely",))
# Of time these are prepositions: "over 10 years" is how long, not how much.
_SPAN_WORDS = frozenset({("over",), ("under",), ("within",)})
_LONG_TIMES = frozenset({"day", "week", "month", "year", "decade", "century"})


def read_bound(line: Line, a: int, number_end: int, b: int, unit: str | None) -> tuple[str | None, Bound, int]:
    """Return qualifier as printed, its bound, and the first token of figure and qualifier together."""
    for end in (number_end, b):
        for length in (2, 1):
            bound = _AFTER.get(tuple(line.low[end : end + length])) if end + length <= line.n else None
            glued_plus = line.word(end) != "+" or line.glued(end)
            if bound and glued_plus and not (line.word(end) == "plus" and line.word(end - 1) != "-"):
                return line.span(end, end + length), bound, a
    start = a - 1 if line.word(a - 1) in ("a", "an", "the", "between") else a
    for edge in (a, start):
        if edge < 1 or line.low[edge - 1] not in _LAST_WORDS:
            continue
        for length in range(min(_LONGEST, edge), 0, -1):
            phrase = tuple(line.low[edge - length : edge])
            bound = BEFORE.get(phrase)
            if bound and not _is_preposition(line, phrase, edge, length, unit):
                return line.span(edge - length, edge), bound, edge - length
    for phrase in _PLAIN[:2]:
        if line.phrase(a - len(phrase), phrase) and a >= len(phrase):
            return line.span(a - len(phrase), a), Bound.EXACT, a - len(phrase)
    return None, Bound.EXACT, a


def _is_preposition(line: Line, phrase: tuple[str, ...], edge: int, length: int, unit: str | None) -> bool:
    """Tell "over 10 years" (how long it took) and "at the top 5" from bounds."""
    if phrase in _SPAN_WORDS and unit in _LONG_TIMES:
        return line.word(edge - length - 1) not in (
            "for",
            "took",
            "lasted",
            "takes",
            "is",
            "was",
            "of",
            "after",
            "aged",
        )
    if phrase in (("top",), ("tops",)):
        return line.word(edge - length - 1) in ("the", "a", "its", "their", "in", "")
    if phrase in (("c",), ("ca",), ("near",)):
        return not line.is_digits(edge)
    return phrase == ("passed",) and unit in _LONG_TIMES


_FORECAST = wordset(
    "will 'll would shall forecast forecasts forecasted expect expected expects projected projects predicted predicts"
    " projection projections prediction outlook likely poised anticipated anticipates foresees estimates could may"
    " might expecting forecasting projecting set scheduled due slated expectation expectations"
)
# Nouns as often as verbs; verbs before these.
_NOUNS_TOO = frozenset({"projects", "forecasts", "estimates"})
_OBJECTS = wordset("that a an growth to it sales revenue output inflation at of the prices gdp profit demand")
_NEEDS_TO = frozenset({"set", "likely", "due", "scheduled", "slated", "poised"})
_TARGET = wordset(
    "target targets targeted targeting goal goals aim aims aimed aiming plan plans planned planning pledge"
    " pledged pledges vowed vows seeks seeking intends intend hopes hoping hope want wants promised committed"
    " ambition proposed proposes strive strives striving"
)
# Of a plan to do something, not of "approved the plan by 12 votes".
_INTENT = wordset("plan plans planned hope hopes want wants intend intends proposed ambition promised committed")
_ESTIMATE = frozenset(["estimated", "estimate", "estimates", "reckons", "reckoned"])
# A finite past verb nearer to the figure than a cue settles that it is an outcome.
_PAST = wordset(
    "was were rose fell grew reached totaled totalled stood surpassed exceeded had has have increased decreased"
    " climbed dropped jumped declined sold built made came became killed injured attracted invested spent earned"
    " posted recorded hired opened closed created generated produced exported imported raised received is are"
    " amounted accounted"
)
_BACK = 24


def read_status(line: Line, a: int, b: int) -> Status:
    """Say whether the figure at tokens `a:b` is an outcome, a forecast, a target or an estimate.

    The nearest cue before it in its clause decides; a finite past verb that stands nearer makes it an outcome.
    """
    after = line.low[b : b + 3]
    for word in after:
        if word in ("target", "goal"):
            return Status.TARGET
        if word in ("forecast", "projection"):
            return Status.FORECAST
        if not word[0].isalpha():
            break
    for k in range(a - 1, max(-1, a - _BACK), -1):
        word = line.low[k]
        if word in (";", ".", "?", "!"):
            return Status.OUTCOME
        if word in _ESTIMATE and k >= a - 4:
            return Status.ESTIMATE
        if word in _TARGET and not (word in _INTENT and line.word(k + 1) not in ("to", "for") and k + 1 < a):
            return Status.TARGET
        if word in _FORECAST or word.endswith("'ll"):
            if word in _NEEDS_TO and line.word(k + 1) not in ("to", "for"):
                continue
            if (word == "may" and line.is_capital(k)) or (word in _NOUNS_TOO and line.word(k + 1) not in _OBJECTS):
                continue
            return Status.FORECAST
        if word in _PAST and not _infinite(line, k):
            return Status.OUTCOME
    return Status.OUTCOME


def _infinite(line: Line, k: int) -> bool:
    """Say whether the verb form at `k` hangs on a cue before it ("will have", "is expected", "are aiming")."""
    ahead = line.low[k + 1 : k + 4]
    if line.word(k - 1) in ("will", "would", "to", "could", "may", "might"):
        return True
    return line.low[k] in ("is", "are", "was", "were", "has", "have") and any(
        word in _FORECAST or word in _TARGET for word in ahead
    )


_UP = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth gain"
    " gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar"
    " soars soared soaring expand expands expanded expanding expansion advance advanced advances up higher hike hiked"
    " boost boosted leap leapt rocketed skyrocketed accelerated accelerate rebound rebounded upgrade swelled swell"
    " strengthened widened doubled added more larger raised raise uptick upturn ballooned edged-up inched"
)
_DOWN = (
    "fall falls fell fallen falling decline declines declined declining drop drops dropped dropping decrease decreases"
    " decreased decreasing shrink shrinks shrank shrunk shrinking slump slumps slumped plunge plunges plunged plunging"
    " lose loses lost slip slips slipped dip dips dipped slide slid slides contract contracted contracts contraction"
    " down lower reduction reduced reduce cut cuts narrowed narrow tumbled tumble weakened fewer less slashed"
    " slowed eased plummeted plummet downturn downgraded sank shed lowered trimmed"
)
UP, DOWN = frozenset(_UP.split()), frozenset(_DOWN.split())
_COMPARATIVES = frozenset({"more", "less", "fewer", "larger", "added", "lost", "higher", "lower"})
_SKIP = wordset(
    "by a an the of about around nearly almost over more than some at least slightly sharply annual annually"
    " average further another year on - also has have been rate rates year-on-year estimated roughly approximately"
    " to under up just per from only as much many record steadily rapidly significantly well"
)


def read_change(line: Line, a: int, b: int, unit: str | None) -> Change | None:
    """Return the part a figure plays in a change: what it rose or fell by, rose or fell to, or came from."""
    to, source = False, False
    far = _distant(line, a)
    if far:
        return far
    for k in range(a - 1, max(-1, a - 12), -1):
        word = line.low[k]
        if word == "from" and not to:
            source = True
            break
        if word in UP or word in DOWN:
            if word in ("more", "less", "fewer") and line.word(k + 1) == "than":
                continue
            if word in _COMPARATIVES and k < a - 2:
                continue
            if word == "up" and line.word(k + 1) == "to" and line.word(k - 1) not in ("is", "was", "were", "are", ","):
                return None
            return _direction(word, to)
        if word == "to":
            to = True
        elif word not in _SKIP and not (word == "," and k == a - 1) and not (to and _is_from(line, k)):
            break
    if source:
        return Change.FROM if _changes(line, a, b) else None
    return _change_after(line, b, unit)


def _distant(line: Line, a: int) -> Change | None:
    """Read "raised its benchmark rate by 5" and "cut the fee to 5": the object stands between verb and preposition."""
    last = line.word(a - 1)
    if last not in ("by", "to"):
        return None
    for k in range(a - 2, max(-1, a - 11), -1):
        word = line.low[k]
        if word in (",", ";", ":", "(", "and", "that", "which", "will", "is") or (word == "to" and last == "by"):
            return None
        if word in UP or word in DOWN:
            return None if word in _COMPARATIVES else _direction(word, last == "to")
    return None


def _is_from(line: Line, k: int) -> bool:
    """Say whether token `k` belongs to the lower figure of "rose from 3 million to 5 million"."""
    return line.is_digits(k) or line.low[k] in ("percent", "%", "million", "billion")


def _direction(word: str, to: bool) -> Change:
    if word in UP:
        return Change.RISE_TO if to else Change.RISE_BY
    return Change.FALL_TO if to else Change.FALL_BY


def _changes(line: Line, a: int, b: int) -> bool:
    """Say whether the clause around "from 3" tells of a change."""
    words = set(line.low[max(0, a - 14) : a]) | set(line.low[b : b + 6])
    return bool(words & UP or words & DOWN or "to" in line.low[b : b + 3] or "compared" in words)


# May stand between a figure and the noun of its change ("5 percent annual growth").
_AMONG = wordset(
    "annual annualised annualized economic real net sharp quarterly monthly yearly year-on-year further pay"
)
_AMONG |= wordset("price year on - sales export wage nominal average overall")


def _change_after(line: Line, b: int, unit: str | None) -> Change | None:
    """Read "a 5 percent rise", "3 points lower", "5 percent annual growth"."""
    for k in range(b, min(line.n, b + 3)):
        word = line.low[k]
        if word in UP and not (word in _COMPARATIVES and word != "higher" and unit is None):
            return Change.RISE_BY
        if word in DOWN:
            return Change.FALL_BY
        if word not in _AMONG:
            return None
    return None
