"""The words of a claim against the words of its sources: what says the same, the opposite, or nothing of its own."""

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from qa.lexicon.nouns import ALIKE
from qa.lexicon.words import Token, is_stop, words_like

# Words for one another in news prose, beside the counted nouns of `qa.understand.units`; general English, no corpus.
_SAME = """
    sale revenue turnover takings
    profit earnings
    rise grow increase climb jump surge soar gain expand advance leap rally
    fall decline drop decrease shrink slump plunge slip dip slide contract tumble
    cut reduce lower trim slash
    raise lift hike boost
    buy acquire purchase acquisition takeover
    begin start launch commence
    stop end cease halt conclude finish
    build construct construction erect
    make produce manufacture production output
    open inaugurate
    kill die fatality victim
    hurt injure wound injury
    employ hire workforce employee staff
    big large great huge
    important key major main
    cost price
    fund finance financing funding
    show indicate reveal suggest
    move relocate transfer shift
    help assist aid support
    show display
    attract draw lure
    sign conclude ink
    plan intend aim target seek
    expect forecast project predict anticipate
    approve pass endorse adopt back
    reject refuse
    elect vote election
    name appoint appointment
    leave quit resign resignation depart
    export shipment
    area region
    nation country
    kid child
    doctor physician
    lawyer attorney
    film movie
    football soccer
    university college
    road highway
    flood flooding
    quake earthquake
    fire blaze
    crash accident collision
    deal agreement contract pact accord
    law legislation act
    jail imprison prison
    arrest detain
    mayor
    head lead chief run
    rural countryside
    slow ease
    scientist researcher
    crop harvest yield
    rain rainfall
    receive get
    carry transport
    rail railway train
    ship vessel freighter
    gross total
    loan debt credit
    lead head
    study survey research
    store shop outlet
    wage salary pay
    crew crewman sailor
    farm farmland
    aid assistance relief
    spend spending expenditure
    rule ruling verdict
    resign step
    dead dead death toll
    trade commerce
    tourist visitor
    price cost
    population inhabitant resident people
    house home
    ton tonne
    hectare acre
    jobless unemployment unemployed
    chief executive ceo
"""
SAME = tuple(words_like(line) for line in _SAME.strip().splitlines())

# Pairs of which one cannot stand for the other: a claim with one where the source has the other is not in the source.
_OPPOSITE = """
    approve/reject approve/refuse approve/veto approve/block pass/defeat win/lose open/close open/shut
    buy/sell accept/reject accept/refuse
    arrest/release guilty/innocent convict/acquit support/oppose back/oppose rise/fall increase/decrease grow/shrink
    import/export enter/leave arrive/depart begin/end start/stop hire/fire hire/dismiss appoint/dismiss
    allow/ban permit/prohibit legal/illegal strengthen/weaken improve/worsen first/last north/south east/west
    northern/southern eastern/western former/current profit/loss surplus/deficit confirm/deny succeed/fail
    lend/borrow public/private old/new old/young male/female man/woman boy/girl domestic/foreign ally/rival
    add/remove join/leave widen/narrow raise/lower raise/cut lift/impose save/spend upgrade/downgrade higher/lower
    highest/lowest largest/smallest biggest/smallest best/worst most/fewest safe/unsafe alive/dead resume/suspend
    kill/injure dead/injured death/injury die/survive birth/death case/death arrival/departure supply/demand
    asset/liability income/expense revenue/profit sale/profit revenue/loss sale/loss spend/earn net/gross
    employ/unemployed tenant/owner buyer/seller debit/credit export/output
    before/after urban/rural major/minor wholesale/retail gain/lose attack/defend creditor/debtor
"""
OPPOSITE = tuple(
    (words_like(pair.split("/")[0]), words_like(pair.split("/")[1])) for pair in " ".join(_OPPOSITE.split()).split()
)

