"""Links as ways from claim to claim: how far it is, which ways there are, and what stands below."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

from argmap.graph.links import Link

MOST_PATHS = 20_000
"""In maps with more ways than this the ways are not compared."""

Ways = Mapping[str, tuple[str, ...]]
"""By claim: what it leads to in one step, sorted."""


def ways_up(links: Iterable[Link]) -> Ways:
    """Return for each child what it leads to."""
    return _grouped((link.child, link.parent) for link in links)


def ways_down(links: Iterable[Link]) -> Ways:
    """Return for each parent what leads to it."""
    return _grouped((link.parent, link.child) for link in links)


def distance(ways: Ways, start: str, end: str) -> int | None:
    """Return how many steps it is from one claim to another, 1 or more for two; None if no way leads there; O(m)."""
    if start == end:
        return 0
    return distances(ways, start).get(end)


def distances(ways: Ways, start: str) -> dict[str, int]:
    """Return how many steps it is to each claim that can be reached, with 0 for the start itself; O(m)."""
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in ways.get(here, ()):
            if there not in found:
                found[there] = found[here] + 1
                waiting.append(there)
    return found


def find_paths(ways: Ways, most: int = MOST_PATHS) -> frozenset[tuple[str, ...]] | None:
    """Return every way of one step or more that meets no claim twice; None if there are more than `most`."""
    found: list[tuple[str, ...]] = []
    waiting: list[tuple[str, ...]] = [(start,) for start in ways]
    while waiting:
        path = waiting.pop()
        for there in ways.get(path[-1], ()):
            if there not in path:
                found.append((*path, there))
                waiting.append(found[-1])
        if len(found) > most:
            return None
    return frozenset(found)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Ways:
    found: dict[str, set[str]] = defaultdict(set)
    for start, end in pairs:
        found[start].add(end)
    return {start: tuple(sorted(ends)) for start, ends in found.items()}
