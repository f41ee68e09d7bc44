"""The cheapest derivation of each claim from claims to back: quick, and exact where no claim is needed twice."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.semantics.costs import Tiers
from argmap.semantics.part import Part


class Cheapest(NamedTuple):
    """The cheapest derivation of one claim.

    Attributes:
        cost: what the claims to back cost; a claim that is needed twice counts twice.
        first: the least number of a claim to back.
        step: the number of the last step; -1 if the claim itself is to be backed.
    """

    cost: int
    first: int
    step: int


def find_cheapest(part: Part, costs: Sequence[int]) -> dict[int, Cheapest]:
    """Return the cheapest derivation of each claim, after those of the claims that it needs, in O((n + m) log n).

    Of equally cheap ones that with the first claim to back counts, then that of the first step. Where no claim below
    a claim is needed by two steps, the claims to back are the cheapest set that grounds it, and of several the first
    when their sorted ids are compared: two ways to one claim have no claim to back in common.

    Args:
        part: the claims; none of them is grounded.
        costs: what it costs to back each claim.

    Source: Knuth, A generalization of Dijkstra's algorithm, Information Processing Letters 6 (1977).
    """
    tiers = Tiers(costs)
    found: dict[int, Cheapest] = {}
    missing = list(map(len, part.bodies))
    sums = [0] * len(part.heads)
    firsts = [len(part.ids)] * len(part.heads)
    heap = [(cost, claim, claim, -1) for claim, cost in enumerate(costs)]
    heapq.heapify(heap)
    while heap:
        cost, first, claim, number = heapq.heappop(heap)
        if claim in found:
            continue
        found[claim] = Cheapest(cost, first, number)
        for user in part.using[claim]:
            missing[user] -= 1
            sums[user] = tiers.add(sums[user], cost)
            firsts[user] = min(firsts[user], first)
            if not missing[user]:
                heapq.heappush(heap, (sums[user], firsts[user], part.heads[user], user))
    return found


def backing_of(part: Part, cheapest: Mapping[int, Cheapest], claim: int) -> list[int]:
    """Return the claims to back in the cheapest derivation of the claim, sorted."""
    order = [claim]
    seen = {claim}
    backing = []
    for current in order:
        step = cheapest[current].step
        if step < 0:
            backing.append(current)
            continue
        for other in part.bodies[step]:
            if other not in seen:
                seen.add(other)
                order.append(other)
    return sorted(backing)


def find_tangled(part: Part) -> set[int]:
    """Return the claims below which some claim is needed by two steps, so that a sum may count it twice; O(size)."""
    order = [claim for claim, steps in enumerate(part.using) if len(steps) > 1]
    tangled: set[int] = set()
    for claim in order:
        for number in part.using[claim]:
            head = part.heads[number]
            if head not in tangled:
                tangled.add(head)
                order.append(head)
    return tangled
