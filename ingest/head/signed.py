"""Find the lines of a head that name its authors without a "by", and the job and address lines that belong to them."""

import re
from collections.abc import Mapping, Sequence

from ingest.head.headline import Head
from ingest.head.outlets import is_outlet
from ingest.head.people import Prose, read_unsigned

# "Our science editor"; longer ones have capitals ("Chief Business Correspondent in Paris").
MOST_SMALL_JOB_WORDS, MOST_JOB_WORDS = 3, 6
_JOB = re.compile(
    r"(?:\S+\s){0,4}(?:correspondent|editor|reporter|writer|columnist|journalist|analyst|producer|contributor|critic)s?"
    r"(?:,?\s(?:in|at|for|of)\s\S+(?:\s\S+)?)?",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\W*(?:e-?mail:?\s)?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{2,30}|(?:https?://)?(?:x|twitter)\.com/\w+)\W*",
    re.IGNORECASE,
)
_LONGEST_CONTACT = 80


def find_signed(
    lines: Sequence[str], filled: Sequence[int], heads: Mapping[int, Head | None], prose: Prose
) -> dict[int, Head]:
    """Map the numbers of such lines to what they say.

    `filled` are the numbers of the head's lines, `heads` what is known of them. A line of names counts beside a line of
    the head or above a job or an address; right below the title two names do. Above the title it needs a line
    of the head behind it, and another line that can be the title. Where a line with "by" names somebody, only the
    lines below it are looked for.
    """
    found: dict[int, Head] = {}
    named = any(head is not None and head.authors for head in heads.values())
    for number, at in enumerate(filled[:-1]):
        head = heads.get(at)
        if head is not None and head.authors:
            found |= dict.fromkeys(_about(lines, filled[number + 1 : -1]), Head())
        if head is not None or named or at in found:
            continue
        names = read_unsigned(lines[at], prose)
        if not names:
            continue
        about = _about(lines, filled[number + 1 : -1])
        rest = filled[number + 1 + len(about) :]
        followed = bool(about) or (len(rest) > 1 and _is_head(lines, heads, rest[0]))
        others = [*filled[:number], *rest[:-1]]
        titled = any(not _is_head(lines, heads, other) and not _is_section(lines[other]) for other in others)
        two = len(names) > 1 and number == 1
        beside = number > 0 and _is_head(lines, heads, filled[number - 1])
        if titled and (followed or two or beside):
            found[at] = Head(authors=names)
            found |= dict.fromkeys(about, Head())
    return found


def _about(lines: Sequence[str], after: Sequence[int]) -> list[int]:
    """Return the lines right below the names that say their job or their address."""
    about: list[int] = []
    for at in after:
        line = lines[at]
        if len(line) > _LONGEST_CONTACT or not (_CONTACT.fullmatch(line) or _is_job(line)):
            break
        about.append(at)
    return about


def _is_job(line: str) -> bool:
    words = line.split()
    if len(words) > MOST_JOB_WORDS or not line[:1].isupper() or not _JOB.fullmatch(line):
        return False
    return len(words) <= MOST_SMALL_JOB_WORDS or all(word[:1].isupper() or len(word) < 4 for word in words)


def _is_section(line: str) -> bool:
    """Tell what may be a section above the title ("World", "Home Affairs"), so that the names may be the title."""
    words = line.split()
    return len(words) == 1 or (len(words) == 2 and words[1][:1].isupper())


def _is_head(lines: Sequence[str], heads: Mapping[int, Head | None], at: int) -> bool:
    return heads.get(at) is not None or is_outlet(lines[at])
