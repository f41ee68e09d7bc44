"""The parts of a point that Moodle takes, and no others."""

from __future__ import annotations

LEGAL = (
    *("100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40"),
    *("33.33333", "30", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10", "5", "0"),
)
"""Per cent of the points that an answer can earn, as question/engine/bank.php of Moodle lists them; or lose.

A file in which one answer has another number is refused as a whole.
"""
_AS_NUMBERS = tuple(map(float, LEGAL))


def nearest_fraction(credit: float) -> str:
    """Return the legal per cent next to a credit of 0 to 1; of two as near the larger."""
    return LEGAL[min(range(len(LEGAL)), key=lambda place: abs(_AS_NUMBERS[place] - credit * 100))]


def is_legal(credit: float) -> bool:
    """Tell whether Moodle can give just this part of the points, to five digits."""
    return abs(float(nearest_fraction(credit)) - credit * 100) < 1e-4
