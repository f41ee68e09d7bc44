"""Noticing that files change, however an editor saves them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import Event

from argmap.model.real_path import real_path

_TIMEOUT = 500
"""After so many milliseconds without news the files are looked at all the same, for what came before the watch."""

_QUIET = 50
"""News are collected until there are none for so many milliseconds: an editor saves in several steps."""

Stamps = Mapping[Path, tuple[int, int, int] | None]
"""What tells one content of each file from the next; None for a file that is not there."""


def take_stamps(files: Iterable[Path]) -> Stamps:
    """Return the stamps of files, which may not exist."""
    return {path: _stamp(path) for path in sorted({real_path(path.parent) / path.name for path in files})}


def wait_for_change(stamps: Stamps, stop: Event | None = None) -> list[Path]:
    """Return which of the files have changed since their stamps were taken, as soon as one has.

    Files may have changed before the call. Folders are watched, not files: a file that is replaced is another file.
    A folder that is not there is not watched.

    Args:
        stamps: the files.
        stop: ends the wait when it is set, within half a second.

    Returns:
        The files, sorted; none if the wait was ended.
    """
    from watchfiles import watch

    names = {str(path) for path in stamps}
    folders = sorted({path.parent for path in stamps if path.parent.is_dir()})
    changes = watch(
        *folders,
        watch_filter=lambda _, name: name in names,
        step=_QUIET,
        rust_timeout=_TIMEOUT,
        yield_on_timeout=True,
        recursive=False,
        stop_event=stop,
    )
    for _ in changes:
        now = take_stamps(stamps)
        if changed := [path for path in stamps if now[path] != stamps[path]]:
            return changed
    return []


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
