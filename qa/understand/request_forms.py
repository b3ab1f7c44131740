"""How requests are put: one form a kind and wording, matched as a whole. They know nothing of the news."""

import re
from enum import StrEnum


class RequestKind(StrEnum):
    """What is asked for."""

    HELP = "help"
    BRIEF = "brief"
    NEW = "new"
    LIST = "list"
    MENTIONS = "mentions"
    SAID = "said"
    OTHERWISE = "otherwise"
    COMPARE = "compare"
    TREND = "trend"
    TIMELINE = "timeline"


_PARTS = {
    "ARTICLES": r"(?:articles?|stor(?:y|ies)|papers?|pieces?|reports?|texts?|documents?|files?|sources?|news|pile"
    r"|collection|corpus|press|coverage)",
    "PLEASE": r"(?:please |can you |could you |i (?:want|need|would like) )?",
    "ABOUT": r"(?:about|on|of|regarding|concerning)",
    "TOPIC": r"(?P<topic>\S.*?)",
    "OTHER": r"(?P<other>\S.*?)",
    "ON": r"(?: (?:on|by|in terms of|for|as to|regarding|in) (?P<noun>\S.*?))?",
    "SUMMARISE": r"(?:summari[sz]e|sum up|recap|outline|brief me)",
}
_PARTS |= {
    "PILE": r"(?:(?:all |each )?(?:of )?(?:the |these |those |this |that |my |your |our )?(?:news )?{ARTICLES}"
    r"|everything|it all|all this|this|these|it|them|that)",
    "GIVE": r"{PLEASE}(?:give|show|write|make|get|tell)?(?: me)? ?",
    "SUMMARY": r"(?:a |an |the )?(?:short |brief |quick |concise )?"
    r"(?:summary|overview|brief|briefing|digest|recap|gist|outline)",
    "MAIN": r"(?:the )?(?:main|key|most important|central|top)",
    "SAID": r"(?: (?:that |which |who )?(?:are |is )?(?:mentioned|named|cited|quoted|found|there))?",
}
# One form a line; a line that is set in goes on with the one before.
_FORMS = r"""
help: (?:hello|hi|hey|help(?: me)?|good (?:morning|afternoon|evening|day)|greetings|thanks?|thank you|thx|cheers|ok
  |okay|bye|goodbye|test|testing|yes|no|perfect|great|nice|got it|i see|well done
  |what can (?:you|i) (?:do|ask)|how (?:does|do) (?:this|you|it) work
  |(?:who|what) are you|how (?:do|can) i use (?:this|it|you)|what (?:can|should) i ask(?: you| here)?)
  (?:,? (?:there|you|very much|so much|a lot|here|everyone|all|that(?:'s| is| was)|great|perfect|nice|helpful|enough
  |fine|good|it|for (?:that|this|your help|now)))*
brief: (?:so )?what(?: is|'s| are|s)? {PILE} (?:all )?about
brief: what (?:is|'s|does|do) (?:in )?{PILE}(?: say)?
brief: {PLEASE}{SUMMARISE}(?: {PILE})?(?: for me)?
brief: {GIVE}{SUMMARY}(?: of {PILE})?|tl;?dr|what (?:has )?happened(?: here)?
brief: (?:what are |{GIVE}){MAIN} (?:points|messages|facts|findings|takeaways|topics|themes|events|news)
  (?: (?:of|in|from) {PILE})?
brief: {PLEASE}{SUMMARISE}(?: what)?(?: {PILE})?(?: says?)?(?: (?:about|on|regarding))? {TOPIC}
brief: {GIVE}{SUMMARY} {ABOUT}(?: what {PILE} (?:says?|tells?|writes?) {ABOUT})? {TOPIC}
brief: {PLEASE}(?:catch|bring|fill|get) me (?:up(?: to (?:speed|date))?|in)(?: (?:on|with|about) (?:{PILE}|{TOPIC}))?
brief: {PLEASE}tell me (?:more |everything |something |all )?about {TOPIC}
brief: what (?:do|does|did) {PILE} (?:say|tell|write|report)(?: us)? {ABOUT} {TOPIC}
brief: what (?:is (?:known|said|reported)|do we know|do you know|does one know|can you tell me|has been said|was said
  |do people say) {ABOUT} {TOPIC}
brief: (?:any |the )?(?:latest|recent|new)? ?news {ABOUT} {TOPIC}
brief: what(?: is|'s|s) (?:the latest|new|going on|happening) (?:about|on|with|in|at) {TOPIC}
new: what(?: is|'s|s| has| are)? ?(?:the )?(?:new|news|latest|changed|happened|been happening)
  (?: (?:in|about|on|with) {TOPIC})? ?(?=since)
new: (?:what(?: is|'s|s) (?:the latest|new)|any(?:thing)? new|any news|(?:the )?latest news|(?:the )?latest)
  (?: (?:in|about|on|with) {TOPIC}(?= since))?
mentions: (?P<noun>how many|which|what|do any|does any|are there any) (?:of the )?(?:news )?
  (?:articles?|stories|papers|newspapers|media|reports|pieces|sources|publishers|outlets)(?: that| have)?
   (?:says?|mentions?|names?|speaks? (?:of|about)|talks? about|(?:is|are) about|writes? about|wrote about|covers?
  |covered|mentioned|report(?:s|ed)? (?:on|about)
  |deals? with|discuss(?:es)?|refers? to) (?:anything about |something about )?{TOPIC}
mentions: (?P<noun>how many) (?:articles|stories|papers|sources|documents|files) (?:are there|do you (?:have|know))
  (?: here| in all| altogether)?
said: who (?:said|says|has said) what(?: {ABOUT} {TOPIC})?
said: (?:list |show |give )(?:me )?(?:all |the |all the )?(?:quotes|quotations|statements)
  (?: (?:about|on|(?P<noun>of|by|from)) {TOPIC})?
said: what (?P<noun>did|has|does) (?P<topic>(?-i:[A-Z])\S*(?: (?-i:[A-Z])\S*){0,3}) (?:say|said|have to say|think)
said: what (?:do|did) (?:people|others|officials|experts|they) (?:say|think) {ABOUT} {TOPIC}
otherwise: (?:who|does anyone|does anybody|do any (?:others|articles|papers)|do others) (?:says?|said|reports?|claims?)
   (?:otherwise|differently|something else|anything else|the opposite)
otherwise: (?:does|did) (?:anyone|anybody|someone|any (?:article|paper)) (?:disagree|contradict|dispute|deny)
  (?: (?:that|this|it|with (?:that|this|it)))?
otherwise: (?:do (?:the )?others|does (?:everyone|everybody)|do all) (?:dis)?agree|is (?:that|this|it) disputed
list: who (?:is|are|was|were) (?:all )?(?P<noun>quoted)(?: (?:in|by) {PILE})?(?: (?:about|on|over) {TOPIC})?
list: {PLEASE}(?:list|name|show|give|tell)(?: me)? (?:everyone|everybody|all(?: the)? (?:people|persons)|who)
  (?: (?:who|that) (?:is|are|was|were)| is| are)? (?P<noun>quoted)(?: (?:in|by) {PILE})?
list: {PLEASE}(?:list|enumerate)(?: me)?(?: all| every| the| all the| all of the)? (?P<noun>[^,]+?){SAID}
  (?: (?:in|by|of|from|across) {PILE})?(?: (?:about|on|in|from|for|of) {TOPIC})?
list: {PLEASE}(?:(?:name|show|give|find|collect|tell|list)(?: me)? )?(?:all )?(?:the )?names of (?:all )?(?:the )?
  (?P<noun>[^,]+?){SAID}(?: (?:in|by|of|from|across) {PILE})?
list: {PLEASE}(?:all|every)(?: the| of the)? (?P<noun>figures|numbers|quotes|people|places|companies|dates)
  (?: (?:about|on|in|from|for|of) {TOPIC})?
list: {PLEASE}(?:name|show|give|find|collect|tell)(?: me)?
   (?:all(?: the| of the)?|every|a list of(?: all)?(?: the)?) (?P<noun>[^,]+?){SAID}
  (?: (?:in|by|of|from|across) {PILE})?(?: (?:about|on|in|from|for|of) {TOPIC})?
list: (?:which|what) (?P<noun>[\w -]+?) (?:are|do|does) (?:{PILE} )?(?:mention(?:ed)?|named?|cited?|quoted?)
  (?: (?:in|by|of|from) {PILE})?
list: (?P<noun>who) (?:is|are|was|were) (?:all )?(?:mentioned|named|cited)(?: (?:in|by) {PILE})?
list: (?:which|what) (?P<noun>[\w -]+?) (?:come up|appear|occur|feature|are there|turn up)(?: (?:in|here) ?{PILE}?)?
list: (?:what are )?{MAIN} (?P<noun>figures|numbers|people|places|companies|dates)(?: (?:in|of|from) {PILE})?
  (?: (?:about|on|for) {TOPIC})?
compare: {PLEASE}compare {TOPIC} (?:and|with|to|versus|vs\.?|against) {OTHER}{ON}
compare: how (?:do|does) {TOPIC} and {OTHER} (?:compare|differ){ON}
compare: how (?:do|does) {TOPIC} compare (?:with|to|against) {OTHER}{ON}
compare: (?P<topic>(?-i:[A-Z])\S*(?: (?-i:[A-Z])\S*)*) (?:versus|vs\.?) (?P<other>(?-i:[A-Z])\S*(?: (?-i:[A-Z])\S*)*)
trend: how (?:did|has|have|does) {TOPIC} (?:changed?|develop(?:ed)?|evolved?|progress(?:ed)?)
  (?: over (?:time|the (?:\w+ )?(?:years|months|weeks|days))| (?:during|throughout|in the course of) \S.*?)?
trend: (?:show |give )?(?:me )?(?:the )?(?:trend|development|evolution|course) (?:of|in) {TOPIC}
trend: {TOPIC} over (?:time|the (?:years|months|weeks))
timeline: {GIVE}(?:a |the )?(?:timeline|time line|chronology|sequence of events|chronicle)
  (?: (?:of|for|on|about) (?:{PILE}|{TOPIC}))?
timeline: (?:when did what happen|what happened when)(?: (?:in|with|to|at) {TOPIC})?
"""


def _filled(form: str) -> str:
    while found := re.search(r"\{([A-Z]+)\}", form):
        form = form.replace(found[0], _PARTS[found[1]])
    return form


def _read(text: str) -> tuple[tuple[RequestKind, re.Pattern[str]], ...]:
    lines = text.strip().replace("\n  ", "").splitlines()
    parted = (line.partition(": ") for line in lines)
    return tuple(
        (RequestKind(kind), re.compile(rf"\W*(?:{_filled(form)})\W*", re.IGNORECASE)) for kind, _, form in parted
    )


FORMS = _read(_FORMS)
"""Kind and pattern; its groups are topic, other and noun, each where the form has it."""
