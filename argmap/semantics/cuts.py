"""Cuts: the smallest sets of claims without which a claim would not be grounded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from argmap.semantics.enumeration import Enumeration
from argmap.semantics.foundation import FALLEN, Foundation, find_between
from argmap.semantics.limit import Limit, LimitReachedError
from argmap.semantics.load_bearing import LoadBearing
from argmap.semantics.part import Part
from argmap.semantics.solver import Clause, Solver


@dataclass(frozen=True, slots=True)
class Cut:
    """Claims without which a claim is not grounded; with any one of them back it is.

    Neither the claim nor any of those that fall with it is held, and each inference that leads to one of them and
    holds needs a claim that is removed or another that falls.

    Attributes:
        removed: the ids of the claims to do without, sorted.
        falls: the ids of the claims that fall with it on the way to the claim, sorted.
    """

    removed: tuple[str, ...]
    falls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cuts:
    """The smallest sets of claims without which one claim would not be grounded.

    Attributes:
        claim_id: the claim.
        found: the cuts, small ones first, equally small ones by their ids.
        is_exact: True if these are all cuts of the size that was asked for; False if there may be more.
    """

    claim_id: str
    found: tuple[Cut, ...]
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Robustness:
    """How many claims have to go before a claim falls.

    Attributes:
        claim_id: the claim.
        size: the size of the smallest cut that was found; 0 if the claim is not grounded anyway, None if the claim is
            held itself, so that no other claim brings it down.
        cut: the ids of its claims, sorted.
        bound: no cut is smaller than this.
        is_exact: True if the bound is the size.
    """

    claim_id: str
    size: int | None
    cut: tuple[str, ...] = ()
    bound: int = 0
    is_exact: bool = True


class _Falling:
    """The clauses that tie which claims fall to which are removed.

    The claims that do not fall have to hold whatever follows from them, so the least fixed point is among them, and
    the target is not. That is exact for circles too.
    """

    def __init__(self, part: Part, held: Collection[int], target: int) -> None:
        self._falls = [len(part.ids) - claim for claim in range(len(part.ids))]
        self.variables = len(part.ids)
        self.choices: dict[int, int] = {}
        for claim in reversed(range(len(part.ids))):
            if claim != target:
                self.variables += 1
                self.choices[claim] = self.variables
        self.choices = dict(reversed(self.choices.items()))
        self.clauses: list[Clause] = [[self._falls[target]]]
        for claim, steps in enumerate(part.to):
            removed = [self.choices[claim]] if claim != target else []
            falls = [-self._falls[claim], *removed]
            if claim in held:
                self.clauses.append(falls)
            else:
                self.clauses += ([*falls, *(self._falls[other] for other in part.bodies[step])] for step in steps)

    def reject(self, model: Sequence[int], solver: Solver) -> bool:  # noqa: ARG002 - every model counts
        return False


class CutSearch:
    """The search for the cuts of a grounded claim that is not held."""

    def __init__(self, part: Part, held: Collection[str], claim_id: str, limit: Limit) -> None:
        """Take the question.

        Args:
            part: what `grounded_part` gives for the claim.
            held: the ids of the claims that are held.
            claim_id: the claim.
            limit: how long to search.
        """
        self._part = part
        self._held = {number for number, other in enumerate(part.ids) if other in held}
        self._target = part.number[claim_id]
        self._limit = limit
        self._bound = 1

    def cuts(self, size: int, most: int, single: LoadBearing) -> Cuts:
        """Return the smallest cuts.

        Args:
            size: so many claims at most in one cut.
            most: so many cuts at most.
            single: the claims that are a cut each.
        """
        foundation = Foundation(self._part, self._held)
        found: list[Cut] = []
        is_exact = True
        try:
            for removed in self._find(size, single):
                if len(found) == most:
                    is_exact = False
                    break
                found.append(self._cut(removed, foundation))
        except LimitReachedError:
            is_exact = False
        return Cuts(self._part.ids[self._target], tuple(found), is_exact)

    def robustness(self, single: LoadBearing) -> Robustness:
        """Return the size of the smallest cut."""
        claim_id = self._part.ids[self._target]
        if single.found:
            return Robustness(claim_id, 1, (min(other.claim_id for other in single.found),), bound=1)
        try:
            removed = next(self._find(len(self._part.ids), single))
            self._bound = len(removed)
        except LimitReachedError:
            removed = self._cut_premises()
        cut = tuple(self._part.ids[claim] for claim in removed)
        return Robustness(claim_id, len(cut), cut, self._bound, is_exact=len(cut) == self._bound)

    def _find(self, size: int, single: LoadBearing) -> Iterator[list[int]]:
        """Yield the claims of each cut, small ones first.

        Raises:
            LimitReachedError: the limit is reached first; no other cut is smaller than `_bound`.
        """
        ones = sorted(self._part.number[other.claim_id] for other in single.found)
        if single.is_exact:
            yield from ([claim] for claim in ones)
            if size == 1:
                return
            self._bound = 2
        self._limit.spend(self._part.size)
        self._limit.check()
        falling = _Falling(self._part, self._held, self._target)
        costs = dict.fromkeys(falling.choices.values(), 1)
        with Solver(falling.clauses, costs, falling.variables, self._limit) as solver:
            enumeration = Enumeration(falling, solver)
            for claim in ones if single.is_exact else ():
                enumeration.block([claim])
            try:
                yield from enumeration.find(size)
            finally:
                self._bound = max(self._bound, solver.cost)

    def _cut(self, removed: list[int], foundation: Foundation) -> Cut:
        before = foundation.work
        outcome = foundation.find_falling(removed)
        self._limit.spend(foundation.work - before)
        falling = {claim for claim, step in outcome.items() if step == FALLEN}
        between = find_between(self._part, removed, falling, self._target)
        return Cut(*(tuple(self._part.ids[claim] for claim in claims) for claims in (removed, between)))

    def _cut_premises(self) -> list[int]:
        """Return a premise of each step to the target, no more than needed by a quick look."""
        bodies = [self._part.bodies[step] for step in self._part.to[self._target]]
        uses = Counter(claim for body in bodies for claim in body)
        removed: set[int] = set()
        for body in bodies:
            if removed.isdisjoint(body):
                removed.add(max(body, key=lambda claim: (uses[claim], -claim)))
        return sorted(removed)
