"""How alike two ways to cut one text into parts are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate


def segmentation_similarity(one: Sequence[int], other: Sequence[int], *, near: int = 2) -> float:
    """Return S = 1 - edits ÷ possible boundaries, 0 to 1, for two ways to cut one text.

    An edit adds or takes away a boundary, or moves one by fewer than `near` units.

    Args:
        one: how many units, such as sentences, each part has.
        other: the same for the other way to cut.
        near: boundaries that are fewer units apart count as one that was moved; 1 for none.

    Raises:
        ValueError: the two texts are not equally long.

    Source: Fournier and Inkpen, Segmentation Similarity and Agreement (2012).

    Examples:
        >>> round(segmentation_similarity((5, 3, 5), (8, 5)), 4)
        0.9167
    """
    units = sum(one)
    if units != sum(other):
        raise ValueError(f"expected two ways to cut one text, found {units} and {sum(other)} units")
    return boundary_similarity(list(accumulate(one))[:-1], list(accumulate(other))[:-1], units, near=near)


def boundary_similarity(one: Iterable[int], other: Iterable[int], units: int, *, near: int = 2) -> float:
    """Return S for boundaries, each the number of units before it; see `segmentation_similarity`."""
    if units < 2:
        return 1.0
    ours, theirs = set(one), set(other)
    lone, other_lone = sorted(ours - theirs), sorted(theirs - ours)
    moved = _count_moved(lone, other_lone, near)
    return 1 - (len(lone) + len(other_lone) - moved) / (units - 1)


def _count_moved(one: Sequence[int], other: Sequence[int], near: int) -> int:
    """Return how many boundaries of one can be paired with a near one of the other; from left to right is best."""
    moved = place = 0
    for boundary in one:
        while place < len(other) and other[place] <= boundary - near:
            place += 1
        if place < len(other) and other[place] < boundary + near:
            moved, place = moved + 1, place + 1
    return moved
