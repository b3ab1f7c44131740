"""The server of the chat page: a page that says it is loading at once, then the real one on the same socket."""

import json
import logging
import re
import secrets
import socket
import threading
from asyncio import CancelledError
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.errors import SettingError
from ui.chat.watch.routes import HEALTH

if TYPE_CHECKING:
    from fastapi import FastAPI

    from ui.chat.desks import Desks
    from ui.chat.evaluate import Reports

STATIC = Path(__file__).parents[1] / "static"
STYLES = ("newsdesk.css", "talks.css", "lost.css", "after.css", "phone.css")
# In this order: each uses what those before it offer.
SCRIPTS = ("newsdesk.js", "store.js", "talks.js", "wrong.js", "next.js", "lost.js", "keys.js")
STATUS = "/newsdesk-status"
LOADING = "Loading the page and the articles …"
_LOADING = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>newsdesk</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
<style>:root{color-scheme:light dark}body{font:1.1rem/1.6 system-ui,sans-serif;margin:20vh auto;max-width:32rem;
padding:0 1.5rem}h1{font:600 1.6rem Georgia,serif}</style></head><body><main><h1>newsdesk</h1>
<p role="status">LOADING</p></main><script>
const again=()=>fetch("/newsdesk-status",{cache:"no-store"}).then(r=>r.json()).then(s=>{
if(s.page)location.reload();else{
const p=document.querySelector("p");if(p.textContent!==s.says)p.textContent=s.says;
setTimeout(again,200)}}).catch(()=>setTimeout(again,300));again()</script></body></html>
""".replace("LOADING", LOADING)
_FIRST = '<div id="nd-first"><h1>newsdesk</h1><p role="status">Loading …</p></div>'
# Gradio's page needs inline script and eval; everything else comes from this server and goes nowhere else.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; media-src 'self'; "
    "frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
)

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens already; visitors wait in its queue until someone answers.

    Raises:
        SettingError: the address or port is taken or not ours.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host.strip("[]"), port))
        made.listen(256)
    except OSError as error:
        made.close()
        raise SettingError(f"cannot listen on {host} port {port} ({error.strerror}): choose another --port") from error
    return made


class _Loading(BaseHTTPRequestHandler):
    """Answers every visitor with the loading page until the real one takes over."""

    def do_GET(self) -> None:
        """Answer the page and its question whether it is ready; anything else is told to come back."""
        path = self.path.split("?")[0]
        if path == STATUS:
            says = getattr(self.server, "says", LOADING)
            self._reply(200, json.dumps({"page": False, "says": says}), "application/json")
        elif path == HEALTH:
            self._reply(503, json.dumps({"status": "loading"}), "application/json", retry=True)
        elif path == "/":
            self._reply(200, _LOADING, "text/html; charset=utf-8")
        else:
            self._reply(503, "loading", "text/plain", retry=True)

    def do_POST(self) -> None:
        """Tell a program to come back."""
        self._reply(503, "loading", "text/plain", retry=True)

    def _reply(self, code: int, body: str, kind: str, retry: bool = False) -> None:
        data = body.encode()
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        if retry:
            self.send_header("Retry-After", "1")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""


class LoadingPage:
    """Serves the loading page on a listening socket between `start` and `stop`; the socket stays open."""

    def __init__(self, listening: socket.socket) -> None:
        self._server = ThreadingHTTPServer(listening.getsockname()[:2], _Loading, bind_and_activate=False)
        self._server.socket.close()
        self._server.socket = listening
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def say(self, words: str) -> None:
        """Let the page that is shown say how far it is."""
        self._server.says = words  # type: ignore[attr-defined]

    def stop(self) -> None:
        """Stop answering; who comes now waits for the real page."""
        self._server.shutdown()
        self._thread.join()


class Guard:
    """ASGI middleware: refuses strange hosts (DNS rebinding), adds the headers that keep the page to itself."""

    def __init__(self, app: App, hosts: frozenset[str] | None) -> None:
        self.app = app
        self.hosts = hosts
        """Host names the page answers to; None: any."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on if its host is ours."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self.hosts is not None and _host(scope) not in self.hosts:
            await send({"type": "http.response.start", "status": 421, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": b"this page does not answer to that host name"})
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        await self.app(scope, receive, with_headers)


def _host(scope: Scope) -> str:
    for name, value in scope.get("headers", ()):
        if name == b"host":
            text = str(value, "latin-1")
            return (text.rsplit(":", 1)[0] if not text.endswith("]") else text).strip("[]").casefold()
    return ""


class Dress:
    """ASGI middleware: puts the page's own style, script and first words into Gradio's HTML, and takes its adverts out.

    They stand in the document itself, so that the page has its look before Gradio's script has run.
    """

    def __init__(self, app: App) -> None:
        self.app = app
        styles, scripts = (
            "\n".join((STATIC / name).read_text(encoding="utf-8") for name in names) for names in (STYLES, SCRIPTS)
        )
        self._head = f"<style>{styles}</style><script>{scripts}</script></head>"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; the HTML of the page itself is changed on its way back."""
        if scope["type"] != "http" or scope.get("path") != "/" or scope.get("method") != "GET":
            await self.app(scope, receive, send)
            return
        start: Message = {}
        parts: list[bytes] = []
        plain = {**scope, "headers": [h for h in scope["headers"] if h[0] != b"accept-encoding"]}

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                return
            parts.append(message.get("body", b""))
            if not message.get("more_body"):
                body = self.dressed(b"".join(parts))
                kept = [h for h in start.get("headers", ()) if h[0].lower() != b"content-length"]
                start["headers"] = [*kept, (b"content-length", str(len(body)).encode())]
                await send(start)
                await send({"type": "http.response.body", "body": body})

        await self.app(plain, receive, collect)

    def dressed(self, body: bytes) -> bytes:
        """Return the page's HTML with our head and without the framework's social cards."""
        try:
            html = body.decode()
        except UnicodeDecodeError:
            return body
        html = re.sub(r"<meta\s+(?:property|name)=\"(?:og|twitter):[^>]*>", "", html)
        html = html.replace("</head>", self._head, 1)
        return re.sub(r"(<gradio-app\b[^>]*>)", rf"\1{_FIRST}", html, count=1).encode()


def status_app(desks: "Desks", reports: "Reports") -> "FastAPI":
    """Return the outer app: whether the page is up and what is still loading, and the reports of evaluations."""
    from fastapi import FastAPI
    from fastapi.responses import HTMLResponse, JSONResponse

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    # By this an open page tells that the server it talked to is gone, and its conversation with it.
    run = secrets.token_hex(8)

    @app.get(STATUS, response_class=JSONResponse)
    def status() -> dict[str, object]:
        """Say that the page is there, and what it is doing."""
        return {"page": True, "says": desks.state, "run": run}

    @app.get("/newsdesk-report/{name}", response_class=HTMLResponse)
    def report(name: str) -> HTMLResponse:
        """Show the report of a run; its name is the key to it."""
        page = reports.get(name)
        return HTMLResponse(page or "This report is gone: run the set again.", status_code=200 if page else 404)

    return app


def hosts_for(host: str, allowed: Sequence[str] = ()) -> frozenset[str] | None:
    """Return the host names a page on this address answers to: on loopback the machine's own and those `allowed`."""
    from ui.chat.args import is_loopback

    if not is_loopback(host):
        return None
    own = ("localhost", "127.0.0.1", "::1", host.strip("[]"), *allowed)
    return frozenset(name.casefold() for name in own)


def worth_saying(record: logging.LogRecord) -> bool:
    """Return whether a line of the server's log is news: that an open page was cut off at the end is not."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, CancelledError) and "graceful shutdown exceeded" not in record.getMessage()


def serve(app: App, listening: socket.socket) -> None:
    """Serve an app on a listening socket until interrupted."""
    import uvicorn

    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=2, lifespan="on")
    logging.getLogger("uvicorn.error").addFilter(worth_saying)
    uvicorn.Server(config).run(sockets=[listening])
