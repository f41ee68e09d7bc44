"""Text on cards: clean, measured and broken into lines.

Graphviz lays out with its own idea of how wide text is, and viewers draw with theirs. Cards are sized for the wider
of the two, so that text never runs over an edge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, and the C1 control characters."""
_DIRECTION_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Left open in one text they would turn round whatever is drawn after it."""

_RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"
_CLOSING = frozenset({"Pe", "Pf", "Po"})
"""The categories of signs that no line begins with."""


def clean(text: str) -> str:
    """Return the text on one line, without characters that no picture can show."""
    if not text.isprintable():
        text = _DIRECTION_OVERRIDES.sub("", _FORBIDDEN.sub(" ", text))
    return " ".join(text.split())


def well_formed(text: str) -> str:
    """Return the text with U+FFFD for every character that XML cannot hold; nothing else of it changes."""
    return text if text.isprintable() else _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def is_right_to_left(text: str) -> bool:
    """Tell whether the text is read from right to left: its first letter with a direction says so (UAX 9, P2)."""
    if text.isascii():
        return False
    kinds = (kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"})
    return next(kinds, "L") != "L"


def directed(line: str) -> str:
    """Return the line with marks that keep its first and last signs on their sides, if it is read from right to left.

    Pictures are set from left to right, where the question mark at the end of such a line would stand at its start.
    """
    if not is_right_to_left(line):
        return line
    ends = (unicodedata.bidirectional(letter) for letter in (line[0], line[-1]))
    before, after = ("" if kind in {"R", "AL"} else _RIGHT_TO_LEFT_MARK for kind in ends)
    return f"{before}{line}{after}"


@lru_cache(maxsize=16384)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide the text can be in Arial, in points: the larger of real widths and Graphviz's estimate."""
    widths = [_character_width(character, bold) for character in text]
    drawn = sum(width for width, _ in widths)
    estimated = sum(width for _, width in widths)
    return max(drawn, estimated) * size / 1000


@lru_cache(maxsize=4096)
def wrap(text: str, size: float, most_width: float, *, bold: bool = False, most_lines: int = 8) -> tuple[str, ...]:
    """Break the text into as few lines as fit the width, and of these breaks take the narrowest.

    Words that are too long for a line are broken. What does not fit the number of lines is cut with an ellipsis.

    Args:
        text: clean text.
        size: size of the text, in points.
        most_width: how wide a line may be, in points.
        bold: measure bold text.
        most_lines: how many lines there may be, 1 or more.
    """
    # Measuring is linear, so a text far too long for the card is cut before.
    text = text[: most_lines * 120]
    words = [(part, text_width(part, size, bold=bold)) for part in _words(text, size, most_width, bold)]
    space = text_width(" ", size, bold=bold)
    lines = _fill(words, most_width, space)
    if len(lines) > most_lines:
        kept = lines[:most_lines]
        kept[-1] = _with_ellipsis(kept[-1], size, most_width, bold=bold)
        return tuple(kept)
    low, high = max((width for _, width in words), default=0.0), most_width
    while high - low > 1:
        middle = (low + high) / 2
        if len(_fill(words, middle, space)) <= len(lines):
            high = middle
        else:
            low = middle
    return tuple(_fill(words, high, space))


def first_line(text: str, size: float, most_width: float, *, bold: bool = False) -> str:
    """Return as much of the text as fits one line, with an ellipsis if that is not all."""
    text = text[: max(int(most_width), 0)]
    fits = text_width(text, size, bold=bold) <= most_width
    return text if fits else _with_ellipsis(text, size, most_width, bold=bold)


def shorten(text: str, most_characters: int) -> str:
    """Return the text, cut with an ellipsis if it has more characters."""
    return text if len(text) <= most_characters else text[: most_characters - 1].rstrip() + "…"


def _fill(words: list[tuple[str, float]], most_width: float, space: float) -> list[str]:
    lines: list[list[str]] = []
    room = 0.0
    for word, width in words:
        if lines and width + space <= room + 1e-6:
            lines[-1].append(word)
            room -= width + space
        else:
            lines.append([word])
            room = most_width - width
    return [" ".join(line) for line in lines]


def _words(text: str, size: float, most_width: float, bold: bool) -> list[str]:
    parts: list[str] = []
    for word in text.split():
        if text_width(word, size, bold=bold) <= most_width:
            parts.append(word)
        else:
            parts += _pieces(word, size, most_width, bold)
    return parts


def _pieces(word: str, size: float, most_width: float, bold: bool) -> list[str]:
    """Break a word, or text that is written without spaces, into pieces of about the same width."""
    widths = [text_width(character, size, bold=bold) for character in word]
    count = len(_cut(word, widths, most_width))
    return _cut(word, widths, min(most_width, sum(widths) / count + max(widths)))


def _cut(word: str, widths: Sequence[float], most_width: float) -> list[str]:
    """Break the word wherever the width is used up, and no sooner."""
    pieces = [""]
    room = most_width
    before = 0.0
    for character, width in zip(word, widths, strict=True):
        if width > room and pieces[-1] and not unicodedata.combining(character):
            carried = _carried(pieces[-1], character)
            pieces[-1:] = [pieces[-1].removesuffix(carried), carried]
            room = most_width - (before if carried else 0.0)
        pieces[-1] += character
        room -= width
        before = width
    return pieces


def _carried(piece: str, character: str) -> str:
    """Return the letter that goes to the next piece with a sign that must not be its first; "" if none must."""
    if len(piece) < 2 or unicodedata.category(character) not in _CLOSING:
        return ""
    is_free = not unicodedata.combining(piece[-1]) and unicodedata.category(piece[-1]) not in _CLOSING
    return piece[-1] if is_free else ""


def _with_ellipsis(line: str, size: float, most_width: float, *, bold: bool) -> str:
    while line and text_width(line + "…", size, bold=bold) > most_width:
        line = line[:-1].rstrip()
    return line + "…"


@lru_cache(maxsize=4096)
def _character_width(character: str, bold: bool) -> tuple[float, float]:
    """Return the drawn width and Graphviz's estimate, in thousandths of the size."""
    table = _afm_widths(bold)
    byte_width = table[ord(" ")]
    encoded = character.encode("utf-8", "replace")
    estimate = byte_width * len(encoded) if len(encoded) > 1 else table[encoded[0]]
    try:
        code = character.encode("cp1252")[0]
    except UnicodeEncodeError:
        return _guessed_width(character), estimate
    return table[code], estimate


def _guessed_width(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"}:
        return 0
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return 1000
    if ord(character) >= 0x2000:
        return 1000
    return 760 if character.isupper() else 640


@lru_cache(maxsize=2)
def _afm_widths(bold: bool) -> tuple[float, ...]:
    # reportlab carries Adobe's metrics of Helvetica, which Arial shares; loading it takes 0.1 s, so it is put off.
    from reportlab.pdfbase import pdfmetrics

    return tuple(pdfmetrics.getFont("Helvetica-Bold" if bold else "Helvetica").widths)
