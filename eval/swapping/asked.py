"""Questions made of printed clauses by templates: "Hebei has nurtured 107 industries" asks how many it has nurtured.

Whatever is not surely understood makes no question: better few good questions than many broken ones.
"""

import re
from dataclasses import replace

from eval.swapping.clauses import LOOSE, Plain, plain_clause, real_names
from eval.swapping.parts import AFTER, SUBORDINATE, Asked, fit_subject, put_together, settle_rest, what_asks
from eval.swapping.verbs import CHANGES, FINITE, HELPERS, INTRANSITIVE, PAST, VERBS
from ingest.figures.quantity.units import is_money
from ingest.types import Change, Figure, FigureKind, Polarity

_LONGEST_NOUN = 9
"""Words between a figure and its verb, at most."""
_MODAL = re.compile(
    r"^(?P<subject>.+?)(?: alone| now| also| so far)? (?P<aux>will|would|can|could|may|must|should|is|are|was|were"
    r"|has|have|had|plans?|aims?|hopes?|wants?|intends?|expects?)"
    r"(?: (?P<to>to|expected to|due to|likely to|set to|able to))?"
    r"(?: (?:also|now|already|still|since|together|so far))? (?P<verb>[a-z]+)(?P<more>(?: [a-z]+)?)$"
)
_SIMPLE = re.compile(
    r"^(?P<subject>.+?)(?: (?:also|now|already|still|together|alone))? (?P<verb>[a-z]+)(?P<more>(?: (?:by|to|aside|in"
    r"|up|out|back|over|down|off|away|on))?)$"
)
_COPULA = re.compile(
    r"^(?P<subject>.+?) (?P<aux>was|were|is|are|(?:stood|peaked|closed|began|ended) at|came to"
    r"|amounted to|totalled|reached|hit)(?: now| still| then)?$"
)
_THERE = re.compile(r"^[Tt]here (?P<aux>is|are|was|were|will|have|had)(?: now| still)?(?P<verb> be| been)?$")
_LEVELS = {"stood": "stand", "peaked": "peak", "closed": "close", "began": "begin", "ended": "end", "came": "come"}
_LEVELS |= {"amounted": "amount", "totalled": "total", "reached": "reach", "hit": "hit"}
_GIVEN = frozenset("paid fined awarded granted given owed charged lent promised offered sent".split())
"""Participles whose subject gets what is counted: "was fined £300"."""


def ask_about(sentence: str, figure: Figure, start: int = 0, common: frozenset[str] = frozenset()) -> Asked | None:
    """Make the question that a sentence, at `start` of its text, answers with a figure; None where it is not sure.

    `common` are words that the pile prints in lower case: at the head of a sentence they are no names.
    """
    if figure.kind is not FigureKind.QUANTITY or figure.polarity is not Polarity.SAID or figure.change is Change.FROM:
        return None
    if figure.value is None or figure.high is not None or (figure.value < 2 and figure.unit != "%"):
        return None
    plain = plain_clause(sentence, figure, start)
    if plain is None:
        return None
    templates = (_there, _copula, _modal, _simple) if plain.before else (_figure_first,)
    asked = next((made for template in templates if (made := template(plain))), None)
    if asked is None:
        return None
    first, _, others = asked.subject.partition(" ")
    if first.casefold() in common and not others[:1].isupper():
        asked = replace(asked, subject=f"{first[:1].lower()}{first[1:]} {others}".strip())
    return asked if _is_whole(asked) else None


def _is_whole(asked: Asked) -> bool:
    """Tell whether a question stands alone: it names something, and nothing in it points elsewhere."""
    words = f"{asked.what} {asked.subject if asked.subject != 'there' else ''} {asked.rest}"
    if LOOSE.search(words) or not real_names(asked.text):
        return False
    if re.search(r"\bof the (?:dead|victims)\b", asked.what) and not re.search(r" [A-Z]", asked.rest):
        return False
    return not re.search(r"\b(?:its|his|her|their)\b", words) or bool(real_names(f"x {asked.subject}"))


