"""Words that stand between a reader and the text: paywalls, counters of free articles, newsletters, consent.

A line goes when one of its sentences is of this kind and every other is too, or speaks to the reader of nothing else.
A sentence that says who says it, or what readers have to do, is news of such a wall, and stays. Where a wall stood
behind a beginning, the text says that it is cut.
"""

import re
from collections.abc import Sequence

# Boxes hold a few short sentences; a longer line is prose.
MOST_WORDS = 70
# What a wall leaves of an article is a paragraph or two.
MOST_STUB_WORDS = 150
CUT = "[Cut here: the rest of this article is for subscribers of its publisher.]"
"""The last line of a stub. It is no word of the article, and says so by its brackets."""
GATE = "Subscribe to continue reading."
"""The line that stands for a wall which the page's markup tells and its words do not."""
_TIME = r"(month|week|year|day|mo|wk|yr)"
_MONEY = r"([$£€¥₹]\s?\d+([.,]\d+)?|\d+([.,]\d+)?\s?([$£€¥₹]|(p|pence|cents?|pounds?|dollars?|euros?)\b))"
_PRICE = (
    rf"(only |just |from |for |as little as |less than |now |pay |at )*{_MONEY}"
    rf"( ?(per|an?|each|every|/) ?{_TIME}s?\b)?"
)
_THEN = rf"(\W{{1,3}}(then|thereafter|after (that|which))\b,? ?(pay )?{_PRICE}.{{0,40}})?"
_MANY = r"(\d[\d,.]*|an?|one|two|three|four|five|six|ten|twelve)"
_READ = r"(read|keep reading|continue|unlock|access|get|enjoy|see|view|finish|support|receive|save|gain|have)"
_PIECE = r"(articles?|story|stories|content|posts?|report|page|piece)"
# What one is asked to do behind "to read on": a wall speaks to its reader, news speaks of readers.
_ACT = (
    r"(,? (please |simply |just |now )*(subscribe|sign|log|register|join|upgrade|become|start|try|buy|get|create|"
    r"choose|click|tap|enter|support|pay|you|we|with|for (just|only|free|as))\b.*)?"
)
_MEMBERS = r"(our |all |paying |paid |registered |premium |logged-in )*(subscribers?|members?|account holders)\b"
_SHUT = (
    rf"(locked\b.*|behind (a|our|the) (pay)?wall|((only |exclusively )?(for|available (only |exclusively )?(to|for)|"
    rf"reserved for|exclusive to|restricted to) {_MEMBERS}.{{0,40}}))"
)
_WALL = (
    rf"to (continue|keep|finish) reading( (this|the|our|your|for|with)( \w+){{0,3}})?{_ACT}",
    rf"to continue{_ACT}",
    rf"to read (on|more|the (rest|full|whole)|this)( of)?( this| the| our)?( full)?( {_PIECE})?{_ACT}",
    r"(want|wish) to (read (more|on|the rest)|continue reading|know more)\W*",
    rf"(please )?(subscribe|sign up|register|log in|sign in|join|upgrade)( now| today| here| for free| free)*( and|"
    rf" or (subscribe|register|log in|sign in|sign up))*( now| today)*,? (to|for|and) (our |the |a |"
    rf"your )*({_READ}|(unlimited|full|digital|instant|complete|free) (access|trial|account|reading|content))\b.*",
    r"(continue|keep) reading( (with|for|this|by)\b.*)?",
    rf"(the rest( of (it|this|the)( {_PIECE})?)?|(the rest of )?(this|the full|the whole) (premium |plus |exclusive )?"
    rf"{_PIECE}) (is|remains|has been) {_SHUT}",
    r"(for |available to )?(paid |paying )?(subscribers?|members?)[ -]?(only|exclusive)( (content|"
    r"article|story))?",
    r"(premium|exclusive|locked)( (content|article|story))?( for (subscribers|members))?",
    r"unlock (this|the|all|our|full|unlimited)\b.*\b(article|story|access|content|features|archive)\b.*",
    r"(get|enjoy|try) (full|unlimited|complete|instant|all)( digital| online)? access\b.*",
    r"you('ve| have)( now| just| already)* (read|used|viewed|reached|hit|run out)\b.*\b(articles?|stories|"
    r"(monthly|free|reading) limit)\b.*",
    r"you('ve| have| are)? ?(got )?(only )?(\w+) (of (your )?\w+ )?(more |free |gift |complimentary )*"
    r"(articles?|stories) (left|remaining|to (share|give))\b.*",
    r"(\w+ )?(of \w+ )?(free )?(articles?|stories) (left|remaining|read)( this (month|week))?",
    r"(this is )?your (last|first|second|third|final|\w+ of \w+) free (article|story)\b.*",
    r"this is (article |number )?\w+ (out )?of (your )?\w+ (free |gift |complimentary )*(articles?|stories)\b.{0,30}",
    r"(you have |there (is|are) )?(still )?\d+ ?% of (this|the) (article|story|piece|report|text)( (is|are|remains?))?"
    r"( still)?( left)?( to (be )?read| locked| hidden| behind (a|the|our) (pay)?wall)?",
    rf"to (unlock|access|view|see) (this|the (rest|full|whole))( of)?( this| the| our)?( full)?( {_PIECE})?{_ACT}",
    rf"exclusive(ly)? (to|for) {_MEMBERS}",
    r"you('ve| have) reached the end of (your|this|the) (free )?(preview|sample|extract|excerpt|articles?)\b.*",
    r"(there are |you have )?[\d,]+ (more )?(words|paragraphs) (left |remaining |more )?(in this (article|story)|"
    r"to read)",
    r"your (free )?(preview|trial|access|articles?) (has |have |is |are )?(now )?(ended|expired|over|used up)\b.{0,40}",
    rf"(read|continue|finish) the (full|whole|complete|rest of the) {_PIECE}\b.*\b(us|our|you|your|subscri\w+)\b.*",
)
_SALE = (
    r"already (a |an |have |our )*(subscribers?|members?|registered|subscribed|user|account|"
    r"subscription)\b.*",
    r"(log|sign)[ -]?(in|on|up)( (here|now|instead))?",
    rf"(subscribe|join|register|upgrade|sign up)( now| today| here| free)*(\W{{1,3}}{_PRICE}.{{0,60}})?",
    rf"{_PRICE}( (for|then|thereafter|billed|,).{{0,60}})?{_THEN}",
    rf"{_MANY} {_TIME}s? for {_PRICE}{_THEN}",
    rf"(your |the |for )*first (\w+ )?{_TIME}s?( is| are)? (free|for {_PRICE}|{_PRICE})\b.{{0,10}}{_THEN}",
    r"cancel (at )?any ?time\b.*",
    r"(no )?credit card\b.{0,30}required",
    r"no (commitment|contract|obligation)s?\b.{0,20}",
    r"billed (monthly|yearly|annually|as)\b.*",
    rf"(start|begin|try)( your| a| it| us)* (\w+[- ]){{0,3}}free( (trial|for|access|month|week)\b.*)?{_THEN}",
    rf"(try|test drive|get|enjoy|read|start with|have)( us| it)?( for)? {_MANY} {_TIME}s?( of( \w+){{1,3}})?"
    rf" (free|for free|on us|{_PRICE})"
    rf"{_THEN}",
    r"(start|begin) your (\w+[- ]){0,3}trial\b.*",
    rf"(then|after (that|which)),? (pay )?{_PRICE}.{{0,40}}",
    rf"(our )?plans (start|begin)? ?(at|from) {_PRICE}.{{0,20}}",
    r"not (yet )?an? (\w+ )?(subscriber|member)( yet)?\W*",
    rf"(try|get|join)( it| us)? (for|from) {_PRICE}{_THEN}",
    rf"(\w+ )?access for {_MANY} (hours?|days?|{_TIME}s?)\W{{1,3}}{_PRICE}{_THEN}",
    r"(choose|pick|see|view) (a|your|our|the) (plan|subscription|offers?|options)\b.*",
    r"(see|view) (all )?(subscription )?offers",
    r"(limited[ -]time|special|introductory|black friday) offer\b.{0,80}",
    rf"(\w+ )?offer\W{{1,3}}{_PRICE}( for .{{0,40}})?{_THEN}",
    rf"(full|unlimited|complete|premium|digital)( digital| online)? access( for| at)? ({_MANY} {_TIME}s?|{_PRICE})"
    rf"( for .{{0,20}})?{_THEN}",
    r"create (a|your|an) (free )?account\b.*",
    r"support (quality|independent|local|our|fearless|trusted) (local |independent )?(journalism|"
    r"reporting|newsroom|work)\b.*",
    r"why (subscribe|am i seeing this)\b.*",
    r"(forgot|reset) (your )?password\b.*",
    r"gift (this )?(article|subscription)s?(\W{1,3}you have \w+ .*)?",
    r"save \d+\s?%( (off|when you|now|today|with (a|an|our|the) (\w+ )?(plan|subscription|membership|offer))\b"
    r".{0,40})?",
    r"(get |save |enjoy |up to |now )*\d+ ?% off (your |an? |all |our )*(\w+ )?(subscription|plan|membership)s?\b"
    r".{0,40}",
)
_LETTER = (
    r"(get|receive|have) (the |our |all |today'?s |your |a )*(\w+[ ,]+){0,6}(news|headlines|stories|"
    r"newsletters?|updates|briefing|analysis|alerts|e-?mails?)\b.{0,60}\b(inbox|e-?mail|newsletters?|"
    r"daily|every (day|week|morning|evening))\b.*",
    r"(delivered|sent|straight|direct(ly)?|right) (straight |direct(ly)? )?to your (inbox|e-?mail|"
    r"phone)\b.*",
    r"(sign|signing) up (to|for) (our |the |a )*(\w+ ){0,5}(newsletters?|briefing|alerts|e-?mails?)\b.*",
    r"(enter )?your e-?mail( address)?\b.{0,30}",
    r"e-?mail( address)?",
    r"by (signing up|subscribing|registering|entering|submitting|clicking|providing)\b.*\b(agree|terms|"
    r"privacy|consent|receive)\b.*",
    r"you (can|may) (unsubscribe|opt out|cancel|change your (mind|preferences))\b.*",
    r"unsubscribe (at )?any ?time\b.*",
    r"we('ll| will| won't)( never| not)? (send|share|spam|sell|use)\b.*\b(you|inbox|e-?mail|"
    r"newsletters?|address|data)\b.*",
    r"(don'?t|never) miss (out|a (story|thing|beat|headline))\b.*",
    r"join (over |more than |nearly |almost |our |the )*[\d,.]+( ?(k|m|thousand|million))? (other |paying |happy |"
    r"digital )*(readers|subscribers|members)\b.{0,40}",
    r"join [\d,.]+[km]? other people\b.{0,40}",
    r"thank you for (registering|signing up|subscribing)\b.*",
    r"please check your (inbox|e-?mail)\b.*",
)
_CONSENT = (
    r"we (value|respect|care about) your privacy\b.*",
    r"we and (our|\d+)( \d+)?( \w+)? ?(partners|vendors|third[ -]part)\w*\b.*",
    r"(we|this (web)?site)( also| and our partners)? (use|uses|store|process|place)\b.*\b(cookies?|"
    r"personal data|identifiers|tracking)\b.*",
    r"(accept|reject|decline|allow|agree to) (all|and (close|continue))( cookies)?",
    r"(i )?(accept|agree)",
    r"(manage|customi[sz]e|change|set) (your |my )?(options|preferences|choices|settings|consent|"
    r"cookies)\b.*",
    r"you can (change|withdraw|manage|adjust) your (mind|consent|choices|settings|preferences|cookies)\b.*",
    r"(learn|find out|read) more about\b.{0,40}\b(cookies?|privacy|data|partners)\b.*",
    r"(strictly )?necessary( cookies)?( only)?",
    r"(your|our) (privacy|cookies?) (choices|policy|notice|settings)\b.*",
)
_IS_GATE = re.compile("|".join(f"(?:{part})" for part in (*_WALL, *_SALE, *_LETTER, *_CONSENT)), re.IGNORECASE)
# News of a wall: somebody says it, or it says what readers do and have to do.
_TOLD = re.compile(
    r"\b(said|says|told|tells?|adds|announce[sd]?|according to|argue[sd]?|warn(s|ed)|wrote|writes|asked|urge[sd]?|"
    r"claim(s|ed)|explain(s|ed)|insist(s|ed)|admit(s|ted)|spokes\w+|he|she|his|her|(readers|subscribers|members|visitors|"
    r"users|customers|people) (will|would|must|can|could|have|had|may|might|should|need|pay|paid|are|were|who))\b",
    re.IGNORECASE,
)
# A wall speaks to "you" of what is free and how much of it is left; what will be, or was, and is nobody's here is news.
_YOU = re.compile(r"\b(you|your|you're|you've|we)\b", re.IGNORECASE)
_COMES = re.compile(r"\b(will|would|was|were|had)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(free|gift|complimentary|bonus) (articles?|stories|reads?)\b|\b(articles?|stories) for free\b|"
    r"\bwhen you (register|sign up|subscribe|join)\b|\byour (free |digital |current )?subscription\b",
    re.IGNORECASE,
)
# What stands beside the sentences above: it speaks to the reader, or names a part of an offer, of nothing else ...
_OFFERED = re.compile(
    rf"\b(subscri\w+|member(ship)?s?|trial|(free|gift) (articles?|stories)|devices?|archives?|apps?|e-?paper|"
    rf"newsletters?|journalism|access|billed|offers?|plans?|free|puzzles|ad-free|account|per {_TIME})\b|{_PRICE}/",
    re.IGNORECASE,
)
_TO_READER = re.compile(
    r"(get|try|start|enjoy|choose|save|join|unlock|read|access|pay|cancel|become|support|upgrade|buy|claim|discover|explore|"
    r"stay|keep|share|gift|listen|download|full|unlimited|complete|exclusive|premium|digital|every|all|plus|includes?|best|"
    r"no|free|ad-free|early|\W*\d)\b|.*\b(you|your|our|us)\b",
    re.IGNORECASE,
)
# ... and tells nothing that happens or happened.
_HAPPENS = re.compile(
    r"\b(is|are|was|were|will|would|has|had|have|could|must|should|lost|fell|rose|made|took|cut|sold|bought|grew|won|paid|"
    r"came|went|last|yesterday|(?!(bill|(un)?limit|trust|register|award)ed)\w+ed)\b",
    re.IGNORECASE,
)
# A price with its name: "Monthly £9.99", "Standard digital: €4 a week".
_TAG = re.compile(rf"(\w+ ){{0,2}}\w+:? {_PRICE}( \([^()]{{0,25}}\))?", re.IGNORECASE)
# "Enjoying this story?", "Not now?"
_ASKED = re.compile(r"(\S+ ){0,4}\S+\?")
MOST_OFFER_WORDS = 20
# What says that there is more to read behind the wall; a plea for support stands below whole articles too.
_MORE_BEHIND = re.compile(
    r"\b(continue|keep|finish) reading\b|\bto read (on|more|the|this)\b|\bread the (rest|full|whole)\b|\bunlock\b|"
    r"\brest of\b|\b(article|story|content|post|report) (is|remains) .*\b(subscribers?|members?|locked)\b|"
    r"\b(subscribers?|members?)[ -]only\b|\bto continue\b|\breserved for\b|\b(left|still) to (be )?read\b|"
    r"\bmore words in\b|\bthe rest is\b|% of (this|the) (article|story|text)\b|\bfree (preview|articles?) (has|have)\b|"
    r"\b(reached|hit|used)\b.*\b(limit|all)\b",
    re.IGNORECASE,
)
# A stop ends a sentence before a space; the one in $9.99 does not.
_STOPS = re.compile(r"(?<=[.!?])\s+|\s+[|•·]\s+")


