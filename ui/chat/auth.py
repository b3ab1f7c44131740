"""Users of the chat page: a file of names with salted scrypt hashes; no password is ever stored."""

import hashlib
import hmac
import json
import os
import re
import secrets
import threading
import time
from collections.abc import Callable
from pathlib import Path

from ingest.errors import SettingError

# scrypt with 16 MB of memory and about 50 ms a try on one core: N=2^14, r=8, p=1 (RFC 7914; Percival 2009).
COST, BLOCK, LANES = 2**14, 8, 1
_NAME = re.compile(r"[\w.@-]{1,64}")
SHORTEST_PASSWORD = 8
# Wrong passwords a name may have in `WINDOW_SECONDS` before it is refused unheard.
MOST_FAILURES, WINDOW_SECONDS = 10, 60.0


def hash_password(password: str, salt: bytes | None = None) -> str:
    """Return "scrypt$N$r$p$salt$hash" with a fresh salt of 16 bytes; salt and hash in hex."""
    salt = salt if salt is not None else secrets.token_bytes(16)
    digest = hashlib.scrypt(password.encode(), salt=salt, n=COST, r=BLOCK, p=LANES)
    return f"scrypt${COST}${BLOCK}${LANES}${salt.hex()}${digest.hex()}"


def verify_password(password: str, stored: str) -> bool:
    """Return whether a password has the stored hash; False for a stored text of another form."""
    try:
        kind, n, r, p, salt, digest = stored.split("$")
        if kind != "scrypt" or int(n) > 2**17 or int(r) > 32 or int(p) > 16:
            return False
        made = hashlib.scrypt(
            password.encode(), salt=bytes.fromhex(salt), n=int(n), r=int(r), p=int(p), maxmem=256 * 1024 * 1024
        )
        return hmac.compare_digest(made, bytes.fromhex(digest))
    except (ValueError, UnicodeEncodeError):
        return False


def read_users(path: Path) -> dict[str, str]:
    """Return the stored hash of each user.

    Raises:
        SettingError: the file is missing or is no file of users.
    """
    try:
        users = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingError(
            f"cannot read the users in {path} ({error.strerror}): "
            f"add one with `newsdesk chat --auth {path} --add-user NAME`"
        ) from error
    except ValueError as error:
        raise SettingError(f"{path} is not a file of users: make a new one with --add-user") from error
    if not isinstance(users, dict) or not all(isinstance(v, str) for v in users.values()):
        raise SettingError(f"{path} is not a file of users: make a new one with --add-user")
    if not users:
        raise SettingError(f"{path} names no user: add one with --add-user")
    return users


def add_user(path: Path, name: str, password: str) -> None:
    """Add a user or change a password; the file is replaced in one step and only its owner may read it.

    Raises:
        SettingError: the name or password cannot be used, or the file cannot be written.
    """
    if not _NAME.fullmatch(name):
        raise SettingError(f"{name!r} cannot be a user: up to 64 letters, digits, or . _ @ -")
    if len(password) < SHORTEST_PASSWORD:
        raise SettingError(f"the password is too short: at least {SHORTEST_PASSWORD} characters")
    users = read_users(path) if path.exists() else {}
    users[name] = hash_password(password)
    aside = path.with_name(path.name + ".new")
    try:
        aside.unlink(missing_ok=True)
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(users, file, indent=1, sort_keys=True)
        aside.replace(path)
    except OSError as error:
        raise SettingError(f"cannot write the users to {path}: {error.strerror}") from error


def gatekeeper(path: Path, clock: Callable[[], float] = time.monotonic) -> Callable[[str, str], bool]:
    """Return the check `(name, password) -> let in`; it takes as long for a stranger as for a user.

    The file is read at each login, so that a user added later can come in and a removed one cannot.

    Raises:
        SettingError: the file cannot be read now.
    """
    read_users(path)
    nobody = hash_password(secrets.token_hex(16))
    failures: dict[str, list[float]] = {}
    lock = threading.Lock()

    def let_in(name: str, password: str) -> bool:
        now = clock()
        with lock:
            recent = [t for t in failures.get(name, ()) if now - t < WINDOW_SECONDS]
            if len(recent) >= MOST_FAILURES or len(failures) > 10_000:
                failures[name] = recent
                return False
        try:
            stored = read_users(path).get(name)
        except SettingError:
            stored = None
        right = verify_password(password, stored or nobody) and stored is not None
        with lock:
            if right:
                failures.pop(name, None)
            else:
                failures[name] = [*recent, now]
        return right

    return let_in
