"""Reading addresses again: asked for what changed since, and what comes of each answer."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from index import Index, update
from index.connect import FILE
from index.refreshing import Refreshed, refresh
from ingest import version
from ingest.errors import InputError
from ingest.web import fetch as fetching

PROSE = "The harbour bridge reopened after {count} months of repairs, the city said, and traffic was heavy. "
HTML = {"Content-Type": "text/html; charset=utf-8"}
FEED = {"Content-Type": "application/rss+xml"}
New = Callable[..., Index]


def page(count: int, title: str = "Bridge reopens") -> str:
    words = f"<p>{PROSE.format(count=count) * 3}</p>"
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{words * 2}</article></body></html>"
    )


class Site:
    """A server on loopback whose pages have an ETag and a date where they are given one, and know what 304 is."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, dict[str, str], str]] = {}
        self.asked: list[tuple[str, str | None, str | None, int]] = []
        """Path, If-None-Match, If-Modified-Since and the status that was answered, of each request."""
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, headers, body = site.answers.get(self.path, (404, {}, ""))
                since = self.headers["If-None-Match"], self.headers["If-Modified-Since"]
                if status == 200 and any(since) and since == (headers.get("ETag"), headers.get("Last-Modified")):
                    status, body = 304, ""
                site.asked.append((self.path, *since, status))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: Any) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_port}"

    def put(self, path: str, body: str, kind: dict[str, str] = HTML, **headers: str) -> str:
        self.answers[path] = (200, {**kind, **{k.replace("_", "-"): v for k, v in headers.items()}}, body)
        return self.url + path

    def feed(self, *paths: str, etag: str, words: str = "Short.") -> str:
        items = "".join(
            f"<item><title>Feed on {p}</title><link>{self.url}{p}</link><guid>{p}</guid>"
            f"<description>{words}</description><pubDate>Wed, 04 May 2022 10:00:00 GMT</pubDate></item>"
            for p in paths
        )
        body = f"<rss version='2.0'><channel><title>Coast Daily</title>{items}</channel></rss>"
        return self.put("/feed", body, FEED, ETag=etag)

    def statuses(self) -> list[tuple[str, int]]:
        found = [(path, status) for path, *_, status in self.asked]
        self.asked.clear()
        return found


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    threading.Thread(target=found.http.serve_forever, args=(0.01,), daemon=True).start()
    yield found
    found.http.shutdown()
    found.http.server_close()


def read(index: Index, *addresses: str) -> None:
    assert not update(index, addresses, allow_private=True).failed


def again(index: Index, *named: str) -> Refreshed:
    return refresh(index, named, allow_private=True)


def counts(found: Refreshed) -> tuple[int, int, int, int, int]:
    return (found.unchanged, found.changed, found.new, len(found.gone), len(found.failed))


@pytest.mark.parametrize(
    "headers",
    [{"ETag": '"a1"'}, {"ETag": 'W/"a1"'}, {"Last_Modified": "Wed, 04 May 2022 10:00:00 GMT"}],
    ids=["etag", "weak etag", "date"],
)
def test_what_did_not_change_is_not_sent(site: Site, new_index: New, headers: dict[str, str]) -> None:
    with new_index() as index:
        read(index, site.put("/a", page(14), **headers))
        assert site.asked == [("/a", None, None, 200)]
        site.asked.clear()
        assert counts(again(index)) == (1, 0, 0, 0, 0)
        assert site.asked == [("/a", headers.get("ETag"), headers.get("Last_Modified"), 304)]


def test_what_changed_replaces_its_article(site: Site, new_index: New) -> None:
    with new_index() as index:
        read(index, site.put("/a", page(14), ETag='"1"'), site.put("/b", page(20, "Other"), ETag='"1"'))
        site.put("/a", page(15), ETag='"2"')
        found = again(index)
        assert counts(found) == (1, 1, 0, 0, 0)
        assert (found.articles_added, found.articles_changed, len(index)) == (0, 1, 2)
        (article,) = [a for a in index.articles() if "after 15 months" in a.text]
        assert ["after 14 months" in version.text for version in index.versions(article.id)] == [True, False]
        site.asked.clear()
        assert counts(again(index)) == (2, 0, 0, 0, 0)
        assert site.statuses() == [("/a", 304), ("/b", 304)], "the new stamp is kept"


def test_a_server_without_stamps_is_read_in_full(site: Site, new_index: New) -> None:
    with new_index() as index:
        read(index, site.put("/a", page(14)))
        assert counts(again(index)) == (1, 0, 0, 0, 0)
        assert site.asked[-1] == ("/a", None, None, 200)
        site.put("/a", page(15))
        assert counts(again(index)) == (0, 1, 0, 0, 0)


