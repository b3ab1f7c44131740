"""One time limit over all of a fetch: a server that sends a byte now and then passes every timeout of a single read."""

import socket
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self, TypeVar

Found = TypeVar("Found")


class Deadline:
    """A context manager that cuts the connections made within it once its time is over, whatever they wait for.

    httpx tells it of each connection through `watch`, its "trace" extension; the wait then ends in an error of httpx.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._timer = threading.Timer(max(seconds, 0.0), self._cut)
        self._timer.daemon = True

    @property
    def left(self) -> float:
        """Seconds until the end; none or fewer once it is over."""
        return self._end - time.monotonic()

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        with self._lock:
            for one in self._open:
                one.close()
            self._open.clear()

    def wait(self, work: Callable[[], Found]) -> Found:
        """Return what some work gives, or raise what it raises; TimeoutError once the time is over.

        For what cannot be cut, as a name server that does not answer: the work has a thread of its own, which is left
        to itself when the time is over (the system gives up in its own time) and keeps no program from ending.
        """
        told: SimpleQueue[tuple[Found | None, BaseException | None]] = SimpleQueue()

        def run() -> None:
            try:
                told.put((work(), None))
            except BaseException as error:  # handed on to whoever waits
                told.put((None, error))

        threading.Thread(target=run, name="newsdesk-wait", daemon=True).start()
        try:
            found, error = told.get(timeout=max(self.left, 0.0))
        except Empty:
            raise TimeoutError from None
        if error is not None:
            raise error
        return found  # type: ignore[return-value]  # None only where the work gives it

    def watch(self, event: str, told: Mapping[str, Any]) -> None:
        """Take note of a connection that was made."""
        if event != "connection.connect_tcp.complete":
            return
        # A copy, because what encrypts a connection takes the socket over; cutting one of them cuts both.
        copy = told["return_value"].get_extra_info("socket").dup()
        with self._lock:
            self._open.append(copy)
        if self.left <= 0:
            self._cut()

    def _cut(self) -> None:
        with self._lock:
            for one in self._open:
                with suppress(OSError):  # closed by the other side
                    one.shutdown(socket.SHUT_RDWR)
