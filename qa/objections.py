"""Plain reasons why a pick is not an answer, however near its sentence is.

The rules of the trade: a figure of another place, another year, another measure is not an answer; a forecast is not an
outcome; a reason must be given as a reason; a person must hold the office asked about.
"""

import re
from collections.abc import Callable

from ingest.types import Change, FigureKind, Status
from qa.anchor import ABOUT, anchored, other_owner
from qa.directions import swapped
from qa.names import ROLES
from qa.opposites import tells_the_opposite
from qa.pick import Pick
from qa.possession import counts_a_deed, has_another
from qa.question import Question
from qa.times import TimeFit, period_fit
from qa.types import Asks
from qa.units import alike
from qa.verify_words import negated
from qa.words import ASKING_STEMS, content, is_stop, stem, tokens, words_like

_WHY = re.compile(
    r"^\W*(?:and |but |so )?why\b|\bfor what reason\b|\bwhat (?:caused|is the reason|was the reason)\b", re.I
)
_BECAUSE = re.compile(
    r"\b(?:because|due to|owing to|thanks to|as a result|result(?:ed|s|ing)? (?:of|from|in)|caus(?:e|ed|es|ing)"
    r"|since|reasons?|blam(?:e|ed|es|ing)|so that|now that|helped by|in response to|on account of"
    r"|in order to|driven by|led to|leading to|therefore|hence|amid|after"
    r"|faced|needed|reflect\w*|attribut\w+|prompted|sparked|fuell?ed|delayed|washed|enabl\w+"
    r"|as the|aim\w* (?:to|at)|to (?:help|avoid|ease|cut|meet))\b",
    re.IGNORECASE,
)
_ASKS_NOT = re.compile(
    r"\b(?:who|which|what|where|when|how many|why)\b.*?\b(?:was|were|did|is|are|does|do|has|have|had|can|could|would"
    r"|will)(?:n't|n’t| not)\b|\bnever\b",
    re.IGNORECASE,
)
_LEANS = re.compile(r"^\W*(?:this|that|these|so|thus|it|they|as a result|therefore)\b", re.IGNORECASE)
# Words of which a question names one and a near miss the other.
_CONTRARIES = tuple(
    words_like(line)
    for line in """first second third fourth fifth
        north south east west northern southern eastern western
        male female
        import export
        largest smallest biggest
        highest lowest
        longest shortest
        oldest youngest
        maximum minimum
        urban rural
        gross net
        upper lower
        domestic foreign
        spring summer autumn winter
        indoor outdoor
        arrival departure
        primary secondary
        onshore offshore""".splitlines()
)
_ASKS_PAST = re.compile(
    r"\b(?:did|was|were|had|has|have|actually|really|in the end|final(?:ly)?|reached|outcome|turned out|eventually)\b",
    re.IGNORECASE,
)
_ASKS_FUTURE = re.compile(
    r"\b(?:will|would|shall|expect\w*|forecast\w*|plan\w*|target\w*|aim\w*|predict\w*|project(?:ed|ion)|scheduled?|goal"
    r"|guid\w+|going to)\b",
    re.IGNORECASE,
)
_TELLS_FUTURE = re.compile(
    r"\b(?:will|is scheduled|are scheduled|is expected|are expected|is to|are to|plans? to|due to)\b", re.I
)
_RISES = words_like("rise grow increase climb gain jump expand soar surge")
_FALLS = words_like("fall decline decrease drop shrink plunge slump sink")
# Offices one person holds at a time; "official" or "member" may be anyone.
_OFFICES = words_like(
    "mayor president minister secretary manager director governor chairman chairwoman professor captain coach"
    " ambassador commissioner spokesman spokeswoman editor king queen emperor bishop pope principal premier chancellor"
)
_MEASURE_ASKED = re.compile(
    r"\b(?:what|which) (?:is|was|were|are|will be|has been) (?:the |its |their )?(?:[\w.-]+['’]s )*([\w\s-]{3,60}?)"
    r"(?: (?:of|in|for|at|by|on|given|reported|did|does|that|which)\b|[?,']|’|$)"
    r"|\bhow much ([a-z][\w-]+)(?= (?:did|does|do|has|was|is))"
    r"|\bhow (?:large|big|high|low|small|great|strong) (?:is|was|were|are) (?:the |its |their )?([\w\s-]{3,40}?)"
    r"(?: (?:of|in|at|by)\b|[?,']|’|$)",
    re.IGNORECASE,
)
# An office is held where its place is said, or in the title, or in the sentence before; not further off.
HOLDS = 0.4
_WEAK = words_like(
    "total combined overall average annual yearly daily monthly main large big new first last final net gross value"
    " money latest current level size long much spread cost"
)


def objection(question: Question, pick: Pick) -> str | None:
    """Return why a pick is not an answer, or None."""
    for rule in _RULES:
        reason = rule(question, pick)
        if reason:
            return reason
    return None