def test_gone_and_failed_are_told_apart_and_lose_nothing(site: Site, new_index: New) -> None:
    with new_index() as index:
        read(index, *(site.put(f"/{n}", page(n, f"Page {n}"), ETag='"1"') for n in (11, 12, 13, 14)))
        site.answers |= {"/11": (404, {}, ""), "/12": (410, {}, ""), "/13": (503, {}, "")}
        found = again(index)
        assert counts(found) == (1, 0, 0, 2, 1)
        assert "answered 410" in found.gone[1].reason and "answered 503" in found.failed[0].reason
        assert len(index) == 4
        site.put("/13", page(13, "Page 13"), ETag='"1"')
        assert counts(again(index, site.url + "/13")) == (1, 0, 0, 0, 0)


def test_a_feed_leads_to_new_pages_and_each_is_asked_once(site: Site, new_index: New) -> None:
    for name in ("/a", "/b"):
        site.put(name, page(14, f"Page {name}"), ETag='"1"')
    with new_index() as index:
        read(index, site.feed("/a", etag='"1"'))
        site.asked.clear()
        assert counts(again(index)) == (2, 0, 0, 0, 0)
        assert sorted(site.statuses()) == [("/a", 304), ("/feed", 304)]
        site.feed("/b", "/a", etag='"2"')
        assert counts(again(index)) == (2, 0, 1, 0, 0)
        assert sorted(site.statuses()) == [("/a", 304), ("/b", 200), ("/feed", 200)]
        assert counts(again(index, site.url + "/feed")) == (1, 0, 0, 0, 0)
        assert site.statuses() == [("/feed", 304)], "a name asks that address only"


def test_a_sitemap_leads_to_new_pages_and_to_those_that_failed(site: Site, new_index: New) -> None:
    def lists(*paths: str, etag: str) -> str:
        body = "".join(f"<url><loc>{site.url}{path}</loc></url>" for path in paths)
        return site.put("/map.xml", f"<urlset>{body}</urlset>", {"Content-Type": "text/xml"}, ETag=etag)

    for number, name in enumerate("abc"):
        site.put(f"/{name}", page(number, f"Page {name}"), ETag='"1"')
    with new_index() as index:
        read(index, lists("/a", etag='"1"'))
        site.asked.clear()
        assert counts(again(index)) == (2, 0, 0, 0, 0)
        assert sorted(site.statuses()) == [("/a", 304), ("/map.xml", 304)]
        good, site.answers["/c"] = site.answers["/c"], (503, {}, "")
        lists("/c", "/b", "/a", etag='"2"')
        assert counts(again(index)) == (2, 0, 1, 0, 1)
        assert sorted(site.statuses()) == [("/a", 304), ("/b", 200), ("/c", 503), ("/map.xml", 200)]
        site.answers["/c"] = good
        assert counts(again(index)) == (3, 0, 1, 0, 0)
        site.asked.clear()
        again(index)
        assert {status for _, status in site.statuses()} == {304} and len(index) == 3


def test_a_page_read_alone_keeps_what_its_feed_said(site: Site, new_index: New) -> None:
    with new_index() as index:
        site.put("/a", page(14), ETag='"1"')
        read(index, site.feed("/a", etag='"1"'))
        site.put("/a", page(15), ETag='"2"')
        assert counts(again(index)) == (1, 1, 0, 0, 0)
        (article,) = index.articles()
        assert (article.publisher, str(article.published)) == ("Coast Daily", "2022-05-04")
        assert "after 15 months" in article.text


def test_a_page_that_fails_is_not_replaced_by_the_words_of_its_entry(site: Site, new_index: New) -> None:
    with new_index() as index:
        site.put("/a", page(14), ETag='"1"')
        read(index, site.feed("/a", etag='"1"'))
        site.answers["/a"] = (500, {}, "")
        site.feed("/a", etag='"2"')
        assert again(index).failed
        (article,) = index.articles()
        assert "after 14 months" in article.text


def test_a_feed_is_read_in_full_until_all_its_pages_were_had(site: Site, new_index: New) -> None:
    with new_index() as index:
        site.put("/a", page(14), ETag='"1"')
        site.answers["/b"] = (503, {}, "")
        feed = site.feed("/a", "/b", etag='"1"', words="")
        assert len(update(index, [feed], allow_private=True).failed) == 1
        site.put("/b", page(16, "Late"), ETag='"1"')
        assert counts(again(index)) == (2, 0, 1, 0, 0)
        site.asked.clear()
        again(index)
        assert {status for _, status in site.statuses()} == {304}


