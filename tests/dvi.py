"""Reading the letters of a DVI file whose fonts are those that TeX began with."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping

_SIZES = {132: 8, 137: 8, 138: 0, 139: 44, 140: 0, 141: 0, 142: 0, 147: 0, 152: 0, 161: 0, 166: 0}
"""How many bytes follow a command that sets no letter and no font."""
_MOVES = (143, 148, 153, 157, 162, 167)
"""The first of each four commands that are followed by a number of one to four bytes."""

_ASCII: Mapping[int, str] = {ord(sign): sign for sign in string.printable.strip()}
_TEXT = _ASCII | {
    **dict(zip(range(0x0B, 0x10), ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
    0x12: "`",
    0x22: '"',
    0x3C: "¡",
    0x3E: "¿",
    0x5C: "“",
    0x5F: "˙",
    0x60: "‘",
    0x7B: "–",
    0x7C: "—",
    0x7D: "˝",
}
_LETTERS = {0x3C: "<", 0x3E: ">"}
_SYMBOLS = {0x66: "{", 0x67: "}", 0x6A: "|", 0x6E: "\\", 0x70: "√", 0x14: "≤", 0x21: "→", 0x02: "×"}


def letters(dvi: bytes) -> str:
    """Return the letters of the file one after the other, without spaces and without what has no letter of its own."""
    return "".join(_letters(dvi))


def _letters(dvi: bytes) -> Iterator[str]:
    fonts: dict[int, Mapping[int, str]] = {}
    font = 0
    place = 0

    def number(size: int) -> int:
        nonlocal place
        place += size
        return int.from_bytes(dvi[place - size : place], "big")

    while place < len(dvi):
        command = number(1)
        if command < 132 or 133 <= command <= 136:
            code = command if command < 128 else number(command - (127 if command < 132 else 132))
            yield fonts[font].get(code, "")
        elif 171 <= command <= 238:
            font = command - 171 if command < 235 else number(command - 234)
        elif 239 <= command <= 242:
            length = number(command - 238)
            place += length
        elif 243 <= command <= 246:
            defined = number(command - 242)
            place += 12
            length = number(1) + number(1)
            fonts[defined] = _encoding(dvi[place : place + length].decode("ascii"))
            place += length
        elif command == 247:
            place += 13
            length = number(1)
            place += length
        elif command == 248:
            return
        else:
            start = next((first for first in _MOVES if first <= command < first + 4), None)
            place += _SIZES[command] if start is None else command - start + 1


def _encoding(font: str) -> Mapping[int, str]:
    if font.startswith("cmmi"):
        return _LETTERS
    return _SYMBOLS if font.startswith(("cmsy", "cmbsy")) else _TEXT