def is_gate(line: str) -> bool:
    """Tell whether a line sells access, asks for an address or for consent, and tells no news."""
    words = line.split()
    if not 0 < len(words) <= MOST_WORDS or tells_news(line):
        return False
    sentences = _sentences(line)
    sold = [_is_sold(sentence) for sentence in sentences]
    return any(sold) and all(one or _is_offer(sentence) for one, sentence in zip(sold, sentences, strict=True))


def _is_sold(sentence: str) -> bool:
    if _COMES.search(sentence) and not _YOU.search(sentence):
        return False
    return bool(_IS_GATE.fullmatch(sentence) or (_YOU.search(sentence) and _COUNTED.search(sentence)))


def tells_news(line: str) -> bool:
    """Tell whether a line names who says it, or speaks of readers instead of to them: such a line is no box."""
    return _TOLD.search(line) is not None


def is_offer(line: str) -> bool:
    """Tell whether a line may be one of a wall's: nothing else than a part of an offer. Alone it is no proof of one."""
    return not tells_news(line) and all(_is_offer(sentence) for sentence in _sentences(line))


def _is_offer(sentence: str) -> bool:
    return bool(
        len(sentence.split()) <= MOST_OFFER_WORDS
        and (
            _TAG.fullmatch(sentence)
            or _ASKED.fullmatch(sentence)
            or (_OFFERED.search(sentence) and _TO_READER.match(sentence))
        )
        and not _HAPPENS.search(sentence)
    )


def beside_walls(lines: Sequence[str]) -> frozenset[int]:
    """Return which lines go with the wall that stands next to them: the parts of its offer."""
    filled = [at for at, line in enumerate(lines) if line]
    walls = {at for at in filled if is_gate(lines[at])}
    gone: set[int] = set()
    for order in (filled, filled[::-1]) if walls else ():
        beside = False
        for at in order:
            beside = at in walls or (beside and is_offer(lines[at]))
            gone |= {at} if beside else set()
    return frozenset(gone - walls)


def note_cut(text: str, dropped: Sequence[str]) -> str:
    """End a text with CUT where a wall was dropped and what is left is a stub: short, or broken off by an ellipsis."""
    if not any(is_gate(line) and _MORE_BEHIND.search(line) for line in dropped):
        return text
    broken = text.rstrip(" \"'”’]").endswith(("…", "..."))
    return f"{text}\n\n{CUT}" if text and (broken or len(text.split()) <= MOST_STUB_WORDS) else text


def _sentences(line: str) -> list[str]:
    plain = line.strip().replace("’", "'")
    return [sentence.strip(" .!…:»›>→*-") for sentence in _STOPS.split(plain) if sentence.strip(" .!…:»›>→*-")] or [""]
