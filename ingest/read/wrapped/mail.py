"""Read newsletters saved as mail (.eml): subject, sender and day from the head, the text from the body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from ingest.errors import InputError
from ingest.raw import Media, Note, RawArticle
from ingest.read.wrapped.mail_text import choose_text, drop_footer

_FORWARDED = re.compile(
    r"^(?:-{2,}\s*(?:forwarded|original) message\s*-{2,}|begin forwarded message:)\s*$", re.IGNORECASE | re.MULTILINE
)
# The lines of a forwarded head, in the languages of the programs that write them.
_NAMES = {
    "from": "from|von|de|da|van",
    "date": "date|sent|datum|gesendet|envoyé|data|enviado|inviato|verzonden|fecha",
    "subject": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp",
    "to": "to|cc|reply-to|an|à|para|a|aan|antwort an",
}
_NAME_OF = {name: field for field, names in _NAMES.items() for name in names.split("|")}
_HEAD = re.compile(rf"[>*\s]*(?P<name>{'|'.join(_NAME_OF)})\s*:\**\s*(?P<value>.*)", re.IGNORECASE)
_WHOLE = frozenset({"from", "date", "subject"})
_REPLY = re.compile(r"^\s*(?:(?:fwd?|re|wg|aw|tr|rv)\s*:\s*)+", re.IGNORECASE)
_SENT_ON = re.compile(r"\s*(?:(?:re|aw)\s*:\s*)*(?:fwd?|wg|tr|rv)\s*:", re.IGNORECASE)
_HEADERS = re.compile(rb"^(?:from|date|subject|received|return-path|mime-version|message-id)\s*:", re.I | re.M)
# The head of a mail stands within so many bytes.
_HEAD_BYTES = 64 * 1024
# Forwarded words of the sender above the mail are no article.
_MOST_ABOVE = 400
# Subjects and senders are shorter, encoded too. The parser of heads takes the square of what is longer.
_LONGEST_FIELD = 1_000


class _Policy(policy.EmailPolicy):
    """Reads the fields of a head up to their longest."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_FIELD]


@dataclass(frozen=True, slots=True)
class _Head:
    """Who sent what, when."""

    title: str | None
    publisher: str | None
    published: date | None


def read_mail(raw: bytes, where: str) -> Iterator[RawArticle | Note]:
    """Yield the article of a mail, one for each mail attached to it, and a note of what is left out.

    Raises InputError for a file without the head of a mail, for a mail without text and for one nested too deep.
    """
    try:
        yield from _read(raw, where)
    except RecursionError as error:  # a head of brackets, or parts in parts in parts
        raise InputError(f"{where} is nested too deep; save the mail again") from error


def _read(raw: bytes, where: str) -> Iterator[RawArticle | Note]:
    if not _HEADERS.search(raw[:_HEAD_BYTES]):
        raise InputError(f"{where} is not a mail: it has no lines From, Date and Subject; save the mail again")
    message = message_from_bytes(raw, policy=_Policy())
    assert isinstance(message, EmailMessage)
    attached = [part for part in message.walk() if part.get_content_type() == "message/rfc822"]
    inner = [mail for part in attached for mail in part.iter_parts() if isinstance(mail, EmailMessage)]
    yield from _article(message, raw, where, alone=not inner)
    for number, mail in enumerate(inner, 1):
        yield from _article(mail, mail.as_bytes(), f"{where}#{number}", alone=True)
    files = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    files = [name for name in files if name != "message/rfc822" and not name.startswith("image/")]
    if files:
        yield Note(where, f"{where}: attached files are not read ({', '.join(files)[:200]}); save them and name them")


def _article(message: EmailMessage, raw: bytes, where: str, *, alone: bool) -> Iterator[RawArticle | Note]:
    head = _read_head(message)
    sent_on = bool(_SENT_ON.match(str(message.get("subject") or "")))
    head, text = _unwrap_forwarded(head, choose_text(message), sent_on=sent_on)
    text, left_out = drop_footer(text)
    if not text.strip():
        if alone:
            raise InputError(f"{where} holds no text; there is nothing to read")
        return
    yield RawArticle(
        source=where,
        raw=raw,
        text=text,
        media=Media.MAIL,
        title=head.title,
        publisher=head.publisher,
        published=head.published,
    )
    if left_out:
        lines = "1 line" if left_out == 1 else f"{left_out} lines"
        yield Note(where, f"{where}: {lines} of the newsletter's own (how to unsubscribe, addresses) left out")


def _read_head(message: EmailMessage) -> _Head:
    return _Head(
        _REPLY.sub("", str(message.get("subject") or "")).strip() or None,
        _sender(str(message.get("from") or "")),
        _day(str(message.get("date") or "")),
    )


def _sender(value: str) -> str | None:
    """Name the sender: the words before the address, else the address's host."""
    name, address = parseaddr(value)
    return name.strip(" \"'*") or address.rpartition("@")[2] or None


def _day(value: str) -> date | None:
    """Read the day as the sender's clock gives it."""
    from ingest.head.fields import read_day

    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError):
        return read_day(value)


def _unwrap_forwarded(head: _Head, text: str, *, sent_on: bool) -> tuple[_Head, str]:
    """Take title, sender and day of a newsletter that somebody sent on from the lines above it.

    A line says that it was; where the subject does (`sent_on`), the lines of its head are enough.
    """
    mark = _FORWARDED.search(text)
    start = mark.end() if mark else _find_head(text) if sent_on else None
    if start is None or (mark.start() if mark else start) > _MOST_ABOVE:
        return head, text
    lines = text[start:].lstrip().split("\n")
    found: dict[str, str] = {}
    begin = len(lines)
    for at, words in enumerate(lines):
        line = _HEAD.fullmatch(words)
        if line:
            found.setdefault(_NAME_OF[line["name"].lower()], line["value"].strip())
        elif words.strip() or found.keys() >= _WHOLE:
            begin = at
            break
    if "from" not in found:
        return head, text
    subject = _REPLY.sub("", found.get("subject", "")).strip()
    return _Head(subject or head.title, _sender(found["from"]), _day(found.get("date") or "")), "\n".join(lines[begin:])


def _find_head(text: str) -> int | None:
    """Find where lines of a head stand together: from, day and subject, in whatever order; None where none do."""
    at = 0
    names: dict[str, int] = {}
    for line in text[: _MOST_ABOVE + _LONGEST_FIELD].split("\n"):
        found = _HEAD.fullmatch(line)
        if found:
            names.setdefault(_NAME_OF[found["name"].lower()], at)
            if names.keys() >= _WHOLE:
                return min(names.values())
        elif line.strip():
            names = {}
        at += len(line) + 1
    return None
