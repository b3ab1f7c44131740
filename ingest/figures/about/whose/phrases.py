"""Cut a noun phrase out of the tokens before a verb: "the rival port of Ostby", "Anna Holt", "it"."""

from ingest.figures.about.nouns import STOP, is_plural
from ingest.figures.quantity.numbers import SMALL, TENS
from ingest.figures.tokens import Line, wordset

PRONOUNS = wordset("it he she they")
OWNERS = {"its": "it", "his": "he", "her": "she", "their": "they"}
_NOBODY = wordset(
    "i we you there who which that this these those what far first second last latter former nobody everyone"
    " someone one another others here"
)
_DETERMINERS = wordset("the a an its his her their our my this that these those both all some every each another")
ADVERBS = wordset(
    "now then also still today here meanwhile however instead so too even only just yet already since later"
    " earlier again soon once never ever often always overall nationwide and but or nor together alone not"
    " finally"
)
LEADS = wordset(
    "in on at by of for from with without during under over after before since despite unlike like as among"
    " across near within outside inside around through to about until against beside besides behind amid"
    " following per"
)
_ADJECTIVES = wordset("daily weekly monthly yearly early family friendly elderly only ally bully rally supply italy")
_NUMBERS = frozenset(SMALL) | frozenset(TENS)
# What is measured is no one whose figure it is: "prices rose to 5".
_MEASURES = wordset(
    "price prices rate rates profit profits sales revenue income earnings cost costs value level levels"
    " proportion share shares number output exports imports growth inflation unemployment population temperature"
    " temperatures turnover average total amount figure capacity production demand wages spending losses turnout"
    " yield center centre depth"
)
# "Data show 40 cases" are nobody's data.
_SOURCES = wordset("data figures statistics numbers results estimates thanks")
_NEVER = _NUMBERS | STOP | _NOBODY | LEADS | _SOURCES
_LONGEST = 9
Span = tuple[int, int]


def noun_phrase(line: Line, start: int, end: int) -> Span | None:
    """Return the tokens of the noun phrase that fills `start:end`, without article, adverbs and what hangs on it.

    A lone pronoun is returned as it is; None where the words are no name and no noun.
    """
    while end > start and (_adverb(line, end - 1) or _participle(line, start, end - 1)):
        end -= 1
    while (
        start < end and (line.low[start] in _DETERMINERS or _adverb(line, start)) and line.low[start] not in ("that",)
    ):
        start += 1
    if start >= end or not line.is_word(start):
        return None
    if end == start + 1 and line.low[start] in PRONOUNS:
        return start, end
    end = _cut(line, start, end)
    words = line.low[start:end]
    if not words or len(words) > _LONGEST or words[0] in _NEVER - _ADJECTIVES:
        return None
    if any(line.is_digits(k) or not _holds(line, k) for k in range(start, end)):
        return None
    if (PRONOUNS | _NOBODY | {"he's", "it's"}).intersection(words) or words[-1].endswith(("'s", "s'")):
        return None
    # An article inside belongs to an object: "supplies the valley".
    inner = any(
        line.low[k] in ("the", "a", "an") and line.low[k - 1] not in ("of", "and") for k in range(start + 1, end)
    )
    if inner or _head(words) in _MEASURES:
        return None
    return start, end


def skip_lead(line: Line, start: int, end: int) -> int:
    """Return the token at which the subject of a clause begins: adverbs, times and places in front are passed."""
    k = start
    while k < end:
        if k in line.taken or _adverb(line, k) or (line.low[k] in LEADS and k + 1 in line.taken):
            k += 1
        elif line.low[k] in LEADS:
            return _behind_lead(line, k, end)
        else:
            break
    return k


def _behind_lead(line: Line, k: int, end: int) -> int:
    """Step over "without help" to "the town": the next determiner or pronoun that no preposition governs."""
    for j in range(k + 2, end):
        opens = line.low[j] in _DETERMINERS or line.low[j] in PRONOUNS
        if opens and line.low[j - 1] not in LEADS and line.low[j - 1] not in _DETERMINERS and j not in line.taken:
            return j
    return end


def _participle(line: Line, start: int, k: int) -> bool:
    """Say whether "digging" at `k` goes with the plural before it: "archaeologists digging"."""
    return k > start and line.low[k].endswith("ing") and is_plural(line.low[k - 1]) and line.raw[k].islower()


def _head(words: list[str]) -> str:
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]


def is_only_lead(line: Line, start: int, end: int) -> bool:
    """Say whether nothing but articles and adverbs stands in `start:end`."""
    return all(line.low[k] in _DETERMINERS or _adverb(line, k) for k in range(start, end))


def _adverb(line: Line, k: int) -> bool:
    word = line.low[k]
    return word in ADVERBS or (word.endswith("ly") and word not in _ADJECTIVES and line.raw[k].islower())


def _cut(line: Line, start: int, end: int) -> int:
    """Return where the phrase ends: before a preposition, but "of" with a name belongs to it ("port of Ostby")."""
    for k in range(start + 1, end):
        if (line.low[k] in LEADS and not line.glued(k)) or line.low[k] in (",", "than"):
            j = k + 1 + (line.word(k + 1) == "the")
            if line.low[k] == "of" and line.is_capital(j) and j < end:
                while j < end and (line.is_capital(j) or (line.glued(j) and line.low[j] == "-")):
                    j += 1
                return j
            return k
    return end


def _holds(line: Line, k: int) -> bool:
    word = line.low[k]
    if line.is_word(k):
        return (
            line.glued(k)
            or word not in STOP
            or word in _ADJECTIVES
            or word in ("of", "the", "and", "&")
            or line.is_capital(k)
        )
    return word in ("-", "‑", "&", ".", "'", "’")
