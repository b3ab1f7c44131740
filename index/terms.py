"""Words of a text and of a query, brought to the forms in which they meet.

Case, accents and endings are left to the full-text index (unicode61, Porter). What it cannot know is added
here: numerals (43,000 = 43000 = 43 thousand), words that lost or gained a hyphen or a space, dotted initials,
and pairs of characters for scripts that are written without spaces.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

SCALES = {
    "hundred": 2,
    "thousand": 3,
    "k": 3,
    "lakh": 5,
    "million": 6,
    "mn": 6,
    "mln": 6,
    "m": 6,
    "crore": 7,
    "billion": 9,
    "bn": 9,
    "b": 9,
    "trillion": 12,
    "tn": 12,
    "trn": 12,
}
AMBIGUOUS_SCALES = frozenset("kmb")
"""Letters that may as well be a unit (5 m): the number is kept without them too."""

_SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """.split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = {word: value for value, word in enumerate(_SMALL)}
NUMBER_WORDS |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
NUMBER_WORDS |= {"dozen": 12}

STOP_WORDS = frozenset(
    """
    a about above after again all am an and any are as at be because been before being below between both but by
    can could did do does doing done down during each either else ever every few for from further get gets give
    given gives go goes got had has have having he her here hers him his how i if in into is it its itself just
    kind like made make many may me might more most much must my name named names no nor not of off on once one
    only or other our out over own said same say says she should so some such than that the their them then there
    these they this those through to too under until up upon us very was we were what when where whether which
    while who whom whose why will with would you your
    """.split()
)
"""Words that say how a question is put and not what it is about; "one" counts as a pronoun."""

MAX_TERMS = 64
"""Most terms a query is searched by: the longest questions of SQuAD have 40 words."""

_SCALE_WORDS = "|".join(sorted(SCALES, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w.,])(\d{{1,3}}(?:,\d{{2,3}})+(?:\.\d+)?|\d++(?:\.\d+)?)(?:[\s-]?({_SCALE_WORDS})\b)?(?!\w*\d)", re.I
)
_SPELLED = re.compile(
    rf"\b({'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})(?:-({'|'.join(_SMALL[1:10])}))?"
    rf"(?:[\s-]({_SCALE_WORDS}))?\b",
    re.I,
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
# From the first letter of a word only, and without going back: a word of a thousand letters is read once.
_HYPHENED = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-‐‑][^\W\d_]+)+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
UNSPACED = "぀-ヿ㐀-䶿一-鿿가-힣豈-﫿"
"""Characters of scripts written without spaces between words, for a character class."""
_UNSPACED_RUN = re.compile(f"[{UNSPACED}]{{2,}}")


@dataclass(frozen=True, slots=True)
class Term:
    """A thing a query is searched by: the `forms` any of which is a find."""

    forms: tuple[str, ...]
    number: bool = False
    """The forms are numerals as `number_term` writes them."""

    @property
    def match(self) -> str:
        """The FTS5 expression of the term; every form is a quoted string, so nothing in it is syntax."""
        return " OR ".join('"' + form.replace('"', '""') + '"' for form in self.forms)


def extra_terms(text: str) -> str:
    """Return the forms of a text's words that the full-text index would not see by itself, joined by spaces."""
    found = [number_term(value) for value, _, _ in numbers(text)]
    for word in _WORD.findall(text):
        parts = _humps(word)
        if len(parts) > 1:
            found += parts
    found += [re.sub(r"[-‐‑]", "", match.group()) for match in _HYPHENED.finditer(text)]
    found += [match.group().replace(".", "") for match in _DOTTED.finditer(text)]
    found += list(_pairs(text))
    return " ".join(found)


