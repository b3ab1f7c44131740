"""The chat page: `newsdesk chat`. The only file that imports gradio."""

import argparse
import ctypes
import getpass
import os
import sys
import threading
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.errors import NewsdeskError, SettingError
from ui.chat.args import ChatSettings, add_arguments, read_settings
from ui.chat.desks import Desks
from ui.chat.evaluate import Reports
from ui.chat.server import LOADING, STATIC, Dress, Guard, LoadingPage, hosts_for, listen, serve, status_app
from ui.chat.stubs import without_stubs
from ui.chat.tabs.page import HEADER, SHEET, Page, when_ready

if TYPE_CHECKING:
    from ui.chat.server import App

# Questions that may wait; beyond that a visitor is told that the page is busy instead of waiting for minutes.
WAITING = 400
# Uploads that were read are kept beside the index; Gradio's own copies go after an hour (looked at every ten minutes).
CACHE_SECONDS = (600, 3600)
# Pages whose settings the framework keeps at once, some 120 kB each; conversations are bounded by their bytes.
SESSIONS = 500
# The number of the option in glibc's malloc.h.
M_ARENA_MAX = -8
SANS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif")
MONO = ("ui-monospace", "Menlo", "Consolas", "monospace")


def _gradio() -> Any:
    """Import gradio, its reports home turned off."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    # Events that its monitoring page, which is off here, would count: ten thousand of them would be 10 MB.
    os.environ.setdefault("GRADIO_ANALYTICS_MAX_EVENTS", "100")
    with without_stubs():
        import gradio

    return gradio


def build_page(desks: Desks, settings: ChatSettings, reports: Reports) -> Any:
    """Return the Gradio Blocks of the page."""
    from ui.chat.api import endpoints
    from ui.chat.tabs.tab_ask import build_ask
    from ui.chat.tabs.tab_eval import build_eval
    from ui.chat.tabs.tab_ledger import build_ledger
    from ui.chat.tabs.tab_pile import build_pile
    from ui.chat.tabs.view import pane
    from ui.chat.talk.seal import page_key

    gr = _gradio()
    page = Page(gr, desks, settings, key=page_key(settings.folders[0]))

    def view(asked: Any) -> str:
        index = asked.get("index") if isinstance(asked, dict) else None
        return pane(desks.get(index if index in desks.names else None), asked)

    with gr.Blocks(title="newsdesk", analytics_enabled=False, fill_width=True, delete_cache=CACHE_SECONDS) as blocks:
        gr.HTML(HEADER, apply_default_css=False)
        with gr.Tabs(elem_id="nd-tabs"):
            with gr.Tab("Ask", elem_id="nd-tab-ask"):
                build_ask(page)
            with gr.Tab("Articles", elem_id="nd-tab-pile") as pile_tab:
                build_pile(page, pile_tab)
            with gr.Tab("Figures", elem_id="nd-tab-ledger") as ledger_tab:
                build_ledger(page, ledger_tab)
            with gr.Tab("Evaluation", elem_id="nd-tab-eval"):
                build_eval(page, reports)
        gr.HTML(
            SHEET,
            elem_id="nd-sheet-holder",
            apply_default_css=False,
            server_functions=[view],
            js_on_load=when_ready("window.newsdesk.view = server.view;"),
        )
        for name, function in endpoints(desks, page.fail).items():
            gr.api(function, api_name=name, concurrency_id="asking", concurrency_limit=settings.asking)
    blocks.state_session_capacity = SESSIONS
    blocks.queue(max_size=WAITING, default_concurrency_limit=settings.asking, api_open=False)
    blocks.newsdesk_page = page
    page.talks.forget = partial(_forget, blocks)
    return blocks


def _forget(blocks: Any, session: str) -> None:
    """Let go of the transcript that the framework keeps of a page whose conversation was dropped."""
    held = blocks.state_holder
    with held.lock:
        held.session_data.pop(session, None)
        held.time_last_used.pop(session, None)


def build_app(desks: Desks, settings: ChatSettings) -> "App":
    """Return the whole web app: Gradio's page, the status of loading, the guard before both.

    Raises:
        SettingError: the users' file cannot be read, or MCP is asked for and not installed.
    """
    from ui.chat.auth import gatekeeper
    from ui.chat.watch.routes import add_routes

    gr = _gradio()
    reports = Reports()
    blocks = build_page(desks, settings, reports)
    theme = gr.themes.Base(primary_hue="teal", neutral_hue="slate", font=SANS, font_mono=MONO, radius_size="sm")
    app = status_app(desks, reports)
    add_routes(app, desks, metrics=settings.metrics)
    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        footer_links=[],
        run_history=False,
        favicon_path=str(STATIC / "favicon.svg"),
        auth=gatekeeper(settings.auth) if settings.auth else None,
        max_file_size=settings.max_upload,
        ssr_mode=False,
        pwa=False,
        enable_monitoring=False,
        show_error=True,
        mcp_server=_mcp(settings.mcp),
        theme=theme,
    )
    if settings.mcp:
        from ui.chat.mcp import hand_on_json

        hand_on_json(blocks.mcp_server_obj)
    threading.Thread(target=_warm, args=(desks, blocks.newsdesk_page), daemon=True, name="newsdesk-warming").start()
    return Guard(Dress(app), hosts_for(settings.host, settings.allowed))


def _warm(desks: Desks, page: Page) -> None:
    """Load the model and make the examples while the first visitor's browser is still drawing."""
    from ui.chat.examples import examples

    desks.warm()
    try:
        page.examples[:] = examples(desks.get())
    except NewsdeskError:
        page.examples.clear()