def about_another(question: Question, pick: Pick) -> bool:
    """Return whether a pick is about another place, person or owner than the question, or goes the opposite way."""
    return bool(_about_another(question, pick) or _swapped(question, pick))


def _about_another(question: Question, pick: Pick) -> str | None:
    about, stranger = anchored(question, pick.candidate)
    if about < ABOUT and stranger:
        return f"nothing here is about {stranger}"
    owner = other_owner(question.text, pick.candidate.text)
    return f"it tells of {owner}" if owner else None


def _of_another(question: Question, pick: Pick) -> str | None:
    if pick.figure is None or pick.figure.kind is FigureKind.DATE:
        return None
    name = has_another(question, pick.figure, pick.candidate)
    if name is None and counts_a_deed(question, pick.figure, pick.candidate):
        return "it counts what people did, not those of the place"
    return f"the figure is of {name}" if name else None


def _other_time(question: Question, pick: Pick) -> str | None:
    asked = " or ".join(p.text for p in question.periods)
    if pick.figure is not None and pick.figure.kind is not FigureKind.DATE:
        return f"the figure is not for {asked}" if _fits_no_time(question, pick) else None
    return None if _tells_time(question, pick) else f"it does not speak of {asked}"


def _fits_no_time(question: Question, pick: Pick) -> bool:
    return pick.figure is not None and period_fit(question, pick.figure, pick.candidate) is TimeFit.OTHER


def _tells_time(question: Question, pick: Pick) -> bool:
    """A statement answers for a year only if it, or the sentence before it, names that year or is of it."""
    candidate = pick.candidate
    years = {str(p.start.year) for p in question.periods if p.start and p.end and p.start.year == p.end.year}
    if not years:
        return True
    published = candidate.article.published
    said = candidate.stems | candidate.before_stems | candidate.title_stems
    periods = {
        str(day.year)
        for f in (*candidate.figures, *candidate.figures_before)
        if f.period is not None
        for day in (f.period.start, f.period.end)
        if day is not None
    }
    return bool(years & said or years & periods or (published is not None and str(published.year) in years))


def _swapped(question: Question, pick: Pick) -> str | None:
    return "it tells of the opposite direction" if swapped(question.text, pick.candidate.text) else None


def _opposite(question: Question, pick: Pick) -> str | None:
    word = tells_the_opposite(question, pick.candidate.stems)
    if pick.figure is not None and pick.figure.change in (Change.FALL_BY, Change.FALL_TO) and "lose" in question.stems:
        return None  # a share that "lost 3 percent" made no loss
    if word is None or not (pick.figure or question.asks is Asks.DATE):
        return None
    return f"it tells of another thing: {', '.join(sorted(_spelt({word}, pick)))}"


def _other_change(question: Question, pick: Pick) -> str | None:
    """A fall is no answer to how much a thing rose."""
    change = pick.figure.change if pick.figure else None
    rose, fell = bool(question.stems & _RISES), bool(question.stems & _FALLS)
    if rose and not fell and change in (Change.FALL_BY, Change.FALL_TO):
        return "it tells of a fall"
    return "it tells of a rise" if fell and not rose and change in (Change.RISE_BY, Change.RISE_TO) else None


def _only_forecast(question: Question, pick: Pick) -> str | None:
    if not _ASKS_PAST.search(question.text) or _ASKS_FUTURE.search(question.text):
        return None
    figure = pick.figure
    if figure is not None and figure.kind is not FigureKind.DATE:
        # "expected to bring in 24 million, compared with 41 million in 2022": a time that was over is no forecast.
        end, published = figure.period.end if figure.period else None, pick.candidate.article.published
        past = end is not None and published is not None and end < published
        told = figure.status in (Status.FORECAST, Status.TARGET) and not past
    else:
        told = question.asks in (Asks.DATE, Asks.YES_NO, Asks.STATEMENT) and _told_as_future(question, pick)
    return "the articles only look forward to it" if told else None


def _told_as_future(question: Question, pick: Pick) -> bool:
    """Return whether what is asked about stands right behind a "will" or "is scheduled to" of the sentence."""
    text = pick.candidate.text
    for match in _TELLS_FUTURE.finditer(text):
        behind = {t.stem for t in tokens(text[match.end() : match.end() + 60])[:6]}
        if behind & (question.stems - question.name_stems):
            return True
    return False


def _contrary(question: Question, pick: Pick) -> str | None:
    """The sentence says the other of a pair: second-class for first-class, exports for imports."""
    said = pick.candidate.stems
    for pair in _CONTRARIES:
        asked = pair & question.stems
        if asked and not asked & said and pair & said and not asked & pick.candidate.title_stems:
            return f"it tells of another: {', '.join(sorted(_spelt(pair & said, pick)))}"
    return None


def _spelt(stems: frozenset[str] | set[str], pick: Pick) -> set[str]:
    return {w.text.casefold() for w in pick.candidate.words if w.stem in stems}


