"""Atomic writing: afterwards the file is the old one or the new one, never half."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

from argmap.model.real_path import real_path


def write_atomically(path: str | Path, content: bytes) -> Path:
    """Write the bytes beside the file, then put them in its place in one step.

    A link is followed, so that the file it points to is replaced and the link stays. An existing file keeps its
    permissions.

    Args:
        path: where to write; its folder must exist.
        content: the whole content.

    Returns:
        The path.

    Raises:
        OSError: the folder does not exist, or may not be written.
    """
    path = Path(path)
    target = real_path(path)
    if target.is_symlink():  # it leads back to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".part")
    except OSError as error:  # it names a file that the user knows nothing of
        raise _about(path, error) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        if isinstance(error, OSError):
            raise _about(path, error) from error
        raise
    return path


def _about(path: Path, error: OSError) -> OSError:
    return type(error)(error.errno, error.strerror, str(path))


def _mode(target: Path) -> int:
    with contextlib.suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)  # the only way to ask for it is to set it
    os.umask(mask)
    return 0o666 & ~mask
