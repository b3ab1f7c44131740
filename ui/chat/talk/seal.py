"""What a browser keeps of a conversation, sealed so that only the server's own HTML is ever shown again.

A turn goes to the browser as JSON with an HMAC of it, and is put back as it was only where that fits. Whatever else
wrote into the browser's store (an extension, another program on the same address, a hand) cannot make the seal, so its
HTML is never read: of such a turn the question alone is shown, escaped, to be asked again. Keeping only data and
rendering it anew would be as safe, but an answer is a tree of figures and periods, and the reader of that tree would be
one more thing that hostile text goes through.
"""

import hmac
import json
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from ui.chat.talk.turns import KEPT_TURNS, Turn
from ui.show.html.part import Part
from ui.show.html.states import lost_html

# Raise it when the HTML of a turn changes, so that the page's style and script would not fit an old one.
FORM = 1
KEY_FILE = "page.key"
# A timeline of two hundred rows has about 300 kB.
LONGEST = 1_000_000


def page_key(folder: Path) -> bytes:
    """Return the key of an index folder's page, made at first use; where none can be kept, one for this run."""
    path = folder / KEY_FILE
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(file, "w") as opened:
            opened.write(secrets.token_hex(32))
    with suppress(OSError, ValueError):
        key = bytes.fromhex(path.read_text(encoding="ascii"))
        if len(key) == 32:
            return key
    return secrets.token_bytes(32)


def _mark(body: str, key: bytes) -> str:
    return hmac.new(key, f"newsdesk turn {FORM}\n{body}".encode("utf-8", "surrogatepass"), sha256).hexdigest()


def seal(turn: Turn, key: bytes) -> str:
    """Return a turn as the text a browser keeps: its seal, a full stop, its JSON."""
    body = json.dumps(asdict(turn), separators=(",", ":"))
    return f"{_mark(body, key)}.{body}"


def unseal(text: Any, key: bytes) -> Turn | None:
    """Return the turn of a text a browser kept; None where this page did not write it."""
    if not isinstance(text, str) or len(text) > LONGEST:
        return None
    mark, _, body = text.partition(".")
    if not hmac.compare_digest(mark.encode("utf-8", "replace"), _mark(body, key).encode()):
        return None
    found = json.loads(body)
    part = found.pop("part")
    lines = tuple((words, tuple(keys)) for words, keys in part["lines"])
    onward = tuple((shown, asked) for shown, asked in found.pop("onward", ()))
    return Turn(**found, onward=onward, part=Part(part["head"], lines, tuple((k, w) for k, w in part["notes"])))


def unsealed(kept: Any, key: bytes) -> list[Turn]:
    """Return the turns of what a browser hands back, [{"question", "token"}], in the order of their numbers.

    One that this page did not seal becomes a turn that shows its question alone.
    """
    rows = [row for row in kept if isinstance(row, dict)] if isinstance(kept, list) else []
    turns: dict[int, Turn] = {}
    for row in rows[-KEPT_TURNS:]:
        turn = unseal(row.get("token"), key)
        number = max(turns, default=0) + 1
        if turn is None:
            question = str(row.get("question") or "")[:2000]
            turn = Turn(number, question, lost_html(question, number))
        turns[turn.number] = turn
    return _ascending(turns.values())


def _ascending(turns: Iterable[Turn]) -> list[Turn]:
    return sorted(turns, key=lambda turn: turn.number)
