"""Loading and saving: paths to maps and back."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from argmap.formats.native import dumps, read_text
from argmap.formats.result import LoadResult
from argmap.formats.text import MOST_BYTES, decode_file
from argmap.formats.tree import SyntaxProblemError
from argmap.model import ArgumentMap, Positions, SourceMap
from argmap.model.atomic import write_atomically


def read(path: str | Path) -> LoadResult:
    """Read a file: the map, the places of its parts, and what was noticed.

    Args:
        path: a .yaml or .json file in argmap's own format.

    Raises:
        OSError: the file does not exist or cannot be opened.
    """
    with Path(path).open("rb") as stream:
        return read_stream(stream, str(path))


def read_stream(stream: BinaryIO, name: str) -> LoadResult:
    """Read what a stream gives, but never more than the limit for files; see `read`.

    Args:
        stream: a stream of bytes.
        name: the name of the file, as places show it.
    """
    return read_bytes(stream.read(MOST_BYTES + 1), name)


def read_bytes(content: bytes, name: str) -> LoadResult:
    """Read the content of a file; see `read`.

    Args:
        content: any bytes.
        name: the name of the file, as places show it.
    """
    try:
        return read_text(decode_file(content, name), name)
    except SyntaxProblemError as problem:
        return LoadResult(None, SourceMap(name, "", _no_positions), (problem.finding,))


def _no_positions(_: str) -> Positions:
    return Positions({}, {})


def load(path: str | Path) -> ArgumentMap:
    """Return the map in a file.

    Args:
        path: a .yaml or .json file in argmap's own format.

    Raises:
        LoadError: the file gives no map, or not the whole of it; the error has all findings with their places.
        OSError: the file does not exist or cannot be opened.
    """
    return read(path).whole_map()


def loads(text: str) -> ArgumentMap:
    """Return the map in a YAML or JSON text.

    Raises:
        LoadError: the text gives no map, or not the whole of it; the error has all findings with their places.

    Examples:
        >>> loads("{argmap: 1, claims: {wet: The street is wet}}").claims[0].text
        'The street is wet'
    """
    return read_text(text).whole_map()


def save(argument_map: ArgumentMap, path: str | Path) -> Path:
    """Write the map to a file in argmap's own format: JSON if the name ends in .json, else YAML.

    The file is the old one or the new one, never half. Comments of an existing file are not kept.

    Returns:
        The path.

    Raises:
        OSError: the file cannot be written.
    """
    is_json = Path(path).suffix.lower() == ".json"
    return write_atomically(path, dumps(argument_map, format="json" if is_json else "yaml").encode())
