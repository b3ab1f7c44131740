"""Fetching: what is refused before a byte is sent, and what a server may do to us."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from ingest.errors import FetchError, NewsdeskError
from ingest.raw import Failure, Media, RawArticle, Source
from ingest.read.source import read_source
from ingest.web import fetch as fetching
from ingest.web.fetch import fetch
from ingest.web.hosts import is_public, resolve_host

PROSE = (
    "The harbour bridge reopened on Tuesday after fourteen months of repairs, the city said, and traffic was heavy. "
)
PAGE = (
    "<html><head><title>Bridge reopens</title><meta property='article:published_time' content='2022-05-04T23:00:00Z'>"
    f"</head><body><article><h1>Bridge reopens</h1><p>{PROSE * 3}</p><p>{PROSE * 3}</p></article></body></html>"
)
Answer = tuple[int, dict[str, str], bytes]


class Server:
    """A local server whose answers are a table from path to answer."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.hosts: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.hosts.append(self.headers["Host"])
                status, headers, body = outer.answers.get(self.path, (404, {}, b""))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_port}"

    def page(self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8") -> str:
        self.answers[path] = (200, {"Content-Type": kind}, body.encode() if isinstance(body, str) else body)
        return self.url + path

    def redirect(self, path: str, target: str) -> str:
        self.answers[path] = (302, {"Location": target}, b"")
        return self.url + path


@pytest.fixture
def server() -> Iterator[Server]:
    found = Server()
    thread = threading.Thread(target=found.http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield found
    found.http.shutdown()
    found.http.server_close()


PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
    "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "2002:7f00:1::",
    "64:ff9b::7f00:1", "64:ff9b::a00:1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


REFUSED = [
    ("http://127.0.0.1/", "private", "loopback"),
    ("http://localhost/", "private", "loopback by name"),
    ("http://[::1]/", "private", "IPv6 loopback"),
    ("http://2130706433/", "private|not known", "loopback as one number"),
    ("http://0x7f.1/", "private|not known", "loopback in hexadecimal"),
    ("http://169.254.169.254/latest/meta-data/", "private", "cloud metadata"),
    ("ftp://example.com/a", "not an http", "another scheme"),
    ("file:///etc/passwd", "not an http", "a file"),
    ("http://user:pw@example.com/", "user name", "a password"),
    ("http://", "not an http", "no host"),
    ("http://[::1", "not a web address", "a broken host"),
    ("http://example.com:99999/", "not a web address", "a broken port"),
    ("http://" + "a" * 5000 + ".com", "not an http", "too long"),
]


@pytest.mark.parametrize(("address", "words", "reason"), REFUSED, ids=[row[2] for row in REFUSED])
def test_refused_before_anything_is_sent(address: str, words: str, reason: str) -> None:
    with pytest.raises(FetchError, match=words):
        fetch(address)


def test_a_page_becomes_an_article(server: Server) -> None:
    (found,) = read_source(Source(server.page("/a", PAGE), allow_private=True))
    assert isinstance(found, RawArticle)
    assert (found.title, str(found.published), found.media) == ("Bridge reopens", "2022-05-04", Media.HTML)
    assert found.url == found.source == server.url + "/a"
    assert PROSE.strip() in found.text


def test_redirects_are_followed_and_counted(server: Server) -> None:
    server.page("/end", PAGE)
    for number in range(5):
        server.redirect(f"/{number}", f"/{number + 1}" if number < 4 else "/end")
    assert fetch(server.url + "/0", allow_private=True).address == server.url + "/end"
    server.redirect("/start", "/0")
    with pytest.raises(FetchError, match="more than 5 times"):
        fetch(server.url + "/start", allow_private=True)
    with pytest.raises(FetchError, match="not an http"):
        fetch(server.redirect("/file", "file:///etc/passwd"), allow_private=True)


def test_every_hop_is_checked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page that redirects to a private one is refused at the second hop."""
    real = resolve_host

    def resolve(host: str, port: int, *, allow_private: bool = False) -> str:
        return "127.0.0.1" if host == "public.example" else real(host, port, allow_private=allow_private)

    monkeypatch.setattr(fetching, "resolve_host", resolve)
    server.redirect("/a", f"{server.url}/secret")
    server.page("/secret", PAGE)
    with pytest.raises(FetchError, match="private or reserved"):
        fetch(f"http://public.example:{server.http.server_port}/a")
    assert server.hosts == [f"public.example:{server.http.server_port}"]


def test_one_private_address_among_several_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: rows)
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        resolve_host("two.example", 80)


def test_the_name_is_resolved_once_per_hop(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that changes its address after the check is not asked again: the connection goes to the checked one."""
    asked: list[str] = []
    real: Callable[..., Any] = socket.getaddrinfo

    def getaddrinfo(host: Any, *rest: Any, **named: Any) -> Any:
        if host != "rebind.example":
            return real(host, *rest, **named)
        asked.append(host)
        ip = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, server.http.server_port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    server.page("/a", PAGE)
    page = fetch(f"http://rebind.example:{server.http.server_port}/a", allow_private=True)
    assert (page.address.split(":")[1], len(asked)) == ("//rebind.example", 1)


BODIES = [
    ("image/png", b"x", "of type image/png", "a picture"),
    ("application/zip", b"x", "of type application/zip", "an archive"),
    ("text/html", b"", "is empty", "no body"),
    ("application/pdf", b"%PDF-1.4 x", "cannot be read as a PDF", "a broken PDF"),
    ("application/rss+xml", b"<a/>", "not an RSS or Atom feed", "no feed"),
]


@pytest.mark.parametrize(("kind", "body", "words", "reason"), BODIES, ids=[row[3] for row in BODIES])
def test_bodies_that_are_not_read(server: Server, kind: str, body: bytes, words: str, reason: str) -> None:
    (found,) = read_source(Source(server.page("/a", body, kind), allow_private=True))
    assert isinstance(found, Failure)
    assert words in found.reason


def test_limits_of_size_and_time(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip

    monkeypatch.setattr(fetching, "MOST_BYTES", 100_000)
    with pytest.raises(FetchError, match="larger than"):
        fetch(server.page("/large", b"x" * 200_000), allow_private=True)
    server.answers["/bomb"] = (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(bytes(9**7)),
    )
    with pytest.raises(FetchError, match="larger than"):
        fetch(server.url + "/bomb", allow_private=True)
    monkeypatch.setattr(fetching, "TOTAL_SECONDS", -1.0)
    with pytest.raises(FetchError, match="longer than"):
        fetch(server.page("/slow", PAGE), allow_private=True)


DRIPPED = [
    (b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a", "its head"),
    (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"a", "its body"),
    (b"", b"", "nothing"),
]


@pytest.mark.parametrize(("first", "drip", "part"), DRIPPED, ids=[row[2] for row in DRIPPED])
@pytest.mark.parametrize("hops", [0, 1], ids=["at once", "behind a redirect"])
def test_a_server_that_drips_is_cut_off(
    first: bytes, drip: bytes, part: str, hops: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One deadline over connect, head, redirects and body: each byte comes well within the timeout of a read."""
    monkeypatch.setattr(fetching, "TOTAL_SECONDS", 0.6)
    over = threading.Event()

    def serve(listening: socket.socket) -> None:
        for number in range(hops + 1):
            connection, _ = listening.accept()
            connection.recv(4096)
            with connection:
                if number < hops:
                    connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /b\r\nConnection: close\r\n\r\n")
                    continue
                connection.sendall(first)
                while not over.wait(0.05):
                    try:
                        connection.sendall(drip)
                    except OSError:
                        return

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, args=(listening,), daemon=True)
        thread.start()
        start = time.monotonic()
        with pytest.raises(FetchError, match="longer than"):
            fetch(f"http://127.0.0.1:{listening.getsockname()[1]}/a", allow_private=True)
        assert time.monotonic() - start < 3
        over.set()
        thread.join(5)


def test_a_missing_page_and_a_closed_port(server: Server) -> None:
    with pytest.raises(FetchError, match="answered 404"):
        fetch(server.url + "/none", allow_private=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match="cannot be fetched"):
        fetch(f"http://127.0.0.1:{port}/", allow_private=True)


def test_feed_entries_are_read_from_their_pages(server: Server) -> None:
    server.page("/a", PAGE)
    space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    full = f"<content:encoded {space}><![CDATA[<p>{PROSE * 9}</p>]]></content:encoded>"
    items = [
        f"<item><title>Linked</title><link>{server.url}/a</link><description>Short.</description></item>",
        f"<item><title>Whole</title><link>{server.url}/b</link>{full}</item>",
        f"<item><title>Gone</title><link>{server.url}/none</link><description>Only this.</description>"
        "<pubDate>Wed, 04 May 2022 10:00:00 GMT</pubDate></item>",
        f"<item><title>Nothing</title><link>{server.url}/none</link></item>",
    ]
    feed = f"<rss version='2.0'><channel><title>Coast Daily</title>{''.join(items)}</channel></rss>"
    linked, whole, gone, nothing = read_source(
        Source(server.page("/feed", feed, "application/rss+xml"), allow_private=True)
    )
    assert isinstance(linked, RawArticle)
    assert (linked.title, linked.publisher, str(linked.published)) == ("Linked", "Coast Daily", "2022-05-04")
    assert PROSE.strip() in linked.text
    assert isinstance(whole, RawArticle)
    assert whole.text == (PROSE * 9).strip()
    assert isinstance(gone, RawArticle)
    assert (gone.text, str(gone.published)) == ("Only this.", "2022-05-04")
    assert isinstance(nothing, Failure)


def test_a_name_server_that_does_not_answer_is_left_after_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: release.wait(30) and [])
    monkeypatch.setattr(fetching, "TOTAL_SECONDS", 0.3)
    began = time.monotonic()
    with pytest.raises(FetchError, match=r"no name server told where slow\.example is"):
        fetch("http://slow.example/a")
    assert time.monotonic() - began < 5
    release.set()


def test_a_redirect_to_a_name_that_hangs_has_what_is_left_of_the_time(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    release, real = threading.Event(), resolve_host

    def resolve(host: str, port: int, *, allow_private: bool = False) -> str:
        return real(host, port, allow_private=True) if host == "127.0.0.1" else str(release.wait(30))

    monkeypatch.setattr(fetching, "resolve_host", resolve)
    monkeypatch.setattr(fetching, "TOTAL_SECONDS", 1.0)
    with pytest.raises(FetchError, match="took longer than 1 s: no name server"):
        fetch(server.redirect("/away", "http://slow.example/b"))
    release.set()


def test_a_feed_cannot_lead_to_a_private_page(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The feed is public, the page it links to is not."""
    real = resolve_host
    monkeypatch.setattr(
        fetching,
        "resolve_host",
        lambda host, port, allow_private: (
            "127.0.0.1" if host == "public.example" else real(host, port, allow_private=allow_private)
        ),
    )
    server.page("/secret", PAGE)
    item = f"<item><title>x</title><link>{server.url}/secret</link></item>"
    server.page("/feed", f"<rss version='2.0'><channel><title>x</title>{item}</channel></rss>", "text/xml")
    (found,) = read_source(Source(f"http://public.example:{server.http.server_port}/feed"))
    assert isinstance(found, Failure)
    assert "private or reserved" in found.reason


def test_errors_are_of_the_family() -> None:
    assert issubclass(FetchError, NewsdeskError)
