"""Fetch one web address that the user named: each hop is checked, and nothing runs without limit."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ingest.errors import AddressGone, FetchError
from ingest.raw import Media
from ingest.web.deadline import Deadline
from ingest.web.hosts import resolve_host
from ingest.web.visits import Stamp, sendable

if TYPE_CHECKING:
    import httpx

# An article page is some hundred kilobytes; PDFs are the largest things that are read.
MOST_BYTES = 32 * 2**20
MOST_REDIRECTS = 5
CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
# For names, connections, heads, redirects and body together.
TOTAL_SECONDS = 60.0
MOST_ADDRESS_CHARACTERS = 4000
_GONE = frozenset({404, 410})
_NOT_MODIFIED = 304
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MEDIA_OF_TYPE = {
    "text/html": Media.HTML,
    "application/xhtml+xml": Media.HTML,
    "text/plain": Media.TEXT,
    "text/markdown": Media.MARKDOWN,
    "application/pdf": Media.PDF,
    "application/rss+xml": Media.FEED,
    "application/atom+xml": Media.FEED,
    "application/xml": Media.FEED,
    "text/xml": Media.FEED,
    "application/rdf+xml": Media.FEED,
    "application/json": Media.JSON,
    "application/feed+json": Media.JSON,
    "application/x-ndjson": Media.JSONL,
    "application/jsonl": Media.JSONL,
    "text/csv": Media.CSV,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Media.DOCX,
}


@dataclass(frozen=True, slots=True)
class Page:
    """What an address returned."""

    address: str
    """The last address, after redirects."""
    media: Media
    raw: bytes
    stamp: Stamp


def fetch(address: str, *, allow_private: bool = False, transport: "httpx.BaseTransport | None" = None) -> Page:
    """Fetch an http(s) address and follow at most MOST_REDIRECTS redirects, each hop checked like the first.

    The connection goes to the very IP address that was checked, so a name that changes its address in between
    changes nothing. Proxy settings of the environment are not used. `transport` replaces the network in tests.
    Raises FetchError.
    """
    page = fetch_since(address, None, allow_private=allow_private, transport=transport)
    assert page is not None  # without a stamp no server is asked what changed
    return page


def fetch_since(
    address: str,
    since: Stamp | None,
    *,
    allow_private: bool = False,
    transport: "httpx.BaseTransport | None" = None,
) -> Page | None:
    """Fetch an address as `fetch` does; None where its server says that nothing changed since the stamp."""
    import httpx

    with (
        Deadline(TOTAL_SECONDS) as deadline,
        httpx.Client(trust_env=False, follow_redirects=False, transport=transport) as client,
    ):
        for _ in range(MOST_REDIRECTS + 1):
            try:
                asked = since.headers if since and since.final == address else {}
                found = _hop(client, address, allow_private, deadline, asked)
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
                _check_time(address, deadline)
                raise FetchError(f"{address} cannot be fetched ({_why(error)}); try again later") from error
            if not isinstance(found, str):
                return found
            address = found
    raise FetchError(f"{address} redirects more than {MOST_REDIRECTS} times; name the last address")


def _hop(
    client: "httpx.Client", address: str, allow_private: bool, deadline: Deadline, asked: dict[str, str]
) -> "Page | str | None":
    """Ask one address, with headers more; return its page, the address it redirects to, or None for no change."""
    import httpx

    host, port = _check_address(address)
    try:
        found = deadline.wait(lambda: resolve_host(host, port, allow_private=allow_private))
    except TimeoutError as error:
        raise FetchError(
            f"{address} took longer than {TOTAL_SECONDS:.0f} s: no name server told where {host} is; try again later"
        ) from error
    target = client.build_request("GET", address).url.copy_with(host=found)
    name = f"[{host}]" if ":" in host else host
    headers = {
        "Host": name if port in (80, 443) else f"{name}:{port}",
        "User-Agent": "newsdesk (article reader)",
        "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        **asked,
    }
    _check_time(address, deadline)
    left = max(deadline.left, 0.001)
    timeout = httpx.Timeout(min(READ_SECONDS, left), connect=min(CONNECT_SECONDS, left))
    extensions = {"sni_hostname": host, "trace": deadline.watch}
    with client.stream("GET", target, headers=headers, timeout=timeout, extensions=extensions) as response:
        if response.status_code in _REDIRECTS and response.headers.get("location"):
            return urljoin(address, response.headers["location"])
        if response.status_code == _NOT_MODIFIED and asked:
            return None
        if response.status_code != 200:
            raise (AddressGone if response.status_code in _GONE else FetchError)(
                f"{address} answered {response.status_code} {response.reason_phrase}".strip() + "; check it"
            )
        media = _media(address, response.headers.get("content-type", ""))
        told = response.headers
        stamp = Stamp(address, sendable(told.get("etag")), sendable(told.get("last-modified")))
        return Page(address, media, _read(response, address, deadline), stamp)


def _check_address(address: str) -> tuple[str, int]:
    """Return host and port of an address that may be asked; refuse other schemes and written-in passwords."""
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise FetchError(f"{address[:200]} is not a web address; check it") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or len(address) > MOST_ADDRESS_CHARACTERS:
        raise FetchError(f"{address[:200]} is not an http or https address; check it")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"{parts.hostname}: an address with a user name in it is not fetched; remove it")
    return parts.hostname, port


def _media(address: str, content_type: str) -> Media:
    from ingest.sources import media_of

    kind = content_type.split(";", 1)[0].strip().lower()
    by_name = media_of(urlsplit(address).path)
    if kind in ("", "application/octet-stream", "binary/octet-stream"):
        return by_name or Media.HTML
    if kind == "text/plain" and by_name:
        return by_name
    media = _MEDIA_OF_TYPE.get(kind) or (Media.FEED if kind.endswith("+xml") else None)
    if media is None:
        raise FetchError(
            f"{address} is of type {kind[:60]}, which newsdesk does not read; name a page, a PDF or a feed"
        )
    return media


def _read(response: "httpx.Response", address: str, deadline: Deadline) -> bytes:
    """Read the body, unpacked, within the limits of size and time."""
    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes():
        size += len(part)
        if size > MOST_BYTES:
            raise FetchError(f"{address} is larger than {MOST_BYTES // 2**20} MB; save the part you need as a file")
        _check_time(address, deadline)
        parts.append(part)
    _check_time(address, deadline)  # a connection that was cut may look like the end of the body
    return b"".join(parts)


def _check_time(address: str, deadline: Deadline) -> None:
    if deadline.left <= 0:
        raise FetchError(f"{address} took longer than {TOTAL_SECONDS:.0f} s; try again later")


def _why(error: Exception) -> str:
    return (str(error) or type(error).__name__).split("\n", 1)[0][:120]
