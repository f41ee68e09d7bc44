"""Encodings: the text of a file that may not be UTF-8, with what was assumed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from argmap.formats.notices import Notice, notice
from argmap.formats.text import MOST_BYTES, decode_file
from argmap.formats.tree import SyntaxProblemError
from argmap.model import Finding, Place, Severity

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
"""Byte order marks, the longer ones first, as that of UTF-16 is the start of that of UTF-32."""

_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_XML_ENCODINGS = re.compile(r"iso-?8859-?\d{1,2}|latin-?\d|windows-?125\d|cp125\d|koi8-[ru]|us-ascii|shift_jis|euc-jp")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file.

    Attributes:
        text: the text.
        findings: which encoding was assumed and why, if it is not UTF-8.
    """

    text: str
    findings: tuple[Finding, ...] = ()


def decode_any(content: bytes, name: str) -> Decoded:
    """Return the text of a file in UTF-8, or in the encoding that it seems to have, which is told.

    A byte order mark tells UTF-16 and UTF-32, zero bytes in every second place tell UTF-16 without one, and an XML file
    may name its encoding. What is left is taken for Windows-1252, or for Latin-1 where that has no such character.

    Raises:
        SyntaxProblemError: the file is too large, or is no text.
    """
    try:
        return Decoded(decode_file(content, name))
    except SyntaxProblemError:
        if len(content) > MOST_BYTES:
            raise
    for mark, codec, title in _MARKS:
        if content.startswith(mark):
            return _decode(content, codec, title, "as its byte order mark says", name)
    if codec := _utf_16_without_mark(content):
        return _decode(content, codec, "UTF-16", "as its zero bytes say", name)
    declared = _DECLARED.match(content)
    if declared and _XML_ENCODINGS.fullmatch(codec := declared[1].decode("ascii").lower()):
        return _decode(content, codec, declared[1].decode("ascii"), "as it declares", name)
    return _decode_western(content, name)


def is_utf_8(content: bytes) -> bool:
    """Tell whether the bytes are UTF-8 text."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _utf_16_without_mark(content: bytes) -> str:
    """Return the codec of a text of mostly Western letters, each of which has a zero byte; "" if it is none."""
    start = content[:_MOST_LOOKED_AT]
    half = len(start) // 2
    if half and start[1::2].count(0) > 0.7 * half and start[::2].count(0) == 0:
        return "utf-16-le"
    if half and start[::2].count(0) > 0.7 * half and start[1::2].count(0) == 0:
        return "utf-16-be"
    return ""


def _decode(content: bytes, codec: str, title: str, why: str, name: str) -> Decoded:
    try:
        text = content.decode(codec)
    except (UnicodeDecodeError, LookupError):
        message = f"the file is not {title} text, {why}"
        raise SyntaxProblemError(notice(Notice.UNREADABLE, message, "save it as UTF-8").at(Place(name, 1, 1))) from None
    message = f"the file was read as {title}, {why}, expected UTF-8"
    return Decoded(text, (_assumed(message, Place(name, 1, 1)),))


def _decode_western(content: bytes, name: str) -> Decoded:
    try:
        text, title = content.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        text, title = content.decode("latin-1"), "Latin-1"
    if _CONTROLS.search(text):
        message = "the file is not text, or in an encoding that cannot be told"
        raise SyntaxProblemError(notice(Notice.UNREADABLE, message, "save it as UTF-8").at(Place(name, 1, 1)))
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = text[: error.start]  # each byte is a character
        place = Place(name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        message = f"found the byte 0x{content[error.start]:02X}, expected UTF-8; the file was read as {title}"
        return Decoded(text, (_assumed(message, place),))
    raise AssertionError(name)  # UTF-8 text does not come here


def _assumed(message: str, place: Place) -> Finding:
    fix = "look at letters such as é, and save the file as UTF-8"
    return notice(Notice.ENCODING, message, fix, severity=Severity.WARNING).at(place)
