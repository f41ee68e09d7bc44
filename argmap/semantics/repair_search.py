"""The search for the cheapest sets of claims to back, exact as far as its limit lets it come."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.semantics.cheapest import backing_of, find_cheapest, find_tangled
from argmap.semantics.completion import Completion
from argmap.semantics.costs import Tiers
from argmap.semantics.enumeration import Enumeration
from argmap.semantics.foundation import FALLEN, Foundation
from argmap.semantics.limit import Limit, LimitReachedError
from argmap.semantics.part import Part
from argmap.semantics.solver import Solver

Ids = tuple[str, ...]


@dataclass(slots=True)
class Outcome:
    """What a search has found.

    Attributes:
        found: the sorted ids of the cheapest sets, the cheapest first, equally cheap ones by their ids.
        bound: no set costs less than this.
        is_exact: False if the limit was reached first.
    """

    found: list[Ids] = field(default_factory=list)
    bound: int = 0
    is_exact: bool = True


def search(part: Part, target: str, costs: Mapping[str, int], most: int, limit: Limit) -> Outcome:
    """Return the cheapest sets of claims that would ground the target, were they backed; none has a needless claim.

    Args:
        part: what bears on the target; none of it is grounded.
        target: the id of the claim.
        costs: what it costs to back each claim of the part, by id.
        most: so many sets at most.
        limit: how long to search.
    """
    outcome = Outcome(bound=min(costs[claim_id] for claim_id in part.ids))
    tier: _Tier | None = None
    try:
        for cap in Tiers(costs[claim_id] for claim_id in part.ids).caps:
            limit.check()
            limit.spend(part.size)
            reached = part.derive(claim for claim, claim_id in enumerate(part.ids) if costs[claim_id] <= cap)
            if part.number[target] not in reached:
                continue
            tier = _Tier(part.below([part.number[target]], reached.__contains__), target, costs, cap)
            for found in tier.find(outcome.found, limit, only_one=most == 1):
                outcome.found.append(found)
                if len(outcome.found) == most:
                    break
            if len(outcome.found) == most:
                break
    except LimitReachedError:
        outcome.is_exact = False
    if tier is not None and not tier.is_sorted:
        outcome.is_exact = False
    if outcome.found:
        outcome.bound = sum(costs[claim_id] for claim_id in outcome.found[0])
    elif tier is not None:
        outcome.bound = tier.bound
    return outcome


def derive_one(part: Part, target: str, costs: Mapping[str, int]) -> Ids:
    """Return a set of claims that would ground the target, were they backed, found without a search.

    It is that of the cheapest derivation, less what turns out to be needless.
    """
    number = part.number[target]
    backing = backing_of(part, find_cheapest(part, [costs[claim_id] for claim_id in part.ids]), number)
    near = part.below([number], part.derive(backing).__contains__)
    backed = [near.number[part.ids[claim]] for claim in backing]
    foundation = Foundation(near, backed)
    kept = []
    for claim in sorted(backed, key=lambda claim: (-costs[near.ids[claim]], -claim)):
        fall = foundation.find_falling([claim], for_good=False)
        if fall.get(near.number[target]) == FALLEN:
            kept.append(near.ids[claim])
        else:
            foundation.accept(fall)
    return tuple(sorted(kept))


class _Tier:
    """The sets that would ground a target among the claims that cost no more than a cap.

    Attributes:
        bound: no set costs less than this.
        is_sorted: False if the limit left open which of equally cheap sets comes first.
    """

    def __init__(self, part: Part, target: str, costs: Mapping[str, int], cap: int) -> None:
        """Take the part that bears on the target, and settle what every set has to have."""
        self._costs = costs
        self._target = target
        self._candidates = {claim for claim, claim_id in enumerate(part.ids) if costs[claim_id] <= cap}
        fixed = sorted(_find_fixed(part, part.number[target], self._candidates))
        self._fixed = tuple(part.ids[claim] for claim in fixed)
        self._base = sum(costs[claim_id] for claim_id in self._fixed)
        granted = part.derive(fixed)
        self._is_settled = part.number[target] in granted
        self._part = part.below([] if self._is_settled else [part.number[target]], granted=granted)
        self._candidates = {claim for claim, claim_id in enumerate(self._part.ids) if costs[claim_id] <= cap}
        self.is_sorted = True
        self.bound = self._base + min(map(self._cost, self._candidates), default=0)

    def find(self, known: Sequence[Ids], limit: Limit, *, only_one: bool) -> Iterator[Ids]:
        """Yield the sets of which none of the known ones is a part, the cheapest first.

        Args:
            known: sets that are found already.
            limit: how long to search.
            only_one: True if nobody will ask for a second one.

        Raises:
            LimitReachedError: the limit is reached first.
        """
        if self._is_settled:
            if self._fixed not in known:
                yield self._fixed
            return
        target = self._part.number[self._target]
        if only_one and target not in find_tangled(self._part):
            yield self._with_fixed(self._derive(target))
            return
        limit.spend(self._part.size)
        limit.check()
        completion = Completion(self._part, target, sorted(self._candidates))
        costs = {variable: self._cost(claim) for claim, variable in completion.choices.items()}
        with Solver(completion.clauses, costs, completion.variables, limit) as solver:
            enumeration = Enumeration(completion, solver)
            for ids in known:
                others = [claim_id for claim_id in ids if claim_id not in self._fixed]
                if all(claim_id in self._part.number for claim_id in others):
                    enumeration.block([self._part.number[claim_id] for claim_id in others])
            try:
                for claims in enumeration.find():
                    self.is_sorted = enumeration.is_sorted
                    yield self._with_fixed(claims)
            finally:
                self.bound = max(self.bound, self._base + solver.cost)

    def _cost(self, claim: int) -> int:
        return self._costs[self._part.ids[claim]]

    def _with_fixed(self, claims: Sequence[int]) -> Ids:
        return tuple(sorted((*self._fixed, *(self._part.ids[claim] for claim in claims))))

    def _derive(self, target: int) -> list[int]:
        """Return the cheapest set, given that no claim is needed twice."""
        cheapest = find_cheapest(self._part, [self._cost(claim) for claim in range(len(self._part.ids))])
        return backing_of(self._part, cheapest, target)


def _find_fixed(part: Part, target: int, candidates: Collection[int]) -> list[int]:
    """Return claims that every set has to have, as there is no choice on the way to them."""
    needed = [target]
    seen = {target}
    fixed = []
    for claim in needed:
        ways = part.to[claim]
        if claim in candidates and not ways:
            fixed.append(claim)
        elif claim not in candidates and len(ways) == 1:
            new = [other for other in part.bodies[ways[0]] if other not in seen]
            seen.update(new)
            needed += new
    return fixed
