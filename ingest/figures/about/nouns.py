"""Find the counted noun behind a number, and turn nouns into their singular and back, by rule."""

from ingest.figures.tokens import Line, wordset

IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "leaves": "leaf",
    "wolves": "wolf",
    "shelves": "shelf",
    "thieves": "thief",
    "loaves": "loaf",
    "calves": "calf",
    "halves": "half",
    "scarves": "scarf",
    "selves": "self",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "bacteria": "bacterium",
    "movies": "movie",
    "cookies": "cookie",
    "calories": "calorie",
    "ties": "tie",
    "pies": "pie",
    "zombies": "zombie",
    "rookies": "rookie",
    "shoes": "shoe",
    "toes": "toe",
    "buses": "bus",
    "viruses": "virus",
    "campuses": "campus",
    "bonuses": "bonus",
    "censuses": "census",
    "gases": "gas",
    "crises": "crisis",
    "analyses": "analysis",
    "theses": "thesis",
    "bases": "base",
    "indices": "index",
    "quizzes": "quiz",
    "axes": "axis",
    "caches": "cache",
    "aches": "ache",
    "headaches": "headache",
    "axles": "axle",
    "taxis": "taxi",
    "businesswomen": "businesswoman",
    "policemen": "policeman",
    "servicemen": "serviceman",
    "fishermen": "fisherman",
    "gunmen": "gunman",
    "firemen": "fireman",
    "clothes": "clothes",
}
# Counted without an ending in the plural.
UNCHANGED = wordset(
    "staff personnel aircraft police troops sheep fish cattle crew spacecraft series species offspring youth"
    " livestock deer salmon poultry headcount faithful homeless unemployed"
)
_NOT_PLURAL = wordset(
    "airbus mercedes lexus prius gas was has as his its this us thus plus bus is yes less across versus news"
    " overseas always perhaps besides towards afterwards sometimes does goes says canvas atlas christmas texas"
    " kansas paris james thomas likes"
)
_SCIENCES = wordset(
    "economics politics physics mathematics athletics ethics electronics logistics genetics robotics ceramics dynamics"
    " olympics gymnastics analytics optics linguistics aerobics photonics"
)
# A counted noun phrase ends before any of these.
STOP = wordset(
    "a an the of in on at to from for with by as than and or but nor so yet if that which who whom whose when"
    " where while because since until after before during between among against into onto over under above below"
    " per via is are was were be been being am has have had do does did will would can could may might shall"
    " should must not no it its they them their he she his her him we us our you your i my this these those there"
    " here then said says say saying told tell according including such each every both either all some any more"
    " less compared versus up down out off about around through across within without along behind beyond near"
    " annually yearly daily monthly weekly hourly today yesterday tomorrow now also only just even still already"
    " came come comes went go goes made make took take got get gave give became become reached rose fell grew hit"
    " stood jumped dropped climbed died killed left lost won sold bought built worth long tall high deep wide old"
    " ago later earlier away apart respectively alone altogether combined overall together too again instead last"
    " next first year-on-year how what why whether although though despite plus minus times"
)
# Adjectives and participles that may stand between number and noun although they look like verbs.
_LONGEST_PHRASE = 7


def singular(word: str) -> str:
    """Return the singular of a lower-case noun by rule and exception list."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not is_plural(word) or word in UNCHANGED:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def plural(word: str) -> str:
    """Return a plural that `singular` turns back into `word`."""
    for many, one in IRREGULAR.items():
        if one == word:
            return many
    if word in UNCHANGED:
        return word
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou") and len(word) > 2:
        return word[:-1] + "ies"
    if word.endswith(("ch", "sh", "x", "ss", "zz", "o")):
        return word + "es"
    return word + "s"


def is_plural(word: str) -> bool:
    """Say whether a lower-case word looks like a plural noun."""
    if word in IRREGULAR or word in UNCHANGED:
        return True
    if not word.endswith("s") or len(word) < 4 or word in _NOT_PLURAL or "'" in word:
        return False
    if word.endswith(("ss", "us", "is")):
        return word in ("menus", "gurus", "emus")
    return word not in _SCIENCES


def _next_word(line: Line, i: int) -> int:
    """Return the token after the (hyphenated) word at `i`."""
    i += 1
    while line.word(i) in ("-", "‑", "–") and line.glued(i) and line.glued(i + 1) and line.is_word(i + 1):
        i += 2
    return i


def read_noun(line: Line, i: int, single: bool) -> tuple[str, int] | None:
    """Read the counted noun phrase at `i`: the singular of its head and the token after it.

    The head is the first plural of the phrase, or a later one that follows it at once ("sales offices");
    for a count of one, the last word before the phrase ends.
    """
    j, last = i, i
    while j < line.n and j < i + 2 * _LONGEST_PHRASE:
        if line.low[j] in ('"', "“", "”", "'", "‘", "’") and j + 1 < line.n:
            j += 1
            continue
        if line.low[j] == "," and j > i and line.is_word(j + 1) and _adjectives(line, j):
            j += 1
            continue
        if line.low[j] in ("and", "or") and j > i and _joined(line, j):
            j += 1
            continue
        if line.is_digits(j) and j > i and line.is_capital(j - 1):  # "12 Boeing 737 jets"
            j += 1
            continue
        if not line.is_word(j) or line.low[j] in STOP:
            break
        k = _next_word(line, j)
        word = line.low[k - 1]
        last = k
        if is_plural(word) and not line.raw[k - 1].isupper() and not (line.low[k : k + 1] and _plural_at(line, k)):
            return singular(word), k
        j = k
    if not single or last == i or line.low[last - 1].endswith("ly"):
        return None
    return line.low[last - 1].removesuffix("'s"), last


def _plural_at(line: Line, k: int) -> bool:
    """Say whether another plural noun follows at once ("sales offices", "sports clubs")."""
    end = _next_word(line, k) if line.is_word(k) else k
    return end > k and line.low[k] not in STOP and is_plural(line.low[end - 1]) and line.low[k].islower()


def _adjectives(line: Line, j: int) -> bool:
    """Say whether the comma at `j` stands between adjectives ("national-level, small firms")."""
    before, after = line.low[j - 1], line.low[j + 1]
    return (
        not is_plural(before) and after not in STOP and before.endswith(("al", "ic", "ed", "ive", "level", "ous", "y"))
    )


def _joined(line: Line, j: int) -> bool:
    """Say whether "and" at `j` joins two adjectives before one noun ("small and medium-sized firms")."""
    before, k = line.low[j - 1], j + 1
    if is_plural(before) or not line.is_word(k) or line.low[k] in STOP or line.glued(j):
        return False
    k = _next_word(line, k)
    return line.is_word(k) and line.low[k] not in STOP and (is_plural(line.low[k]) or is_plural(line.word(k + 1)))
