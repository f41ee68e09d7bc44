"""How alike two ways to cut one text into parts are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple


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
    units = _check_length(one, other)
    return similarity_of_boundaries(_boundaries(one), _boundaries(other), units, near=near)


def similarity_of_boundaries(one: Iterable[int], other: Iterable[int], units: int, *, near: int = 2) -> float:
    """Return S for boundaries, each the number of units before it; see `segmentation_similarity`."""
    if units < 2:
        return 1.0
    edits = _compare(one, other, near)
    return 1 - (edits.lone + edits.moved) / (units - 1)


def boundary_similarity(one: Sequence[int], other: Sequence[int], *, near: int = 2) -> float:
    """Return B = 1 - cost of the edits ÷ boundaries, 0 to 1, for two ways to cut one text.

    Unlike S it does not rise with the number of places where nobody sets a boundary. A boundary of one only costs 1,
    one that is moved by d units d ÷ `near`, and each pair of boundaries, moved or not, counts as one.

    Args:
        one: how many units each part has; see `segmentation_similarity`.
        other: the same for the other way to cut.
        near: boundaries that are fewer units apart count as one that was moved.

    Raises:
        ValueError: the two texts are not equally long.

    Source: Fournier, Evaluating Text Segmentation using Boundary Edit Distance (2013).

    Examples:
        >>> boundary_similarity((5, 3, 5), (8, 5))
        0.5
    """
    _check_length(one, other)
    edits = _compare(_boundaries(one), _boundaries(other), near)
    counted = edits.lone + edits.moved + edits.same
    return 1 - (edits.lone + edits.distance / near) / counted if counted else 1.0


def pk(reference: Sequence[int], found: Sequence[int]) -> float:
    """Return the chance that a window is cut in one way and not in the other, 0 (alike) to 1.

    Args:
        reference: how many units each part has.
        found: the same for the other way to cut; the numbers differ if the two change places.

    Raises:
        ValueError: the two texts are not equally long.

    Source: Beeferman, Berger and Lafferty, Statistical Models for Text Segmentation (1999).

    Examples:
        >>> pk((8, 5), (5, 3, 5))
        0.3
    """
    return _share_of_windows(reference, found, lambda ours, theirs: bool(ours) != bool(theirs))


def window_diff(reference: Sequence[int], found: Sequence[int]) -> float:
    """Return the share of windows that hold more boundaries in one way than in the other, 0 (alike) to 1; see `pk`.

    Raises:
        ValueError: the two texts are not equally long.

    Source: Pevzner and Hearst, A Critique and Improvement of an Evaluation Metric for Text Segmentation (2002).

    Examples:
        >>> window_diff((8, 5), (5, 3, 5))
        0.3
    """
    return _share_of_windows(reference, found, lambda ours, theirs: ours != theirs)


class _Edits(NamedTuple):
    """What makes the boundaries of one those of the other.

    Attributes:
        same: how many both have.
        moved: how many are near one of the other.
        distance: the units by which those are moved, in all.
        lone: how many only one has.
    """

    same: int
    moved: int
    distance: int
    lone: int


def _compare(one: Iterable[int], other: Iterable[int], near: int) -> _Edits:
    ours, theirs = set(one), set(other)
    lone, other_lone = sorted(ours - theirs), sorted(theirs - ours)
    moved = _find_moved(lone, other_lone, near)
    alone = len(lone) + len(other_lone) - 2 * len(moved)
    return _Edits(len(ours & theirs), len(moved), sum(abs(place - to) for place, to in moved), alone)


def _share_of_windows(one: Sequence[int], other: Sequence[int], differ: Callable[[int, int], bool]) -> float:
    """Return the share of windows, half as wide as the mean part of the first, whose numbers of boundaries differ."""
    units = _check_length(one, other)
    width = max(2, round(units / max(len(one), 1) / 2))
    ours, theirs = (list(accumulate(_marks(parts, units), initial=0)) for parts in (one, other))
    starts = range(max(units - width, 0))
    found = sum(differ(ours[n + width] - ours[n], theirs[n + width] - theirs[n]) for n in starts)
    return found / len(starts) if starts else 0.0


def _marks(parts: Sequence[int], units: int) -> Iterator[int]:
    """Yield for each place between two units whether a boundary is there."""
    boundaries = set(_boundaries(parts))
    return (int(place in boundaries) for place in range(1, units))


def _boundaries(parts: Sequence[int]) -> list[int]:
    return list(accumulate(parts))[:-1]


def _check_length(one: Sequence[int], other: Sequence[int]) -> int:
    units = sum(one)
    if units != sum(other):
        raise ValueError(f"expected two ways to cut one text, found {units} and {sum(other)} units")
    return units


def _find_moved(one: Sequence[int], other: Sequence[int], near: int) -> list[tuple[int, int]]:
    """Return pairs of a boundary of one and a near one of the other, as many as can be; from left to right is best."""
    moved: list[tuple[int, int]] = []
    place = 0
    for boundary in one:
        while place < len(other) and other[place] <= boundary - near:
            place += 1
        if place < len(other) and other[place] < boundary + near:
            moved.append((boundary, other[place]))
            place += 1
    return moved
