"""Sitemaps: the addresses they list, and which of their pages are read. No test reaches further than loopback."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Any

import pytest

from ingest.errors import InputError
from ingest.raw import Failure, Note, RawArticle, Source
from ingest.read.sitemap import Sitemap, is_sitemap, read_sitemap
from ingest.read.source import read_source
from ingest.web import walk
from ingest.web.address import MOST_UNHEARD
from ingest.web.visits import Stamp
from ingest.web.walk import Walk

SITE = "https://vell.example"
SPACE = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='n' xmlns:image='i'"
PROSE = "The harbour bridge reopened on Tuesday after fourteen months of repairs, the city said. "


def urlset(*entries: str, root: str = "urlset") -> bytes:
    """Make a sitemap of addresses, or of what stands inside of its entries."""
    name = "sitemap" if root == "sitemapindex" else "url"
    inner = (entry if entry.startswith("<") else f"<loc>{entry}</loc>" for entry in entries)
    body = "".join(f"<{name}>{one}</{name}>" for one in inner)
    return f"<?xml version='1.0' encoding='UTF-8'?><{root} {SPACE}>{body}</{root}>".encode()


def index_of(*maps: str) -> bytes:
    return urlset(*maps, root="sitemapindex")


READ = [
    (urlset(f"{SITE}/a", f"{SITE}/b"), ("/a", "/b"), "in its order"),
    (urlset(f"{SITE}/a", f"{SITE}/a#top", f" {SITE}/a\n"), ("/a",), "once"),
    (urlset(f"{SITE}/a?x=1&amp;y=2"), ("/a?x=1&y=2",), "an entity of XML itself"),
    (urlset("/a"), ("/a",), "a place on the same site"),
    (urlset(f"<loc><![CDATA[{SITE}/a]]></loc>"), ("/a",), "CDATA"),
    (urlset(), (), "nothing"),
    (urlset("<loc></loc>", "<lastmod>2024-01-01</lastmod>", "http://[", f"{SITE}/a"), ("/a",), "entries without one"),
    (
        urlset(f"<loc>{SITE}/a</loc><image:image><image:loc>{SITE}/a.png</image:loc></image:image>"),
        ("/a",),
        "a picture is no page",
    ),
    (
        urlset(
            f"<loc>{SITE}/old</loc><lastmod>2023-05-01</lastmod>",
            f"{SITE}/undated",
            f"<loc>{SITE}/odd</loc><lastmod>yesterday</lastmod>",
            f"<loc>{SITE}/new</loc><lastmod>2024-05-01T10:00:00+00:00</lastmod>",
            f"<loc>{SITE}/printed</loc><news:news><news:publication_date>2024-01-02</news:publication_date></news:news>",
        ),
        ("/new", "/printed", "/old", "/undated", "/odd"),
        "the latest first",
    ),
    (f"<s:urlset xmlns:s='s'><s:url><s:loc>{SITE}/a</s:loc></s:url></s:urlset>".encode(), ("/a",), "a prefix"),
    (urlset(f"{SITE}/ä").decode().replace("UTF-8", "ISO-8859-1").encode("latin-1"), ("/ä",), "Latin-1"),
    (urlset(f"{SITE}/a").decode().replace("UTF-8", "UTF-16").encode("utf-16"), ("/a",), "UTF-16"),
]


@pytest.mark.parametrize(("raw", "pages", "reason"), READ, ids=[row[2] for row in READ])
def test_addresses_are_read(raw: bytes, pages: tuple[str, ...], reason: str) -> None:
    assert is_sitemap(raw)
    assert read_sitemap(raw, f"{SITE}/sitemap.xml") == Sitemap(tuple(SITE + page for page in pages), ())


def test_an_index_lists_sitemaps() -> None:
    assert read_sitemap(index_of(f"{SITE}/1.xml", f"{SITE}/2.xml"), SITE).maps == (f"{SITE}/1.xml", f"{SITE}/2.xml")


BOMB = "<!DOCTYPE u [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><urlset><url><loc>&b;</loc></url></urlset>"
OUTSIDE = "<!DOCTYPE u [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>&a;</loc></url></urlset>"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (urlset(f"{SITE}/a")[:-9], "broken"),
        (b"<urlset><url><loc>a</url></urlset>", "broken"),
        (b"<?xml version='1.0' encoding='nonsense'?><urlset></urlset>", "broken"),
        (BOMB.encode(), "declares entities"),
        (OUTSIDE.encode(), "declares entities"),
        (b"<urlset>" + b"<a>" * 100_000, "too deep"),
    ],
)
def test_what_is_refused(raw: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as error:
        read_sitemap(raw, f"{SITE}/sitemap.xml")
    assert "\n" not in str(error.value)


def walked(first: Sitemap, maps: dict[str, Sitemap | Failure] | None = None) -> tuple[list[Any], list[str], list[str]]:
    """Return the pages and failures of a walk, the sitemaps that were opened, and what was said of the rest."""
    opened: list[str] = []

    def open_map(address: str) -> Sitemap | Failure | None:
        opened.append(address)
        return (maps or {}).get(address)

    found = Walk(f"{SITE}/sitemap.xml", open_map)
    pages = list(found.pages(first))
    return pages, opened, [note.reason for note in found.notes()]


def test_only_pages_of_the_site_are_read() -> None:
    others = ("https://other.example/a", "https://vell.example.other.example/a", "javascript:alert(1)", "ftp://x/")
    same = (f"{SITE}/a", "http://www.VELL.example/b")
    pages, opened, (note,) = walked(Sitemap((*others, *same), ("https://other.example/map.xml",)))
    assert (pages, opened) == (list(same), [])
    assert note == "left out: 5 addresses of other sites, which a sitemap does not speak for; name what else is wanted"


def test_the_walk_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MOST_PAGES", 3)
    monkeypatch.setattr(walk, "MOST_MAPS", 4)
    names = [f"{SITE}/{n}" for n in range(9)]
    pages, _, (note,) = walked(Sitemap(tuple(names), ()))
    assert pages == names[:3] and note.startswith("left out: 6 pages more than the 3 that are read")
    maps: dict[str, Sitemap | Failure] = {name: Sitemap((), ()) for name in names}
    _, opened, (note,) = walked(Sitemap((), tuple(names)), maps)
    assert opened == names[:3] and note.startswith("left out: 6 sitemaps that were not opened")
    chain: dict[str, Sitemap | Failure] = {a: Sitemap((), (b,)) for a, b in pairwise(names)}
    _, opened, (note,) = walked(Sitemap((), (names[0],)), chain)
    assert opened == names[: walk.DEEPEST - 1] and "1 sitemap that was not opened" in note


def test_a_sitemap_that_leads_to_itself_ends() -> None:
    itself = f"{SITE}/sitemap.xml"
    other = f"{SITE}/other.xml"
    pages, opened, notes = walked(Sitemap((), (itself, other)), {other: Sitemap((f"{SITE}/a",), (itself, other))})
    assert (pages, opened, notes) == ([f"{SITE}/a"], [other], [])


class Site:
    """A server on loopback whose answers are a table from path to status, type and body."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, str, bytes]] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                status, kind, body = site.answers.get(self.path, (404, "text/html", b""))
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_port}"

    def page(self, name: str, words: str = PROSE * 6) -> str:
        body = f"<html><head><title>{name}</title></head><body><article><h1>{name}</h1><p>{words}</p></article></body>"
        self.answers[f"/{name}"] = (200, "text/html; charset=utf-8", body.encode())
        return f"{self.url}/{name}"

    def xml(self, name: str, make: Callable[..., bytes], *addresses: str) -> str:
        self.answers[f"/{name}"] = (200, "application/xml", make(*addresses))
        return f"{self.url}/{name}"

    def read(self, address: str) -> list[Any]:
        return list(read_source(Source(address, allow_private=True)))


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    threading.Thread(target=found.http.serve_forever, args=(0.01,), daemon=True).start()
    yield found
    found.http.shutdown()
    found.http.server_close()


