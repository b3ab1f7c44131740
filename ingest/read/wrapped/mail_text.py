"""Choose the text of a mail, and leave out what newsletters print below it."""

import re
from email.message import EmailMessage, MIMEPart

from ingest.text.decode import decode
from ingest.text.gates import tells_news
from ingest.text.markup import markup_to_text

# A plain part with fewer of the words of the HTML part says only where to read it.
PLAIN_SHARE = 0.6
# The lines below the text begin in the last part of a mail; above it a like line is one line alone.
FOOT_SHARE = 0.5
_FOOT = re.compile(
    r"\bunsubscrib|\bopt[- ]out\b|\bmanage (?:your )?(?:e-?mail )?(?:preferences|subscriptions?|settings)|"
    r"\bupdate (?:your )?(?:e-?mail )?(?:preferences|profile)|\byou(?:'re| are| have| were)? (?:receiv\w+|got|sent|"
    r"subscribed|signed up)\b.{0,60}\b(?:e-?mail|newsletter|because|this)|\bthis (?:e-?mail|message|newsletter) was "
    r"sent\b|\bour (?:mailing|postal) address\b|\badd us to your address book\b|\bwas this (?:e-?mail|newsletter) "
    r"forwarded\b|\babmelden\b|\babbestellen\b|\bse désabonner\b|\bdésinscri",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"\W*(?:view|read|open|see) (?:this|it|the)?\s?(?:e-?mail|newsletter|message|online|in)?\b.{0,30}\b(?:browser|"
    r"online|web page|webpage)\b.{0,40}|\W*(?:having )?trouble (?:viewing|reading)\b.{0,80}|\W*forward to a friend\W*|"
    r"\W*(?:forwarded this|was this forwarded)\b.{0,80}|\W*privacy policy\W*|\W*(?:©|\(c\)).{0,160}|"
    # "Copyright cases doubled" is news; rights have a year, an owner or their reservation behind the word.
    r"\W*copyright\W*(?:(?:19|20)\d\d\b|©|\(c\)|by\b).{0,160}|\W*copyright\b.{0,60}\b(?:19|20)\d\d\W*|"
    r"\W*copyright\b.{0,120}\ball rights reserved\b.{0,40}",
    re.IGNORECASE,
)
# What the sender sells or is paid for: a line that says so, and the lines right below one that says only that.
_PAID = re.compile(
    r"\W*(?:sponsored|advertisements?|advertorial|promoted|paid (?:post|content)|partner content)\b"
    r"(?:\W*| by \b.{1,40}?|\s?[:|–—-]\s.*)",
    re.IGNORECASE,
)
_SELLS = re.compile(
    r"\b\d+ ?% off\b|\b(?:buy|shop|order|book|claim|donate) (?:now|today|here)\b|\bsale (?:ends|starts)\b|"
    r"\bfree (?:delivery|shipping|trial|gift)\b|\b(?:use|with) (?:the )?code\b|\b(?:win|save) (?:up to )?[£$€\d]|"
    r"\blimited[- ]time\b",
    re.IGNORECASE,
)
# Above the line on how to unsubscribe stands where the sender sits, behind the two dashes that open a signature or not.
_SIGNATURE = re.compile(r"\W{0,2}(?:--+|__+|==+|\*\*\*+|—+)\W{0,2}")
_STREET = re.compile(
    r"\b\d{1,5}[a-z]? (?:[A-Z][\w'’.-]* ){1,4}(?:street|st|road|rd|avenue|ave|lane|square|place|drive|way|quay|row|"
    r"court|boulevard|blvd|suite|floor|house|plaza)\b|\b\d(?:st|nd|rd|th) floor\b|\bp\.?\s?o\.? box \d+|"
    r"\b[A-Z]\w*(?:straße|strasse|gade|gata|weg|platz) \d{1,4}\b",
    re.IGNORECASE,
)
MOST_ADDRESS_WORDS = 18
_ADDRESS = re.compile(r"[<\[(]\s*https?://[^\s>\])]+\s*[>\])]")
_ONLY_ADDRESS = re.compile(r"\W*(?:https?://\S+|[\w.+-]+@[\w.-]+)\W*")
_LAYOUT = re.compile(r"</?(?:table|tbody|thead|tr|td|th|center)\b[^<>]*>", re.IGNORECASE)
# A few tags stand between a cell and the table in it, and hidden words are a preview of some lines: without these
# bounds cells without a table, and words hidden without an end, take the square of their length.
_NESTED = re.compile(
    r"role\s*=\s*[\"']?presentation|<td\b[^<>]*>(?:\s++|<(?!/td|table\b)[^<>]*+>){0,20}+<table\b", re.IGNORECASE
)
_HIDDEN = re.compile(
    r"<(?P<tag>div|span|p)\b[^<>]{0,500}?style\s*=\s*[\"'][^\"'<>]{0,500}?display\s*:\s*none[^<>]{0,500}>"
    r".{0,2000}?</(?P=tag)\s*>",
    re.IGNORECASE | re.DOTALL,
)


