"""Tell the verb of a clause by its form and its neighbours; a word list serves better here than a tagger would cost."""

from ingest.figures.about.attribution import SAY
from ingest.figures.tokens import Line, wordset

# "revenue reached 5", "output was 5": the subject of these is what is measured.
LEVEL = wordset(
    "was were is are be been reached reaches reach stood stands stand hit hits totaled totalled totals total rose"
    " rises rise fell falls fall grew grows grow increased increases increase decreased decreases declined"
    " declines decline climbed climbs jumped jumps dropped drops surged soared surpassed surpasses surpass"
    " exceeded exceeds exceed topped tops crossed passed amounted amounts averaged averages slipped edged gained"
    " lost plunged slumped remained remains came numbered numbers neared approached doubled accounted accounts"
    " expanded contracted shrank narrowed widened advanced eased weakened strengthened valued estimated projected"
    " expected forecast measured weighed weighs costs cost"
)
# Verbs of news that part a subject from what it counts, beside those in -ed.
VERBS = wordset(
    "drew draws covers makes made make sold sells built builds won wins lost employs employ runs ran holds held"
    " houses serves plans opens pays paid spent spends bought buys owns receives produces generates hosts carries"
    " includes contains uses took takes gave gives got gets set sets cut cuts adds left leaves kept keeps sent"
    " saw sees found began begins brought brings grew put met led leads drove spans attracts offers provides"
    " needs wants faces"
)
HELPERS = wordset(
    "is are was were has have had will would can could may might shall should must do does did cannot won't can't"
)
_MORE = wordset(
    "own owns owned owe owes owed include includes expect raises supplies provide provides sell make makes"
    " want burnt dealt meant felt learnt lit employ need needs"
    " hold run keep use uses buy pay carry produce offer serve plan grow grows bore broke chose drank ate fed"
    " fought fled flew forgot froze hid knew laid lay lit rode rang shot shook sang sank slept spoke stole struck"
    " swam taught threw wore wrote bred dug caught hung swept lies stands lent lends came comes went goes ran"
    " gave became becomes thinks thought sits gets feeds ships treats teaches trains burns lives works moves"
    " handles handled heads draws fetched fetches earns trades raises loses wins lacks shares starts ends"
    " operates manages boasts counts lists asks seeks denies rejects refuses fails tells calls backs leads closes"
    " claims hopes expects remains passes lets puts bought sent shut cast fell rose beat burst split spread quit"
    " bid"
)
_ALL = HELPERS | LEVEL | VERBS | _MORE | (SAY - {"reports", "report", "study"})
_NOT_FINITE = frozenset({"be", "been", "total", "expected", "estimated", "projected", "valued", "told", "forecast"})
_BEFORE_NOUN = wordset(
    "the a an its their his her our my this these those to of in on at for from with by per as each every all any"
    " some both more most less than such"
)


def is_verb(line: Line, k: int) -> bool:
    """Say whether token `k` is the finite verb of its clause, as far as its form and neighbours tell."""
    word = line.word(k)
    if (word not in _ALL and not word.endswith(("ed", "n't"))) or not line.raw[k][0].islower() or k in line.taken:
        return False
    if (line.glued(k) and line.word(k - 1) == "-") or (line.word(k + 1) == "-" and line.glued(k + 1)):
        return False  # "the Oslo-based firm"
    before = line.word(k - 1)
    if before in _BEFORE_NOUN or before.endswith(("'s", "s'")):
        return False
    if word.endswith("n't"):
        return True
    if word == "added" and line.word(k + 1) == "value":
        return False
    if word in _NOT_FINITE or (word not in _ALL and len(word) < 5):
        return False
    # "The budget cuts cost": of two in a row the first is a noun, helpers aside.
    after = line.word(k + 1)
    return not (word.endswith("s") and word not in HELPERS and after in _ALL and line.raw[k + 1][0].islower())
