"""The server of the preview, on this machine only."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from argmap.model import ArgmapError
from argmap.serve.app import make_app
from argmap.serve.changes import Stamps, take_stamps
from argmap.serve.drawing import Shown
from argmap.serve.preview import Draw, Preview

if TYPE_CHECKING:
    import uvicorn

HOST = "127.0.0.1"
PORT = 8642
"""The port if none is named, so that a page that is open finds the preview again after it was started anew."""

_PATIENCE = 2
"""Seconds that the end of the preview waits for a drawing."""


class PortInUseError(ArgmapError, RuntimeError):
    """The port that was asked for is taken or may not be used.

    Attributes:
        port: the port.
    """

    def __init__(self, port: int, reason: str) -> None:
        self.port = port
        super().__init__(f"port {port} cannot be used: {reason.lower()} (name another with --port, or 0 for any)")


def serve(
    draw: Draw,
    find_files: Callable[[], Iterable[Path]],
    *,
    port: int | None = None,
    ready: Callable[[str], object],
) -> None:
    """Show a map in the browser, and draw it again when a file changes, until the user presses Ctrl-C.

    Args:
        draw: reads and draws; what it raises ends the preview the first time, and is shown from then on.
        find_files: gives the files that matter, which may not exist; asked again before each drawing.
        port: the port; 0 for one that is free. None takes 8642, or one that is free if that is taken.
        ready: is told the address of the page once it can be opened.

    Raises:
        PortInUseError: the port is taken.
    """
    with _listen(port) as listener, suppress(KeyboardInterrupt):  # the server hands it on when it has ended
        port = listener.getsockname()[1]
        stamps = take_stamps(find_files())
        preview = Preview(Shown.first(draw(partly=True)))
        ready(f"http://{HOST}:{port}/")
        asyncio.run(_run(preview, draw, find_files, stamps, listener))


def _listen(port: int | None) -> socket.socket:
    try:
        return socket.create_server((HOST, PORT if port is None else port), backlog=100)
    except OSError as error:
        if port is None and error.errno == errno.EADDRINUSE:
            return _listen(0)
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise PortInUseError(port or PORT, reason) from None


async def _run(
    preview: Preview, draw: Draw, find_files: Callable[[], Iterable[Path]], stamps: Stamps, listener: socket.socket
) -> None:
    server = _make_server(preview, listener.getsockname()[1])
    loop = asyncio.get_running_loop()
    failures: list[BaseException] = []

    def keep_drawing() -> None:
        try:
            preview.keep_drawing(draw, find_files, stamps, lambda shown: loop.call_soon_threadsafe(preview.show, shown))
        except BaseException as failure:  # noqa: BLE001 - it is raised again below, where it ends the program
            failures.append(failure)
            server.should_exit = True

    # A daemon: a picture that takes long does not keep the program from ending.
    drawing = Thread(target=keep_drawing, name="argmap-draw", daemon=True)
    drawing.start()
    try:
        await server.serve(sockets=[listener])
    finally:
        preview.close()
        drawing.join(_PATIENCE)
    if failures:
        raise failures[0]


def _make_server(preview: Preview, port: int) -> uvicorn.Server:
    import uvicorn

    class Server(uvicorn.Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            preview.close()  # else it would wait for those who follow the news
            await super().shutdown(sockets)

    config = uvicorn.Config(
        make_app(preview, port),
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="error",  # what others send amiss is nothing to the user
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_PATIENCE,
    )
    return Server(config)