def test_what_was_removed_stays_away_until_it_is_ingested_again(site: Site, new_index: New) -> None:
    with new_index() as index:
        site.put("/a", page(14, "A"), ETag='"1"')
        site.put("/b", page(15, "B"), ETag='"1"')
        read(index, site.feed("/a", "/b", etag='"1"'))
        index.remove(next(a.id for a in index.articles() if a.source.endswith("/a")))
        site.feed("/b", "/a", etag='"2"')
        site.asked.clear()
        again(index)
        assert len(index) == 1 and "/a" not in [path for path, _ in site.statuses()]
        read(index, site.url + "/a")
        assert len(index) == 2 and counts(again(index)) == (3, 0, 0, 0, 0)


def test_an_entry_with_its_whole_text_that_was_removed_stays_away(site: Site, new_index: New) -> None:
    def entries(etag: str, extra: str = "") -> str:
        content = f"<content:encoded><![CDATA[<p>{PROSE.format(count=14) * 9}</p>]]></content:encoded>"
        space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
        items = "".join(f"<item><title>T{n}</title><guid>{n}</guid>{content}</item>" for n in ("x", *extra))
        return site.put("/feed", f"<rss version='2.0' {space}><channel>{items}</channel></rss>", FEED, ETag=etag)

    with new_index() as index:
        read(index, entries('"1"'))
        index.remove(index.articles()[0].id)
        assert len(index) == 0
        entries('"2"', "y")
        assert again(index, site.url + "/feed").articles_added == 1
        assert [a.title for a in index.articles()] == ["Ty"]


def test_a_page_that_leads_elsewhere_is_told_and_kept(site: Site, new_index: New) -> None:
    with new_index() as index:
        read(index, site.put("/a", page(14), ETag='"1"'))
        site.put("/", page(99, "Front page"))
        site.answers["/a"] = (302, {"Location": "/"}, "")
        found = again(index)
        assert counts(found) == (0, 0, 0, 0, 1) and "now leads to" in found.failed[0].reason
        assert "after 14 months" in index.articles()[0].text


def test_the_stamp_of_one_page_is_not_sent_to_another(site: Site, new_index: New) -> None:
    with new_index() as index:
        site.put("/b", page(14), ETag='"1"')
        site.answers["/a"] = (302, {"Location": "/b"}, "")
        read(index, site.url + "/a")
        site.asked.clear()
        assert counts(again(index)) == (1, 0, 0, 0, 0)
        assert site.asked == [("/a", None, None, 302), ("/b", '"1"', None, 304)]


def test_another_version_of_ingest_reads_in_full(site: Site, new_index: New, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_index() as index:
        read(index, site.put("/a", page(14), ETag='"1"'))
        monkeypatch.setattr("index.addresses.INGEST_VERSION", version.INGEST_VERSION + 1)
        again(index)
        assert site.asked[-1] == ("/a", None, None, 200)


def test_an_index_without_the_table_is_read_and_refreshed(site: Site, new_index: New, tmp_path: Path) -> None:
    with new_index() as index:
        read(index, site.put("/a", page(14), ETag='"1"'))
    raw = sqlite3.connect(tmp_path / "index" / FILE)
    raw.executescript("DROP TABLE addresses; DROP TABLE versions; PRAGMA user_version = 2;")
    raw.close()
    with Index.open(tmp_path / "index", encoder=index.encoder) as old:
        assert len(old) == 1
        assert old._connection.execute("PRAGMA user_version").fetchone() == (2,), "to read it nothing is written"
    with new_index() as index:
        assert counts(again(index)) == (1, 0, 0, 0, 0)
        site.asked.clear()
        assert counts(again(index)) == (1, 0, 0, 0, 0) and site.statuses() == [("/a", 304)]


def test_odd_stamps_are_not_sent_back(site: Site, new_index: New) -> None:
    with new_index() as index:
        read(index, site.put("/a", page(14), ETag='"' + "x" * 2_000 + '"'))
        assert counts(again(index)) == (1, 0, 0, 0, 0)
        assert site.asked[-1] == ("/a", None, None, 200)


def test_private_addresses_are_refused_again(site: Site, new_index: New) -> None:
    with new_index() as index:
        read(index, site.put("/a", page(14)))
        assert "private" in refresh(index).failed[0].reason


def test_names_and_nothing(site: Site, new_index: New, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_index() as index:
        assert counts(again(index)) == (0, 0, 0, 0, 0)
        read(index, site.put("/a", page(14)), site.put("/b", page(15, "B")))
        with pytest.raises(InputError, match="no address that was ingested"):
            again(index, site.url + "/c")
        told: list[tuple[int, int | None, str]] = []
        refresh(index, progress=lambda *said: told.append(said), allow_private=True)
        assert told == [(0, 2, site.url + "/a"), (1, 2, site.url + "/b"), (2, 2, "")]
        monkeypatch.setattr(fetching, "TOTAL_SECONDS", -1.0)
        assert "longer than" in again(index).failed[0].reason
