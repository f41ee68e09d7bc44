"""Pills and chips: what they say, and how large they are."""

from __future__ import annotations

from dataclasses import replace

from argmap.render import theme
from argmap.render.cards import Chip, Pill
from argmap.render.positions import Point
from argmap.render.text import first_line, text_width
from argmap.render.theme import LINES, change_words

_PAD = 8.0
"""Left and right of the text of a chip, both together, in points."""


def pill_size(pill: Pill) -> Point:
    """Return the width and height of a pill, in points."""
    second = second_word(pill)
    return text_width(pill.kind.upper(), 9, bold=True) + 14 + (text_width(f" {second}", 9) + 2 if second else 0), 15.84


def second_word(pill: Pill) -> str:
    """Return what the pill says beside its word: what kind of attack it is, what became of it, if it goes on here."""
    words = (LINES[pill.line].word, change_words(pill.change) if pill.change else "", pill.mark)
    return "  ".join(word for word in words if word)


def chip_width(chip: Chip) -> float:
    """Return the width of a chip, in points."""
    return text_width(chip.text, theme.CHIP_SIZE, bold=True) + _PAD


def cut_chip(chip: Chip, room: float) -> Chip:
    """Return the chip with as much of its text as it can show in so many points."""
    if chip_width(chip) <= room:
        return chip
    return replace(chip, text=first_line(chip.text, theme.CHIP_SIZE, room - _PAD, bold=True))
