"""Little news scenes made from patterns: one text, some questions, each with the slot that answers or with none.

They teach the difference that a figure's meaning makes (whose, which part, denied, planned, which way, per what, when)
in many wordings. `[a|b]` is a choice, `{x}` a slot of `SLOTS`; the same number after a slot's name keeps two apart.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from qa.reader.train.scenes.words import NAMES, WORDS
from qa.reader.train.windows import Window

_FILE = Path(__file__).with_name("patterns.txt")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+?)(\d?)\}")


def read_patterns() -> list[str]:
    """Return the patterns, each a text with its questions."""
    blocks = _FILE.read_text(encoding="utf-8").strip().split("\n\n")
    return [block for block in blocks if not block.startswith("#")]


def scenes(count: int, rng: random.Random) -> Iterator[Window]:
    """Yield so many windows."""
    patterns = read_patterns()
    made = 0
    while made < count:
        for window in one_scene(rng.choice(patterns), rng):
            yield window
            made += 1


def one_scene(pattern: str, rng: random.Random) -> list[Window]:
    """Fill one pattern: its first line is the text, each other a question with the answer behind "=>" or with none."""
    text, *asked = (line.strip() for line in pattern.strip().splitlines())
    slots: dict[str, str] = {}
    filled = _capital(_fill(text, slots, rng))
    windows = []
    for line in asked:
        question, _, answer = line.partition("=>")
        words = _capital(_fill(question.strip(), slots, rng))
        span = None
        if answer.strip():
            # The answer's choices are those that the text has taken.
            choices = (_fill(a, slots, rng) for a in _each_choice(answer.strip()))
            found = next((m for w in choices if (m := re.search(rf"(?<!\w){re.escape(w)}(?!\w)", filled))), None)
            if found is None:
                continue
            span = found.span()
        windows.append(Window(words, "", filled, span))
    return windows


def _each_choice(text: str) -> Iterator[str]:
    match = _CHOICE.search(text)
    if match is None:
        yield text
        return
    for choice in match.group(1).split("|"):
        yield from _each_choice(text[: match.start()] + choice + text[match.end() :])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fill(text: str, slots: dict[str, str], rng: random.Random) -> str:
    while match := _CHOICE.search(text):
        text = text[: match.start()] + rng.choice(match.group(1).split("|")) + text[match.end() :]

    def value(match: re.Match[str]) -> str:
        key = match.group(0)
        if key not in slots:
            for _ in range(20):
                slots[key] = MAKERS[match.group(1)](rng)
                if list(slots.values()).count(slots[key]) == 1:
                    break
        return slots[key]

    return _SLOT.sub(value, text)


def _number(rng: random.Random) -> str:
    size = rng.choice((2, 2, 3, 3, 4, 4, 5, 6))
    value = rng.randrange(10 ** (size - 1), 10**size)
    if size > 3 and rng.random() < 0.5:
        value = value // 100 * 100
    return f"{value:,}"


def _money(rng: random.Random) -> str:
    sign, word = rng.choice(
        (("$", ""), ("£", ""), ("€", ""), ("", " yuan"), ("", " rupees"), ("", " dollars"), ("", " pounds"))
    )
    amount = rng.choice((str(rng.randrange(2, 900)), f"{rng.randrange(1, 99)}.{rng.randrange(1, 10)}"))
    return f"{sign}{amount} {rng.choice(('million', 'million', 'billion'))}{word}"


def _share(rng: random.Random) -> str:
    number = rng.choice((str(rng.randrange(2, 95)), f"{rng.randrange(1, 60)}.{rng.randrange(1, 10)}"))
    return number + rng.choice((" percent", " percent", "%", " per cent"))


def _person(rng: random.Random) -> str:
    return f"{rng.choice(NAMES['given'])} {rng.choice(NAMES['family'])}"


def _firm(rng: random.Random) -> str:
    return f"{rng.choice(NAMES['stem'])} {rng.choice(NAMES['trade'])}"


def _place(rng: random.Random) -> str:
    return rng.choice(NAMES["place"])


def _year(rng: random.Random) -> str:
    return str(rng.randrange(1988, 2026))


def _day(rng: random.Random) -> str:
    return f"{rng.choice(NAMES['month'])} {rng.randrange(1, 29)}"


def _from(kind: str) -> Callable[[random.Random], str]:
    return lambda rng: rng.choice(WORDS[kind])


def _named(kind: str) -> Callable[[random.Random], str]:
    return lambda rng: rng.choice(NAMES[kind])


MAKERS: Mapping[str, Callable[[random.Random], str]] = {
    "n": _number,
    "money": _money,
    "share": _share,
    "person": _person,
    "firm": _firm,
    "place": _place,
    "year": _year,
    "day": _day,
    "small": lambda rng: str(rng.randrange(2, 90)),
    "word": _from("number"),
    **{kind: _named(kind) for kind in ("month", "weekday", "stem", "family")},
    **{kind: _from(kind) for kind in WORDS},
}
