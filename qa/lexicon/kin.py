"""Words that may stand for one another, and words that may not: general English of the news, no corpus."""

from collections.abc import Iterable, Set
from functools import lru_cache

from qa.lexicon.nouns import ALIKE, groups
from qa.lexicon.words import words_like


def _pairs(table: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    sides = (pair.partition("/") for pair in table.strip().replace("\n", "|").split("|"))
    return tuple((words_like(one), words_like(other)) for one, _, other in sides)


_SAME = groups("""
    sale revenue turnover takings | profit earnings
    rise grow increase climb jump surge soar gain expand advance leap rally
    fall decline drop decrease shrink slump plunge slip dip slide contract tumble | cut reduce lower trim slash
    raise lift hike boost | buy acquire purchase acquisition takeover | begin start launch commence
    stop end cease halt conclude finish | build construct construction erect
    make produce manufacture production output | open inaugurate | kill die fatality victim | hurt injure wound injury
    employ hire workforce employee staff | big large great huge | important key major main | cost price
    fund finance financing funding | show indicate reveal suggest | move relocate transfer shift
    help assist aid support | show display | attract draw lure | sign conclude ink | plan intend aim target seek
    expect forecast project predict anticipate | approve pass endorse adopt back | reject refuse | elect vote election
    name appoint appointment | leave quit resign resignation depart | export shipment | area region | kid child
    doctor physician | lawyer attorney | football soccer | university college | road highway | quake earthquake
    fire blaze | crash accident collision | deal agreement contract pact accord | law legislation act
    jail imprison prison | arrest detain | head lead chief run | rural countryside | slow ease | scientist researcher
    crop harvest yield | rain rainfall | receive get | carry transport | rail railway train | ship vessel freighter
    gross total | loan debt credit | study survey research | wage salary pay | crew crewman sailor | farm farmland
    aid assistance relief | spend spending expenditure | rule ruling verdict | resign step | trade commerce
    jobless unemployment unemployed | chief executive ceo""")
"""Words of any kind that a claim may have where its source has another of them."""
DEEDS = _pairs("""
    kill die dead death fatality slain / hurt injure injury wound | profit profitable earn earned / lose loss deficit
    open opening reopen launch / close closed closure shut | win / lose defeat | born birth / die dead death
    import / export | hire recruit / fire layoff dismiss | arrive arrival / depart departure | marry / divorce
    admit / expel discharge""")
"""Opposite deeds of which a question surely means one; what two sides see differently ("buy", "sell") is none."""
_OPPOSITE = DEEDS + _pairs("""
    approve/reject | approve/refuse | approve/veto | approve/block | pass/defeat | buy/sell | accept/reject
    accept/refuse | arrest/release | guilty/innocent | convict/acquit | support/oppose | back/oppose | rise/fall
    increase/decrease | grow/shrink | enter/leave | begin/end | start/stop | appoint/dismiss | allow/ban
    permit/prohibit | legal/illegal | strengthen/weaken | improve/worsen | first/last | north/south | east/west
    northern/southern | eastern/western | former/current | surplus/deficit | confirm/deny | succeed/fail | lend/borrow
    public/private | old/new | old/young | male/female | man/woman | boy/girl | domestic/foreign | ally/rival
    add/remove | join/leave | widen/narrow | raise/lower | raise/cut | lift/impose | save/spend | upgrade/downgrade
    higher/lower | highest/lowest | largest/smallest | biggest/smallest | best/worst | most/fewest | safe/unsafe
    alive/dead | resume/suspend | die/survive | case/death | supply/demand | asset/liability | income/expense
    revenue/profit | sale/profit | revenue/loss | sale/loss | spend/earn | net/gross | employ/unemployed
    tenant/owner | buyer/seller | debit/credit | export/output | before/after | urban/rural | major/minor
    wholesale/retail | gain/lose | attack/defend | creditor/debtor""")
"""Pairs of which one cannot stand for the other in a claim."""
# For a question "how many people" may ask for the dead; a claim of the dead is not carried by people.
_DEAD, _ALIVE = words_like("dead death fatality victim casualty toll kill"), words_like("people person life individual")


@lru_cache(maxsize=16384)
def _against(stem: str) -> frozenset[str]:
    """Return the stems that a stem is the opposite of."""
    found = [other for one, other in _OPPOSITE if stem in one] + [one for one, other in _OPPOSITE if stem in other]
    return frozenset[str]().union(*found)


@lru_cache(maxsize=16384)
def _kin(stem: str) -> frozenset[str]:
    """Return the stems that may stand for a stem; "man" and "woman" are both people, but not the same."""
    kin = frozenset[str]().union(*(group for group in (*_SAME, *ALIKE) if stem in group))
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
