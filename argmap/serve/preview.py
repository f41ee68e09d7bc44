"""The preview: what is shown at the moment, and who waits for the next."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Protocol

from argmap.model import ArgmapError
from argmap.serve.changes import Stamps, take_stamps, wait_for_change
from argmap.serve.drawing import Drawing, Problem, Shown


class Draw(Protocol):
    """Reads the file and draws it."""

    def __call__(self, *, partly: bool) -> Drawing:
        """Return what comes of it.

        Args:
            partly: draw also a file of which only a part can be read; else its problems are enough.

        Raises:
            ArgmapError: it cannot be read or drawn at all.
            OSError: so, too.
        """


class Preview:
    """What the browser is to show, in a server that runs in one thread while another one draws."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self._news = asyncio.Event()
        self._stop = Event()

    async def follow(self) -> AsyncIterator[Shown]:
        """Yield what is shown now, and then each time that it changes, until the preview is closed.

        Who is slow to take one gets the newest next, not all.
        """
        while not self._stop.is_set():
            news = self._news
            yield self.shown
            await news.wait()

    def show(self, shown: Shown) -> None:
        """Show something else; to be called in the thread of the server."""
        self.shown = shown
        self._tell()

    def close(self) -> None:
        """End those who follow, and the drawing; to be called in the thread of the server."""
        self._stop.set()
        self._tell()

    def keep_drawing(
        self,
        draw: Draw,
        find_files: Callable[[], Iterable[Path]],
        stamps: Stamps,
        post: Callable[[Shown], object],
    ) -> None:
        """Draw again whenever one of the files changes, until the preview is closed.

        It blocks, and is to be called in a thread of its own. Saves that come while it draws are drawn once, together.

        Args:
            draw: reads and draws.
            find_files: gives the files that matter, which may not exist; asked again before each drawing.
            stamps: those of the files before they were drawn the first time.
            post: takes what is to be shown to the thread of the server.
        """
        shown = self.shown
        while wait_for_change(stamps, self._stop):
            stamps = take_stamps(find_files())
            post(replace(shown, is_drawing=True))
            shown = shown.after(_try(draw, partly=not shown.is_whole))
            post(shown)

    def _tell(self) -> None:
        self._news.set()
        self._news = asyncio.Event()


def _try(draw: Draw, *, partly: bool) -> Drawing:
    """Draw; what keeps it from being drawn at all, such as a configuration that is half written, is a problem."""
    try:
        return draw(partly=partly)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Drawing(None, (Problem(reason, where=str(error.filename or "")),))
    except ArgmapError as error:
        return Drawing(None, (Problem(str(error)),))
