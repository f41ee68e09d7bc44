"""Bytes to text: encodings, line ends and limits of size."""

from __future__ import annotations

import re

from argmap.formats.notices import Notice, notice
from argmap.formats.tree import SyntaxProblemError
from argmap.model import Place

MOST_YAML_BYTES = 2_000_000
"""YAML over this size is refused: its parser takes seconds for each megabyte, and no one writes such a file by hand."""

_JSON_START = re.compile(r"\s*\{\s*[\"}]")

MOST_BYTES = 256_000_000
"""Files over this size are refused."""


def decode_file(content: bytes, name: str) -> str:
    """Return the text of a file.

    Raises:
        SyntaxProblemError: the file is too large or not UTF-8; the finding says where.
    """
    if len(content) > MOST_BYTES:
        message = f"the file has more than {MOST_BYTES // 10**6} MB"
        raise SyntaxProblemError(notice(Notice.UNREADABLE, message, "split the map").at(Place(name, 1, 1)))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "the file is UTF-16 text, expected UTF-8"
        raise SyntaxProblemError(notice(Notice.UNREADABLE, message, "save it as UTF-8").at(Place(name, 1, 1)))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        message = f"found the byte 0x{content[error.start]:02X}, expected UTF-8 text"
        fix = "save it as UTF-8; the file may be in Latin-1 or Windows-1252"
        raise SyntaxProblemError(notice(Notice.UNREADABLE, message, fix).at(Place(name, line, column))) from None


def normalise(text: str) -> str:
    """Return the text without a byte order mark and with LF line ends."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def is_json(text: str, name: str) -> bool:
    """Tell whether the text is to be read as JSON: by the end of its name, else by how it starts."""
    if name.endswith((".yaml", ".yml")):
        return False
    return name.endswith(".json") or bool(_JSON_START.match(text))
