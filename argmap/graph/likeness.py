"""How alike two texts are."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from argmap.graph.matching import plain_text

_MOST_LETTERS = 1_000
"""Of a longer text only the beginning is compared."""

_SIZE = 3


class Letters(NamedTuple):
    """A text as it is compared with others.

    Attributes:
        plain: the text, without what does not matter.
        runs: the runs of three letters in its words.
        numbers: its numbers, sorted.
    """

    plain: str
    runs: frozenset[str]
    numbers: tuple[str, ...]


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are: 2 · shared ÷ all runs of three letters (Dice), each run once, 0 to 1.

    White space, case and the form of letters do not matter. An inflected word or a misspelt one shares most of its runs
    with the other, which whole words do not. Texts whose numbers differ are not alike at all.

    Source: Kondrak, N-Gram Similarity and Distance (2005); Dice, Measures of the Amount of Ecologic Association (1945).

    Examples:
        >>> round(likeness("The bridge should be closed", "The bridge must be closed"), 2)
        0.73
        >>> likeness("11,900 troops", "12,000 troops")
        0.0
    """
    return compare(letters(one), letters(other))


def compare(one: Letters, other: Letters) -> float:
    """Return how alike two texts are; see `likeness`."""
    if one.plain == other.plain:
        return 1.0
    if one.numbers != other.numbers or not one.runs or not other.runs:
        return 0.0
    return 2 * len(one.runs & other.runs) / (len(one.runs) + len(other.runs))


@lru_cache(maxsize=4096)
def letters(text: str) -> Letters:
    """Return what of a text is compared with others."""
    plain = plain_text(text[:_MOST_LETTERS])
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    padded = f" {' '.join(words)} " if words else ""
    runs = frozenset(padded[start : start + _SIZE] for start in range(len(padded) - _SIZE + 1))
    numbers = "".join(letter if letter.isdigit() else " " for letter in plain).split()
    return Letters(plain, runs, tuple(sorted(numbers)))