def _denied(question: Question, pick: Pick) -> str | None:
    """ "Who was not given land?" is not answered by who was."""
    if not _ASKS_NOT.search(question.text) or negated(pick.candidate.text):
        return None
    return "the articles say what is, not what is not"


def _no_reason(question: Question, pick: Pick) -> str | None:
    if not _WHY.search(question.text):
        return None
    candidate = pick.candidate
    start = candidate.before[0][0] if candidate.before and _LEANS.match(candidate.text) else candidate.start
    return None if _BECAUSE.search(candidate.article.text[start : candidate.end]) else "no reason is given"


def _no_office(question: Question, pick: Pick) -> str | None:
    if question.asks is not Asks.PERSON:
        return None
    held = [t for t in question.terms if t.stem in _OFFICES and t.text.casefold() in ROLES]
    said = pick.candidate.stems | (pick.candidate.before_stems if pick.also else frozenset())
    missing = [t.text for t in held if t.stem not in said]
    if held and not missing and anchored(question, pick.candidate)[0] < HOLDS:
        return "the office is another one"
    return f"no one is named as {missing[0]}" if missing and len(missing) == len(held) else None


def _anothers(question: Question, pick: Pick) -> str | None:
    return "the figure is of another" if pick.fits.get("owner", 0.0) < 0 else None


def _other_measure(question: Question, pick: Pick) -> str | None:
    """A figure answers "what was the income" only if its sentence tells of income."""
    if pick.figure is None or pick.figure.kind is FigureKind.DATE:
        return _other_matter(question, pick)
    if question.asks is Asks.COUNT:
        return _other_count(question, pick)
    match = _MEASURE_ASKED.search(question.text)
    if match is None:
        return None
    phrase = next(g for g in match.groups() if g)
    named = words_like(" ".join(question.names)) if question.names else frozenset()
    wanted = {t.stem for t in content(phrase)} - ASKING_STEMS - _WEAK
    wanted = wanted - named or wanted
    candidate = pick.candidate
    said = candidate.stems | {t.stem for t in tokens(f"{pick.figure.measure or ''} {pick.figure.unit or ''}")}
    said |= {stem(pick.figure.kind.value)}  # a score is what "what was the score" asks for, whatever it is of
    if candidate.text[:40].split(" ")[0] in ("It", "This", "That", "They", "Its", "Their", "The"):
        said |= candidate.before_stems
    if wanted and not any(_met(w, said) for w in wanted):
        return f"the figure is of {pick.figure.measure or pick.figure.unit or 'another thing'}"
    return None


def _other_matter(question: Question, pick: Pick) -> str | None:
    """ "What is the turnover of X?" is not answered by a sentence on X that has no word for turnover."""
    match = _MEASURE_ASKED.search(question.text)
    if match is None or question.asks not in (Asks.STATEMENT, Asks.AMOUNT, Asks.MEASURE, Asks.SHARE) or pick.short:
        return None
    wanted = (
        {t.stem for t in content(next(g for g in match.groups() if g))} - question.name_stems - ASKING_STEMS - _WEAK
    )
    said = pick.candidate.stems | pick.candidate.before_stems | pick.candidate.title_stems
    if len(wanted) == 1 and not any(_met(w, said) for w in wanted):
        return "it says nothing of that"
    return None


def _met(wanted: str, said: frozenset[str] | set[str]) -> bool:
    """A stem is met by itself, by a word used for it, or by a longer or shorter form of the same word."""
    return any(
        wanted == s or alike(wanted, s) or (min(len(wanted), len(s)) > 4 and (s.startswith(wanted[:5]))) for s in said
    )


def _other_count(question: Question, pick: Pick) -> str | None:
    """Another noun is counted, and none of the words that tell which is in the sentence."""
    assert pick.figure is not None
    figure, candidate = pick.figure, pick.candidate
    modifiers = {s for s in question.counted[:-1] if not is_stop(s)} - _WEAK
    if not question.counted or not modifiers:
        return None
    told = {t.stem for t in content(figure.measure or "")}
    said = candidate.stems | told
    if pick.fits.get("unit", 1.0) >= 1.0:
        # The noun itself: another kind of it only where the figure says which, and no one speaks of the kind asked for.
        said |= candidate.before_stems | candidate.title_stems
        if not told - {question.counted[-1]} - question.stems - _WEAK:
            return None
    if any(_met(m, said) for m in modifiers):
        return None
    return f"it counts {figure.measure or figure.unit or 'another thing'}"


_RULES: tuple[Callable[[Question, Pick], str | None], ...] = (
    _about_another,
    _anothers,
    _of_another,
    _other_time,
    _swapped,
    _opposite,
    _other_change,
    _only_forecast,
    _contrary,
    _denied,
    _no_reason,
    _no_office,
    _other_measure,
)
