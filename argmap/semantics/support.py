"""Support: what is grounded in sources and givens, where that breaks, and what would mend it."""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from argmap.graph import ArgumentGraph, supporting_claims
from argmap.model import ArgumentMap, Inference

_SKIPS_REASONS = 2**53
"""What it costs to give a source to a claim that has reasons. Other costs stay below: shared premises, counted each
time they are used, could else double them at every step."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Claims which would ground a claim if each had a source.

    Attributes:
        claim_id: the claim that is not grounded.
        backing: the ids of the claims to back, sorted.
        is_whole: False if there are more than these.
    """

    claim_id: str
    backing: tuple[str, ...]
    is_whole: bool


@dataclass(frozen=True)
class Support:
    """What supports what in one map.

    Claims and inferences form an AND/OR graph: an inference holds if all its premises hold, and its warrant if it
    names one; a claim is grounded if it is held (it is given, or cites a source that the map defines) or if some
    inference to it holds. The answer is the least fixed point, so a loop never grounds itself. Attacks do not count.

    Attributes:
        graph: the structure of the map.
    """

    graph: ArgumentGraph

    def is_grounded(self, claim_id: str) -> bool:
        """Tell whether the claim reaches sources or givens through inferences.

        Raises:
            UnknownElementError: the map has no such claim.
        """
        return self.graph.claim(claim_id).id in self.grounded

    def holds(self, inference: Inference) -> bool:
        """Tell whether all premises of the inference, and its warrant, are grounded."""
        return all(claim_id in self.grounded for claim_id in supporting_claims(inference))

    @cached_property
    def grounded(self) -> frozenset[str]:
        """The ids of all grounded claims; by counters, O(claims + premises)."""
        missing = [len(needed) for needed in self.graph.supporting]
        grounded = set(self.graph.held)
        queue = deque(grounded)
        while queue:
            for number in self._waiting.get(queue.popleft(), ()):
                missing[number] -= 1
                conclusion = self.graph.map.inferences[number].conclusion
                if missing[number] == 0 and conclusion in self.graph.claims and conclusion not in grounded:
                    grounded.add(conclusion)
                    queue.append(conclusion)
        return frozenset(grounded)

    @cached_property
    def _waiting(self) -> dict[str, list[int]]:
        """For each claim the numbers of the inferences that stand on it."""
        waiting: dict[str, list[int]] = defaultdict(list)
        for number, needed in enumerate(self.graph.supporting):
            for claim_id in needed:
                waiting[claim_id].append(number)
        return waiting

    def find_gaps(self) -> Iterator[str]:
        """Yield the claims that matter to a main claim and are not grounded, nearest to a main claim first."""
        for element_id in self.graph.find_supporting(self.graph.main_claims):
            if element_id in self.graph.claims and element_id not in self.grounded:
                yield element_id

    def find_circles(self) -> Iterator[tuple[str, ...]]:
        """Yield each group of two or more claims that support one another while nothing outside grounds them."""
        claims, grounded = self.graph.claims, self.grounded
        return self.graph.find_support_cycles(lambda claim_id: claim_id in claims and claim_id not in grounded)

    def repair(self, claim_id: str) -> tuple[str, ...]:
        """Return claims that would ground the claim if each had a source, sorted by id; () if it is grounded.

        The set is found in O((n + m) log n) as the cheapest derivation, counting one for each claim to back. It is
        the smallest set unless a claim is needed twice in one derivation: then a smaller one may exist.

        Raises:
            UnknownElementError: the map has no such claim.

        Source: Knuth, A generalization of Dijkstra's algorithm (1977).
        """
        if self.is_grounded(claim_id):
            return ()
        backed: set[str] = set()
        queue = deque([claim_id])
        seen = {claim_id}
        while queue:
            current = queue.popleft()
            choice = self._cheapest_reasons.get(current)
            if choice is None:
                backed.add(current)
                continue
            for premise_id in supporting_claims(choice):
                if premise_id not in seen and premise_id not in self.grounded:
                    seen.add(premise_id)
                    queue.append(premise_id)
        return tuple(sorted(backed))

    def find_repairs(self, claim_ids: Iterable[str], most: int) -> Iterator[Repair]:
        """Yield the repair of each of the claims that is not grounded, in their order; see `repair`.

        All together take O((n + m) log n) for a given `most`, however much of their arguments the claims share.

        Args:
            claim_ids: the claims.
            most: name at most so many claims in one repair, those whose ids sort first.
        """
        wanted = [claim_id for claim_id in claim_ids if claim_id in self.graph.claims and claim_id not in self.grounded]
        needed = set(wanted)
        queue = deque(wanted)
        while queue:
            for premise_id in self._missing_premises(queue.popleft()):
                if premise_id not in needed:
                    needed.add(premise_id)
                    queue.append(premise_id)
        backed: dict[str, tuple[str, ...]] = {}
        # A reason comes after the reasons of its premises, so what they need is known when it is looked at.
        for claim_id in self._cheapest_reasons:
            if claim_id in needed:
                parts = [backed.get(premise_id, (premise_id,)) for premise_id in self._missing_premises(claim_id)]
                # One more than asked for tells that there are more.
                whole = parts[0] if len(parts) == 1 else tuple(sorted(frozenset().union(*parts))[: most + 1])
                backed[claim_id] = whole
        for claim_id in wanted:
            whole = backed.get(claim_id, (claim_id,))
            yield Repair(claim_id, whole[:most], is_whole=len(whole) <= most)

    def _missing_premises(self, claim_id: str) -> tuple[str, ...]:
        reason = self._cheapest_reasons.get(claim_id)
        if reason is None:
            return ()
        return tuple(premise_id for premise_id in supporting_claims(reason) if premise_id not in self.grounded)

    @cached_property
    def _cheapest_reasons(self) -> dict[str, Inference]:
        """For each ungrounded claim that is cheaper to ground by a reason than by a source, the cheapest reason.

        A claim that has no reason costs 1. A claim that has reasons costs what the cheapest reason costs, and more than
        any derivation by a source of its own: a source for the conclusion would skip the argument. Still dearer is a
        source for a main claim, so that a circle below it is opened where it is.
        """
        graph = self.graph
        costs: dict[str, int] = {}
        reasons: dict[str, Inference] = {}
        missing = [sum(claim_id not in self.grounded for claim_id in needed) for needed in graph.supporting]
        sums = [0] * len(missing)
        ungrounded = graph.claims.keys() - self.grounded
        heap = [(self._own_cost(claim_id), claim_id, "", -1) for claim_id in sorted(ungrounded)]
        heapq.heapify(heap)
        while heap:
            cost, claim_id, _, number = heapq.heappop(heap)
            if claim_id in costs:
                continue
            costs[claim_id] = cost
            if number >= 0:
                reasons[claim_id] = graph.map.inferences[number]
            for waiter in self._waiting.get(claim_id, ()):
                missing[waiter] -= 1
                sums[waiter] = _sum(sums[waiter], cost)
                inference = graph.map.inferences[waiter]
                if missing[waiter] == 0 and inference.conclusion in ungrounded:
                    heapq.heappush(heap, (sums[waiter], inference.conclusion, inference.id, waiter))
        return reasons

    def _own_cost(self, claim_id: str) -> int:
        if not self.graph.has_reason(claim_id):
            return 1
        return 2 * _SKIPS_REASONS if claim_id in self.graph.main_ids else _SKIPS_REASONS


def _sum(one: int, other: int) -> int:
    """Return the sum of two costs, within the bounds that tell a derivation from one that skips reasons."""
    most = _SKIPS_REASONS - 1 if max(one, other) < _SKIPS_REASONS else 4 * _SKIPS_REASONS
    return min(one + other, most)


def support(argument_map: ArgumentMap) -> Support:
    """Return what supports what in the map; O(n + m) when first asked."""
    return Support(ArgumentGraph(argument_map))