def _share_heaps() -> None:
    """Let glibc's worker threads share two heaps: with one each they keep what others freed (30 MB were seen)."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)


def _read_samples(desks: Desks, say: Callable[[str], None]) -> None:
    """Put the articles that come with newsdesk into the first index; `say` tells visitors how far it is."""
    from ui.commands.ingest import samples_folder

    what = "There are no articles yet: reading those that come with newsdesk"
    sys.stderr.write(f"{what[0].lower()}{what[1:]}\n")
    first = "The first time the model is made ready too, which takes about half a minute."

    def progress(done: int, total: int | None, name: str) -> None:
        say(f"{what}, {done} so far …" if done else f"{what} … {first}")

    progress(0, None, "")
    with desks.writing() as desk:
        desk.ingest([samples_folder()], progress=progress)
    say(LOADING)


def _mcp(wanted: bool) -> bool:
    if not wanted:
        return False
    if find_spec("mcp") is None:
        raise SettingError("--mcp needs one more package: pip install 'gradio[mcp]'")
    return True


def run(settings: ChatSettings) -> int:
    """Serve the page until interrupted; a loading page answers from the first moment."""
    _mcp(settings.mcp)
    _share_heaps()
    listening = listen(settings.host, settings.port)
    host, port = listening.getsockname()[:2]
    where = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    loading = LoadingPage(listening)
    loading.start()
    sys.stderr.write(f"newsdesk is at {where} (Ctrl-C ends it)\n")
    sys.stderr.flush()
    if settings.open:
        webbrowser.open(where)
    desks = Desks(settings.folders, settings.reader)
    try:
        desks.get()
        if settings.samples and not desks.get().index.listings():
            _read_samples(desks, loading.say)
        app = build_app(desks, settings)
        loading.stop()
        serve(app, listening)
    except KeyboardInterrupt:
        return 130
    finally:
        desks.close()
        listening.close()
    return 0


def _add_user(args: argparse.Namespace) -> int:
    from ui.chat.auth import add_user

    if not args.auth:
        raise SettingError("--add-user needs the file to keep users in: name it with --auth FILE")
    password = getpass.getpass(f"Password for {args.add_user}: ")
    if getpass.getpass("Once more: ") != password:
        raise SettingError("the two passwords differ: nothing was changed")
    add_user(Path(args.auth), args.add_user, password)
    sys.stderr.write(f"{args.add_user} may come in ({args.auth})\n")
    return 0


def main(args: argparse.Namespace | Sequence[str] | None = None) -> int:
    """Run `newsdesk chat` with parsed arguments, or with the words of a command line.

    Raises:
        NewsdeskError: the page cannot be opened as asked; the command line prints it as one line.
    """
    if not isinstance(args, argparse.Namespace):
        parser = argparse.ArgumentParser(prog="newsdesk chat")
        add_arguments(parser)
        args = parser.parse_args(args)
    if args.add_user:
        return _add_user(args)
    return run(read_settings(args))
