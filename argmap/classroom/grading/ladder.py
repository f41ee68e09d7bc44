"""How near a link is to those of another map: the credit of Kirschner et al., with labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from argmap.classroom.agreement.paths import Ways, distances, ways_up
from argmap.graph.links import Link, LinkLabel


class Ladder:
    """The links of a map as ways up, from a premise to all that it bears on in the end."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._links = frozenset(links)
        self._support: Ways = ways_up(link for link in self._links if link.label is LinkLabel.SUPPORT)
        self._first: dict[tuple[str, LinkLabel], list[str]] = defaultdict(list)
        for link in sorted(self._links):
            self._first[link.child, link.label].append(link.parent)
        self._known: dict[str, dict[str, int]] = {}

    def nearness(self, link: Link) -> float:
        """Return 1 ÷ the steps from child to parent, along a link of the same label and then reasons.

        A link that is there itself is worth 1, one that goes one step too high 1/2, and one that leads elsewhere 0.
        """
        if link in self._links:
            return 1.0
        if link.child == link.parent:
            return 0.0
        steps = [
            1 + further
            for first in self._first.get((link.child, link.label), ())
            if (further := self._from(first).get(link.parent)) is not None
        ]
        return 1 / min(steps) if steps else 0.0

    def leads_up(self, claim: str, other: str) -> bool:
        """Tell whether reasons lead from one claim to another above it."""
        return other != claim and other in self._from(claim)

    def _from(self, claim: str) -> dict[str, int]:
        if claim not in self._known:
            self._known[claim] = distances(self._support, claim)
        return self._known[claim]
