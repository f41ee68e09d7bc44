"""How often the lines of a picture cross."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import pairwise

from argmap.render.positions import read_route

_NEAR = 0.5
"""Lines that come no further over one another than this, in points, only touch."""


def count_crossings(places: Mapping[str, str]) -> int:
    """Return how often level parts of lines cross upright ones; curves count for nothing.

    O(n log n + n h) for n parts of lines, of which h are level within the height of an upright one.

    Args:
        places: what `Plan.places` is.
    """
    level: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for name, position in places.items():
        if ">" in name:
            route = read_route(position)
            for (x, y), (next_x, next_y) in pairwise((*route.points[::3], *([route.tip] if route.tip else ()))):
                if abs(y - next_y) < _NEAR:
                    level.append((y, *sorted((x, next_x))))
                elif abs(x - next_x) < _NEAR:
                    upright.append((x, *sorted((y, next_y))))
    level.sort()
    heights = [y for y, _, _ in level]
    return sum(
        left + _NEAR < x < right - _NEAR
        for x, bottom, top in upright
        for _, left, right in level[bisect_right(heights, bottom + _NEAR) : bisect_left(heights, top - _NEAR)]
    )
