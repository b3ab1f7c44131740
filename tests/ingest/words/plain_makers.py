"""Stories as plain text, Markdown, pages, rows and feeds."""

import csv
import gzip
import io
import json
from html import escape
from textwrap import wrap
from xml.etree import ElementTree

import pandas
from markdown_it import MarkdownIt

from tests.ingest.words.bodies import Block, Story


def text(story: Story, newline: str = "\n", width: int = 0, encoding: str = "utf-8") -> bytes:
    """Write a title and blocks; with a width paragraphs are set in lines."""
    parts = [story.title]
    for block in story.blocks:
        lines = ["\t".join(row) for row in block.rows] or list(block.lines)
        if width and block.kind == "paragraph":
            lines = wrap(block.lines[0], width, break_long_words=False, break_on_hyphens=False)
        parts.append("\n".join(f"- {line}" if block.kind == "items" else line for line in lines))
    return newline.join("\n\n".join(parts).split("\n")).encode(encoding)


def markdown(story: Story, bullet: str = "-", underlined: bool = False) -> bytes:
    """Write Markdown, its headings with signs before or lines under them."""

    def heading(words: str, level: int) -> str:
        return f"{words}\n{'=-'[level - 1] * 9}" if underlined else f"{'#' * level} {words}"

    parts = [heading(story.title, 1)]
    for block in story.blocks:
        if block.kind == "table":
            head, *rows = ("| " + " | ".join(row) + " |" for row in block.rows)
            parts.append("\n".join([head, "|" + "---|" * len(block.rows[0]), *rows]))
        elif block.kind == "items":
            parts.append("\n".join(f"{bullet} {line}" for line in block.lines))
        else:
            said = block.lines[0].replace("<", r"\<")
            parts.append(heading(said, 2) if block.kind == "heading" else said)
    return "\n\n".join(parts).encode()


def html_body(story: Story, tag: str = "p") -> str:
    """Write the blocks as HTML."""
    return "".join(_html_block(block, tag) for block in story.blocks)


def _html_block(block: Block, tag: str) -> str:
    if block.kind == "table":
        head, *rows = (tuple(map(escape, row)) for row in block.rows)
        top = "".join(f"<th>{cell}</th>" for cell in head)
        rest = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        return f"<table><thead><tr>{top}</tr></thead><tbody>{rest}</tbody></table>"
    if block.kind == "items":
        return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in block.lines) + "</ul>"
    name = "h2" if block.kind == "heading" else tag
    return f"<{name}>{escape(block.lines[0])}</{name}>"


def page(story: Story, tag: str = "p", encoding: str = "utf-8") -> bytes:
    """Write a page with a menu and a footer around the story."""
    body = (
        f"<!doctype html><html><head><meta charset='{encoding}'><title>{story.title} - Vell Observer</title></head>"
        "<body><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
        f"<main><article><h1>{story.title}</h1>{html_body(story, tag)}</article></main>"
        "<footer>Terms of use</footer></body></html>"
    )
    return body.encode(encoding, "xmlcharrefreplace")


def rendered_page(story: Story) -> bytes:
    """Render the Markdown of a story as a page, with markdown-it."""
    inside = MarkdownIt("commonmark").enable("table").render(markdown(story).decode())
    return f"<html><head><title>{story.title}</title></head><body>{inside}</body></html>".encode()


def built_page(story: Story) -> bytes:
    """Build a page with lxml, which writes references for the letters beyond ASCII."""
    from lxml import html as lxml_html

    tree = lxml_html.fromstring(page(story).decode())
    return bytes(lxml_html.tostring(tree, encoding="us-ascii"))


def rows_json(story: Story, lines: bool = False) -> bytes:
    """Write one row, in a list or on a line."""
    row = {"id": "1", "title": story.title, "text": story.text}
    return json.dumps(row if lines else [row], ensure_ascii=lines).encode()


def rows_csv(story: Story, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Write one row with the csv module."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([("id", "title", "text"), ("1", story.title, story.text)])
    return out.getvalue().encode(encoding)


def rows_csv_pandas(story: Story) -> bytes:
    """Write one row with pandas."""
    frame = pandas.DataFrame([{"id": 1, "title": story.title, "text": story.text}])
    return str(frame.to_csv(index=False)).encode()


def rows_jsonl_pandas(story: Story) -> bytes:
    """Write one row as a line of JSON with pandas, which escapes slashes and the letters beyond ASCII."""
    frame = pandas.DataFrame([{"id": 1, "title": story.title, "text": story.text}])
    return str(frame.to_json(orient="records", lines=True)).encode()


def rss(story: Story) -> bytes:
    """Write an RSS feed by hand, the story in CDATA."""
    space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    item = (
        f"<title>{story.title}</title><guid>1</guid><content:encoded><![CDATA[{html_body(story)}]]></content:encoded>"
    )
    return f"<rss version='2.0' {space}><channel><title>Vell</title><item>{item}</item></channel></rss>".encode()


def atom(story: Story) -> bytes:
    """Write an Atom feed with ElementTree."""
    space = "http://www.w3.org/2005/Atom"
    feed = ElementTree.Element("feed", xmlns=space)
    entry = ElementTree.SubElement(feed, "entry")
    ElementTree.SubElement(entry, "title").text = story.title
    ElementTree.SubElement(entry, "id").text = "1"
    ElementTree.SubElement(entry, "content", type="html").text = html_body(story)
    return ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)


def json_feed(story: Story) -> bytes:
    """Write a JSON Feed."""
    item = {"id": "1", "title": story.title, "content_html": html_body(story)}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Vell", "items": [item]}).encode()


def warc(story: Story, chunked: bool = False, packed: bool = True) -> bytes:
    """Write a web archive of one page."""
    body, head = page(story), "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    if chunked:
        head += "Transfer-Encoding: chunked\r\n"
        parts = [body[at : at + 700] for at in range(0, len(body), 700)]
        body = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
    response = head.encode() + b"\r\n" + body
    top = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://vell.example/mill\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(response)}\r\n\r\n"
    )
    made = top.encode() + response + b"\r\n\r\n"
    return gzip.compress(made) if packed else made