def numbers(text: str) -> Iterator[tuple[Decimal, int, int]]:
    """Yield value, start and end of each numeral; one with an ambiguous scale letter is yielded both ways."""
    for match in _NUMBER.finditer(text):
        plain = Decimal(match.group(1).replace(",", ""))
        scale = (match.group(2) or "").lower()
        if not scale or scale in AMBIGUOUS_SCALES:
            yield plain, match.start(), match.end()
        if scale:
            yield plain.scaleb(SCALES[scale]), match.start(), match.end()
    for match in _SPELLED.finditer(text):
        value = NUMBER_WORDS[match.group(1).lower()] + NUMBER_WORDS.get((match.group(2) or "").lower(), 0)
        scale = (match.group(3) or "").lower()
        if value == 1 and not scale:
            continue  # mostly a pronoun
        yield Decimal(value).scaleb(SCALES.get(scale, 0)), match.start(), match.end()


def number_term(value: Decimal) -> str:
    """Write a number as one word: 43000 is n43000, 2.50 is n2d5."""
    text = format(value.normalize(), "f")
    return "n" + text.replace("-", "").replace(".", "d")


def query_terms(question: str) -> list[Term]:
    """Read a question into terms: numbers, words with their other forms, without stop words.

    Only where nothing else is left are the stop words searched by. The order is that of the question.
    """
    placed: dict[int, list[str]] = {}
    spans = []
    for value, start, end in numbers(question):
        placed.setdefault(start, []).append(number_term(value))
        spans.append((start, end))
    terms = [(start, Term(tuple(forms), number=True)) for start, forms in placed.items()]
    words = list(_outside(_WORD.finditer(question), spans))
    kept = [at for at, match in enumerate(words) if not is_stop(match.group())]
    dotted: dict[int, str] = {}
    for found in _DOTTED.finditer(question):
        dotted |= dict.fromkeys(range(*found.span()), found.group().replace(".", ""))
    for at in kept or range(len(words)):
        match = words[at]
        terms.append((match.start(), _word_term(question, match, words[max(0, at - 1) : at + 2], dotted)))
    terms.sort(key=lambda item: item[0])
    unique = dict.fromkeys(term for _, term in terms)
    return list(unique)[:MAX_TERMS]


def _outside(words: Iterator[re.Match[str]], spans: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield the words, which come in order, that lie in none of the spans."""
    ahead = sorted(spans)[::-1]
    reached = 0
    for word in words:
        while ahead and ahead[-1][0] <= word.start():
            reached = max(reached, ahead.pop()[1])
        if word.end() > reached:
            yield word


def _word_term(question: str, match: re.Match[str], words: list[re.Match[str]], dotted: Mapping[int, str]) -> Term:
    """Return a word with its other forms; `words` are itself and those beside it, `dotted` initials by place."""
    word = re.sub(r"['’]s$", "", match.group())
    forms = [word, *_humped(word), *_pairs(word)]
    after = next((m for m in words if m.start() > match.start()), None)
    if after and after.start() - match.end() == 1 and question[match.end()] in " -‐‑":
        forms.append(word + after.group())
    before = next((m for m in reversed(words) if m.start() < match.start()), None)
    if before and match.start() - before.end() == 1 and question[before.end()] in " -‐‑":
        forms.append(before.group() + word)
    if initials := dotted.get(match.start()):
        forms = [initials]
    return Term(tuple(dict.fromkeys(forms)))


def _humped(word: str) -> list[str]:
    """Return a glued word's parts as one phrase, for a text that has them apart."""
    parts = _humps(word)
    return [" ".join(parts)] if len(parts) > 1 else []


def _humps(word: str) -> list[str]:
    """Split a word of several capitalised parts ("SouthNorth"); short parts (McKay, iPhone) do not count."""
    parts = _HUMP.split(word)
    return parts if len(parts) > 1 and all(len(part) > 2 for part in parts) else [word]


def _pairs(text: str) -> Iterator[str]:
    """Yield each two neighbouring characters of runs in scripts without spaces."""
    for match in _UNSPACED_RUN.finditer(text):
        run = match.group()
        yield from (run[place : place + 2] for place in range(len(run) - 1))


def is_stop(word: str) -> bool:
    """Tell a stop word; an initialism that looks like one (US, IT, WHO) is none."""
    if word.isupper() and len(word) > 1:
        return False
    return word.lower() in STOP_WORDS or (len(word) == 1 and word.isascii() and word.isalpha())
