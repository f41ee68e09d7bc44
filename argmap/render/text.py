"""Text on cards: clean, measured and broken into lines.

Graphviz lays out with its own idea of how wide text is, and viewers draw with theirs. Cards are sized for the wider
of the two, so that text never runs over an edge.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, and the C1 control characters."""
_DIRECTION_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Left open in one text they would turn round whatever is drawn after it."""

_RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"
_ISOLATE, _END_OF_ISOLATE = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_ATTACHED = frozenset({"Mn", "Me", "Cf"})
"""The categories of what changes the character before it, and of joiners."""
_JOINER = "\N{ZERO WIDTH JOINER}"
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
"""Two of them make a flag."""
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
    kinds = (kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL", "RLI"})
    return next(kinds, "L") != "L"


def directed(lines: Iterable[str], text: str) -> tuple[str, ...]:
    """Return the lines of a text, with marks that keep all in its order where the text is read from right to left.

    Pictures are set from left to right. There the question mark at the end of such a line would stand at its start, and
    the words on both sides of a Latin name would change places.
    """
    return tuple(map(_directed, lines)) if is_right_to_left(text) else tuple(lines)


def _directed(line: str) -> str:
    kinds = [unicodedata.bidirectional(letter) for letter in line]
    if "L" in kinds:
        return f"{_ISOLATE}{line}{_END_OF_ISOLATE}"
    # A mark is enough at an end; it takes less of the room that Graphviz reckons with.
    before, after = ("" if kind in {"R", "AL"} else _RIGHT_TO_LEFT_MARK for kind in (kinds[0], kinds[-1]))
    return f"{before}{line}{after}"


def right_margins(lines: Sequence[str], size: float, *, bold: bool = False) -> tuple[float, ...]:
    """Return the room to leave on the right of each line, in points, so that all of them end at one edge.

    Graphviz sets a line at the right edge by its own estimate, which is not how wide the line is drawn.
    """
    off = [_estimated_width(line, size, bold) - drawn_width(line, size, bold=bold) for line in lines]
    most = max(0.0, *off)
    return tuple(most - one for one in off)


@lru_cache(maxsize=16384)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide the text can be in Arial, in points: the larger of real widths and Graphviz's estimate."""
    widths = [_character_width(character, bold) for character in text]
    drawn = sum(width for width, _ in widths)
    estimated = sum(width for _, width in widths)
    return max(drawn, estimated) * size / 1000


def drawn_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide the text is in Arial, in points; of letters that its metrics do not tell, a guess."""
    return sum(_character_width(character, bold)[0] for character in text) * size / 1000


def _estimated_width(text: str, size: float, bold: bool) -> float:
    return sum(_character_width(character, bold)[1] for character in text) * size / 1000


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
        if width > room and pieces[-1] and not _is_one_with(pieces[-1], character):
            carried = _carried(pieces[-1], character)
            pieces[-1:] = [pieces[-1].removesuffix(carried), carried]
            room = most_width - (before if carried else 0.0)
        pieces[-1] += character
        room -= width
        before = width
    return pieces


def _is_one_with(piece: str, character: str) -> bool:
    """Tell whether the character makes one sign with the end of the piece, as accents, skin tones and flags do."""
    if unicodedata.category(character) in _ATTACHED or character in _SKIN_TONES or piece[-1] == _JOINER:
        return True
    letters = len(piece) - len(piece.rstrip(_FLAG_LETTERS))
    return character in _FLAG_LETTERS and letters % 2 == 1


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


def _hebrew(widths: str) -> Mapping[str, int]:
    return dict(zip(map(chr, (*range(0x5D0, 0x5EB), 0x5BE, 0x5F3, 0x5F4)), map(int, widths.split()), strict=True))


_HEBREW = (
    _hebrew(
        "628 598 423 554 634 260 323 658 653 260 534 525 530 678 687 260 389 656 582 623 610 504 545 590 534 730 691 "
        "383 385 603"
    ),
    _hebrew(
        "682 640 479 582 676 302 365 700 688 302 576 553 572 720 726 302 431 698 618 675 652 551 609 654 576 805 718 "
        "383 406 624"
    ),
)
"""The letters, then maqaf, geresh and gershayim, to their widths in Arimo, plain and bold, in thousandths of the size.

It is as wide as Arial. The plain ones are those of its metrics, the bold ones were measured on what graphviz-pure 0.2.2
draws.
"""


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
        return _HEBREW[bold].get(character) or _guessed_width(character), estimate
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
