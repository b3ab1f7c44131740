"""Words that stand between a reader and the text: paywalls, counters of free articles, newsletters, consent.

A line goes when every one of its sentences is of this kind, so none of them reaches into a paragraph. Where a wall
stood behind a beginning, the text says that it is cut.
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
_PRICE = rf"(only |just |from |for |as little as |now )*[$£€¥₹]\s?\d+([.,]\d+)?( ?(per|an?|each|every|/) ?{_TIME})?"
_READ = r"(read|keep reading|continue|unlock|access|get|enjoy|see|view|finish|support|receive|save|gain|have)"
_WALL = (
    r"to (continue|keep|finish) reading\b.*",
    r"to read (on|more|the (rest|full)|this)\b.*",
    r"(want|wish) to (read (more|on|the rest)|continue reading|know more)\W*",
    rf"(please )?(subscribe|sign up|register|log in|sign in|join|upgrade)( now| today| here| free)*( and|"
    rf" or (subscribe|register|log in|sign in|sign up))*( now| today)*,? (to|for|and) (our |the |a |"
    rf"your )*({_READ}|(unlimited|full|digital|instant|complete|free) (access|trial|account|reading|content))\b.*",
    r"(continue|keep) reading( (with|for|this|by)\b.*)?",
    r"(the rest of )?(this|the full|the whole) (article|story|content|post|report|page) (is|remains|"
    r"has been) (locked|(only |exclusively )?(for|available (only )?(to|for)|reserved for|exclusive to|"
    r"restricted to|behind))\b.*",
    r"(for |available to )?(paid |paying )?(subscribers?|members?)[ -]?(only|exclusive)( (content|"
    r"article|story))?",
    r"(premium|exclusive|locked)( (content|article|story))?( for (subscribers|members))?",
    r"unlock (this|the|all|our|full|unlimited)\b.*\b(article|story|access|content|features|archive)\b.*",
    r"(get|enjoy) (full|unlimited|complete|instant|all)( digital| online)? access\b.*",
    r"you('ve| have)( now| just| already)* (read|used|viewed|reached|hit|run out)\b.*\b(articles?|stories|"
    r"(monthly|free|reading) limit)\b.*",
    r"you('ve| have| are)? ?(got )?(only )?(\w+) (of (your )?\w+ )?(more )?free (articles?|stories)"
    r" (left|remaining)\b.*",
    r"(\w+ )?(of \w+ )?(free )?(articles?|stories) (left|remaining|read)( this (month|week))?",
    r"(this is )?your (last|first|second|third|final|\w+ of \w+) free (article|story)\b.*",
)
_SALE = (
    r"already (a |an |have |our )*(subscribers?|members?|registered|subscribed|user|account|"
    r"subscription)\b.*",
    r"(log|sign)[ -]?(in|on|up)( (here|now|instead))?",
    rf"(subscribe|join|register|upgrade|sign up)( now| today| here| free)*( {_PRICE}.{{0,60}})?",
    rf"{_PRICE}( (for|then|thereafter|billed|,).{{0,60}})?",
    r"cancel (at )?any ?time\b.*",
    r"(no )?credit card\b.{0,30}required",
    r"billed (monthly|yearly|annually|as)\b.*",
    r"(start|begin|try)( your| a| it| us)* (\w+[- ])?free( (trial|for|access|month|week)\b.*)?",
    r"(start|begin) your (\w+[- ])?trial\b.*",
    r"then [$£€]\s?\d.*",
    r"(choose|pick|see|view) (a|your|our|the) (plan|subscription|offers?|options)\b.*",
    r"(see|view) (all )?(subscription )?offers",
    r"(limited[ -]time|special|introductory|black friday) offer\b.{0,80}",
    r"create (a|your|an) (free )?account\b.*",
    r"support (quality|independent|local|our|fearless|trusted) (local |independent )?(journalism|"
    r"reporting|newsroom|work)\b.*",
    r"why (subscribe|am i seeing this)\b.*",
    r"(forgot|reset) (your )?password\b.*",
    r"gift (this )?(article|subscription)s?",
    r"save \d+\s?%( (off|when you|now|today)\b.{0,40})?",
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
    r"join (our |the )?[\d,.]+[km]? (other )?(readers|subscribers|people|members)\b.*",
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
# What says that there is more to read behind the wall; a plea for support stands below whole articles too.
_MORE_BEHIND = re.compile(
    r"\b(continue|keep|finish) reading\b|\bto read (on|more|the|this)\b|\bread the (rest|full|whole)\b|\bunlock\b|"
    r"\brest of\b|\b(article|story|content|post|report) (is|remains) .*\b(subscribers?|members?|locked)\b|"
    r"\b(subscribers?|members?)[ -]only\b|"
    r"\b(reached|hit|used)\b.*\b(limit|all)\b",
    re.IGNORECASE,
)
# A stop ends a sentence before a space; the one in $9.99 does not.
_STOPS = re.compile(r"(?<=[.!?])\s+|\s+[|•·]\s+")


def is_gate(line: str) -> bool:
    """Tell whether every sentence of a line sells access, asks for an address or for consent."""
    words = line.split()
    if not 0 < len(words) <= MOST_WORDS:
        return False
    return all(_IS_GATE.fullmatch(sentence) for sentence in _sentences(line))


def note_cut(text: str, dropped: Sequence[str]) -> str:
    """End a text with CUT where a wall was dropped and what is left is a stub: short, or broken off by an ellipsis."""
    if not any(is_gate(line) and _MORE_BEHIND.search(line) for line in dropped):
        return text
    broken = text.rstrip(" \"'”’]").endswith(("…", "..."))
    return f"{text}\n\n{CUT}" if text and (broken or len(text.split()) <= MOST_STUB_WORDS) else text


def _sentences(line: str) -> list[str]:
    plain = line.strip().replace("’", "'")
    return [sentence.strip(" .!…:»›>→*-") for sentence in _STOPS.split(plain) if sentence.strip(" .!…:»›>→*-")] or [""]
