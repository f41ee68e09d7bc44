"""What it costs to back a claim, and which costs outweigh any number of others."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate

from argmap.graph import ArgumentGraph
from argmap.model import AnyClaim


@dataclass(frozen=True, slots=True)
class Costs:
    """What it costs to back a claim; each a positive integer.

    By default it is cheaper to argue for what was left unsaid than to find a source for what was said. A source for a
    claim that has reasons would skip its argument, so that costs more than any number of claims that have none, and a
    source for a main claim more than any number of others.

    Attributes:
        implicit: an implicit claim without reasons.
        stated: any other claim without reasons.
        reasoned: a claim that some inference concludes.
        main: a main claim that some inference concludes.
    """

    implicit: int = 1
    stated: int = 2
    reasoned: int = 10**9
    main: int = 10**18


CostOf = Costs | Callable[[AnyClaim], int]
"""Costs by the kind of claim, or a function that gives the cost of each claim, a positive integer."""


def costs_of(graph: ArgumentGraph, claim_ids: Iterable[str], cost: CostOf) -> dict[str, int]:
    """Return the cost of each of the claims by its id.

    Raises:
        ValueError: a cost is not a positive integer; it names the claim.
    """
    found = {}
    for claim_id in claim_ids:
        value = _cost(graph, claim_id, cost) if isinstance(cost, Costs) else cost(graph.claims[claim_id])
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise ValueError(f"expected a positive integer as the cost of [{claim_id}], found {value!r}")
        found[claim_id] = value
    return found


def _cost(graph: ArgumentGraph, claim_id: str, costs: Costs) -> int:
    if graph.has_reason(claim_id):
        return costs.main if claim_id in graph.main_ids else costs.reasoned
    return costs.implicit if graph.claims[claim_id].implicit else costs.stated


class Tiers:
    """Costs in tiers: a cost is of a higher tier if it is more than all costs below it together.

    So a set of claims that needs nothing of a higher tier is cheaper than any that does, and each tier can be searched
    before the next. Sums of costs of which some count twice stay within their tier.

    Attributes:
        caps: for each tier, rising, the sum of all costs up to it.

    Source: Marques-Silva, Argelich, Graça and Lynce, Boolean lexicographic optimization, Annals of Mathematics and
    Artificial Intelligence 62 (2011).
    """

    def __init__(self, costs: Iterable[int]) -> None:
        counts = sorted(Counter(costs).items())
        sums = list(accumulate(cost * count for cost, count in counts))
        next_costs = [cost for cost, _ in counts[1:]]
        self.caps = (
            [total for total, after in zip(sums, [*next_costs, None], strict=True) if after is None or after > total]
            if sums
            else []
        )

    def add(self, one: int, other: int) -> int:
        """Return the sum of two costs, at most the sum of all costs up to the tier of the greater one."""
        return min(one + other, self.caps[bisect_left(self.caps, max(one, other))])
