"""Loading: paths, streams and texts of any format to maps."""

from __future__ import annotations

import re
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from argmap.formats.catalogue import NATIVE, UnknownFormatError, find_spec
from argmap.formats.encodings import decode_any, is_utf_8
from argmap.formats.notices import Notice, notice
from argmap.formats.recognise import Recognition, recognise
from argmap.formats.result import LoadResult
from argmap.formats.text import MOST_BYTES, decode_file, normalise
from argmap.formats.tree import SyntaxProblemError
from argmap.model import ArgumentMap, Finding, Place, Positions, SourceMap
from argmap.model.collector import collector_paused

_TEXT_START = re.compile(r"\s*(?:[{<\[]|argmap\s*:)")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def read(path: str | PathLike[str], format: str | None = None) -> LoadResult:  # noqa: A002 - the word for it
    """Read a file of any format: the map, the places of its parts, and what was noticed.

    Args:
        path: the file.
        format: the name of its format; left out, what its content says. The result tells which and why.

    Raises:
        OSError: the file does not exist or cannot be opened.
        UnknownFormatError: there is no such format, or it is only written.
    """
    with Path(path).open("rb") as stream:
        return read_stream(stream, str(path), format)


def read_stream(stream: BinaryIO, name: str, format: str | None = None) -> LoadResult:  # noqa: A002
    """Read what a stream gives, but never more than the limit for files; see `read`.

    Args:
        stream: a stream of bytes.
        name: the name of the file, as places show it.
        format: the name of its format; left out, what its content says.
    """
    return read_bytes(stream.read(MOST_BYTES + 1), name, format)


def read_bytes(content: bytes, name: str, format: str | None = None) -> LoadResult:  # noqa: A002
    """Read the content of a file; see `read`.

    Args:
        content: any bytes.
        name: the name of the file, as places show it.
        format: the name of its format; left out, what its content says.
    """
    try:
        decoded = decode_any(content, name)
        text = normalise(decoded.text)
        chosen = _choose(text, name, format)
        if decoded.findings and chosen.spec and chosen.spec.name in NATIVE:
            decode_file(content, name)  # argmap's own files are UTF-8, as they are edited in place
        return _read(text, name, chosen, decoded.findings)
    except SyntaxProblemError as problem:
        return _nothing("" if not is_utf_8(content) else content.decode(), name, (problem.finding,))


def read_any(text: str, name: str = "<text>", format: str | None = None) -> LoadResult:  # noqa: A002
    """Read a text of any format; see `read`.

    Args:
        text: the content of a file.
        name: the name of the file, as places show it.
        format: the name of its format; left out, what its content says.
    """
    text = normalise(text)
    half = _HALF_CHARACTER.search(text)
    if half:
        before = text[: half.start()]
        place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = f"found half a character (U+{ord(half[0]):04X}), expected text"
        return _nothing("", name, (notice(Notice.UNREADABLE, message, "delete it").at(place),))
    return _read(text, name, _choose(text, name, format), ())


def load(path_or_text: str | PathLike[str], format: str | None = None) -> ArgumentMap:  # noqa: A002
    r"""Return the map in a file, or in a text, of any format.

    Args:
        path_or_text: a `Path` is a file. A `str` is a text if it has a line end, or starts as a document does: with
            `{`, `<`, `[` or `argmap:`. Any other `str` is the path of a file, whether or not there is one.
        format: the name of its format; left out, what its content says.

    Raises:
        LoadError: there is no map, or not the whole of it; the error has all findings with their places.
        OSError: the file does not exist or cannot be opened.
        UnknownFormatError: there is no such format, or it is only written.

    Examples:
        >>> load("1. Cars should go.\n1.1. Pro: They are loud.").claims[1].text
        'They are loud.'
    """
    if isinstance(path_or_text, str) and is_document(path_or_text):
        return loads(path_or_text, format)
    return read(path_or_text, format).whole_map()


def is_document(text: str) -> bool:
    """Tell whether `load` takes a `str` for a text and not for the path of a file."""
    return "\n" in text or "\r" in text or bool(_TEXT_START.match(text))


def loads(text: str, format: str | None = None) -> ArgumentMap:  # noqa: A002
    """Return the map in a text of any format.

    Args:
        text: the content of a file.
        format: the name of its format; left out, what the text says.

    Raises:
        LoadError: the text gives no map, or not the whole of it; the error has all findings with their places.
        UnknownFormatError: there is no such format, or it is only written.

    Examples:
        >>> loads("{argmap: 1, claims: {wet: The street is wet}}").claims[0].text
        'The street is wet'
    """
    return read_any(text, format=format).whole_map()


def _choose(text: str, name: str, format_name: str | None) -> Recognition:
    if format_name is None:
        return recognise(text, name)
    spec = find_spec(format_name)
    if spec.read is None:
        raise UnknownFormatError(format_name, f'the format "{format_name}" is only written, not read')
    return Recognition(spec, "it was named")


def _read(text: str, name: str, chosen: Recognition, noticed: tuple[Finding, ...]) -> LoadResult:
    spec = chosen.spec
    if spec is None or spec.read is None:
        return _nothing(text, name, (*noticed, chosen.problem(name)))
    with collector_paused():
        result = spec.read(text, name)
    return replace(result, findings=(*noticed, *result.findings), format=spec.name, why=chosen.why)


def _nothing(text: str, name: str, findings: tuple[Finding, ...]) -> LoadResult:
    return LoadResult(None, SourceMap(name, text, _no_positions), findings)


def _no_positions(_: str) -> Positions:
    return Positions({}, {})
