"""Read the names of people who sign: from a byline, from a field, or from a line that says no "by"."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ingest.head.outlets import is_outlet, is_role
from ingest.text.wordsets import word_set

# A field of authors that is longer holds something else.
LONGEST_BYLINE = 2_000
# A line of names without "by" is short, and each of its names has so many words.
LONGEST_UNSIGNED = 120
MOST_NAME_WORDS = 4
_PARTICLE = "al|bin|ben|bint|da|das|de|del|della|den|der|di|dos|du|el|la|le|van|ter|von|zu|y|e|ibn|af|av"
_PARTICLES = frozenset(_PARTICLE.split("|"))
_NAME_WORD = r"(?:[^\W\d_a-z][\w'’.-]*)"
_PERSON = re.compile(rf"{_NAME_WORD}(?:\s(?:{_NAME_WORD}|{_PARTICLE})){{1,4}}")
NAMES_APART = re.compile(r"\s*(?:,|;|&|\s/\s|\band\b|\bund\b|\bet\b|\bwith\b|\|)\s*", re.IGNORECASE)
# "Ana Lima in Paris and Bo Chen": the place goes, the next name stays.
PLACED = re.compile(r"\sin\s[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}(?=,?\s(?:and|&)\s|[;,]\s[A-Z])")
ADDRESS = re.compile(r"[(<]?\S*@[\w.-]+[)>]?")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]")
_ELSEWHERE = re.compile(r"\s(?:in|at|for|from)\s.*", re.DOTALL)
_NOT_A_NAME = word_set(
    "The A An This That These Those My Your Our Their His Her No All New Los Las Hong San Santa Fort Mount "
    "Port Cape Lake"
)
# Headlines with capitals have these, names of people do not.
_NEVER_IN_NAMES = word_set(
    "Through To From Into With Over Under After Before Until Is Are Was Will Has For At On In Of And Or As Than Not Its"
)
# What bodies, places, sections and times are called, and people are not; "Young", "Hill" and "Park" are names too.
_NO_PERSON = word_set(
    "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday council bank board university college school hospital airport port harbour harbor "
    "ministry government parliament party city town county region province state republic kingdom island islands river "
    "street road avenue square bridge station railway company group holdings inc ltd plc llc corp corporation society "
    "institute museum union association committee court police army navy league cup club united fund foundation trust "
    "news sport sports business politics world local national international opinion analysis feature features comment "
    "culture health science technology travel weather economy economics finance markets money education environment "
    "climate energy special exclusive report reports review interview profile briefing update updates live breaking "
    "house letters editorial obituary obituaries podcast video gallery photos pictures edition supplement section page "
    "north south east west northern southern eastern western central new old great upper lower first second third last "
    "europe africa asia america minister president mayor spokesman correction corrections staff team home the and"
)
# "Von Ana Lima", "Par Ana Lima"; before one word it is a part of the name.
_FOREIGN_BY = re.compile(r"(?:von|par|por|di|door)\s(?=\S+\s\S)", re.IGNORECASE)
# Behind a name in one breath with it: "Ana Lima Health editor".
_JOB = re.compile(r"\s(?:editors?|correspondents?|reporters?|writers?|columnists?|critics?|analysts?)$")
_BEFORE_JOB = word_set(
    "chief senior deputy associate assistant acting special political economics economic business financial transport "
    "health science technology education environment sports sport arts culture media legal foreign diplomatic defence "
    "defense city world national international regional local middle east west north south asia africa europe social "
    "affairs home security consumer industry energy crime royal religious literary film music theatre food staff "
    "investigations and of"
)


@dataclass(frozen=True)
class Prose:
    """A text by which a name is told from other words with capitals."""

    text: str

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(word for word in re.findall(r"[^\W\d_]+", self.text) if word.islower())

    def tells_of(self, name: str) -> bool:
        """Tell whether the text speaks of what bears the name, or has one of its words in small letters.

        The line with the name is a part of the text, and a line at the end may say whose words they were.
        """
        first, *others = re.findall(r"[^\W\d_]+", name.casefold())
        if not self._small.isdisjoint({first, *others} - _PARTICLES):
            return True
        return any(self._counts[part] > 1 for part in others if part not in _PARTICLES)

    @cached_property
    def _counts(self) -> Counter[str]:
        lines = self.text.strip().split("\n")
        if is_role(lines[-1]):
            lines.pop()
        return Counter(re.findall(r"[^\W\d_]+", "\n".join(lines).casefold()))


def is_person(words: str) -> bool:
    """Tell whether words have the look of a person's name."""
    parts = words.split()
    return bool(
        _PERSON.fullmatch(words) and parts[0] not in _NOT_A_NAME and not _NEVER_IN_NAMES.intersection(parts[:-1])
    )


def read_byline(words: str) -> tuple[str, ...]:
    """Read the author names of a byline's words or of an author field; roles, places and outlets are left out.

    Beyond LONGEST_BYLINE characters nothing is read.
    """
    words = PLACED.sub("", _BRACKETS.sub(" ", ADDRESS.sub(" ", " ".join(words[:LONGEST_BYLINE].split()))))
    names: list[str] = []
    for part in NAMES_APART.split(words):
        name = _without_job(_ELSEWHERE.sub("", part.strip(" .\t"))).strip(" .")
        if is_person(name) and not is_role(name) and not is_outlet(name):
            names.append(title_case(name))
    return tuple(dict.fromkeys(names))


def read_unsigned(words: str, prose: Prose) -> tuple[str, ...]:
    """Read words that are nothing but names of people; () where one of them may be anything else.

    A name that the text speaks of, or a word of it that the text has in small letters, may be.
    """
    if not words.strip() or len(words) > LONGEST_UNSIGNED:
        return ()
    words = _FOREIGN_BY.sub("", _ELSEWHERE.sub("", PLACED.sub("", " ".join(words.split()))))
    parts = [part.strip() for part in NAMES_APART.split(words)]
    if all(_is_surely_person(part) and not prose.tells_of(part) for part in parts):
        return tuple(dict.fromkeys(map(title_case, parts)))
    return ()


def turn_name(name: str) -> str:
    """Write "Pell, Jory" as names are written; two whole names with a comma between stay as they are."""
    last, comma, first = name.partition(",")
    if not comma or "," in first or not first.strip() or min(len(last.split()), len(first.split())) != 1:
        return name
    return name if is_role(first) else f"{first.strip()} {last.strip()}"


def title_case(name: str) -> str:
    """Write a name printed in capitals as names are written; others stay."""
    if not name.isupper():
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0] if len(word[0]) == 1 else word[0].capitalize(), name)


def _is_surely_person(words: str) -> bool:
    parts = words.split()
    return (
        2 <= len(parts) <= MOST_NAME_WORDS
        and parts[-1].lower() not in _PARTICLES
        and is_person(words)
        and is_person(title_case(words))
        and not is_role(words)
        and not is_outlet(words)
        and not is_outlet(title_case(words))
        and not any(part.lower().strip(".") in _NO_PERSON for part in parts)
        and not re.search(r"[.!?:]$|['’]s\b", words)
    )


def _without_job(name: str) -> str:
    """Take the job off a name that it stands behind without a sign: what it is of is one word, or known ones."""
    job = _JOB.search(name)
    if job is None:
        return name
    parts = name[: job.start()].split()
    if len(parts) > 2:
        parts.pop()
    while len(parts) > 2 and parts[-1].lower() in _BEFORE_JOB:
        parts.pop()
    return " ".join(parts)
