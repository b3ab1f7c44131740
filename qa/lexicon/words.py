"""Words of questions and sentences: tokens, stems, stop words.

A stem is what two forms of one word share ("relocated", "relocation"), so that a question meets a sentence
that says the same in another form. Stemming is Snowball's English stemmer, after irregular forms.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from qa.lexicon.forms import base_form

TOKEN = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?", re.UNICODE)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")

STOP = frozenset(
    """a an the this that these those there here it its itself they them their he him his she her hers we us our you
    your i me my who whom whose which what when where why how is are was were be been being am do does did done
    doing has have had having will would shall should can could may might must of in on at by for from to into onto
    upon with without within about as than then so such and or but nor not no if while because since until during
    through over under between among against per also just only even very too more most less least much many some
    any all both each every other another same own s t re ve ll d m please tell give need want know say says said
    according there's exactly currently now ever yet still already per up out off down again further once""".split()
)

# Words that say how a question is put, not what it is about; a sentence that answers need not say them.
ASKING = """number numbers count figure figures total totals quantity amount amounts year month date day name names
    person kind type state give tell provide indicate kindly roughly approximately exact precisely present today article
    articles story report reports piece source sources information called many much percentage percent share proportion
    mention mentioned stated given put different overall old age aged"""


class Token(NamedTuple):  # made by the thousand: three times as fast as a frozen dataclass
    """A word or number of a text: `text[start:end]`, with the stem it is compared by."""

    start: int
    end: int
    text: str
    stem: str


KEPT_TEXTS = 4096
"""Sentences whose tokens are kept: of 25 words each they take some 20 MB. A warm question reads about 200."""


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]
    from snowballstemmer import stemmer

    return stemmer("english")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem a word is compared by: lower case, no accents, no possessive, one form of irregular words."""
    plain = _plain(word)
    if plain[:1].isdigit():
        return plain.replace(",", "").rstrip(".")
    return str(_stemmer().stemWord(base_form(plain)))


def printed_stem(word: str) -> str:
    """Return the stem of a word as it is spelled, irregular or not: what a full-text index holds."""
    return str(_stemmer().stemWord(_plain(word)))


def _plain(word: str) -> str:
    letters = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return letters.replace("’", "'").removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=KEPT_TEXTS)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and numbers of a text in order; words glued by a lost hyphen are split at their capitals."""
    found = []
    for match in TOKEN.finditer(text):
        at, word = match.start(), match.group()
        for part in (word,) if word[1:].islower() else CAMEL.split(word):
            found.append(Token(at, at + len(part), part, stem(part)))
            at += len(part)
    return tuple(found)


@lru_cache(maxsize=KEPT_TEXTS)
def stems_of(text: str) -> frozenset[str]:
    """Return the stems of a text's words and numbers."""
    return frozenset(t.stem for t in tokens(text))


def is_stop(word: str) -> bool:
    """Return whether a word carries no content of its own."""
    return word.casefold().replace("’", "'").split("'")[0] in STOP


def content(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text that carry content."""
    return tuple(t for t in tokens(text) if not is_stop(t.text))


def words_like(words: str) -> frozenset[str]:
    """Return the stems of a list of words."""
    return frozenset(stem(w) for w in words.split())


ASKING_STEMS = words_like(ASKING)
