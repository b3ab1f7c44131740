"""What `newsdesk chat` takes; light, so that the command line can show its help at once."""

import argparse
import os
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from ingest.errors import SettingError

PORT = 7860
# An article of a million characters has about 1 MB; a scanned newspaper page as PDF seldom more than 20.
UPLOAD_MB = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the chat page; `--index` is added here only where the parser does not have it yet."""
    if "--index" not in parser._option_string_actions:
        parser.add_argument("--index", metavar="DIR", help="index folder (else NEWSDESK_INDEX, else ./.newsdesk)")
    add = parser.add_argument
    add("--also", metavar="DIR", action="append", default=[], help="a further index to choose in the page's settings")
    add("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1: this machine only)")
    add("--port", type=int, default=PORT, help=f"port to listen on (default {PORT}; 0: any free one)")
    add("--auth", metavar="FILE", help="let in only the users of this file (made with --add-user)")
    add("--add-user", metavar="NAME", help="ask for a password, add the user to the --auth file, and leave")
    add("--force", action="store_true", help="listen on other addresses without users: anyone there can read and add")
    add("--allow-host", metavar="NAME", action="append", default=[], help="a name a proxy passes on (may be repeated)")
    add(
        "--samples-if-empty", action="store_true", help="where there are no articles yet, ingest the bundled ones first"
    )
    add("--read-only", action="store_true", help="nobody may add or remove articles")
    add("--reader", default="extractive", help="reader (default extractive; provider:model for a language model)")
    add("--max-upload", type=int, metavar="MB", default=UPLOAD_MB, help=f"largest file to add (default {UPLOAD_MB} MB)")
    add("--mcp", action="store_true", help="offer ask, search and articles as MCP tools too")
    add("--open", action="store_true", help="open the page in the browser")


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """The settings of one run of the page, checked."""

    folders: tuple[Path, ...]
    host: str = "127.0.0.1"
    port: int = PORT
    auth: Path | None = None
    read_only: bool = False
    reader: str = "extractive"
    max_upload: int = UPLOAD_MB * 1024 * 1024
    mcp: bool = False
    open: bool = False
    allowed: tuple[str, ...] = ()
    samples: bool = False
    metrics: bool = False
    """Whether GET /metrics is offered: NEWSDESK_METRICS=1."""
    asking: int = 2
    """Questions answered at once: one for each core of the machines it is made for."""


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def read_settings(args: argparse.Namespace) -> ChatSettings:
    """Return the settings the command line names.

    Raises:
        SettingError: another machine could reach a page without users, or a number cannot be used.
    """
    from qa.desk import index_folder

    if not is_loopback(args.host) and not args.auth and not args.force:
        raise SettingError(
            f"--host {args.host} lets other machines in: "
            "name the users with --auth FILE (see --add-user), or add --force"
        )
    if not 0 <= args.port <= 65535:
        raise SettingError(f"--port {args.port} is no port: choose one from 1 to 65535")
    if args.max_upload < 1:
        raise SettingError(f"--max-upload {args.max_upload} lets nothing in: name a size in MB")
    return ChatSettings(
        folders=(index_folder(args.index), *(Path(folder) for folder in args.also)),
        host=args.host,
        port=args.port,
        auth=Path(args.auth) if args.auth else None,
        read_only=args.read_only,
        reader=args.reader,
        max_upload=args.max_upload * 1024 * 1024,
        mcp=args.mcp,
        open=args.open,
        allowed=tuple(args.allow_host),
        samples=args.samples_if_empty,
        metrics=os.environ.get("NEWSDESK_METRICS") == "1",
    )