def test_the_pages_of_a_site_become_articles(site: Site) -> None:
    months = [site.xml(f"{n}.xml", urlset, site.page(f"a{n}"), site.page(f"b{n}")) for n in range(2)]
    found = site.read(site.xml("sitemap.xml", index_of, *months, f"{site.url}/none.xml"))
    articles = [one for one in found if isinstance(one, RawArticle)]
    assert [one.source for one in articles] == [f"{site.url}/{name}" for name in ("a0", "b0", "a1", "b1")]
    assert [one.title for one in articles] == ["a0", "b0", "a1", "b1"]
    (failure,) = [one for one in found if not isinstance(one, RawArticle)]
    assert isinstance(failure, Failure) and failure.gone and failure.source.endswith("/none.xml")


def test_what_fails_or_is_no_article_keeps_nothing_out(site: Site) -> None:
    feed = site.xml("feed", lambda *_: b"<rss version='2.0'><channel><item><title>x</title></item></channel></rss>")
    site.answers["/empty"] = (200, "text/html", b" ")
    listed = (f"{site.url}/none", feed, f"{site.url}/empty", site.page("a"), "https://other.example/b")
    gone, no_page, empty, article, left_out = site.read(site.xml("sitemap.xml", urlset, *listed))
    assert isinstance(gone, Failure) and gone.gone
    assert isinstance(no_page, Note) and "is no page" in no_page.reason
    assert isinstance(empty, Note) and "is empty" in empty.reason
    assert isinstance(article, RawArticle) and article.title == "a"
    assert isinstance(left_out, Note) and "1 address of other sites" in left_out.reason


def test_a_page_named_as_a_sitemap_is_told(site: Site) -> None:
    (found,) = site.read(site.xml("sitemap.xml", index_of, site.page("a")))
    assert isinstance(found, Failure) and "is named as a sitemap and is none" in found.reason


def test_a_server_that_wants_no_more_is_left(site: Site) -> None:
    names = [f"p{n}" for n in range(MOST_UNHEARD * 2)]
    site.answers = {f"/{name}": (503, "text/html", b"") for name in names}
    site.page("p3")
    found = site.read(site.xml("sitemap.xml", urlset, *(f"{site.url}/{name}" for name in names)))
    assert "pages failed in a row" in found[-1].reason
    assert len(site.asked) == 1 + 4 + MOST_UNHEARD, "a page that was sent begins the count anew"


def test_pages_that_are_not_wanted_are_passed_over_and_the_rest_is_noted(site: Site) -> None:
    class Visits:
        def __init__(self) -> None:
            self.noted: dict[str, Stamp] = {}

        def last(self, address: str) -> Stamp | None:
            return None

        def skips(self, address: str) -> bool:
            return address.endswith("/a")

        def note(self, address: str, stamp: Stamp) -> None:
            self.noted[address.rpartition("/")[2]] = stamp

    inner = site.xml("inner.xml", urlset, site.page("a"), site.page("b"))
    outer = site.xml("sitemap.xml", index_of, inner)
    visits = Visits()
    found = list(read_source(Source(outer, allow_private=True), visits))
    assert [one.title for one in found if isinstance(one, RawArticle)] == ["b"]
    assert set(visits.noted) == {"sitemap.xml", "inner.xml", "b"}
