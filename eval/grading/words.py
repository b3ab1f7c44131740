"""Compare words fairly: letter case, accents, quotation marks, dashes and spaces make no difference."""

import re
import unicodedata
from collections.abc import Iterable

_MARKS = str.maketrans(dict.fromkeys("‘’‛`´", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑‒–—−", "-"))
# Full-width letters, digits and signs stand at a fixed distance from the ASCII ones (Unicode block FF00).
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_DENIALS = r"(?:not|never|rather than|instead of|no longer)"


def narrow(text: str) -> str:
    """Return full-width digits and signs as ASCII and leave the rest as it is."""
    return text.translate(_WIDE)


def fold(text: str) -> str:
    """Return the form of a text that comparisons look at."""
    plain = unicodedata.normalize("NFKD", narrow(text).translate(_MARKS))
    # Again: a dash of vertical writing is a plain one only now.
    kept = "".join(c for c in plain.translate(_MARKS) if not unicodedata.combining(c))
    return " ".join(kept.casefold().replace('"', "").split())


def _edge(phrase: str) -> str:
    """Return what must not stand before a phrase: the rest of a word or number; a sign begins where it stands."""
    return r"(?<!\w)(?<!\d[.,])" if phrase[:1].isalnum() else ""


def holds(text: str, phrase: str) -> bool:
    """Say whether `phrase` stands in `text` as whole words and numbers; an empty phrase stands nowhere."""
    wanted = fold(phrase)
    pattern = rf"{_edge(wanted)}{re.escape(wanted)}(?!\w)(?![.,]\d)"
    return bool(wanted) and re.search(pattern, fold(text)) is not None


def stands(text: str, phrase: str) -> bool:
    """Say whether a phrase stands in a text, also as the start of a longer word: "material" in "materials"."""
    wanted = fold(phrase)
    return bool(wanted) and re.search(rf"{_edge(wanted)}{re.escape(wanted)}(?![.,]?\d)", fold(text)) is not None


def prints(text: str, words: str) -> bool:
    """Say whether words stand in a text as a piece of it, which may begin or end inside a word but not in a number."""
    wanted = fold(words)
    before = r"(?<!\d)(?<!\d[.,])" if wanted[:1].isdigit() else ""
    after = r"(?![.,]?\d)" if wanted[-1:].isdigit() else ""
    return bool(wanted) and re.search(f"{before}{re.escape(wanted)}{after}", fold(text)) is not None


def holds_any(text: str, phrases: Iterable[str]) -> bool:
    """Say whether one of the phrases stands in `text`."""
    return any(holds(text, phrase) for phrase in phrases)


def denies(text: str, phrase: str) -> bool:
    """Say whether every mention of `phrase` in `text` is a denial: "not Mary Poe"."""
    folded, wanted = fold(text), re.escape(fold(phrase))
    mentions = len(re.findall(wanted, folded))
    return mentions > 0 and len(re.findall(rf"{_DENIALS}\s+{wanted}", folded)) == mentions


def offers_other(text: str, phrases: Iterable[str]) -> bool:
    """Say whether `text` names one of the phrases "or" something that is none of them."""
    sides = re.split(r"\s+or\s+|\s*/\s*", text)
    known = list(phrases)
    held = [holds_any(side, known) for side in sides]
    inside = any(re.search(r"\bor\b|/", phrase) for phrase in known)
    return len(sides) > 1 and any(held) and not all(held) and not inside


def is_quoted(text: str, quotes: Iterable[str]) -> bool:
    """Say whether a text is words of the sources, taken over as they stand."""
    wanted = fold(text).strip(" .")
    return bool(wanted) and any(wanted in fold(quote) for quote in quotes)
