"""Forms of one word that a stemmer cannot join: irregular English verbs and plurals, British and American spelling.

The base form only has to be the same for the forms of one word; it need not be good English. So a spelling rule may
change a word it was not made for ("promise" becomes "promize"), as long as it changes every form of it alike.
"""

import re

# General English, not any corpus. Forms that are more often another word ("leaves", "ground", "wound") stay out.
_VERBS_AND_NOUNS = """
    rise: rose risen rising rises | fall: fell fallen | grow: grew grown growth | come: came | go: went gone
    begin: began begun beginning | buy: bought | sell: sold sale sales | bring: brought | build: built
    make: made maker makers | take: took taken | give: gave given | get: got gotten | hold: held | keep: kept
    lead: led | leave: left | lose: lost loss losses | win: won winner winners | meet: met
    pay: paid payment payments | run: ran | send: sent | spend: spent spending | speak: spoke spoken speech
    stand: stood | teach: taught | tell: told | think: thought | write: wrote written | become: became
    choose: chose chosen choice | draw: drew drawn | drive: drove driven | find: found | know: knew known
    see: saw seen | shoot: shot | strike: struck | withdraw: withdrew withdrawn withdrawal
    die: died dead death deaths | bear: born birth | sink: sank sunk | catch: caught | fight: fought | seek: sought
    person: people persons | man: men | woman: women | child: children | life: lives
    percent: percentage percentages pct | analyse: analysis analyses analyze | invade: invasion
    decide: decision decisions | expand: expansion | long: length | high: height | deep: depth | wide: width
    strong: strength | meter: metre metres meters | center: centre centres centers | labor: labour
"""
_RARER_AND_SPELLED_TWO_WAYS = """
    break: broke broken | blow: blew blown | burn: burnt | cling: clung | deal: dealt | dig: dug
    drink: drank drunk | eat: ate eaten | feed: fed | feel: felt | flee: fled | fly: flew flown
    forbid: forbade forbidden | forget: forgot forgotten | freeze: froze frozen | hang: hung | hear: heard
    hide: hid hidden | lay: laid | lend: lent | light: lit | mean: meant | prove: proof proofs proven
    read: reader readers | ride: rode ridden | say: said | shake: shook shaken | show: shown | shrink: shrank shrunk
    sing: sang sung | sit: sat | sleep: slept | slide: slid | spring: sprang sprung
    steal: stole stolen theft thefts | stick: stuck | swear: swore sworn | sweep: swept | swim: swam swum
    swing: swung | tear: torn | throw: threw thrown | understand: understood | undergo: underwent undergone
    undertake: undertook undertaken | overtake: overtook overtaken | wake: woke woken | wear: wore worn
    weave: wove woven | acquire: acquisition acquisitions | advise: advice | collide: collision collisions
    complain: complaint complaints | conclude: conclusion conclusions | describe: description descriptions
    destroy: destruction | erode: erosion | explode: explosion explosions | marry: marriage marriages
    permit: permission permissions | produce: production productions | submit: submission submissions
    weigh: weight weights | build: builder builders | buy: buyer buyers | founded: founder founders
    lead: leader leaders | own: owner owners | sell: seller sellers | bus: buses busses | calf: calves
    crisis: crises | foot: feet | gas: gases gasses | goose: geese | half: halves | knife: knives | lens: lenses
    loaf: loaves | mouse: mice | ox: oxen | shelf: shelves | thief: thieves | tooth: teeth | wolf: wolves
    aluminum: aluminium | anemia: anaemia | check: cheque cheques | color: colours | curb: kerb kerbs
    draft: draught draughts | enrol: enroll enrolled enrolling enrollment enrollments | fuel: fuelled fuelling
    fulfil: fulfill fulfilled fulfilling fulfillment | gray: grey | instalment: installment installments
    jewel: jewellery jewelry | license: licence licences | defense: defence defences | offense: offence offences
    pretense: pretence | maneuver: manoeuvre manoeuvres manoeuvred | mold: mould moulds | pediatric: paediatric
    plow: plough ploughs ploughed ploughing | program: programme programmes | skeptic: sceptic sceptics
    skeptical: sceptical | ton: tonne tonnes | tire: tyre tyres
"""


def _read(table: str) -> dict[str, str]:
    entries = (entry.partition(":") for entry in table.strip().replace("\n", "|").split("|"))
    return {form: base.strip() for base, _, forms in entries for form in forms.split()}


IRREGULAR = _read(_VERBS_AND_NOUNS)
"""The commonest, each with the form it is stemmed by; at the head of a sentence none of them is a name."""
FORMS = IRREGULAR | _read(_RARER_AND_SPELLED_TWO_WAYS)
_SPELLING = (
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|ers?|hoods?|able|ably|ites?|ful|al|ally)?$)"), "or"),
    (re.compile(r"(?<=\w{2})([bt])re(?=s?$)"), r"\1er"),
    (re.compile(r"(?<=\w{2})([bt])red$"), r"\1ered"),
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|ing|ers?|ations?|ational)$)"), "iz"),
    (re.compile(r"(?<=\wal)ys(?=(?:e|ed|es|ing|ers?)$)"), "yz"),
    (re.compile(r"logue(?=s?$)"), "log"),
)


def base_form(word: str) -> str:
    """Return the form a lower-case word is stemmed by: irregular forms as their base, spelling the American way."""
    word = FORMS.get(word, word)
    for pattern, replacement in _SPELLING:
        word = pattern.sub(replacement, word)
    return word