# Carry nothing of their own in a claim: verbs of standing and telling, words for figures and for time.
# For a question "how many people" may ask for the dead; a claim of the dead is not carried by people.
_DEAD, _ALIVE = words_like("dead death fatality victim casualty toll kill"), words_like("people person life individual")
GENERIC = words_like(
    """say report post reach record total stand amount see hit become come go get take make have number figure
    show announce state note add tell write describe mention explain accord source article newspaper publish
    approximately roughly nearly almost around exactly precisely estimated estimate alone altogether overall combined
    respectively compared compare percent percentage point basis year month week day quarter decade century annual
    annually yearly monthly daily fiscal period time date today yesterday tomorrow last next past previous earlier
    later ago early late end half monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december million billion trillion thousand hundred dozen
    lakh crore yuan dollar euro yen pound rupee worth value valued mean average include including among there
    currently recently latest new well however meanwhile further thus therefore namely also too same one two three
    equal equivalent correspond dr mr mrs ms prof range between least most many several few fewer change turn
    plan intend aim target goal expect forecast project predict hope anticipate
    before after since until until during long wide tall high deep heavy thick length width height depth weigh"""
)
DIRECTION = words_like(
    """rise grow increase climb jump surge soar gain expand advance leap higher lose ease slow fall decline drop
    decrease shrink slump     plunge slip dip slide contract tumble lower reduce cut raise"""
)

_NEGATION = re.compile(
    r"\b(?:not|never|cannot|neither|nor|none|nobody|nothing|without|no|denied|denies|deny|failed to|fails to|refused to"
    r"|rather than|instead of|unable to|stopped short of)\b|n['’]t\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\b(?:not only|no fewer than|no less than|no more than|not more than|not less than|not exceeding|no later than"
    r"|no\.|not fewer than|no doubt|no longer than)(?!\w)",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:will|would|could|may|might|shall|should|expect\w*|plan(?:s|ned|ning)?\b|aim(?:s|ed|ing)?|hope[sd]?|propos\w+"
    r"|forecast\w*|project(?:s|ed)\b|predict\w*|intend\w*|target(?:s|ed)\b|if|unless|alleg\w+|reportedly|rumou?r\w*"
    r"|allegation\w*|considering|seek(?:s|ing)?|set to|due to (?:open|start|begin|be|close)|likely|possibl[ey]"
    r"|perhaps|probably|accus\w+|suspect\w*|threaten\w*|urg(?:e|es|ed|ing)|call(?:s|ed)? for|want(?:s|ed)? to|vow\w*"
    r"|pledg\w+|ahead of|ha(?:s|ve) yet to|claim(?:s|ed)? (?:that|to))\b"
)


def negated(text: str) -> bool:
    """Return whether a stretch of text denies what it says; two denials cancel, "no fewer than" is none."""
    return len(_NEGATION.findall(_HARMLESS.sub(" ", text))) % 2 == 1


def unsure(text: str) -> bool:
    """Return whether a stretch of text tells of what may be, is planned or is alleged, not of what was."""
    return _UNSURE.search(text) is not None


@lru_cache(maxsize=16384)
def _against(stem: str) -> frozenset[str]:
    """Return the stems that a stem is the opposite of."""
    found = [other for one, other in OPPOSITE if stem in one] + [one for one, other in OPPOSITE if stem in other]
    return frozenset[str]().union(*found)


@lru_cache(maxsize=16384)
def _kin(stem: str) -> frozenset[str]:
    """Return the stems that may stand for a stem; "man" and "woman" are both people, but not the same."""
    kin = frozenset[str]().union(*(group for group in (*SAME, *ALIKE) if stem in group))
    other = _ALIVE if stem in _DEAD else _DEAD if stem in _ALIVE else frozenset[str]()
    return kin - _against(stem) - other | {stem}


def same_word(a: str, b: str) -> bool:
    """Return whether two stems may stand for one another."""
    return b in _kin(a)


def said(stem: str, stems: Set[str]) -> bool:
    """Return whether a stem, or a word for it, is among others."""
    return stem in stems or not _kin(stem).isdisjoint(stems)


def opposed(claim: Iterable[str], source: Set[str]) -> bool:
    """Return whether the claim has a word whose opposite the source has, and the source has not the word itself."""
    return any(not said(s, source) and any(said(other, source) for other in _against(s)) for s in claim)


def bears(token: Token) -> bool:
    """Return whether a token has content that a source must have too."""
    return not (is_stop(token.text) or token.stem in GENERIC or token.text[0].isdigit())