def _figure_first(plain: Plain) -> Asked | None:
    """Ask where the figure is the subject: "2,900 homes were destroyed in X" asks how many homes were."""
    words = plain.after.split()
    verb = next((n for n, w in enumerate(words) if w in HELPERS or FINITE.get(w, ("do",))[0] == "did"), None)
    if (
        verb is None
        or verb > _LONGEST_NOUN
        or (words[verb] not in HELPERS and FINITE[words[verb]][1] not in INTRANSITIVE)
    ):
        return None  # "300 heaters sold in X are recalled": a participle
    noun = "".join(f" {w}" for w in words[:verb])
    asks = what_asks(plain.figure, noun)
    rest = settle_rest(" ".join(words[verb + 1 :]), plain)
    if asks is None or rest is None or SUBORDINATE.search(noun):
        return None
    return Asked(f"{asks.words}{asks.left}", "", "", words[verb], rest, plain.figure, asks.whole)


def _there(plain: Plain) -> Asked | None:
    """Ask for what there is: "There are 52 hostels in X" asks how many there are."""
    found = _THERE.match(plain.before)
    return put_together(plain, found["aux"], "there", (found["verb"] or "").strip()) if found else None


def _copula(plain: Plain) -> Asked | None:
    """Ask for a measure: "the rate in Braga was 7%" asks what it was."""
    found = _COPULA.match(plain.before)
    if not found or not (plain.figure.unit == "%" or is_money(plain.figure.unit)):
        return None
    if not AFTER.match(plain.after):
        return None
    subject = fit_subject(found["subject"], replace(plain.figure, subject=None))
    if subject is None:
        return None
    if found["aux"] in HELPERS:
        return put_together(plain, found["aux"], subject, "", what="what")
    past, _, by = found["aux"].partition(" ")
    verb = _LEVELS[past]
    what = "at what level" if by == "at" else "what"
    return put_together(plain, "did", subject, f"{verb} to" if by == "to" else verb, what=what)


def _modal(plain: Plain) -> Asked | None:
    """Ask where a helper stands before the verb: "has sold", "will build", "plans to build", "was fined"."""
    found = _MODAL.match(plain.before)
    if not found:
        return None
    aux, to, verb = found["aux"], found["to"] or "", found["verb"]
    if verb == "been" and found["more"].strip() in _GIVEN:
        subject = fit_subject(found["subject"], plain.figure)
        return put_together(plain, aux, subject, f"been{found['more']}") if subject else None
    have, be = aux in ("has", "have", "had"), aux in ("is", "are", "was", "were")
    wish = aux not in HELPERS
    if have:
        fits = not to and verb in PAST
    elif be:
        fits = verb in VERBS if to else verb in _GIVEN
    else:
        fits = verb in VERBS and to == ("to" if wish else "")
    if not fits:
        return None
    subject = fit_subject(found["subject"], plain.figure)
    if subject is None or found["more"].strip() not in ("", "by", "to", "aside", "up", "in", "out", "back", "off"):
        return None
    stem = PAST.get(verb, verb)
    what = _change_asked(stem, found["more"], plain.figure)
    more = "" if what else found["more"]
    if wish:
        plural = not aux.endswith("s")
        return put_together(plain, "do" if plural else "does", subject, f"{aux.rstrip('s')} to {verb}{more}", what=what)
    return put_together(plain, aux, subject, f"{to} {verb}{more}".strip(), what=what)


def _simple(plain: Plain) -> Asked | None:
    """Ask where the verb stands alone: "sold 300 cars" asks how many cars one did sell."""
    found = _SIMPLE.match(plain.before)
    if not found or found["verb"] not in FINITE or found["verb"] in HELPERS - {"has", "have", "had"}:
        return None
    aux, verb = FINITE[found["verb"]]
    subject = fit_subject(found["subject"], plain.figure)
    if subject is None:
        return None
    what = _change_asked(verb, found["more"], plain.figure)
    return put_together(plain, aux, subject, f"{verb}{'' if what else found['more']}", what=what)


def _change_asked(verb: str, more: str, figure: Figure) -> str:
    """Return how a change is asked for: "by how much", "to what level"; empty for what is none."""
    if verb not in CHANGES or not (figure.unit in ("%", "pp", "bp", "point") or is_money(figure.unit)):
        return ""
    if verb in ("lose", "gain") and figure.unit != "%":
        return ""
    to_level = more.strip() == "to" or figure.change in (Change.RISE_TO, Change.FALL_TO)
    return "to what level" if to_level else "by how much"
