"""Verbs by which a printed clause is turned into a question: "sold" asks "did ... sell".

A verb that is not listed makes no question: a noun read for a verb makes a broken one.
"""

import re

from qa.lexicon.forms import FORMS

# General English, not any corpus: what people, places and bodies do to things that are counted.
_TRANSITIVE = """
    accept acquire add admit aid allocate announce arrest attract award ban beat borrow bring build burn buy capture
    carry catch charge claim clear close collect complete contribute control count cover create cull cut damage deliver
    deploy destroy detain dismiss displace donate draw drill earn eat employ enrol evacuate examine excavate export
    face feed fight find fine finish fire fit flatten forecast free gather get give grant halt handle have hire hold
    host import infect injure inspect install invest issue keep kill launch lay lead lease lend lift load lock lose make
    manage manufacture measure miss move name need nurture offer open operate order owe own pass pay pick plan plant
    play post prevent print process produce promise propose pull purchase raise receive recover recruit recycle refuse
    release relocate remove rent repair replace report require rescue restore retrieve return run save score scrap seal
    seek seize sell send serve set shed ship shoot shut spend store strike supply take teach test train transfer treat
    transport use vaccinate visit want weigh win withdraw wound write yield house evict deport release reopen reject
    identify recall record sign screen convert steal sink welcome cost cultivate unload slaughter provide reach exceed
    total average nurture yield join attend leave walk enter cross number speak know see buy defend demand devour found
    inherit inspect kidnap lack occupy poison publish rebuild reduce sponsor study survey trade weave handle bury
"""
_INTRANSITIVE = """
    thrive come go die flee live work travel arrive vote stay wait graduate belong apply register remain drown vanish
    march gather protest migrate settle perish disappear fall survive compete participate perform start run move open
"""
_CHANGE = "rise fall grow climb drop jump decline increase decrease shrink slide gain lose surge plunge soar slip"
_UNCHANGED = frozenset("cut put hit set cost let shut spread hurt cast shed beat forecast fit".split())
_DOUBLED = frozenset("ban drop equip plan scrap ship slip transfer admit".split())
CHANGES = frozenset(_CHANGE.split())
INTRANSITIVE = frozenset(_INTRANSITIVE.split())
VERBS = frozenset(_TRANSITIVE.split()) | INTRANSITIVE | CHANGES
_PARTICIPLE = re.compile(r"(?:wn|en|one|un|orn|rn)$")
_NOUN = re.compile(r"(?:s|er|th|ment|ing|le)$|^(?:death|dead|loss|choice|theft|speech)$")


def _past(verb: str) -> set[str]:
    if verb in _UNCHANGED:
        return {verb}
    forms = {form for form, base in FORMS.items() if base == verb and not _NOUN.search(form)}
    if verb == "have":
        forms = {"had"}
    if forms:
        return forms
    if verb in _DOUBLED:
        return {f"{verb}{verb[-1]}ed"}
    if verb.endswith("e"):
        return {f"{verb}d"}
    return {f"{verb[:-1]}ied"} if verb[-1] == "y" and verb[-2] not in "aeiou" else {f"{verb}ed"}


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"


PAST = {form: verb for verb in sorted(VERBS) for form in _past(verb)}
"""Past forms and participles with their verb: "took" and "taken" with "take"."""
FINITE = (
    {verb: ("do", verb) for verb in VERBS}
    | {_third(verb): ("does", verb) for verb in VERBS}
    | {form: ("did", verb) for form, verb in PAST.items() if form in _UNCHANGED or not _PARTICIPLE.search(form)}
)
"""What a form asks with: "sold" is ("did", "sell"), "sells" ("does", "sell")."""
HELPERS = frozenset("is are was were has have had will would can could may might must should do does did".split())
