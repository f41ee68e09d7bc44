"""Files with frameworks: which format they have, reading and writing them."""

from __future__ import annotations

import io
import re
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from argmap.formats.frameworks.apx import read_apx, write_apx
from argmap.formats.frameworks.iccma import read_iccma, write_iccma
from argmap.formats.frameworks.tgf import read_tgf, write_tgf
from argmap.formats.notices import Notice, notice
from argmap.formats.text import decode_file, normalise
from argmap.formats.tree import SyntaxProblemError
from argmap.model import LoadError, Place
from argmap.model.atomic import write_atomically
from argmap.model.collector import collector_paused
from argmap.semantics import Framework

MOST_BYTES = 100_000_000
"""Files over this size are refused."""

_APX_START = re.compile(r"%|(?:arg|att)\s*\(")


class FrameworkFormat(StrEnum):
    """The formats of frameworks; the value is also the suffix of files."""

    ICCMA = "af"
    APX = "apx"
    TGF = "tgf"


_READERS = {FrameworkFormat.ICCMA: read_iccma, FrameworkFormat.APX: read_apx, FrameworkFormat.TGF: read_tgf}
_WRITERS = {FrameworkFormat.ICCMA: write_iccma, FrameworkFormat.APX: write_apx, FrameworkFormat.TGF: write_tgf}


def read_framework(text: str, file: str = "<text>", *, format: FrameworkFormat | str | None = None) -> Framework:  # noqa: A002 - the word for it
    """Return the framework in a text.

    Args:
        text: the content of a file.
        file: the name of the file, as messages show it.
        format: af (ICCMA 2023), apx or tgf; left out, what the text looks like.

    Raises:
        LoadError: the text is not of the format; the error has a finding for each problem, with its place.
        ValueError: there is no such format.

    Examples:
        >>> read_framework("arg(a). arg(b). att(a,b).")
        <Framework: 2 arguments, 1 attacks>
    """
    chosen = find_format(text) if format is None else FrameworkFormat(format)
    if chosen is None:
        message = "found an empty file, expected a framework as af, apx or tgf"
        raise LoadError([notice(Notice.UNREADABLE, message).at(Place(file, 1, 1))])
    with collector_paused():
        return _READERS[chosen](text, file)


def find_format(text: str) -> FrameworkFormat | None:
    """Return the format that the first lines of a text look like; None if there is nothing in it."""
    found = None
    for line in io.StringIO(normalise(text)):
        match line.split(maxsplit=1):
            case []:
                pass
            case ["p", _]:
                return FrameworkFormat.ICCMA
            case ["#", *_]:  # a comment of the one, or the mark of the other
                found = FrameworkFormat.TGF
            case _ if line.lstrip().startswith("#"):
                pass
            case _:
                return FrameworkFormat.APX if _APX_START.match(line.lstrip()) else FrameworkFormat.TGF
    return found


def load_framework(path: str | Path, *, format: FrameworkFormat | str | None = None) -> Framework:  # noqa: A002
    """Return the framework in a file; see `read_framework`.

    Raises:
        LoadError: the file is not of the format; the error has a finding for each problem, with its place.
        OSError: the file does not exist or cannot be opened.
        ValueError: there is no such format.
    """
    with Path(path).open("rb") as stream:
        return read_framework_stream(stream, str(path), format=format)


def read_framework_stream(stream: BinaryIO, file: str, *, format: FrameworkFormat | str | None = None) -> Framework:  # noqa: A002
    """Return the framework that a stream of bytes gives; see `read_framework`."""
    content = stream.read(MOST_BYTES + 1)
    try:
        if len(content) > MOST_BYTES:
            message = f"the file has more than {MOST_BYTES // 10**6} MB"
            raise SyntaxProblemError(notice(Notice.UNREADABLE, message).at(Place(file, 1, 1)))
        text = decode_file(content, file)
    except SyntaxProblemError as problem:
        raise LoadError([problem.finding]) from None
    return read_framework(text, file, format=format)


def write_framework(framework: Framework, format: FrameworkFormat | str) -> str:  # noqa: A002
    """Return the framework as text.

    Args:
        framework: the framework.
        format: af (ICCMA 2023), where names become comments, apx or tgf.

    Raises:
        FrameworkError: the format cannot hold a name.
        ValueError: there is no such format.
    """
    return _WRITERS[FrameworkFormat(format)](framework)


def save_framework(framework: Framework, path: str | Path) -> Path:
    """Write the framework to an .af, .apx or .tgf file; the file is the old one or the new one, never half.

    Returns:
        The path.

    Raises:
        FrameworkError: the format cannot hold a name.
        OSError: the file cannot be written.
        ValueError: the name of the file has another suffix.
    """
    return write_atomically(path, write_framework(framework, Path(path).suffix.lower().removeprefix(".")).encode())