def choose_text(message: EmailMessage) -> str:
    """Return the text of a mail: the plain part where it holds the whole, else the words of the HTML part."""
    plain = _part(message, "plain")
    markup = _part(message, "html")
    html = _page_text(markup) if markup else ""
    if plain and len(plain.split()) >= PLAIN_SHARE * len(html.split()):
        return plain
    return html or plain


def drop_footer(text: str) -> tuple[str, int]:
    """Leave out what a newsletter says of itself; return the text and how many lines went.

    Such a line below the text takes all after it along: addresses and rights follow it.
    """
    given = text.split("\n")
    count = sum(bool(line.strip()) for line in given)
    lines = _without_paid(given)
    filled = [at for at, line in enumerate(lines) if line.strip()]
    end = len(lines)
    prose = max((at for at in filled if _is_prose(lines[at])), default=-1)
    for number, at in enumerate(filled):
        if _FOOT.search(lines[at]) and number >= FOOT_SHARE * len(filled) and prose <= at:
            end = at
            break
    end = _above_address(lines, end)
    kept = [line for line in lines[:end] if not _is_furniture(line)]
    left_out = count - sum(bool(line.strip()) for line in kept)
    return "\n".join(kept).strip(), left_out


def _without_paid(lines: list[str]) -> list[str]:
    """Leave out what is paid for: a line that says it is, and below one that only says so the lines up to a blank.

    Below a blank line what is paid for goes only where it sells: the mark may stand between two paragraphs.
    """
    kept: list[str] = []
    beside = sold = False
    for line in lines:
        plain = line.strip()
        paid = bool(plain) and _PAID.fullmatch(plain) is not None and not tells_news(plain)
        below = bool(plain) and not paid and ((beside and not _is_prose(line)) or (sold and bool(_SELLS.search(line))))
        kept += [] if paid or below else [line]
        if plain:
            sold = paid or (sold and below)
        beside = paid or below
    return kept


def _above_address(lines: list[str], end: int) -> int:
    """Move the end of the text above the sender's address, and above the dashes that part it off."""
    at = end
    while at:
        line = lines[at - 1].strip()
        if line and not _is_address(line) and not _SIGNATURE.fullmatch(line):
            break
        at -= 1
    return at if any(line.strip() for line in lines[at:end]) else end


def _is_address(line: str) -> bool:
    """Tell a line that says where somebody sits, and nothing that happened there."""
    return len(line.split()) <= MOST_ADDRESS_WORDS and bool(_STREET.search(line)) and not line.endswith((".", "!", "?"))


def _is_furniture(line: str) -> bool:
    plain = line.strip()
    return bool(plain) and bool(
        _FURNITURE.fullmatch(plain) or _ONLY_ADDRESS.fullmatch(plain) or (len(plain) < 200 and _FOOT.search(plain))
    )


def _is_prose(line: str) -> bool:
    """Tell a paragraph of an article, which goes on below: of some length, and nothing that a footer says."""
    return len(line.split()) > 25 and not _FOOT.search(line) and not _FURNITURE.match(line)


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    text = _decoded(part).replace("\r\n", "\n")
    if kind == "plain":
        if str(part.get_param("format", "")).lower() == "flowed":
            text = re.sub(r"(?<!^--) \n(?=\S)", " ", text, flags=re.MULTILINE)
        text = _ADDRESS.sub("", text)
    return text.strip()


def _decoded(part: MIMEPart) -> str:
    """Decode a part by the charset it names, else by its look."""
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    try:
        return raw.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(raw, "the mail") if raw.strip() else ""


def _page_text(markup: str) -> str:
    """Turn the HTML of a mail into text; tables that only lay it out part paragraphs."""
    markup = _HIDDEN.sub(" ", markup)
    if _NESTED.search(markup):
        markup = _LAYOUT.sub("<div>", markup)
    return markup_to_text(markup)
